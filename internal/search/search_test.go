package search_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
)

var today = clock.MustDay("10/04/2026")

// world is a database with an employer, into which tests put vacancies.
type world struct {
	*postgres.DB
	t        testing.TB
	employer int64
	zones    map[string]int64
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{DB: postgrestest.Tx(t), t: t, zones: map[string]int64{}}
	w.employer = w.newEmployer("Công ty TNHH Hòa Phát Lộc", "verified")
	rows, err := postgres.All[struct {
		ID   int64
		Slug string
	}](t.Context(), w.DB, `SELECT id, slug FROM zones ORDER BY id LIMIT 100`)
	if err != nil {
		t.Fatal(err)
	}
	for _, z := range rows {
		w.zones[z.Slug] = z.ID
	}
	return w
}

// newEmployer makes an employer with its body.
func (w *world) newEmployer(name, state string) int64 {
	w.t.Helper()
	id, err := postgres.Value[int64](context.Background(), w.DB, `
		WITH b AS (
			INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded, valid_from)
			VALUES (@slug, 'employer', 'destination', '24', @name, @name, @name, @name, '', '2024-03-13') RETURNING id)
		INSERT INTO employers (body_id, tax_code, name, slug, folded, type, address, state, created_at)
		SELECT id, @slug, @name, @slug, '', 'private', 'x', @state, @at FROM b RETURNING id`,
		pgx.StrictNamedArgs{"slug": fmt.Sprintf("dn-%s-%d", state, time.Now().UnixNano()), "name": name, "state": state, "at": time.Now()})
	if err != nil {
		w.t.Fatal(err)
	}
	return id
}

// put makes a vacancy and its entry; what e leaves out is filled in.
func (w *world) put(e search.Entry) int64 {
	w.t.Helper()
	ctx := context.Background()
	if e.EmployerID == 0 {
		e.EmployerID = w.employer
	}
	if e.ClosesOn.IsZero() {
		e.ClosesOn = today.Add(30)
	}
	if e.PublishedAt.IsZero() {
		e.PublishedAt = today.Add(-1).Start()
	}
	id, err := postgres.Value[int64](ctx, w.DB, `
		INSERT INTO vacancies (code, employer_id, status, title, slug, created_at)
		VALUES (gen_random_uuid()::text, @employer, 'published', @title, 'x', @at) RETURNING id`,
		pgx.StrictNamedArgs{"employer": e.EmployerID, "title": e.Title, "at": e.PublishedAt})
	if err != nil {
		w.t.Fatal(err)
	}
	e.VacancyID = id
	if err := search.Put(ctx, w.DB, e); err != nil {
		w.t.Fatal(err)
	}
	return id
}

// titled puts vacancies with these titles, the first one the newest, and
// returns the titles by id.
func (w *world) titled(titles ...string) map[int64]string {
	names := map[int64]string{}
	for i, title := range titles {
		at := today.Start().Add(-time.Duration(i+1) * time.Hour)
		names[w.put(search.Entry{Title: title, PublishedAt: at, Employer: "Công ty TNHH Hòa Phát Lộc"})] = title
	}
	return names
}

func (w *world) find(q search.Query) search.Result {
	w.t.Helper()
	r, err := search.SQL{DB: w.DB}.Find(context.Background(), q, today)
	if err != nil {
		w.t.Fatalf("Find(%+v): %v", q, err)
	}
	return r
}

// TestWords asks for titles as people type them and wants the titles found,
// in order.
func TestWords(t *testing.T) {
	t.Parallel()
	titles := []string{
		"Vận hành máy CNC", "Công nhân may công nghiệp", "LĐPT đóng gói", "Thợ hàn", "Nhân viên kho KCN",
		"Kiểm tra chất lượng (KCS)", "Điện lạnh", "Cán bộ điều hoà không khí", "Thuỷ lực", "CONG NHAN SON TINH DIEN",
	}
	tests := []struct {
		query string
		want  []string
	}{
		{"máy", []string{"Vận hành máy CNC", "Công nhân may công nghiệp"}},
		{"may", []string{"Công nhân may công nghiệp", "Vận hành máy CNC"}},
		{"CÔNG NHÂN MAY", []string{"Công nhân may công nghiệp"}},
		{"cong nhan may", []string{"Công nhân may công nghiệp"}},
		{"việc làm may công nghiệp", []string{"Công nhân may công nghiệp"}},
		{"tìm việc thợ hàn ở Hòa Phát Lộc", []string{"Thợ hàn"}},
		{"tho han", []string{"Thợ hàn"}},
		{"lao dong pho thong", []string{"LĐPT đóng gói"}},
		{"lđpt", []string{"LĐPT đóng gói"}},
		{"ldpt dong goi", []string{"LĐPT đóng gói"}},
		{"khu công nghiệp kho", []string{"Nhân viên kho KCN"}},
		{"QC", []string{"Kiểm tra chất lượng (KCS)"}},
		{"điện lạnh", []string{"Điện lạnh", "Cán bộ điều hoà không khí"}},
		{"dien lanh", []string{"Điện lạnh", "Cán bộ điều hoà không khí"}},
		{"điều hòa", []string{"Cán bộ điều hoà không khí", "Điện lạnh"}},
		{"điều hoà", []string{"Cán bộ điều hoà không khí", "Điện lạnh"}},
		{"thủy lực", []string{"Thuỷ lực"}},
		{"sơn tĩnh điện", []string{"CONG NHAN SON TINH DIEN"}},
		{"đẹp", nil},
		{"may hàn", []string{"Thợ hàn"}},
		{"kho hàn", nil},
		{"'", titles},
		{"", titles},
	}
	w := newWorld(t)
	names := w.titled(titles...)
	for _, tt := range tests {
		var got []string
		for _, id := range w.find(search.Query{Text: tt.query, EmployerID: w.employer}).IDs {
			got = append(got, names[id])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q finds %q, want %q", tt.query, got, tt.want)
		}
	}
}
