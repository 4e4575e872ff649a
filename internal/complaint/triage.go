package complaint

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// TakeUp says that the centre looks at it.
func (s *Store) TakeUp(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "complaint.TakeUp(%d)", id)
	return s.change(ctx, actor, id, version, "take_up", "", func(_ context.Context, c *Complaint) error {
		return c.move(TakenUp)
	})
}

// PauseVacancy pauses the vacancy that is complained of, for a reason, and
// takes the complaint up.
func (s *Store) PauseVacancy(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "complaint.PauseVacancy(%d)", id)
	why = fold.Tidy(why)
	if err := needed("why", why, longestWords); err != nil {
		return err
	}
	return s.change(ctx, actor, id, version, "pause", why, func(ctx context.Context, c *Complaint) error {
		if !c.MayPause() {
			return errs.Conflict
		}
		seen, err := postgres.Value[int](ctx, s.DB, `SELECT version FROM vacancies WHERE id = @id`, pgx.StrictNamedArgs{"id": c.VacancyID})
		if err != nil {
			return err
		}
		if err := s.vacancies().Pause(ctx, actor, c.VacancyID, seen, why); err != nil {
			return err
		}
		now := s.Now.Now()
		c.PausedAt = &now
		return c.takeUp()
	})
}

// PassOn asks the verifiers to suspend the employer, for a reason, and takes
// the complaint up.
func (s *Store) PassOn(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "complaint.PassOn(%d)", id)
	why = fold.Tidy(why)
	if err := needed("why", why, longestWords); err != nil {
		return err
	}
	return s.change(ctx, actor, id, version, "pass_on", why, func(_ context.Context, c *Complaint) error {
		if !c.MayPassOn() {
			return errs.Conflict
		}
		now := s.Now.Now()
		c.PassedOn, c.PassedOnAt = why, &now
		return c.takeUp()
	})
}

// Settle ends it; outcome is the sentence that its teller, and whoever has the
// receipt, reads.
func (s *Store) Settle(ctx context.Context, actor access.Actor, id int64, version int, outcome string) (err error) {
	defer errs.Wrap(&err, "complaint.Settle(%d)", id)
	outcome = fold.Tidy(outcome)
	if err := needed("outcome", outcome, longestOutcome); err != nil {
		return err
	}
	return s.change(ctx, actor, id, version, "settle", outcome, func(ctx context.Context, c *Complaint) error {
		c.Outcome = outcome
		return s.end(ctx, c, Settled)
	})
}

// Dismiss ends it as nothing to act on, for a reason that stays with the staff.
func (s *Store) Dismiss(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "complaint.Dismiss(%d)", id)
	why = fold.Tidy(why)
	if err := needed("why", why, longestWords); err != nil {
		return err
	}
	return s.change(ctx, actor, id, version, "dismiss", why, func(ctx context.Context, c *Complaint) error {
		return s.end(ctx, c, Dismissed)
	})
}

// Merge makes it a repeat of another open one, which is named by its receipt;
// those merged into it before go along.
func (s *Store) Merge(ctx context.Context, actor access.Actor, id int64, version int, into string) (err error) {
	defer errs.Wrap(&err, "complaint.Merge(%d)", id)
	receipt, _ := CleanCode(into)
	return s.change(ctx, actor, id, version, "merge", ShowCode(receipt), func(ctx context.Context, c *Complaint) error {
		main, err := postgres.Values[int64](ctx, s.DB, `
			SELECT c.id FROM complaints c WHERE c.code = @code AND c.id <> @id AND `+isOpen+` FOR UPDATE OF c`,
			pgx.StrictNamedArgs{"code": receipt, "id": c.ID})
		if err != nil {
			return err
		}
		if len(main) == 0 {
			return errs.One("into", "complaint.problem.into")
		}
		c.MergedInto = main[0]
		_, err = s.DB.Exec(ctx, `UPDATE complaints SET merged_into = @into, version = version + 1 WHERE merged_into = @id`,
			pgx.StrictNamedArgs{"into": c.MergedInto, "id": c.ID})
		if err != nil {
			return err
		}
		return c.move(Merged)
	})
}

// end ends a complaint, and sets the day on which its teller's words and phone,
// and those of its repeats, are erased.
func (s *Store) end(ctx context.Context, c *Complaint, to Status) error {
	now := s.Now.Now()
	c.ClosedAt, c.EraseOn = &now, s.Now.Today().Add(KeepDays+1)
	_, err := s.DB.Exec(ctx, `UPDATE complaints SET erase_on = @on WHERE merged_into = @id`,
		pgx.StrictNamedArgs{"on": c.EraseOn, "id": c.ID})
	if err != nil {
		return err
	}
	return c.move(to)
}

// takeUp takes up what was only received.
func (c *Complaint) takeUp() error {
	if c.Status == TakenUp {
		return nil
	}
	return c.move(TakenUp)
}

// move takes the complaint to another status, if its own allows that.
func (c *Complaint) move(to Status) error {
	if !c.Status.May(to) {
		return errs.Conflict
	}
	c.Status = to
	return nil
}

func needed(field, text string, most int) error {
	p := errs.Problems{}
	if text == "" {
		p.Add(field, "problem.required")
	}
	long(p, field, text, most)
	return p.OrNil()
}

// change is how every change is made: lock, rule, write, record.
func (s *Store) change(ctx context.Context, actor access.Actor, id int64, version int, action, why string,
	rule func(ctx context.Context, c *Complaint) error) error {
	if !actor.May(access.TriageComplaints) {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		c, err := postgres.One[Complaint](ctx, s.DB, lockOne, s.scoped(actor, pgx.StrictNamedArgs{"id": id}))
		if err != nil {
			return err
		}
		if c.Version != version {
			return errs.Conflict
		}
		was := c.Status
		if err := rule(ctx, &c); err != nil {
			return err
		}
		if err := s.save(ctx, c); err != nil {
			return err
		}
		entry := journal.Change{Thing: journal.Complaint, ID: id, Action: action, Why: why}
		if was != c.Status {
			entry.From, entry.To = string(was), string(c.Status)
		}
		return journal.Write(ctx, s.DB, actor, s.Now.Now(), entry)
	})
}

func (s *Store) save(ctx context.Context, c Complaint) error {
	_, err := s.DB.Exec(ctx, updateOne, pgx.StrictNamedArgs{
		"id": c.ID, "status": string(c.Status), "outcome": c.Outcome, "merged_into": c.MergedInto, "passed_on": c.PassedOn,
		"passed_on_at": c.PassedOnAt, "paused_at": c.PausedAt, "closed_at": c.ClosedAt, "erase_on": c.EraseOn})
	return err
}
