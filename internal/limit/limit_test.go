package limit_test

import (
	"errors"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/limit"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

func TestAnAddressHasItsTriesWithinTheWindow(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 4, 10, 3, 0, 0, 0, time.UTC)
	s := &limit.Store{DB: postgrestest.Tx(t), Now: func() time.Time { return now }}
	rule := limit.Rule{Kind: "check", Most: 2, Window: time.Hour}
	take := func(address string, want bool) {
		t.Helper()
		if got, err := s.Take(t.Context(), address, rule); err != nil || got != want {
			t.Errorf("%s at %s: got %v, %v, want %v", address, now.Format(time.TimeOnly), got, err, want)
		}
	}
	take("10.0.0.1", true)
	take("10.0.0.1", true)
	take("10.0.0.1", false)
	take("10.0.0.2", true)
	now = now.Add(time.Hour + time.Second)
	take("10.0.0.1", true)

	if err := s.Forget(t.Context(), access.Scope{}); !errors.Is(err, errs.Forbidden) {
		t.Errorf("nobody forgets: got %v", err)
	}
	now = now.Add(24*time.Hour + time.Second)
	if err := s.Forget(t.Context(), access.Everything()); err != nil {
		t.Fatal(err)
	}
	left, err := postgres.Value[int](t.Context(), s.DB, `SELECT count(*) FROM tries`)
	if err != nil || left != 0 {
		t.Errorf("%d tries are left, %v", left, err)
	}
}
