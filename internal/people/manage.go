package people

import (
	"context"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Filter narrows a list of accounts. Text is looked for in the user name, the
// person's name and the body's names. After is the last user name of the page
// before; Limit is 50 unless it is set.
type Filter struct {
	Body  int64
	Text  string
	After string
	Limit int
}

const pageOfAccounts = 50

// List returns the accounts in scope by user name.
func (s *Store) List(ctx context.Context, scope access.Scope, f Filter) (list []Account, err error) {
	defer errs.Wrap(&err, "people.List")
	if f.Limit <= 0 {
		f.Limit = pageOfAccounts
	}
	list, err = postgres.All[Account](ctx, s.DB, selectAccounts, pgx.StrictNamedArgs{
		"all": scope.All, "body": scope.Body, "of": f.Body, "text": strings.ToLower(fold.Tidy(f.Text)),
		"folded": fold.Fold(f.Text), "after": f.After, "limit": f.Limit,
	})
	for i := range list {
		list[i].Over = list[i].Ended(s.Now.Today())
	}
	return list, err
}

// Get returns an account in scope.
func (s *Store) Get(ctx context.Context, scope access.Scope, id int64) (a Account, err error) {
	defer errs.Wrap(&err, "people.Get(%d)", id)
	a, err = postgres.One[Account](ctx, s.DB, selectAccount+`a.id = @id`,
		pgx.StrictNamedArgs{"all": scope.All, "body": scope.Body, "id": id})
	a.Over = a.Ended(s.Now.Today())
	return a, err
}

// Create makes an account with a password to be handed over once and changed
// at the first sign-in. Problems name username, full_name, role or body.
func (s *Store) Create(ctx context.Context, actor access.Actor, n New) (id int64, password string, err error) {
	defer errs.Wrap(&err, "people.Create(%q)", n.Username)
	if !actor.May(access.CreateAccounts) {
		return 0, "", errs.Forbidden
	}
	n.Username, n.FullName = normalName(n.Username), fold.Tidy(n.FullName)
	problems := n.check(actor)
	if scope := actor.Scope(access.CreateAccounts); n.BodyID == 0 || !scope.All && n.BodyID != scope.Body {
		problems.Add("body", "problem.choice")
	}
	if err := problems.OrNil(); err != nil {
		return 0, "", err
	}
	password, hash, err := handedOver(ctx)
	if err != nil {
		return 0, "", err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if id, err = s.insert(ctx, n, hash); err != nil {
			return err
		}
		return s.record(ctx, actor, id, "create", "", string(n.Role), "")
	})
	return id, password, err
}

// insert writes the account unless its name is taken or its body unknown.
func (s *Store) insert(ctx context.Context, n New, hash string) (int64, error) {
	known, err := postgres.Value[bool](ctx, s.DB, `SELECT EXISTS (SELECT FROM bodies WHERE id = @id)`,
		pgx.StrictNamedArgs{"id": n.BodyID})
	if err != nil {
		return 0, err
	}
	if !known {
		return 0, errs.One("body", "problem.choice")
	}
	id, err := postgres.Value[int64](ctx, s.DB, insertAccount, pgx.StrictNamedArgs{
		"username": n.Username, "hash": hash, "full_name": n.FullName, "body": n.BodyID, "role": string(n.Role),
		"at": s.Now.Now(),
	})
	if errors.Is(err, errs.NotFound) {
		return 0, errs.One("username", "account.problem.username_taken")
	}
	return id, err
}

// handedOver makes a one-time password and its hash.
func handedOver(ctx context.Context) (password, hash string, err error) {
	if password, err = oneTime(); err != nil {
		return "", "", err
	}
	hash, err = Hash(ctx, password)
	return password, hash, err
}

// Reset gives the account of a user name a new password to be handed over once
// and changed, and signs it out everywhere. NotFound: none in the actor's reach.
func (s *Store) Reset(ctx context.Context, actor access.Actor, username string) (password string, err error) {
	defer errs.Wrap(&err, "people.Reset(%q)", username)
	if !actor.May(access.ManageAccounts) {
		return "", errs.Forbidden
	}
	password, hash, err := handedOver(ctx)
	if err != nil {
		return "", err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		a, err := s.lock(ctx, actor, `a.username = @username`, pgx.StrictNamedArgs{"username": normalName(username)})
		if err != nil {
			return err
		}
		_, err = s.DB.Exec(ctx, `
			UPDATE accounts
			SET password_hash = @hash, must_change = true, epoch = epoch + 1, version = version + 1
			WHERE id = @id`, pgx.StrictNamedArgs{"id": a.ID, "hash": hash})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, a.ID, "reset", "", "", "")
	})
	return password, err
}

// Update changes the person's name and the role. A stale version is a
// Conflict. The last administrator of a body cannot give up the role himself.
func (s *Store) Update(ctx context.Context, actor access.Actor, id int64, d Details, version int) (err error) {
	defer errs.Wrap(&err, "people.Update(%d)", id)
	if !actor.May(access.ManageAccounts) {
		return errs.Forbidden
	}
	d.FullName = fold.Tidy(d.FullName)
	if err := d.check(actor).OrNil(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		peers, err := s.peersOf(ctx, actor, id)
		if err != nil {
			return err
		}
		was, err := s.lockID(ctx, actor, id)
		if err != nil {
			return err
		}
		switch {
		case was.Version != version:
			return errs.Conflict
		case id == actor.Account && d.Role != was.Role && peers == 0:
			return errs.One("role", "account.problem.last_admin")
		}
		return s.update(ctx, actor, was, d)
	})
}

// peersOf counts who else is administrator like the actor when he is about to
// change his own account, and locks them until the change is done.
func (s *Store) peersOf(ctx context.Context, actor access.Actor, id int64) (int, error) {
	if id != actor.Account {
		return 0, nil
	}
	ids, err := postgres.Values[int64](ctx, s.DB, lockPeers,
		pgx.StrictNamedArgs{"role": string(actor.Role), "body": actor.Body})
	return len(ids) - 1, err
}

func (s *Store) update(ctx context.Context, actor access.Actor, was Account, d Details) error {
	_, err := s.DB.Exec(ctx, `UPDATE accounts SET full_name = @name, role = @role, version = version + 1 WHERE id = @id`,
		pgx.StrictNamedArgs{"id": was.ID, "name": d.FullName, "role": string(d.Role)})
	if err == nil && d.FullName != was.FullName {
		err = s.record(ctx, actor, was.ID, "rename", was.FullName, d.FullName, "")
	}
	if err == nil && d.Role != was.Role {
		err = s.record(ctx, actor, was.ID, "role", string(was.Role), string(d.Role), "")
	}
	return err
}

// SetActive closes an account, with a reason, or opens it again. Closing signs
// it out everywhere. Nobody closes his own, and no administrator gives back what
// ended with the last day that a verifier had set.
func (s *Store) SetActive(ctx context.Context, actor access.Actor, id int64, active bool, why string, version int) (err error) {
	defer errs.Wrap(&err, "people.SetActive(%d, %t)", id, active)
	why = fold.Tidy(why)
	switch {
	case !actor.May(access.ManageAccounts):
		return errs.Forbidden
	case id == actor.Account:
		return errs.One("why", "account.problem.yourself")
	case !active && why == "":
		return errs.One("why", "problem.required")
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		was, err := s.lockID(ctx, actor, id)
		if err != nil {
			return err
		}
		switch {
		case was.Version != version || was.Active == active:
			return errs.Conflict
		case active && !was.EndsOn.IsZero() && !was.EndsOn.After(s.Now.Today()):
			return errs.One("why", "account.problem.last_day")
		}
		_, err = s.DB.Exec(ctx, `
			UPDATE accounts
			SET active = @active, epoch = epoch + 1, version = version + 1
			WHERE id = @id`, pgx.StrictNamedArgs{"id": id, "active": active})
		if err != nil {
			return err
		}
		action := "deactivate"
		if active {
			action = "activate"
		}
		return s.record(ctx, actor, id, action, "", "", why)
	})
}

// lock reads an account in the actor's reach and holds it until the
// transaction ends; one that he may see but not keep is Forbidden.
func (s *Store) lock(ctx context.Context, actor access.Actor, which string, args pgx.StrictNamedArgs) (Account, error) {
	scope := actor.Scope(access.ManageAccounts)
	args["all"], args["body"] = scope.All, scope.Body
	a, err := postgres.One[Account](ctx, s.DB, selectAccount+which+` FOR UPDATE OF a`, args)
	if err == nil && !a.MayKeep(actor) {
		err = errs.Forbidden
	}
	return a, err
}

func (s *Store) lockID(ctx context.Context, actor access.Actor, id int64) (Account, error) {
	return s.lock(ctx, actor, `a.id = @id`, pgx.StrictNamedArgs{"id": id})
}

func (s *Store) record(ctx context.Context, actor access.Actor, id int64, action, from, to, why string) error {
	return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{
		Thing: journal.Account, ID: id, Action: action, From: from, To: to, Why: why,
	})
}
