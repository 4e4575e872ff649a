package directives

import (
	"archive/zip"
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

func TestThePagesAreLocked(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	paper := strings.TrimSuffix(review, "/doi-chieu")
	for path, want := range map[string]int{home: 200, home + "/nhap": 403, review: 403, paper: 404} {
		if a := s.get("ls-chi-lang", path); a.Code != want {
			t.Errorf("%s for a district: %d, want %d", path, a.Code, want)
		}
	}
	if a := s.post("ls-chi-lang", paper+"/xac-nhan", url.Values{"version": {"1"}}); a.Code != http.StatusForbidden {
		t.Errorf("a district confirms: %d", a.Code)
	}
	if a := s.get("ls-chi-lang", home); a.Find("[data-test=empty]").Length() != 1 || a.Find(`a[href="/van-ban/nhap"]`).Length() != 0 {
		t.Error("a district is offered what it may not do, or sees a paper under review")
	}
	if a := s.get("", review); a.Code != http.StatusSeeOther {
		t.Errorf("a visitor: %d", a.Code)
	}
}

// TestFromTextToObligations goes the clerk's whole way with the founding notice.
func TestFromTextToObligations(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	a := s.get("ls-ubnd", review)
	if got := squeeze(a.Find("[data-test=outcome]").Text()); got != "Xác nhận sẽ giao 18 nhiệm vụ cho 16 cơ quan" {
		t.Errorf("outcome: %q", got)
	}
	if got := squeeze(a.Find(`[data-test="clause-2.2"] [data-test=words]`).Text()); !strings.HasPrefix(got, "2.2. Sở Giao thông vận tải") {
		t.Errorf("words of 2.2: %q", got)
	}
	if got := squeeze(proposalOf(a, "2.2").Find("[data-test=due]").Text()); !strings.Contains(got, "30/04/2024") || !strings.Contains(got, "26/04/2024") {
		t.Errorf("due: %q", got)
	}
	done := s.send("ls-ubnd", a.Find("[data-test=confirm]"), nil)
	s.want(done, http.StatusSeeOther)
	paper := s.get("ls-ubnd", done.Header().Get("Location"))
	s.want(paper, http.StatusOK)
	if n := paper.Find("[data-test=obligation]").Length(); n != 18 {
		t.Errorf("%d obligations beside the clauses", n)
	}
	if n := paper.Find(`[data-test="clause-2.4"] [data-test=obligation]`).Length(); n != 11 {
		t.Errorf("%d beside 2.4", n)
	}
	if got := squeeze(paper.Find("[data-test=number]").Text()); !strings.Contains(got, "…/TB-UBND") || !strings.Contains(got, "để trống trong văn bản") {
		t.Errorf("number: %q", got)
	}
	if n := paper.Find("[data-test=recipients] li").Length(); n != 7 {
		t.Errorf("%d recipients", n)
	}
	own := s.get("ls-sgtvt", done.Header().Get("Location"))
	if n := own.Find("[data-test=obligation]").Length(); n != 1 {
		t.Errorf("the department of transport sees %d obligations", n)
	}
	if again := s.send("ls-ubnd", a.Find("[data-test=confirm]"), url.Values{"_key": {"another-key-0000000"}}); again.Code != http.StatusConflict {
		t.Errorf("confirmed twice: %d", again.Code)
	}
	if a := s.get("ls-ubnd", home); a.Find("[data-test=directive]").Length() != 1 {
		t.Error("the list does not show the paper")
	}
}

func TestTheSameTextTwiceLeadsToTheFirst(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	a := s.enter("ls-ubnd", founding(t), "", nil)
	s.want(a, http.StatusConflict)
	if href := a.Find("[data-test=known]").AttrOr("href", ""); href+"/doi-chieu" != review {
		t.Errorf("leads to %q", href)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, words, file string
		data              []byte
		field             string
		says              string
	}{
		{"nothing", "", "", nil, "words", "Chưa có nội dung"},
		{"spaces", " \n\t", "", nil, "words", "Chưa có nội dung"},
		{"no directive", strings.Repeat("Hôm nay trời đẹp quá. ", 20), "", nil, "words", "Không thấy mục giao việc"},
		{"noise", strings.Repeat("\x01\x02", 400), "", nil, "words", "Không đọc được chữ"},
		{"an empty file", "", "a.txt", nil, "file", "Chưa có nội dung"},
		{"a picture", "", "a.png", []byte("\x89PNG"), "file", "Chỉ nhận tệp"},
		{"not Word", "", "a.docx", []byte("plain"), "file", "không phải văn bản Word"},
		{"bytes", "", "a.txt", []byte("\xff\xff\xfe\x00\x01"), "file", "Không đọc được chữ"},
		{"over 10 MB", "", "a.txt", bytes.Repeat([]byte("a"), 10<<20+1), "file", "Quá lớn"},
		{"a zip bomb", "", "a.docx", bomb(t), "file", "Quá lớn"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, postgrestest.Tx(t))
			a := s.enter("ls-ubnd", tt.words, tt.file, tt.data)
			s.want(a, http.StatusUnprocessableEntity)
			if got := squeeze(a.Find("[data-test=problem-" + tt.field + "]").Text()); !strings.Contains(got, tt.says) {
				t.Errorf("beside %s: %q, want %q", tt.field, got, tt.says)
			}
			if kept := a.Find("textarea").Text(); strings.TrimSpace(tt.words) != "" && tt.name != "noise" && kept != tt.words {
				t.Errorf("the text is gone: %q", kept)
			}
			stored, err := postgres.Value[int](t.Context(), s.db, `SELECT count(*) FROM directives`)
			if err != nil || stored != 0 {
				t.Errorf("%d papers stored, %v", stored, err)
			}
		})
	}
}

// bomb is a Word document of some kilobytes that unpacks to 200 MB.
func bomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	part, err := archive.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := bytes.Repeat([]byte("a"), 1<<20)
	for range 200 {
		if _, err := part.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCorrectAProposal(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	a := s.send("ls-ubnd", s.openForm(review, "2.2"), url.Values{"task": {"Nghiên cứu mở tuyến xe"}, "due_on": {"29/4/2024"}})
	s.want(a, http.StatusSeeOther)
	card := squeeze(proposalOf(s.get("ls-ubnd", review), "2.2").Text())
	for _, want := range []string{"Nghiên cứu mở tuyến xe", "29/04/2024", "Sở GTVT Lạng Sơn", "Sở GTVT Bắc Giang", "trong tháng 4/2024"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card lacks %q: %s", want, card)
		}
	}
}

func TestAWrongCorrectionKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	form := s.openForm(review, "2.2")
	a := s.send("ls-ubnd", form, url.Values{"due_on": {"cuối tháng"}, "due_phrase": {"lời của tôi"}})
	s.want(a, http.StatusUnprocessableEntity)
	if a.Find("[data-test=confirm]").Length() != 0 {
		t.Error("confirming is offered while a form is open")
	}
	shown := proposalOf(a, "2.2")
	if shown.Find("[data-test=problem-due_on]").Length() != 1 {
		t.Error("no problem beside the day")
	}
	if v := shown.Find("[name=due_on]").AttrOr("value", ""); v != "cuối tháng" {
		t.Errorf("the day as typed is %q", v)
	}
	if v := shown.Find("[name=due_phrase]").AttrOr("value", ""); v != "lời của tôi" {
		t.Errorf("the phrase as typed is %q", v)
	}
	values := filled(form, nil)
	values.Del("leads")
	a = s.post("ls-ubnd", form.AttrOr("action", ""), values)
	s.want(a, http.StatusUnprocessableEntity)
	if proposalOf(a, "2.2").Find("[data-test=problem-leads]").Length() != 1 {
		t.Error("no problem beside the leads")
	}
}

func TestAStaleCorrectionShowsBoth(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	form := s.openForm(review, "2.2")
	s.want(s.send("ls-ubnd", form, url.Values{"task": {"Lời của người thứ nhất"}}), http.StatusSeeOther)
	a := s.send("ls-ubnd", form, url.Values{"task": {"Lời của người thứ hai"}, "_key": {"another-key-0000000"}})
	s.want(a, http.StatusConflict)
	card := proposalOf(a, "2.2")
	if !strings.Contains(card.Find("p").Text(), "Lời của người thứ nhất") || card.Find("[name=task]").Text() != "Lời của người thứ hai" {
		t.Error("the page does not show both")
	}
	s.want(s.send("ls-ubnd", card.Find("form.form"), nil), http.StatusSeeOther)
}

func TestDropRestoreAddAndDiscard(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	s.want(s.send("ls-ubnd", proposalOf(s.get("ls-ubnd", review), "2.4").Find("[data-test=drop]"), nil), http.StatusSeeOther)
	a := s.get("ls-ubnd", review)
	if got := squeeze(a.Find("[data-test=outcome]").Text()); !strings.Contains(got, "giao 7 nhiệm vụ") {
		t.Errorf("after a drop: %q", got)
	}
	s.want(s.send("ls-ubnd", proposalOf(a, "2.4").Find("[data-test=restore]"), nil), http.StatusSeeOther)

	href := a.Find(`[data-test="clause-2"] > div > [data-test=add]`).AttrOr("href", "")
	address, _, _ := strings.Cut(href, "#")
	form := s.get("ls-ubnd", address).Find(`[data-test="clause-2"] form.form`)
	added := url.Values{"task": {"Tổng hợp kết quả"}, "kind": {"standing"}, "leads": {everyDistrict}, "recurrence": {"monthly"}}
	s.want(s.send("ls-ubnd", form, added), http.StatusSeeOther)
	a = s.get("ls-ubnd", review)
	if got := squeeze(a.Find("[data-test=outcome]").Text()); !strings.Contains(got, "giao 29 nhiệm vụ") {
		t.Errorf("after adding one for every district: %q", got)
	}
	s.want(s.send("ls-ubnd", a.Find("form[data-test=discard]"), nil), http.StatusSeeOther)
	if a := s.get("ls-ubnd", review); a.Code != http.StatusNotFound {
		t.Errorf("after it was discarded: %d", a.Code)
	}
}

func TestCorrectTheFacts(t *testing.T) {
	t.Parallel()
	s, review := underReview(t)
	form := s.get("ls-ubnd", review+"?sua=van-ban").Find("#van-ban form")
	a := s.send("ls-ubnd", form, url.Values{"issued_month": {"13/2024"}, "number": {"99/TB-UBND"}})
	s.want(a, http.StatusUnprocessableEntity)
	if a.Find("[data-test=problem-issued_month]").Length() != 1 || a.Find("[name=number]").AttrOr("value", "") != "99/TB-UBND" {
		t.Error("the problem or what was typed is missing")
	}
	s.want(s.send("ls-ubnd", form, url.Values{"number": {"99/TB-UBND"}, "_key": {"another-key-0000000"}}), http.StatusSeeOther)
	facts := squeeze(s.get("ls-ubnd", review).Find("#van-ban").Text())
	if !strings.Contains(facts, "99/TB-UBND") || !strings.Contains(facts, "tháng 03/2024") {
		t.Errorf("facts: %s", facts)
	}
	a = s.send("ls-ubnd", form, url.Values{"number": {"100/TB-UBND"}, "_key": {"one-more-key-000000"}})
	s.want(a, http.StatusConflict)
	if got := a.Find("#van-ban"); !strings.Contains(got.Find("dl").Text(), "99/TB-UBND") || got.Find("[name=number]").AttrOr("value", "") != "100/TB-UBND" {
		t.Error("the stale page does not show both")
	}
}

// TestAnotherProvincesPaper: its bodies are flagged, not invented, and stand
// in the way of confirming until a clerk has chosen.
func TestAnotherProvincesPaper(t *testing.T) {
	t.Parallel()
	s := newSite(t, postgrestest.Tx(t))
	a := s.enter("ls-ubnd", "", "thong-bao.txt", []byte(elsewhere))
	s.want(a, http.StatusSeeOther)
	review := a.Header().Get("Location")
	a = s.get("ls-ubnd", review)
	if got := squeeze(a.Find("[data-test=unmatched]").Text()); !strings.Contains(got, "“Sở Du lịch”") {
		t.Errorf("unmatched: %q", got)
	}
	if a.Find("[data-test=blocked]").Length() != 1 {
		t.Error("nothing says what stands in the way")
	}
	a = s.send("ls-ubnd", a.Find("[data-test=confirm]"), nil)
	s.want(a, http.StatusUnprocessableEntity)
	if n := a.Find("[data-test=problems] a").Length(); n != 2 {
		t.Errorf("%d problems, want 2", n)
	}
	a.Find("[data-test=problems] a").Each(func(_ int, link *goquery.Selection) {
		if a.Find(link.AttrOr("href", "")).Length() != 1 {
			t.Errorf("%s leads nowhere", link.AttrOr("href", ""))
		}
	})
}

const elsewhere = `ỦY BAN NHÂN DÂN
TỈNH NINH BÌNH
Số: 12/TB-UBND

Ninh Bình, ngày 18 tháng 4 năm 2024

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về du lịch hè

Ngày 16/4/2024, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp và kết luận như sau:

1. Sở Du lịch xây dựng phương án đón khách, báo cáo UBND tỉnh trước ngày 15/5/2024.

2. UBND các huyện, thành phố tăng cường tuyên truyền, vận động Nhân dân giữ gìn vệ sinh môi trường.

Nơi nhận:
- Chủ tịch, các PCT UBND tỉnh;
- Lưu: VT.

TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG

Đinh Thị Thu Hằng
`
