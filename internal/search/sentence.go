package search

import (
	"slices"
	"strings"

	"cauviec/internal/fold"
)

// sentence is a query's words in their pieces.
type sentence struct {
	words   []string
	missing []string // words that no live vacancy has
	pieces  []piece
	needed  []bool // by piece: has to be met
	side    Way    // all words side by side
}

// settle decides what has to be met. Of several kinds of work the one that
// stands for itself: what the factory makes only tells the better ones. What is
// said of any work is needed when nothing else is asked for.
func (s *sentence) settle() {
	s.needed = make([]bool, len(s.pieces))
	work, branches, other := false, false, false
	for _, p := range s.pieces {
		switch {
		case p.means.work() && !p.means.general() && p.means.kind == trade:
			work = true
		case s.isWord(p):
			other = true
		}
	}
	for i, p := range s.pieces {
		switch {
		case s.isWord(p):
			s.needed[i] = !s.lacks(s.words[p.from])
		case p.means.bare():
		case p.means.general():
			s.needed[i] = !work && !branches && !other && !s.says(branch)
		case p.means.kind == branch:
			s.needed[i], branches = !work && !branches, true
		case p.means.zoneKind():
			s.needed[i] = !s.says(place)
		default:
			s.needed[i] = true
		}
	}
	if !slices.Contains(s.needed, true) {
		s.needBare()
	}
}

// needBare makes do with what there is: words that no vacancy has, else what
// is said of any work.
func (s *sentence) needBare() {
	for i, p := range s.pieces {
		s.needed[i] = s.isWord(p)
	}
	if slices.Contains(s.needed, true) {
		return
	}
	for i, p := range s.pieces {
		s.needed[i] = p.means.kind == soft
	}
}

// lacks reports whether no live vacancy has a word.
func (s *sentence) lacks(word string) bool { return slices.Contains(s.missing, word) }

// mended returns the words as they are looked for, phrases as they are written.
func (s *sentence) mended() []string {
	var words []string
	for _, p := range s.pieces {
		if p.instead != nil {
			words = append(words, p.instead...)
		} else {
			words = append(words, slices.DeleteFunc(slices.Clone(s.words[p.from:p.to]), s.lacks)...)
		}
	}
	return words
}

// isWord reports whether a piece is a word without a meaning that is known.
func (s *sentence) isWord(p piece) bool { return p.means == nil || p.means.kind == plain }

// says reports whether something of a kind is said.
func (s *sentence) says(k kind) bool {
	return slices.ContainsFunc(s.pieces, func(p piece) bool { return p.means != nil && p.means.kind == k })
}

// general reports whether the meaning fits most work there is.
func (m *meaning) general() bool { return m.kind == trade && m.name == "worker" }

// zoneKind reports whether the meaning is a kind of zone.
func (m *meaning) zoneKind() bool { return m.kind == with && (m.name == "kcn" || m.name == "ccn") }

// match writes what is asked for.
func (s *sentence) match(a *Asked) {
	for i := 0; i < len(s.pieces); {
		run := s.run(i)
		g, named := s.group(i, run), s.named(i)
		g.found = slices.Concat(g.found, s.kin(i), named)
		g.exact = append(g.exact, named...)
		if s.needed[i] {
			a.Found = append(a.Found, g.found)
		}
		if s.needed[i] || s.prefers(i) {
			a.Tiers[1] = append(a.Tiers[1], g.title)
			a.Tiers[2] = append(a.Tiers[2], g.strong)
		}
		if s.needed[i] || s.prefers(i) || s.pieces[i].means != nil && s.pieces[i].means.kind == soft {
			a.Tiers[0] = append(a.Tiers[0], g.exact)
		}
		i = run
	}
}

// prefers reports whether a piece that does not have to be met tells the better
// ones.
func (s *sentence) prefers(i int) bool {
	m := s.pieces[i].means
	return m.work() || m != nil && m.zoneKind()
}

// run returns the end of the needed words without meaning that begin with a
// piece, or the piece's own.
func (s *sentence) run(i int) int {
	end := i + 1
	for s.needed[i] && s.isWord(s.pieces[i]) && end < len(s.pieces) && s.needed[end] && s.isWord(s.pieces[end]) {
		end++
	}
	return end
}

// groups is what meets a piece at each tier, the best first, and at all.
type groups struct{ exact, title, strong, found Group }

// group returns what meets the pieces from one to before another.
func (s *sentence) group(from, to int) groups {
	p := s.pieces[from]
	words := s.words[p.from:s.pieces[to-1].to]
	folded := foldAll(words)
	exact := Group{all(ExactForm, words, Title)}
	switch {
	case s.isWord(p):
		return ofWords(exact, folded)
	case p.means.kind == place:
		there := Group{together(fold.Terms(p.means.name))}
		return groups{there, there, there, there}
	case p.means.kind == with:
		fact := Group{{{Word: FactForm + p.means.name, In: Strong}}}
		return groups{fact, fact, fact, Group{{{Word: FactForm + p.means.name, In: Anywhere}}}}
	case p.means.work():
		return s.ofWork(p, exact, folded)
	}
	return groups{exact: exact, title: Group{all("", folded, Title)}, strong: Group{together(folded)}, found: Group{all("", folded, Strong)}}
}

// ofWords is what meets words without meaning: side by side, or at least all
// of them, in one of the readings of their abbreviations.
func ofWords(exact Group, folded []string) groups {
	g := groups{exact: exact}
	for _, reading := range fold.Expand(folded) {
		g.title = append(g.title, all("", reading, Title))
		g.strong = append(g.strong, together(reading))
		g.found = append(g.found, all("", reading, Anywhere))
	}
	return g
}

// ofWork is what meets a kind of work: by whatever words it is called, or by
// these. That it is work in a factory shows in the facts.
func (s *sentence) ofWork(p piece, exact Group, folded []string) groups {
	fact := func(in Level) Way { return Way{{Word: FactForm + p.means.name, In: in}} }
	titled := fact(Title)
	if p.means.general() {
		titled = fact(Strong)
	}
	inTitle := Group{slices.Concat(exact[0], titled)}
	if len(folded) > 1 && slices.Equal(folded, s.words[p.from:p.to]) {
		inTitle = append(inTitle, slices.Concat(all("", fold.Pairs(folded), Title), fact(Strong)))
	}
	g := groups{exact: inTitle, title: Group{titled}, strong: Group{fact(Strong), together(folded)},
		found: Group{fact(Anywhere), together(folded)}}
	if folded[0] == "qc" && s.afterWork(p) {
		quangChau := together([]string{"quang", "chau"})
		g.strong, g.found = append(g.strong, quangChau), append(g.found, quangChau)
	}
	return g
}

// afterWork reports whether another kind of work stands before a piece and no
// place is named: "may qc" may be sewing at Quang Châu.
func (s *sentence) afterWork(p piece) bool {
	return !s.says(place) && slices.ContainsFunc(s.pieces, func(other piece) bool { return other.from < p.from && other.means.work() })
}

// all is the way of all words at a level.
func all(form string, words []string, in Level) Way {
	way := make(Way, len(words))
	for i, word := range words {
		way[i] = Term{Word: form + word, In: in}
	}
	return way
}

// together is the way of words side by side, all but the text.
func together(words []string) Way {
	if len(words) < 2 {
		return all("", words, Strong)
	}
	return all("", fold.Pairs(words), Strong)
}

// parts tells the reader what was understood.
func (s *sentence) parts(a *Asked, money string) {
	for i := 0; i < len(s.pieces); {
		run := s.run(i)
		from, to := s.pieces[i].from, s.pieces[run-1].to
		if s.needed[i] || s.pieces[i].means.work() || s.orders(i) {
			rest := strings.Join(append(s.kept(0, i), s.kept(run, len(s.pieces))...), " ")
			words := s.words[from:to]
			if better := s.pieces[i].instead; better != nil {
				words = better
			}
			a.Parts = append(a.Parts, Said{Words: strings.Join(words, " "), Rest: strings.TrimSpace(rest + " " + money), Fact: s.fact(i)})
		}
		i = run
	}
	for i, p := range s.pieces {
		switch {
		case !s.dropped(i):
		case s.lacks(s.words[p.from]):
			a.Ignored = append(a.Ignored, s.words[p.from])
		default:
			a.Aside = append(a.Aside, strings.Join(s.words[p.from:p.to], " "))
		}
	}
	a.Looked = strings.TrimSpace(strings.Join(s.kept(0, len(s.pieces)), " ") + " " + money)
}

// dropped reports whether a piece is a word that is not looked for.
func (s *sentence) dropped(i int) bool { return s.isWord(s.pieces[i]) && !s.needed[i] }

// kept returns the words of the pieces from one to before another without those
// that are not looked for.
func (s *sentence) kept(from, to int) (words []string) {
	for i := from; i < to; i++ {
		if p := s.pieces[i]; !s.dropped(i) {
			words = append(words, s.words[p.from:p.to]...)
		}
	}
	return words
}

// orders reports whether a piece tells what is wanted first, and not that it
// need not be: "không cần lương cao".
func (s *sentence) orders(i int) bool {
	p := s.pieces[i]
	return p.means != nil && p.means.kind == order && !denied(s.words[:p.from])
}

// fact is what a piece asks for by another name than its words.
func (s *sentence) fact(i int) string {
	if m := s.pieces[i].means; m != nil && (m.kind == with || m.kind == order) {
		return m.name
	}
	return ""
}
