package vacancy

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Outcome is what came of an order that is over; empty: nobody said.
type Outcome string

// The outcomes.
const (
	AllHired  Outcome = "all"
	SomeHired Outcome = "some"
	NoneHired Outcome = "none"
)

// OutcomeReasons are why an order was not filled.
var OutcomeReasons = List{"outcome_reason", []string{"few_came", "pay", "far", "skills", "order_gone", "other_channel", "other"}}

// askAfter is how many days after its last day the poster of a vacancy is
// asked what came of it.
const askAfter = 14

// Unasked reports whether it is time to ask what came of the vacancy, and
// nobody has said.
func (v Vacancy) Unasked(today clock.Day) bool {
	return v.Over(today) && v.Outcome == "" && v.ClosesOn.Add(askAfter).Sub(today) <= 0
}

// Told is an answer to what came of an order. Hired counts for SomeHired only.
type Told struct {
	Outcome Outcome
	Hired   int
	Reason  string
}

func (t Told) check(headcount int) errs.Problems {
	p := errs.Problems{}
	switch {
	case t.Outcome == SomeHired && (t.Hired <= 0 || t.Hired > headcount):
		p.Add("hired", "vacancy.problem.outcome_hired", headcount)
	case t.Outcome != AllHired && t.Outcome != SomeHired && t.Outcome != NoneHired:
		p.Add("outcome", "problem.choice")
	}
	if t.Reason != "" && !OutcomeReasons.Has(t.Reason) || t.Outcome == NoneHired && t.Reason == "" {
		p.Add("reason", "problem.choice")
	}
	return p
}

// Tell keeps what came of a vacancy. It is asked once: a second answer is a
// Conflict.
func (s *Store) Tell(ctx context.Context, actor access.Actor, id int64, version int, t Told) (err error) {
	defer errs.Wrap(&err, "vacancy.Tell(%d, %s)", id, t.Outcome)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: "tell"}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		if !v.Unasked(s.Now.Today()) {
			return errs.Conflict
		}
		if err := t.check(v.Headcount).OrNil(); err != nil {
			return err
		}
		switch t.Outcome {
		case AllHired:
			t.Hired, t.Reason = v.Headcount, ""
		case NoneHired:
			t.Hired = 0
		}
		_, err := s.DB.Exec(ctx, `
			UPDATE vacancies
			SET outcome = @outcome, outcome_hired = @hired, outcome_reason = @reason, outcome_at = @now, outcome_by = NULLIF(@by::bigint, 0)
			WHERE id = @id`,
			pgx.StrictNamedArgs{"id": id, "outcome": string(t.Outcome), "hired": t.Hired, "reason": t.Reason, "now": s.Now.Now(), "by": actor.Account})
		return err
	})
}

// goesOn reports whether the vacancy was over and is not any more.
func (v Vacancy) goesOn(was Vacancy, today clock.Day) bool {
	return was.Over(today) && (v.Status == Published || v.Status == Paused) && !v.Over(today)
}

// askAnew forgets what came of an order that goes on: its poster is asked when
// it is over again.
func (s *Store) askAnew(ctx context.Context, id int64) error {
	_, err := s.DB.Exec(ctx, `
		UPDATE vacancies
		SET outcome = '', outcome_hired = 0, outcome_reason = '', outcome_at = NULL, outcome_by = NULL
		WHERE id = @id`, pgx.StrictNamedArgs{"id": id})
	return err
}
