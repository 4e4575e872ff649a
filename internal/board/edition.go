package board

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Edition names the state of all that the page of a published vacancy is made
// from in the database: it is another after every change of the vacancy, its
// employer, its place and its occupation, by the transactions that wrote these
// rows last, and with the number of people at work on an order with batches.
// Drafts are NotFound.
func (s *Store) Edition(ctx context.Context, vacancyID int64) (edition string, err error) {
	defer errs.Wrap(&err, "board.Edition(%d)", vacancyID)
	return postgres.Value[string](ctx, s.DB, `
		SELECT concat_ws(' ', v.xmin, e.xmin, z.xmin, a.xmin, o.xmin, CASE WHEN jsonb_array_length(v.batches) > 0 THEN (
			SELECT count(*) FROM referrals r WHERE r.vacancy_id = v.id AND r.started_at IS NOT NULL AND r.status <> 'left') END)
		FROM vacancies v
		JOIN employers e ON e.id = v.employer_id
		LEFT JOIN zones z ON z.id = v.zone_id
		LEFT JOIN areas a ON a.id = v.area_id
		LEFT JOIN occupations o ON o.code = v.occupation_code
		WHERE v.id = @id AND v.revision > 0`, pgx.StrictNamedArgs{"id": vacancyID})
}
