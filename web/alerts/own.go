package alerts

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"cauviec/internal/alert"
	"cauviec/internal/errs"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/vacancies"
)

// proving is a page that asks for the code of a message.
type proving struct {
	code     string
	problems errs.Problems
}

// codeIn returns the code that a link or a form carries, as typed.
func codeIn(r *http.Request) string {
	if code := r.FormValue("code"); code != "" {
		return code
	}
	return r.FormValue(paramCode)
}

func (s *Screens) stopping(w http.ResponseWriter, r *http.Request) error {
	route.Private(w)
	return route.Page(w, r, http.StatusOK, stopPage(proving{code: codeIn(r)}))
}

// stop ends alerts, or with "lam=xem" shows them first. A mail program posts to
// the link of the message and means all of them (RFC 8058).
func (s *Screens) stop(w http.ResponseWriter, r *http.Request) error {
	code, from := codeIn(r), signin.AddressOf(r)
	route.Private(w)
	if r.PostFormValue("lam") != "xem" {
		err := s.Alerts.Stop(r.Context(), code, from, route.Number(r.PostFormValue("tin")))
		if shown, err := s.refused(w, r, code, err, stopPage); shown || err != nil {
			return err
		}
	}
	own, err := s.Alerts.Own(r.Context(), code, from)
	if shown, err := s.refused(w, r, code, err, stopPage); shown || err != nil {
		return err
	}
	searches, err := s.searches(r, own)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, ownPage(own, searches))
}

func (s *Screens) renewing(w http.ResponseWriter, r *http.Request) error {
	route.Private(w)
	return route.Page(w, r, http.StatusOK, renewPage(proving{code: codeIn(r)}))
}

// renew answers the yearly question.
func (s *Screens) renew(w http.ResponseWriter, r *http.Request) error {
	if r.PostFormValue("tra-loi") == "thoi" {
		return s.stop(w, r)
	}
	code, from := codeIn(r), signin.AddressOf(r)
	err := s.Alerts.Renew(r.Context(), code, from)
	route.Private(w)
	if shown, err := s.refused(w, r, code, err, renewPage); shown || err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, renewedPage())
}

// page is one that asks for a code.
type page func(p proving) templ.Component

// refused shows the page again with what is wrong with the code, and reports
// whether it did. Another failure stays one.
func (s *Screens) refused(w http.ResponseWriter, r *http.Request, code string, err error, again page) (shown bool, failure error) {
	problems, wrong := errs.ProblemsOf(err)
	if !wrong {
		return false, err
	}
	return true, route.Page(w, r, http.StatusUnprocessableEntity, again(proving{code: code, problems: problems}))
}

// searches are what the alerts of a person look for, in words.
func (s *Screens) searches(r *http.Request, own alert.Own) ([]vacancies.Asked, error) {
	list := make([]vacancies.Asked, len(own.Alerts))
	for i, a := range own.Alerts {
		values, err := url.ParseQuery(a.Asked)
		if err != nil {
			return nil, err
		}
		if list[i], err = s.Vacancies.Asked(r.Context(), values); err != nil {
			return nil, err
		}
	}
	return list, nil
}
