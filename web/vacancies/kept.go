package vacancies

import (
	"sync"

	"github.com/maypok86/otter/v2"
)

// sized is something of which so many bytes are held.
type sized interface{ size() int }

// kept holds what is costly to make: of all that was asked for, what is asked
// for most and most lately. Who goes through everything once pushes nothing out.
// What it returns is not to be changed. The zero kept is empty and ready.
type kept[V sized] struct {
	once  sync.Once
	cache *otter.Cache[string, V]
}

// mostKept is how many bytes one kept holds.
const mostKept = 32 << 20

func (k *kept[V]) all() *otter.Cache[string, V] {
	k.once.Do(func() {
		k.cache = otter.Must(&otter.Options[string, V]{
			MaximumWeight: mostKept,
			Weigher:       func(key string, value V) uint32 { return uint32(len(key) + value.size()) },
			// At once, so that no asking goes uncounted.
			Executor: func(count func()) { count() },
		})
	})
	return k.cache
}

func (k *kept[V]) find(key string) (value V, ok bool) { return k.all().GetIfPresent(key) }

// put keeps a value in the place of what its key had.
func (k *kept[V]) put(key string, value V) { k.all().Set(key, value) }
