package vacancies

import (
	"container/list"
	"sync"
)

// latest keeps the latest used of what is costly to make. The zero latest is
// empty and ready.
type latest[V any] struct {
	mu    sync.Mutex
	order list.List // of entries, the latest used first
	kept  map[string]*list.Element
}

type entry[V any] struct {
	key   string
	value V
}

// find returns what is kept under a key. It is not to be changed.
func (l *latest[V]) find(key string) (value V, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	element, ok := l.kept[key]
	if !ok {
		return value, false
	}
	l.order.MoveToFront(element)
	return element.Value.(entry[V]).value, true
}

// put keeps a value in the place of what its key had, and lets go of the one
// that was not used for longest once there are more than most.
func (l *latest[V]) put(key string, value V, most int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.kept == nil {
		l.kept = map[string]*list.Element{}
	}
	if old, ok := l.kept[key]; ok {
		l.order.Remove(old)
	}
	l.kept[key] = l.order.PushFront(entry[V]{key, value})
	if l.order.Len() > most {
		oldest := l.order.Remove(l.order.Back()).(entry[V])
		delete(l.kept, oldest.key)
	}
}
