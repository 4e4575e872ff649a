package directive

import (
	"slices"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/fold"
)

// Province is a province of the partnership on its working map.
type Province struct {
	Code string
	Name string
}

// Matcher finds the bodies that printed words name. It knows no body by heart:
// everything comes from the names of the bodies alive on the working map.
type Matcher struct {
	provinces []placeName
	home      string
	named     []namedBody
}

type placeName struct {
	code  string
	words []string
}

// namedBody is a body with what it is called, the province taken off the end.
type namedBody struct {
	body.Body
	names [][]string
}

// NewMatcher returns a matcher over bodies. Words that name no province mean
// the home province; a home outside the partnership ("") leaves them without
// a body, for another province's department is not ours.
func NewMatcher(bodies []body.Body, provinces []Province, home string) Matcher {
	m := Matcher{home: home}
	for _, p := range provinces {
		m.provinces = append(m.provinces, placeName{code: p.Code, words: strings.Fields(fold.Fold(p.Name))})
	}
	for _, b := range bodies {
		n := namedBody{Body: b}
		for _, name := range []string{b.NameVi, b.ShortVi} {
			core, _, _ := m.place(tokens(name))
			n.names = append(n.names, core)
		}
		m.named = append(m.named, n)
	}
	return m
}

// HomeOf returns the code of the province that a paper names as its own; ""
// when it is not of the partnership.
func HomeOf(provinces []Province, name string) string {
	folded := fold.Fold(name)
	for _, p := range provinces {
		if fold.Fold(p.Name) == folded {
			return p.Code
		}
	}
	return ""
}

// Match returns the bodies that the words name: one, or for a group such as
// "UBND các huyện, thành phố" each of its members. Words that name nobody, a
// group without a list of its own, or several bodies at once give none.
func (m Matcher) Match(words string) []int64 {
	core, province, placed := m.place(tokens(words))
	if len(core) == 0 || province == "" {
		return nil
	}
	if units := districtUnits(core); units != nil {
		return m.districts(units, province)
	}
	core = withoutOffice(core)
	if len(core) == 1 && core[0] == committee && !placed {
		return nil
	}
	return m.only(core, province)
}

// MatchAll returns the bodies of several words, each once, and the words that
// name none.
func (m Matcher) MatchAll(words []string) (ids []int64, unmatched []string) {
	for _, w := range words {
		found := m.Match(w)
		if len(found) == 0 {
			unmatched = append(unmatched, w)
		}
		for _, id := range found {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids, unmatched
}

// only returns the single body of the province that the words name.
func (m Matcher) only(words []string, province string) []int64 {
	var found []int64
	for _, b := range m.named {
		if b.ProvinceCode == province && slices.ContainsFunc(b.names, func(name []string) bool { return says(words, name) }) {
			found = append(found, b.ID)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// place takes the province off the end of words: "tỉnh Bắc Giang", "Bắc
// Giang", "của tỉnh" or plain "tỉnh". Words without one mean home.
func (m Matcher) place(words []string) (core []string, province string, placed bool) {
	for _, p := range m.provinces {
		if rest, ok := cutSuffix(words, p.words); ok {
			return withoutLink(rest), p.code, true
		}
	}
	if rest, ok := cutSuffix(words, []string{"tinh"}); ok {
		return withoutLink(rest), m.home, true
	}
	return words, m.home, false
}

// withoutLink takes "tỉnh", "của" and "thuộc" off the end.
func withoutLink(words []string) []string {
	for _, link := range []string{"tinh", "cua", "thuoc"} {
		words, _ = cutSuffix(words, []string{link})
	}
	return words
}

// withoutOffice reads the office of a people's committee as the committee.
func withoutOffice(words []string) []string {
	for _, office := range [][]string{{"van", "phong"}, {"vp"}} {
		if n := len(office); len(words) == n+1 && slices.Equal(words[:n], office) && words[n] == committee {
			return words[n:]
		}
	}
	return words
}

func cutSuffix(words, suffix []string) ([]string, bool) {
	n := len(words) - len(suffix)
	if n < 0 || !slices.Equal(words[n:], suffix) {
		return words, false
	}
	return words[:n], true
}

// committee stands for a people's committee, however it is written.
const committee = "ubnd"

// tokens folds a name into words, the people's committee as one word.
func tokens(name string) []string {
	return strings.Fields(strings.ReplaceAll(fold.Fold(name), "uy ban nhan dan", committee))
}

// units are the kinds of districts, as they are written in groups.
var units = map[string]string{"huyen": "huyen", "quan": "quan", "thanh pho": "thanh pho", "tp": "thanh pho", "thi xa": "thi xa", "tx": "thi xa"}

// loose are the words of a group that say nothing of its members.
var loose = map[string]bool{committee: true, "va": true, "thuoc": true, "trong": true, "cua": true, "tren": true, "dia": true, "ban": true, "tinh": true, "toan": true}

// every are the words that make a kind of bodies a group.
var every = map[string]bool{"cac": true, "tat": true, "ca": true, "moi": true, "tung": true}

// districtUnits returns which kinds of districts a group names, nil when the
// words are no such group. "Cấp huyện" is all of them.
func districtUnits(words []string) []string {
	var found []string
	many := false
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch {
		case w == "cap" && i+1 < len(words) && words[i+1] == "huyen":
			return slices.Sorted(allUnits)
		case every[w]:
			many = true
		case loose[w]:
		case units[w] != "":
			found = append(found, units[w])
		case i+1 < len(words) && units[w+" "+words[i+1]] != "":
			found = append(found, units[w+" "+words[i+1]])
			i++
		default:
			return nil
		}
	}
	if !many && len(found) < 2 {
		return nil
	}
	return found
}

func allUnits(yield func(string) bool) {
	for _, unit := range []string{"huyen", "quan", "thanh pho", "thi xa"} {
		if !yield(unit) {
			return
		}
	}
}

// districts returns the districts of a province whose kind is among units.
func (m Matcher) districts(units []string, province string) []int64 {
	var found []int64
	for _, b := range m.named {
		if b.Kind != access.District || b.ProvinceCode != province {
			continue
		}
		name, _ := strings.CutPrefix(strings.Join(b.names[0], " "), committee+" ")
		if slices.ContainsFunc(units, func(unit string) bool { return strings.HasPrefix(name, unit) }) {
			found = append(found, b.ID)
		}
	}
	return found
}
