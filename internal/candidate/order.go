package candidate

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/vacancy"
)

func (s *Store) orders() *vacancy.Store { return &vacancy.Store{DB: s.DB, Now: s.Now} }

// holdOrder keeps the order still before a person starts at it: it may be
// filled by that, and is locked before the person, as everywhere.
func (s *Store) holdOrder(ctx context.Context, referral int64, to Status) error {
	if to != Started {
		return nil
	}
	return s.orders().HoldOf(ctx, access.Everything(), referral)
}

// fillOrder ends the order if whoever started was the last one wanted.
func (s *Store) fillOrder(ctx context.Context, r Referral, to Status) error {
	if to != Started {
		return nil
	}
	return s.orders().FillItself(ctx, access.Everything(), r.VacancyID)
}
