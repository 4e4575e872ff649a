package alerts_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/search"
	"cauviec/web/alerts"
	"cauviec/web/sitetest"
)

const asked = "/bao-viec?q=may&phuc-loi=ky-tuc-xa"

// lastCode is the code in the newest message of the outbox, as a channel would
// have carried it.
func lastCode(t *testing.T, s *sitetest.Site) string {
	t.Helper()
	link := sitetest.One[string](t, s, `SELECT link FROM alert_messages WHERE kind = 'confirm' ORDER BY id DESC LIMIT 1`)
	_, code, found := strings.Cut(link, "?ma=")
	if !found {
		t.Fatalf("the message leads to %q", link)
	}
	return code
}

func test(doc *goquery.Document, name string) *goquery.Selection {
	return doc.Find(`[data-test="` + name + `"]`)
}

// subscribe asks and confirms as people do, and returns the code to stop by.
func subscribe(t *testing.T, s *sitetest.Site, to string) (stop string) {
	t.Helper()
	c := s.Visitor(t)
	sent := c.Send(c.Get(asked), "form.form", url.Values{"to": {to}, "consent": {"1"}})
	if sent.Code != http.StatusSeeOther || !strings.HasPrefix(sent.Header().Get("Location"), "/bao-viec/xac-nhan?kenh=") {
		t.Fatalf("asking: %d %s", sent.Code, sent.Header().Get("Location"))
	}
	given := c.Send(c.Get("/bao-viec/xac-nhan?ma="+lastCode(t, s)), "form.form", nil)
	_, stop, _ = strings.Cut(given.Header().Get("Location"), "/bao-viec/xong?ma=")
	if given.Code != http.StatusSeeOther || stop == "" {
		t.Fatalf("confirming: %d %s", given.Code, given.Header().Get("Location"))
	}
	return stop
}

func TestASearchBecomesAnAlert(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.Visitor(t)
	tell := test(c.Get("/viec-lam?q=may&phuc-loi=ky-tuc-xa&sap-xep=thu-nhap").Doc(t), "tell-me").AttrOr("href", "")
	if tell != asked {
		t.Fatalf("the list leads to %q, want %q", tell, asked)
	}
	page := c.Get(tell).Doc(t)
	words := test(page, "search-words").Find("li").Map(func(_ int, li *goquery.Selection) string { return li.Text() })
	if !slices.Equal(words, []string{"“may”", "Ký túc xá"}) {
		t.Errorf("the search is told as %q", words)
	}
	if page.Find("input[type=checkbox][checked]").Length() != 0 {
		t.Error("consent is given beforehand")
	}
	if device := test(page, "push"); device.Length() != 1 || !is(device, "hidden") {
		t.Error("without script notices on the device cannot be had, and are not offered")
	}
	if test(page, "unconnected-both").Length() != 1 {
		t.Error("the page does not say that nothing carries messages")
	}
	stop := subscribe(t, s, "Lan@example.vn")
	code := test(c.Get("/bao-viec/xong?ma="+stop).Doc(t), "stop-code").Text()
	if clean, ok := alert.CleanCode(code); !ok || clean != stop {
		t.Errorf("the code to stop by is shown as %q", code)
	}
	got := sitetest.One[string](t, s, `SELECT asked || ' ' || (query->>'Text') || ' ' || (query->'Benefits'->>0) FROM alerts WHERE confirmed_at IS NOT NULL`)
	if got != "q=may&phuc-loi=ky-tuc-xa may dormitory" {
		t.Errorf("kept: %s", got)
	}
}

func is(s *goquery.Selection, attribute string) bool {
	_, is := s.Attr(attribute)
	return is
}

func TestWhatIsWrongIsSaidBesideTheField(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.Visitor(t)
	for _, to := range []string{"", "12", "lan@", "0205 3812 345", "lan"} {
		a := c.Send(c.Get(asked), "form.form", url.Values{"to": {to}})
		page := a.Doc(t)
		if a.Code != http.StatusUnprocessableEntity || test(page, "problem-to").Length() != 1 || test(page, "problem-consent").Length() != 1 ||
			page.Find("#field-to").AttrOr("value", "") != to || test(page, "search-words").Find("li").Length() != 2 {
			t.Errorf("%q: %d %s", to, a.Code, test(page, "problems").Text())
		}
	}
	a := c.Post(asked, url.Values{"endpoint": {"https://10.0.0.1/x"}, "p256dh": {"AA"}, "auth": {"AA"}, "consent": {"1"}})
	if a.Code != http.StatusUnprocessableEntity {
		t.Errorf("a device nobody knows: %d", a.Code)
	}
	if a := c.Send(c.Get("/bao-viec/xac-nhan"), "form.form", url.Values{"code": {"ABCD"}}); a.Code != http.StatusUnprocessableEntity {
		t.Errorf("a wrong code: %d", a.Code)
	}
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM alert_people`); n != 0 {
		t.Errorf("%d addresses are kept", n)
	}
}

func TestStoppingByLinkByCodeAndByOneClick(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.Visitor(t)
	stop := subscribe(t, s, "0912 345 678")
	opened := c.Get("/bao-viec/dung?ma=" + stop)
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM alert_people WHERE ended_at IS NULL`); opened.Code != http.StatusOK || n != 1 {
		t.Fatal("opening the link must stop nothing: programs open links, too")
	}
	seen := c.Post("/bao-viec/dung", url.Values{"code": {stop}, "lam": {"xem"}})
	if test(seen.Doc(t), "alerts").Find("li.card").Length() != 1 || !strings.Contains(seen.Body.String(), "091• ••• 678") ||
		strings.Contains(seen.Body.String(), "912345678") {
		t.Error("the alerts are not shown, or the number is")
	}
	if a := c.Send(opened, "form.form", nil); a.Code != http.StatusOK || test(a.Doc(t), "ended").Length() != 1 {
		t.Errorf("stopping: %d", a.Code)
	}
	other := subscribe(t, s, "lan@example.vn")
	a := c.Post("/bao-viec/dung?ma="+other, url.Values{"List-Unsubscribe": {"One-Click"}}) // as mail programs do it
	if a.Code != http.StatusOK {
		t.Errorf("one click: %d", a.Code)
	}
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM alert_people WHERE address <> '' OR ended_at IS NULL`); n != 0 {
		t.Errorf("%d addresses are still kept", n)
	}
}

func TestAnsweringTheYearlyQuestion(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.Visitor(t)
	stop := subscribe(t, s, "lan@example.vn")
	s.Move(400 * 24 * time.Hour)
	if a := c.Post("/bao-viec/con-tim", url.Values{"code": {stop}, "tra-loi": {"con"}}); test(a.Doc(t), "renewed").Length() != 1 {
		t.Errorf("yes: %d", a.Code)
	}
	if on := sitetest.One[time.Time](t, s, `SELECT renewed_on FROM alert_people`); clock.DayOf(on) != s.Today() {
		t.Errorf("renewed on %s", on)
	}
	if a := c.Send(c.Get("/bao-viec/con-tim?ma="+stop), "form.form", url.Values{"tra-loi": {"thoi"}}); test(a.Doc(t), "ended").Length() != 1 {
		t.Errorf("no: %d", a.Code)
	}
}

func TestTheOutboxOfTheCentre(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	subscribe(t, s, "lan.nguyen@example.vn")
	officer := s.SignIn(t, "ls-ttdvvl-2")
	list := officer.Get("/quan-ly/hop-thu-di")
	if strings.Contains(list.Body.String(), "lan.nguyen") || test(list.Doc(t), "to").First().Text() != "l•••@example.vn" {
		t.Error("the list shows an address")
	}
	if test(list.Doc(t), "missing").Length() != 3 {
		t.Error("it does not say which channels are not connected")
	}
	href := list.Doc(t).Find(`[data-test="message"] a`).First().AttrOr("href", "")
	opened := officer.Get(href).Doc(t)
	if !strings.Contains(test(opened, "address").Text(), "lan.nguyen@example.vn") || test(opened, "views").Find("li").Length() != 1 {
		t.Error("an opened message shows its address and who looked")
	}
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM alert_views`); n != 1 {
		t.Errorf("%d looks are kept, want 1", n)
	}
	if empty := officer.Get("/quan-ly/hop-thu-di?trang-thai=failed").Doc(t); test(empty, "message").Length() != 0 {
		t.Error("the filter does not filter")
	}
	for _, who := range []string{"ls-ubnd", "ls-huu-lung", "bg-ttdvvl"} {
		if a := s.SignIn(t, who).Get(href); a.Code != http.StatusForbidden {
			t.Errorf("%s: %d", who, a.Code)
		}
	}
	if a := s.SignIn(t, "quan-tri").Get("/quan-ly/hop-thu-di"); a.Code != http.StatusOK {
		t.Errorf("the system's administrator: %d", a.Code)
	}
}

// TestNothingPersonalIsLogged walks the whole way and reads the log and the
// queue.
func TestNothingPersonalIsLogged(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	stop := subscribe(t, s, "lan.nguyen@example.vn")
	phone := subscribe(t, s, "0912 345 678")
	c := s.Visitor(t)
	c.Get("/bao-viec/dung?ma=" + stop)
	c.Post("/bao-viec/dung?ma="+stop, nil)
	c.Post("/bao-viec/con-tim", url.Values{"code": {phone}, "tra-loi": {"con"}})
	jobs := sitetest.One[string](t, s, `SELECT string_agg(args::text, ' ') FROM river_job`)
	for _, word := range []string{"lan.nguyen", "912345678", "0912", stop, phone} {
		if strings.Contains(s.Logged.String(), word) {
			t.Errorf("the log tells %q", word)
		}
		if strings.Contains(jobs, word) {
			t.Errorf("the queue tells %q", word)
		}
	}
}

// TestTheMorningOfTheSampleWorld gathers with the words that people read.
func TestTheMorningOfTheSampleWorld(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	subscribe(t, s, "lan@example.vn")
	subscribe(t, s, "0912 345 678")
	since := sitetest.One[time.Time](t, s, `SELECT min(published_at) FROM live_vacancies`)
	if _, err := s.DB.Exec(t.Context(), `UPDATE alerts SET confirmed_at = $1`, since.Add(-time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.DB.Exec(t.Context(), `UPDATE alerts SET asked = '', query = '{}'`); err != nil {
		t.Fatal(err)
	}
	seven := s.Today().Add(1).At(7, 0)
	store := alerts.StoreOf(s.DB, clock.Fixed(seven), search.SQL{DB: s.DB}, &board.Store{DB: s.DB}, "https://cauviec.example.vn")
	if err := store.Round(t.Context(), access.Everything()); err != nil {
		t.Fatal(err)
	}
	letter := sitetest.One[string](t, s, `SELECT subject || E'\n' || body FROM alert_messages m JOIN alert_people p ON p.id = m.person_id
		WHERE kind = 'jobs' AND channel = 'email'`)
	for _, want := range []string{"Hơn 10 việc mới", "triệu đồng/tháng", "https://cauviec.example.vn/viec-lam/", "Còn nữa: https://cauviec.example.vn/viec-lam?sap-xep=moi-nhat",
		"Dừng nhận tin: https://cauviec.example.vn/bao-viec/dung?ma="} {
		if !strings.Contains(letter, want) {
			t.Errorf("the letter has no %q:\n%s", want, letter)
		}
	}
	short := sitetest.One[string](t, s, `SELECT body FROM alert_messages m JOIN alert_people p ON p.id = m.person_id WHERE kind = 'jobs' AND channel = 'phone'`)
	if n := len([]rune(short)); n > 400 || !strings.HasPrefix(short, "Cầu Việc: Hơn 10 việc mới đúng ý bạn. ") {
		t.Errorf("%d signs: %s", n, short)
	}
}
