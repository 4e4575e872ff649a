package alert

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// wrongCode is what every refused code says.
func wrongCode() errs.Problems { return errs.One("code", "alerts.problem.code") }

// try reads a code unless too many wrong ones came from a network address.
func (s *Store) try(ctx context.Context, words, from string) (string, error) {
	word, ok := CleanCode(words)
	if !ok {
		return "", wrongCode()
	}
	wrong, err := postgres.Value[int](ctx, s.DB, `
		SELECT count(*) FROM sign_in_attempts WHERE username = 'bao-viec-ma' AND address = @from AND at > @since`,
		pgx.StrictNamedArgs{"from": from, "since": s.Now.Now().Add(-wrongWindow)})
	if err == nil && wrong >= mostWrong {
		err = errs.One("code", "alerts.problem.wait")
	}
	return word, err
}

// wrong keeps that a code was wrong, although the request fails.
func (s *Store) wrong(ctx context.Context, from string) error {
	_, err := s.DB.Exec(postgres.Outside(ctx), `
		INSERT INTO sign_in_attempts (username, address, at, ok) VALUES ('bao-viec-ma', @from, @now, true)`,
		pgx.StrictNamedArgs{"from": from, "now": s.Now.Now()})
	if err != nil {
		return err
	}
	return wrongCode()
}

// Own is what a person sees of its alerts by its code.
type Own struct {
	Code   string
	Masked string // the address, hidden in part
	Alerts []Alert
	Ended  bool
}

// Own is public: it returns the alerts of who has a code. A wrong one, and too
// many of them, are Problems at "code". Ask it and its sisters outside a
// transaction.
func (s *Store) Own(ctx context.Context, words, from string) (o Own, err error) {
	defer errs.Wrap(&err, "alert.Own")
	p, err := s.prove(ctx, words, from)
	if err != nil {
		return Own{}, err
	}
	o = Own{Code: p.Code, Masked: Mask(p.Channel, p.Address), Ended: p.EndedAt != nil}
	o.Alerts, err = s.alertsOf(ctx, p.ID)
	return o, err
}

// Stop is public: it ends one alert of who has a code, or with 0 all of them.
// With the last one the address is erased. What has ended already is no failure.
func (s *Store) Stop(ctx context.Context, words, from string, alert int64) (err error) {
	defer errs.Wrap(&err, "alert.Stop")
	p, err := s.prove(ctx, words, from)
	if err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.lock(ctx, p.ID); err != nil {
			return err
		}
		left := 0
		if alert != 0 {
			left, err = postgres.Value[int](ctx, s.DB, `
				WITH gone AS (DELETE FROM alerts WHERE id = @alert AND person_id = @person)
				SELECT count(*) FROM alerts WHERE id <> @alert AND person_id = @person AND confirmed_at IS NOT NULL`,
				pgx.StrictNamedArgs{"alert": alert, "person": p.ID})
		}
		if err != nil || left > 0 || p.EndedAt != nil {
			return err
		}
		return s.end(ctx, Stopped, p.ID)
	})
}

// Renew is public: who has a code says to be still looking for work.
func (s *Store) Renew(ctx context.Context, words, from string) (err error) {
	defer errs.Wrap(&err, "alert.Renew")
	p, err := s.prove(ctx, words, from)
	if err != nil {
		return err
	}
	if p.EndedAt != nil {
		return errs.One("code", "alerts.problem.ended")
	}
	_, err = s.DB.Exec(ctx, `UPDATE alert_people SET renewed_on = @today, asked_on = NULL WHERE id = @id AND ended_at IS NULL`,
		pgx.StrictNamedArgs{"id": p.ID, "today": s.Now.Today()})
	return err
}

// prove returns whose code it is.
func (s *Store) prove(ctx context.Context, words, from string) (Person, error) {
	word, err := s.try(ctx, words, from)
	if err != nil {
		return Person{}, err
	}
	found, err := postgres.All[Person](ctx, s.DB, `SELECT `+personColumns+` FROM alert_people p WHERE p.code = @code LIMIT 1`,
		pgx.StrictNamedArgs{"code": word})
	if err != nil {
		return Person{}, err
	}
	if len(found) == 0 {
		return Person{}, s.wrong(ctx, from)
	}
	return found[0], nil
}

// lock holds a person until the transaction ends.
func (s *Store) lock(ctx context.Context, id int64) error {
	_, err := postgres.Value[int64](ctx, s.DB, `SELECT id FROM alert_people WHERE id = @id FOR UPDATE`, pgx.StrictNamedArgs{"id": id})
	return err
}

// alertsOf returns the confirmed alerts of people, the newest first.
func (s *Store) alertsOf(ctx context.Context, people ...int64) ([]Alert, error) {
	return postgres.All[Alert](ctx, s.DB, `
		SELECT id, person_id, asked, query, confirmed_at
		FROM alerts WHERE person_id = ANY (@people) AND confirmed_at IS NOT NULL
		ORDER BY person_id, confirmed_at DESC, id DESC
		LIMIT @limit`, pgx.StrictNamedArgs{"people": people, "limit": mostAlerts * len(people)})
}
