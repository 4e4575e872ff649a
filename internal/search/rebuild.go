package search

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// rebuildBatch is how many vacancies are written by one statement.
const rebuildBatch = 2000

// source is what a rebuild reads of one published vacancy.
type source struct {
	ID       int64
	Title    string
	Others   []string
	Benefits []string
}

const sources = `
	SELECT v.id, v.title, v.benefits,
		ARRAY[e.name, COALESCE(z.name, v.workplace), COALESCE(o.name_vi, ''), COALESCE(a.name, ''), COALESCE(
			(SELECT string_agg(p.name, ' ' ORDER BY p.id) FROM zone_areas za JOIN areas p ON p.id = za.area_id
			WHERE za.zone_id = v.zone_id), '')] AS others
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
		v.income_from, v.income_to, v.shift,
		v.benefits || CASE WHEN v.benefits && @meals THEN ARRAY[@group::text] ELSE '{}' END,
		COALESCE(z.lat, a.lat), COALESCE(z.lon, a.lon), t.terms::tsvector
	FROM unnest(@ids::bigint[], @terms::text[]) AS t (id, terms)
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
		var last int64
		for {
			batch, err := postgres.All[source](ctx, db, sources, pgx.StrictNamedArgs{"after": last, "limit": rebuildBatch})
			if err != nil {
				return err
			}
			if len(batch) == 0 {
				return noteAll(ctx, db)
			}
			if err := fill(ctx, db, batch); err != nil {
				return err
			}
			last = batch[len(batch)-1].ID
		}
	})
}

func fill(ctx context.Context, db *postgres.DB, batch []source) error {
	ids, vectors := make([]int64, len(batch)), make([]string, len(batch))
	for i, s := range batch {
		ids[i], vectors[i] = s.ID, vector(s.Title, s.Others, grouped(s.Benefits))
	}
	_, err := db.Exec(ctx, fillLive, pgx.StrictNamedArgs{"ids": ids, "terms": vectors, "meals": mealBenefits, "group": Meals})
	return err
}
