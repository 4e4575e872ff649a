package candidate

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/code"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// Receipt is what registering gives: the code to keep. ID is for officers;
// Known says that the person had registered before.
type Receipt struct {
	ID    int64
	Code  string
	Known bool
}

// RegisterPublic registers the person at the form for an open vacancy and
// returns the reference code. Whoever registered before gets the same code,
// and the same vacancy a second time changes nothing; neither is told apart.
// Problems say what is wrong, at "vacancy" that it is no longer open; one that
// was never published is NotFound.
func (s *Store) RegisterPublic(ctx context.Context, actor access.Actor, r Registration) (reference string, err error) {
	defer errs.Wrap(&err, "candidate.RegisterPublic(%d)", r.VacancyID)
	r = r.Normal()
	r.Manner, r.DriveID, r.On = Online, 0, clock.Day{}
	if err := r.Check(s.Now.Today()).OrNil(); err != nil {
		return "", err
	}
	receipt, err := s.register(ctx, actor, 0, r)
	return receipt.Code, err
}

// RegisterFor enters a person on paper, on the telephone or at a drive. The
// person belongs to the reach of the actor's body, unless somebody else
// entered the same person before. Problems as for RegisterPublic.
func (s *Store) RegisterFor(ctx context.Context, actor access.Actor, r Registration) (receipt Receipt, err error) {
	defer errs.Wrap(&err, "candidate.RegisterFor(%d)", r.VacancyID)
	if !actor.May(access.RegisterCandidates) {
		return Receipt{}, errs.Forbidden
	}
	r = r.Normal()
	if err := r.CheckFor(s.Now.Today()).OrNil(); err != nil {
		return Receipt{}, err
	}
	if err := s.checkDrive(ctx, actor, r.DriveID); err != nil {
		return Receipt{}, err
	}
	return s.register(ctx, actor, actor.Body, r)
}

// checkDrive refuses a drive that the actor has no part in.
func (s *Store) checkDrive(ctx context.Context, actor access.Actor, id int64) error {
	if id == 0 {
		return nil
	}
	_, err := s.DriveTitle(ctx, actor, id)
	if errors.Is(err, errs.NotFound) {
		return errs.One("drive", "problem.choice")
	}
	return err
}

func (s *Store) register(ctx context.Context, actor access.Actor, body int64, r Registration) (receipt Receipt, err error) {
	now := s.Now.Now()
	at := now
	if !r.On.IsZero() {
		at = instant(r.On, r.On.Start(), now)
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		employerID, err := s.openVacancy(ctx, r.VacancyID)
		if err != nil {
			return err
		}
		if err := s.checkCommune(ctx, r.AreaID); err != nil {
			return err
		}
		if receipt, err = s.person(ctx, actor, body, r, now); err != nil {
			return err
		}
		if err := s.consent(ctx, receipt.ID, employerID, r, at); err != nil {
			return err
		}
		if err := s.refer(ctx, actor, receipt.ID, r, at); err != nil {
			return err
		}
		return s.schedule(ctx, receipt.ID)
	})
	return receipt, err
}

// openVacancy holds a vacancy that is open today and returns its employer. No
// vacancy is asked for with 0.
func (s *Store) openVacancy(ctx context.Context, id int64) (employerID int64, err error) {
	if id == 0 {
		return 0, nil
	}
	type row struct {
		EmployerID int64
		Status     vacancy.Status
		ClosesOn   clock.Day
		State      employer.State
	}
	v, err := postgres.One[row](ctx, s.DB, `
		SELECT v.employer_id, v.status, v.closes_on, e.state
		FROM vacancies v
		JOIN employers e ON e.id = v.employer_id
		WHERE v.id = @id AND v.revision > 0
		FOR SHARE`, pgx.StrictNamedArgs{"id": id})
	if err != nil {
		return 0, err
	}
	is := vacancy.Vacancy{Status: v.Status, Details: vacancy.Details{ClosesOn: v.ClosesOn}, EmployerState: v.State}
	if !is.Open(s.Now.Today()) {
		return 0, errs.One("vacancy", "candidate.problem.closed")
	}
	return v.EmployerID, nil
}

func (s *Store) checkCommune(ctx context.Context, id int64) error {
	communes, err := s.Communes(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(communes, func(c Commune) bool { return c.ID == id }) {
		return errs.One("area", "candidate.problem.area")
	}
	return nil
}

// person finds who registered before, or creates the person. Two registrations
// of one person at the same time wait for each other.
func (s *Store) person(ctx context.Context, actor access.Actor, body int64, r Registration, at time.Time) (Receipt, error) {
	folded := fold.Fold(r.FullName)
	args := pgx.StrictNamedArgs{"folded": folded, "birth_year": r.BirthYear, "phone": r.Phone, "area": r.AreaID}
	_, err := s.DB.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('cauviec.candidate.' || @identity, 0))`,
		pgx.StrictNamedArgs{"identity": folded + "/" + strconv.Itoa(r.BirthYear) + "/" + r.Phone})
	if err != nil {
		return Receipt{}, err
	}
	type known struct {
		ID   int64
		Code string
	}
	same, err := postgres.One[known](ctx, s.DB, selectSame, args)
	if err == nil {
		return Receipt{ID: same.ID, Code: same.Code, Known: true}, nil
	}
	if !errors.Is(err, errs.NotFound) {
		return Receipt{}, err
	}
	receipt, err := s.create(ctx, actor, body, r, at)
	if err != nil {
		return Receipt{}, err
	}
	return receipt, s.record(ctx, actor, at, receipt.ID, "registered")
}

// mostDraws bounds how often a code is drawn that somebody has already: of
// 27 thousand million codes twice in a row is once in a lifetime.
const mostDraws = 5

func (s *Store) create(ctx context.Context, actor access.Actor, body int64, r Registration, at time.Time) (Receipt, error) {
	enteredBy := actor.Account
	if body == 0 {
		enteredBy = 0
	}
	for range mostDraws {
		reference, err := code.New(rand.Reader, codeLength)
		if err != nil {
			return Receipt{}, err
		}
		id, err := postgres.Value[int64](ctx, s.DB, insertCandidate, pgx.StrictNamedArgs{
			"code": reference, "full_name": r.FullName, "folded": fold.Fold(r.FullName), "birth_year": r.BirthYear,
			"gender": r.Gender, "phone": r.Phone, "area": r.AreaID, "body": body, "account": enteredBy, "drive": r.DriveID, "at": at,
		})
		if !errors.Is(err, errs.NotFound) {
			return Receipt{ID: id, Code: reference}, err
		}
	}
	return Receipt{}, errors.New("no free reference code")
}

// consent keeps each thing that the person agreed to.
func (s *Store) consent(ctx context.Context, candidate, employerID int64, r Registration, at time.Time) error {
	given := map[Purpose]bool{ToIntroduce: r.Introduce && employerID != 0, ToKeep: r.Keep, ToStatistics: r.Statistics}
	for _, purpose := range []Purpose{ToIntroduce, ToKeep, ToStatistics} {
		if !given[purpose] {
			continue
		}
		of := employerID
		if purpose != ToIntroduce {
			of = 0
		}
		if err := s.agree(ctx, candidate, purpose, of, r.Manner, at); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) agree(ctx context.Context, candidate int64, p Purpose, employerID int64, m Manner, at time.Time) error {
	_, err := s.DB.Exec(ctx, insertConsent, pgx.StrictNamedArgs{
		"candidate": candidate, "purpose": p, "employer": employerID, "manner": m, "at": at})
	return err
}

// refer makes the referral. One that there is already stays as it is, but for
// the drive at which the person came back to it; one that the person had
// declined begins anew.
func (s *Store) refer(ctx context.Context, actor access.Actor, candidate int64, r Registration, at time.Time) error {
	if r.VacancyID == 0 {
		return nil
	}
	old, err := s.existing(ctx, candidate, r.VacancyID)
	switch {
	case errors.Is(err, errs.NotFound):
		_, err = s.newReferral(ctx, actor, candidate, r, at)
		return err
	case err != nil:
		return err
	}
	if err := s.meet(ctx, old, r.DriveID); err != nil {
		return err
	}
	if old.Status == Declined {
		return s.reopen(ctx, actor, &old)
	}
	return nil
}

// meet keeps at which drive a person came for a referral that there was
// already, so that the drive's count of people hired on the spot and the
// referral are not two people. Somebody hired before is not of a later drive.
func (s *Store) meet(ctx context.Context, old Referral, drive int64) error {
	if drive == 0 || old.DriveID != 0 && old.HiredAt != nil {
		return nil
	}
	_, err := s.DB.Exec(ctx, `UPDATE referrals SET drive_id = @drive WHERE id = @id`, pgx.StrictNamedArgs{"id": old.ID, "drive": drive})
	return err
}

func (s *Store) existing(ctx context.Context, candidate, vacancyID int64) (Referral, error) {
	return postgres.One[Referral](ctx, s.DB, `SELECT `+refColumns+fromReferrals+`
		WHERE r.candidate_id = @candidate AND r.vacancy_id = @vacancy`,
		pgx.StrictNamedArgs{"candidate": candidate, "vacancy": vacancyID, "today": s.Now.Today()})
}

func (s *Store) newReferral(ctx context.Context, actor access.Actor, candidate int64, r Registration, at time.Time) (Referral, error) {
	id, err := postgres.Value[int64](ctx, s.DB, insertReferral, pgx.StrictNamedArgs{
		"candidate": candidate, "vacancy": r.VacancyID, "at": at, "drive": r.DriveID})
	if err != nil {
		return Referral{}, err
	}
	if err := s.moved(ctx, actor, s.Now.Now(), Referral{ID: id, Status: Registered}, "registered", ""); err != nil {
		return Referral{}, err
	}
	return s.existing(ctx, candidate, r.VacancyID)
}

func (s *Store) reopen(ctx context.Context, actor access.Actor, r *Referral) error {
	now := s.Now.Now()
	if err := r.move(Move{To: Registered, On: s.Now.Today()}, now); err != nil {
		return err
	}
	if err := s.save(ctx, *r); err != nil {
		return err
	}
	return s.moved(ctx, actor, now, *r, "reopened", Declined)
}
