package route

import (
	"maps"
	"net/http"
	"net/url"
	"slices"

	"cauviec/internal/errs"
	"cauviec/web/ui"
)

// signedOut answers somebody who is not signed in and would have to be. What
// was typed into a form, perhaps for longer than the session lasted, stays on
// the page to be sent again; files and passwords do not.
func (s Site) signedOut(w http.ResponseWriter, r *http.Request, rt Route) {
	if rt.Method != http.MethodPost || rt.body > formLimit || readForm(w, r, rt.body) != nil || !typed(r.PostForm) {
		s.Fail(w, r, errs.SignedOut)
		return
	}
	var fields []ui.Kept
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		for _, value := range r.PostForm[name] {
			fields = append(fields, ui.Kept{Name: name, Value: value})
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	if err := Page(w, r, http.StatusUnauthorized, ui.KeptPage(r.URL.RequestURI(), fields)); err != nil {
		s.Fail(w, r, err)
	}
}

// secret are the fields of passwords.
var secret = map[string]bool{"password": true, "old": true, "new": true, "again": true}

// typed reports whether a form holds more than its key, and no password.
func typed(form url.Values) bool {
	rest := 0
	for name := range form {
		if secret[name] {
			return false
		}
		if name != KeyField {
			rest++
		}
	}
	return rest > 0
}
