// Package dashboard answers each body's first question from the tables of all
// domains: it reads every table and writes none. catalog.go says which panels
// a kind of body sees. Its numbers use the conditions of the lists they lead
// to, so that a number and its list agree.
//
// It holds no personal data: people are counted, never named, and only for the
// bodies to whom the policy gives access.CountCandidates.
package dashboard

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
	"cauviec/internal/publicity"
	"cauviec/internal/routestudy"
)

// Store reads dashboards. Make it with New.
type Store struct {
	db          *postgres.DB
	now         clock.Clock
	obligations *obligation.Store
	drives      *drive.Store
	items       *publicity.Store
	study       *routestudy.Store
	complaints  *complaint.Store
}

// New returns the dashboards over a database.
func New(db *postgres.DB, now clock.Clock) *Store {
	return &Store{
		db: db, now: now,
		obligations: &obligation.Store{DB: db, Now: now},
		drives:      &drive.Store{DB: db, Now: now},
		items:       &publicity.Store{DB: db, Now: now},
		study:       &routestudy.Store{DB: db, Now: now},
		complaints:  &complaint.Store{DB: db, Now: now},
	}
}

// Board is what a body's dashboard holds. Only the parts that the catalogue
// lists for the body's seat are filled.
type Board struct {
	Body     body.Body
	Employer int64 // the employer whose body it is, or 0
	Today    clock.Day
	Now      time.Time
	Calendar clock.Calendar

	Duties    Duties
	Joint     []Joint
	Standing  []BodyStanding
	Follow    FollowUp
	Requests  []obligation.Line
	Bodies    []body.Body // whose dashboards the office may open
	Communes  []CommuneReply
	Ahead     []drive.Drive // from today on, the soonest first
	Owing     []drive.Drive // over, and without a report
	Districts []District
	People    People
	Weeks     []Week
	Orders    Orders
	Inbox     []Order
	Short     []Order
	Delays    Delays
	Zones     []Zone
	Makers    []Maker
	Unknown   int // employers that nobody has verified
	Trust     Trust
	Cells     []Cell
	Media     Media
	Study     []routestudy.Line
	Suited    []Suited
	Changes   []Change

	self access.Actor
}

// row is the body with those under it.
type row struct {
	body.Body
	Employer int64
	Under    []int64
}

// MayOpen reports whether the actor may open a body's dashboard: its own, that
// of a body under its own, and for the office of the workers' province every
// one. A counterpart's stays closed.
func MayOpen(actor access.Actor, b body.Body) bool {
	if !actor.SignedIn() {
		return false
	}
	office := access.Seat{Side: access.Source, Kind: access.Office}
	return actor.Body == b.ID || actor.Seat == office || slices.Contains(actor.Bodies, b.ID)
}

// Board returns the dashboard of the body with a slug; NotFound when the actor
// may not open it.
func (s *Store) Board(ctx context.Context, actor access.Actor, slug string) (b *Board, err error) {
	defer errs.Wrap(&err, "dashboard.Board(%s)", slug)
	r, err := postgres.One[row](ctx, s.db, selectBody, pgx.StrictNamedArgs{"slug": slug})
	if err != nil {
		return nil, err
	}
	if !MayOpen(actor, r.Body) {
		return nil, errs.NotFound
	}
	holidays, err := s.obligations.Calendar(ctx)
	if err != nil {
		return nil, err
	}
	b = &Board{Body: r.Body, Employer: r.Employer, Today: s.now.Today(), Now: s.now.Now(), Calendar: holidays.Calendar}
	b.self = access.Program(r.ID, r.Slug, r.Seat())
	b.self.Bodies, b.self.Employer, b.self.Province = r.Under, r.Employer, r.ProvinceCode
	for _, panel := range Panels(r.Seat()) {
		if err := loaders[panel](ctx, s, b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// args are the arguments that most queries of a board take, with more.
func (b *Board) args(more pgx.StrictNamedArgs) pgx.StrictNamedArgs {
	args := pgx.StrictNamedArgs{"today": b.Today, "body": b.Body.ID}
	for name, value := range more {
		args[name] = value
	}
	return args
}

// Is reports whether the board is of a kind of body, on either side.
func (b *Board) Is(kind access.Kind) bool { return b.Body.Kind == kind }

const selectBody = `
	WITH RECURSIVE under AS (
		SELECT id FROM bodies WHERE slug = @slug
		UNION SELECT c.id FROM bodies c JOIN under u ON c.parent_id = u.id)
	SELECT b.id, b.slug, b.kind, b.side, b.province_code, b.name_vi, b.short_vi, b.name_en, b.short_en,
	       COALESCE(b.parent_id, 0) AS parent_id, COALESCE(b.counterpart_id, 0) AS counterpart_id,
	       COALESCE(b.area_id, 0) AS area_id, b.valid_from, b.valid_to,
	       COALESCE((SELECT e.id FROM employers e WHERE e.body_id = b.id), 0) AS employer,
	       ARRAY(SELECT id FROM under ORDER BY id) AS under
	FROM bodies b
	WHERE b.slug = @slug`
