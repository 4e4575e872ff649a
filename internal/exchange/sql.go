package exchange

// selectFacts reads public vacancies of which something changed @from an
// instant on, the beginning of the day @since: the wording, the status, the
// employer, or that the last day was over.
const selectFacts = `
	WITH touched AS (
		SELECT vacancy_id AS id FROM vacancy_revisions WHERE at >= @from
		UNION
		SELECT thing_id FROM journal WHERE thing = 'vacancy' AND at >= @from AND from_value <> to_value
		UNION
		SELECT id FROM vacancies
		WHERE published_at >= @from OR ended_at >= @from OR closes_on >= @since::date - 1 AND closes_on < @today::date
		UNION
		SELECT v.id FROM vacancies v JOIN employers e ON e.id = v.employer_id
		WHERE e.state_at >= @from OR e.id IN (SELECT thing_id FROM journal WHERE thing = 'employer' AND at >= @from))
	SELECT v.code, v.employer_id, v.employer_ref, v.title, COALESCE(v.occupation_code, '') AS occupation_code,
		COALESCE(v.zone_id, 0) AS zone_id, COALESCE(v.area_id, 0) AS area_id, v.workplace, v.headcount, v.batches, v.description,
		v.position, v.education, v.qualification, v.experience, v.contract, v.hours, v.shift, v.turns, v.work_days, v.basic_wage,
		v.income_from, v.income_to, v.allowances, v.overtime_hours, v.pay_note, v.benefits, v.conditions, v.priority_groups,
		v.couples, v.papers, v.no_fee, v.contact_name, v.contact_phone, v.starts_on, v.closes_on,
		v.status, v.revision, COALESCE(r.revised_at, v.published_at) AS revised_at, COALESCE(r.first_at, v.published_at) AS first_at,
		(SELECT max(j.at) FROM journal j WHERE j.thing = 'vacancy' AND j.thing_id = v.id AND j.from_value <> j.to_value
			AND j.to_value = 'paused') AS paused_at,
		v.ended_at, COALESCE(p.code, '') AS relisted_from, COALESCE(m.code, '') AS merged_into, v.sample,
		e.tax_code, e.name AS employer_name, e.type AS employer_type, e.industry_code AS industry, e.products, e.size_band,
		e.address, COALESCE(ez.name, '') AS employer_zone, e.state AS employer_state, e.state_at AS employer_state_at,
		COALESCE(o.name_vi, '') AS occupation_name, COALESCE(z.name, '') AS zone_name,
		COALESCE(z.province_code, a.province_code, '') AS province_code, COALESCE(a.code, '') AS area_code,
		a.valid_from AS area_since, COALESCE(a.name, '') AS area_name
	FROM touched t
	JOIN vacancies v ON v.id = t.id
	JOIN employers e ON e.id = v.employer_id
	LEFT JOIN LATERAL (SELECT min(at) AS first_at, max(at) AS revised_at FROM vacancy_revisions WHERE vacancy_id = v.id) r ON true
	LEFT JOIN vacancies p ON p.id = v.relisted_from AND p.revision > 0
	LEFT JOIN vacancies m ON m.id = v.merged_into AND m.revision > 0
	LEFT JOIN zones ez ON ez.id = e.zone_id
	LEFT JOIN zones z ON z.id = v.zone_id
	LEFT JOIN areas a ON a.id = v.area_id
	LEFT JOIN occupations o ON o.code = v.occupation_code
	WHERE @all AND v.revision > 0
	ORDER BY v.id
	LIMIT @limit`

const insertExport = `
	INSERT INTO exchange_exports (at, since, mapping, records, appeared, changed, closed, heading, sha256, lines, account_id, body_id)
	VALUES (@at, @since, @mapping, @records, @appeared, @changed, @closed, @heading, @sha256, @lines, NULLIF(@account::bigint, 0), @body)
	RETURNING id`

const selectExports = `
	SELECT x.id, x.at, x.since, x.mapping, x.records, x.appeared, x.changed, x.closed, COALESCE(a.full_name, '') AS person,
		b.short_vi AS body_vi, b.short_en AS body_en
	FROM exchange_exports x
	JOIN bodies b ON b.id = x.body_id
	LEFT JOIN accounts a ON a.id = x.account_id
	WHERE @all AND (@before::bigint = 0 OR x.id < @before)
	ORDER BY x.id DESC
	LIMIT @limit`
