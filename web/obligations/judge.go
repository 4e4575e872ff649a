package obligations

import (
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/obligation"
	"cauviec/web/route"
)

func (s *Screens) accept(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Judge), func(actor access.Actor, id int64) error {
		seen, err := seenBy(r)
		if err != nil {
			return err
		}
		return s.Obligations.Accept(r.Context(), actor, id, seen, r.PostFormValue("reason"))
	})
}

func (s *Screens) giveBack(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.ReturnReport), func(actor access.Actor, id int64) error {
		seen, err := seenBy(r)
		if err != nil {
			return err
		}
		return s.Obligations.Return(r.Context(), actor, id, seen, r.PostFormValue("reason"))
	})
}

// seenBy is what the judge had on the page.
func seenBy(r *http.Request) (obligation.Seen, error) {
	report, err := route.ID(r, "report")
	return obligation.Seen{Report: report, Version: route.Version(r)}, err
}

func (s *Screens) decideExtension(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.DecideExtension), func(actor access.Actor, id int64) error {
		extension, err := route.ID(r, "ext")
		if err != nil {
			return err
		}
		switch obligation.Decision(r.PostFormValue("decision")) {
		case obligation.Granted:
			return s.Obligations.Grant(r.Context(), actor, id, extension, r.PostFormValue("reason"))
		case obligation.Refused:
			return s.Obligations.Refuse(r.Context(), actor, id, extension, r.PostFormValue("reason"))
		}
		return errs.Invalid
	})
}

func (s *Screens) remind(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Remind), func(actor access.Actor, id int64) error {
		return s.Obligations.Remind(r.Context(), actor, id, r.PostFormValue("words"))
	})
}

func (s *Screens) suspend(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Suspend), func(actor access.Actor, id int64) error {
		return s.Obligations.Suspend(r.Context(), actor, id, r.PostFormValue("reason"))
	})
}

func (s *Screens) resume(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Resume), func(actor access.Actor, id int64) error {
		return s.Obligations.Resume(r.Context(), actor, id, r.PostFormValue("reason"))
	})
}

func (s *Screens) reassign(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Reassign), func(actor access.Actor, id int64) error {
		to, err := strconv.ParseInt(r.PostFormValue("body"), 10, 64)
		if err != nil {
			return errs.One("body", "problem.choice")
		}
		return s.Obligations.Reassign(r.Context(), actor, id, to, r.PostFormValue("reason"))
	})
}
