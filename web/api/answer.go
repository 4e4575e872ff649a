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
		route.Tagged(w, r, "application/json; charset=utf-8", keep, body.Bytes())
		return nil
	}
}
