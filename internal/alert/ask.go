package alert

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// Request is what somebody wants to be told of, and where. From is the network
// address of who asks.
type Request struct {
	To      Address
	Lang    string
	Asked   string
	Query   search.Query
	Consent bool
	From    string
}

// Ask is public: it keeps an alert until it is confirmed and sends the code to
// the address. A device proves itself by its subscription: its alert holds at
// once, and the code to stop it is returned. Nothing told to who asks says
// whether the address was known before.
func (s *Store) Ask(ctx context.Context, r Request) (stop string, err error) {
	defer errs.Wrap(&err, "alert.Ask")
	to, err := ParseAddress(r.To)
	problems := errs.Problems{}
	if !r.Consent {
		problems.Add("consent", "alerts.problem.consent")
	}
	if found, wrong := errs.ProblemsOf(err); wrong {
		problems.Merge(found)
	}
	if err := problems.OrNil(); err != nil {
		return "", err
	}
	r.To = to
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.limit(ctx, r.From); err != nil {
			return err
		}
		person, err := s.enter(ctx, r)
		if err != nil {
			return err
		}
		if to.Channel == Push {
			stop = person.Code
			return s.hold(ctx, person.ID, r)
		}
		return s.ask(ctx, person, r)
	})
	return stop, err
}

// limit counts how often a network address asks.
func (s *Store) limit(ctx context.Context, from string) error {
	now := s.Now.Now()
	asked, err := postgres.Value[int](ctx, s.DB, `
		SELECT count(*) FROM sign_in_attempts WHERE username = 'bao-viec' AND address = @from AND at > @since`,
		pgx.StrictNamedArgs{"from": from, "since": now.Add(-askWindow)})
	if err != nil {
		return err
	}
	if asked >= mostAsks {
		return errs.One("channel", "alerts.problem.wait")
	}
	_, err = s.DB.Exec(ctx, `INSERT INTO sign_in_attempts (username, address, at, ok) VALUES ('bao-viec', @from, @now, true)`,
		pgx.StrictNamedArgs{"from": from, "now": now})
	return err
}

// enter returns who has the address and holds the row until the transaction
// ends; an address that is not known yet is entered.
func (s *Store) enter(ctx context.Context, r Request) (Person, error) {
	stop, err := newCode()
	if err != nil {
		return Person{}, err
	}
	return postgres.One[Person](ctx, s.DB, `
		INSERT INTO alert_people AS p (channel, address, push_key, push_auth, lang, code, created_at)
		VALUES (@channel, @address, @key, @auth, @lang, @code, @now)
		ON CONFLICT (channel, address) WHERE address <> '' DO UPDATE SET push_key = EXCLUDED.push_key, push_auth = EXCLUDED.push_auth
		RETURNING `+personColumns,
		pgx.StrictNamedArgs{"channel": r.To.Channel, "address": r.To.To, "key": r.To.Key, "auth": r.To.Auth, "lang": r.Lang,
			"code": stop, "now": s.Now.Now()})
}

// ask keeps an alert and sends its code, unless the address was sent enough of
// them today: then nothing happens, which nobody is told.
func (s *Store) ask(ctx context.Context, p Person, r Request) error {
	now := s.Now.Now()
	sent, err := postgres.Value[int](ctx, s.DB, `
		SELECT count(*) FROM alert_messages WHERE person_id = @person AND kind = 'confirm' AND created_at > @since`,
		pgx.StrictNamedArgs{"person": p.ID, "since": now.Add(-codeWindow)})
	if err != nil || sent >= mostCodes {
		return err
	}
	word, err := newCode()
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `
		INSERT INTO alerts (person_id, asked, query, code, consented_at) VALUES (@person, @asked, @query, @code, @now)`,
		pgx.StrictNamedArgs{"person": p.ID, "asked": r.Asked, "query": r.Query, "code": word, "now": now})
	if err != nil {
		return err
	}
	return s.send(ctx, p.ID, Draft{Kind: Confirm, Channel: p.Channel, Lang: r.Lang, Code: word, Today: clock.DayOf(now),
		Searches: []Found{{Asked: r.Asked}}})
}

// hold keeps an alert that needs no code.
func (s *Store) hold(ctx context.Context, person int64, r Request) error {
	now := s.Now.Now()
	_, err := s.DB.Exec(ctx, `
		INSERT INTO alerts (person_id, asked, query, consented_at, confirmed_at) VALUES (@person, @asked, @query, @now, @now)`,
		pgx.StrictNamedArgs{"person": person, "asked": r.Asked, "query": r.Query, "now": now})
	if err != nil {
		return err
	}
	return s.confirmed(ctx, person)
}

// Confirmed is what who gave a code back is told: the code to stop by, and
// which search holds now.
type Confirmed struct {
	Stop  string
	Asked string
}

// ConfirmCode is public: it makes the alert hold that a code belongs to. A code
// that comes twice, as from a button pressed twice on a slow line, is answered
// alike. A wrong or old one, and too many of them, are Problems at "code". Ask it
// outside a transaction: tries stay although they fail.
func (s *Store) ConfirmCode(ctx context.Context, words, from string) (c Confirmed, err error) {
	defer errs.Wrap(&err, "alert.ConfirmCode")
	word, err := s.try(ctx, words, from)
	if err != nil {
		return Confirmed{}, err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		now := s.Now.Now()
		type row struct {
			PersonID int64
			Asked    string
		}
		a, err := postgres.One[row](ctx, s.DB, `
			UPDATE alerts SET confirmed_at = COALESCE(confirmed_at, @now) WHERE code = @code AND consented_at > @since
			RETURNING person_id, asked`,
			pgx.StrictNamedArgs{"code": word, "now": now, "since": now.Add(-codeHours * time.Hour)})
		if err != nil {
			return err
		}
		c.Asked = a.Asked
		if err := s.confirmed(ctx, a.PersonID); err != nil {
			return err
		}
		c.Stop, err = postgres.Value[string](ctx, s.DB, `SELECT code FROM alert_people WHERE id = @id`, pgx.StrictNamedArgs{"id": a.PersonID})
		return err
	})
	if errors.Is(err, errs.NotFound) {
		return Confirmed{}, s.wrong(ctx, from)
	}
	return c, err
}

// confirmed notes that a person looks for work from today, and lets go of the
// alerts that are too many, the oldest first.
func (s *Store) confirmed(ctx context.Context, person int64) error {
	_, err := s.DB.Exec(ctx, `
		UPDATE alert_people SET confirmed_at = COALESCE(confirmed_at, @now), renewed_on = @today, asked_on = NULL WHERE id = @person`,
		pgx.StrictNamedArgs{"person": person, "now": s.Now.Now(), "today": s.Now.Today()})
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `
		DELETE FROM alerts WHERE id IN (
			SELECT id FROM alerts WHERE person_id = @person AND confirmed_at IS NOT NULL
			ORDER BY confirmed_at DESC, id DESC OFFSET @most)`,
		pgx.StrictNamedArgs{"person": person, "most": mostAlerts})
	return err
}
