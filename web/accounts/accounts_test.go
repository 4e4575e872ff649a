package accounts_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/accounts"
	"cauviec/web/route"
)

// site is the administrators' pages over a database of the test's own.
type site struct {
	http.Handler
	people *people.Store
	bodies *body.Store
}

func newSite(t *testing.T) *site {
	t.Helper()
	db := postgrestest.DB(t)
	now := clock.Fixed(time.Date(2026, 4, 5, 5, 0, 0, 0, time.UTC))
	s := &site{people: &people.Store{DB: db, Now: now}, bodies: &body.Store{DB: db, Now: now}}
	router := chi.NewRouter()
	router.Use(route.Speak, s.act)
	base := route.Site{DB: db, Now: now, Log: slog.New(slog.DiscardHandler)}
	base.Mount(router, (&accounts.Screens{DB: db, Now: now, People: s.people, Bodies: s.bodies}).Routes())
	s.Handler = router
	err := s.people.BulkCreate(t.Context(), []people.Seed{
		{Username: "lan", FullName: "Hoàng Thị Lan", BodySlug: "ls-ttdvvl", Role: access.Admin},
		{Username: "binh", FullName: "Nông Văn Bình", BodySlug: "ls-ttdvvl", Role: access.Staff},
		{Username: "hoa", FullName: "Lý Thị Hoa", BodySlug: "ls-ubnd", Role: access.Admin},
		{Username: "root", FullName: "Quản trị", BodySlug: "ls-ubnd", Role: access.System},
	}, "no password opens these accounts")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// act makes the person named by the user name of the request act.
func (s *site) act(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		username, _, _ := r.BasicAuth()
		if username == "" {
			next.ServeHTTP(w, r)
			return
		}
		a, err := s.account(r.Context(), username)
		if err != nil {
			panic(err)
		}
		epoch, err := postgres.Value[int](r.Context(), s.people.DB, `SELECT epoch FROM accounts WHERE id = $1`, a.ID)
		if err != nil {
			panic(err)
		}
		who, err := s.people.Present(r.Context(), a.ID, epoch)
		if err != nil {
			panic(err)
		}
		next.ServeHTTP(w, r.WithContext(access.With(r.Context(), who.Actor)))
	})
}

func (s *site) account(ctx context.Context, username string) (people.Account, error) {
	list, err := s.people.List(ctx, access.Everything(), people.Filter{Text: username, Limit: 200})
	for _, a := range list {
		if a.Username == username {
			return a, nil
		}
	}
	return people.Account{}, errors.Join(err, fmt.Errorf("no account %s", username))
}

func (s *site) find(t *testing.T, username string) people.Account {
	t.Helper()
	a, err := s.account(t.Context(), username)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

type answer struct {
	status   int
	location string
	page     *goquery.Document
	text     string
}

func (a answer) find(test string) *goquery.Selection {
	return a.page.Find(`[data-test="` + test + `"]`)
}

func (s *site) ask(t *testing.T, username string, r *http.Request) answer {
	t.Helper()
	if username != "" {
		r.SetBasicAuth(username, "")
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	text := w.Body.String()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return answer{w.Code, w.Header().Get("Location"), page, text}
}

func (s *site) get(t *testing.T, username, path string) answer {
	t.Helper()
	return s.ask(t, username, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
}

func (s *site) post(t *testing.T, username, path string, fields ...string) answer {
	t.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.ask(t, username, r)
}

func TestWhoMayEnter(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	mine := fmt.Sprintf("/quan-ly/tai-khoan/%d", s.find(t, "binh").ID)
	tests := []struct {
		username, path string
		want           int
	}{
		{"", "/quan-ly/tai-khoan", http.StatusSeeOther},
		{"binh", "/quan-ly/tai-khoan", http.StatusForbidden},
		{"lan", "/quan-ly/tai-khoan", http.StatusOK},
		{"lan", mine, http.StatusOK},
		{"hoa", mine, http.StatusNotFound},
		{"root", mine, http.StatusOK},
		{"lan", "/quan-ly/tai-khoan/x", http.StatusNotFound},
		{"lan", "/quan-ly/co-quan", http.StatusForbidden},
		{"root", "/quan-ly/co-quan", http.StatusOK},
		{"root", "/quan-ly/co-quan/999999", http.StatusNotFound},
	}
	for _, tt := range tests {
		if got := s.get(t, tt.username, tt.path).status; got != tt.want {
			t.Errorf("%q at %s: %d, want %d", tt.username, tt.path, got, tt.want)
		}
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	if n := s.get(t, "lan", "/quan-ly/tai-khoan").find("accounts").Find("tr").Length(); n != 2 {
		t.Errorf("the centre's administrator sees %d accounts, want 2", n)
	}
	var seeds []people.Seed
	for i := range 60 {
		seeds = append(seeds, people.Seed{Username: fmt.Sprintf("may-%02d", i), FullName: "Máy", BodySlug: "ls-bao", Role: access.Staff})
	}
	if err := s.people.BulkCreate(t.Context(), seeds, "x"); err != nil {
		t.Fatal(err)
	}
	first := s.get(t, "root", "/quan-ly/tai-khoan?q=bao+lang+son")
	next, _ := first.page.Find(`a[rel=next]`).Attr("href")
	if n := first.find("accounts").Find("tr").Length(); n != 30 || next == "" {
		t.Fatalf("the first page has %d accounts, next %q", n, next)
	}
	second := s.get(t, "root", next)
	if n := second.find("accounts").Find("tr").Length(); n != 30 || second.find("account-may-30").Length() != 1 {
		t.Errorf("the second page has %d accounts, want may-30 to may-59", n)
	}
	if s.get(t, "root", "/quan-ly/tai-khoan?q=khong-co-ai").find("empty").Length() != 1 {
		t.Error("nothing found is not said")
	}
}

func TestCreate(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	form := []string{"_key", "abcdefghijklmnop", "username", "moi.vao", "full_name", "Mới Vào", "role", "staff"}
	a := s.post(t, "lan", "/quan-ly/tai-khoan", form...)
	once := a.find("one-time-password").Text()
	if a.status != http.StatusOK || once == "" {
		t.Fatalf("created: %d, password %q", a.status, once)
	}
	if _, _, err := s.people.SignIn(t.Context(), "moi.vao", once, "10.0.0.1"); err != nil {
		t.Errorf("the password: %v", err)
	}
	if made := s.find(t, "moi.vao"); made.BodySlug != "ls-ttdvvl" || !made.MustChange {
		t.Errorf("created %+v", made)
	}
	if again := s.post(t, "lan", "/quan-ly/tai-khoan", form...); again.status != http.StatusConflict || again.find("one-time-password").Length() != 0 {
		t.Errorf("sent twice: %d", again.status)
	}
	page := s.get(t, "lan", fmt.Sprintf("/quan-ly/tai-khoan/%d", s.find(t, "moi.vao").ID))
	if strings.Contains(page.text, once) || page.find("timeline").Find("li").Length() != 1 {
		t.Error("the password is shown again, or the history is not")
	}
}

func TestCreateWithProblems(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	tests := []struct {
		username, field string
		form            []string
	}{
		{"lan", "username", []string{"username", "Có Dấu", "full_name", "Mới Vào", "role", "staff"}},
		{"lan", "full_name", []string{"username", "moi.vao", "full_name", "", "role", "staff"}},
		{"lan", "role", []string{"username", "moi.vao", "full_name", "Mới Vào", "role", "system"}},
		{"root", "body", []string{"username", "moi.vao", "full_name", "Mới Vào", "role", "staff", "body", "khong-co"}},
	}
	for _, tt := range tests {
		a := s.post(t, tt.username, "/quan-ly/tai-khoan", tt.form...)
		if a.status != http.StatusUnprocessableEntity || a.find("problem-"+tt.field).Length() != 1 {
			t.Errorf("%s: %d without its problem", tt.field, a.status)
		}
		if kept, _ := a.page.Find(`input[name=username]`).Attr("value"); kept != tt.form[1] {
			t.Errorf("%s: user name shown as %q", tt.field, kept)
		}
	}
}

func TestTwoAdministratorsAtOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	binh := s.find(t, "binh")
	at := fmt.Sprintf("/quan-ly/tai-khoan/%d", binh.ID)
	if a := s.post(t, "root", at, "full_name", "Nông Văn An", "role", "staff", "version", fmt.Sprint(binh.Version)); a.status != http.StatusSeeOther || a.location != at {
		t.Fatalf("the first: %d to %q", a.status, a.location)
	}
	late := s.post(t, "lan", at, "full_name", "Nông Văn Ba", "role", "staff", "version", fmt.Sprint(binh.Version))
	typed, _ := late.page.Find(`input[name=full_name]`).Attr("value")
	if late.status != http.StatusConflict || typed != "Nông Văn Ba" || !strings.Contains(late.find("conflict").Text(), "Nông Văn An") {
		t.Errorf("the second: %d, typed %q, newest %q", late.status, typed, late.find("conflict").Text())
	}
	version, _ := late.page.Find(`form[action="` + at + `"] input[name=version]`).Attr("value")
	if a := s.post(t, "lan", at, "full_name", typed, "role", "staff", "version", version); a.status != http.StatusSeeOther {
		t.Errorf("after a look: %d", a.status)
	}
	if name := s.find(t, "binh").FullName; name != "Nông Văn Ba" {
		t.Errorf("the name is %q", name)
	}
}

func TestCloseOpenAndReset(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	binh, lan := s.find(t, "binh"), s.find(t, "lan")
	at := fmt.Sprintf("/quan-ly/tai-khoan/%d", binh.ID)
	if a := s.post(t, "lan", at+"/khoa", "version", "1", "why", ""); a.status != http.StatusUnprocessableEntity || a.find("problem-why").Length() != 1 {
		t.Errorf("without a reason: %d", a.status)
	}
	if a := s.post(t, "lan", at+"/khoa", "version", "1", "why", "nghỉ việc"); a.status != http.StatusSeeOther || s.find(t, "binh").Active {
		t.Errorf("closed: %d", a.status)
	}
	if a := s.post(t, "lan", at+"/mo", "version", "2"); a.status != http.StatusSeeOther || !s.find(t, "binh").Active {
		t.Errorf("opened: %d", a.status)
	}
	if a := s.post(t, "lan", at+"/mat-khau"); a.status != http.StatusOK || a.find("one-time-password").Text() == "" || !s.find(t, "binh").MustChange {
		t.Errorf("reset: %d", a.status)
	}
	own := s.get(t, "lan", fmt.Sprintf("/quan-ly/tai-khoan/%d", lan.ID))
	if own.find("deactivate").Length() != 0 || own.find("reset").Length() != 0 {
		t.Error("her own account offers to be closed or reset")
	}
	if a := s.post(t, "lan", fmt.Sprintf("/quan-ly/tai-khoan/%d/khoa", lan.ID), "version", "1", "why", "x"); a.status != http.StatusUnprocessableEntity {
		t.Errorf("closes herself: %d", a.status)
	}
}
