package search

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"cauviec/internal/fold"
)

// meaningsText says what words mean to those who look for work.
//
//go:embed meanings.txt
var meaningsText string

// kind is what sort of thing a phrase names.
type kind string

// The kinds; meanings.txt explains all but place.
const (
	trade  kind = "trade"
	branch kind = "branch"
	with   kind = "with"
	soft   kind = "soft"
	order  kind = "order"
	filler kind = "filler"
	plain  kind = "plain"
	place  kind = "place"
)

// meaning is what phrases stand for.
type meaning struct {
	kind    kind
	name    string
	codes   []string // beginnings of occupation codes
	parents []string // names of trades that this is one of
}

// work reports whether the meaning is a kind of work.
func (m *meaning) work() bool { return m != nil && (m.kind == trade || m.kind == branch) }

// phrase is one way to say a meaning.
type phrase struct {
	exact []string // its words, with their marks
	means *meaning
}

// lexicon knows phrases by their folded words.
type lexicon struct {
	phrases map[string][]phrase
	longest int                 // words of the longest phrase
	words   map[string]string   // the folded words of phrases, each as it is written
	pairs   map[string][]string // pairs of neighbours, as they are written
	joined  map[string][]string // phrases by their folded words without spaces
	heard   map[string][]string // phrases of several words by how they sound
	begun   map[string]int      // words of the longest of those that begin with two sounds
	trades  []*meaning
}

// known is the lexicon of meanings.txt and of the places of the reference data.
var known = sync.OnceValue(func() *lexicon { return newLexicon(meaningsText) })

// newLexicon reads meanings. The text is part of the program, so a mistake in
// it ends the program.
func newLexicon(text string) *lexicon {
	l := &lexicon{phrases: map[string][]phrase{}, words: map[string]string{}, pairs: map[string][]string{}, joined: map[string][]string{},
		heard: map[string][]string{}, begun: map[string]int{}}
	for line := range strings.Lines(text) {
		head, said, ok := strings.Cut(strings.TrimSpace(line), "|")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		m := readMeaning(strings.Fields(head))
		if m.work() {
			l.trades = append(l.trades, m)
		}
		for words := range strings.SplitSeq(said, ";") {
			l.add(m, words)
		}
	}
	for _, name := range places() {
		l.add(&meaning{kind: place, name: name}, name)
	}
	return l
}

// readMeaning reads what stands before the phrases.
func readMeaning(head []string) *meaning {
	m := &meaning{kind: kind(head[0])}
	if !slices.Contains([]kind{trade, branch, with, soft, order, filler, plain}, m.kind) {
		panic(fmt.Sprintf("meanings.txt: no kind %q", head[0]))
	}
	for i, word := range head[1:] {
		switch parent, isParent := strings.CutPrefix(word, "<"); {
		case i == 0:
			m.name = word
		case isParent:
			m.parents = append(m.parents, parent)
		default:
			m.codes = append(m.codes, word)
		}
	}
	return m
}

// add learns a phrase.
func (l *lexicon) add(m *meaning, words string) {
	exact := fold.ExactTerms(words)
	folded := foldAll(exact)
	key := strings.Join(folded, " ")
	if key == "" || slices.ContainsFunc(l.phrases[key], func(p phrase) bool { return slices.Equal(p.exact, exact) }) {
		return
	}
	l.phrases[key] = append(l.phrases[key], phrase{exact: exact, means: m})
	l.longest = max(l.longest, len(exact))
	for i, word := range folded {
		if l.words[word] == "" {
			l.words[word] = exact[i]
		}
	}
	for i, pair := range fold.Pairs(folded) {
		if l.pairs[pair] == nil {
			l.pairs[pair] = exact[i : i+2]
		}
	}
	if len(exact) > 1 {
		l.hear(exact, heardAll(folded))
	}
	if joined := strings.Join(folded, ""); len(exact) > 1 && l.joined[joined] == nil {
		l.joined[joined] = exact
	}
}

// hear learns how a phrase sounds.
func (l *lexicon) hear(exact, sounds []string) {
	if sound := strings.Join(sounds, " "); l.heard[sound] == nil {
		l.heard[sound] = exact
	}
	begin := strings.Join(sounds[:2], " ")
	l.begun[begin] = max(l.begun[begin], len(sounds))
}

// trade returns the trade of a name.
func (l *lexicon) trade(name string) *meaning {
	at := slices.IndexFunc(l.trades, func(m *meaning) bool { return m.name == name })
	if at < 0 {
		return nil
	}
	return l.trades[at]
}

// family returns the names of a trade and of all that it is one of.
func (l *lexicon) family(m *meaning) []string {
	names := []string{m.name}
	for _, parent := range m.parents {
		if p := l.trade(parent); p != nil {
			names = append(names, l.family(p)...)
		}
	}
	return names
}

// Facts returns the names by which a text can ask for something beside work and
// places, or for an order, as Said.Fact has them; that of money is FactIncome.
func Facts() []string {
	var names []string
	for _, said := range known().phrases {
		for _, p := range said {
			if p.means.kind == with || p.means.kind == order {
				names = append(names, p.means.name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// ofCode returns the names of the trades that an occupation is one of, those
// named for the longest beginning of its code first.
func (l *lexicon) ofCode(code string) []string {
	var names []string
	for n := len(code); n > 0; n-- {
		for _, m := range l.trades {
			if slices.Contains(m.codes, code[:n]) {
				names = append(names, l.family(m)...)
			}
		}
	}
	return names
}
