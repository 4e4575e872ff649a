package people_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/people"
)

// hiring is a verified employer with the verifier who invites.
type hiring struct {
	*people.Store
	clock    *ticking
	verifier access.Actor
	employer int64
}

func hire(t *testing.T) hiring {
	t.Helper()
	s, c := world(t)
	h, err := hash()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.BulkCreate(t.Context(), []people.Seed{{Username: "bg-bqlkcn", FullName: "Ngô Thị Mai", BodySlug: "bg-bqlkcn", Role: access.Staff}}, h); err != nil {
		t.Fatal(err)
	}
	w := hiring{Store: s, clock: c, verifier: as(t, s, "bg-bqlkcn")}
	employers := &employer.Store{DB: s.DB, Now: s.Now}
	w.employer, err = employers.Create(t.Context(), w.verifier, employer.Details{
		TaxCode: "0100233488", Name: "Công ty May Sông Thương", Type: "private", Address: "Lô B2, KCN Đình Trám"})
	if err != nil {
		t.Fatal(err)
	}
	if err := employers.Verify(t.Context(), w.verifier, w.employer, 1, "giấy phép", employer.Registration); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w hiring) invite(t *testing.T, until clock.Day) string {
	t.Helper()
	code, err := w.Invite(t.Context(), w.verifier, w.employer, people.Invited{FullName: "Giáp Thị Thu", EndsOn: until})
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func (w hiring) accept(t *testing.T, code, username string) error {
	t.Helper()
	_, err := w.Accept(t.Context(), people.Acceptance{Code: code, FullName: "Giáp Thị Thu", Username: username, Password: password, Address: "10.0.0.1"})
	return err
}

func TestAnInvitationIsAcceptedOnce(t *testing.T) {
	t.Parallel()
	w := hire(t)
	code := w.invite(t, clock.MustDay("2024-12-31"))
	if err := w.accept(t, code, "centre.admin"); !problemAt(err, "username", "account.problem.username_taken") {
		t.Errorf("a name that is taken: %v", err)
	}
	if err := w.accept(t, strings.ToLower(people.ShowInvitation(code)), "giap.thu"); err != nil {
		t.Fatal(err)
	}
	if err := w.accept(t, code, "giap.thu.2"); !problemAt(err, "code", "account.problem.invitation") {
		t.Errorf("a second time: %v", err)
	}
	id, epoch, err := w.SignIn(t.Context(), "giap.thu", password, "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	who, err := w.Present(t.Context(), id, epoch)
	if err != nil || who.Employer != w.employer || who.MustChange || who.Role != access.Staff {
		t.Errorf("signed in as %+v, %v", who, err)
	}
	if open, err := w.Invitations(t.Context(), w.verifier.Scope(access.VerifyEmployers), w.employer); err != nil || len(open) != 0 {
		t.Errorf("%d invitations are still open, %v", len(open), err)
	}
}

func TestInvitationsThatCannotBeAccepted(t *testing.T) {
	t.Parallel()
	w := hire(t)
	old, taken := w.invite(t, clock.Day{}), w.invite(t, clock.Day{})
	list, err := w.Invitations(t.Context(), w.verifier.Scope(access.VerifyEmployers), w.employer)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d invitations, %v", len(list), err)
	}
	if err := w.Revoke(t.Context(), w.verifier, w.employer, list[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := w.Revoke(t.Context(), w.verifier, w.employer, list[0].ID); !errors.Is(err, errs.Conflict) {
		t.Errorf("revoked twice: %v", err)
	}
	if err := w.accept(t, taken, "a.b.c"); !problemAt(err, "code", "account.problem.invitation") {
		t.Errorf("revoked: %v", err)
	}
	w.clock.move(people.InvitationDays * 24 * time.Hour)
	if err := w.accept(t, old, "a.b.c"); !problemAt(err, "code", "account.problem.invitation") {
		t.Errorf("after fourteen days: %v", err)
	}
	suspended := w.invite(t, clock.Day{})
	if err := (&employer.Store{DB: w.DB, Now: w.Now}).Suspend(t.Context(), w.verifier, w.employer, 2, "nợ lương"); err != nil {
		t.Fatal(err)
	}
	if err := w.accept(t, suspended, "a.b.c"); !problemAt(err, "code", "account.problem.invitation") {
		t.Errorf("of a suspended employer: %v", err)
	}
	if _, err := w.Invite(t.Context(), w.verifier, w.employer, people.Invited{FullName: "Giáp Thị Thu"}); !errors.Is(err, errs.Conflict) {
		t.Errorf("a suspended employer invites: %v", err)
	}
}

func TestOnlyVerifiersInviteAndEnd(t *testing.T) {
	t.Parallel()
	w := hire(t)
	centre := as(t, w.Store, "centre.admin")
	if _, err := w.Invite(t.Context(), centre, w.employer, people.Invited{FullName: "x"}); !errors.Is(err, errs.Forbidden) {
		t.Errorf("invite: %v", err)
	}
	if err := w.EndNow(t.Context(), centre, 1, 1, "x"); !errors.Is(err, errs.Forbidden) {
		t.Errorf("end: %v", err)
	}
	official := find(t, w.Store, "district.admin")
	if err := w.EndNow(t.Context(), w.verifier, official.ID, official.Version, "x"); !errors.Is(err, errs.NotFound) {
		t.Errorf("a verifier ends the access of an official: %v", err)
	}
	if users, err := w.Users(t.Context(), centre.Scope(access.VerifyEmployers), w.employer); err != nil || len(users) != 0 {
		t.Errorf("others see %d users, %v", len(users), err)
	}
	for _, wrong := range []people.Invited{{}, {FullName: "x", EndsOn: clock.MustDay("2024-04-04")}} {
		if _, err := w.Invite(t.Context(), w.verifier, w.employer, wrong); !errors.Is(err, errs.Invalid) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

func TestAccessEndsWithTheWork(t *testing.T) {
	t.Parallel()
	w := hire(t)
	if err := w.accept(t, w.invite(t, clock.MustDay("2024-04-20")), "giap.thu"); err != nil {
		t.Fatal(err)
	}
	u := find(t, w.Store, "giap.thu")
	present := func() error { _, err := w.Present(t.Context(), u.ID, epochOf(t, w.Store, u.ID)); return err }
	if users, err := w.Ending(t.Context(), w.verifier.Scope(access.VerifyEmployers)); err != nil || len(users) != 0 {
		t.Errorf("15 days ahead the list names %d, %v", len(users), err)
	}
	w.clock.move(10 * 24 * time.Hour)
	if users, err := w.Ending(t.Context(), w.verifier.Scope(access.VerifyEmployers)); err != nil || len(users) != 1 || users[0].EmployerID != w.employer {
		t.Errorf("5 days ahead the list names %d, %v", len(users), err)
	}
	if err := w.SetEnd(t.Context(), w.verifier, u.ID, u.Version, clock.MustDay("2024-04-01")); !problemAt(err, "ends_on", "account.problem.ends_on") {
		t.Errorf("a day that is over: %v", err)
	}
	w.clock.move(5 * 24 * time.Hour)
	if err := present(); err != nil {
		t.Errorf("on the last day: %v", err)
	}
	w.clock.move(24 * time.Hour)
	if err := present(); !errors.Is(err, errs.SignedOut) {
		t.Errorf("on the day after: %v", err)
	}
	if _, _, err := w.SignIn(t.Context(), "giap.thu", password, "10.0.0.1"); !errors.Is(err, errs.Invalid) {
		t.Errorf("signing in on the day after: %v", err)
	}
	if a := find(t, w.Store, "giap.thu"); !a.Over {
		t.Error("administrators are not told that the last day is over")
	}
	if err := w.SetEnd(t.Context(), w.verifier, u.ID, u.Version, clock.Day{}); err != nil {
		t.Fatal(err)
	}
	if err := present(); err != nil {
		t.Errorf("with no last day: %v", err)
	}
	if err := w.EndNow(t.Context(), w.verifier, u.ID, u.Version, "nghỉ việc"); !errors.Is(err, errs.Conflict) {
		t.Errorf("of an older version: %v", err)
	}
	session := epochOf(t, w.Store, u.ID)
	if err := w.EndNow(t.Context(), w.verifier, u.ID, u.Version+1, "nghỉ việc"); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Present(t.Context(), u.ID, session); !errors.Is(err, errs.SignedOut) {
		t.Errorf("the session lives on: %v", err)
	}
	if err := w.SetActive(t.Context(), as(t, w.Store, "system"), u.ID, true, "", u.Version+2); !problemAt(err, "why", "account.problem.last_day") {
		t.Errorf("opened again by an administrator: %v", err)
	}
	var did []string
	entries, err := journal.Of(t.Context(), w.DB, journal.Account, u.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		did = append(did, e.Action)
	}
	if want := []string{"deactivate", "ends_on", "accept"}; !slices.Equal(did, want) {
		t.Errorf("journal %v, want %v", did, want)
	}
}

func TestCodesAreNotGuessed(t *testing.T) {
	t.Parallel()
	w := hire(t)
	right := w.invite(t, clock.Day{})
	for range 30 {
		if _, err := w.Invitation(t.Context(), "2222-2222-2222", "10.0.0.1"); !problemAt(err, "code", "account.problem.invitation") {
			t.Fatal(err)
		}
	}
	if _, err := w.Invitation(t.Context(), right, "10.0.0.1"); !problemAt(err, "code", "account.problem.invitation_wait") {
		t.Errorf("after thirty wrong ones: %v", err)
	}
	if i, err := w.Invitation(t.Context(), right, "10.0.0.2"); err != nil || i.FullName != "Giáp Thị Thu" {
		t.Errorf("from elsewhere: %+v, %v", i, err)
	}
}

// problemAt reports whether err is a problem of a field.
func problemAt(err error, field, key string) bool {
	p, ok := errs.ProblemsOf(err)
	return ok && p[field].Key == key
}
