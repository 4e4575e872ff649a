package vacancies

import (
	"errors"
	"net/http"
	"net/url"

	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
)

// paramMerged names on a page the merged vacancy that led there, by its code.
const paramMerged = "gop"

// leadOn sends the reader of a vacancy that was given up for another to that
// one, for good: what was printed or shared of it leads to what lives. The page
// says how the reader came there.
func (s *Screens) leadOn(w http.ResponseWriter, r *http.Request, v vacancy.Vacancy, rest string) error {
	into, err := s.Vacancies.Public(r.Context(), v.MergedInto)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	if rest == "" {
		q.Set(paramMerged, v.Code)
	}
	target := url.URL{Path: href(into.ID, into.Slug) + rest, RawQuery: q.Encode()}
	http.Redirect(w, r, target.String(), http.StatusMovedPermanently)
	return nil
}

// tookUp returns the code that an address names, if it really is one that this
// vacancy took up.
func (s *Screens) tookUp(r *http.Request, id int64) (string, error) {
	code, ok := vacancy.CleanCode(r.URL.Query().Get(paramMerged))
	if !ok {
		return "", nil
	}
	v, err := s.Vacancies.ByCode(r.Context(), code)
	if errors.Is(err, errs.NotFound) || err == nil && v.MergedInto != id {
		return "", nil
	}
	return code, err
}
