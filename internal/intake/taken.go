package intake

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// taken is a row that confirming takes in, or undoing gives back.
type taken struct {
	RowNo     int
	Outcome   Outcome
	VacancyID int64
	Version   int
	Details   vacancy.Details
	Was       *vacancy.Details
	Missing   []Problem
}

// stored is such a row as the database keeps it.
type stored struct {
	RowNo     int
	Outcome   Outcome
	VacancyID int64
	Version   int
	Details   []byte
	Was       []byte
	Missing   []byte
}

const selectStored = `
	SELECT r.row_no, r.outcome, r.vacancy_id, r.version, r.details, r.was, r.missing
	FROM import_rows r
	WHERE r.import_id = @id AND r.outcome IN ('create', 'update') AND r.details IS NOT NULL
	ORDER BY r.row_no
	LIMIT @most`

func (s *Store) stored(ctx context.Context, id int64) ([]stored, error) {
	return postgres.All[stored](ctx, s.DB, selectStored, pgx.StrictNamedArgs{"id": id, "most": MostRows})
}

func (s *Store) taken(ctx context.Context, id int64) ([]taken, error) {
	rows, err := s.stored(ctx, id)
	if err != nil {
		return nil, err
	}
	return takenFrom(rows)
}

func takenFrom(rows []stored) (list []taken, err error) {
	list = make([]taken, len(rows))
	for i, r := range rows {
		list[i] = taken{RowNo: r.RowNo, Outcome: r.Outcome, VacancyID: r.VacancyID, Version: r.Version}
		for _, part := range []struct {
			text []byte
			into any
		}{{r.Details, &list[i].Details}, {r.Was, &list[i].Was}, {r.Missing, &list[i].Missing}} {
			if len(part.text) == 0 {
				continue
			}
			if err := json.Unmarshal(part.text, part.into); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// portion is how many rows are taken in at a time.
const portion = 1000

// part is some rows, ready to be taken in.
type part struct {
	rows []taken
	err  error
}

// ahead reads the parts one after the other while those before are taken in.
// It ends by itself: the channel has room for all of them.
func ahead(rows []stored) <-chan part {
	parts := make(chan part, len(rows)/portion+1)
	go func() {
		defer close(parts)
		for chunk := range slices.Chunk(rows, portion) {
			list, err := takenFrom(chunk)
			parts <- part{list, err}
			if err != nil {
				return
			}
		}
	}()
	return parts
}
