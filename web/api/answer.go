package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"

	"cauviec/web/route"
)

// operation returns what is to be written as JSON.
type operation func(r *http.Request) (any, error)

// answer makes a handler of an operation: its result with a tag of its content,
// nothing if the reader has it already, or a problem.
func (s *Screens) answer(do operation, keep string) route.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		result, err := do(r)
		if err != nil {
			s.fail(w, r, err)
			return nil
		}
		var body bytes.Buffer
		text := json.NewEncoder(&body)
		text.SetEscapeHTML(false)
		if err := text.Encode(result); err != nil {
			return err
		}
		send(w, r, "application/json; charset=utf-8", keep, body.Bytes())
		return nil
	}
}

// send writes a body that others may keep.
func send(w http.ResponseWriter, r *http.Request, kind, keep string, body []byte) {
	h := w.Header()
	tag := tagOf(body)
	h.Set("ETag", tag)
	h.Set("Cache-Control", keep)
	if has(r.Header.Values("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", kind)
	w.Write(body) // a reader who has gone is no failure of ours
}

// tagOf names a content. The tag is weak: the same content travels compressed
// in several ways.
func tagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// has reports whether the reader has a content, comparing weakly (RFC 9110,
// section 13.1.2).
func has(known []string, tag string) bool {
	opaque := strings.TrimPrefix(tag, "W/")
	for _, value := range known {
		for one := range strings.SplitSeq(value, ",") {
			if one = strings.TrimSpace(one); one == "*" || strings.TrimPrefix(one, "W/") == opaque {
				return true
			}
		}
	}
	return false
}
