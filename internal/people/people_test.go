package people_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

const password = "hoa hồi nở trên núi"

// hash is that of password, made once: it is slow on purpose.
var hash = sync.OnceValues(func() (string, error) { return people.Hash(context.Background(), password) })

// ticking is a clock that stands still until it is moved.
type ticking struct{ at time.Time }

func (c *ticking) now() time.Time       { return c.at }
func (c *ticking) move(d time.Duration) { c.at = c.at.Add(d) }

// world is a store with an administrator and an officer of the centre, an
// administrator of a district, one of the Office, and the System's own.
func world(t *testing.T) (*people.Store, *ticking) {
	t.Helper()
	c := &ticking{at: time.Date(2024, 4, 5, 5, 0, 0, 0, time.UTC)}
	s := &people.Store{DB: postgrestest.DB(t), Now: clock.Clock(c.now)}
	h, err := hash()
	if err != nil {
		t.Fatal(err)
	}
	err = s.BulkCreate(t.Context(), []people.Seed{
		{Username: "centre.admin", FullName: "Hoàng Thị Lan", BodySlug: "ls-ttdvvl", Role: access.Admin},
		{Username: "centre.staff", FullName: "Nông Văn Bình", BodySlug: "ls-ttdvvl", Role: access.Staff},
		{Username: "district.admin", FullName: "Vi Văn Sơn", BodySlug: "ls-huu-lung", Role: access.Admin},
		{Username: "office.admin", FullName: "Lý Thị Hoa", BodySlug: "ls-ubnd", Role: access.Admin},
		{Username: "system", FullName: "Quản trị", BodySlug: "ls-ttdvvl", Role: access.System},
	}, h)
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}

// as signs somebody in without the cost of a password.
func as(t *testing.T, s *people.Store, username string) access.Actor {
	t.Helper()
	a := find(t, s, username)
	who, err := s.Present(t.Context(), a.ID, epochOf(t, s, a.ID))
	if err != nil {
		t.Fatal(err)
	}
	return who.Actor
}

func find(t *testing.T, s *people.Store, username string) people.Account {
	t.Helper()
	list, err := s.List(t.Context(), access.Everything(), people.Filter{Text: username, Limit: 1})
	if err != nil || len(list) != 1 {
		t.Fatalf("account %s: %v, %v", username, list, err)
	}
	return list[0]
}

func epochOf(t *testing.T, s *people.Store, id int64) int {
	t.Helper()
	epoch, err := postgres.Value[int](t.Context(), s.DB, `SELECT epoch FROM accounts WHERE id = @id`, pgx.StrictNamedArgs{"id": id})
	if err != nil {
		t.Fatal(err)
	}
	return epoch
}

func problem(err error, field string) string {
	problems, _ := errs.ProblemsOf(err)
	return problems[field].Key
}

func TestPresent(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	district := as(t, s, "district.admin")
	communes, err := postgres.Value[int](t.Context(), s.DB,
		`SELECT count(*)::int FROM bodies WHERE parent_id = (SELECT id FROM bodies WHERE slug = 'ls-huu-lung')`)
	if err != nil || communes < 20 {
		t.Fatalf("communes of Hữu Lũng: %d, %v", communes, err)
	}
	if district.BodySlug != "ls-huu-lung" || district.Seat != (access.Seat{Side: access.Source, Kind: access.District}) ||
		district.Province != "20" || len(district.Bodies) != communes+1 || !slices.Contains(district.Bodies, district.Body) {
		t.Errorf("district: %+v, want itself and %d communes", district, communes)
	}
	if office := as(t, s, "office.admin"); len(office.Bodies) < 200 || !slices.Contains(office.Bodies, district.Body) {
		t.Errorf("the Office has %d bodies, want all of its province", len(office.Bodies))
	}
	if centre := as(t, s, "centre.staff"); len(centre.Bodies) != 1 || centre.Employer != 0 || centre.May(access.ManageAccounts) {
		t.Errorf("centre: %+v", centre)
	}
}

func TestPresentNeedsEpochAndLife(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	a := find(t, s, "centre.staff")
	if _, err := s.Present(t.Context(), a.ID, 2); !errors.Is(err, errs.SignedOut) {
		t.Errorf("another epoch: %v, want SignedOut", err)
	}
	if _, err := s.Present(t.Context(), 1_000_000, 1); !errors.Is(err, errs.SignedOut) {
		t.Errorf("no account: %v, want SignedOut", err)
	}
	if err := s.SetActive(t.Context(), as(t, s, "centre.admin"), a.ID, false, "nghỉ việc", a.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Present(t.Context(), a.ID, epochOf(t, s, a.ID)); !errors.Is(err, errs.SignedOut) {
		t.Errorf("closed account: %v, want SignedOut", err)
	}
	if _, _, err := s.SignIn(t.Context(), "centre.staff", password, "10.0.0.1"); problem(err, "password") != "account.problem.sign_in" {
		t.Errorf("closed account signs in: %v", err)
	}
}

// A body that has ended keeps its accounts working.
func TestAnEndedBodyKeepsItsAccounts(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	if _, err := s.DB.Exec(t.Context(), `UPDATE bodies SET valid_to = '2024-03-14' WHERE slug = 'ls-huu-lung'`); err != nil {
		t.Fatal(err)
	}
	if district := as(t, s, "district.admin"); !district.SignedIn() {
		t.Errorf("got %+v, want a district that acts", district)
	}
}

func TestSignOutEverywhere(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	actor := as(t, s, "centre.staff")
	if err := s.SignOutEverywhere(t.Context(), actor); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Present(t.Context(), actor.Account, 1); !errors.Is(err, errs.SignedOut) {
		t.Errorf("the old epoch: %v, want SignedOut", err)
	}
	if _, err := s.Present(t.Context(), actor.Account, 2); err != nil {
		t.Errorf("the new epoch: %v", err)
	}
	if err := s.SignOutEverywhere(t.Context(), access.Actor{}); !errors.Is(err, errs.SignedOut) {
		t.Errorf("a visitor: %v, want SignedOut", err)
	}
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, old, new, field, key string }{
		{"wrong old", "không phải", "một câu khác hẳn", "old", "account.problem.old_password"},
		{"short", password, "ngắn", "new", "account.problem.password_short"},
		{"the user name", password, "Centre.Staff", "new", "account.problem.password_username"},
		{"a common one", password, "Mật khẩu 123", "new", "account.problem.password_common"},
		{"one character", password, "aaaaaaaaaaaaa", "new", "account.problem.password_common"},
		{"the same", password, password, "new", "account.problem.password_same"},
		{"good", password, "cầu bắc qua sông Thương", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s, _ := world(t)
			actor := as(t, s, "centre.staff")
			epoch, err := s.ChangePassword(t.Context(), actor, tt.old, tt.new, "10.0.0.1")
			if tt.key != "" {
				if problem(err, tt.field) != tt.key {
					t.Errorf("got %v, want %s at %s", err, tt.key, tt.field)
				}
				return
			}
			if err != nil || epoch != 2 {
				t.Fatalf("epoch %d, %v; want 2", epoch, err)
			}
			if _, _, err := s.SignIn(t.Context(), "centre.staff", tt.new, "10.0.0.1"); err != nil {
				t.Errorf("the new password: %v", err)
			}
			if _, _, err := s.SignIn(t.Context(), "centre.staff", tt.old, "10.0.0.1"); problem(err, "password") == "" {
				t.Errorf("the old password: %v, want refused", err)
			}
		})
	}
}

func TestBulkCreateIsIdempotent(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	before, err := s.List(t.Context(), access.Everything(), people.Filter{})
	if err != nil || len(before) != 5 {
		t.Fatalf("%d accounts, %v; want 5", len(before), err)
	}
	seeds := []people.Seed{
		{Username: "system", FullName: "Người khác", BodySlug: "ls-bao", Role: access.Staff},
		{Username: "xa-new", FullName: "Mới", BodySlug: "ls-bao", Role: access.Staff},
	}
	if err := s.BulkCreate(t.Context(), seeds, "x"); err != nil {
		t.Fatal(err)
	}
	after, err := s.List(t.Context(), access.Everything(), people.Filter{})
	if err != nil || len(after) != 6 || find(t, s, "system").FullName != "Quản trị" {
		t.Errorf("%d accounts, %v; want 6, the old ones unchanged", len(after), err)
	}
	history, err := journal.Of(t.Context(), s.DB, journal.Account, find(t, s, "xa-new").ID)
	if err != nil || len(history) != 1 || history[0].Action != "create" {
		t.Errorf("history: %v, %v", history, err)
	}
	err = s.BulkCreate(t.Context(), []people.Seed{{Username: "nobody", FullName: "X", BodySlug: "no-such", Role: access.Staff}}, "x")
	if !errors.Is(err, errs.Invalid) {
		t.Errorf("unknown body: %v, want Invalid", err)
	}
}
