package coach

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"cauviec/internal/clock"
	"cauviec/internal/wage"
)

func TestTheWageIsCompared(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		basic   int64
		part    bool
		minimum wage.Finding
		want    bool
	}{
		{"under", 4_500_000, false, minimum, true},
		{"equal", 4_730_000, false, minimum, false},
		{"not said", 0, false, minimum, false},
		{"part time", 2_000_000, true, minimum, false},
		{"no minimum known", 1_000_000, false, wage.Finding{}, false},
	}
	for _, tt := range tests {
		o := said("")
		o.BasicWage, o.PartTime = tt.basic, tt.part
		found := Review(o, today, tt.minimum)
		if got := has(found, Wage, Stops); got != tt.want {
			t.Errorf("%s: got %s", tt.name, summary(found))
		}
		if tt.want && (found[0].Law.Decree != minimum.Basis || found[0].Rewrite != "Lương cơ bản trong hợp đồng từ 4.730.000 đồng/tháng.") {
			t.Errorf("%s: %+v", tt.name, found[0])
		}
	}
}

// What is allowed depends on the job: how long its probation may be, and who
// may work its shifts.
func TestTheJobDecides(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words                          string
		position, qualification, shift string
		rule                           Rule
		want                           Severity
	}{
		{"Thử việc 6 ngày làm việc", "staff", "untrained", "office", Probation, ""},
		{"Thử việc 7 ngày làm việc", "staff", "untrained", "office", Probation, Stops},
		{"Thử việc 1 tháng", "staff", "any", "office", Probation, Warns},
		{"Thử việc 2 tháng", "staff", "any", "office", Probation, Stops},
		{"Thử việc 1 tháng", "staff", "intermediate", "office", Probation, ""},
		{"Thử việc 45 ngày", "staff", "elementary", "office", Probation, Stops},
		{"Thử việc 2 tháng", "staff", "college", "office", Probation, ""},
		{"Thử việc 61 ngày", "staff", "university", "office", Probation, Stops},
		{"Thử việc 3 tháng", "manager", "university", "office", Probation, Warns},
		{"Thử việc 7 tháng", "leader", "university", "office", Probation, Stops},
		{"Từ 16 tuổi trở lên", "staff", "untrained", "office", Minor, ""},
		{"Từ 16 tuổi trở lên", "staff", "untrained", "two_8h", Minor, Warns},
		{"Từ 16 tuổi trở lên", "staff", "untrained", "three", Minor, Stops},
		{"Từ 18 tuổi trở lên", "staff", "untrained", "night", Minor, ""},
		{"Từ 14 tuổi", "staff", "untrained", "office", Minor, Stops},
	}
	for _, tt := range tests {
		o := said(tt.words)
		o.Position, o.Qualification, o.Shift = tt.position, tt.qualification, tt.shift
		found := Review(o, today, minimum)
		if tt.want == "" && hasRule(found, tt.rule) || tt.want != "" && !has(found, tt.rule, tt.want) {
			t.Errorf("%s, %s, %s, %s: want %q, got %s", tt.words, tt.position, tt.qualification, tt.shift, tt.want, summary(found))
		}
	}
}

// The decree that fines is cited from the day on which it is in force.
func TestFinesAreCitedWhenInForce(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]string{"09/09/2026": "", "10/09/2026": "Nghị định 283/2026/NĐ-CP, Điều 10, Điều 11"} {
		found := Review(said("Thu phí giới thiệu 500k"), clock.MustDay(day), minimum)
		if len(found) != 1 || found[0].Law.Decree != want || found[0].Law.Code != "Bộ luật Lao động 2019, Điều 11 khoản 2" {
			t.Errorf("%s: %+v", day, found)
		}
	}
}

// The gravest comes first, a rule speaks once a sentence, and a passage is the
// sentence alone: what changes elsewhere does not touch it.
func TestOrderAndPassage(t *testing.T) {
	t.Parallel()
	found := Review(said("Chỉ tuyển nữ, cần nữ. Đặt cọc 500k khi vào ở. Không nhận người có đạo!"), today, minimum)
	var rules []Rule
	for _, f := range found {
		rules = append(rules, f.Rule)
	}
	if !slices.Equal(rules, []Rule{Religion, Deposit, Sex}) {
		t.Fatalf("got %s", summary(found))
	}
	if found[1].Passage != "Đặt cọc 500k khi vào ở" || found[1].Words != "Đặt cọc" {
		t.Errorf("got %q in %q", found[1].Words, found[1].Passage)
	}
}

// Two ways of saying one thing in a sentence are one finding, the gravest.
func TestOneFindingForEachSentence(t *testing.T) {
	t.Parallel()
	o := said("Ca 12 tiếng, tăng ca 100 giờ/tháng")
	o.Texts[0].Words = "Công nhân nữ: tuyển nữ làm tại xưởng"
	found := Review(o, today, minimum)
	if len(found) != 2 || found[0].Severity != Stops || found[0].Rule != Overtime || found[1].Rule != Sex {
		t.Errorf("got %s", summary(found))
	}
}

func TestEveryRuleHasItsLaw(t *testing.T) {
	t.Parallel()
	for _, r := range Rules() {
		if r != Wage && laws[r].Code == "" {
			t.Errorf("%s has no article", r)
		}
	}
	for _, r := range rules {
		if !slices.Contains(Rules(), r.name) {
			t.Errorf("%s is not listed", r.name)
		}
		if r.rewrite == "" && r.name != Probation {
			t.Errorf("%s has no rewrite", r.name)
		}
	}
}

// The coach reads whatever is typed; what it points at is in the text.
func FuzzReview(f *testing.F) {
	for _, p := range phrases {
		f.Add("Công nhân", p.words, "two_12h")
	}
	for _, words := range append(slices.Clone(lawfulPhrases), "\xff\xfe chỉ tuyển nữ", "18-", "thử việc 999999999999999999 ngày", "cọc…½ⅷ①") {
		f.Add(words, words, "")
	}
	f.Fuzz(func(t *testing.T, title, description, shift string) {
		o := Offer{Texts: []Text{{"title", title}, {"description", description}}, Shift: shift, Qualification: "any"}
		texts := map[string]string{"title": title, "description": description}
		for _, found := range Review(o, today, minimum) {
			text := texts[found.Field]
			if found.From < 0 || found.To > len(text) || found.From >= found.To || text[found.From:found.To] != found.Words {
				t.Fatalf("%+v is not in %q", found, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(found.Words) {
				t.Fatalf("%q cuts a letter", found.Words)
			}
		}
	})
}

func BenchmarkReview(b *testing.B) {
	adverts := clean()
	for i := 0; b.Loop(); i++ {
		Review(adverts[i%len(adverts)], today, minimum)
	}
}

// The longest text that a form takes is read quickly, whatever it says.
func TestALongTextIsReadQuickly(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"đặt cọc ", "nữ 18-35 ", "không thu phí, ", "thử việc 1 tháng ", "tuyển lao động nữ ", "1,"} {
		long := strings.Repeat(words, 4000/len([]rune(words)))
		began := time.Now()
		Review(said(long), today, minimum)
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%d bytes of %q: %s", len(long), words, took)
		}
	}
}
