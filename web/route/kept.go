package route

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/web/ui"
)

// signedOut answers somebody who is not signed in and would have to be. What
// was typed into a form, perhaps for longer than the session lasted, stays on
// the page to be sent again; files and passwords do not.
func (s Site) signedOut(w http.ResponseWriter, r *http.Request, rt Route) {
	if rt.Method != http.MethodPost || rt.body > formLimit || readForm(w, r, rt.body) != nil || !keepable(r) {
		s.Fail(w, r, errs.SignedOut)
		return
	}
	Private(w)
	if err := Page(w, r, http.StatusUnauthorized, ui.KeptPage(kept(r, true))); err != nil {
		s.Fail(w, r, err)
	}
}

// sentBefore answers a form that was sent before: as the first time where it
// says the same, and otherwise with what it says now, to be sent as a new one.
func (s Site) sentBefore(w http.ResponseWriter, r *http.Request, first postgres.ErrRepeated) {
	switch {
	case first.Changed && r.MultipartForm == nil && keepable(r):
		Private(w)
		if err := Page(w, r, http.StatusConflict, ui.SentPage(kept(r, false), first.Location)); err != nil {
			s.Fail(w, r, err)
		}
	case first.Changed || first.Location == "":
		s.Fail(w, r, errs.Conflict)
	default:
		http.Redirect(w, r, first.Location, http.StatusSeeOther)
	}
}

// kept is a form with all that it says; with its key it is the same form when
// it is sent again.
func kept(r *http.Request, key bool) ui.Kept {
	k := ui.Kept{Action: r.URL.RequestURI()}
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		for _, value := range r.PostForm[name] {
			if key || name != KeyField {
				k.Values = append(k.Values, ui.KeptValue{Name: name, Value: value})
			}
		}
	}
	return k
}

// secret are the fields of passwords.
var secret = map[string]bool{"password": true, "old": true, "new": true, "again": true}

// keepable reports whether a form says more than its key, and no password.
func keepable(r *http.Request) bool {
	rest := 0
	for name := range r.PostForm {
		if secret[name] {
			return false
		}
		if name != KeyField {
			rest++
		}
	}
	return rest > 0
}

// digest tells forms apart that say different things; of files their names and
// sizes.
func digest(r *http.Request) []byte {
	said := maps.Clone(r.PostForm)
	delete(said, KeyField)
	sum := sha256.New()
	fmt.Fprintln(sum, said.Encode())
	if r.MultipartForm != nil {
		for _, name := range slices.Sorted(maps.Keys(r.MultipartForm.File)) {
			for _, f := range r.MultipartForm.File[name] {
				fmt.Fprintf(sum, "%q %q %d\n", name, f.Filename, f.Size)
			}
		}
	}
	return sum.Sum(nil)
}
