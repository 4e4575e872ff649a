package vacancy

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Schedule lets a submitted vacancy be published by itself at an instant. Who
// decides that is the second person, and the gate is passed now and again then.
func (s *Store) Schedule(ctx context.Context, actor access.Actor, id int64, version int, at time.Time) (err error) {
	defer errs.Wrap(&err, "vacancy.Schedule(%d)", id)
	o := order{actor: actor, need: access.PublishVacancies, id: id, version: version, action: Schedule}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		switch {
		case v.Status != Submitted:
			return errs.Conflict
		case !v.SecondPerson(actor.Account):
			return errs.One("publish", "vacancy.problem.second_person")
		case !at.After(s.Now.Now()):
			return errs.One("publish_at", "vacancy.problem.publish_past")
		case clock.DayOf(at).After(v.ClosesOn):
			return errs.One("publish_at", "vacancy.problem.publish_late", v.ClosesOn)
		}
		if err := s.gate(ctx, *v); err != nil {
			return err
		}
		v.unschedule()
		v.PublishAt, v.PublishBy = &at, actor.Account
		return nil
	})
}

// Unschedule takes back that a vacancy is published by itself.
func (s *Store) Unschedule(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "vacancy.Unschedule(%d)", id)
	o := order{actor: actor, need: access.PublishVacancies, id: id, version: version, action: Unschedule}
	return s.change(ctx, o, func(_ context.Context, v *Vacancy) error {
		if v.PublishAt == nil {
			return errs.Conflict
		}
		v.unschedule()
		return nil
	})
}

func (v *Vacancy) unschedule() {
	v.PublishAt, v.PublishBy, v.MissedAt, v.MissedFields = nil, 0, nil, []string{}
}

// mostDue is how many vacancies one look publishes; the next look does the rest.
const mostDue = 200

// PublishDue publishes what is to be published by itself by now, each in a
// transaction of its own. What the gate refuses goes back to those who publish,
// with the reason. Several processes may ask at once: each vacancy is
// published by one of them.
func (s *Store) PublishDue(ctx context.Context, scope access.Scope) (published int, err error) {
	defer errs.Wrap(&err, "vacancy.PublishDue")
	if !scope.All {
		return 0, nil
	}
	due, err := postgres.Values[int64](ctx, s.DB, selectDue, pgx.StrictNamedArgs{"now": s.Now.Now(), "limit": mostDue})
	if err != nil {
		return 0, err
	}
	for _, id := range due {
		done, err := s.publishDue(ctx, id)
		if err != nil {
			return published, err
		}
		if done {
			published++
		}
	}
	return published, nil
}

// publishDue publishes one, if it is still to be: between the look and the lock
// another process or a person may have acted.
func (s *Store) publishDue(ctx context.Context, id int64) (done bool, err error) {
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		v, err := s.hold(ctx, id)
		if err != nil || v.PublishAt == nil || v.PublishAt.After(s.Now.Now()) {
			return err
		}
		was, o := v, order{id: id, action: "publish_due", actor: access.Actor{}}
		by := v.PublishBy
		err = s.DB.InTx(ctx, func(ctx context.Context) error {
			if err := s.stillWorks(ctx, by); err != nil {
				return err
			}
			return s.publish(ctx, o, &v, by)
		})
		problems, refused := errs.ProblemsOf(err)
		if refused {
			now := s.Now.Now()
			v = was
			v.unschedule()
			v.MissedAt, v.MissedFields, o.action = &now, slices.Sorted(maps.Keys(problems)), "publish_missed"
		} else if err != nil {
			return err
		}
		done = !refused
		return s.keep(ctx, o, was, v)
	})
	return done, err
}

// stillWorks refuses to publish for an account that was closed since.
func (s *Store) stillWorks(ctx context.Context, account int64) error {
	active, err := postgres.Value[bool](ctx, s.DB, `SELECT active FROM accounts WHERE id = @id`, pgx.StrictNamedArgs{"id": account})
	if err == nil && !active {
		err = errs.One("publish", "vacancy.problem.publisher_left")
	}
	return err
}

const selectDue = `
	SELECT id FROM vacancies
	WHERE publish_at <= @now
	ORDER BY publish_at, id
	LIMIT @limit`
