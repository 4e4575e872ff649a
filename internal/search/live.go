// Package search finds published vacancies. It keeps a narrow table of its own,
// live_vacancies, whose words are folded once when a vacancy is published, and
// answers queries from it; package index answers the same queries from memory,
// told by live_changes what to read again.
//
// A query's text is read as people mean it (see [Ask] and meanings.txt): kinds of
// work by whatever name, places, what comes with the work, and plain words, with
// or without marks. A vacancy is found when it meets all of them; one that says so
// in its title goes first, one where only the text does last. Search knows
// nothing of drafts: who publishes, pauses or ends a vacancy calls [Put] and
// [Remove]. Whether a vacancy is open is judged by its last day when asked, and
// whether it may be shown by the state of its employer.
package search

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Entry is what search knows of one published vacancy. Money is VND a month.
type Entry struct {
	VacancyID      int64
	PublishedAt    time.Time
	ClosesOn       clock.Day // the last day to register
	ZoneID         int64     // 0: outside every zone
	EmployerID     int64
	OccupationCode string
	IncomeFrom     int64
	IncomeTo       int64
	Shift          string
	Benefits       []string
	Lat, Lon       *float64 // where the work is, if known
	Couples        bool     // couples are taken together
	NoExperience   bool     // no experience is asked for
	Title          string
	Employer       string // names, as people read them
	Zone           string
	Occupation     string
	Places         string // names of where the zone lies, on every map; Put finds them
	Text           string // what else it says: description, pay, papers
}

const put = `
	INSERT INTO live_vacancies (vacancy_id, published_at, closes_on, zone_id, employer_id, occupation_code,
		income_from, income_to, shift, benefits, lat, lon, terms)
	VALUES (@vacancy_id, @published_at, @closes_on, NULLIF(@zone_id::bigint, 0), @employer_id, @occupation_code,
		@income_from, @income_to, @shift, @benefits, @lat, @lon, @terms::text::tsvector)
	ON CONFLICT (vacancy_id) DO UPDATE SET
		published_at = EXCLUDED.published_at, closes_on = EXCLUDED.closes_on, zone_id = EXCLUDED.zone_id,
		employer_id = EXCLUDED.employer_id, occupation_code = EXCLUDED.occupation_code,
		income_from = EXCLUDED.income_from, income_to = EXCLUDED.income_to, shift = EXCLUDED.shift,
		benefits = EXCLUDED.benefits, lat = EXCLUDED.lat, lon = EXCLUDED.lon, terms = EXCLUDED.terms`

// Put makes a vacancy findable, or replaces what search knew of it. It joins
// the transaction of ctx, so that the vacancy, its entry and the note of the
// change appear together.
func Put(ctx context.Context, db *postgres.DB, e Entry) (err error) {
	defer errs.Wrap(&err, "search.Put(%d)", e.VacancyID)
	if e.Places, err = placesOf(ctx, db, e.ZoneID); err != nil {
		return err
	}
	return changed(ctx, db, e.VacancyID, put, pgx.StrictNamedArgs{
		"vacancy_id": e.VacancyID, "published_at": e.PublishedAt, "closes_on": e.ClosesOn,
		"zone_id": e.ZoneID, "employer_id": e.EmployerID, "occupation_code": e.OccupationCode,
		"income_from": e.IncomeFrom, "income_to": e.IncomeTo, "shift": e.Shift, "benefits": e.offers(),
		"lat": e.Lat, "lon": e.Lon,
		"terms": e.vector(),
	})
}

// Remove makes a vacancy impossible to find. One that is not there is no error.
func Remove(ctx context.Context, db *postgres.DB, vacancyID int64) (err error) {
	defer errs.Wrap(&err, "search.Remove(%d)", vacancyID)
	return changed(ctx, db, vacancyID, `DELETE FROM live_vacancies WHERE vacancy_id = @id`, pgx.StrictNamedArgs{"id": vacancyID})
}
