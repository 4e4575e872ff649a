package api

import (
	"bytes"
	"encoding/json"
	"net/http"

	"cauviec/web/route"
)

// operation returns what is to be written as JSON.
type operation func(r *http.Request) (any, error)

// answer makes a handler of an operation: its result with a tag of its content,
// nothing if the reader has it already, or a problem. A page of several names
// the next one in a Link, too.
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
		if page, ok := result.(paged); ok {
			linkNext(w, r, page)
		}
		route.Tagged(w, r, "application/json; charset=utf-8", keep, body.Bytes())
		return nil
	}
}

// paged is a result that goes on at another address.
type paged interface {
	// goesOn returns the parameter that asks for the next page, and its value;
	// no value on the last page.
	goesOn() (parameter, value string)
}

// linkNext names the address of the next page (RFC 8288).
func linkNext(w http.ResponseWriter, r *http.Request, page paged) {
	parameter, value := page.goesOn()
	if value == "" {
		return
	}
	values := r.URL.Query()
	values.Set(parameter, value)
	w.Header().Set("Link", "<"+route.Base(r)+r.URL.Path+"?"+values.Encode()+`>; rel="next"`)
}

// valueOf is a text; for null, none.
func valueOf(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
