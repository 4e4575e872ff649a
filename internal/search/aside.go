package search

// setAside gives up words without a meaning that is known where no vacancy has
// them all together with what was understood: people chat around what they look
// for. What was understood, and what was typed without anything that was, stays.
func (s *sentence) setAside(live Live) error {
	words, understood := s.neededWords()
	if live == nil || len(words) == 0 || !understood {
		return nil
	}
	if some, err := s.leaves(live, words, true); some || err != nil {
		return err
	}
	if some, err := s.leaves(live, words, false); !some || err != nil {
		s.need(words, true)
		return err
	}
	for i := range words {
		if some, err := s.leaves(live, words[i:i+1], true); err != nil {
			return err
		} else if !some {
			s.need(words[i:i+1], false)
		}
	}
	return nil
}

// neededWords returns the pieces that have to be met and are words without a
// meaning, and whether something else has to be.
func (s *sentence) neededWords() (words []int, understood bool) {
	for i, p := range s.pieces {
		switch {
		case !s.needed[i]:
		case s.isWord(p):
			words = append(words, i)
		default:
			understood = true
		}
	}
	return words, understood
}

// leaves needs some pieces, or not, and reports whether a vacancy is found then.
func (s *sentence) leaves(live Live, pieces []int, needed bool) (bool, error) {
	s.need(pieces, needed)
	var a Asked
	s.match(&a)
	return live.Any(a.Found)
}

func (s *sentence) need(pieces []int, needed bool) {
	for _, i := range pieces {
		s.needed[i] = needed
	}
}
