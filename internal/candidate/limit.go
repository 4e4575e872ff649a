package candidate

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/phone"
	"cauviec/internal/postgres"
)

// The limits of asking by code and phone. Failures are counted over the
// window; by address generously, for a commune may share one.
const (
	window          = 15 * time.Minute
	codeFailures    = 5
	addressFailures = 100
)

// Key is how a person without an account shows who asks: the reference code
// and the phone, from an address.
type Key struct {
	Code    string
	Phone   string
	Address string
}

// wrong is what every refused key says: neither whether there is such a code
// nor which of the two was wrong.
func wrong() errs.Problems { return errs.One("code", "candidate.problem.key") }

// prove returns the person whose code and phone these are. Each try is kept
// although the request fails, and counts as failed from its beginning, so that
// tries at the same time cannot slip past the limit.
func (s *Store) prove(ctx context.Context, k Key) (int64, error) {
	ctx = postgres.Outside(ctx)
	reference, ok := CleanCode(k.Code)
	number, err := phone.Parse(k.Phone)
	if !ok || err != nil || number == "" {
		return 0, wrong()
	}
	try, err := s.try(ctx, "ho-so:"+reference, k.Address)
	if err != nil {
		return 0, err
	}
	found, err := postgres.Values[int64](ctx, s.DB, `
		SELECT id FROM candidates WHERE code = @code AND phone = @phone AND erased_at IS NULL`,
		pgx.StrictNamedArgs{"code": reference, "phone": number})
	if err != nil {
		return 0, err
	}
	if len(found) == 0 {
		return 0, wrong()
	}
	_, err = s.DB.Exec(ctx, `UPDATE sign_in_attempts SET ok = true WHERE id = @id`, pgx.StrictNamedArgs{"id": try})
	return found[0], err
}

// try keeps a try as failed for now, unless there were too many.
func (s *Store) try(ctx context.Context, name, address string) (id int64, err error) {
	now := s.Now.Now()
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		_, err := s.DB.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('cauviec.key.' || @name, 0))`,
			pgx.StrictNamedArgs{"name": name})
		if err != nil {
			return err
		}
		type tally struct{ ByCode, ByAddress int }
		t, err := postgres.One[tally](ctx, s.DB, `
			SELECT (SELECT count(*)::int FROM sign_in_attempts WHERE username = @name AND at > @since AND NOT ok) AS by_code,
			       (SELECT count(*)::int FROM sign_in_attempts WHERE address = @address AND at > @since AND NOT ok) AS by_address`,
			pgx.StrictNamedArgs{"name": name, "address": address, "since": now.Add(-window)})
		if err != nil {
			return err
		}
		if t.ByCode >= codeFailures || t.ByAddress >= addressFailures {
			return errs.One("code", "candidate.problem.wait", int(window/time.Minute))
		}
		id, err = postgres.Value[int64](ctx, s.DB, `
			INSERT INTO sign_in_attempts (username, address, at, ok) VALUES (@name, @address, @at, false) RETURNING id`,
			pgx.StrictNamedArgs{"name": name, "address": address, "at": now})
		return err
	})
	return id, err
}
