package search

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// rebuildBatch is how many vacancies are written by one statement.
const rebuildBatch = 2000

// sources reads what search knows of published vacancies, but for their places.
const sources = `
	SELECT v.id AS vacancy_id, v.published_at, v.closes_on, COALESCE(v.zone_id, 0) AS zone_id, v.employer_id,
		COALESCE(v.occupation_code, '') AS occupation_code, v.income_from, v.income_to, v.shift, v.benefits,
		COALESCE(z.lat, a.lat) AS lat, COALESCE(z.lon, a.lon) AS lon, v.couples, v.experience = 'none' AS no_experience,
		v.title, e.name AS employer, COALESCE(z.name, a.name, '') AS zone, COALESCE(o.name_vi, '') AS occupation, '' AS places,
		concat_ws(' ', v.description, v.pay_note, v.workplace, v.papers) AS text
	FROM vacancies v
	JOIN employers e ON e.id = v.employer_id
	LEFT JOIN zones z ON z.id = v.zone_id
	LEFT JOIN areas a ON a.id = v.area_id
	LEFT JOIN occupations o ON o.code = v.occupation_code
	WHERE v.status = 'published' AND v.published_at IS NOT NULL AND v.closes_on IS NOT NULL AND v.id > @after
	ORDER BY v.id
	LIMIT @limit`

const fillLive = `
	INSERT INTO live_vacancies (vacancy_id, published_at, closes_on, zone_id, employer_id, occupation_code,
		income_from, income_to, shift, benefits, lat, lon, terms)
	SELECT v.id, v.published_at, v.closes_on, v.zone_id, v.employer_id, COALESCE(v.occupation_code, ''),
		v.income_from, v.income_to, v.shift, string_to_array(t.offers, ','), COALESCE(z.lat, a.lat), COALESCE(z.lon, a.lon), t.terms::tsvector
	FROM unnest(@ids::bigint[], @offers::text[], @terms::text[]) AS t (id, offers, terms)
	JOIN vacancies v ON v.id = t.id
	LEFT JOIN zones z ON z.id = v.zone_id
	LEFT JOIN areas a ON a.id = v.area_id`

// Rebuild makes the narrow table anew from the published vacancies: after the
// rules of folding have changed, or when many were loaded at once. It reads a
// hundred thousand in seconds, in one transaction: queries meanwhile find what
// was there before.
func Rebuild(ctx context.Context, db *postgres.DB) (err error) {
	defer errs.Wrap(&err, "search.Rebuild")
	return db.InTx(ctx, func(ctx context.Context) error {
		if _, err := db.Exec(ctx, `DELETE FROM live_vacancies`); err != nil {
			return err
		}
		places, err := allPlaces(ctx, db)
		if err != nil {
			return err
		}
		var last int64
		for {
			batch, err := postgres.All[Entry](ctx, db, sources, pgx.StrictNamedArgs{"after": last, "limit": rebuildBatch})
			if err != nil {
				return err
			}
			if len(batch) == 0 {
				return noteAll(ctx, db)
			}
			if err := fill(ctx, db, batch, places); err != nil {
				return err
			}
			last = batch[len(batch)-1].VacancyID
		}
	})
}

// fill writes the rows of vacancies; places are those of zones.
func fill(ctx context.Context, db *postgres.DB, batch []Entry, places map[int64]string) error {
	ids, offers, vectors := make([]int64, len(batch)), make([]string, len(batch)), make([]string, len(batch))
	for i, e := range batch {
		e.Places = places[e.ZoneID]
		ids[i], offers[i], vectors[i] = e.VacancyID, strings.Join(e.offers(), ","), e.vector()
	}
	_, err := db.Exec(ctx, fillLive, pgx.StrictNamedArgs{"ids": ids, "offers": offers, "terms": vectors})
	return err
}
