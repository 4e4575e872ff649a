package employer

import (
	"context"
	"slices"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/search"
)

// Look is something that a verifier looked at.
type Look string

// What can be looked at, in the order of pages.
const (
	Registration Look = "registration" // certificate of business registration
	Investment   Look = "investment"   // certificate of investment registration
	Tax          Look = "tax"          // the tax office's public list of taxpayers
	Visit        Look = "visit"        // the place itself
	ZoneBoard    Look = "zone_board"   // the zone board's own records
	Labour       Look = "labour"       // returns on labour, social insurance
	OtherLook    Look = "other"
)

// Looks lists what can be looked at.
func Looks() []Look {
	return []Look{Registration, Investment, Tax, Visit, ZoneBoard, Labour, OtherLook}
}

// Verify says that the employer is real, after something was looked at; why
// says what it showed. Problems name why and looked.
func (s *Store) Verify(ctx context.Context, actor access.Actor, id int64, version int, why string, looked ...Look) (err error) {
	defer errs.Wrap(&err, "employer.Verify(%d)", id)
	return s.move(ctx, actor, id, version, statement{to: Verified, action: "verify", why: fold.Tidy(why), looked: looked})
}

// Suspend takes the trust back, for a reason. Its vacancies have to be paused
// in the same transaction: callers outside of tests use
// vacancy.Store.SuspendEmployer.
func (s *Store) Suspend(ctx context.Context, actor access.Actor, id int64, version int, why string, looked ...Look) (err error) {
	defer errs.Wrap(&err, "employer.Suspend(%d)", id)
	return s.move(ctx, actor, id, version, statement{to: Suspended, action: "suspend", why: fold.Tidy(why), looked: looked})
}

// statement is what a verifier says of an employer.
type statement struct {
	to     State
	action string
	why    string
	looked []Look
}

func (st statement) check() errs.Problems {
	p := errs.Problems{}
	if st.why == "" {
		p.Add("why", "problem.required")
	}
	if utf8.RuneCountInString(st.why) > longText {
		p.Add("why", "problem.long", longText)
	}
	if st.to == Verified && len(st.looked) == 0 {
		p.Add("looked", "employer.problem.looked")
	}
	for _, look := range st.looked {
		if !slices.Contains(Looks(), look) {
			p.Add("looked", "problem.choice")
		}
	}
	return p
}

func (s *Store) move(ctx context.Context, actor access.Actor, id int64, version int, st statement) error {
	if !actor.May(access.VerifyEmployers) {
		return errs.Forbidden
	}
	if err := st.check().OrNil(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		e, err := s.lock(ctx, actor.Scope(access.VerifyEmployers), id, version)
		if err != nil {
			return err
		}
		if !e.State.May(st.to) {
			return errs.Conflict
		}
		if err := s.state(ctx, actor, id, st); err != nil {
			return err
		}
		if err := search.EmployerChanged(ctx, s.DB, id); err != nil {
			return err
		}
		return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{
			Thing: journal.Employer, ID: id, Action: st.action, From: string(e.State), To: string(st.to), Why: st.why})
	})
}

// state writes the state and keeps on what it rests.
func (s *Store) state(ctx context.Context, actor access.Actor, id int64, st statement) error {
	now := s.Now.Now()
	_, err := s.DB.Exec(ctx, updateState, pgx.StrictNamedArgs{
		"id": id, "state": string(st.to), "why": st.why, "now": now, "by": actor.Account})
	if err != nil {
		return err
	}
	looked := st.looked
	if looked == nil {
		looked = []Look{}
	}
	_, err = s.DB.Exec(ctx, insertEvidence, pgx.StrictNamedArgs{
		"id": id, "state": string(st.to), "looked": looked, "why": st.why, "by": actor.Account, "now": now})
	return err
}
