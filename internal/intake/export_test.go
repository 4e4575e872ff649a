package intake

import "context"

// ReadOne reads one sheet that waits, and lets nobody look at it yet.
func ReadOne(ctx context.Context, s *Store) error {
	_, err := s.readNext(ctx)
	return err
}
