package api

import (
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"

	"cauviec/web/signin"
)

// PerMinute is how many requests one address may make in a minute of each
// process. It is generous: a whole commune, or all customers of a carrier, can
// share an address. A mirror that reads full pages needs a few.
const PerMinute = 600

// Around stands around all operations: who may ask from where, how often, and
// how answers travel. It knows no session: nobody is signed in to the API.
func Around() func(http.Handler) http.Handler {
	limit := httprate.LimitBy(PerMinute, time.Minute, address,
		httprate.WithResponseHeaders(httprate.ResponseHeaders{Limit: "RateLimit-Limit", Remaining: "RateLimit-Remaining", RetryAfter: "Retry-After"}),
		httprate.WithLimitHandler(failure{problem: tooMany}.write))
	return func(next http.Handler) http.Handler { return openToAll(compressed(limit(next))) }
}

// address is what requests are counted by.
func address(r *http.Request) (string, error) { return signin.AddressOf(r), nil }

// openToAll lets pages of other sites read (and only read), without anybody's
// cookies.
func openToAll(next http.Handler) http.Handler {
	policy := strconv.Itoa(PerMinute) + ";w=60"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Policy, Retry-After")
		h.Set("RateLimit-Policy", policy)
		next.ServeHTTP(w, r)
	})
}

// compressed answers in brotli or gzip, as the reader prefers.
func compressed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &compressing{ResponseWriter: w, request: r}
		defer c.close()
		w.Header().Set("Vary", "Accept-Encoding")
		next.ServeHTTP(c, r)
	})
}

// compressing begins to compress at the first byte: what has no body stays as
// it is.
type compressing struct {
	http.ResponseWriter
	request *http.Request
	status  int
	body    io.WriteCloser
}

func (c *compressing) WriteHeader(status int) { c.status = status }

func (c *compressing) Write(b []byte) (int, error) {
	if c.body == nil {
		c.body = brotli.HTTPCompressor(c.ResponseWriter, c.request)
		c.flushStatus()
	}
	return c.body.Write(b)
}

func (c *compressing) flushStatus() {
	if c.status != 0 {
		c.ResponseWriter.WriteHeader(c.status)
	}
}

func (c *compressing) close() {
	if c.body == nil {
		c.flushStatus()
		return
	}
	c.body.Close() // a reader who has gone is no failure of ours
}

// MountOther answers what is no operation.
func MountOther(r chi.Router) {
	for _, method := range []string{http.MethodGet, http.MethodOptions, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		r.MethodFunc(method, Prefix+"*", other)
	}
}

// other answers the question of a browser whether it may read, methods that
// change things, and addresses that are not there.
func other(w http.ResponseWriter, r *http.Request) {
	const methods = "GET, HEAD, OPTIONS"
	switch r.Method {
	case http.MethodOptions:
		w.Header().Set("Access-Control-Allow-Methods", methods)
		w.Header().Set("Access-Control-Allow-Headers", "If-None-Match")
		w.Header().Set("Access-Control-Max-Age", "86400")
		w.Header().Set("Allow", methods)
		w.WriteHeader(http.StatusNoContent)
	case http.MethodGet, http.MethodHead:
		failure{problem: notFound}.write(w, r)
	default:
		w.Header().Set("Allow", methods)
		failure{problem: notAllowed}.write(w, r)
	}
}
