package fold

import "strings"

// Terms returns the words of s, folded.
func Terms(s string) []string { return strings.Fields(Fold(s)) }

// ExactTerms returns the words of s with their marks. It has as many as
// [Terms], and each folds to the term at its place.
func ExactTerms(s string) []string { return strings.Fields(Exact(s)) }

// Pairs returns each word joined with the next by "_", so that a search can
// prefer "công_nhân" to the two words apart. Fewer than two words make none.
func Pairs(terms []string) []string {
	if len(terms) < 2 {
		return nil
	}
	pairs := make([]string, len(terms)-1)
	for i := range pairs {
		pairs[i] = terms[i] + "_" + terms[i+1]
	}
	return pairs
}

// maxSlug is the longest slug, in bytes. Addresses stay readable and short.
const maxSlug = 80

// Slug returns s as part of an address: folded, ASCII, hyphens between words,
// at most 80 bytes and cut between words where there is more than one. It is
// empty when s holds no such letter or digit.
func Slug(s string) string {
	var b strings.Builder
	for _, term := range Terms(s) {
		term = asciiOnly(term)
		if term == "" {
			continue
		}
		if b.Len() == 0 {
			b.WriteString(term[:min(len(term), maxSlug)])
			continue
		}
		if b.Len()+1+len(term) > maxSlug {
			break
		}
		b.WriteString("-" + term)
	}
	return b.String()
}

// asciiOnly returns s without what is not ASCII.
func asciiOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 127 {
			return -1
		}
		return r
	}, s)
}
