package complaint

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/code"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/limit"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// Store keeps complaints.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// flood is how many complaints one address may send: a commune's people share
// one, and after a meeting many tell the same.
var flood = limit.Rule{Kind: "complaint", Most: 30, Window: time.Hour}

// codeLength counts the check, the last sign: 27 billion receipts.
const codeLength = 8

// CleanCode returns a receipt as typed or read out in its own form, and
// whether it can be one at all.
func CleanCode(words string) (receipt string, ok bool) { return code.Clean(words, codeLength) }

// ShowCode writes a receipt for the eye: ABCD-EFGH.
func ShowCode(receipt string) string { return code.Grouped(receipt) }

// Receive is public: it keeps what a teller says and returns the receipt.
// Problems name the form's fields; too many from one address stand at
// "advert".
func (s *Store) Receive(ctx context.Context, n New) (receipt string, err error) {
	defer errs.Wrap(&err, "complaint.Receive")
	n = n.normal()
	if err := n.check().OrNil(); err != nil {
		return "", err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		within, err := (&limit.Store{DB: s.DB, Now: s.Now}).Take(ctx, n.Address, flood)
		if err != nil {
			return err
		}
		if !within {
			return errs.One("advert", "complaint.problem.wait", int(flood.Window/time.Minute))
		}
		receipt, err = s.insert(ctx, n)
		return err
	})
	return receipt, err
}

// insert draws receipts until one is free.
func (s *Store) insert(ctx context.Context, n New) (string, error) {
	subject, err := s.About(ctx, n.Advert)
	if err != nil {
		return "", err
	}
	now := s.Now.Now()
	for {
		receipt, err := code.New(rand.Reader, codeLength)
		if err != nil {
			return "", err
		}
		id, err := postgres.Value[int64](ctx, s.DB, insertComplaint, pgx.StrictNamedArgs{
			"code": receipt, "grounds": n.Grounds, "advert": n.Advert, "vacancy": subject.VacancyID, "employer": subject.EmployerID,
			"words": n.Words, "phone": n.Phone, "now": now})
		if errors.Is(err, errs.NotFound) {
			continue
		}
		if err != nil {
			return "", err
		}
		return receipt, journal.Write(ctx, s.DB, access.Actor{}, now, journal.Change{
			Thing: journal.Complaint, ID: id, Action: "receive", To: string(Received)})
	}
}

func (s *Store) vacancies() *vacancy.Store { return &vacancy.Store{DB: s.DB, Now: s.Now} }

// scoped are the arguments of inScope and columns with more.
func (s *Store) scoped(actor access.Actor, args pgx.StrictNamedArgs) pgx.StrictNamedArgs {
	args["today"] = s.Now.Today()
	args["all"], args["triage"] = actor.Scope(access.ReadComplaints).All, actor.May(access.TriageComplaints)
	return args
}
