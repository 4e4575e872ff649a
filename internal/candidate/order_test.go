package candidate_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/candidate"
	"cauviec/internal/postgres/postgrestest"
)

// The last start that an order wanted ends it in the same transaction, and the
// history names nobody.
func TestTheLastStartFillsTheOrder(t *testing.T) {
	t.Parallel()
	b := setup(t, postgrestest.Tx(t))
	exec(t, b, `UPDATE vacancies SET headcount = 1 WHERE id = @id`, pgx.StrictNamedArgs{"id": b.vacancies[0]})
	_, id := b.visitor(t, 0)
	state := func() string {
		return value[string](t, b, `SELECT status FROM vacancies WHERE id = @id`, pgx.StrictNamedArgs{"id": b.vacancies[0]})
	}
	b.to(t, id, 0, candidate.Hired)
	if state() != "published" {
		t.Errorf("with one hired it is %s", state())
	}
	b.to(t, id, 0, candidate.Started)
	if state() != "filled" {
		t.Errorf("with one at work it is %s", state())
	}
	by := value[string](t, b, `
		SELECT COALESCE(account_id::text, 'nobody') || ' ' || why FROM journal
		WHERE thing = 'vacancy' AND thing_id = @id AND action = 'fill_itself'`, pgx.StrictNamedArgs{"id": b.vacancies[0]})
	if by != "nobody 1/1" {
		t.Errorf("the history says %q", by)
	}
}
