package accounts_test

import (
	"net/http"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/people"
)

// invited makes an invitation of a verified employer and returns its code.
func (s *site) invited(t *testing.T) string {
	t.Helper()
	err := s.people.BulkCreate(t.Context(), []people.Seed{{Username: "mai", FullName: "Ngô Thị Mai", BodySlug: "bg-bqlkcn", Role: access.Staff}}, "x")
	if err != nil {
		t.Fatal(err)
	}
	who, err := s.people.Present(t.Context(), s.find(t, "mai").ID, 1)
	if err != nil {
		t.Fatal(err)
	}
	employers := &employer.Store{DB: s.people.DB, Now: s.people.Now}
	id, err := employers.Create(t.Context(), who.Actor, employer.Details{TaxCode: "0100233488", Name: "Công ty May Sông Thương", Type: "private", Address: "Lô B2"})
	if err == nil {
		err = employers.Verify(t.Context(), who.Actor, id, 1, "giấy phép", employer.Visit)
	}
	if err != nil {
		t.Fatal(err)
	}
	code, err := s.people.Invite(t.Context(), who.Actor, id, people.Invited{FullName: "Giáp Thị Thu", EndsOn: clock.MustDay("2026-12-31")})
	if err != nil {
		t.Fatal(err)
	}
	return people.ShowInvitation(code)
}

func TestAnInvitedPersonChoosesNameAndPassword(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	code := s.invited(t)
	if a := s.get(t, "", "/loi-moi?ma=2222"); a.status != http.StatusUnprocessableEntity || a.find("problem-ma").Length() != 1 {
		t.Errorf("no code: %d", a.status)
	}
	a := s.get(t, "", "/loi-moi?ma="+strings.ToLower(code))
	if words := a.page.Find("main").Text(); !strings.Contains(words, "Công ty May Sông Thương") || !strings.Contains(words, "31/12/2026") ||
		a.page.Find("#field-full_name").AttrOr("value", "") != "Giáp Thị Thu" {
		t.Errorf("the invitation says %q", strings.Join(strings.Fields(words), " "))
	}
	const password = "hoa hồi nở trên núi"
	send := func(again string) answer {
		return s.post(t, "", "/loi-moi", "code", code, "full_name", "Giáp Thị Thu", "username", "giap.thu", "password", password, "again", again)
	}
	if a := send("hoa hồi nở"); a.status != http.StatusUnprocessableEntity || a.find("problem-again").Length() != 1 ||
		a.page.Find("#field-username").AttrOr("value", "") != "giap.thu" || strings.Contains(a.text, password) {
		t.Errorf("two passwords: %d", a.status)
	}
	if a := send(password); a.status != http.StatusOK || !strings.Contains(a.find("accepted").Text(), "giap.thu") {
		t.Fatalf("accepted: %d", a.status)
	}
	if _, _, err := s.people.SignIn(t.Context(), "giap.thu", password, "10.0.0.1"); err != nil {
		t.Errorf("signing in: %v", err)
	}
	if a := send(password); a.status != http.StatusUnprocessableEntity || a.find("problem-ma").Length() != 1 {
		t.Errorf("accepted twice: %d", a.status)
	}
}
