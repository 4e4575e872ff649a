package vacancy

// columns of vacancies v with what they point at, as Vacancy has them.
const columns = `v.id, v.code, v.slug, v.employer_id, v.employer_ref, v.title, COALESCE(v.occupation_code, '') AS occupation_code,
	COALESCE(v.zone_id, 0) AS zone_id, COALESCE(v.area_id, 0) AS area_id, v.workplace, v.headcount, v.batches, v.description, v.position,
	v.education, v.qualification, v.experience, v.contract, v.hours, v.shift, v.turns, v.work_days, v.basic_wage, v.income_from,
	v.income_to, v.allowances, v.overtime_hours, v.pay_note, v.benefits, v.conditions, v.priority_groups, v.couples, v.papers, v.no_fee, v.contact_name, v.contact_phone,
	v.starts_on, v.closes_on, v.status, v.return_reason, v.end_reason, v.revision, v.version, v.created_at,
	COALESCE(v.created_by, 0) AS created_by, v.submitted_at, COALESCE(v.submitted_by, 0) AS submitted_by,
	v.published_at, COALESCE(v.published_by, 0) AS published_by, v.ended_at, v.sample,
	COALESCE(v.relisted_from, 0) AS relisted_from, COALESCE(v.amends, 0) AS amends, v.amend_why, COALESCE(v.merged_into, 0) AS merged_into,
	v.publish_at, COALESCE(v.publish_by, 0) AS publish_by, v.missed_at, v.missed_fields, v.short_known,
	v.outcome, v.outcome_hired, v.outcome_reason, v.outcome_at,
	e.name AS employer_name, e.slug AS employer_slug, e.state AS employer_state, e.living,
	COALESCE(z.name, '') AS zone_name, COALESCE(z.slug, '') AS zone_slug, COALESCE(a.name, '') AS area_name,
	COALESCE(o.name_vi, '') AS occupation_vi, COALESCE(o.name_en, '') AS occupation_en,
	COALESCE(z.lat, a.lat) AS lat, COALESCE(z.lon, a.lon) AS lon`

const from = `
	FROM vacancies v
	JOIN employers e ON e.id = v.employer_id
	LEFT JOIN zones z ON z.id = v.zone_id
	LEFT JOIN areas a ON a.id = v.area_id
	LEFT JOIN occupations o ON o.code = v.occupation_code`

// inScope is true for the vacancies that a scope sees; those who do not write
// vacancies see what was published once.
const inScope = `(@all OR v.employer_id = @own) AND (@drafts OR v.revision > 0)`

// state is what a vacancy is called @today.
const state = `CASE WHEN v.status IN ('published', 'paused') AND v.closes_on < @today THEN 'expired'
	WHEN v.merged_into IS NOT NULL AND v.amends IS NULL THEN 'merged' ELSE v.status END`

const selectOne = `SELECT ` + columns + from + ` WHERE v.id = @id AND ` + inScope

const lockOne = selectOne + ` FOR UPDATE OF v`

// holdEmployer keeps the employer's state as it is until the transaction ends.
// It comes before the vacancy's own lock: suspending an employer locks in this
// order too.
const holdEmployer = `
	SELECT e.id FROM employers e JOIN vacancies v ON v.employer_id = e.id WHERE v.id = @id FOR SHARE OF e`

const selectPublic = `SELECT ` + columns + from + ` WHERE v.revision > 0 AND `

const matches = inScope + `
	AND (@status = '' OR ` + state + ` = @status)
	AND (@employer::bigint = 0 OR v.employer_id = @employer)
	AND (@zone::bigint = 0 OR v.zone_id = @zone)
	AND (@mine::bigint = 0 OR v.created_by = @mine OR v.submitted_by = @mine)
	AND (@expiring::date IS NULL OR v.status = 'published' AND v.closes_on BETWEEN @today AND @expiring::date)
	AND (@view = '' OR CASE @view WHEN 'short' THEN ` + ShortSQL + ` WHEN 'doubled' THEN ` + DoubledSQL + `
		WHEN 'unasked' THEN ` + UnaskedSQL + ` WHEN 'thinned' THEN ` + ThinnedSQL + ` WHEN 'missed' THEN ` + MissedSQL + `
		WHEN 'unbrought' THEN ` + UnbroughtSQL + ` WHEN 'unpublicised' THEN ` + UnpublicisedSQL + ` ELSE false END)
	AND (@text = '' OR v.code = upper(@text) OR v.slug LIKE '%' || replace(@text, ' ', '-') || '%' OR e.folded LIKE '%' || @text || '%')`

const selectMany = `SELECT ` + columns + from + `
	WHERE ` + matches + ` AND (@before::bigint = 0 OR v.id < @before)
	ORDER BY v.id DESC
	LIMIT @limit`

const countStates = `
	SELECT ` + state + ` AS status, count(*) AS n
	FROM vacancies v JOIN employers e ON e.id = v.employer_id
	WHERE ` + matches + `
	GROUP BY 1
	ORDER BY 1
	LIMIT 10`

// insertDraft does nothing when the code is taken: another one is drawn then.
const insertDraft = `
	INSERT INTO vacancies (code, slug, employer_id, status, title, occupation_code, zone_id, area_id, workplace, headcount,
		description, position, education, qualification, experience, contract, hours, shift, basic_wage, income_from,
		income_to, pay_note, benefits, conditions, priority_groups, papers, no_fee, contact_name, contact_phone, starts_on,
		closes_on, employer_ref, batches, turns, work_days, allowances, overtime_hours, couples, relisted_from, amends, amend_why,
		created_at, created_by)
	VALUES (@code, @slug, @employer_id, 'draft', @title, NULLIF(@occupation_code, ''), NULLIF(@zone_id::bigint, 0),
		NULLIF(@area_id::bigint, 0), @workplace, @headcount, @description, @position, @education, @qualification, @experience,
		@contract, @hours, @shift, @basic_wage, @income_from, @income_to, @pay_note, @benefits, @conditions, @priority_groups,
		@papers, @no_fee, @contact_name, @contact_phone, @starts_on, @closes_on,
		@employer_ref, @batches, @turns, @work_days, @allowances, @overtime_hours, @couples,
		NULLIF(@relisted_from::bigint, 0), NULLIF(@amends::bigint, 0), @amend_why, @now, NULLIF(@by::bigint, 0))
	ON CONFLICT (code) DO NOTHING
	RETURNING id`

const updateDetails = `
	UPDATE vacancies
	SET slug = @slug, employer_id = @employer_id, title = @title, occupation_code = NULLIF(@occupation_code, ''),
		zone_id = NULLIF(@zone_id::bigint, 0), area_id = NULLIF(@area_id::bigint, 0), workplace = @workplace,
		headcount = @headcount, description = @description, position = @position, education = @education,
		qualification = @qualification, experience = @experience, contract = @contract, hours = @hours, shift = @shift,
		basic_wage = @basic_wage, income_from = @income_from, income_to = @income_to, pay_note = @pay_note,
		benefits = @benefits, conditions = @conditions, priority_groups = @priority_groups, papers = @papers, no_fee = @no_fee,
		contact_name = @contact_name, contact_phone = @contact_phone, starts_on = @starts_on, closes_on = @closes_on,
		employer_ref = @employer_ref, batches = @batches, turns = @turns, work_days = @work_days, allowances = @allowances,
		overtime_hours = @overtime_hours, couples = @couples
	WHERE id = @id`

const updateStatus = `
	UPDATE vacancies
	SET status = @status, return_reason = @return_reason, end_reason = @end_reason, revision = @revision,
		submitted_at = @submitted_at, submitted_by = NULLIF(@submitted_by::bigint, 0), published_at = @published_at,
		published_by = NULLIF(@published_by::bigint, 0), ended_at = @ended_at,
		relisted_from = NULLIF(@relisted_from::bigint, 0), amends = NULLIF(@amends::bigint, 0), amend_why = @amend_why,
		merged_into = NULLIF(@merged_into::bigint, 0), publish_at = @publish_at, publish_by = NULLIF(@publish_by::bigint, 0),
		missed_at = @missed_at, missed_fields = @missed_fields, short_known = @short_known, version = version + 1
	WHERE id = @id`

const insertRevision = `
	INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at, account_id, why)
	VALUES (@id, @revision, @facts, @now, NULLIF(@by::bigint, 0), @why)`

const selectRevisions = `
	SELECT r.revision, r.facts, r.at, COALESCE(c.full_name, '') AS person, r.why
	FROM vacancy_revisions r
	JOIN vacancies v ON v.id = r.vacancy_id
	LEFT JOIN accounts c ON c.id = r.account_id
	WHERE r.vacancy_id = @id AND ` + inScope + `
	ORDER BY r.revision DESC
	LIMIT 100`

// selectKnown says which of the things that a vacancy points at exist.
const selectKnown = `
	SELECT EXISTS (SELECT FROM employers e WHERE e.id = @employer AND (@all OR e.id = @own)) AS employer,
	       @occupation = '' OR EXISTS (SELECT FROM occupations WHERE code = @occupation) AS occupation,
	       @zone::bigint = 0 OR EXISTS (SELECT FROM zones WHERE id = @zone) AS zone,
	       @area::bigint = 0 OR EXISTS (SELECT FROM areas WHERE id = @area) AS area`
