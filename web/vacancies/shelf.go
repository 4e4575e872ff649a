package vacancies

import (
	"container/list"
	"sync"
)

// shelf keeps what is costly to draw, the latest used of it, and lets one
// drawing be made at a time: a crowd of strangers asking for pictures takes
// one core and a few megabytes. The zero shelf is empty and ready.
type shelf struct {
	drawing sync.Mutex
	mu      sync.Mutex
	order   list.List // of drawn, the latest used first
	kept    map[string]*list.Element
}

type drawn struct {
	key   string
	bytes []byte
}

// mostKept is how many drawings one shelf holds.
const mostKept = 64

// get returns what is kept under a key, else what draw returns, and keeps it.
// It is not to be changed.
func (s *shelf) get(key string, draw func() ([]byte, error)) ([]byte, error) {
	if bytes, ok := s.find(key); ok {
		return bytes, nil
	}
	s.drawing.Lock()
	defer s.drawing.Unlock()
	if bytes, ok := s.find(key); ok {
		return bytes, nil
	}
	bytes, err := draw()
	if err == nil {
		s.put(key, bytes)
	}
	return bytes, err
}

func (s *shelf) find(key string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	element, ok := s.kept[key]
	if !ok {
		return nil, false
	}
	s.order.MoveToFront(element)
	return element.Value.(drawn).bytes, true
}

func (s *shelf) put(key string, bytes []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil {
		s.kept = map[string]*list.Element{}
	}
	s.kept[key] = s.order.PushFront(drawn{key, bytes})
	if s.order.Len() > mostKept {
		oldest := s.order.Remove(s.order.Back()).(drawn)
		delete(s.kept, oldest.key)
	}
}
