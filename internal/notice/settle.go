package notice

import (
	"regexp"
	"strings"

	"cauviec/internal/clock"
)

// settle works out the day of a deadline from what its form caught. It reports
// false when the words hold no day of the calendar, or one that had passed when
// the document was issued.
func (c calendar) settle(d *due, g []string, words string) bool {
	ok := true
	switch d.rule {
	case Recurring:
		d.recurrence = recurrence(words)
	case BeforeDay, ByDay, EndOfPeriod:
		d.day, ok = c.lastDay(g)
	case InMonth:
		ok = c.inMonth(d, g, words)
	case InQuarter:
		ok = c.inQuarter(d, g, words)
	case InHalfYear:
		d.day = clock.NewDay(c.yearOr(g[2]), 12, 31)
		if g[1] == "dau" {
			d.day = clock.NewDay(c.yearOr(g[2]), 6, 30)
		}
	case InYear:
		d.day, ok = dayOf(number(g[2]), 12, 31)
		if ok && strings.HasPrefix(words, "truoc nam") {
			d.day, ok = dayOf(number(g[2])-1, 12, 31)
		}
	case WithinDays:
		ok = c.within(d, g)
	}
	return ok && !c.past(d.day)
}

// past reports whether a day lies before the document.
func (c calendar) past(d clock.Day) bool {
	return !d.IsZero() && c.issued.year > 0 && d.Before(c.issued.reference())
}

// lastDay reads the last day that a form caught: groups of day, month, year.
func (c calendar) lastDay(g []string) (clock.Day, bool) {
	for i := len(g) - 3; i >= 1; i-- {
		if g[i] != "" && g[i+1] != "" && isNumber(g[i]) && isNumber(g[i+1]) && (i-1)%3 == offset(g) {
			return c.dayIn(number(g[i]), number(g[i+1]), g[i+2])
		}
	}
	return clock.Day{}, false
}

// offset is 1 where a form has a group of its own before its days.
func offset(g []string) int { return (len(g) - 1) % 3 }

func isNumber(s string) bool { return strings.Trim(s, "0123456789lo") == "" }

// dayIn gives a day its year: the one printed, or the one that comes next.
func (c calendar) dayIn(day, month int, printed string) (clock.Day, bool) {
	if printed != "" {
		return dayOf(number(printed), month, day)
	}
	d, ok := dayOf(c.issued.year, month, day)
	if ok && c.issued.reference().Sub(d) > 90 {
		return dayOf(c.issued.year+1, month, day)
	}
	return d, ok
}

// yearOr reads a printed year, or takes the document's.
func (c calendar) yearOr(printed string) int {
	if printed != "" {
		return number(printed)
	}
	return c.issued.year
}

var (
	lastNumber  = regexp.MustCompile(`([0-9lo]{1,2})$`)
	lastQuarter = regexp.MustCompile(`(iv|i{1,3}|[1-4])$`)
	vague       = regexp.MustCompile(`\b(dau|giua|trung tuan|thuong tuan|nua dau|tuan dau)\b`)
	upTo        = regexp.MustCompile(`\btruoc (thang|quy)`)
)

func (c calendar) inMonth(d *due, g []string, words string) bool {
	month := number(g[2])
	if m := lastNumber.FindString(strings.TrimSpace(g[3])); m != "" {
		month = number(m)
	}
	if month < 1 || month > 12 {
		return false
	}
	first, ok := c.dayIn(1, month, g[4])
	if !ok {
		return false
	}
	y, m, _ := first.Date()
	if g[4] == "" && c.issued.year > 0 && int(m) == int(c.issued.month) {
		y = c.issued.year
	}
	switch {
	case vague.MatchString(words):
		d.rule = BeginningOf
		return true
	case upTo.MatchString(words):
		d.rule, d.day = BeforeMonth, clock.NewDay(y, m, 0)
		return true
	}
	d.day = monthEnd(y, int(m))
	return true
}

func (c calendar) inQuarter(d *due, g []string, words string) bool {
	last := g[2]
	if q := lastQuarter.FindString(strings.TrimSpace(g[3])); q != "" {
		last = q
	}
	q := quarter(last)
	y := c.yearOr(g[4])
	if q == 0 || y == 0 {
		return false
	}
	switch {
	case vague.MatchString(words):
		d.rule = BeginningOf
	case upTo.MatchString(words):
		d.rule, d.day = BeforeMonth, clock.NewDay(y, monthOf(q*3-2), 0)
	default:
		d.day = monthEnd(y, q*3)
	}
	return true
}

// quarter reads "ii", "2" and, scanned, "ll" as a quarter, 0 for none.
func quarter(s string) int {
	switch strings.ReplaceAll(strings.ReplaceAll(s, "l", "i"), "1", "i") {
	case "i":
		return 1
	case "ii", "2":
		return 2
	case "iii", "3":
		return 3
	case "iv", "4":
		return 4
	}
	return 0
}

// ownDay are the words for the day of the document itself.
var ownDay = regexp.MustCompile(`^(?: khi| ngay)? ?(?:ngay )?(?:ra |ky |duoc )?(?:ban hanh|phat hanh|ky\b|co hieu luc|(?:cong van|thong bao|chi thi|ke hoach|quyet dinh|van ban|cong dien)(?: nay)? (?:nay |duoc |co )?(?:ban hanh|ky|hieu luc)|ra (?:van ban|thong bao)|(?:cong van|thong bao|chi thi|ke hoach|van ban|quyet dinh) nay)`)

// within works out "trong vòng N ngày (làm việc) kể từ …".
func (c calendar) within(d *due, g []string) bool {
	n := number(g[1])
	if n == 0 {
		return false
	}
	start, known := c.issued.Day()
	if g[3] == "" || !ownDay.MatchString(g[3]) || !known {
		d.rule = AfterEvent
		return g[3] != "" || g[2] != "thang"
	}
	switch g[2] {
	case "ngay lam viec":
		d.rule, d.day = WithinWorkingDays, c.addWorking(start, n)
	case "ngay":
		d.day = start.Add(n)
	case "tuan":
		d.day = start.Add(7 * n)
	case "thang":
		d.day = addMonths(start, n)
	case "gio":
		d.day = start.Add((n + 23) / 24)
	}
	return true
}

// addWorking returns the nth working day after d.
func (c calendar) addWorking(d clock.Day, n int) clock.Day {
	for n > 0 {
		d = d.Add(1)
		if c.working(d) {
			n--
		}
	}
	return d
}

// addMonths returns the same day n months later, or that month's last.
func addMonths(d clock.Day, n int) clock.Day {
	y, m, day := d.Date()
	end := clock.NewDay(y, m+monthOf(n), 1).MonthEnd()
	_, _, last := end.Date()
	return end.Add(min(day, last) - last)
}

// twiceYearly are two days of every year, and no more.
var twiceYearly = regexp.MustCompile(`^[^0-9]*\d+(?: ?/ ?| thang )\d+(?: va |[,;] ?)[^0-9]*\d+(?: ?/ ?| thang )\d+[^0-9]*nam$`)

// recurrence names how often the words say.
func recurrence(words string) string {
	if twiceYearly.MatchString(words) {
		return "half-yearly"
	}
	for _, r := range []struct{ word, name string }{
		{"tuan", "weekly"}, {"quy", "quarterly"}, {"3 thang", "quarterly"}, {"6 thang", "half-yearly"}, {"hang thang", "monthly"}, {"moi thang", "monthly"},
		{"nam", "yearly"}, {"hang ngay", "daily"}, {"moi ngay", "daily"}, {"thang", "monthly"}, {"gio", "daily"}, {"lan", "daily"},
	} {
		if strings.Contains(words, r.word) {
			return r.name
		}
	}
	return "monthly"
}
