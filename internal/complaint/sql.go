package complaint

// selectSubject prefers a code to a link, and a vacancy to an employer.
const selectSubject = `
	SELECT f.vacancy_id, f.vacancy_title, f.vacancy_code, f.employer_id, f.employer_name
	FROM (
		SELECT 1 AS place, v.id AS vacancy_id, v.title AS vacancy_title, v.code AS vacancy_code, e.id AS employer_id, e.name AS employer_name
		FROM vacancies v JOIN employers e ON e.id = v.employer_id
		WHERE v.code = ANY (@codes::text[]) AND v.revision > 0
		UNION ALL
		SELECT 2, v.id, v.title, v.code, e.id, e.name
		FROM vacancies v JOIN employers e ON e.id = v.employer_id
		WHERE v.id = @vacancy AND v.revision > 0
		UNION ALL
		SELECT 3, 0, '', '', e.id, e.name FROM employers e WHERE e.id = @employer AND e.state <> 'unverified'
	) f
	ORDER BY f.place, f.vacancy_id
	LIMIT 1`

// insertComplaint does nothing when the code is taken: another one is drawn then.
const insertComplaint = `
	INSERT INTO complaints (code, grounds, advert, vacancy_id, employer_id, words, phone, status, created_at)
	VALUES (@code, @grounds, @advert, NULLIF(@vacancy::bigint, 0), NULLIF(@employer::bigint, 0), @words, @phone, 'received', @now)
	ON CONFLICT (code) DO NOTHING
	RETURNING id`

// columns of complaints c, as Complaint has them. The phone is read apart.
const columns = `
	c.id, c.code, c.grounds, c.advert, COALESCE(c.vacancy_id, 0) AS vacancy_id, COALESCE(v.title, '') AS vacancy_title,
	COALESCE(v.code, '') AS vacancy_code, COALESCE(CASE WHEN v.status IN ('published', 'paused') AND v.closes_on < @today THEN 'expired' ELSE v.status END, '') AS vacancy_state,
	COALESCE(c.employer_id, 0) AS employer_id, COALESCE(e.name, '') AS employer_name, COALESCE(e.state, '') AS employer_state,
	c.words, '' AS phone, c.phone <> '' AS has_phone, c.status, c.outcome, COALESCE(c.merged_into, 0) AS merged_into,
	COALESCE(m.code, '') AS merged_into_code,
	(SELECT count(*) FROM complaints r WHERE r.merged_into = c.id) AS repeats,
	c.passed_on, c.passed_on_at, c.paused_at, c.closed_at, c.erase_on, c.erased_at, c.version, c.created_at`

const from = `
	FROM complaints c
	LEFT JOIN vacancies v ON v.id = c.vacancy_id
	LEFT JOIN employers e ON e.id = c.employer_id
	LEFT JOIN complaints m ON m.id = c.merged_into`

// inScope is true for the complaints that a reader sees: all for those who
// triage, for the others those that name an employer.
const inScope = `(@all AND (@triage OR c.employer_id IS NOT NULL))`

// isOpen is true for complaints c that something is to be done about.
const isOpen = `c.status IN ('received', 'taken_up')`

// gravity is how much a complaint c cannot wait.
const gravity = `CASE WHEN c.grounds && @gravest::text[] THEN 2 WHEN c.grounds && @grave::text[] THEN 1 ELSE 0 END`

const selectOne = `SELECT ` + columns + from + ` WHERE c.id = @id AND ` + inScope

const lockOne = selectOne + ` FOR UPDATE OF c`

const selectOpen = `SELECT ` + columns + from + `
	WHERE ` + isOpen + ` AND ` + inScope + `
	  AND (@vacancy::bigint = 0 OR c.vacancy_id = @vacancy)
	  AND (@employer::bigint = 0 OR c.employer_id = @employer)
	  AND (NOT @passed_on OR c.passed_on_at IS NOT NULL)
	ORDER BY ` + gravity + ` DESC, c.id DESC
	LIMIT @limit`

const selectClosed = `SELECT ` + columns + from + `
	WHERE c.status IN ('settled', 'dismissed') AND ` + inScope + ` AND (@before::bigint = 0 OR c.id < @before)
	ORDER BY c.id DESC
	LIMIT @limit`

const countAll = `
	SELECT count(*) FILTER (WHERE ` + isOpen + `) AS open,
	       count(*) FILTER (WHERE ` + isOpen + ` AND ` + gravity + ` = 2) AS gravest,
	       min(c.created_at) FILTER (WHERE ` + isOpen + `) AS oldest,
	       count(*) FILTER (WHERE ` + isOpen + ` AND c.passed_on_at IS NOT NULL AND e.state <> 'suspended') AS passed_on,
	       count(*) FILTER (WHERE c.status IN ('settled', 'dismissed')) AS closed
	FROM complaints c LEFT JOIN employers e ON e.id = c.employer_id
	WHERE ` + inScope

const updateOne = `
	UPDATE complaints
	SET status = @status, outcome = @outcome, merged_into = NULLIF(@merged_into::bigint, 0), passed_on = @passed_on,
	    passed_on_at = @passed_on_at, paused_at = @paused_at, closed_at = @closed_at, erase_on = @erase_on, version = version + 1
	WHERE id = @id`
