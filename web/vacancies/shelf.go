package vacancies

import "sync"

// shelf keeps what is costly to draw, and lets one drawing be made at a time: a
// crowd of strangers asking for pictures takes one core and a few megabytes.
// The zero shelf is empty and ready.
type shelf struct {
	drawing sync.Mutex
	kept[drawing]
}

type drawing []byte

func (d drawing) size() int { return len(d) }

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
