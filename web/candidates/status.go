package candidates

import (
	"errors"
	"net/http"

	"cauviec/internal/candidate"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// own is a person's status page. The key comes back with every form on it:
// there is no session.
type own struct {
	candidate.Own
	key   candidate.Key
	phone string
}

func keyOf(r *http.Request) candidate.Key {
	return candidate.Key{Code: r.PostFormValue("code"), Phone: r.PostFormValue("phone"), Address: signin.AddressOf(r)}
}

func (s *Screens) ask(w http.ResponseWriter, r *http.Request) error {
	if r.URL.Query().Has("da-xoa") {
		r = r.WithContext(ui.WithFlash(r.Context(), locale.T(r.Context(), "candidate.own.erased")))
	}
	return s.askAgain(w, r, http.StatusOK, candidate.Key{}, nil)
}

func (s *Screens) askAgain(w http.ResponseWriter, r *http.Request, status int, k candidate.Key, p errs.Problems) error {
	route.Private(w)
	return route.Page(w, r, status, askPage(k, p, s.Phone))
}

func (s *Screens) status(w http.ResponseWriter, r *http.Request) error {
	return s.showOwn(w, r, keyOf(r), "")
}

// showOwn shows the status, with what has just been done on top.
func (s *Screens) showOwn(w http.ResponseWriter, r *http.Request, k candidate.Key, done string) error {
	is, err := s.Candidates.Status(r.Context(), k)
	if problems, wrong := errs.ProblemsOf(err); wrong {
		return s.askAgain(w, r, http.StatusUnprocessableEntity, k, problems)
	}
	if err != nil {
		return err
	}
	if done != "" {
		r = r.WithContext(ui.WithFlash(r.Context(), locale.T(r.Context(), done)))
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, ownPage(own{Own: is, key: k, phone: s.Phone}))
}

// after answers a change by the person: the status with done on top, or the
// form of the key again.
func (s *Screens) after(w http.ResponseWriter, r *http.Request, k candidate.Key, err error, done string) error {
	problems, wrong := errs.ProblemsOf(err)
	switch {
	case wrong:
		return s.askAgain(w, r, http.StatusUnprocessableEntity, k, problems)
	case errors.Is(err, errs.Conflict):
		return s.showOwn(w, r, k, "candidate.own.too_late")
	case err != nil:
		return err
	}
	return s.showOwn(w, r, k, done)
}

func (s *Screens) withdrawOwn(w http.ResponseWriter, r *http.Request) error {
	k := keyOf(r)
	err := s.Candidates.WithdrawOwn(r.Context(), k, route.Number(r.PostFormValue("consent")))
	return s.after(w, r, k, err, "candidate.own.withdrawn")
}

func (s *Screens) declineOwn(w http.ResponseWriter, r *http.Request) error {
	k := keyOf(r)
	err := s.Candidates.DeclineOwn(r.Context(), k, route.Number(r.PostFormValue("referral")))
	return s.after(w, r, k, err, "candidate.own.declined")
}

func (s *Screens) eraseOwn(w http.ResponseWriter, r *http.Request) error {
	k := keyOf(r)
	if err := s.Candidates.EraseOwn(r.Context(), k); err != nil {
		return s.after(w, r, k, err, "")
	}
	return route.SeeOther(w, r, statusPath+"?da-xoa")
}

func (s *Screens) exportOwn(w http.ResponseWriter, r *http.Request) error {
	k := keyOf(r)
	data, err := s.Candidates.ExportOwn(r.Context(), k)
	if err != nil {
		return s.after(w, r, k, err, "")
	}
	return sendFile(w, data)
}
