package candidates

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/errs"
	"cauviec/web/route"
)

// registering is what the form for one vacancy shows.
type registering struct {
	opening  candidate.Opening
	communes []candidate.Commune
	form     form
	problems errs.Problems
	key      string
}

func vacancyPath(o candidate.Opening) string { return fmt.Sprintf("/viec-lam/%d-%s", o.ID, o.Slug) }

func (g registering) action() string { return vacancyPath(g.opening) + "/dang-ky" }

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	return s.showForm(w, r, http.StatusOK, registering{})
}

// showForm shows the form of a vacancy that is open today; of any other there
// is none, and the reader is led to its page, which says why.
func (s *Screens) showForm(w http.ResponseWriter, r *http.Request, status int, g registering) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	if g.opening, err = s.Candidates.Opening(r.Context(), id); err != nil {
		return s.closed(w, r, id, err)
	}
	if g.communes, err = s.Candidates.Communes(r.Context()); err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, status, registerPage(g))
}

// closed answers for a vacancy that was open once: its form is gone, and what
// was sent to it is refused. One that was merged leads on to the form of the
// other.
func (s *Screens) closed(w http.ResponseWriter, r *http.Request, id int64, err error) error {
	title, known := s.Candidates.VacancyTitle(r.Context(), id)
	if known != nil {
		return err
	}
	if r.Method == http.MethodPost {
		return route.Page(w, r, http.StatusUnprocessableEntity, closedPage(title))
	}
	next, err := s.Candidates.Successor(r.Context(), id)
	if errors.Is(err, errs.NotFound) {
		return route.Page(w, r, http.StatusGone, closedPage(title))
	}
	if err == nil {
		http.Redirect(w, r, registering{opening: next}.action(), http.StatusFound)
	}
	return err
}

func (s *Screens) register(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	f := readForm(r)
	f.Vacancy = strconv.FormatInt(id, 10)
	registration, problems := f.registration()
	code, err := s.Candidates.RegisterPublic(r.Context(), access.From(r.Context()), registration)
	if problems, err = together(problems, err); err != nil {
		return err
	}
	if len(problems) > 0 {
		return s.showForm(w, r, http.StatusUnprocessableEntity,
			registering{form: f, problems: problems, key: r.PostFormValue(route.KeyField)})
	}
	return route.SeeOther(w, r, fmt.Sprintf("/viec-lam/%s/dang-ky/xong?ma=%s", chi.URLParam(r, "id"), code))
}

// done shows the code that registering gave. It is read from the address and
// not looked up, so that the page tells nobody which codes there are.
func (s *Screens) done(w http.ResponseWriter, r *http.Request) error {
	if _, err := route.ID(r, "id"); err != nil {
		return err
	}
	code, ok := candidate.CleanCode(r.URL.Query().Get("ma"))
	if !ok {
		return errs.NotFound
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, donePage(code, s.Phone))
}
