package route

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"cauviec/internal/errs"
	"cauviec/web/static"
	"cauviec/web/ui"
)

// Page shows a component. The whole of it is rendered before a byte is
// written, so that a failure can still become a proper page.
func Page(w http.ResponseWriter, r *http.Request, status int, page templ.Component) error {
	b := templ.GetBuffer()
	defer templ.ReleaseBuffer(b)
	if err := page.Render(r.Context(), b); err != nil {
		return err
	}
	announce(w)
	w.WriteHeader(status)
	w.Write(b.Bytes()) // a reader who has gone is no failure of ours
	return nil
}

// Private keeps a page out of caches: it is of one person, or says a secret.
func Private(w http.ResponseWriter) { w.Header().Set("Cache-Control", "no-store") }

// announce heads a page. On a slow line the style sheet is on its way before
// the page that asks for it has arrived.
func announce(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Link", styles)
}

var styles = "<" + static.Path("app.css") + ">; rel=preload; as=style"

// failures shows each kind of failure; what is not in it is the server's.
var failures = []struct {
	kind   error
	status int
	key    string
}{
	{errs.NotFound, http.StatusNotFound, "failure.not_found"},
	{errs.Forbidden, http.StatusForbidden, "failure.forbidden"},
	{errs.SignedOut, http.StatusUnauthorized, "failure.signed_out"},
	{errs.Conflict, http.StatusConflict, "failure.conflict"},
	{errs.Invalid, http.StatusUnprocessableEntity, "failure.invalid"},
}

// Fail shows what went wrong. A fault of the server is logged in full and told
// in one calm sentence.
func (s Site) Fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, errs.SignedOut) && r.Method == http.MethodGet {
		http.Redirect(w, r, "/dang-nhap?toi="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	status, key := http.StatusInternalServerError, "failure.server"
	for _, f := range failures {
		if errors.Is(err, f.kind) {
			status, key = f.status, f.key
			break
		}
	}
	if status == http.StatusInternalServerError {
		s.Log.ErrorContext(r.Context(), "failure", "error", err, "method", r.Method, "path", r.URL.Path, "request", RequestID(r.Context()))
	}
	Private(w)
	if err := Page(w, r, status, ui.ErrorPage(status, key)); err != nil {
		s.Log.ErrorContext(r.Context(), "failure page", "error", err)
		http.Error(w, http.StatusText(status), status)
	}
}
