package candidate_test

import (
	"errors"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/errs"
)

func TestWhoSeesWhom(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, alone := b.visitor(t, 0)
	entered := b.registration(0)
	entered.FullName, entered.Manner = "Lý Văn Sáng", candidate.ByOffice
	receipt, err := b.RegisterFor(t.Context(), b.commune, entered)
	if err != nil {
		t.Fatal(err)
	}
	sees := func(actor access.Actor, want ...int64) {
		t.Helper()
		page, err := b.List(t.Context(), actor, candidate.Filter{})
		if err != nil || len(page.Rows) != len(want) || page.Total != len(want) {
			t.Fatalf("%s: got %d of %d rows, %v; want %v", actor.BodySlug, len(page.Rows), page.Total, err, want)
		}
		for i, row := range page.Rows {
			if row.ID != want[i] {
				t.Errorf("%s: row %d is %d, want %d", actor.BodySlug, i, row.ID, want[i])
			}
		}
		for _, id := range []int64{alone, receipt.ID} {
			_, err := b.Get(t.Context(), actor, id, candidate.PageProfile)
			seen := !errors.Is(err, errs.NotFound)
			if listed := len(want) == 2 || len(want) == 1 && want[0] == id; seen != listed {
				t.Errorf("%s: Get(%d): %v", actor.BodySlug, id, err)
			}
		}
	}
	sees(b.centre, receipt.ID, alone)
	sees(b.commune, receipt.ID)
	sees(b.district) // its commune's people are not its own
	sees(b.employer) // registered only
	sees(access.Actor{})
	b.to(t, alone, 0, candidate.Introduced)
	sees(b.employer, alone)
	sees(b.other)
}

func TestAnEmployerSeesOnlyWhatThePersonAgreesTo(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	b.visitor(t, 1)
	b.to(t, id, 0, candidate.Started)
	p := b.get(t, b.employer, id)
	if p.FullName != "Hoàng Thị Mẩy" || p.Phone == "" || p.Masked || len(p.Referrals) != 1 || len(p.Views) != 0 || p.Note != "" {
		t.Fatalf("agreed: got %+v", p)
	}
	if err := b.Withdraw(t.Context(), b.centre, id, p.Consents[0].ID); err != nil {
		t.Fatal(err)
	}
	p = b.get(t, b.employer, id)
	if p.FullName != "H. T. M." || p.Phone != "" || p.Commune != "" || !p.Masked || len(p.Referrals) != 1 {
		t.Errorf("withdrawn: got %+v", p.Candidate)
	}
	for _, q := range []string{"may", "345678"} {
		page, err := b.List(t.Context(), b.employer, candidate.Filter{Query: q})
		if err != nil || len(page.Rows) != 0 {
			t.Errorf("the mask is lifted by asking for %q: %+v, %v", q, page, err)
		}
	}
	page, err := b.List(t.Context(), b.employer, candidate.Filter{})
	if err != nil || len(page.Rows) != 1 || page.Rows[0].FullName != "H. T. M." || page.Rows[0].Phone != "" {
		t.Errorf("list: got %+v, %v", page, err)
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	second := b.registration(1)
	second.FullName, second.Phone = "Nông Văn Đức", "0987 654 321"
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, second); err != nil {
		t.Fatal(err)
	}
	b.to(t, id, 0, candidate.Introduced)
	tests := []struct {
		filter candidate.Filter
		want   int
	}{
		{candidate.Filter{}, 2}, {candidate.Filter{Query: "mẩy"}, 1}, {candidate.Filter{Query: "nong van duc"}, 1},
		{candidate.Filter{Query: candidate.ShowCode(code)}, 1}, {candidate.Filter{Query: "0912 345 678"}, 1},
		{candidate.Filter{Query: "678"}, 1}, {candidate.Filter{Query: "+84912345678"}, 1}, {candidate.Filter{Query: "???"}, 0}, {candidate.Filter{Query: "..."}, 0},
		{candidate.Filter{Status: candidate.Introduced}, 1}, {candidate.Filter{Status: candidate.Hired}, 0},
		{candidate.Filter{Vacancy: b.vacancies[1]}, 1}, {candidate.Filter{Vacancy: b.vacancies[1], Status: candidate.Introduced}, 0},
		{candidate.Filter{Commune: b.area}, 2}, {candidate.Filter{Commune: 1}, 0}, {candidate.Filter{Drive: 9_999_999_999}, 0},
		{candidate.Filter{Before: id + 1}, 1},
	}
	for _, tt := range tests {
		page, err := b.List(t.Context(), b.centre, tt.filter)
		if err != nil || len(page.Rows) != tt.want {
			t.Errorf("%+v: got %d rows, %v; want %d", tt.filter, len(page.Rows), err, tt.want)
		}
	}
}

func TestEveryViewIsKept(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	views := func() int { return value[int](t, b, `SELECT count(*)::int FROM personal_views`, nil) }
	b.get(t, b.centre, id)
	if _, err := b.List(t.Context(), b.centre, candidate.Filter{}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Export(t.Context(), b.centre, id); err != nil {
		t.Fatal(err)
	}
	if got := views(); got != 3 {
		t.Errorf("got %d views, want 3", got)
	}
	if _, err := b.Get(t.Context(), b.district, id, candidate.PageProfile); !errors.Is(err, errs.NotFound) || views() != 3 {
		t.Errorf("who may not see has not seen: %v", err)
	}
	p := b.get(t, b.centre, id)
	if len(p.Views) != 4 || p.Views[0].Page != candidate.PageProfile || p.Views[0].BodyVi == "" {
		t.Errorf("got %+v", p.Views)
	}
}
