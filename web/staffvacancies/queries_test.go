package staffvacancies_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
)

// counted counts the queries that are asked outside of transactions, as pages do.
type counted struct {
	postgres.Conn
	queries int
}

func (c *counted) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	c.queries++
	return c.Conn.Query(ctx, sql, args...)
}

// A page asks as many questions for thirty vacancies as for one.
func TestPagesAskFewQuestions(t *testing.T) {
	t.Parallel()
	counter := &counted{Conn: postgrestest.Pool(t)}
	w := setupOn(t, postgres.New(counter))
	address := w.at(t, vacancy.Published)
	draft := ""
	for range 4 {
		draft = w.at(t, vacancy.Draft)
	}
	for page, limit := range map[string]int{
		base: 4, address: 8, address + "/sua": 5, base + "/moi": 5, base + "/moi?doanh-nghiep=0100233488": 8, base + "/mau": 1,
		draft + "/soan/viec": 6, draft + "/soan/xem-lai": 3, draft + "/xem-truoc": 1, compareOf(draft, address): 5,
	} {
		counter.queries = 0
		w.get(t, w.centre, page)
		if counter.queries == 0 || counter.queries > limit {
			t.Errorf("%s: %d queries, at most %d", page, counter.queries, limit)
		}
	}
}

// compareOf is the address of two vacancies side by side.
func compareOf(left, right string) string {
	return left + "/so-sanh/" + value64(numberIn(right))
}
