package drives_test

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"cauviec/internal/postgres"
	"cauviec/web/route"
	"cauviec/web/sitetest"
)

// over plans a drive of two days ago that brought so many orders, and returns
// its address and their numbers by title.
func over(t *testing.T, s *sitetest.Site, c *sitetest.Client, orders int) (at string, ids []string) {
	t.Helper()
	form := plan(t, s)
	form.Set("day", s.Today().Add(-2).String())
	list, err := postgres.Values[string](t.Context(), s.DB, `
		SELECT v.id::text FROM vacancies v JOIN employers e ON e.id = v.employer_id
		WHERE v.status = 'published' AND v.closes_on >= $1 AND e.state = 'verified' ORDER BY v.id LIMIT $2`, s.Today(), orders)
	if err != nil || len(list) != orders {
		t.Fatalf("%d orders, %v", len(list), err)
	}
	form["vacancies"] = list
	answer := c.Post(staff+"/moi", form)
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("planning: status %d", answer.Code)
	}
	return answer.Header().Get("Location"), list
}

func counts(more url.Values) url.Values {
	form := url.Values{"version": {"1"}, "attended": {"40"}, "women": {"20"}, "registered": {"12"}, "interviewed": {"9"}, "hired": {"5"}}
	maps.Copy(form, more)
	return form
}

func TestAReportOfSeveralOrders(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	at, ids := over(t, s, c, 2)
	one, two := ids[0], ids[1]
	if n := c.Get(at + "/ket-qua").Doc(t).Find(`[data-test="order"] input`).Length(); n != 4 {
		t.Errorf("the form asks %d times of two orders", n)
	}
	page := c.Post(at+"/ket-qua", counts(url.Values{"registered-" + one: {"8"}, "registered-" + two: {"5"}, "hired-" + one: {"2"}}))
	doc := page.Doc(t)
	if page.Code != http.StatusUnprocessableEntity || doc.Find(`[data-test="problem-registered-`+two+`"]`).Length() != 1 {
		t.Errorf("more than the drive had: status %d, no problem beside the field", page.Code)
	}
	if doc.Find("#field-registered-"+one).AttrOr("value", "") != "8" || doc.Find("#field-hired-"+one).AttrOr("value", "") != "2" || doc.Find("#field-women").AttrOr("value", "") != "20" {
		t.Error("what was typed is lost")
	}
	if link := doc.Find(`#problems a[href="#field-registered-` + two + `"]`).Text(); !strings.Contains(link, "13") {
		t.Errorf("the summary says %q", link)
	}
	for _, words := range []string{"mười", "-3"} {
		page := c.Post(at+"/ket-qua", counts(url.Values{"hired-" + two: {words}}))
		doc := page.Doc(t)
		if page.Code != http.StatusUnprocessableEntity || doc.Find(`[data-test="problem-hired-`+two+`"]`).Length() != 1 || doc.Find("#field-hired-"+two).AttrOr("value", "") != words {
			t.Errorf("%q: status %d", words, page.Code)
		}
	}
	good := counts(url.Values{"registered-" + one: {"8"}, "registered-" + two: {"3"}, "hired-" + one: {"2"}, "hired-" + two: {""}})
	if a := c.Post(at+"/ket-qua", good); a.Code != http.StatusSeeOther {
		t.Fatalf("good counts: status %d", a.Code)
	}
	doc = c.Get(at).Doc(t)
	if rows := doc.Find(`[data-test="share"]`); rows.Length() != 2 {
		t.Errorf("the page tells of %d orders", rows.Length())
	}
	if rest := doc.Find(`[data-test="shares-rest"]`).Text(); !strings.Contains(rest, "1 người đăng ký") || !strings.Contains(rest, "3 người tuyển") {
		t.Errorf("the rest: %q", rest)
	}
	form := c.Get(at + "/ket-qua").Doc(t)
	if form.Find("#field-registered-"+one).AttrOr("value", "") != "8" || form.Find("#field-hired-"+two).AttrOr("value", "") != "0" {
		t.Error("the form that mends does not have what was reported")
	}
	theOrderShowsIt(t, s, one, at, "2")
	public := s.Visitor(t).Get("/dot-tuyen-dung/" + strings.TrimPrefix(at, staff+"/") + "-x")
	if public.Code != http.StatusMovedPermanently {
		t.Fatalf("the public page: status %d", public.Code)
	}
	if s.Visitor(t).Get(public.Header().Get("Location")).Doc(t).Find(`[data-test="share"]`).Length() != 0 {
		t.Error("the public reads results")
	}
}

// theOrderShowsIt looks whether the order's page tells of the drive and leads
// to it.
func theOrderShowsIt(t *testing.T, s *sitetest.Site, order, drive, drawn string) {
	t.Helper()
	doc := s.SignIn(t, "ls-ttdvvl").Get("/quan-ly/tin-tuyen-dung/" + order).Doc(t)
	row := doc.Find(`[data-test="brought"]:has(a[href="` + drive + `"])`)
	if got := strings.TrimSpace(row.Find(`[data-test="drawn"]`).Text()); row.Length() != 1 || got != drawn {
		t.Errorf("the order tells of the drive %d times, drawn by %q", row.Length(), got)
	}
	sum := 0
	doc.Find(`[data-test="drawn"]`).Each(func(_ int, cell *goquery.Selection) {
		n := 0
		fmt.Sscan(cell.Text(), &n)
		sum += n
	})
	if said := doc.Find(`[data-test="spot"]`).Text(); !strings.HasPrefix(said, fmt.Sprint(sum)+" ") {
		t.Errorf("the drives explain %d, the order says %q", sum, said)
	}
}

func TestOneOrderTakesTheDrivesCounts(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	for name, tt := range map[string]struct{ typed, hired string }{"left empty": {"", "5"}, "fewer": {"3", "3"}, "nobody": {"0", "0"}} {
		at, ids := over(t, s, c, 1)
		if a := c.Post(at+"/ket-qua", counts(url.Values{"hired-" + ids[0]: {tt.typed}})); a.Code != http.StatusSeeOther {
			t.Fatalf("%s: status %d", name, a.Code)
		}
		form := c.Get(at + "/ket-qua").Doc(t)
		if form.Find("#field-registered-"+ids[0]).AttrOr("value", "") != "12" || form.Find("#field-hired-"+ids[0]).AttrOr("value", "") != tt.hired {
			t.Errorf("%s: the order has not its figures", name)
		}
	}
}

func TestTwoReportsAtOnceAndTheSecondSeesBoth(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	at, ids := over(t, s, c, 2)
	answers := make([]sitetest.Answer, 2)
	var both sync.WaitGroup
	for i, hired := range []string{"4", "1"} {
		other := s.SignIn(t, []string{"ls-bac-son", "ls-bac-son-2"}[i])
		both.Go(func() { answers[i] = other.Post(at+"/ket-qua", counts(url.Values{"hired-" + ids[0]: {hired}})) })
	}
	both.Wait()
	first, second := 0, 1
	if answers[0].Code != http.StatusSeeOther {
		first, second = 1, 0
	}
	kept, typed := []string{"4", "1"}[first], []string{"4", "1"}[second]
	if answers[first].Code != http.StatusSeeOther || answers[second].Code != http.StatusConflict {
		t.Fatalf("statuses %d and %d", answers[0].Code, answers[1].Code)
	}
	doc := answers[second].Doc(t)
	if shown := doc.Find(`[data-test="share"]`).Text(); !strings.Contains(shown, kept) || doc.Find("#field-hired-"+ids[0]).AttrOr("value", "") != typed {
		t.Errorf("both versions are not shown: %q", shown)
	}
	again := c.Send(answers[second], `form[action$="/ket-qua"]`, nil)
	if again.Code != http.StatusSeeOther {
		t.Fatalf("saving over it: status %d", again.Code)
	}
	if got := sitetest.One[string](t, s, `SELECT hired::text FROM drive_vacancies WHERE vacancy_id = $1::text::bigint AND drive_id = $2::text::bigint`,
		ids[0], strings.TrimPrefix(at, staff+"/")); got != typed {
		t.Errorf("%s are kept, want %s", got, typed)
	}
}

func TestAReportAfterTheVerdictIsNotLost(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	at, ids := over(t, s, c, 2)
	if a := c.Post(at+"/ket-qua", counts(nil)); a.Code != http.StatusSeeOther {
		t.Fatalf("status %d", a.Code)
	}
	if a := s.SignIn(t, "ls-bac-son-2").Post(at+"/xac-nhan", url.Values{"version": {"2"}}); a.Code != http.StatusSeeOther {
		t.Fatalf("verifying: status %d", a.Code)
	}
	page := c.Post(at+"/ket-qua", counts(url.Values{"version": {"2"}, "hired-" + ids[0]: {"4"}, "difficulties": {"Đường trơn"}}))
	doc := page.Doc(t)
	if page.Code != http.StatusConflict || !strings.Contains(doc.Text(), "Đường trơn") || doc.Find(`form[action$="/ket-qua"]`).Length() != 0 {
		t.Errorf("status %d; what was typed is not shown, or can be saved", page.Code)
	}
}

func TestAReportSentTwiceIsOne(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	at, ids := over(t, s, c, 2)
	form := counts(url.Values{route.KeyField: {"0123456789abcdefgh"}, "hired-" + ids[0]: {"4"}})
	for range 2 {
		if a := c.Post(at+"/ket-qua", form); a.Code != http.StatusSeeOther || a.Header().Get("Location") != at {
			t.Fatalf("status %d to %q", a.Code, a.Header().Get("Location"))
		}
	}
	if n := sitetest.One[int](t, s, `SELECT count(*)::int FROM journal WHERE thing = 'drive' AND action = 'reported' AND thing_id = $1::text::bigint`,
		strings.TrimPrefix(at, staff+"/")); n != 1 {
		t.Errorf("it was recorded %d times", n)
	}
}

func TestTheSpreadsheetTellsOfOrders(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	at, ids := over(t, s, c, 2)
	if a := c.Post(at+"/ket-qua", counts(url.Values{"hired-" + ids[0]: {"2"}, "hired-" + ids[1]: {"1"}, "registered-" + ids[0]: {"6"}})); a.Code != http.StatusSeeOther {
		t.Fatalf("status %d", a.Code)
	}
	title := sitetest.One[string](t, s, `SELECT title FROM vacancies WHERE id = $1::text::bigint`, ids[0])
	book, err := excelize.OpenReader(bytes.NewReader(c.Get(staff + ".xlsx?xem=da-qua").Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if !strings.Contains(strings.Join(row, "|"), "Tư vấn việc làm thử") {
			continue
		}
		tail := strings.Join(row[len(row)-3:], "|")
		if !strings.HasPrefix(tail, title+" (") && !strings.Contains(tail, "; "+title+" (") || !strings.Contains(tail, "): 6 đăng ký, 2 tuyển tại chỗ") || !strings.HasSuffix(tail, "|6|3") {
			t.Errorf("the row ends in %q", tail)
		}
		return
	}
	t.Errorf("%d rows, and not the drive", len(rows))
}
