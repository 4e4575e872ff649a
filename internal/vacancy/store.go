package vacancy

import (
	"context"
	"crypto/rand"
	"errors"
	"io"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
	"cauviec/internal/wage"
)

// Store keeps vacancies. Random draws offer codes; nil is the machine's own
// source of chance.
type Store struct {
	DB     *postgres.DB
	Now    clock.Clock
	Random io.Reader
}

// Create keeps a draft. A title and an employer within reach are enough.
func (s *Store) Create(ctx context.Context, actor access.Actor, d Details) (id int64, err error) {
	defer errs.Wrap(&err, "vacancy.Create")
	if !actor.May(access.WriteVacancies) {
		return 0, errs.Forbidden
	}
	d = d.Normal()
	if err := d.CheckDraft().OrNil(); err != nil {
		return 0, err
	}
	if err := s.known(ctx, actor.Scope(access.WriteVacancies), d); err != nil {
		return 0, err
	}
	return s.insert(ctx, actor, draft{Details: d, action: "create"})
}

func (s *Store) insert(ctx context.Context, actor access.Actor, d draft) (id int64, err error) {
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if id, err = s.insertWithCode(ctx, actor, d); err != nil {
			return err
		}
		return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{
			Thing: journal.Vacancy, ID: id, Action: string(d.action), Why: d.original, To: string(Draft)})
	})
	return id, err
}

// insertWithCode draws codes until one is free. With 887 million codes a few
// draws do; running out of them means that chance itself is broken.
func (s *Store) insertWithCode(ctx context.Context, actor access.Actor, d draft) (int64, error) {
	args := argsOf(d.Details)
	args["relisted_from"], args["amends"], args["amend_why"] = d.relists, d.amends, d.why
	args["now"], args["by"] = s.Now.Now(), actor.Account
	for range 8 {
		offer, err := NewCode(s.random())
		if err != nil {
			return 0, err
		}
		args["code"] = offer
		id, err := postgres.Value[int64](ctx, s.DB, insertDraft, args)
		if !errors.Is(err, errs.NotFound) {
			return id, err
		}
	}
	return 0, errors.New("every offer code drawn is taken")
}

func (s *Store) random() io.Reader {
	if s.Random == nil {
		return rand.Reader
	}
	return s.Random
}

func argsOf(d Details) pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{
		"slug": fold.Slug(d.Title), "employer_id": d.EmployerID, "title": d.Title, "occupation_code": d.OccupationCode,
		"zone_id": d.ZoneID, "area_id": d.AreaID, "workplace": d.Workplace, "headcount": d.Headcount,
		"description": d.Description, "position": d.Position, "education": d.Education, "qualification": d.Qualification,
		"experience": d.Experience, "contract": d.Contract, "hours": d.Hours, "shift": d.Shift, "basic_wage": d.BasicWage,
		"income_from": d.IncomeFrom, "income_to": d.IncomeTo, "pay_note": d.PayNote, "benefits": d.Benefits,
		"conditions": d.Conditions, "priority_groups": d.PriorityGroups, "papers": d.Papers, "no_fee": d.NoFee,
		"contact_name": d.ContactName, "contact_phone": d.ContactPhone, "starts_on": d.StartsOn, "closes_on": d.ClosesOn,
		"employer_ref": d.EmployerRef, "batches": d.Batches, "turns": d.Turns, "work_days": d.WorkDays,
		"allowances": d.Allowances, "overtime_hours": d.OvertimeHours, "couples": d.Couples,
	}
}

// known refuses what the vacancy points at and does not exist, or is another
// employer than the writer's own.
func (s *Store) known(ctx context.Context, scope access.Scope, d Details) error {
	found, err := postgres.One[struct{ Employer, Occupation, Zone, Area bool }](ctx, s.DB, selectKnown, pgx.StrictNamedArgs{
		"employer": d.EmployerID, "all": scope.All, "own": scope.Employer,
		"occupation": d.OccupationCode, "zone": d.ZoneID, "area": d.AreaID})
	if err != nil {
		return err
	}
	p := errs.Problems{}
	for field, there := range map[string]bool{
		"employer_id": found.Employer, "occupation_code": found.Occupation, "zone_id": found.Zone, "area_id": found.Area,
	} {
		if !there {
			p.Add(field, "problem.choice")
		}
	}
	return p.OrNil()
}

// Minimum returns the minimum wage that the details have to keep. The law is
// the same for every scope.
func (s *Store) Minimum(ctx context.Context, scope access.Scope, d Details) (wage.Finding, error) {
	wages := &wage.Store{DB: s.DB}
	return wages.At(ctx, scope, d.Place(), d.WageDay(s.Now.Today()))
}

// gate is CheckPublish on what is true now.
func (s *Store) gate(ctx context.Context, v Vacancy) error {
	minimum, err := s.Minimum(ctx, access.Everything(), v.Details)
	if err != nil {
		return err
	}
	cleared, err := s.clearances(ctx, v.ID)
	if err != nil {
		return err
	}
	return v.CheckPublish(s.Now.Today(), Ground{Employer: v.EmployerState, Minimum: minimum, Cleared: cleared}).OrNil()
}

// reach is what a reader sees: which rows, and whether unpublished ones too.
type reach struct {
	scope  access.Scope
	drafts bool
}

// reads returns the reach of an actor for a need.
func reads(actor access.Actor, need access.Need) reach {
	return reach{scope: actor.Scope(need), drafts: actor.May(access.ReadDrafts)}
}

func (r reach) args() pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{"all": r.scope.All, "own": r.scope.Employer, "drafts": r.drafts}
}

func (s *Store) one(ctx context.Context, sql string, r reach, id int64) (Vacancy, error) {
	args := r.args()
	args["id"] = id
	return postgres.One[Vacancy](ctx, s.DB, sql, args)
}
