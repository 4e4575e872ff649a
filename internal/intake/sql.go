package intake

// columns of imports i with who did what, as Import has them.
const importColumns = `i.id, i.file_name, i.file_size, i.state, i.problem, i.version, i.rows, i.created, i.updated, i.same, i.refused,
	i.incomplete, i.moved, i.reread, i.reviewed, i.submitted, i.headers, i.ignored, i.judged_on, i.uploaded_at, u.full_name AS person,
	i.decided_at, COALESCE(d.full_name, '') AS decided_by, i.undone_at, COALESCE(n.full_name, '') AS undone_by,
	COALESCE(p.done, 0) AS done, COALESCE(p.total, 0) AS total,
	CASE WHEN i.state = 'waiting' THEN (SELECT count(*) FROM imports w WHERE w.state = 'waiting' AND w.id < i.id) ELSE 0 END AS before
	FROM imports i
	JOIN accounts u ON u.id = i.account_id
	LEFT JOIN accounts d ON d.id = i.decided_by
	LEFT JOIN accounts n ON n.id = i.undone_by
	LEFT JOIN import_progress p ON p.import_id = i.id`

// ofBody is true of the imports of the asking body.
const ofBody = `i.body_id = @body`

const selectImport = `SELECT ` + importColumns + ` WHERE i.id = @id AND ` + ofBody

const selectImports = `SELECT ` + importColumns + `
	WHERE ` + ofBody + ` AND (@before::bigint = 0 OR i.id < @before)
	ORDER BY i.id DESC
	LIMIT @limit`

const insertImport = `
	INSERT INTO imports (account_id, body_id, employer_id, file_name, file_size, state, uploaded_at)
	VALUES (@account, @body, NULLIF(@employer::bigint, 0), @name, @size, 'waiting', @now)
	RETURNING id`

const insertFile = `INSERT INTO import_files (import_id, content) VALUES (@id, @content)`

// claimNext takes the oldest sheet that nobody reads, and holds it.
const claimNext = `
	SELECT i.id, i.account_id, i.body_id, COALESCE(i.employer_id, 0) AS employer_id, i.version, f.content,
	       b.slug AS body_slug, b.side, b.kind
	FROM imports i
	JOIN import_files f ON f.import_id = i.id
	JOIN bodies b ON b.id = i.body_id
	WHERE i.state = 'waiting'
	ORDER BY i.id
	LIMIT 1
	FOR UPDATE OF i SKIP LOCKED`

const noteAttempt = `
	INSERT INTO import_progress (import_id, attempts) VALUES (@id, 1)
	ON CONFLICT (import_id) DO UPDATE SET attempts = import_progress.attempts + 1, done = 0, total = 0
	RETURNING attempts`

const noteProgress = `UPDATE import_progress SET done = @done, total = @total WHERE import_id = @id`

const closeReading = `
	UPDATE imports
	SET state = @state, problem = @problem, rows = @rows, created = @created, updated = @updated, same = @same, refused = @refused,
	    incomplete = @incomplete, reviewed = false, headers = @headers, ignored = @ignored, judged_on = @today, version = version + 1
	WHERE id = @id`

const rowColumns = `r.row_no, r.outcome, r.title, r.employer, r.ref, COALESCE(r.vacancy_id, 0) AS vacancy_id, COALESCE(r.changed, '{}') AS changed,
	COALESCE(r.problems, '[]') AS problems, COALESCE(r.missing, '[]') AS missing, r.findings, COALESCE(r.typed, '{}') AS typed`

const selectRows = `
	SELECT ` + rowColumns + `
	FROM import_rows r JOIN imports i ON i.id = r.import_id
	WHERE r.import_id = @id AND ` + ofBody + ` AND r.row_no > @after
	  AND CASE @show WHEN '' THEN true WHEN 'incomplete' THEN r.outcome IN ('create', 'update') AND r.missing IS NOT NULL ELSE r.outcome = @show END
	ORDER BY r.row_no
	LIMIT @limit`

// selectKnown finds rows of confirmed imports that said the same and whose
// vacancies are still as they made them.
const selectKnown = `
	SELECT DISTINCT ON (r.facts) r.facts, r.vacancy_id
	FROM import_rows r
	JOIN imports i ON i.id = r.import_id AND i.state = 'confirmed'
	JOIN vacancies v ON v.id = r.vacancy_id AND v.status NOT IN ('filled', 'withdrawn')
	WHERE r.facts = ANY (@facts) AND r.outcome = 'create' AND r.ref = ''
	ORDER BY r.facts, r.vacancy_id
	LIMIT 1000`
