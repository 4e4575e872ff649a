package route

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
)

// Tagged writes a body that readers ask for again and again: with a tag of its
// content, and empty if the reader has it already. Keep is its Cache-Control.
func Tagged(w http.ResponseWriter, r *http.Request, kind, keep string, body []byte) {
	tag := tagOf(body)
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", keep)
	if knows(r.Header.Values("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Write(body) // a reader who has gone is no failure of ours
}

// tagOf names a content. The tag is weak: the same content travels compressed
// in several ways.
func tagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// knows reports whether the reader has a content, comparing weakly (RFC 9110,
// section 13.1.2).
func knows(known []string, tag string) bool {
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
