package notice

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/clock"
)

// Rule names how a deadline follows from its words.
type Rule string

// The rules. Those of the last group give no day.
const (
	BeforeDay         Rule = "before_day"          // trước ngày 15/5: that day
	ByDay             Rule = "by_day"              // chậm nhất ngày, đến hết ngày: that day
	EndOfPeriod       Rule = "end_of_period"       // từ ngày … đến hết ngày …: the last day
	InMonth           Rule = "in_month"            // trong tháng 4: the last day of the month
	BeforeMonth       Rule = "before_month"        // trước tháng 6: the last day of the month before
	InQuarter         Rule = "in_quarter"          // trong quý II: the last day of the quarter
	InHalfYear        Rule = "in_half_year"        // 6 tháng đầu năm
	InYear            Rule = "in_year"             // trong năm 2024: 31 December
	WithinDays        Rule = "within_days"         // trong 10 ngày kể từ ngày ban hành
	WithinWorkingDays Rule = "within_working_days" // trong 10 ngày làm việc kể từ ngày ban hành

	BeginningOf   Rule = "beginning_of_month" // đầu tháng 7: no day can be told
	AfterEvent    Rule = "after_event"        // counted from something whose day is not known
	Recurring     Rule = "recurring"          // trước ngày 05 hằng tháng
	Ongoing       Rule = "ongoing"            // thường xuyên
	WhenRequested Rule = "when_requested"     // khi có yêu cầu
)

// due is a deadline found in a view: where, by which rule, and the day.
type due struct {
	from, to   int
	rule       Rule
	day        clock.Day
	recurrence string
}

// calendar works out days: from when the document is, and what days are worked.
type calendar struct {
	issued  PartialDate
	working func(clock.Day) bool
}

// The pieces of which the forms are made. Scanning gives l for 1 and o for 0.
const (
	num    = `([0-9lo]{1,2})`
	year   = `([0-9lo]{4})`
	hour   = `(?:(?:\d{1,2} ?(?:gio|h|g)(?: ?\d{2})?(?: phut)?|\d{1,2}:\d{2}),? ?)?`
	day    = `(?:(?:ngay )?` + num + ` ?[/.-] ?` + num + `(?: ?[/.-] ?` + year + `)?\b|ngay ` + num + ` thang ` + num + `(?:,? ?(?:nam|/) ?` + year + `)?\b)`
	months = `((?: ?(?:,|va|-|den) ?(?:thang )?[0-9lo]{1,2}| ?/ ?[0-9]{4} ?(?:,|va|-|den) ?thang [0-9lo]{1,2})*)`
	every  = `(?:hang|moi)`

	yearDay = `[0-9lo]{1,2}(?: ?/ ?[0-9lo]{1,2}\b| thang [0-9lo]{1,2}\b)?`
)

var dueForms = []struct {
	rule Rule
	form *regexp.Regexp
}{
	{Recurring, regexp.MustCompile(`\b(?:dinh ky,? ?(?:vao |cham nhat )?)?(?:(?:truoc|vao|cham nhat)? ?(?:la |vao )?ngay ` + num + ` ?(?:cua )?,? ?)(?:(?:` + every + ` (tuan|thang|quy|nam))|(?:cua )?thang (?:dau|cuoi|cuoi cung|dau tien)(?: cua)?(?: moi| hang)? (quy)|(?:cua )?thang (?:sau|tiep theo|lien ke)\b()|thang cuoi (quy))`)},
	{Recurring, regexp.MustCompile(`\b(?:dinh ky,? ?)?(?:(?:truoc|vao|cham nhat)(?: vao| la)? )?(?:cac )?ngay ` + yearDay + `(?:(?: ?[,;] ?| va |, va )(?:truoc )?(?:ngay )?` + yearDay + `)*,? ?(?:cua )?` + every + ` (tuan|thang|quy|nam)\b`)},
	{Recurring, regexp.MustCompile(`\b\d{1,2} (?:gio|ngay|tuan|thang) ?/ ?(?:0?1 )?lan\b|\b\d{1,2} lan ?/ ?(?:0?1 )?(?:ngay|tuan|thang|quy|nam)\b`)},
	{Recurring, regexp.MustCompile(`\b(?:dinh ky,? ?)?(?:(?:truoc|vao|cham nhat)(?: vao| la)? (?:chieu |sang )?(?:thu [a-z]+|ngay \S+|ngay \d+ thang \d+|ngay lam viec cuoi(?: cung)?)(?: cua)? )?` + every + ` (tuan|thang|quy|nam|ngay)\b(?: vao (?:chieu |sang )?(?:thu [a-z]+|ngay \d+|chu nhat))?`)},
	{Recurring, regexp.MustCompile(`\b` + every + ` (tuan|thang|quy|nam),? ?\(?(?:cham nhat |truoc |vao )+(?:la |vao )?(?:` + day + `|(?:ngay|thu) [a-z0-9]+)`)},
	{Recurring, regexp.MustCompile(`\bdinh ky (?:` + every + ` )?(?:theo )?(tuan|thang|quy|nam|6 thang|03 thang|3 thang)\b(?:,? (?:6 thang|quy|nam|hang nam|dot xuat|va))*`)},
	{EndOfPeriod, regexp.MustCompile(`\btu ` + day + ` ?(?:den|-) ?(?:het )?` + day)},
	{BeforeDay, regexp.MustCompile(`\btruoc ` + hour + day)},
	{ByDay, regexp.MustCompile(`\b(?:(?:cham nhat|muon nhat)(?: (?:la|den|vao|het|trong))*|(?:den|toi)? ?het|den|xong(?: vao| trong)?|han (?:chot|cuoi|cuoi cung|nop)(?: la)?:?|thoi han(?: la)?:?|hoan thanh(?: vao| trong)?|trong) ` + hour + day)},
	{ByDay, regexp.MustCompile(`\bvao ` + hour + day)},
	{InMonth, regexp.MustCompile(`\b((?:trong|den|den het|het|cuoi|dau|giua|truoc|truoc het|vao|cham nhat|cham nhat la|hoan thanh|xong|den cuoi|vao cuoi|vao dau|trong dau|tuan dau|tuan cuoi|nua dau|nua cuoi|trung tuan|thuong tuan|ha tuan|cham nhat trong|xong trong|thoi gian:?|cham nhat het|den dau) )+(?:cac )?thang ` + num + months + `(?:(?: ?/ ?| nam |-|\.)` + year + `)?\b`)},
	{InQuarter, regexp.MustCompile(`\b((?:trong|den|den het|het|cuoi|dau|giua|truoc|vao|cham nhat|hoan thanh|xong|den cuoi|xong trong|cham nhat trong|trong dau|vao cuoi|vao dau|cham nhat het) )+(?:cac )?quy ([i1l]{1,3}|iv|[234])((?: ?(?:,|va|-|den) ?(?:quy )?(?:iv|i{1,3}|[1-4]))*)(?:(?: ?/ ?| nam |-)` + year + `)?\b`)},
	{InHalfYear, regexp.MustCompile(`\b(?:trong|het|xong|hoan thanh) 0?6 thang (dau|cuoi) nam(?: ` + year + `)?\b`)},
	{InYear, regexp.MustCompile(`\b((?:trong|het|den het|cuoi|den cuoi|vao cuoi|hoan thanh|cham nhat|xong|truoc) )+nam ` + year + `\b`)},
	{WithinDays, regexp.MustCompile(`\b(?:trong (?:vong |thoi han |thoi gian )?|(?:cham nhat|muon nhat)(?: la| trong| sau)? |thoi han |khong qua |toi da |sau )(?:la )?` + num + `(?: \([a-z ]+\))? (ngay lam viec|ngay|tuan|thang|gio)\b,?(?: (?:lam viec,? )?(?:ke tu|tu|sau|tinh tu)((?: khi| ngay)? [^,.;:()]{2,90}))?`)},
	{AfterEvent, regexp.MustCompile(`\b(?:ngay sau|trong ngay|trong tuan|ngay trong tuan|trong thang)( (?:khi )?(?:nhan duoc|ket thuc|co|duoc|ban hanh|hoan thanh|nay|nhan)\b[^,.;:()]{0,60})`)},
	{WhenRequested, regexp.MustCompile(`\b(khi co yeu cau|khi duoc yeu cau|theo yeu cau)\b`)},
}

// bareForms hold only where a deadline is asked for: "Thời gian: Quý II/2024".
var bareForms = []struct {
	rule Rule
	form *regexp.Regexp
}{
	{ByDay, regexp.MustCompile(`^()` + hour + day)},
	{InMonth, regexp.MustCompile(`^()(?:cac )?thang ` + num + months + `(?:(?: ?/ ?| nam |-|\.)` + year + `)?\b`)},
	{InQuarter, regexp.MustCompile(`^()(?:cac )?quy ([i1l]{1,3}|iv|[234])((?: ?(?:,|va|-|den) ?(?:quy )?(?:iv|i{1,3}|[1-4]))*)(?:(?: ?/ ?| nam |-)` + year + `)?\b`)},
	{InHalfYear, regexp.MustCompile(`^0?6 thang (dau|cuoi) nam(?: ` + year + `)?\b`)},
	{InYear, regexp.MustCompile(`^()(?:ca )?nam ` + year + `\b`)},
	{Ongoing, regexp.MustCompile(`^()(thuong xuyen(?:,? (?:lien tuc|hang nam|hang thang))?|lien tuc|(?:ca )?nam hoc)`)},
}

// notDue are words which, just before a deadline's words, make it tell of
// something else.
var notDue = regexp.MustCompile(`\b(?:phat sinh|so lieu(?: tinh)?|luy ke(?: tinh)?|ton dong|dien ra|hieu luc|khai mac|be mac|giai doan|ap dung|ke tu|so voi|han han|duoc to chuc|to chuc dai hoi|mung|ky niem|thang 1 den)[ ,]*\(?$`)

// dues finds the deadlines in v between two places.
func (c calendar) dues(v *view, from, to int) []due {
	var found []due
	s := v.s[:to]
	for _, f := range dueForms {
		for at := from; at < to; {
			m := f.form.FindStringSubmatchIndex(s[at:])
			if m == nil {
				break
			}
			d := due{from: at + m[0], to: at + m[1], rule: f.rule}
			if c.settle(&d, groupsOf(s[at:], m), s[at+m[0]:at+m[1]]) {
				found = append(found, d)
			}
			at += max(m[1], 1)
		}
	}
	return slices.DeleteFunc(apart(found, s), func(d due) bool { return aside(s[from:d.from], s[d.from:d.to], d) })
}

// bareDue reads a field that holds nothing but a deadline.
func (c calendar) bareDue(v *view, from, to int) (due, bool) {
	if list := c.dues(v, from, to); len(list) > 0 {
		return list[len(list)-1], true
	}
	for _, f := range bareForms {
		if m := f.form.FindStringSubmatchIndex(v.s[from:to]); m != nil {
			d := due{from: from + m[0], to: from + m[1], rule: f.rule}
			if c.settle(&d, groupsOf(v.s[from:to], m), v.s[d.from:d.to]) {
				return d, true
			}
		}
	}
	return due{}, false
}

// handsIn are words after which "vào ngày 5/6" is a deadline, and not the day of
// an event.
var handsIn = regexp.MustCompile(`\b(?:bao cao|gui|nop|trinh)\b[^.;:]*$`)

// yearly words, unless they open what is said, tell of a budget or a plan.
var yearly = regexp.MustCompile(`^(hang|moi) nam$`)

// aside reports whether the words before a deadline make it no deadline.
func aside(before, words string, d due) bool {
	if d.rule == Recurring {
		return yearly.MatchString(words) && before != "" && !strings.HasSuffix(before, ", ") && !strings.HasSuffix(before, "(")
	}
	if d.rule == WhenRequested {
		return false
	}
	before = before[max(0, len(before)-60):]
	return notDue.MatchString(before) || strings.HasPrefix(words, "vao ") && !handsIn.MatchString(before)
}

// apart sorts deadlines and leaves out those inside others.
func apart(found []due, s string) []due {
	slices.SortStableFunc(found, func(a, b due) int {
		if a.from != b.from && (a.to <= b.from || b.to <= a.from) {
			return a.from - b.from
		}
		return (b.to - b.from) - (a.to - a.from)
	})
	var out []due
	for _, d := range found {
		if !slices.ContainsFunc(out, func(o due) bool { return d.from < o.to && o.from < d.to }) {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b due) int { return a.from - b.from })
	for i := range out {
		for _, done := range []string{"thoi gian ", "thoi gian: ", "hoan thanh ", "xong "} {
			if strings.HasPrefix(s[out[i].from:out[i].to], done) {
				out[i].from += len(done)
			}
		}
		for out[i].to > out[i].from && strings.IndexByte(" ,;:.(", s[out[i].to-1]) >= 0 {
			out[i].to--
		}
	}
	return out
}

func groupsOf(s string, m []int) []string {
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

// number reads digits as printed or as scanned.
func number(s string) int {
	n, _ := strconv.Atoi(strings.NewReplacer("l", "1", "i", "1", "o", "0").Replace(s))
	return n
}
