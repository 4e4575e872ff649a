package vacancy

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/coach"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
	"cauviec/internal/wage"
)

// Clear is how a second person lets words stand for a reason.
const Clear Action = "clear"

// Clearance is the reason for which a second person let words stand that the
// coach has something against. It holds while the sentence around them does.
type Clearance struct {
	Rule    coach.Rule
	Field   string
	Words   string
	Passage string
	Reason  string
	Person  string
	At      time.Time
}

// Finding is what the coach has against a vacancy, and why it may stand if
// somebody said so.
type Finding struct {
	coach.Finding
	Cleared *Clearance
}

// Open reports whether the finding keeps the vacancy from the public.
func (f Finding) Open() bool { return f.Cleared == nil }

// Findings returns what the coach has against the details on a day, each with
// the reason for which it was let stand. What the law stops never stands.
func (d Details) Findings(today clock.Day, minimum wage.Finding, cleared []Clearance) []Finding {
	found := coach.Review(d.offer(), today, minimum)
	list := make([]Finding, len(found))
	for i, f := range found {
		list[i].Finding = f
	}
	Settle(list, cleared)
	return list
}

// Settle notes with each finding the reason for which it was let stand.
func Settle(found []Finding, cleared []Clearance) {
	for i, f := range found {
		for j, c := range cleared {
			if f.Severity != coach.Stops && c.Rule == f.Rule && c.Field == f.Field && c.Passage == f.Passage {
				found[i].Cleared = &cleared[j]
			}
		}
	}
}

// offer is what the coach reads of the details.
func (d Details) offer() coach.Offer {
	return coach.Offer{
		Texts: []coach.Text{
			{Field: "title", Words: d.Title}, {Field: "description", Words: d.Description}, {Field: "workplace", Words: d.Workplace},
			{Field: "pay_note", Words: d.PayNote}, {Field: "papers", Words: d.Papers}, {Field: "allowances", Words: d.allowanceWords()},
		},
		Position: d.Position, Qualification: d.Qualification, Shift: d.Shift, PartTime: d.Hours == "part", BasicWage: d.BasicWage,
	}
}

// checkLaw refuses what the coach stops; to the public also what it freezes or
// warns of, as long as nobody said why it may stand. The wage has a problem of
// its own.
func checkLaw(p errs.Problems, found []Finding, public bool) {
	for _, f := range found {
		if f.Rule != coach.Wage && f.Open() && (public || f.Severity == coach.Stops) {
			p.Add(f.Field, "coach.problem."+string(f.Severity), f.Words, f.Law.Code)
		}
	}
}

// Let lets words of a vacancy stand that the coach freezes or warns of, for a
// reason that is kept. Whoever wrote or submitted the vacancy cannot. Words
// that are no longer there, or that the law stops, are a Conflict.
func (s *Store) Let(ctx context.Context, actor access.Actor, id int64, version int, of coach.Finding, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Let(%d, %s)", id, of.Rule)
	why = fold.Tidy(why)
	if why == "" {
		return errs.One("why", "problem.required")
	}
	o := order{actor: actor, need: access.PublishVacancies, id: id, version: version, action: Clear, why: "“" + of.Words + "”: " + why}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		if v.Status == Draft || v.Status == Withdrawn {
			return errs.Conflict
		}
		if !v.SecondPerson(actor.Account) {
			return errs.One("publish", "vacancy.problem.second_person")
		}
		f, err := s.open(ctx, *v, of)
		if err != nil {
			return err
		}
		_, err = s.DB.Exec(ctx, insertClearance, pgx.StrictNamedArgs{
			"id": id, "rule": string(f.Rule), "field": f.Field, "words": f.Words, "passage": f.Passage,
			"reason": why, "by": actor.Account, "now": s.Now.Now()})
		return err
	})
}

// open finds what the coach still has against a vacancy.
func (s *Store) open(ctx context.Context, v Vacancy, of coach.Finding) (Finding, error) {
	cleared, err := s.clearances(ctx, v.ID)
	if err != nil {
		return Finding{}, err
	}
	for _, f := range v.Findings(s.Now.Today(), wage.Finding{}, cleared) {
		if f.Open() && f.Severity != coach.Stops && f.Rule == of.Rule && f.Field == of.Field && f.From == of.From && f.Words == of.Words {
			return f, nil
		}
	}
	return Finding{}, errs.Conflict
}

// Clearances returns the reasons for which words of a vacancy stand.
func (s *Store) Clearances(ctx context.Context, actor access.Actor, id int64) (list []Clearance, err error) {
	defer errs.Wrap(&err, "vacancy.Clearances(%d)", id)
	args := reads(actor, access.ReadVacancies).args()
	args["id"] = id
	return postgres.All[Clearance](ctx, s.DB, selectClearances, args)
}

// clearances are the same for the gate, which sees everything.
func (s *Store) clearances(ctx context.Context, id int64) ([]Clearance, error) {
	args := reach{scope: access.Everything(), drafts: true}.args()
	args["id"] = id
	return postgres.All[Clearance](ctx, s.DB, selectClearances, args)
}

const insertClearance = `
	INSERT INTO vacancy_clearances (vacancy_id, rule, field, words, passage, reason, account_id, at)
	VALUES (@id, @rule, @field, @words, @passage, @reason, NULLIF(@by::bigint, 0), @now)`

const selectClearances = `
	SELECT k.rule, k.field, k.words, k.passage, k.reason, COALESCE(c.full_name, '') AS person, k.at
	FROM vacancy_clearances k
	JOIN vacancies v ON v.id = k.vacancy_id
	LEFT JOIN accounts c ON c.id = k.account_id
	WHERE k.vacancy_id = @id AND ` + inScope + `
	ORDER BY k.id
	LIMIT 500`
