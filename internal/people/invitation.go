package people

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/code"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/limit"
	"cauviec/internal/postgres"
)

// A user of a verified employer is invited by a verifier: with a code told once,
// on paper or by telephone, by which the person chooses a name and a password.

const (
	invitationLength = 12 // signs of a code, the check with them: 54 bits
	// InvitationDays is how long an invitation can be accepted.
	InvitationDays = 14
)

// wrongCodes is how many codes that are none an address may try.
var wrongCodes = limit.Rule{Kind: "invitation", Most: 30, Window: time.Hour}

// Invitation is one as verifiers see it, without its code.
type Invitation struct {
	ID           int64
	EmployerID   int64
	EmployerName string
	FullName     string
	EndsOn       clock.Day // the last day of the access it gives, if one is set
	ExpiresAt    time.Time
	CreatedAt    time.Time
	AcceptedAt   *time.Time
	RevokedAt    *time.Time
	BodyID       int64
}

// Open reports whether it can still be accepted.
func (i Invitation) Open(now time.Time) bool {
	return i.AcceptedAt == nil && i.RevokedAt == nil && now.Before(i.ExpiresAt)
}

// Invited is who is invited, until when.
type Invited struct {
	FullName string
	EndsOn   clock.Day // the zero Day: no last day is known
}

// ShowInvitation writes a code for the eye: ABCD-EFGH-JKMN.
func ShowInvitation(invitation string) string { return code.Grouped(invitation) }

// Invite invites a person to sign in for a verified employer and returns the
// code, of which only the hash is kept. Problems name full_name and ends_on; an
// employer that is not verified is a Conflict.
func (s *Store) Invite(ctx context.Context, actor access.Actor, employer int64, who Invited) (invitation string, err error) {
	defer errs.Wrap(&err, "people.Invite(%d)", employer)
	if !actor.May(access.VerifyEmployers) {
		return "", errs.Forbidden
	}
	who.FullName = fold.Tidy(who.FullName)
	if err := who.check(s.Now.Today()).OrNil(); err != nil {
		return "", err
	}
	if invitation, err = code.New(rand.Reader, invitationLength); err != nil {
		return "", err
	}
	return invitation, s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.verified(ctx, employer); err != nil {
			return err
		}
		now := s.Now.Now()
		_, err := s.DB.Exec(ctx, `
			INSERT INTO invitations (employer_id, code_hash, full_name, ends_on, expires_at, created_at, created_by)
			VALUES (@employer, @hash, @name, @ends_on, @expires, @now, @by)`,
			pgx.StrictNamedArgs{"employer": employer, "hash": hashOf(invitation), "name": who.FullName, "ends_on": who.EndsOn,
				"expires": now.AddDate(0, 0, InvitationDays), "now": now, "by": actor.Account})
		if err != nil {
			return err
		}
		return journal.Write(ctx, s.DB, actor, now, journal.Change{Thing: journal.Employer, ID: employer, Action: "invite", To: who.FullName})
	})
}

func (i Invited) check(today clock.Day) errs.Problems {
	p := errs.Problems{}
	switch {
	case i.FullName == "":
		p.Add("full_name", "problem.required")
	case utf8.RuneCountInString(i.FullName) > longestFullName:
		p.Add("full_name", "problem.long", longestFullName)
	}
	if ended(i.EndsOn, today) {
		p.Add("ends_on", "account.problem.ends_on")
	}
	return p
}

// verified holds a verified employer until the transaction ends.
func (s *Store) verified(ctx context.Context, employer int64) error {
	state, err := postgres.Value[string](ctx, s.DB, `SELECT state FROM employers WHERE id = @id FOR SHARE`, pgx.StrictNamedArgs{"id": employer})
	if err == nil && state != "verified" {
		err = errs.Conflict
	}
	return err
}

func hashOf(invitation string) string {
	sum := sha256.Sum256([]byte(invitation))
	return hex.EncodeToString(sum[:])
}

const selectInvitations = `
	SELECT i.id, i.employer_id, e.name AS employer_name, i.full_name, i.ends_on, i.expires_at, i.created_at, i.accepted_at, i.revoked_at,
	       e.body_id
	FROM invitations i JOIN employers e ON e.id = i.employer_id
	WHERE `

// Invitations returns those of an employer that can still be accepted, the
// newest first.
func (s *Store) Invitations(ctx context.Context, scope access.Scope, employer int64) (list []Invitation, err error) {
	defer errs.Wrap(&err, "people.Invitations(%d)", employer)
	return postgres.All[Invitation](ctx, s.DB, selectInvitations+`
		@all AND i.employer_id = @employer AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > @now
		ORDER BY i.id DESC
		LIMIT 100`, pgx.StrictNamedArgs{"all": scope.All, "employer": employer, "now": s.Now.Now()})
}

// Revoke takes an invitation back that was not accepted.
func (s *Store) Revoke(ctx context.Context, actor access.Actor, employer, id int64) (err error) {
	defer errs.Wrap(&err, "people.Revoke(%d)", id)
	if !actor.May(access.VerifyEmployers) {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		i, err := postgres.One[Invitation](ctx, s.DB, selectInvitations+`i.id = @id AND i.employer_id = @employer FOR UPDATE OF i`,
			pgx.StrictNamedArgs{"id": id, "employer": employer})
		switch {
		case err != nil:
			return err
		case !i.Open(s.Now.Now()):
			return errs.Conflict
		}
		now := s.Now.Now()
		if _, err := s.DB.Exec(ctx, `UPDATE invitations SET revoked_at = @now WHERE id = @id`, pgx.StrictNamedArgs{"now": now, "id": id}); err != nil {
			return err
		}
		return journal.Write(ctx, s.DB, actor, now, journal.Change{Thing: journal.Employer, ID: employer, Action: "revoke", From: i.FullName})
	})
}

// Invitation is public: it returns the invitation that an address shows the
// code of. One that cannot be accepted is a problem of "code", and so are too
// many that are none.
func (s *Store) Invitation(ctx context.Context, words, address string) (i Invitation, err error) {
	defer errs.Wrap(&err, "people.Invitation")
	tries, outside := &limit.Store{DB: s.DB, Now: s.Now}, postgres.Outside(ctx)
	within, err := tries.Left(outside, address, wrongCodes)
	switch {
	case err != nil:
		return Invitation{}, err
	case !within:
		return Invitation{}, errs.One("code", "account.problem.invitation_wait", int(wrongCodes.Window/time.Minute))
	}
	if i, err = s.accepting(ctx, words, ""); err == nil || !errors.Is(err, errs.Invalid) {
		return i, err
	}
	if _, counted := tries.Take(outside, address, wrongCodes); counted != nil {
		return Invitation{}, counted
	}
	return Invitation{}, err
}

// accepting returns the invitation with a code that can be accepted now.
func (s *Store) accepting(ctx context.Context, words, lock string) (Invitation, error) {
	none := errs.One("code", "account.problem.invitation")
	invitation, ok := code.Clean(words, invitationLength)
	if !ok {
		return Invitation{}, none
	}
	i, err := postgres.One[Invitation](ctx, s.DB, selectInvitations+`i.code_hash = @hash AND e.state = 'verified'`+lock,
		pgx.StrictNamedArgs{"hash": hashOf(invitation)})
	if errors.Is(err, errs.NotFound) || err == nil && !i.Open(s.Now.Now()) {
		return Invitation{}, none
	}
	return i, err
}

// Acceptance is what the invited person chooses.
type Acceptance struct {
	Code     string
	FullName string
	Username string
	Password string
	Address  string
}

// Accept is public: it makes the account of an invitation, once. Problems name
// code, full_name, username and password. Ask it outside a transaction.
func (s *Store) Accept(ctx context.Context, a Acceptance) (username string, err error) {
	defer errs.Wrap(&err, "people.Accept")
	if _, err := s.Invitation(ctx, a.Code, a.Address); err != nil {
		return "", err
	}
	n := New{Username: normalName(a.Username), FullName: fold.Tidy(a.FullName), Role: access.Staff}
	problems := n.check(access.Actor{})
	problems.Merge(checkPassword("password", a.Password, n.Username))
	if err := problems.OrNil(); err != nil {
		return "", err
	}
	hash, err := Hash(ctx, a.Password)
	if err != nil {
		return "", err
	}
	return n.Username, s.DB.InTx(ctx, func(ctx context.Context) error {
		i, err := s.accepting(ctx, a.Code, ` FOR UPDATE OF i`)
		if err != nil {
			return err
		}
		n.BodyID = i.BodyID
		return s.accept(ctx, i, n, hash)
	})
}

func (s *Store) accept(ctx context.Context, i Invitation, n New, hash string) error {
	id, err := s.insert(ctx, n, hash)
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `UPDATE accounts SET must_change = false, ends_on = @ends_on WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "ends_on": i.EndsOn})
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `UPDATE invitations SET accepted_at = @now, account_id = @account WHERE id = @id`,
		pgx.StrictNamedArgs{"now": s.Now.Now(), "account": id, "id": i.ID})
	if err != nil {
		return err
	}
	return s.record(ctx, access.Actor{}, id, "accept", "", string(n.Role), "")
}
