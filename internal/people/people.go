// Package people keeps who signs in: accounts, their passwords, the attempts
// to sign in, and who acts in a request. An account is one person's way in on
// behalf of one body.
//
// Administrators keep the accounts of their own body only, not of the bodies
// under it: an account of the centre sees personal data that the Office above
// it may not. Only a System administrator keeps accounts of the System role.
package people

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Store keeps accounts and the attempts to sign in.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Account is a person's way in, as administrators see it. SignedInAt is nil
// until the first time.
type Account struct {
	ID          int64
	Username    string
	FullName    string
	Role        access.Role
	Active      bool
	MustChange  bool // the password was set by somebody else
	Version     int
	CreatedAt   time.Time
	SignedInAt  *time.Time
	EndsOn      clock.Day // the last day of access; the zero Day: none is set
	Over        bool      `db:"-"` // that day is over; known of accounts read by List and Get
	BodyID      int64
	BodySlug    string
	BodyShortVi string
	BodyShortEn string
}

// Ended reports whether the account's last day is over.
func (a Account) Ended(today clock.Day) bool { return ended(a.EndsOn, today) }

func ended(last, today clock.Day) bool { return !last.IsZero() && last.Before(today) }

// Program is who acts when the program itself keeps accounts: the command
// line and the first start.
func Program() access.Actor { return access.Program(0, "", access.Seat{}) }

// New is an account to be created.
type New struct {
	Username string
	FullName string
	BodyID   int64
	Role     access.Role
}

// Details is what an administrator may change of an account.
type Details struct {
	FullName string
	Role     access.Role
}

// RolesFor lists the roles that the actor may give. Nobody gives more than
// what he has.
func RolesFor(actor access.Actor) []access.Role {
	if actor.Role == access.System {
		return []access.Role{access.Staff, access.Admin, access.System}
	}
	return []access.Role{access.Staff, access.Admin}
}

// normalName is a user name as it is kept: what people type with a capital
// letter or a space behind is the same name.
func normalName(username string) string {
	return strings.ToLower(fold.Tidy(username))
}

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{2,63}$`)

const longestFullName = 120

// check finds what is wrong with what actor gives an account.
func (d Details) check(actor access.Actor) errs.Problems {
	problems := errs.Problems{}
	switch {
	case d.FullName == "":
		problems.Add("full_name", "problem.required")
	case utf8.RuneCountInString(d.FullName) > longestFullName:
		problems.Add("full_name", "problem.long", longestFullName)
	}
	if !mayGive(actor, d.Role) {
		problems.Add("role", "problem.choice")
	}
	return problems
}

// check finds what is wrong with the new account, but for its body.
func (n New) check(actor access.Actor) errs.Problems {
	problems := Details{FullName: n.FullName, Role: n.Role}.check(actor)
	if !nameForm.MatchString(n.Username) {
		problems.Add("username", "account.problem.username")
	}
	return problems
}

func mayGive(actor access.Actor, role access.Role) bool {
	for _, r := range RolesFor(actor) {
		if r == role {
			return true
		}
	}
	return false
}

// MayKeep reports whether the actor may change the account: an administrator
// of a body leaves the System's accounts in it alone.
func (a Account) MayKeep(actor access.Actor) bool {
	scope := actor.Scope(access.ManageAccounts)
	inReach := scope.All || scope.Body != 0 && scope.Body == a.BodyID
	return inReach && (a.Role != access.System || actor.Role == access.System)
}
