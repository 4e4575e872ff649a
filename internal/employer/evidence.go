package employer

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Evidence is what a verifier stated of an employer, and on what it rests.
type Evidence struct {
	ID     int64
	State  State
	Looked []Look
	Why    string
	At     time.Time
	Person string
	Files  []attachment.Kept `db:"-"`
}

// Evidence returns what verifiers stated of an employer, the newest first. It
// is read by those who verify.
func (s *Store) Evidence(ctx context.Context, scope access.Scope, id int64) (list []Evidence, err error) {
	defer errs.Wrap(&err, "employer.Evidence(%d)", id)
	args := pgx.StrictNamedArgs{"id": id, "all": scope.All}
	if list, err = postgres.All[Evidence](ctx, s.DB, selectEvidence, args); err != nil || len(list) == 0 {
		return nil, err
	}
	files, err := attachment.List(ctx, s.DB, attachment.Evidence,
		`SELECT v.id FROM employer_evidence v WHERE v.employer_id = @id AND @all`, args)
	for i := range list {
		list[i].Files = files[list[i].ID]
	}
	return list, err
}

// EvidenceFiles are the files that may be kept with evidence.
var EvidenceFiles = attachment.Limits{Files: 5, Size: 5 << 20, Endings: []string{".pdf", ".jpg", ".jpeg", ".png"}}

// Attach keeps files with what the actor has just stated of an employer.
func (s *Store) Attach(ctx context.Context, actor access.Actor, id int64, files []attachment.File) (err error) {
	defer errs.Wrap(&err, "employer.Attach(%d)", id)
	if !actor.May(access.VerifyEmployers) {
		return errs.Forbidden
	}
	if err := EvidenceFiles.Check(files).OrNil(); err != nil || len(files) == 0 {
		return err
	}
	evidence, err := postgres.Value[int64](ctx, s.DB, selectStated, pgx.StrictNamedArgs{"id": id, "by": actor.Account})
	if err != nil {
		return err
	}
	return attachment.Keep(ctx, s.DB, attachment.Evidence, evidence, files, actor.Account, s.Now.Now())
}

// Content returns a file that is kept with evidence, for those who verify.
func (s *Store) Content(ctx context.Context, scope access.Scope, file int64) (c attachment.Content, err error) {
	defer errs.Wrap(&err, "employer.Content(%d)", file)
	return attachment.Read(ctx, s.DB, attachment.Evidence, `SELECT v.id FROM employer_evidence v WHERE @all`,
		pgx.StrictNamedArgs{"file": file, "all": scope.All})
}
