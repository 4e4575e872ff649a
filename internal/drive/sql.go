package drive

// selectDrives names districts and communes as places: without "UBND", which
// their bodies' short names begin with.
const selectDrives = `
	SELECT d.id, d.kind, d.status, d.status_reason, d.district_body_id AS district_id, replace(dis.short_vi, 'UBND ', '') AS district_vi, dis.short_en AS district_en,
	       d.commune_body_id AS commune_id, replace(com.short_vi, 'UBND ', '') AS commune_vi, com.short_en AS commune_en,
	       d.planned_by, pla.short_vi AS planner_vi, pla.short_en AS planner_en,
	       d.title, d.slug, d.venue, d.starts_at, d.ends_at, d.note,
	       (SELECT count(*)::int FROM drive_employers x WHERE x.drive_id = d.id) AS employers,
	       (SELECT count(*)::int FROM drive_vacancies x WHERE x.drive_id = d.id) AS vacancies,
	       d.attended, d.women, d.ethnic_minority, d.poor_household, d.counselled, d.registered, d.interviewed,
	       d.shortlisted, d.hired, d.leaflets, d.difficulties,
	       (SELECT count(*)::int FROM candidates c WHERE c.drive_id = d.id) AS named,
	       d.held_at, d.reported_at, d.verified_at, d.version
	FROM drives d
	JOIN bodies dis ON dis.id = d.district_body_id
	JOIN bodies com ON com.id = d.commune_body_id
	JOIN bodies pla ON pla.id = d.planned_by`

// inScope: every drive, those of the bodies in reach, or those that the
// employer takes part in.
const inScope = `(@all OR d.district_body_id = ANY (@bodies) OR d.commune_body_id = ANY (@bodies)
	OR @employer <> 0 AND EXISTS (SELECT FROM drive_employers x WHERE x.drive_id = d.id AND x.employer_id = @employer))`

const insertDrive = `
	INSERT INTO drives (partnership_id, kind, status, district_body_id, commune_body_id, planned_by, title, slug, venue,
	    starts_at, ends_at, note, created_at, created_by)
	SELECT p.id, @kind, 'planned', c.parent_id, c.id, @planner, @title, @slug, @venue, @starts_at, @ends_at, @note, @at, NULLIF(@by::bigint, 0)
	FROM bodies c, (SELECT id FROM partnerships ORDER BY id LIMIT 1) p
	WHERE c.id = @commune AND c.kind = 'commune' AND (@all OR c.parent_id = ANY (@bodies))
	RETURNING id`

const updateDrive = `
	UPDATE drives d
	SET kind = @kind, district_body_id = c.parent_id, commune_body_id = c.id, title = @title, slug = @slug, venue = @venue,
	    starts_at = @starts_at, ends_at = @ends_at, note = @note, version = version + 1
	FROM bodies c
	WHERE d.id = @id AND c.id = @commune AND c.kind = 'commune' AND (@all OR c.parent_id = ANY (@bodies))`

const insertEmployers = `
	INSERT INTO drive_employers (drive_id, employer_id)
	SELECT @id, e.id FROM employers e WHERE e.id = ANY (@employers) AND e.state = 'verified'`

// Employers of the chosen vacancies take part without being chosen again.
const insertVacancyEmployers = `
	INSERT INTO drive_employers (drive_id, employer_id)
	SELECT DISTINCT x.drive_id, v.employer_id FROM drive_vacancies x JOIN vacancies v ON v.id = x.vacancy_id WHERE x.drive_id = @id
	ON CONFLICT DO NOTHING`

const insertVacancies = `
	INSERT INTO drive_vacancies (drive_id, vacancy_id)
	SELECT @id, v.id FROM vacancies v WHERE v.id = ANY (@vacancies) AND v.status = 'published' AND v.closes_on >= @today`

const updateResults = `
	UPDATE drives
	SET attended = @attended, women = @women, ethnic_minority = @ethnic_minority, poor_household = @poor_household,
	    counselled = @counselled, registered = @registered, interviewed = @interviewed, shortlisted = @shortlisted,
	    hired = @hired, leaflets = @leaflets, difficulties = @difficulties,
	    status = 'reported', held_at = COALESCE(held_at, ends_at), reported_at = @at, reported_by = NULLIF(@by::bigint, 0),
	    version = version + 1
	WHERE id = @id`
