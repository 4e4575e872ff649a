package dashboard

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/postgres"
)

// lateDays is how far "lately" reaches back on dashboards.
const lateDays = 7

// homeDistrict joins candidates c with the district of their home. Of people
// erased only the district may be left.
const homeDistrict = `
	LEFT JOIN areas place ON place.id = c.area_id
	LEFT JOIN areas home ON home.id = CASE WHEN place.kind IN ('commune', 'ward', 'township') THEN place.parent_id ELSE place.id END`

// firstWork joins candidates c with the stages that each person ever reached
// with any vacancy.
const firstWork = `
	LEFT JOIN LATERAL (
	    SELECT min(r.introduced_at) AS introduced_at, min(r.interviewed_at) AS interviewed_at, min(r.hired_at) AS hired_at,
	           min(r.started_at) AS started_at, min(r.stayed_1_at) AS stayed_1_at, min(r.stayed_3_at) AS stayed_3_at,
	           bool_or(r.status = 'registered') AS to_introduce, bool_or(r.status = 'introduced') AS to_interview,
	           bool_or(r.status = 'interviewed') AS to_decide, bool_or(r.status = 'hired') AS to_start,
	           min(r.introduced_at) FILTER (WHERE r.status = 'introduced') AS oldest_introduced,
	           min(r.registered_at) FILTER (WHERE r.status = 'registered') AS oldest_registered
	    FROM referrals r JOIN vacancies v ON v.id = r.vacancy_id
	    WHERE r.candidate_id = c.id AND (@employer::bigint = 0 OR v.employer_id = @employer AND r.introduced_at IS NOT NULL)) w ON true`

// People are how many came how far; each is counted once.
type People struct {
	Registered  int // erased people too: counts stay
	Kept        int // of them, not erased
	Introduced  int
	Interviewed int
	Hired       int
	Started     int
	Stayed1     int // at work after one month
	Stayed3     int // and after three
	Lately      int // started in the last seven days
	Before      int // and in the seven days before
	Attended    int // at drives, as reported
	Wanted      int // by all orders ever published

	ToIntroduce int // registered, and not yet introduced; erased people are left out
	ToInterview int // introduced, without a result
	ToDecide    int // interviewed, without a result
	ToStart     int // hired, and not yet at work

	OldestIntroduced *time.Time
	OldestRegistered *time.Time
}

// Due is how many wait for a result from an employer.
func (p People) Due() int { return p.ToInterview + p.ToDecide }

func loadPeople(ctx context.Context, s *Store, b *Board) (err error) {
	if !b.self.May(access.CountCandidates) {
		return nil
	}
	args := s.peopleOf(b)
	args["lately"], args["before"] = b.Today.Add(-lateDays).Start(), b.Today.Add(-2*lateDays).Start()
	b.People, err = postgres.One[People](ctx, s.db, selectPeople, args)
	return err
}

// peopleOf are the arguments that limit people to a board: a district's by
// their home, a commune's by who entered them, an employer's by introduction.
func (s *Store) peopleOf(b *Board) pgx.StrictNamedArgs {
	args := pgx.StrictNamedArgs{"district": int64(0), "entered": int64(0), "employer": int64(0)}
	switch b.Body.Kind {
	case access.District:
		args["district"] = b.Body.AreaID
	case access.Commune:
		args["entered"] = b.Body.ID
	case access.Employer:
		args["employer"] = b.self.Employer
	}
	return args
}

// peopleInReach is true for candidates c of a board.
const peopleInReach = `(@district::bigint = 0 OR home.id = @district) AND (@entered::bigint = 0 OR c.entered_by_body_id = @entered)
	AND (@employer::bigint = 0 OR w.introduced_at IS NOT NULL)`

const selectPeople = `
	SELECT count(*) AS registered, count(*) FILTER (WHERE c.erased_at IS NULL) AS kept, count(w.introduced_at) AS introduced, count(w.interviewed_at) AS interviewed,
	       count(w.hired_at) AS hired, count(w.started_at) AS started, count(w.stayed_1_at) AS stayed1, count(w.stayed_3_at) AS stayed3,
	       count(*) FILTER (WHERE w.started_at >= @lately) AS lately,
	       count(*) FILTER (WHERE w.started_at >= @before AND w.started_at < @lately) AS before,
	       COALESCE((SELECT sum(d.attended) FROM drives d JOIN bodies at ON at.id = d.district_body_id
	                 WHERE @district::bigint = 0 OR at.area_id = @district), 0)::int AS attended,
	       COALESCE((SELECT sum(v.headcount) FROM vacancies v WHERE v.revision > 0
	                 AND (@employer::bigint = 0 OR v.employer_id = @employer)), 0)::int AS wanted,
	       count(*) FILTER (WHERE w.to_introduce AND c.erased_at IS NULL) AS to_introduce,
	       count(*) FILTER (WHERE w.to_interview AND c.erased_at IS NULL) AS to_interview,
	       count(*) FILTER (WHERE w.to_decide AND c.erased_at IS NULL) AS to_decide,
	       count(*) FILTER (WHERE w.to_start AND c.erased_at IS NULL) AS to_start,
	       min(w.oldest_introduced) AS oldest_introduced, min(w.oldest_registered) AS oldest_registered
	FROM candidates c
	` + homeDistrict + firstWork + `
	WHERE ` + peopleInReach

// Week is how many people registered and started work in a week that begins
// on Day.
type Week struct {
	Day        time.Time
	Registered int
	Started    int
}

// weeksBack is how many whole weeks a chart looks back.
const weeksBack = 12

func loadWeeks(ctx context.Context, s *Store, b *Board) (err error) {
	if !b.self.May(access.CountCandidates) {
		return nil
	}
	args := s.peopleOf(b)
	args["from"], args["until"] = b.Today.Add(1-7*weeksBack).Start(), b.Today.End()
	b.Weeks, err = postgres.All[Week](ctx, s.db, selectWeeks, args)
	return err
}

const selectWeeks = `
	WITH people AS (
	    SELECT c.created_at, w.started_at
	    FROM candidates c
	    ` + homeDistrict + firstWork + `
	    WHERE ` + peopleInReach + ` AND (c.created_at >= @from OR w.started_at >= @from))
	SELECT week AS day, count(*) FILTER (WHERE p.created_at >= week AND p.created_at < week + interval '7 days') AS registered,
	       count(*) FILTER (WHERE p.started_at >= week AND p.started_at < week + interval '7 days') AS started
	FROM generate_series(@from::timestamptz, @until::timestamptz - interval '1 day', interval '7 days') AS week
	LEFT JOIN people p ON true
	GROUP BY week
	ORDER BY week
	LIMIT 60`

// Cell is how many people from a home district have work, or have been hired,
// in a zone. Zone is 0 for workplaces outside of all zones.
type Cell struct {
	DistrictID int64
	DistrictVi string
	DistrictEn string
	Zone       int64
	ZoneName   string
	N          int
}

// loadCells counts those hired and not gone: the people whom a coach line
// would carry.
func loadCells(ctx context.Context, s *Store, b *Board) (err error) {
	if !b.self.May(access.CountCandidates) {
		return nil
	}
	b.Cells, err = postgres.All[Cell](ctx, s.db, `
		SELECT d.id AS district_id, d.short_vi AS district_vi, d.short_en AS district_en, COALESCE(z.id, 0) AS zone,
		       COALESCE(z.name, '') AS zone_name, count(DISTINCT c.id) AS n
		FROM referrals r
		JOIN candidates c ON c.id = r.candidate_id
		`+homeDistrict+`
		JOIN bodies d ON d.kind = 'district' AND d.area_id = home.id
		JOIN vacancies v ON v.id = r.vacancy_id
		LEFT JOIN zones z ON z.id = v.zone_id
		WHERE r.status IN ('hired', 'started', 'stayed_1', 'stayed_3')
		GROUP BY d.id, z.id
		ORDER BY d.folded, d.id, z.id
		LIMIT 2000`)
	return err
}
