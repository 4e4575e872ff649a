// Package route is how a function becomes HTTP: which method and path, what
// the actor needs, how a form is read and answered once, how a page is shown
// and how a failure looks.
package route

import (
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Handler answers a request. What it returns as an error becomes a page.
type Handler func(w http.ResponseWriter, r *http.Request) error

// Route is one address of the site and what it needs.
type Route struct {
	Method string
	Path   string
	Need   access.Need
	handle Handler
	body   int64 // the largest form in bytes
	each   bool  // every sending acts: no transaction around it
}

const (
	formLimit   = 1 << 20  // plain forms
	uploadLimit = 64 << 20 // forms with files
)

// Get is a page.
func Get(path string, need access.Need, h Handler) Route {
	return Route{Method: http.MethodGet, Path: path, Need: need, handle: h}
}

// Post is a change. Its handler runs in one transaction that is kept only if
// it answers with success; a form sent twice with the same key acts once.
func Post(path string, need access.Need, h Handler) Route {
	return Route{Method: http.MethodPost, Path: path, Need: need, handle: h, body: formLimit}
}

// Each is a Post whose every sending acts, with no transaction around it: for
// what keeps records although it fails, such as a refused sign-in. Its store
// opens the transactions that it needs; a handler that held one open while it
// asked for a second connection could starve the pool.
func Each(path string, need access.Need, h Handler) Route {
	return Route{Method: http.MethodPost, Path: path, Need: need, handle: h, body: formLimit, each: true}
}

// Upload is a Post whose form carries files.
func Upload(path string, need access.Need, h Handler) Route {
	return Route{Method: http.MethodPost, Path: path, Need: need, handle: h, body: uploadLimit}
}

// Site is what every route stands on.
type Site struct {
	DB  *postgres.DB
	Now clock.Clock
	Log *slog.Logger
}

// Mount puts routes on the router. A route without a need, or with one that
// the policy has no rule for, stops the program.
func (s Site) Mount(router chi.Router, routes []Route) {
	for _, rt := range routes {
		if !access.Known(rt.Need) {
			panic(fmt.Sprintf("%s %s: the policy has no rule for %q", rt.Method, rt.Path, rt.Need))
		}
		router.Method(rt.Method, rt.Path, s.Serve(rt))
	}
}

// Serve returns the route as an http.Handler, its lock included.
func (s Site) Serve(rt Route) http.Handler {
	act := s.show
	if rt.Method == http.MethodPost {
		act = s.change
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		actor := access.From(r.Context())
		switch {
		case actor.May(rt.Need):
			act(w, r, rt)
		case !actor.SignedIn():
			s.signedOut(w, r, rt)
		default:
			s.Fail(w, r, errs.Forbidden)
		}
	})
}

func (s Site) show(w http.ResponseWriter, r *http.Request, rt Route) {
	if err := rt.handle(w, r); err != nil {
		s.Fail(w, r, err)
	}
}

// ID returns the number at the beginning of a path parameter: 12 of "12" and
// of "12-cong-nhan-may". Anything else is NotFound.
func ID(r *http.Request, name string) (int64, error) {
	word := chi.URLParam(r, name)
	digits, _, _ := strings.Cut(word, "-")
	id, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || id <= 0 {
		return 0, errs.NotFound
	}
	return id, nil
}

// Number reads an id, or a place in a list, from an address or a form; what is
// none is 0, which nothing has.
func Number(words string) int64 {
	n, err := strconv.ParseInt(words, 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// Version returns the version of the thing that a sent form was made from; 0,
// which nothing has, where the form says none.
func Version(r *http.Request) int {
	n, err := strconv.Atoi(r.PostFormValue("version"))
	if err != nil {
		return 0
	}
	return n
}

// SeeOther sends the reader to another page after a change.
func SeeOther(w http.ResponseWriter, r *http.Request, location string) error {
	http.Redirect(w, r, location, http.StatusSeeOther)
	return nil
}
