package staffvacancies

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
)

// Actions that stand at the top of the page and not among its buttons.
const (
	tell   vacancy.Action = "tell"   // what came of it
	accept vacancy.Action = "accept" // that it stays filled
)

func (s *Screens) schedule(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, vacancy.Schedule, func(ctx context.Context, actor access.Actor, id int64, version int) error {
		at, err := setAt(r.PostFormValue("publish_at"), r.PostFormValue("publish_time"))
		if err != nil {
			return err
		}
		return s.Vacancies.Schedule(ctx, actor, id, version, at)
	})
}

// setAt reads a day and a time of it.
func setAt(day, hour string) (time.Time, error) {
	on, err := clock.ParseDay(day)
	if err != nil || on.IsZero() {
		return time.Time{}, errs.One("publish_at", "problem.date")
	}
	hours, minutes, found := strings.Cut(vacancy.ParseClock(hour), ":")
	h, badHours := strconv.Atoi(hours)
	m, badMinutes := strconv.Atoi(minutes)
	if !found || badHours != nil || badMinutes != nil {
		return time.Time{}, errs.One("publish_time", "posting.problem.hour")
	}
	return on.At(h, m), nil
}

func (s *Screens) unschedule(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, vacancy.Unschedule, s.Vacancies.Unschedule)
}

func (s *Screens) accept(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, accept, s.Vacancies.Accept)
}

func (s *Screens) tell(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, tell, func(ctx context.Context, actor access.Actor, id int64, version int) error {
		p := errs.Problems{}
		told := vacancy.Told{Outcome: vacancy.Outcome(r.PostFormValue("outcome")), Hired: countIn(p, "hired", r.PostFormValue("hired")),
			Reason: r.PostFormValue("reason")}
		if err := p.OrNil(); err != nil {
			return err
		}
		return s.Vacancies.Tell(ctx, actor, id, version, told)
	})
}

func (s *Screens) keepTemplate(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, vacancy.Keep, func(ctx context.Context, actor access.Actor, id int64, _ int) error {
		return s.Vacancies.SaveTemplate(ctx, actor, id, r.PostFormValue("name"))
	})
}

func (s *Screens) duplicate(w http.ResponseWriter, r *http.Request) error {
	return s.again(w, r, vacancy.Copy, s.Vacancies.Copy)
}

func (s *Screens) repeat(w http.ResponseWriter, r *http.Request) error {
	return s.again(w, r, vacancy.Copy, s.Vacancies.Repeat)
}

func (s *Screens) relist(w http.ResponseWriter, r *http.Request) error {
	return s.again(w, r, vacancy.Relist, s.Vacancies.Relist)
}

func (s *Screens) amend(w http.ResponseWriter, r *http.Request) error {
	return s.again(w, r, vacancy.Amend, func(ctx context.Context, actor access.Actor, id int64) (int64, error) {
		return s.Vacancies.Request(ctx, actor, id, r.PostFormValue("why"))
	})
}

// again makes a draft from a vacancy and shows it whole, to be looked over.
func (s *Screens) again(w http.ResponseWriter, r *http.Request, a vacancy.Action,
	do func(ctx context.Context, actor access.Actor, id int64) (int64, error)) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	made, err := do(ctx, access.From(ctx), id)
	if problems, is := errs.ProblemsOf(err); is {
		return s.showPage(w, r, http.StatusUnprocessableEntity, refusal{Action: a, Words: r.PostForm, Problems: problems})
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "posting.done."+string(a)))
	return route.SeeOther(w, r, stepAddress(made, reviewSlug))
}
