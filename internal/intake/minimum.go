package intake

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
)

// minimums remembers the minimum wage of places. It changes on a few days
// only, so that all days between two of them share one answer.
type minimums struct {
	store *wage.Store
	turns []clock.Day // days from today on which anything changes, in order
	found map[workday]wage.Finding
}

type workday struct {
	place wage.Place
	day   clock.Day
}

func (s *Store) minimums(ctx context.Context, today clock.Day) (*minimums, error) {
	turns, err := postgres.Values[clock.Day](ctx, s.DB, `
		SELECT day FROM (
			SELECT effective_from AS day FROM minimum_wages UNION SELECT effective_to FROM minimum_wages
			UNION SELECT effective_from FROM wage_regions UNION SELECT effective_to FROM wage_regions
			UNION SELECT valid_from FROM areas UNION SELECT valid_to FROM areas) AS changes
		WHERE day > @today
		ORDER BY day
		LIMIT 1000`, pgx.StrictNamedArgs{"today": today})
	return &minimums{store: &wage.Store{DB: s.DB}, turns: turns, found: map[workday]wage.Finding{}}, err
}

// at is the minimum that details have to keep.
func (m *minimums) at(ctx context.Context, d vacancy.Details, today clock.Day) (wage.Finding, error) {
	day := today
	for _, turn := range m.turns {
		if !turn.After(d.WageDay(today)) {
			day = turn
		}
	}
	key := workday{d.Place(), day}
	if found, known := m.found[key]; known {
		return found, nil
	}
	found, err := m.store.At(ctx, access.Everything(), key.place, key.day)
	m.found[key] = found
	return found, err
}
