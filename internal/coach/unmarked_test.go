package coach

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Without marks other words look like those that the rules mind: "nam" is a
// year, "chi" a woman's title. Hardly one lawful phrase may be taken for
// another.
func TestLawfulWithoutMarks(t *testing.T) {
	t.Parallel()
	lawful := slices.Concat(zaloLawful, nearMisses, lawfulPhrases)
	var taken []string
	for _, words := range lawful {
		if found := Review(said(unmarked(words)), today, minimum); len(found) != 0 {
			taken = append(taken, unmarked(words)+": "+summary(found))
		}
	}
	if len(taken)*200 > len(lawful) {
		t.Errorf("%d of %d lawful phrases:\n%s", len(taken), len(lawful), strings.Join(taken, "\n"))
	}
}

func unmarked(s string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	return strings.NewReplacer("đ", "d", "Đ", "D").Replace(letters)
}
