package candidate_test

import (
	"errors"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/errs"
)

func TestAListIsTakenOutInBatchesAndKept(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, first := b.visitor(t, 0)
	second := b.registration(1)
	second.FullName, second.Phone = "Nông Văn Đức", "0987 654 321"
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, second); err != nil {
		t.Fatal(err)
	}
	rows, next, err := b.Sheet(t.Context(), b.centre, candidate.Filter{}, candidate.ToCall, 1)
	if err != nil || len(rows) != 1 || rows[0].FullName != "Nông Văn Đức" || next != rows[0].ID {
		t.Fatalf("the first batch: %+v, next %d, %v", rows, next, err)
	}
	rows, next, err = b.Sheet(t.Context(), b.centre, candidate.Filter{Before: next}, candidate.ToCall, 1)
	if err != nil || len(rows) != 1 || rows[0].ID != first || next != 0 {
		t.Fatalf("the last batch: %+v, next %d, %v", rows, next, err)
	}
	if n := value[int](t, b, `SELECT count(*)::int FROM personal_views WHERE page = 'sheet_call'`, nil); n != 2 {
		t.Errorf("%d views are kept, want 2", n)
	}
	if p := b.get(t, b.centre, first); len(p.Views) == 0 || p.Views[len(p.Views)-1].Page != "sheet_call" {
		t.Errorf("the record shows %+v", p.Views)
	}
}

func TestAListIsTakenOutWithinReachOnly(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	if _, _, err := b.Sheet(t.Context(), b.centre, candidate.Filter{}, "", 10); !errors.Is(err, errs.Invalid) {
		t.Errorf("without a use: %v", err)
	}
	if rows, _, err := b.Sheet(t.Context(), b.district, candidate.Filter{}, candidate.ToCheck, 10); err != nil || len(rows) != 0 {
		t.Errorf("a district that did not enter the person gets %+v, %v", rows, err)
	}
	b.to(t, id, 0, candidate.Introduced)
	if err := b.Withdraw(t.Context(), b.centre, id, b.get(t, b.centre, id).Consents[0].ID); err != nil {
		t.Fatal(err)
	}
	rows, _, err := b.Sheet(t.Context(), b.employer, candidate.Filter{}, candidate.ToCheck, 10)
	if err != nil || len(rows) != 1 || rows[0].FullName != "H. T. M." || rows[0].Phone != "" || rows[0].Commune != "" {
		t.Errorf("an employer without consent gets %+v, %v", rows, err)
	}
	if n := value[int](t, b, `SELECT count(*)::int FROM personal_views WHERE page LIKE 'sheet%'`, nil); n != 1 {
		t.Errorf("%d views are kept, want the employer's", n)
	}
}
