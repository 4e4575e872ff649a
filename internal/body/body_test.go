package body_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres/postgrestest"
)

var noon = clock.Fixed(time.Date(2024, 4, 5, 5, 0, 0, 0, time.UTC))

// system keeps bodies; the account is nobody's, so the journal names none.
var system = access.Program(0, "", access.Seat{})

func TestTheBodiesOfTheMap(t *testing.T) {
	t.Parallel()
	s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
	ctx := t.Context()
	p, err := s.Partnership(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if p.Slug != "lang-son-bac-giang" || p.MapOn != clock.MustDay("13/03/2024") || p.SideOf("20") != access.Source ||
		p.SideOf("24") != access.Destination || p.SideOf("01") != "" {
		t.Errorf("partnership: %+v", p)
	}
	communes, err := s.Alive(ctx, p.MapOn, body.Filter{Kind: access.Commune, Side: access.Source})
	if err != nil || len(communes) != 200 {
		t.Errorf("communes on the map: %d, %v; want 200", len(communes), err)
	}
	districts, err := s.Alive(ctx, p.MapOn, body.Filter{Kind: access.District})
	if err != nil || len(districts) != 11 {
		t.Fatalf("districts on the map: %d, %v; want 11", len(districts), err)
	}
	of := 0
	for _, d := range districts {
		children, err := s.Children(ctx, d.ID, p.MapOn)
		if err != nil || len(children) == 0 {
			t.Errorf("%s has %d communes, %v", d.Slug, len(children), err)
		}
		of += len(children)
	}
	if of != 200 {
		t.Errorf("communes under districts: %d, want 200", of)
	}
	later, err := s.Alive(ctx, clock.MustDay("01/07/2025"), body.Filter{Kind: access.District})
	if err != nil || len(later) != 0 {
		t.Errorf("districts on 01/07/2025: %d, %v; want none", len(later), err)
	}
}

func TestSearchWithoutMarks(t *testing.T) {
	t.Parallel()
	s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
	found, err := s.Alive(t.Context(), clock.MustDay("13/03/2024"), body.Filter{Text: "Huu Lung", Kind: access.District})
	if err != nil || len(found) != 1 || found[0].Slug != "ls-huu-lung" {
		t.Errorf("got %v, %v; want ls-huu-lung", found, err)
	}
}

func TestCounterparts(t *testing.T) {
	t.Parallel()
	s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
	tests := []struct {
		slug, want string
		err        error
	}{
		{"ls-ubnd", "bg-ubnd", nil},
		{"bg-ubnd", "ls-ubnd", nil},
		{"ls-sgtvt", "bg-sgtvt", nil},
		{"ls-dai", "bg-dai", nil},
		{"ls-huu-lung", "", errs.NotFound},
		{"bg-bqlkcn", "", errs.NotFound},
	}
	for _, tt := range tests {
		b, err := s.BySlug(t.Context(), tt.slug)
		if err != nil {
			t.Fatal(err)
		}
		other, err := s.Counterpart(t.Context(), b.ID)
		if !errors.Is(err, tt.err) || other.Slug != tt.want {
			t.Errorf("counterpart of %s: %q, %v; want %q, %v", tt.slug, other.Slug, err, tt.want, tt.err)
		}
	}
}

func TestNowCalled(t *testing.T) {
	t.Parallel()
	s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
	tests := []struct{ slug, day, want string }{
		{"ls-sldtbxh", "13/03/2024", ""},
		{"ls-sldtbxh", "01/03/2025", "Sở Nội vụ tỉnh Lạng Sơn"},
		{"bg-sldtbxh", "30/06/2025", "Sở Nội vụ tỉnh Bắc Giang"},
		{"bg-sldtbxh", "01/07/2025", "Sở Nội vụ tỉnh Bắc Ninh"},
	}
	for _, tt := range tests {
		b, err := s.BySlug(t.Context(), tt.slug)
		if err != nil {
			t.Fatal(err)
		}
		successors, err := s.Successors(t.Context(), b.ID)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, next := range body.NowCalled(successors[b.ID], clock.MustDay(tt.day)) {
			got += next.NewName
		}
		if got != tt.want {
			t.Errorf("%s on %s: %q, want %q", tt.slug, tt.day, got, tt.want)
		}
	}
}

func fresh() body.New {
	return body.New{
		Slug: "ls-so-moi", Kind: access.Labour, ProvinceCode: "20", ValidFrom: clock.MustDay("01/03/2025"),
		Names:  body.Names{NameVi: "Sở Nội vụ tỉnh Lạng Sơn", ShortVi: "Sở Nội vụ", NameEn: "Department of Home Affairs", ShortEn: "Home Affairs"},
		Parent: "ls-ubnd", Counterpart: "bg-sldtbxh",
	}
}

func TestCreate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		change  func(*body.New)
		problem string // field, empty: created
	}{
		{"as it is", func(*body.New) {}, ""},
		{"no parent", func(n *body.New) { n.Parent = "" }, ""},
		{"slug taken", func(n *body.New) { n.Slug = "ls-ubnd" }, "slug"},
		{"slug with marks", func(n *body.New) { n.Slug = "sở" }, "slug"},
		{"no name", func(n *body.New) { n.NameVi = " " }, "name_vi"},
		{"strange kind", func(n *body.New) { n.Kind = "ministry" }, "kind"},
		{"third province", func(n *body.New) { n.ProvinceCode = "01" }, "province_code"},
		{"parent across the border", func(n *body.New) { n.Parent = "bg-ubnd" }, "parent"},
		{"counterpart at home", func(n *body.New) { n.Counterpart = "ls-ubnd" }, "counterpart"},
		{"no day", func(n *body.New) { n.ValidFrom = clock.Day{} }, "valid_from"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
			n := fresh()
			tt.change(&n)
			id, err := s.Create(t.Context(), system, n)
			if tt.problem != "" {
				problems, _ := errs.ProblemsOf(err)
				if _, has := problems[tt.problem]; !has {
					t.Errorf("got %v, want a problem of %s", err, tt.problem)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			b, err := s.Get(t.Context(), id)
			if err != nil || b.Side != access.Source || b.Slug != n.Slug || (b.ParentID == 0) != (n.Parent == "") {
				t.Errorf("created %+v, %v", b, err)
			}
		})
	}
}

func TestRenameAndClose(t *testing.T) {
	t.Parallel()
	s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
	ctx := t.Context()
	b, err := s.BySlug(ctx, "ls-bao")
	if err != nil {
		t.Fatal(err)
	}
	names := b.Names()
	names.ShortVi = "Báo LS"
	if err := s.Rename(ctx, system, b.ID, names, "viết gọn"); err != nil {
		t.Fatal(err)
	}
	err = s.Close(ctx, system, b.ID, body.End{On: clock.MustDay("01/07/2025"), SuccessorName: "Báo và Đài Lạng Sơn", SuccessorSlug: "ls-dai", Why: "hợp nhất"})
	if err != nil {
		t.Fatal(err)
	}
	b, err = s.Get(ctx, b.ID)
	if err != nil || b.ShortVi != "Báo LS" || !b.AliveOn(clock.MustDay("30/06/2025")) || b.AliveOn(clock.MustDay("01/07/2025")) {
		t.Errorf("after both: %+v, %v", b, err)
	}
	successors, err := s.Successors(ctx, b.ID)
	if err != nil || len(successors[b.ID]) != 1 || successors[b.ID][0].NewBodyID == 0 {
		t.Errorf("successors: %v, %v", successors, err)
	}
	history, err := journal.Of(ctx, s.DB, journal.Body, b.ID)
	actions := []string{}
	for _, e := range history {
		actions = append(actions, e.Action)
	}
	if err != nil || !slices.Equal(actions, []string{"close", "rename"}) {
		t.Errorf("history: %v, %v", actions, err)
	}
}

func TestCloseNeedsADayAndAReason(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, field string
		end         body.End
	}{
		{"no day", "valid_to", body.End{Why: "sáp nhập"}},
		{"before it began", "valid_to", body.End{On: clock.MustDay("13/03/2024"), Why: "sáp nhập"}},
		{"no reason", "why", body.End{On: clock.MustDay("01/07/2025")}},
		{"unknown successor", "successor_slug", body.End{On: clock.MustDay("01/07/2025"), Why: "sáp nhập", SuccessorName: "X", SuccessorSlug: "khong-co"}},
		{"its own successor", "successor_slug", body.End{On: clock.MustDay("01/07/2025"), Why: "sáp nhập", SuccessorName: "X", SuccessorSlug: "ls-bao"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
			b, err := s.BySlug(t.Context(), "ls-bao")
			if err != nil {
				t.Fatal(err)
			}
			problems, _ := errs.ProblemsOf(s.Close(t.Context(), system, b.ID, tt.end))
			if _, has := problems[tt.field]; !has {
				t.Errorf("got %v, want a problem of %s", problems, tt.field)
			}
			after, err := s.Get(t.Context(), b.ID)
			if err != nil || after != b {
				t.Errorf("the body changed: %+v, %v", after, err)
			}
		})
	}
}

func TestOnlyTheSystemKeepsBodies(t *testing.T) {
	t.Parallel()
	s := &body.Store{DB: postgrestest.Tx(t), Now: noon}
	admin := access.Actor{Account: 1, Role: access.Admin, Body: 1, Seat: access.Seat{Side: access.Source, Kind: access.Office}}
	_, created := s.Create(t.Context(), admin, fresh())
	renamed := s.Rename(t.Context(), admin, 1, body.Names{}, "")
	closed := s.Close(t.Context(), admin, 1, body.End{})
	for _, err := range []error{created, renamed, closed} {
		if !errors.Is(err, errs.Forbidden) {
			t.Errorf("got %v, want Forbidden", err)
		}
	}
}
