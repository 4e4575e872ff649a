package candidate

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// change runs an operation on a person whom the actor reaches for a need:
// lock, do, set the day of erasure anew.
func (s *Store) change(ctx context.Context, actor access.Actor, need access.Need, id int64, do func(ctx context.Context) error) error {
	if !actor.May(need) {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.lock(ctx, actor.Scope(need), id); err != nil {
			return err
		}
		if err := do(ctx); err != nil {
			return err
		}
		return s.schedule(ctx, id)
	})
}

// Call notes that the person was called, and what was said. The words stay
// with the person and are erased with them. Problems stand at "note".
func (s *Store) Call(ctx context.Context, actor access.Actor, id int64, note string) (err error) {
	defer errs.Wrap(&err, "candidate.Call(%d)", id)
	note = strings.Join(strings.Fields(fold.NFC(note)), " ")
	if len([]rune(note)) > longestCall {
		return errs.One("note", "problem.long", longestCall)
	}
	return s.change(ctx, actor, access.ReferCandidates, id, func(ctx context.Context) error {
		at := s.Now.Now()
		line := at.In(clock.Zone).Format("02/01/2006 15:04") + " " + note + "\n"
		_, err := s.DB.Exec(ctx, `
			UPDATE candidates SET note = left(@line || note, @longest), version = version + 1 WHERE id = @id`,
			pgx.StrictNamedArgs{"id": id, "line": line, "longest": longestNote})
		if err != nil {
			return err
		}
		_, err = s.DB.Exec(ctx, `
			UPDATE referrals SET called_at = @at, version = version + 1
			WHERE candidate_id = @id AND status IN ('registered', 'introduced', 'interviewed', 'hired')`,
			pgx.StrictNamedArgs{"id": id, "at": at})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, at, id, "called")
	})
}

// Introduction is a wish to introduce a person to a vacancy. Agreed says how
// the person agreed to its employer, when that was not kept before.
type Introduction struct {
	CandidateID int64
	VacancyID   int64
	On          clock.Day // zero is today
	Agreed      Manner
}

// Introduce introduces a person to an open vacancy with the person's consent.
// Problems stand at "vacancy", "agreed" and "on"; Conflict means that it was
// done already, or that the referral has ended.
func (s *Store) Introduce(ctx context.Context, actor access.Actor, in Introduction) (err error) {
	defer errs.Wrap(&err, "candidate.Introduce(%d, %d)", in.CandidateID, in.VacancyID)
	switch {
	case !actor.May(access.ReferCandidates):
		return errs.Forbidden
	case in.VacancyID == 0:
		return errs.One("vacancy", "problem.choice")
	case in.On.IsZero():
		in.On = s.Now.Today()
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		// The vacancy before the person, as registering does: no two wait for each other.
		employerID, err := s.openVacancy(ctx, in.VacancyID)
		if err != nil {
			return err
		}
		return s.change(ctx, actor, access.ReferCandidates, in.CandidateID, func(ctx context.Context) error {
			return s.introduce(ctx, actor, in, employerID)
		})
	})
}

func (s *Store) introduce(ctx context.Context, actor access.Actor, in Introduction, employerID int64) error {
	if err := s.agreed(ctx, actor, in, employerID); err != nil {
		return err
	}
	r, err := s.existing(ctx, in.CandidateID, in.VacancyID)
	if errors.Is(err, errs.NotFound) {
		at := instant(in.On, in.On.Start(), s.Now.Now())
		r, err = s.newReferral(ctx, actor, in.CandidateID, Registration{VacancyID: in.VacancyID}, at)
	}
	if err == nil && r.Status == Declined {
		err = s.reopen(ctx, actor, &r)
	}
	if err != nil {
		return err
	}
	return s.bring(ctx, actor, r, Move{To: Introduced, On: in.On}, "introduced")
}

// agreed makes sure of the person's consent to an employer: kept before, or
// given to the officer now.
func (s *Store) agreed(ctx context.Context, actor access.Actor, in Introduction, employerID int64) error {
	consents, err := s.consents(ctx, actor.Scope(access.ReferCandidates), in.CandidateID)
	if err != nil || consents.ForEmployer(employerID) {
		return err
	}
	if !slices.Contains(Manners(), in.Agreed) {
		return errs.One("agreed", "candidate.problem.no_consent")
	}
	at := s.Now.Now()
	if err := s.agree(ctx, in.CandidateID, ToIntroduce, employerID, in.Agreed, at); err != nil {
		return err
	}
	return s.record(ctx, actor, at, in.CandidateID, "consented")
}

// Record writes what became of a referral on a day. Problems stand at "on",
// "reason" and, when the person has work by another referral, at "to": to the
// centre it is named. A stale version is Conflict.
func (s *Store) Record(ctx context.Context, actor access.Actor, referral int64, version int, m Move) (err error) {
	defer errs.Wrap(&err, "candidate.Record(%d, %s)", referral, m.To)
	if m.To == Introduced || m.To == Registered {
		return errs.Conflict
	}
	if !actor.May(access.RecordOutcomes) {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.holdOrder(ctx, referral, m.To); err != nil {
			return err
		}
		r, err := s.referral(ctx, actor.Scope(access.RecordOutcomes), referral)
		if err != nil {
			return err
		}
		if r.Version != version {
			return errs.Conflict
		}
		if err := s.bring(ctx, actor, r, m, "recorded"); err != nil {
			return err
		}
		if err := s.fillOrder(ctx, r, m.To); err != nil {
			return err
		}
		return s.schedule(ctx, r.CandidateID)
	})
}

// bring moves a referral whose person is locked, and writes it down.
func (s *Store) bring(ctx context.Context, actor access.Actor, r Referral, m Move, action string) error {
	now, was := s.Now.Now(), r.Status
	if err := r.move(m, now); err != nil {
		return err
	}
	if err := s.onePlace(ctx, actor, r); err != nil {
		return err
	}
	if err := s.save(ctx, r); err != nil {
		return err
	}
	return s.moved(ctx, actor, now, r, action, was)
}

// onePlace refuses a second place of work. The unique index referrals_placed
// would refuse it too; this can say what stands in the way.
func (s *Store) onePlace(ctx context.Context, actor access.Actor, r Referral) error {
	if !r.Status.Placed() {
		return nil
	}
	all, err := s.referrals(ctx, access.Everything(), r.CandidateID)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID == r.ID || !other.Status.Placed() {
			continue
		}
		if actor.Scope(access.RecordOutcomes).All {
			return errs.One("to", "candidate.problem.placed", other.VacancyTitle, other.EmployerName)
		}
		return errs.One("to", "candidate.problem.placed_elsewhere")
	}
	return nil
}

// Edit puts a person's facts right. Conflict means that somebody else changed
// them since; the same facts sent twice are no conflict.
func (s *Store) Edit(ctx context.Context, actor access.Actor, id int64, e Edit) (err error) {
	defer errs.Wrap(&err, "candidate.Edit(%d)", id)
	e = e.normal()
	if err := e.check(s.Now.Today()).OrNil(); err != nil {
		return err
	}
	return s.change(ctx, actor, access.RegisterCandidates, id, func(ctx context.Context) error {
		is, err := s.facts(ctx, id)
		if err != nil {
			return err
		}
		if is.Version != e.Version {
			if e.Version = is.Version; is == e {
				return nil
			}
			return errs.Conflict
		}
		if err := s.checkCommune(ctx, e.AreaID); err != nil {
			return err
		}
		return s.edit(ctx, actor, id, e)
	})
}

func (s *Store) facts(ctx context.Context, id int64) (Edit, error) {
	return postgres.One[Edit](ctx, s.DB, `
		SELECT full_name, COALESCE(birth_year, 0) AS birth_year, gender, phone, COALESCE(area_id, 0) AS area_id, version
		FROM candidates WHERE id = @id`, pgx.StrictNamedArgs{"id": id})
}

func (s *Store) edit(ctx context.Context, actor access.Actor, id int64, e Edit) error {
	_, err := s.DB.Exec(ctx, `
		UPDATE candidates
		SET full_name = @full_name, folded = @folded, birth_year = @birth_year, gender = @gender, phone = @phone,
		    area_id = @area, version = version + 1
		WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "full_name": e.FullName, "folded": fold.Fold(e.FullName), "birth_year": e.BirthYear,
			"gender": e.Gender, "phone": e.Phone, "area": e.AreaID})
	if err != nil {
		return err
	}
	return s.record(ctx, actor, s.Now.Now(), id, "edited")
}
