package index

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
)

// row is a live vacancy as the database keeps it, with its card.
type row struct {
	VacancyID      int64
	Published      time.Time
	LastDay        clock.Day
	AskedZone      string
	AskedEmployer  int64
	OccupationCode string
	Lowest         int64
	Reach          int64
	AskedShift     string
	AskedBenefits  []string
	AskedLat       *float64
	AskedLon       *float64
	Terms          string
	Shown          bool
	board.Card
}

// selected are those of row. What is asked for is read from the table of search
// and what is shown from where the board reads it.
const selected = `
	SELECT l.vacancy_id, l.published_at AS published, l.closes_on AS last_day, COALESCE(lz.slug, '') AS asked_zone,
		l.employer_id AS asked_employer, l.occupation_code, l.income_from AS lowest,
		GREATEST(l.income_from, l.income_to) AS reach, l.shift AS asked_shift, l.benefits AS asked_benefits,
		l.lat AS asked_lat, l.lon AS asked_lon, l.terms::text AS terms, le.state = 'verified' AS shown,` + board.CardColumns + `
	FROM live_vacancies l
	JOIN employers le ON le.id = l.employer_id
	LEFT JOIN zones lz ON lz.id = l.zone_id
	JOIN vacancies v ON v.id = l.vacancy_id` + board.CardTables

// Which vacancies are read. Those that closed before since will not open again
// unless they change.
const (
	readAll  = selected + ` WHERE l.closes_on >= @since ORDER BY l.published_at, l.vacancy_id`
	readSome = selected + ` WHERE l.closes_on >= @since AND l.vacancy_id = ANY (@ids) ORDER BY l.vacancy_id LIMIT 10000`
)

// read passes the vacancies of a query on, one by one.
func read(ctx context.Context, db *postgres.DB, put func(row), sql string, args pgx.StrictNamedArgs) error {
	rows, err := db.Query(ctx, sql, args)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		r, err := pgx.RowToStructByName[row](rows)
		if err != nil {
			return err
		}
		put(r)
	}
	return rows.Err()
}

func instant(micros int64) time.Time { return time.UnixMicro(micros).UTC() }
