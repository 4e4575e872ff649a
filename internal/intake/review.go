package intake

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/sheet"
	"cauviec/internal/vacancy"
)

// claimReview takes the oldest preview that the coach has not read, and holds
// it.
const claimReview = `
	SELECT i.id, i.headers
	FROM imports i
	WHERE i.state = 'preview' AND NOT i.reviewed
	ORDER BY i.id
	LIMIT 1
	FOR UPDATE SKIP LOCKED`

// reviewNext lets the law's coach read the oldest preview that it has not. A
// preview can be looked at, and its drafts confirmed, before that: reading ten
// thousand adverts takes longer than all the rest.
func (s *Store) reviewNext(ctx context.Context) (found bool, err error) {
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		next, err := postgres.One[struct {
			ID      int64
			Headers []string
		}](ctx, s.DB, claimReview)
		if errors.Is(err, errs.NotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		found = true
		return s.review(ctx, next.ID, next.Headers)
	})
	return found, err
}

// review notes with each row that is taken what the coach has against it: what
// it stops is missing before the vacancy can be submitted.
func (s *Store) review(ctx context.Context, id int64, headers []string) error {
	rows, err := s.taken(ctx, id)
	if err != nil {
		return err
	}
	findings, err := s.laws(rows, s.Words.titles().read("", sheet.Row{Cells: headers}))
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	for i, r := range rows {
		if findings[i] == 0 {
			continue
		}
		var missing []byte // NULL: nothing is
		if len(r.Missing) > 0 {
			if missing, err = json.Marshal(r.Missing); err != nil {
				return err
			}
		}
		b.Queue(`UPDATE import_rows SET findings = $3, missing = $4 WHERE import_id = $1 AND row_no = $2`, id, r.RowNo, findings[i], missing)
	}
	b.Queue(`UPDATE imports SET reviewed = true, incomplete = (
			SELECT count(*) FROM import_rows WHERE import_id = $1 AND outcome IN ('create', 'update') AND missing IS NOT NULL)
		WHERE id = $1`, id)
	return s.DB.Batch(ctx, b)
}

// laws adds what the coach stops to what is missing in the rows, and counts
// its findings in each.
func (s *Store) laws(rows []taken, h header) (findings []int, err error) {
	findings = make([]int, len(rows))
	wrong := make([]error, len(rows))
	err = together(len(rows), func(i int) {
		var d vacancy.Drafted
		if d, wrong[i] = rows[i].drafted(false); wrong[i] != nil {
			return
		}
		stops, n := d.Details.Law(s.Now.Today())
		findings[i] = n
		rows[i].Missing = append(rows[i].Missing, h.listed(stops, nil)...)
	})
	return findings, errors.Join(append(wrong, err)...)
}
