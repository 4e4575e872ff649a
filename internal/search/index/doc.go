package index

import (
	"slices"
	"strings"

	"cauviec/internal/board"
)

// texts keeps one copy of each short text that many vacancies share.
type texts map[string]string

func (t texts) one(s string) string {
	if kept, ok := t[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	t[s] = s
	return s
}

// joined names a list of codes.
func joined(list []string) string { return strings.Join(list, "\n") }

// lists does the same for lists of texts.
type lists map[string][]string

func (l lists) one(list []string, t texts) []string {
	name := joined(list)
	if kept, ok := l[name]; ok {
		return kept
	}
	copied := make([]string, len(list))
	for i, text := range list {
		copied[i] = t.one(text)
	}
	l[name] = slices.Clip(copied)
	return l[name]
}

// reader turns rows into what the shelf keeps.
type reader struct {
	texts texts
	lists lists
}

func newReader() *reader { return &reader{texts: texts{}, lists: lists{}} }

// doc returns what the shelf keeps of a row; words are the shelf's.
func (r *reader) doc(from row, w *words) *doc {
	d := &doc{
		key: key{at: from.Published.UnixMicro(), id: from.VacancyID}, closes: from.LastDay, zone: r.texts.one(from.AskedZone),
		occupation: r.texts.one(from.OccupationCode), employer: from.AskedEmployer, shown: from.Shown, from: from.Lowest,
		reach: from.Reach, shift: r.texts.one(from.AskedShift), benefits: r.lists.one(from.AskedBenefits, r.texts),
		terms: w.read(from.Terms), card: r.card(from.Card),
	}
	if from.AskedLat != nil && from.AskedLon != nil {
		d.spot = spot{lat: *from.AskedLat, lon: *from.AskedLon, known: true}
	}
	return d
}

// card shares the texts of a card.
func (r *reader) card(c board.Card) board.Card {
	for _, text := range []*string{&c.Slug, &c.Title, &c.Shift, &c.EmployerName, &c.EmployerSlug, &c.ZoneName, &c.ZoneSlug, &c.AreaName, &c.Workplace} {
		*text = r.texts.one(*text)
	}
	c.Benefits = r.lists.one(c.Benefits, r.texts)
	return c
}
