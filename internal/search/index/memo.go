package index

import (
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
)

// How much is kept at most: of sets a bit each for every vacancy, of cubes some
// tens of kilobytes each.
const (
	mostSets  = 256
	mostCubes = 128
)

// memo keeps what many questions have in common until something changes.
type memo struct {
	sets  kept[*roaring.Bitmap]
	cubes kept[*cube]
}

// set returns the set of a name, made where it is not kept. It is not to be
// changed.
func (m *memo) set(name string, make func() *roaring.Bitmap) *roaring.Bitmap {
	return m.sets.get(name, mostSets, make)
}

// cube does the same for cubes; nil when a large one is asked for the first
// time, for to make it takes longer than to count once without.
func (m *memo) cube(name string, large bool, make func() *cube) *cube {
	one := m.cubes.entry(name, mostCubes)
	if one.asked.Add(1) == 1 && large {
		return nil
	}
	one.once.Do(func() { one.value = make() })
	return one.value
}

// forget lets go of everything, because something changed.
func (m *memo) forget() {
	m.sets.forget()
	m.cubes.forget()
}

// kept are values by name, those asked for lately: when there are as many as
// may be, those that were not asked for since there last were are let go.
type kept[V any] struct {
	lock        sync.Mutex
	late, early map[string]*made[V]
}

// made is a value that is made once, while others who ask for it wait.
type made[V any] struct {
	asked atomic.Int64 // how often, of cubes
	once  sync.Once
	value V
}

// get returns the value of a name, made where it is not kept. At most twice as
// many as most are kept.
func (k *kept[V]) get(name string, most int, make func() V) V {
	one := k.entry(name, most)
	one.once.Do(func() { one.value = make() })
	return one.value
}

func (k *kept[V]) entry(name string, most int) *made[V] {
	k.lock.Lock()
	defer k.lock.Unlock()
	if one := k.late[name]; one != nil {
		return one
	}
	one := k.early[name]
	if one == nil {
		one = &made[V]{}
	}
	if k.late == nil || len(k.late) >= most {
		k.late, k.early = map[string]*made[V]{}, k.late
	}
	k.late[name] = one
	return one
}

func (k *kept[V]) forget() {
	k.lock.Lock()
	defer k.lock.Unlock()
	k.late, k.early = nil, nil
}
