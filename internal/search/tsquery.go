package search

import "strings"

// weights are the weights of the words of a level in a tsvector.
var weights = map[Level]string{Title: ":A", Strong: ":AB", Anywhere: ""}

// tsquery returns the text of a tsquery that is true where the match is met.
// It is empty for a match that everything meets.
func (m Match) tsquery() string { return joined(m, " & ", Group.tsquery) }

func (g Group) tsquery() string { return "(" + joined(g, " | ", Way.tsquery) + ")" }

func (w Way) tsquery() string { return "(" + joined(w, " & ", Term.tsquery) + ")" }

// Words hold letters, digits, marks and the signs of their forms only, so the
// quotes around one cannot be closed by it.
func (t Term) tsquery() string { return "'" + t.Word + "'" + weights[t.In] }

func joined[T any](list []T, by string, text func(T) string) string {
	texts := make([]string, len(list))
	for i, one := range list {
		texts[i] = text(one)
	}
	return strings.Join(texts, by)
}

// patterns returns occupation codes as patterns of LIKE.
func patterns(codes []string) []string {
	found := Codes(codes)
	for i, code := range found {
		found[i] = code + "%"
	}
	return found
}
