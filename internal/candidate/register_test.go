package candidate_test

import (
	"errors"
	"sync"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/errs"
)

func TestAClosedVacancyIsRefusedOnTheWrite(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"paused":    `UPDATE vacancies SET status = 'paused'`,
		"over":      `UPDATE vacancies SET closes_on = '2026-06-09'`,
		"suspended": `UPDATE employers SET state = 'suspended'`,
	}
	for name, close := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := world(t)
			exec(t, b, close, nil)
			_, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(0))
			if p, _ := errs.ProblemsOf(err); p["vacancy"].Key != "candidate.problem.closed" {
				t.Errorf("got %v", err)
			}
			if n := value[int](t, b, `SELECT count(*)::int FROM candidates`, nil); n != 0 {
				t.Errorf("%d candidates are kept", n)
			}
		})
	}
}

func TestADraftIsNotFound(t *testing.T) {
	t.Parallel()
	b := world(t)
	exec(t, b, `UPDATE vacancies SET status = 'draft', revision = 0`, nil)
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(0)); !errors.Is(err, errs.NotFound) {
		t.Errorf("got %v", err)
	}
}

func TestRegisteringTwiceIsOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	again := b.registration(0)
	again.FullName, again.Phone = "hoàng thị mẩy", "+84 912345678"
	second, err := b.RegisterPublic(t.Context(), access.Actor{}, again)
	if err != nil || second != code {
		t.Fatalf("again: got %q, %v; want %q", second, err, code)
	}
	if third, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(1)); err != nil || third != code {
		t.Fatalf("another vacancy: got %q, %v; want %q", third, err, code)
	}
	p := b.get(t, b.centre, id)
	if len(p.Referrals) != 2 || len(p.Consents) != 2 {
		t.Errorf("got %d referrals and %d consents, want 2 and 2", len(p.Referrals), len(p.Consents))
	}
	other := b.registration(0)
	other.BirthYear = 1999
	if sister, err := b.RegisterPublic(t.Context(), access.Actor{}, other); err != nil || sister == code {
		t.Errorf("who shares the phone: got %q, %v", sister, err)
	}
}

func TestOnePersonFromTwoPhonesAtOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	codes := make([]string, 8)
	var all sync.WaitGroup
	for i := range codes {
		all.Go(func() {
			code, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(0))
			if err != nil {
				t.Error(err)
			}
			codes[i] = code
		})
	}
	all.Wait()
	for _, code := range codes {
		if code != codes[0] {
			t.Fatalf("got %v, want one code", codes)
		}
	}
	if n := value[int](t, b, `SELECT count(*)::int FROM referrals`, nil); n != 1 {
		t.Errorf("got %d referrals, want 1", n)
	}
}
