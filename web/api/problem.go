package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"cauviec/internal/errs"
	"cauviec/internal/opendata"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// problem is a kind of failure. Its name ends the address of its explanation.
type problem struct {
	name   string
	status int
}

var (
	unknownParameter = problem{"unknown-parameter", http.StatusBadRequest}
	badParameter     = problem{"bad-parameter", http.StatusBadRequest}
	notFound         = problem{"not-found", http.StatusNotFound}
	notAllowed       = problem{"method-not-allowed", http.StatusMethodNotAllowed}
	ended            = problem{"ended", http.StatusGone}
	tooOld           = problem{"cursor-too-old", http.StatusGone}
	tooMany          = problem{"too-many-requests", http.StatusTooManyRequests}
	fault            = problem{"server-error", http.StatusInternalServerError}
)

// problems lists the kinds as the page explains them.
var problems = []problem{unknownParameter, badParameter, notFound, notAllowed, ended, tooOld, tooMany, fault}

// failure is a problem met, with the parameters that it is about.
type failure struct {
	problem
	parameters []string
}

// Error names the problem for the log.
func (f failure) Error() string { return f.name + " " + strings.Join(f.parameters, " ") }

// problemDocument is a problem as RFC 9457 wants it; title and detail are Vietnamese.
type problemDocument struct {
	Type       string   `json:"type"`
	Title      string   `json:"title"`
	TitleEn    string   `json:"title_en"`
	Status     int      `json:"status"`
	Detail     string   `json:"detail"`
	DetailEn   string   `json:"detail_en"`
	Parameters []string `json:"parameters,omitempty"`
}

// titleKey and detailKey are where the words of a problem are.
func (p problem) titleKey() string  { return "api.problem." + p.name }
func (p problem) detailKey() string { return "api.problem." + p.name + ".detail" }

// fail tells what went wrong. A fault of the server is logged in full.
func (s *Screens) fail(w http.ResponseWriter, r *http.Request, err error) {
	f := failure{problem: fault}
	switch {
	case errors.As(err, &f):
	case errors.Is(err, errs.NotFound):
		f.problem = notFound
	case errors.Is(err, opendata.ErrTooOld):
		f.problem = tooOld
	default:
		s.Log.ErrorContext(r.Context(), "failure", "error", err, "method", r.Method, "path", r.URL.Path, "request", route.RequestID(r.Context()))
	}
	f.write(w, r)
}

func (f failure) write(w http.ResponseWriter, r *http.Request) {
	vi, en := locale.With(r.Context(), locale.Vi), locale.With(r.Context(), locale.En)
	about := strings.Join(f.parameters, ", ")
	text, err := json.Marshal(problemDocument{
		Type: route.Base(r) + "/api#" + f.name, Status: f.status, Parameters: f.parameters,
		Title: locale.T(vi, f.titleKey()), TitleEn: locale.T(en, f.titleKey()),
		Detail: locale.T(vi, f.detailKey(), about), DetailEn: locale.T(en, f.detailKey(), about),
	})
	if err != nil {
		panic(err) // plain fields always have a JSON form
	}
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(f.status)
	w.Write(text) // a reader who has gone is no failure of ours
}
