package drive

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
)

// Agree records the commune's agreement. The commune gives it itself; a
// planner who has it by telephone or letter says how, which is kept.
func (s *Store) Agree(ctx context.Context, actor access.Actor, id int64, version int, how string) (err error) {
	defer errs.Wrap(&err, "drive.Agree(%d)", id)
	need := access.AgreeDrives
	if !actor.May(need) {
		need = access.PlanDrives
		if strings.TrimSpace(how) == "" {
			return errs.One("why", "drive.problem.how_agreed")
		}
	}
	return s.move(ctx, actor, need, id, version, Agreed, how, false)
}

// Announce puts the drive on the public list.
func (s *Store) Announce(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "drive.Announce(%d)", id)
	return s.move(ctx, actor, access.PlanDrives, id, version, Announced, "", false)
}

// Postpone takes the drive off its day until it is planned anew; the reason is
// shown to whoever saw the announcement.
func (s *Store) Postpone(ctx context.Context, actor access.Actor, id int64, version int, reason string) (err error) {
	defer errs.Wrap(&err, "drive.Postpone(%d)", id)
	need := access.PlanDrives
	if !actor.May(need) {
		need = access.AgreeDrives
	}
	return s.move(ctx, actor, need, id, version, Postponed, reason, true)
}

// Cancel ends the drive before it took place; the reason is kept.
func (s *Store) Cancel(ctx context.Context, actor access.Actor, id int64, version int, reason string) (err error) {
	defer errs.Wrap(&err, "drive.Cancel(%d)", id)
	return s.move(ctx, actor, access.PlanDrives, id, version, Cancelled, reason, true)
}

// Hold records that the drive takes place.
func (s *Store) Hold(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "drive.Hold(%d)", id)
	return s.move(ctx, actor, access.RecordDrives, id, version, Held, "", false)
}

// Verify is the district's word that a report is right. Whoever reported does
// not verify.
func (s *Store) Verify(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "drive.Verify(%d)", id)
	return s.change(ctx, actor, access.VerifyDrives, id, version, func(ctx context.Context, was Drive) error {
		own, err := s.reportedBy(ctx, id)
		if err != nil {
			return err
		}
		if own != 0 && own == actor.Account {
			return errs.One("verify", "drive.problem.second_person")
		}
		return s.step(ctx, actor, was, Verified, "")
	})
}

func (s *Store) move(ctx context.Context, actor access.Actor, need access.Need, id int64, version int, to Status, why string, whyNeeded bool) error {
	why = strings.TrimSpace(why)
	if whyNeeded && why == "" {
		return errs.One("why", "problem.required")
	}
	return s.change(ctx, actor, need, id, version, func(ctx context.Context, was Drive) error {
		return s.step(ctx, actor, was, to, why)
	})
}

// step moves a locked drive, if rule and clock allow.
func (s *Store) step(ctx context.Context, actor access.Actor, was Drive, to Status, why string) error {
	if !was.May(to, s.Now.Now()) {
		return errs.Conflict
	}
	_, err := s.DB.Exec(ctx, `
		UPDATE drives
		SET status = @status, status_reason = @why, version = version + 1,
		    held_at = CASE WHEN @status = 'held' THEN @at::timestamptz ELSE held_at END,
		    verified_at = CASE WHEN @status = 'verified' THEN @at::timestamptz ELSE verified_at END
		WHERE id = @id`,
		pgx.StrictNamedArgs{"id": was.ID, "status": string(to), "why": why, "at": s.Now.Now()})
	if err != nil {
		return err
	}
	return s.record(ctx, actor, was.ID, string(to), string(was.Status), string(to), why)
}

// Report records what came of a drive that is over, in all and for each order
// that it brought, and records it again when the counts are mended before the
// district verifies them.
func (s *Store) Report(ctx context.Context, actor access.Actor, id int64, version int, r Results, shares []Share) (err error) {
	defer errs.Wrap(&err, "drive.Report(%d)", id)
	r.Difficulties = strings.TrimSpace(r.Difficulties)
	problems := r.check()
	problems.Merge(r.CheckShares(shares))
	if err := problems.OrNil(); err != nil {
		return err
	}
	return s.change(ctx, actor, access.RecordDrives, id, version, func(ctx context.Context, was Drive) error {
		if !was.May(Reported, s.Now.Now()) {
			return errs.Conflict
		}
		_, err := s.DB.Exec(ctx, updateResults, pgx.StrictNamedArgs{
			"id": id, "attended": r.Attended, "women": r.Women, "ethnic_minority": r.EthnicMinority, "poor_household": r.PoorHousehold,
			"counselled": r.Counselled, "registered": r.Registered, "interviewed": r.Interviewed, "shortlisted": r.Shortlisted,
			"hired": r.Hired, "leaflets": r.Leaflets, "difficulties": r.Difficulties, "at": s.Now.Now(), "by": actor.Account,
		})
		if err != nil {
			return err
		}
		if err := s.share(ctx, id, shares); err != nil {
			return err
		}
		return s.record(ctx, actor, id, "reported", string(was.Status), string(Reported), "")
	})
}
