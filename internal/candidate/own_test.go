package candidate_test

import (
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/errs"
)

func keyOf(code string) candidate.Key {
	return candidate.Key{Code: candidate.ShowCode(code), Phone: "0912345678", Address: "192.0.2.1"}
}

func problemOf(err error) string {
	p, _ := errs.ProblemsOf(err)
	return p["code"].Key
}

func TestStatusByCodeAndPhone(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, _ := b.visitor(t, 0)
	own, err := b.Status(t.Context(), keyOf(code))
	if err != nil {
		t.Fatal(err)
	}
	if own.Initials != "H. T. M." || len(own.Referrals) != 1 || len(own.Consents) != 1 {
		t.Errorf("got %+v", own)
	}
	for name, k := range map[string]candidate.Key{
		"another phone": {Code: code, Phone: "0912345679"}, "no code": {Code: "ABC", Phone: "0912345678"},
		"no phone": {Code: code}, "nothing": {},
	} {
		if _, err := b.Status(t.Context(), k); problemOf(err) != "candidate.problem.key" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestGuessingIsSlowedDown(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, _ := b.visitor(t, 0)
	guess := keyOf(code)
	guess.Phone = "0912345679"
	for range 5 {
		if _, err := b.Status(t.Context(), guess); problemOf(err) != "candidate.problem.key" {
			t.Fatal(err)
		}
	}
	if _, err := b.Status(t.Context(), keyOf(code)); problemOf(err) != "candidate.problem.wait" {
		t.Errorf("after five wrong ones: got %v", err)
	}
	b.pass(1)
	if _, err := b.Status(t.Context(), keyOf(code)); err != nil {
		t.Errorf("a day later: %v", err)
	}
}

func TestAPersonMayDeclineAndComeBack(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	b.to(t, id, 0, candidate.Introduced)
	r := b.of(t, id, 0)
	for range 2 {
		if err := b.DeclineOwn(t.Context(), keyOf(code), r.ID); err != nil {
			t.Fatal(err)
		}
	}
	if r = b.of(t, id, 0); r.Status != candidate.Declined || r.Reason != candidate.ChangedMind {
		t.Fatalf("got %+v", r)
	}
	if again, _ := b.visitor(t, 0); again != code {
		t.Errorf("got code %q, want %q", again, code)
	}
	if r = b.of(t, id, 0); r.Status != candidate.Registered || r.IntroducedAt != nil || r.EndedAt != nil {
		t.Errorf("got %+v", r)
	}
	b.to(t, id, 0, candidate.Started)
	if err := b.DeclineOwn(t.Context(), keyOf(code), r.ID); !errors.Is(err, errs.Conflict) {
		t.Errorf("at work: got %v", err)
	}
}

func TestNobodyDeclinesForAnother(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, _ := b.visitor(t, 0)
	other := b.registration(0)
	other.FullName = "Lý Văn Sáng"
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, other); err != nil {
		t.Fatal(err)
	}
	theirs := value[int64](t, b, `SELECT max(id) FROM referrals`, nil)
	if err := b.DeclineOwn(t.Context(), keyOf(code), theirs); !errors.Is(err, errs.NotFound) {
		t.Errorf("decline: got %v", err)
	}
	consent := value[int64](t, b, `SELECT max(id) FROM consents`, nil)
	if err := b.WithdrawOwn(t.Context(), keyOf(code), consent); err != nil {
		t.Fatal(err)
	}
	if n := value[int](t, b, `SELECT count(*)::int FROM consents WHERE withdrawn_at IS NOT NULL`, nil); n != 0 {
		t.Error("another's consent is withdrawn")
	}
}

func TestWithdrawingEndsWhatHasNotBegun(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	consent := b.get(t, b.centre, id).Consents[0].ID
	for range 2 {
		if err := b.WithdrawOwn(t.Context(), keyOf(code), consent); err != nil {
			t.Fatal(err)
		}
	}
	p := b.get(t, b.centre, id)
	if r := p.Referrals[0]; r.Status != candidate.Declined || r.Reason != candidate.ConsentWithdrawn {
		t.Errorf("got %+v", r)
	}
	if p.Consents[0].Active() || p.EraseOn.IsZero() {
		t.Errorf("got %+v, erased on %s", p.Consents, p.EraseOn)
	}
}

func TestAPersonMayBeForgotten(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, _ := b.visitor(t, 0)
	if _, err := b.ExportOwn(t.Context(), keyOf(code)); err != nil {
		t.Fatal(err)
	}
	if err := b.EraseOwn(t.Context(), keyOf(code)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Status(t.Context(), keyOf(code)); problemOf(err) != "candidate.problem.key" {
		t.Errorf("got %v", err)
	}
	n := value[int](t, b, `SELECT count(*)::int FROM referrals WHERE status = @status`, pgx.StrictNamedArgs{"status": candidate.Declined})
	if n != 1 {
		t.Errorf("got %d referrals to count, want 1", n)
	}
	tries := value[int](t, b, `SELECT count(*)::int FROM sign_in_attempts WHERE username = @name`, pgx.StrictNamedArgs{"name": "ho-so:" + code})
	if tries != 1 { // the one after erasing, by somebody who still has the code
		t.Errorf("%d tries by the erased code are kept", tries)
	}
}
