package complaint

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Receipt is what a teller sees by the receipt code: nothing of anybody's own.
type Receipt struct {
	Code      string
	Status    Status // of the one it was merged into, if it was
	Outcome   string
	CreatedAt time.Time
	ClosedAt  *time.Time
}

// Receipt is public: it returns what became of the complaint with a receipt
// code, as CleanCode gives it.
func (s *Store) Receipt(ctx context.Context, receipt string) (r Receipt, err error) {
	defer errs.Wrap(&err, "complaint.Receipt")
	return postgres.One[Receipt](ctx, s.DB, `
		SELECT c.code, COALESCE(m.status, c.status) AS status, COALESCE(m.outcome, c.outcome) AS outcome, c.created_at,
		       COALESCE(m.closed_at, c.closed_at) AS closed_at
		FROM complaints c LEFT JOIN complaints m ON m.id = c.merged_into
		WHERE c.code = @code`, pgx.StrictNamedArgs{"code": receipt})
}

// View is one look of an account at what a teller left.
type View struct {
	At     time.Time
	Person string
}

// Get returns a complaint in the actor's reach. Those who triage see the
// phone, and that they looked is kept.
func (s *Store) Get(ctx context.Context, actor access.Actor, id int64) (c Complaint, views []View, err error) {
	defer errs.Wrap(&err, "complaint.Get(%d)", id)
	c, err = postgres.One[Complaint](ctx, s.DB, selectOne, s.scoped(actor, pgx.StrictNamedArgs{"id": id}))
	if err != nil || !c.HasPhone || !actor.May(access.TriageComplaints) {
		return c, nil, err
	}
	c.Phone, err = postgres.Value[string](ctx, s.DB, `
		WITH looked AS (
			INSERT INTO complaint_views (at, account_id, body_id, complaint_id) VALUES (@at, @account, @body, @id)
		)
		SELECT phone FROM complaints WHERE id = @id`,
		pgx.StrictNamedArgs{"at": s.Now.Now(), "account": actor.Account, "body": actor.Body, "id": id})
	if err != nil {
		return Complaint{}, nil, err
	}
	views, err = postgres.All[View](ctx, s.DB, `
		SELECT w.at, a.full_name AS person
		FROM complaint_views w JOIN accounts a ON a.id = w.account_id
		WHERE w.complaint_id = @id
		ORDER BY w.id DESC
		LIMIT 10`, pgx.StrictNamedArgs{"id": id})
	return c, views, err
}

// mostOpen is how many open complaints one list shows.
const mostOpen = 300

// Filter narrows the open complaints; zero fields do not.
type Filter struct {
	Vacancy  int64
	Employer int64
	PassedOn bool // only those whose employer a verifier is asked to suspend
}

// Open returns the open complaints in the actor's reach, the gravest first and
// of these the newest, without phones.
func (s *Store) Open(ctx context.Context, actor access.Actor, f Filter) (list []Complaint, err error) {
	defer errs.Wrap(&err, "complaint.Open")
	return postgres.All[Complaint](ctx, s.DB, selectOpen, s.scoped(actor, pgx.StrictNamedArgs{
		"vacancy": f.Vacancy, "employer": f.Employer, "passed_on": f.PassedOn, "gravest": gravest, "grave": grave, "limit": mostOpen}))
}

// Closed returns the settled and dismissed ones in the actor's reach, the
// newest first, behind one of them (0: from the first), and whether there are
// more.
func (s *Store) Closed(ctx context.Context, actor access.Actor, before int64, limit int) (list []Complaint, more bool, err error) {
	defer errs.Wrap(&err, "complaint.Closed")
	list, err = postgres.All[Complaint](ctx, s.DB, selectClosed, s.scoped(actor, pgx.StrictNamedArgs{"before": before, "limit": limit + 1}))
	if len(list) > limit {
		return list[:limit], true, err
	}
	return list, false, err
}

// Counts are complaints by what is to be done. PassedOn are open ones whose
// employer a verifier is asked to suspend and has not.
type Counts struct {
	Open     int
	Gravest  int
	Oldest   *time.Time // since when the oldest open one waits
	PassedOn int
	Closed   int
}

// Counts returns them for the actor's reach.
func (s *Store) Counts(ctx context.Context, actor access.Actor) (n Counts, err error) {
	defer errs.Wrap(&err, "complaint.Counts")
	return postgres.One[Counts](ctx, s.DB, countAll, pgx.StrictNamedArgs{
		"all": actor.Scope(access.ReadComplaints).All, "triage": actor.May(access.TriageComplaints), "gravest": gravest, "grave": grave})
}

// Group are open complaints of one vacancy, or of one employer without a
// vacancy; what is neither stands alone.
type Group struct {
	VacancyID    int64
	VacancyTitle string
	EmployerID   int64
	EmployerName string
	Complaints   []Complaint
}

// Grouped parts a list by what is complained of, in the order of the first of
// each.
func Grouped(list []Complaint) []Group {
	var groups []Group
	at := map[[2]int64]int{}
	for _, c := range list {
		key := [2]int64{c.VacancyID, c.EmployerID}
		i, known := at[key]
		if !known || c.VacancyID == 0 && c.EmployerID == 0 {
			i = len(groups)
			at[key] = i
			groups = append(groups, Group{VacancyID: c.VacancyID, VacancyTitle: c.VacancyTitle, EmployerID: c.EmployerID, EmployerName: c.EmployerName})
		}
		groups[i].Complaints = append(groups[i].Complaints, c)
	}
	return groups
}
