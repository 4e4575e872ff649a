package intake

import (
	"context"
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// taken is a row that confirming takes in, or undoing gives back. Its details
// stay as they are kept until they are asked for.
type taken struct {
	RowNo     int
	Outcome   Outcome
	VacancyID int64
	Version   int
	Details   []byte
	Was       []byte
	Missing   []Problem
}

const selectTaken = `
	SELECT r.row_no, r.outcome, r.vacancy_id, r.version, r.details, r.was, r.missing
	FROM import_rows r
	WHERE r.import_id = @id AND r.outcome IN ('create', 'update') AND r.details IS NOT NULL
	ORDER BY r.row_no
	LIMIT @most`

func (s *Store) taken(ctx context.Context, id int64) ([]taken, error) {
	return postgres.All[taken](ctx, s.DB, selectTaken, pgx.StrictNamedArgs{"id": id, "most": MostRows})
}

// parted are the rows that make vacancies, and those that change some.
func parted(rows []taken) (fresh, changed []taken) {
	for _, r := range rows {
		if r.Outcome == Create {
			fresh = append(fresh, r)
		} else {
			changed = append(changed, r)
		}
	}
	return fresh, changed
}

// drafted is the row as vacancies take it. Submitted it is where that is asked
// for and nothing is missing.
func (r taken) drafted(submit bool) (vacancy.Drafted, error) {
	d := vacancy.Drafted{ID: r.VacancyID, Version: r.Version, Status: vacancy.Draft}
	if submit && r.complete() {
		d.Status = vacancy.Submitted
	}
	err := json.Unmarshal(r.Details, &d.Details)
	return d, err
}

// complete reports whether the row can be submitted.
func (r taken) complete() bool { return len(r.Missing) == 0 }
