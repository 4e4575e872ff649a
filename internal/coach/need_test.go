package coach

import (
	"slices"
	"strings"
	"testing"

	"cauviec/internal/fold"
)

// TestNeedsHideNothing: what is not looked for because of its needs is not
// there. Every pattern is asked about every advert and phrase of the tests, and
// about the phrases without marks.
func TestNeedsHideNothing(t *testing.T) {
	t.Parallel()
	said, needless, patterns := 0, 0, 0
	for _, words := range texts() {
		s := listen(Text{Words: words}, today)
		for _, r := range rules {
			for _, p := range r.says {
				if p.MatchString(s.line) {
					said++
					if !p.maySay(s.may) {
						t.Errorf("%q says %s and is not asked: needs %q", words, p, p.needs)
					}
				}
			}
		}
	}
	for _, r := range rules {
		for _, p := range r.says {
			patterns++
			if len(p.needs) == 0 {
				needless++
			}
		}
	}
	if said < 300 || needless*10 > patterns {
		t.Errorf("%d matches; %d of %d patterns are looked for everywhere", said, needless, patterns)
	}
}

func TestNeeds(t *testing.T) {
	t.Parallel()
	for pattern, want := range map[string]string{
		"(?:thu|nộp) phí":      " thu phi | thu phí | nộp phi | nộp phí | nop phi | nop phí ",
		"(?:nam|nữ)?":          "",
		"tuổi #":               " tuổi | tuoi ",
		"(?:rất )?đẹp ~trai x": " đẹp | dep | rất đẹp | rất dep | rat đẹp | rat dep &trai x ",
		"(?:cọc ~tiền|phí #|đặt trước )": "cọc |coc |phi |phí |đặt trước |đặt truoc |dat trước |dat truoc ",
	} {
		var groups []string
		for _, group := range sayingOf(within(pattern)).needs {
			groups = append(groups, strings.Join(group, "|"))
		}
		if got := strings.Join(groups, "&"); got != want {
			t.Errorf("%s needs %q, want %q", pattern, got, want)
		}
	}
}

// FuzzNeeds compares with and without needs.
func FuzzNeeds(f *testing.F) {
	for _, words := range texts() {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		s := listen(Text{Words: words}, today)
		for _, r := range rules {
			for _, p := range r.says {
				if !p.maySay(s.may) && p.MatchString(s.line) {
					t.Fatalf("%q says %s: needs %q", words, p, p.needs)
				}
			}
		}
	})
}

// texts are the adverts and phrases of the tests, some without marks.
func texts() []string {
	all := slices.Concat(written, lawfulPhrases, nearMisses)
	for _, p := range slices.Concat(phrases, careless) {
		all = append(all, p.words, fold.Fold(p.words))
	}
	return all
}
