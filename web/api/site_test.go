package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/pb33f/go-yaml"

	"cauviec/web/api"
	"cauviec/web/sitetest"
)

// client asks the API from one address.
type client struct {
	t    testing.TB
	site http.Handler
	from string
}

func newClient(t testing.TB, site http.Handler) client {
	return client{t: t, site: site, from: "203.0.113.7:4711"}
}

// do sends a request with pairs of header names and values.
func (c client) do(method, path string, headers ...string) *http.Response {
	c.t.Helper()
	r := httptest.NewRequest(method, path, nil)
	r.RemoteAddr = c.from
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	c.site.ServeHTTP(w, r)
	a := w.Result()
	a.Request = r
	return a
}

// get wants a status.
func (c client) get(status int, path string, headers ...string) *http.Response {
	c.t.Helper()
	a := c.do(http.MethodGet, path, headers...)
	if a.StatusCode != status {
		c.t.Fatalf("GET %s: %d, want %d", path, a.StatusCode, status)
	}
	return a
}

// decoded reads the body of an answer.
func decoded[T any](t testing.TB, a *http.Response) T {
	t.Helper()
	var v T
	if err := json.NewDecoder(a.Body).Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// exhaust uses up what an address may ask in a minute.
func (c client) exhaust() {
	c.t.Helper()
	for range api.PerMinute {
		c.do(http.MethodGet, "/api/v1/none")
	}
}

func sql(t testing.TB, s *sitetest.Site, statement string, args ...any) {
	t.Helper()
	if _, err := s.DB.Exec(t.Context(), statement, args...); err != nil {
		t.Fatal(err)
	}
}

// enumOf are the values of an enumeration in the document.
func enumOf(nodes []*yaml.Node) []string {
	values := make([]string, len(nodes))
	for i, n := range nodes {
		values[i] = n.Value
	}
	return values
}
