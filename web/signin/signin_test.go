package signin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"cauviec/internal/people"
)

func TestSignIn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser(t)
	leads(t, b.get("/nha"), "/dang-nhap?toi=%2Fnha")
	blank := b.get("/dang-nhap?toi=/nha")
	if to, _ := blank.page.Find(`input[name=toi]`).Attr("value"); blank.StatusCode != http.StatusOK || to != "/nha" {
		t.Fatalf("the page: %d, toi %q", blank.StatusCode, to)
	}
	in := b.post("/dang-nhap", "username", "LAN", "password", password, "toi", "/nha")
	leads(t, in, "/nha")
	cookie := in.Header.Get("Set-Cookie")
	for _, part := range []string{"cauviec_session=", "HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, part) {
			t.Errorf("cookie %q lacks %s", cookie, part)
		}
	}
	if strings.Contains(cookie, "Secure") {
		t.Errorf("cookie %q over http", cookie)
	}
	home := b.get("/nha")
	if name := home.page.Find(`[data-test=body-name]`).Text(); home.StatusCode != http.StatusOK || !strings.Contains(name, "Lạng Sơn") {
		t.Errorf("home: %d, body %q", home.StatusCode, name)
	}
	if home.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("a staff page may be kept: %q", home.Header.Get("Cache-Control"))
	}
	leads(t, b.get("/dang-nhap"), "/bang-dieu-khien")
	leads(t, b.post("/dang-xuat"), "/")
	leads(t, b.get("/nha"), "/dang-nhap?toi=%2Fnha")
}

func TestRefusedSignIn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser(t)
	for _, username := range []string{"lan", "nobody", ""} {
		a := b.signIn(username, "bí mật sai")
		said := a.page.Find(`[data-test=problem-password]`).Text()
		if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(said, "chưa đúng") {
			t.Errorf("%q: %d %q", username, a.StatusCode, said)
		}
		if kept, _ := a.page.Find(`input[name=username]`).Attr("value"); kept != username || strings.Contains(a.text, "bí mật sai") {
			t.Errorf("%q: user name shown as %q, or the password is", username, kept)
		}
	}
	for range 4 {
		b.signIn("lan", "sai")
	}
	if a := b.signIn("lan", password); a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.text, "sau 1 phút") {
		t.Errorf("after five: %d", a.StatusCode)
	}
	if b.token() != "" {
		t.Error("a refused visitor has a session")
	}
}

func TestNobodyIsSentAway(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser(t)
	leads(t, b.post("/dang-nhap", "username", "lan", "password", password, "toi", "//evil.example/"), "/bang-dieu-khien")
	leads(t, b.get("/dang-nhap?toi=https://evil.example/"), "/bang-dieu-khien")
}

// A token known before somebody signs in means nothing after.
func TestSessionsAreNotFixed(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	victim, thief := s.browser(t), s.browser(t)
	victim.plant("planted-by-the-thief")
	leads(t, victim.signIn("lan", password), "/bang-dieu-khien")
	first := victim.token()
	if first == "planted-by-the-thief" || first == "" {
		t.Fatalf("the token is %q", first)
	}
	leads(t, victim.signIn("binh", password), "/bang-dieu-khien")
	if victim.token() == first {
		t.Error("the token stays the same")
	}
	for _, known := range []string{"planted-by-the-thief", first} {
		thief.plant(known)
		leads(t, thief.get("/nha"), "/dang-nhap?toi=%2Fnha")
	}
	var plain int
	err := s.pool.QueryRow(t.Context(), `SELECT count(*) FROM sessions WHERE token = $1`, victim.token()).Scan(&plain)
	if err != nil || plain != 0 {
		t.Errorf("the token itself is stored: %d, %v", plain, err)
	}
}

func TestSecureCookies(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	form := url.Values{"username": {"lan"}, "password": {password}}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/dang-nhap", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("X-Forwarded-Proto", "https")
	if cookie := s.browser(t).do(r).Header.Get("Set-Cookie"); !strings.Contains(cookie, "Secure") {
		t.Errorf("cookie %q by https", cookie)
	}
}

// A visitor without the cookie asks the database nothing.
func TestVisitorsCostNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.pool.Close()
	b := s.browser(t)
	if a := b.get("/dang-nhap"); a.StatusCode != http.StatusOK || a.Header.Get("Set-Cookie") != "" {
		t.Errorf("a visitor: %d, cookie %q", a.StatusCode, a.Header.Get("Set-Cookie"))
	}
	b.plant("some-token")
	if a := b.get("/dang-nhap"); a.StatusCode != http.StatusInternalServerError {
		t.Errorf("with a cookie: %d, want the failure of the database", a.StatusCode)
	}
}

func TestIdleSessionsEnd(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser(t)
	leads(t, b.signIn("lan", password), "/bang-dieu-khien")
	for range 3 {
		s.ahead.Add(int64(3 * time.Hour))
		if a := b.get("/nha"); a.StatusCode != http.StatusOK {
			t.Fatalf("after three hours: %d", a.StatusCode)
		}
	}
	s.ahead.Add(int64(4*time.Hour + time.Minute))
	leads(t, b.get("/nha"), "/dang-nhap?toi=%2Fnha")
	if b.token() != "" {
		t.Error("the cookie stays")
	}
}

func TestSignOutEverywhere(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	here, there := s.browser(t), s.browser(t)
	leads(t, here.signIn("lan", password), "/bang-dieu-khien")
	leads(t, there.signIn("lan", password), "/bang-dieu-khien")
	leads(t, here.post("/dang-xuat-moi-noi"), "/")
	leads(t, there.get("/nha"), "/dang-nhap?toi=%2Fnha")
	leads(t, here.get("/nha"), "/dang-nhap?toi=%2Fnha")
	leads(t, here.signIn("lan", password), "/bang-dieu-khien")
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	here, there := s.browser(t), s.browser(t)
	leads(t, here.signIn("lan", password), "/bang-dieu-khien")
	leads(t, there.signIn("lan", password), "/bang-dieu-khien")
	before := here.token()
	for field, form := range map[string][]string{
		"old":   {"old", "sai", "new", "một câu rất khác", "again", "một câu rất khác"},
		"new":   {"old", password, "new", "ngắn", "again", "ngắn"},
		"again": {"old", password, "new", "một câu rất khác", "again", "một câu rất lạ"},
	} {
		a := here.post("/mat-khau", form...)
		if a.StatusCode != http.StatusUnprocessableEntity || a.page.Find(`[data-test=problem-`+field+`]`).Length() != 1 {
			t.Errorf("%s: %d without its problem", field, a.StatusCode)
		}
	}
	leads(t, here.post("/mat-khau", "old", password, "new", "một câu rất khác", "again", "một câu rất khác"), "/bang-dieu-khien")
	if here.token() == before {
		t.Error("the token stays the same")
	}
	if home := here.get("/nha"); home.StatusCode != http.StatusOK || home.page.Find(`[data-test=flash]`).Length() != 1 {
		t.Errorf("here: %d, without the message", home.StatusCode)
	}
	leads(t, there.get("/nha"), "/dang-nhap?toi=%2Fnha")
}

// Whoever was handed a password can do nothing until it is changed.
func TestMustChange(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	once, err := s.people.Reset(t.Context(), people.Program(), "lan")
	if err != nil {
		t.Fatal(err)
	}
	b := s.browser(t)
	leads(t, b.signIn("lan", once), "/bang-dieu-khien")
	for _, a := range []answer{b.get("/bang-dieu-khien"), b.get("/nha"), b.post("/viec"), b.get("/dang-nhap")} {
		leads(t, a, "/mat-khau")
	}
	if a := b.get("/mat-khau"); a.StatusCode != http.StatusOK || !strings.Contains(a.text, "do người khác đặt") {
		t.Errorf("the page: %d", a.StatusCode)
	}
	leads(t, b.post("/mat-khau", "old", once, "new", "một câu rất khác", "again", "một câu rất khác"), "/bang-dieu-khien")
	if a := b.get("/nha"); a.StatusCode != http.StatusOK {
		t.Errorf("after the change: %d", a.StatusCode)
	}
}

// A message crosses redirects and is shown once.
func TestFlash(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser(t)
	leads(t, b.signIn("lan", password), "/bang-dieu-khien")
	leads(t, b.post("/viec"), "/bang-dieu-khien")
	leads(t, b.get("/bang-dieu-khien"), "/nha")
	if said := b.get("/nha").page.Find(`[data-test=flash]`).Text(); !strings.Contains(said, "Việc đã xong.") {
		t.Errorf("first: %q", said)
	}
	if said := b.get("/nha").page.Find(`[data-test=flash]`).Text(); said != "" {
		t.Errorf("second: %q", said)
	}
}

func TestSampleSignInsAreOfferedInTheSampleWorldOnly(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser(t)
	if b.get("/dang-nhap").page.Find(`[data-test=samples]`).Length() != 0 {
		t.Error("offered outside of the sample world")
	}
	if n := b.get("/dang-nhap?mau").page.Find(`[data-test=samples] li`).Length(); n != 12 {
		t.Errorf("%d offered, want 12", n)
	}
}
