package vacancy_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
)

func TestAnEmployerSeesItsOwnOnly(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	stranger := w.userOf(t, w.verified(t, "0314409058-002", "Công ty Khác"))
	if _, err := w.store.Get(t.Context(), stranger, v.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("get: got %v", err)
	}
	if err := w.store.Pause(t.Context(), stranger, v.ID, v.Version, ""); !errors.Is(err, errs.NotFound) {
		t.Errorf("pause: got %v", err)
	}
	if _, err := w.store.Copy(t.Context(), stranger, v.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("copy: got %v", err)
	}
	if _, err := w.store.Create(t.Context(), stranger, w.sewing()); problem(err, "employer_id") == "" {
		t.Errorf("create for another: got %v", err)
	}
	list, _, err := w.store.List(t.Context(), stranger, vacancy.Filter{Limit: 10})
	if err != nil || len(list) != 0 {
		t.Errorf("list: got %v, %v", list, err)
	}
}

func TestReadersSeeWhatWasPublished(t *testing.T) {
	t.Parallel()
	w := setup(t)
	paper := as(t, w.db, "ls-bao")
	draft, published := w.at(t, vacancy.Draft), w.at(t, vacancy.Published)
	if _, err := w.store.Get(t.Context(), paper, draft.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("a draft: got %v", err)
	}
	if _, err := w.store.Get(t.Context(), paper, published.ID); err != nil {
		t.Errorf("published: %v", err)
	}
	if _, err := w.store.Public(t.Context(), draft.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("a draft, to the public: got %v", err)
	}
	if v, err := w.store.ByCode(t.Context(), published.Code); err != nil || v.ID != published.ID {
		t.Errorf("by code: got %v, %v", v.ID, err)
	}
	if err := w.store.Pause(t.Context(), paper, published.ID, published.Version, ""); !errors.Is(err, errs.Forbidden) {
		t.Errorf("a reader who pauses: got %v", err)
	}
}

func TestTheMinimumWageIsKept(t *testing.T) {
	t.Parallel()
	w := setup(t)
	d := w.sewing()
	d.BasicWage = 4_500_000
	id, err := w.store.Create(t.Context(), w.own, d)
	if err != nil {
		t.Fatal(err)
	}
	err = w.store.Submit(t.Context(), w.own, id, 1)
	p, _ := errs.ProblemsOf(err)
	if got := p["basic_wage"]; got.Key != "vacancy.problem.minimum" || !slices.Equal(got.Args, []any{int64(4_730_000), "II", "Nghị định 293/2025/NĐ-CP"}) {
		t.Errorf("got %v", err)
	}
	if v := w.get(t, id); v.Status != vacancy.Draft || v.Version != 1 {
		t.Errorf("a refused submission left %s, version %d", v.Status, v.Version)
	}
}

func TestAnUnverifiedEmployerIsNotPublished(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Submitted)
	if _, err := w.db.Exec(t.Context(), `UPDATE employers SET state = 'unverified' WHERE id = $1`, w.employer); err != nil {
		t.Fatal(err)
	}
	if err := w.store.Publish(t.Context(), w.centre, v.ID, v.Version); problem(err, "employer_id") != "vacancy.problem.employer_unverified" {
		t.Errorf("got %v", err)
	}
}

func TestACopyIsADraftWithItsOwnCode(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	id, err := w.store.Copy(t.Context(), w.own, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	copied := w.get(t, id)
	if copied.Status != vacancy.Draft || copied.Code == v.Code || copied.Title != v.Title || !copied.ClosesOn.IsZero() {
		t.Errorf("got %+v", copied)
	}
}

func TestATakenCodeIsDrawnAgain(t *testing.T) {
	t.Parallel()
	w := setup(t)
	draw := func(chance string) string {
		t.Helper()
		w.store.Random = bytes.NewReader([]byte(chance))
		id, err := w.store.Create(t.Context(), w.own, w.sewing())
		if err != nil {
			t.Fatal(err)
		}
		return w.get(t, id).Code
	}
	first := draw("abcdef")
	if second := draw("abcdefghijkl"); second == first {
		t.Errorf("both are %s", first)
	}
}

func TestListAndCounts(t *testing.T) {
	t.Parallel()
	w := setup(t)
	draft, published := w.at(t, vacancy.Draft), w.at(t, vacancy.Published)
	tests := []struct {
		name   string
		filter vacancy.Filter
		want   []int64
	}{
		{"all", vacancy.Filter{}, []int64{published.ID, draft.ID}},
		{"by status", vacancy.Filter{Status: vacancy.Draft}, []int64{draft.ID}},
		{"by title without marks", vacancy.Filter{Text: "cong nhan"}, []int64{published.ID, draft.ID}},
		{"by employer's name", vacancy.Filter{Text: "song thuong"}, []int64{published.ID, draft.ID}},
		{"by code", vacancy.Filter{Text: draft.Code}, []int64{draft.ID}},
		{"another's", vacancy.Filter{Mine: w.centre.Account}, nil},
		{"one's own", vacancy.Filter{Mine: w.own.Account}, []int64{published.ID, draft.ID}},
		{"expiring", vacancy.Filter{Expiring: today.Add(30)}, []int64{published.ID}},
		{"expiring sooner", vacancy.Filter{Expiring: today.Add(29)}, nil},
		{"behind the first", vacancy.Filter{Before: published.ID}, []int64{draft.ID}},
		{"another zone", vacancy.Filter{Zone: w.zone + 1}, nil},
	}
	for _, tt := range tests {
		tt.filter.Limit = 10
		list, more, err := w.store.List(t.Context(), w.centre, tt.filter)
		var got []int64
		for _, v := range list {
			got = append(got, v.ID)
		}
		if err != nil || more || !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, %v, %v, want %v", tt.name, got, more, err, tt.want)
		}
	}
	value(t, w.db, `
		WITH people AS (
			INSERT INTO candidates (code, full_name, folded, phone, created_at)
			SELECT 'C' || n, 'A', 'a', '+84912345678', '2026-03-01' FROM generate_series(1, 3) n RETURNING id, code
		), referred AS (
			INSERT INTO referrals (candidate_id, vacancy_id, status, registered_at, introduced_at, started_at)
			SELECT id, $1::bigint, CASE code WHEN 'C1' THEN 'introduced' WHEN 'C2' THEN 'started' ELSE 'left' END, '2026-03-01', '2026-03-02',
			       CASE code WHEN 'C1' THEN NULL ELSE '2026-03-05'::timestamptz END
			FROM people RETURNING id
		) SELECT count(*) FROM referred`, published.ID)
	counts, err := w.store.Counts(t.Context(), w.centre, published.ID, draft.ID)
	if want := (vacancy.Counts{Introduced: 3, Started: 2, Left: 1}); err != nil || counts[published.ID] != want || counts[draft.ID] != (vacancy.Counts{}) {
		t.Errorf("counts: got %+v, %v", counts, err)
	}
}
