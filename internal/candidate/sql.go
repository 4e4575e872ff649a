package candidate

import (
	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
)

// columns are those of Candidate, from candidates c, with its joins.
const columns = `c.id, c.code, c.full_name, COALESCE(c.birth_year, 0) AS birth_year, c.gender, c.phone,
	COALESCE(c.area_id, 0) AS area_id, COALESCE(a.name, '') AS commune, COALESCE(a.kind, '') AS commune_kind,
	COALESCE(d.name, '') AS district, COALESCE(d.kind, '') AS district_kind,
	CASE WHEN @all THEN c.note ELSE '' END AS note, COALESCE(b.short_vi, '') AS body_vi, COALESCE(b.short_en, '') AS body_en,
	COALESCE(c.drive_id, 0) AS drive_id, COALESCE(dr.title, '') AS drive_title, c.created_at, c.erase_on, c.erased_at,
	c.version, c.sample, ` + masked + ` AS masked`

const joins = `
	LEFT JOIN areas a ON a.id = c.area_id
	LEFT JOIN areas d ON d.id = a.parent_id
	LEFT JOIN bodies b ON b.id = c.entered_by_body_id
	LEFT JOIN drives dr ON dr.id = c.drive_id`

// masked is true for the people who do not, or no longer, agree to be known to
// the employer who asks.
const masked = `(@employer::bigint <> 0 AND NOT EXISTS (
	SELECT FROM consents k
	WHERE k.candidate_id = c.id AND k.purpose = 'introduce' AND k.withdrawn_at IS NULL
	  AND (k.employer_id = @employer OR k.employer_id IS NULL)))`

// inScope limits candidates c: a district or commune reaches whom it entered
// itself, an employer whom the centre introduced to it.
const inScope = `(@all OR @employer::bigint = 0 AND c.entered_by_body_id = @body OR @employer::bigint <> 0 AND EXISTS (
	SELECT FROM referrals sr JOIN vacancies sv ON sv.id = sr.vacancy_id
	WHERE sr.candidate_id = c.id AND sr.introduced_at IS NOT NULL AND sv.employer_id = @employer))`

// refInScope limits referrals r with their vacancies v: to an employer its own.
const refInScope = `(@employer::bigint = 0 OR v.employer_id = @employer AND r.introduced_at IS NOT NULL)`

// refColumns are those of Referral, from referrals r with vacancies v and
// employers e.
const refColumns = `r.id, r.candidate_id, r.vacancy_id, r.status, r.reason, r.registered_at, r.called_at, r.introduced_at,
	r.interviewed_at, r.hired_at, r.started_at, r.stayed_1_at, r.stayed_3_at, r.ended_at, COALESCE(r.drive_id, 0) AS drive_id,
	r.version, v.title AS vacancy_title, v.slug AS vacancy_slug, e.id AS employer_id, e.name AS employer_name,
	v.status = 'published' AND v.closes_on >= @today::date AND e.state = 'verified' AS vacancy_open`

const fromReferrals = `
	FROM referrals r
	JOIN vacancies v ON v.id = r.vacancy_id
	JOIN employers e ON e.id = v.employer_id`

// scoped are the arguments of inScope and refInScope together with more.
func scoped(scope access.Scope, more pgx.StrictNamedArgs) pgx.StrictNamedArgs {
	args := pgx.StrictNamedArgs{"all": scope.All, "body": scope.Body, "employer": employerOf(scope)}
	for name, value := range more {
		args[name] = value
	}
	return args
}

// employerOf is the employer to whom a scope is limited, or 0.
func employerOf(scope access.Scope) int64 {
	if scope.All {
		return 0
	}
	return scope.Employer
}

const insertCandidate = `
	INSERT INTO candidates (code, full_name, folded, birth_year, gender, phone, area_id, entered_by_body_id, entered_by,
	                        drive_id, created_at)
	VALUES (@code, @full_name, @folded, @birth_year, @gender, @phone, @area, NULLIF(@body, 0), NULLIF(@account, 0),
	        NULLIF(@drive, 0), @at)
	ON CONFLICT (code) DO NOTHING
	RETURNING id`

// selectSame finds the person who registered before: the same name, year of
// birth and phone, or home commune where there is no phone.
const selectSame = `
	SELECT id, code
	FROM candidates
	WHERE folded = @folded AND birth_year = @birth_year AND phone = @phone AND (@phone <> '' OR area_id = @area)
	  AND erased_at IS NULL
	ORDER BY id
	LIMIT 1
	FOR NO KEY UPDATE`

// insertConsent gives a consent unless the same one holds.
const insertConsent = `
	INSERT INTO consents (candidate_id, purpose, employer_id, manner, given_at)
	SELECT @candidate::bigint, @purpose::text, NULLIF(@employer::bigint, 0), @manner::text, @at::timestamptz
	WHERE NOT EXISTS (
	    SELECT FROM consents
	    WHERE candidate_id = @candidate AND purpose = @purpose AND withdrawn_at IS NULL
	      AND employer_id IS NOT DISTINCT FROM NULLIF(@employer::bigint, 0))`

const insertReferral = `
	INSERT INTO referrals (candidate_id, vacancy_id, status, registered_at, drive_id)
	VALUES (@candidate, @vacancy, 'registered', @at, NULLIF(@drive, 0))
	RETURNING id`

const updateReferral = `
	UPDATE referrals
	SET status = @status, reason = @reason, registered_at = @registered_at, called_at = @called_at,
	    introduced_at = @introduced_at, interviewed_at = @interviewed_at, hired_at = @hired_at, started_at = @started_at,
	    stayed_1_at = @stayed_1_at, stayed_3_at = @stayed_3_at, ended_at = @ended_at, version = version + 1
	WHERE id = @id`

// eraseCandidate leaves the row for the counts. Year of birth, gender and home
// district stay only with a consent to statistics.
const eraseCandidate = `
	UPDATE candidates c
	SET code = 'erased-' || c.id, full_name = '', folded = '', phone = '', note = '',
	    birth_year = CASE WHEN @statistics THEN c.birth_year END,
	    gender = CASE WHEN @statistics THEN c.gender ELSE '' END,
	    area_id = CASE WHEN @statistics THEN (SELECT COALESCE(a.parent_id, a.id) FROM areas a WHERE a.id = c.area_id) END,
	    erase_on = NULL, erased_at = @at, version = version + 1
	WHERE id = @id`
