package api

import (
	_ "embed"
	"net/http"

	"cauviec/web/route"
)

// specification describes the API (OpenAPI 3.1). Tests call every operation and
// hold request and answer to it.
//
//go:embed openapi.yaml
var specification []byte

// document serves the specification.
func (s *Screens) document(w http.ResponseWriter, r *http.Request) error {
	route.Tagged(w, r, "application/yaml; charset=utf-8", slow, specification)
	return nil
}
