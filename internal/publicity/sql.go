package publicity

// selectItems reads pieces in scope. A vacancy that is not open is one that a
// reader of the piece could not register for.
const selectItems = `
	SELECT i.id, i.body_id, b.short_vi AS body_vi, b.short_en AS body_en, i.vacancy_id,
	       COALESCE(v.title, '') AS vacancy_title, COALESCE(v.slug, '') AS vacancy_slug,
	       i.vacancy_revision, COALESCE(v.revision, 0) AS current_revision,
	       COALESCE(v.status = 'published' AND v.closes_on >= @today, false) AS vacancy_open,
	       i.form, i.status, i.title, i.planned_on, i.published_at, i.link, i.version
	FROM publicity_items i
	JOIN bodies b ON b.id = i.body_id
	LEFT JOIN vacancies v ON v.id = i.vacancy_id
	WHERE (@all OR i.body_id = ANY (@bodies))`

const insertItem = `
	INSERT INTO publicity_items (partnership_id, body_id, vacancy_id, vacancy_revision, form, status, title, planned_on, created_at, created_by)
	SELECT p.id, @body, NULLIF(@vacancy::bigint, 0), @revision, @form, 'planned', @title, @planned_on, @at, NULLIF(@by::bigint, 0)
	FROM partnerships p ORDER BY p.id LIMIT 1
	RETURNING id`

const selectChoices = `
	SELECT v.id, v.title, e.name AS employer, COALESCE(z.name, '') AS zone_name, count(i.id)::int AS pieces
	FROM vacancies v
	JOIN employers e ON e.id = v.employer_id
	LEFT JOIN zones z ON z.id = v.zone_id
	LEFT JOIN publicity_items i ON i.vacancy_id = v.id AND i.status <> 'cancelled' AND (@all OR i.body_id = ANY (@bodies))
	WHERE v.status = 'published' AND v.closes_on >= @today
	GROUP BY v.id, e.name, z.name
	ORDER BY count(i.id), v.published_at DESC, v.id
	LIMIT 200`
