package dashboard

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
)

// Few is the smallest number of people that is told to those who do not work
// with them: fewer could be known by name.
const Few = 5

// Round returns a number of people as it is told in public, to the nearest
// ten, and whether there are too few to be told at all. Nobody is zero.
func Round(n int) (rounded int, few bool) {
	if n > 0 && n < Few {
		return 0, true
	}
	return (n + 5) / 10 * 10, false
}

// Nearest returns a number of people to the nearest five: sums beside small
// cells are told so, that the cells cannot be reckoned from them.
func Nearest(n int) int { return (n + 2) / 5 * 5 }

// Asked is what a paper asks of one body, as the public may know it.
type Asked struct {
	DirectiveID    int64
	DirectiveKind  string
	DirectiveTitle string
	IssuedOn       clock.Day
	IssuedMonth    string // 'YYYY-MM' when the day is blank
	ClauseID       int64
	Path           string
	Task           string
	Kind           obligation.Kind
	DueOn          clock.Day
	LeadVi         string
	LeadEn         string
	State          obligation.State
}

// Progress is how far the directives have come, as the public may know it.
type Progress struct {
	Today     clock.Day
	Asked     []Asked
	Held      int // drives
	Attended  int // people at them, as the drives' reports count them
	Wanted    int // by the orders that are open
	Started   int // people who ever started work, exact: show it by Round
	Districts []District
}

// Public returns the progress of all confirmed directives. It is public: it
// holds no personal data, and its numbers of people are to be shown by Round.
func (s *Store) Public(ctx context.Context) (p Progress, err error) {
	defer errs.Wrap(&err, "dashboard.Public")
	holidays, err := s.obligations.Calendar(ctx)
	if err != nil {
		return p, err
	}
	p.Today = s.now.Today()
	p.Asked, err = postgres.All[Asked](ctx, s.db, selectAsked,
		pgx.StrictNamedArgs{"today": p.Today, "soon": obligation.SoonEnd(p.Today, holidays.Calendar)})
	if err != nil {
		return p, err
	}
	board := &Board{Today: p.Today, Now: s.now.Now()}
	if p.Districts, err = s.districts(ctx, board); err != nil {
		return p, err
	}
	totals, err := postgres.One[struct{ Held, Attended, Started, Wanted int }](ctx, s.db, selectTotals, pgx.StrictNamedArgs{"today": p.Today})
	p.Held, p.Attended, p.Started, p.Wanted = totals.Held, totals.Attended, totals.Started, totals.Wanted
	return p, err
}

const selectAsked = `
	SELECT d.id AS directive_id, d.kind AS directive_kind, d.title AS directive_title, d.issued_on, COALESCE(d.issued_month, '') AS issued_month,
	       c.id AS clause_id, c.path, o.task, o.kind, o.due_on, b.short_vi AS lead_vi, b.short_en AS lead_en, ` + obligation.StateSQL + ` AS state
	FROM obligations o
	JOIN clauses c ON c.id = o.clause_id
	JOIN directives d ON d.id = o.directive_id
	JOIN bodies b ON b.id = o.lead_body_id
	WHERE o.parent_id IS NULL AND d.status = 'confirmed'
	ORDER BY d.id, c.position, o.kind, o.id
	LIMIT 500`

const selectTotals = `
	SELECT (SELECT count(*) FROM drives WHERE status IN ('held', 'reported', 'verified')) AS held,
	       COALESCE((SELECT sum(attended) FROM drives), 0)::int AS attended,
	       (SELECT count(DISTINCT candidate_id) FROM referrals WHERE started_at IS NOT NULL) AS started,
	       COALESCE((SELECT sum(v.headcount) FROM vacancies v WHERE ` + open + `), 0)::int AS wanted`
