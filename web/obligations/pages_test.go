package obligations

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/obligation"
)

// The journey of clause 2.2 through the pages: reported, returned, reported
// again, accepted, with the other side seeing and stating its own part.
func TestTheCoachLineOrder(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	s.want(s.send("ls-sgtvt", id, "receive", nil), http.StatusSeeOther)
	s.want(s.upload("ls-sgtvt", address(id)+"/bao-cao", "Báo cáo lần một", map[string]string{"tuyến.pdf": "%PDF-1.7"}), http.StatusSeeOther)
	s.want(s.send("ls-ubnd", id, "return", url.Values{"reason": {"Bổ sung nhu cầu đi lại"}}), http.StatusSeeOther)
	s.want(s.upload("ls-sgtvt", address(id)+"/bao-cao", "Báo cáo lần hai", nil), http.StatusSeeOther)
	s.want(s.send("bg-sgtvt", id, "state", url.Values{"state": {"disputed"}, "note": {"Điểm dừng chưa thống nhất"}}), http.StatusSeeOther)
	s.want(s.send("ls-ubnd", id, "judge", nil), http.StatusSeeOther)

	for _, slug := range []string{"ls-sgtvt", "ls-ubnd", "bg-sgtvt"} {
		page := s.get(slug, address(id)).page
		if got := page.Find(`h1 ~ [data-test=state]`).AttrOr("data-state", ""); got != "done_on_time" {
			t.Errorf("%s: state %q", slug, got)
		}
		if got := page.Find(`[data-test=counterpart]`).AttrOr("data-state", ""); got != "disputed" {
			t.Errorf("%s: the other side is %q", slug, got)
		}
		if !strings.Contains(page.Find(`[data-test=disputed]`).Text(), "Điểm dừng chưa thống nhất") {
			t.Errorf("%s: the dispute is hidden", slug)
		}
		if got := page.Find(`[data-test=sent]`).Length(); got != 2 {
			t.Errorf("%s: %d reports", slug, got)
		}
		if history := page.Find(`[data-test=timeline]`).Text(); !strings.Contains(history, "Bổ sung nhu cầu đi lại") {
			t.Errorf("%s: no reason in the history", slug)
		}
	}
	if n := s.get("ls-sgtvt", address(id)).page.Find(`form[data-test^=do-]`).Length(); n != 0 {
		t.Errorf("a finished order offers %d forms", n)
	}
}

// The deadline that falls on a holiday explains itself.
func TestTheDeadlineExplainsItself(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	page := s.get("ls-sgtvt", address(id)).page
	off := page.Find(`[data-test=due-off]`).Text()
	for _, want := range []string{"30/04/2024", "Ngày Chiến thắng", "Thứ Sáu 26/04/2024"} {
		if !strings.Contains(off, want) {
			t.Errorf("%q is not in %q", want, off)
		}
	}
	if due := page.Find(`[data-test=due]`).Text(); !strings.Contains(due, "còn 47 ngày") || !strings.Contains(due, "ngày làm việc") {
		t.Errorf("due: %q", due)
	}
	if words := page.Find(`[data-test=clause]`).Text(); !strings.Contains(words, "trong tháng 4/2024") {
		t.Errorf("the exact words are missing: %q", words)
	}
}

// What cannot be accepted comes back with its words and changes nothing.
func TestProblemsKeepTheWords(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	a := s.upload("ls-sgtvt", address(id)+"/bao-cao", "Nội dung đã gõ", map[string]string{"chương trình.exe": "MZ"})
	s.want(a, http.StatusUnprocessableEntity)
	if got := a.page.Find("#field-words").Text(); got != "Nội dung đã gõ" {
		t.Errorf("report: the words became %q", got)
	}
	if !strings.Contains(a.page.Find("[data-test=problem-files]").Text(), "chương trình.exe") {
		t.Error("the file is not named")
	}
	if link := a.page.Find("[data-test=problems] a").AttrOr("href", ""); link != "#field-files" {
		t.Errorf("the summary links to %q", link)
	}
}

func TestAnExtensionKeepsItsWords(t *testing.T) {
	t.Parallel()
	s := tx(t)
	a := s.post("ls-sgtvt", address(s.give("ls-sgtvt", nil))+"/gia-han", url.Values{"to": {"29/04/2024"}, "reason": {"Chờ số liệu"}})
	s.want(a, http.StatusUnprocessableEntity)
	if a.page.Find("#field-to").AttrOr("value", "") != "29/04/2024" || a.page.Find("#field-reason").Text() != "Chờ số liệu" {
		t.Error("extension: the words are lost")
	}
	if !strings.Contains(a.page.Find("[data-test=problem-to]").Text(), "30/04/2024") {
		t.Error("the problem does not name the present deadline")
	}
}

// A refused form changes nothing and names its one field.
func TestRefusedFormsChangeNothing(t *testing.T) {
	t.Parallel()
	s := tx(t)
	path := address(s.give("ls-sgtvt", nil))
	for name, values := range map[string]url.Values{
		"/cap-nhat":    {"words": {" "}},
		"/bao-cao":     {"words": {""}},
		"/tam-dung":    {"reason": {""}},
		"/chuyen-giao": {"body": {"x"}, "reason": {"Sáp nhập"}},
		"/don-doc":     {"words": {""}},
	} {
		slug := "ls-ubnd"
		if name == "/cap-nhat" || name == "/bao-cao" {
			slug = "ls-sgtvt"
		}
		a := s.post(slug, path+name, values)
		s.want(a, http.StatusUnprocessableEntity)
		if a.page.Find("[data-test=problems] a").Length() != 1 {
			t.Errorf("%s: problems %q", name, a.page.Find("[data-test=problems]").Text())
		}
	}
	a := s.post("bg-sgtvt", path+"/doi-tac", url.Values{"state": {"disputed"}, "note": {""}})
	s.want(a, http.StatusUnprocessableEntity)
	if a.page.Find("input[value=disputed][checked]").Length() != 1 {
		t.Error("the choice is lost")
	}
	if n := s.get("ls-ubnd", path).page.Find("[data-test=timeline] li").Length(); n != 1 {
		t.Errorf("%d entries in the history, want only the assignment", n)
	}
}

// Who judges what is no longer so sees the newest state and keeps the words.
func TestConflictsShowTheNewestState(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	s.want(s.upload("ls-sgtvt", address(id)+"/bao-cao", "Bản một", nil), http.StatusSeeOther)
	form := s.get("ls-ubnd", address(id)).page.Find("[data-test=do-return]")
	old := url.Values{"version": {form.Find("[name=version]").AttrOr("value", "")}, "reason": {"Chưa đủ số liệu"}}
	s.want(s.upload("ls-sgtvt", address(id)+"/bao-cao", "Bản hai", nil), http.StatusSeeOther)

	a := s.post("ls-ubnd", form.AttrOr("action", ""), old)
	s.want(a, http.StatusConflict)
	if a.page.Find("[data-test=conflict]").Length() != 1 || a.page.Find("#field-reason").Text() != "Chưa đủ số liệu" {
		t.Error("the conflict is not shown, or the reason is lost")
	}
	if !strings.Contains(a.page.Find("[data-test=sent]").First().Text(), "Bản hai") {
		t.Error("the newest report is not shown")
	}

	s.want(s.send("ls-ubnd", id, "judge", nil), http.StatusSeeOther)
	a = s.post("ls-sgtvt", address(id)+"/cap-nhat", url.Values{"words": {"Thêm số liệu"}})
	s.want(a, http.StatusConflict)
	if !strings.Contains(a.page.Find("[data-test=conflict]").Text(), "Thêm số liệu") {
		t.Error("the words of a form that is gone are lost")
	}
}

func TestReceivedOnce(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	key := url.Values{"_key": {"a-form-key-of-this-test"}}
	for range 2 { // the same form sent twice acts once
		s.want(s.post("ls-sgtvt", address(id)+"/tiep-nhan", key), http.StatusSeeOther)
	}
	s.want(s.post("ls-sgtvt", address(id)+"/tiep-nhan", nil), http.StatusConflict)
}

func TestExtensionIsAskedAndGranted(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	s.want(s.send("ls-sgtvt", id, "ask_extension", url.Values{"to": {"2024-05-15"}, "reason": {"Chờ số liệu tỉnh bạn"}}), http.StatusSeeOther)
	s.want(s.send("ls-ubnd", id, "decide_extension", url.Values{"decision": {"refused"}}), http.StatusUnprocessableEntity)
	s.want(s.send("ls-ubnd", id, "decide_extension", url.Values{"decision": {"granted"}}), http.StatusSeeOther)
	page := s.get("ls-sgtvt", address(id)).page
	if due := page.Find("[data-test=due]").Text(); !strings.Contains(due, "15/05/2024") {
		t.Errorf("due: %q", due)
	}
	granted := page.Find("[data-test=due-extended]").Text()
	if !strings.Contains(granted, "Nguyễn Văn Nam") || !strings.Contains(granted, "UBND tỉnh Lạng Sơn") {
		t.Errorf("who granted is not told: %q", granted)
	}
}

func TestARequestIsFollowedUpAndAnswered(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("bg-ubnd", func(n *obligation.New) { n.Kind, n.DueOn, n.Counterparts = obligation.Request, clock.Day{}, nil })
	s.now = s.now.AddDate(0, 0, 40)
	office := s.get("ls-ubnd", address(id)).page
	draft := office.Find("[data-test=do-remind] textarea").Text()
	if !strings.Contains(draft, "Ủy ban nhân dân tỉnh Bắc Giang") || !strings.Contains(draft, "40 ngày") {
		t.Errorf("draft: %q", draft)
	}
	s.want(s.send("ls-ubnd", id, "remind", url.Values{"words": {draft}}), http.StatusSeeOther)
	s.want(s.send("bg-ubnd", id, "answer", url.Values{"words": {"Đã giao các sở"}}), http.StatusSeeOther)
	page := s.get("ls-ubnd", address(id)).page
	if page.Find("[data-test=reminder]").Length() != 1 || page.Find("[data-test=sent][data-kind=answer]").Length() != 1 {
		t.Error("the reminder or the answer is missing")
	}
	if page.Find("[data-test=do-return]").Length() != 0 {
		t.Error("an answer of the other province can be returned")
	}
}

func TestADistrictPassesOnAndSeesWhoAnswered(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-tp-lang-son", func(n *obligation.New) { n.Kind, n.DueOn = obligation.Standing, clock.Day{} })
	for range 2 { // again: nothing more
		s.want(s.post("ls-tp-lang-son", address(id)+"/giao-xa", nil), http.StatusSeeOther)
	}
	page := s.get("ls-tp-lang-son", address(id)).page
	communes := page.Find("[data-test=child]")
	if communes.Length() != 8 {
		t.Fatalf("%d communes, want the 8 of the city", communes.Length())
	}
	commune := page.Find(`[data-test=child][data-lead="xa-05974"] a`).AttrOr("href", "")
	s.want(s.get("xa-05974", commune), http.StatusOK)
	s.want(s.get("xa-05977", commune), http.StatusNotFound)
	child, err := strconv.ParseInt(strings.TrimPrefix(commune, home+"/"), 10, 64)
	s.must(err)
	s.want(s.send("xa-05974", child, "receive", nil), http.StatusSeeOther)
	last := s.get("ls-tp-lang-son", address(id)).page.Find("[data-test=child]").Last()
	if last.AttrOr("data-lead", "") != "xa-05974" || last.AttrOr("data-status", "") != "received" {
		t.Error("the commune that answered does not stand last, as received")
	}
}

func TestDownload(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	s.want(s.upload("ls-sgtvt", address(id)+"/bao-cao", "Kèm tệp", map[string]string{"tuyến xe.txt": "<script>"}), http.StatusSeeOther)
	link := s.get("ls-ubnd", address(id)).page.Find("[data-test=sent] a").AttrOr("href", "")
	a := s.get("ls-ubnd", link)
	s.want(a, http.StatusOK)
	h := a.Header()
	if !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") || h.Get("X-Content-Type-Options") != "nosniff" ||
		h.Get("Content-Type") != "text/plain; charset=utf-8" || a.Body.String() != "<script>" {
		t.Errorf("got %v, %q", h, a.Body)
	}
	s.want(s.get("ls-bao", link), http.StatusNotFound)
}
