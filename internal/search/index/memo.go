package index

import (
	"maps"
	"sync"

	"cauviec/internal/search"
)

// mostKept is how many counts are kept: some megabytes.
const mostKept = 4096

// memo keeps counts until something changes: many questions have most of their
// conditions in common, and the counts of zones are the same whichever zone is
// chosen.
type memo struct {
	lock sync.Mutex
	kept map[memoKey]search.Facets // of one kind each
}

type memoKey struct {
	conditions string
	kind       int
}

// read adds the counts of a kind, if they are kept.
func (m *memo) read(conditions string, kind int, f *search.Facets) bool {
	m.lock.Lock()
	defer m.lock.Unlock()
	kept, ok := m.kept[memoKey{conditions, kind}]
	if ok {
		copyKind(kind, kept, f)
	}
	return ok
}

// write keeps the counts of a kind. When there are too many, all are let go.
func (m *memo) write(conditions string, kind int, f search.Facets) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.kept == nil || len(m.kept) >= mostKept {
		m.kept = map[memoKey]search.Facets{}
	}
	var one search.Facets
	copyKind(kind, f, &one)
	m.kept[memoKey{conditions, kind}] = one
}

// forget lets go of all counts, because something changed.
func (m *memo) forget() {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.kept = nil
}

// copyKind copies the counts of a kind.
func copyKind(kind int, from search.Facets, to *search.Facets) {
	switch kind {
	case byZone:
		to.Zones = maps.Clone(from.Zones)
	case byTrade:
		to.Occupations = maps.Clone(from.Occupations)
	case byIncome:
		to.Incomes = maps.Clone(from.Incomes)
	case byShift:
		to.Shifts = maps.Clone(from.Shifts)
	case byBenefit:
		to.Benefits = maps.Clone(from.Benefits)
	}
}
