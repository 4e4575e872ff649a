package vacancies_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/board/boardtest"
)

// texts returns what the elements of a selection say.
func texts(found *goquery.Selection) []string {
	return found.Map(func(_ int, s *goquery.Selection) string { return strings.TrimSpace(s.Text()) })
}

// total is how many vacancies a list says it has; 0 where it says none.
func total(t *testing.T, doc *goquery.Document) string {
	t.Helper()
	n, ok := doc.Find(test("total")).Attr("data-count")
	if !ok && doc.Find(test("nothing")).Length() == 0 {
		t.Fatal("the list says neither how many nor that there are none")
	}
	return n
}

// TestTheListSaysHowItReadTheWords tells the parts of a question apart, each
// with the list without it.
func TestTheListSaysHowItReadTheWords(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 120, Employers: 3})
	doc := s.page("/viec-lam?" + url.Values{"q": {"thợ hàn có ktx lương 11tr"}}.Encode())
	chips := doc.Find(".chip")
	said := texts(chips)
	for i, want := range []string{"“thợ hàn”", "Ký túc xá", "Thu nhập từ 11\u00a0triệu"} {
		if i >= len(said) || !strings.HasPrefix(said[i], want) {
			t.Errorf("the conditions are %q, want %q at %d", said, want, i)
		}
	}
	href, _ := chips.Eq(2).Attr("href")
	without, err := url.Parse(href)
	if err != nil || without.Query().Get("q") != "thợ hàn có ktx" {
		t.Errorf("without the sum it is %q, %v", href, err)
	}
	all, some := total(t, s.page("/viec-lam?q=tho+han")), total(t, doc)
	if all == "" || some == all {
		t.Errorf("%q welders, and %q with a dormitory and the pay", all, some)
	}
}

// TestSlipsAreMended finds what was meant and says so.
func TestSlipsAreMended(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 120, Employers: 3})
	right := total(t, s.page("/viec-lam?q=dong+goi"))
	for typed, mended := range map[string]string{"ddongs gois": "đóng gói", "dong goii": "dong gói", "đóng gọi": "đóng gói"} {
		doc := s.page("/viec-lam?" + url.Values{"q": {typed}}.Encode())
		if got := total(t, doc); got != right || got == "" {
			t.Errorf("%q finds %q, want %q", typed, got, right)
		}
		if said := doc.Find(test("mended")).Text(); !strings.Contains(said, mended) {
			t.Errorf("%q: the page says %q", typed, said)
		}
	}
	doc := s.page("/viec-lam?" + url.Values{"q": {"đóng gói qwertz"}}.Encode())
	if total(t, doc) != right || !strings.Contains(doc.Find(test("ignored")).Text(), "qwertz") {
		t.Error("a word that nobody has is not left out, or not told")
	}
}

// TestChatAroundTheWorkIsLeftOut finds the work although no vacancy has all
// words, and says which it left out; and still where a filter allows nothing.
func TestChatAroundTheWorkIsLeftOut(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 120, Employers: 3})
	right := total(t, s.page("/viec-lam?q=dong+goi"))
	chatted := url.Values{"q": {"đóng gói bữa qwertz"}}
	doc := s.page("/viec-lam?" + chatted.Encode())
	if got := total(t, doc); got != right || got == "" {
		t.Errorf("with chat around it finds %q, want %q", got, right)
	}
	said := doc.Find(test("aside")).Text() + doc.Find(test("ignored")).Text()
	for _, word := range []string{"bữa", "qwertz"} {
		if !strings.Contains(said, word) {
			t.Errorf("the page says %q was left out, not %q", said, word)
		}
	}
	chatted.Set("luong", "900")
	if relaxed := s.page("/viec-lam?" + chatted.Encode()).Find(".relaxed").Text(); !strings.Contains(relaxed, right) {
		t.Errorf("without the income %q are proposed, want %q", relaxed, right)
	}
}

// TestIncomesUnderTheWordsAreNotOffered: each income that can be chosen beside a
// sum in words shows as many as it says.
func TestIncomesUnderTheWordsAreNotOffered(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 120, Employers: 3})
	options := s.page("/viec-lam?q=luong+10tr&luong=8").Find("select[name=luong] option")
	for i := range options.Length() {
		value, _ := options.Eq(i).Attr("value")
		if value == "7" || value == "9" {
			t.Errorf("%q is offered", options.Eq(i).Text())
		}
		if n, ok := strings.CutSuffix(options.Eq(i).Text(), ")"); ok && value != "" {
			n = n[strings.LastIndex(n, "(")+1:]
			if got := total(t, s.page("/viec-lam?q=luong+10tr&luong="+value)); got != n {
				t.Errorf("%q shows %q", options.Eq(i).Text(), got)
			}
		}
	}
}

// TestAHomeInTwoSteps offers the communes of the district, and is nearer from one.
func TestAHomeInTwoSteps(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 5, Employers: 1})
	if s.page("/viec-lam").Find(test("commune")).Length() != 0 {
		t.Error("communes are offered of no district")
	}
	communes := texts(s.page("/viec-lam?huyen=180").Find(test("commune") + " option"))
	if !slices.Contains(communes, "xã Đoàn Kết") || len(communes) != 23 {
		t.Errorf("the communes of Tràng Định are %q", communes)
	}
	doc := s.page("/viec-lam?huyen=180&xa=06001")
	if chip := doc.Find(".chip").First().Text(); !strings.Contains(chip, "xã Đoàn Kết, Tràng Định") {
		t.Errorf("the home is %q", chip)
	}
	if card := doc.Find(".jobs-found").Text(); !strings.Contains(card, "giờ") || !strings.Contains(card, "nên ở ký túc xá") {
		t.Error("the cards do not say how long the way is and how to live with it")
	}
}

// TestWhoFits filters by what makes work fit somebody, and counts it.
func TestWhoFits(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 60, Employers: 3})
	s.exec(`UPDATE live_vacancies SET benefits = benefits || '{couples}' WHERE vacancy_id % 4 = 0`, nil)
	doc := s.page("/viec-lam?phuc-loi=vo-chong,khong-can-kinh-nghiem")
	if got := total(t, doc); got != "15" {
		t.Errorf("found %q, want 15", got)
	}
	doc.Find("input[value=vo-chong]").Each(func(_ int, box *goquery.Selection) {
		if n := box.Parent().Find(test("facet")).Text(); n != "15" {
			t.Errorf("the filter counts %q", n)
		}
	})
}

// TestNeverAnEmptyPage shows what is nearest, or what is new.
func TestNeverAnEmptyPage(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 60, Employers: 3})
	for _, query := range []string{"q=phien+dich", "q=phien+dich&phuc-loi=nha-tre,vo-chong&luong=900", "q=zzzzz", "q=tho+han&luong=900"} {
		doc := s.page("/viec-lam?" + query)
		if doc.Find(test("nothing")).Length() != 1 || doc.Find(test("near")).Length() != 1 || doc.Find(".jobs-cards > *").Length() == 0 {
			t.Errorf("%s shows nothing", query)
		}
	}
}
