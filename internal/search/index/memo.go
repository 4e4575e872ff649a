package index

import (
	"maps"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// How much is kept: of counts some megabytes, of sets a bit for each vacancy.
const (
	mostKept = 4096
	mostSets = 160
)

// memo keeps counts and sets until something changes: many questions have most
// of their conditions in common, and the counts of zones are the same whichever
// zone is chosen.
type memo struct {
	lock sync.Mutex
	kept map[memoKey]search.Facets // of one kind each
	sets map[string]*roaring.Bitmap
}

// set returns the set of a name, made where it is not kept. It is not to be
// changed.
func (m *memo) set(name string, make func() *roaring.Bitmap) *roaring.Bitmap {
	m.lock.Lock()
	kept := m.sets[name]
	m.lock.Unlock()
	if kept != nil {
		return kept
	}
	made := make()
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.sets == nil || len(m.sets) >= mostSets {
		m.sets = map[string]*roaring.Bitmap{}
	}
	m.sets[name] = made
	return made
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

// forget lets go of everything, because something changed.
func (m *memo) forget() {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.kept, m.sets = nil, nil
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
