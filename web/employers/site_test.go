package employers_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

// An invited person signs in for the employer, and is out at once when the
// access ends.
func TestFromTheInvitationToTheEnd(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	path := sitetest.One[string](t, s, `SELECT '/quan-ly/doanh-nghiep/' || min(id) FROM employers WHERE state = 'verified'`)
	verifier := s.SignIn(t, "bg-bqlkcn")
	invited := verifier.Send(verifier.Get(path+"/nguoi-dung"), "form[action$='/nguoi-dung']", url.Values{"full_name": {"Giáp Thị Thu"}})
	code := invited.Doc(t).Find("[data-test=code]").Text()
	if invited.Code != http.StatusOK || code == "" {
		t.Fatalf("inviting: %d", invited.Code)
	}
	person := s.Visitor(t)
	form := person.Get("/loi-moi?ma=" + code)
	const password = "hoa hồi nở trên núi"
	done := person.Send(form, "main form", url.Values{"username": {"giap.thu"}, "password": {password}, "again": {password}})
	if done.Code != http.StatusOK {
		t.Fatalf("accepting: %d", done.Code)
	}
	person.Post("/dang-nhap", url.Values{"username": {"giap.thu"}, "password": {password}})
	if a := person.Get(path); a.Code != http.StatusOK {
		t.Fatalf("the employer's own page: %d", a.Code)
	}
	if a := person.Get(path + "/nguoi-dung"); a.Code != http.StatusForbidden {
		t.Errorf("users invite each other: %d", a.Code)
	}
	for name, who := range map[string]*sitetest.Client{"verifier": verifier, "colleague": person, "newspaper": s.SignIn(t, "ls-bao")} {
		told := strings.Contains(who.Get(path).Doc(t).Find("aside").Text(), "Giáp Thị Thu")
		if told != (name != "newspaper") {
			t.Errorf("the page tells a %s who was invited: %v", name, told)
		}
	}
	users := verifier.Get(path + "/nguoi-dung")
	if a := verifier.Send(users, "[data-test='end-giap.thu']", url.Values{"why": {"nghỉ việc"}}); a.Code != http.StatusSeeOther {
		t.Fatalf("ending: %d", a.Code)
	}
	if a := person.Get(path); a.Code != http.StatusSeeOther || !strings.HasPrefix(a.Header().Get("Location"), "/dang-nhap") {
		t.Errorf("the session lives on: %d", a.Code)
	}
}

// Users of a suspended employer look, but do nothing.
func TestASuspendedEmployersUsersOnlyLook(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	id := sitetest.One[int64](t, s, `SELECT employer_id FROM vacancies WHERE status = 'draft' ORDER BY id LIMIT 1`)
	username := sitetest.One[string](t, s, `SELECT a.username FROM accounts a JOIN employers e ON e.body_id = a.body_id WHERE e.id = $1 LIMIT 1`, id)
	draft := sitetest.One[string](t, s, `SELECT '/quan-ly/tin-tuyen-dung/' || min(id) FROM vacancies WHERE employer_id = $1 AND status = 'draft'`, id)
	user := s.SignIn(t, username)
	if a := user.Get(draft + "/sua"); a.Code == http.StatusForbidden {
		t.Fatal("nothing to be suspended from")
	}
	if _, err := s.DB.Exec(t.Context(), `UPDATE employers SET state = 'suspended' WHERE id = $1`, id); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{
		"/quan-ly/tin-tuyen-dung": http.StatusOK, draft: http.StatusOK, draft + "/sua": http.StatusForbidden,
		"/quan-ly/nguoi-tim-viec": http.StatusForbidden, "/quan-ly/tai-khoan": http.StatusForbidden,
	} {
		if a := user.Get(path); a.Code != want {
			t.Errorf("%s: %d, want %d", path, a.Code, want)
		}
	}
	if a := user.Post(draft+"/gui-duyet", url.Values{"version": {"1"}}); a.Code != http.StatusForbidden {
		t.Errorf("submitting: %d", a.Code)
	}
}
