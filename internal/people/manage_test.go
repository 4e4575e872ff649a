package people_test

import (
	"errors"
	"regexp"
	"slices"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/people"
)

func TestCreate(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	ctx, admin := t.Context(), as(t, s, "centre.admin")
	id, once, err := s.Create(ctx, admin, people.New{Username: " Moi.Vao ", FullName: "Mới Vào", BodyID: admin.Body, Role: access.Staff})
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$`).MatchString(once) {
		t.Errorf("one-time password %q", once)
	}
	account, epoch, err := s.SignIn(ctx, "moi.vao", once, "10.0.0.1")
	if err != nil || account != id {
		t.Fatalf("signed in as %d, %v; want %d", account, err, id)
	}
	who, err := s.Present(ctx, account, epoch)
	if err != nil || !who.MustChange || who.Body.ShortVi == "" {
		t.Fatalf("present: %+v, %v; want one who must change", who, err)
	}
	epoch, err = s.ChangePassword(ctx, who.Actor, once, "câu riêng của tôi", "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	if who, err = s.Present(ctx, account, epoch); err != nil || who.MustChange {
		t.Errorf("after the change: %+v, %v", who.Actor, err)
	}
}

func TestCreateRefuses(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	admin, system := as(t, s, "centre.admin"), as(t, s, "system")
	district := as(t, s, "district.admin").Body
	tests := []struct {
		name  string
		actor access.Actor
		new   people.New
		field string
	}{
		{"taken name", admin, people.New{Username: "centre.staff", FullName: "X", BodyID: admin.Body, Role: access.Staff}, "username"},
		{"name with marks", admin, people.New{Username: "bình", FullName: "X", BodyID: admin.Body, Role: access.Staff}, "username"},
		{"no person", admin, people.New{Username: "abc", FullName: " ", BodyID: admin.Body, Role: access.Staff}, "full_name"},
		{"another body", admin, people.New{Username: "abc", FullName: "X", BodyID: district, Role: access.Staff}, "body"},
		{"more than his own role", admin, people.New{Username: "abc", FullName: "X", BodyID: admin.Body, Role: access.System}, "role"},
		{"no such body", system, people.New{Username: "abc", FullName: "X", BodyID: 9_999_999, Role: access.Staff}, "body"},
	}
	for _, tt := range tests {
		if _, _, err := s.Create(t.Context(), tt.actor, tt.new); problem(err, tt.field) == "" {
			t.Errorf("%s: %v, want a problem of %s", tt.name, err, tt.field)
		}
	}
	_, _, err := s.Create(t.Context(), as(t, s, "centre.staff"), people.New{})
	if !errors.Is(err, errs.Forbidden) {
		t.Errorf("an officer: %v, want Forbidden", err)
	}
}

// An administrator keeps the accounts of its own body, not of those under it,
// and not the System's.
func TestTheScopeOfAdministrators(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	staff, system := find(t, s, "centre.staff"), find(t, s, "system")
	tests := []struct {
		actor string
		which people.Account
		want  error
	}{
		{"centre.admin", staff, nil},
		{"system", staff, nil},
		{"office.admin", staff, errs.NotFound},
		{"district.admin", staff, errs.NotFound},
		{"centre.staff", staff, errs.Forbidden},
		{"centre.admin", system, errs.Forbidden},
	}
	for _, tt := range tests {
		s, _ := world(t)
		actor := as(t, s, tt.actor)
		target := find(t, s, tt.which.Username)
		_, reset := s.Reset(t.Context(), actor, target.Username)
		renamed := s.Update(t.Context(), actor, target.ID, people.Details{FullName: "Y", Role: access.Staff}, find(t, s, target.Username).Version)
		for _, err := range []error{reset, renamed} {
			if !errors.Is(err, tt.want) {
				t.Errorf("%s on %s: %v, want %v", tt.actor, target.Username, err, tt.want)
			}
		}
	}
	list, err := s.List(t.Context(), as(t, s, "centre.admin").Scope(access.ManageAccounts), people.Filter{})
	if err != nil || len(list) != 3 {
		t.Errorf("the centre's accounts: %d, %v; want 3", len(list), err)
	}
	list, err = s.List(t.Context(), as(t, s, "centre.staff").Scope(access.ManageAccounts), people.Filter{})
	if err != nil || len(list) != 0 {
		t.Errorf("an officer sees %d accounts, %v; want none", len(list), err)
	}
}

func TestProgramKeepsAccounts(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	body := as(t, s, "office.admin").Body
	id, _, err := s.Create(t.Context(), people.Program(), people.New{Username: "first", FullName: "Người đầu tiên", BodyID: body, Role: access.System})
	if err != nil {
		t.Fatal(err)
	}
	once, err := s.Reset(t.Context(), people.Program(), "First")
	if err != nil {
		t.Fatal(err)
	}
	if account, _, err := s.SignIn(t.Context(), "first", once, "10.0.0.1"); err != nil || account != id {
		t.Errorf("signed in as %d, %v", account, err)
	}
	if _, err := s.Reset(t.Context(), people.Program(), "nobody"); !errors.Is(err, errs.NotFound) {
		t.Errorf("reset of nobody: %v, want NotFound", err)
	}
}

func TestUpdate(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	ctx, admin := t.Context(), as(t, s, "centre.admin")
	staff := find(t, s, "centre.staff")
	if err := s.Update(ctx, admin, staff.ID, people.Details{FullName: "Nông Văn An", Role: access.Admin}, staff.Version); err != nil {
		t.Fatal(err)
	}
	if err := s.Update(ctx, admin, staff.ID, people.Details{FullName: "Z", Role: access.Staff}, staff.Version); !errors.Is(err, errs.Conflict) {
		t.Errorf("a stale version: %v, want Conflict", err)
	}
	history, err := journal.Of(ctx, s.DB, journal.Account, staff.ID)
	actions := []string{}
	for _, e := range history {
		actions = append(actions, e.Action)
	}
	if err != nil || !slices.Equal(actions, []string{"role", "rename", "create"}) || history[0].To != "admin" || history[0].Person != "Hoàng Thị Lan" {
		t.Errorf("history: %+v, %v", history, err)
	}
}

func TestTheLastAdministratorStays(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	ctx, admin := t.Context(), as(t, s, "centre.admin")
	me, staff := find(t, s, "centre.admin"), find(t, s, "centre.staff")
	down := people.Details{FullName: me.FullName, Role: access.Staff}
	if err := s.Update(ctx, admin, me.ID, down, me.Version); problem(err, "role") != "account.problem.last_admin" {
		t.Errorf("the last one steps down: %v", err)
	}
	if err := s.SetActive(ctx, admin, me.ID, false, "nghỉ", me.Version); problem(err, "why") != "account.problem.yourself" {
		t.Errorf("closes himself: %v", err)
	}
	if err := s.Update(ctx, admin, staff.ID, people.Details{FullName: staff.FullName, Role: access.Admin}, staff.Version); err != nil {
		t.Fatal(err)
	}
	if err := s.Update(ctx, admin, me.ID, down, me.Version); err != nil {
		t.Errorf("steps down beside another: %v", err)
	}
}

func TestCloseAndOpen(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	ctx, admin := t.Context(), as(t, s, "centre.admin")
	staff := find(t, s, "centre.staff")
	if err := s.SetActive(ctx, admin, staff.ID, false, " ", staff.Version); problem(err, "why") != "problem.required" {
		t.Errorf("without a reason: %v", err)
	}
	if err := s.SetActive(ctx, admin, staff.ID, false, "nghỉ việc", staff.Version); err != nil {
		t.Fatal(err)
	}
	if err := s.SetActive(ctx, admin, staff.ID, false, "nghỉ việc", staff.Version+1); !errors.Is(err, errs.Conflict) {
		t.Errorf("closed twice: %v, want Conflict", err)
	}
	if err := s.SetActive(ctx, admin, staff.ID, true, "", staff.Version+1); err != nil {
		t.Fatal(err)
	}
	if !find(t, s, "centre.staff").Active {
		t.Error("still closed")
	}
}
