package candidate

import (
	"context"
	"strings"
	"time"
	"unicode"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Filter narrows a list of people; empty fields do not. Query is part of a
// name (with or without marks), a reference code, or the end of a phone
// number. Before is the id that the page before ended with.
type Filter struct {
	Query    string
	Status   Status
	Vacancy  int64
	Commune  int64
	District int64
	Drive    int64
	Before   int64
}

// PageSize is how many people a list shows at once.
const PageSize = 50

// Row is a person in a list, with the newest referral that the filter and the
// asker's reach allow; ReferralID 0 is none.
type Row struct {
	ID           int64
	Code         string
	FullName     string
	BirthYear    int
	Phone        string
	Commune      string
	CommuneKind  string
	District     string
	DistrictKind string
	Masked       bool
	CreatedAt    time.Time
	CalledAt     *time.Time
	ReferralID   int64
	Status       Status
	VacancyID    int64
	VacancyTitle string
	EmployerName string
	Others       int // more referrals of the person
}

// Page is a part of a list: its rows, how many there are in all, and the id
// that the next page goes on from, 0 at the end.
type Page struct {
	Rows  []Row
	Total int
	Next  int64
}

// from is the people that a filter and a scope leave. The newest referral in
// reach goes with each; erased people are not listed.
const from = `
	FROM candidates c
	LEFT JOIN areas a ON a.id = c.area_id
	LEFT JOIN areas d ON d.id = a.parent_id
	LEFT JOIN LATERAL (
	    SELECT r.id, r.status, r.called_at, r.vacancy_id, v.title, e.name AS employer_name, count(*) OVER ()::int AS all_of_them
	    ` + fromReferrals + `
	    WHERE r.candidate_id = c.id AND ` + refInScope + ` AND (@status::text = '' OR r.status = @status)
	      AND (@vacancy::bigint = 0 OR r.vacancy_id = @vacancy)
	    ORDER BY r.registered_at DESC, r.id DESC
	    LIMIT 1) ref ON true
	WHERE c.erased_at IS NULL AND ` + inScope + `
	  AND (@status::text = '' AND @vacancy::bigint = 0 OR ref.id IS NOT NULL)
	  AND (@commune::bigint = 0 OR c.area_id = @commune) AND (@district::bigint = 0 OR a.parent_id = @district)
	  AND (@drive::bigint = 0 OR c.drive_id = @drive OR EXISTS (
	      SELECT FROM referrals r JOIN vacancies v ON v.id = r.vacancy_id
	      WHERE r.candidate_id = c.id AND r.drive_id = @drive AND ` + refInScope + `))
	  AND (@code::text = '' AND @phone::text = '' AND @name::text = '' OR @code <> '' AND c.code = @code
	       OR NOT ` + masked + ` AND (@phone <> '' AND c.phone LIKE '%' || @phone OR @name <> '' AND c.folded LIKE '%' || @name || '%'))`

// List returns people in the actor's reach, the newest first, and keeps that
// the actor has looked at each of them.
func (s *Store) List(ctx context.Context, actor access.Actor, f Filter) (page Page, err error) {
	defer errs.Wrap(&err, "candidate.List")
	args := scoped(actor.Scope(access.ReadCandidates), f.args())
	page.Total, err = postgres.Value[int](ctx, s.DB, `SELECT count(*)::int `+from, args)
	if err != nil {
		return Page{}, err
	}
	if page.Rows, err = s.rows(ctx, args, f.Before, PageSize+1); err != nil {
		return Page{}, err
	}
	page.cut(PageSize)
	return page, s.saw(ctx, actor, PageList, page.ids()...)
}

// rows reads people behind one of them, the newest first, as they are kept.
func (s *Store) rows(ctx context.Context, args pgx.StrictNamedArgs, before int64, limit int) ([]Row, error) {
	args["before"], args["limit"] = before, limit
	return postgres.All[Row](ctx, s.DB, `
		SELECT c.id, c.code, c.full_name, COALESCE(c.birth_year, 0) AS birth_year, c.phone, COALESCE(a.name, '') AS commune,
		       COALESCE(a.kind, '') AS commune_kind, COALESCE(d.name, '') AS district, COALESCE(d.kind, '') AS district_kind,
		       `+masked+` AS masked, c.created_at, ref.called_at, COALESCE(ref.id, 0) AS referral_id,
		       COALESCE(ref.status, '') AS status, COALESCE(ref.vacancy_id, 0) AS vacancy_id,
		       COALESCE(ref.title, '') AS vacancy_title, COALESCE(ref.employer_name, '') AS employer_name,
		       GREATEST(COALESCE(ref.all_of_them, 0) - 1, 0) AS others`+from+`
		  AND (@before::bigint = 0 OR c.id < @before)
		ORDER BY c.id DESC
		LIMIT @limit`, args)
}

// cut ends the page at a size and hides what an employer may not see.
func (p *Page) cut(size int) {
	if len(p.Rows) > size {
		p.Rows = p.Rows[:size]
		p.Next = p.Rows[size-1].ID
	}
	for i, row := range p.Rows {
		if row.Masked {
			p.Rows[i].FullName, p.Rows[i].Phone = Initials(row.FullName), ""
			p.Rows[i].Commune, p.Rows[i].CommuneKind = "", ""
		}
	}
}

func (p *Page) ids() []int64 {
	ids := make([]int64, 0, len(p.Rows))
	for _, row := range p.Rows {
		ids = append(ids, row.ID)
	}
	return ids
}

// args reads the query as a code, as digits of a phone, else as a name.
func (f Filter) args() pgx.StrictNamedArgs {
	args := pgx.StrictNamedArgs{
		"status": f.Status, "vacancy": f.Vacancy, "commune": f.Commune, "district": f.District, "drive": f.Drive,
		"code": "", "phone": "", "name": "",
	}
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, f.Query)
	reference, isCode := CleanCode(f.Query)
	switch {
	case isCode:
		args["code"] = reference
	case len(digits) >= 3 && !strings.ContainsFunc(f.Query, unicode.IsLetter):
		args["phone"] = strings.TrimPrefix(strings.TrimPrefix(digits, "84"), "0")
	default:
		args["name"] = fold.Fold(f.Query)
		if args["name"] == "" && strings.TrimSpace(f.Query) != "" {
			args["code"] = f.Query // words that are no name find nobody
		}
	}
	return args
}
