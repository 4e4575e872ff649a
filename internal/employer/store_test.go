package employer_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var noon = clock.Fixed(time.Date(2026, 3, 10, 5, 0, 0, 0, time.UTC))

// as returns somebody of a body, with an account of their own.
func as(t *testing.T, db *postgres.DB, slug string) access.Actor {
	t.Helper()
	type body struct {
		ID   int64
		Side access.Side
		Kind access.Kind
	}
	b, err := postgres.One[body](t.Context(), db, `SELECT id, side, kind FROM bodies WHERE slug = $1`, slug)
	if err != nil {
		t.Fatal(err)
	}
	account, err := postgres.Value[int64](t.Context(), db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES ($1 || '-' || (SELECT count(*) FROM accounts), '', $1, $2, 'staff', '2026-01-01') RETURNING id`, slug, b.ID)
	if err != nil {
		t.Fatal(err)
	}
	return access.Actor{Account: account, Body: b.ID, BodySlug: slug, Seat: access.Seat{Side: b.Side, Kind: b.Kind}, Bodies: []int64{b.ID}}
}

func garment() employer.Details {
	return employer.Details{
		TaxCode: "0100233488", Name: "Công ty TNHH May Sông Thương", Type: "foreign", IndustryCode: "C",
		Address: "Lô B2, KCN Đình Trám", ContactPhone: "0912345678",
	}
}

func TestAnEmployerIsABody(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &employer.Store{DB: db, Now: noon}
	id, err := s.Create(t.Context(), as(t, db, "bg-bqlkcn"), garment())
	if err != nil {
		t.Fatal(err)
	}
	e, err := s.Get(t.Context(), access.Everything(), id)
	if err != nil {
		t.Fatal(err)
	}
	if e.State != employer.Unverified || e.Slug != "cong-ty-tnhh-may-song-thuong" || e.ContactPhone != "+84912345678" {
		t.Errorf("got %+v", e)
	}
	type body struct{ Slug, Kind, Side, ProvinceCode string }
	b, err := postgres.One[body](t.Context(), db, `SELECT slug, kind, side, province_code FROM bodies WHERE id = $1`, e.BodyID)
	if err != nil || b != (body{"dn-cong-ty-tnhh-may-song-thuong", "employer", "destination", "24"}) {
		t.Errorf("body: got %+v, %v", b, err)
	}
	other := garment()
	other.TaxCode = "0314409058-002"
	if _, err := s.Create(t.Context(), as(t, db, "bg-ttdvvl"), other); err != nil {
		t.Errorf("a namesake: %v", err)
	}
}

func TestCreateIsRefused(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &employer.Store{DB: db, Now: noon}
	keeper := as(t, db, "ls-ttdvvl")
	if _, err := s.Create(t.Context(), as(t, db, "ls-bao"), garment()); !errors.Is(err, errs.Forbidden) {
		t.Errorf("a newspaper: got %v", err)
	}
	if _, err := s.Create(t.Context(), keeper, garment()); err != nil {
		t.Fatal(err)
	}
	_, err := s.Create(t.Context(), keeper, garment())
	p, _ := errs.ProblemsOf(err)
	if p["tax_code"].Key != "employer.problem.tax_code_taken" {
		t.Errorf("the same tax code: got %v", err)
	}
	nowhere := garment()
	nowhere.TaxCode, nowhere.ZoneID = "0314409058", 99_999
	_, err = s.Create(t.Context(), keeper, nowhere)
	if p, _ := errs.ProblemsOf(err); p["zone_id"].Key != "problem.choice" {
		t.Errorf("in a zone that is none: got %v", err)
	}
	_, err = s.Create(t.Context(), keeper, employer.Details{})
	if p, _ := errs.ProblemsOf(err); len(p) < 4 {
		t.Errorf("nothing filled in: got %v", err)
	}
}

func TestStatesAreMovedByVerifiers(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &employer.Store{DB: db, Now: noon}
	board, centre := as(t, db, "bg-bqlkcn"), as(t, db, "ls-ttdvvl")
	id, err := s.Create(t.Context(), centre, garment())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Verify(t.Context(), centre, id, 1, "giấy phép", employer.Registration); !errors.Is(err, errs.Forbidden) {
		t.Errorf("by the other side's centre: got %v", err)
	}
	if err := s.Verify(t.Context(), board, id, 1, " ", employer.Registration); !errors.Is(err, errs.Invalid) {
		t.Errorf("without a reason: got %v", err)
	}
	if err := s.Verify(t.Context(), board, id, 1, "giấy phép số 12", employer.Registration, employer.Visit); err != nil {
		t.Fatal(err)
	}
	if err := s.Suspend(t.Context(), board, id, 1, "nợ lương"); !errors.Is(err, errs.Conflict) {
		t.Errorf("of an older version: got %v", err)
	}
	if err := s.Suspend(t.Context(), board, id, 2, "nợ lương"); err != nil {
		t.Fatal(err)
	}
	entries, err := journal.Of(t.Context(), db, journal.Employer, id)
	if err != nil {
		t.Fatal(err)
	}
	var actions []string
	for _, e := range entries {
		actions = append(actions, e.Action+" "+e.From+" "+e.To+" "+e.Why)
	}
	want := []string{"suspend verified suspended nợ lương", "verify unverified verified giấy phép số 12", "create  unverified "}
	if !slices.Equal(actions, want) {
		t.Errorf("got %q", actions)
	}
}

func TestTheNameOfAVerifiedEmployerIsAVerifiersToChange(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &employer.Store{DB: db, Now: noon}
	board, centre := as(t, db, "bg-bqlkcn"), as(t, db, "ls-ttdvvl")
	id, err := s.Create(t.Context(), board, garment())
	if err == nil {
		err = s.Verify(t.Context(), board, id, 1, "giấy phép", employer.Registration)
	}
	if err != nil {
		t.Fatal(err)
	}
	moved := garment()
	moved.Address = "Lô C1"
	if err := s.Update(t.Context(), centre, id, 2, moved); err != nil {
		t.Errorf("the address, by the centre: %v", err)
	}
	moved.Name = "Công ty May Mới"
	if err := s.Update(t.Context(), centre, id, 3, moved); !errors.Is(err, errs.Invalid) {
		t.Errorf("the name, by the centre: got %v", err)
	}
	if err := s.Update(t.Context(), board, id, 3, moved); err != nil {
		t.Errorf("the name, by the board: %v", err)
	}
}

func TestListFindsWithoutMarks(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &employer.Store{DB: db, Now: noon}
	keeper := as(t, db, "bg-bqlkcn")
	for code, name := range map[string]string{"0100233488": "May Sông Thương", "0314409058-002": "Điện tử Hòa Phú"} {
		d := garment()
		d.TaxCode, d.Name = code, name
		if _, err := s.Create(t.Context(), keeper, d); err != nil {
			t.Fatal(err)
		}
	}
	all := keeper.Scope(access.ReadEmployers)
	for text, want := range map[string]string{"song thuong": "May Sông Thương", "hoa phu": "Điện tử Hòa Phú", "0314": "Điện tử Hòa Phú",
		"0314409058-002": "Điện tử Hòa Phú", "0314409058002": "Điện tử Hòa Phú", "0100 233.488": "May Sông Thương"} {
		list, more, err := s.List(t.Context(), all, employer.Filter{Text: text, Limit: 5})
		if err != nil || more || len(list) != 1 || list[0].Name != want {
			t.Errorf("%q: got %v, %v, %v", text, list, more, err)
		}
	}
	first, more, err := s.List(t.Context(), all, employer.Filter{Limit: 1})
	if err != nil || !more || first[0].Name != "Điện tử Hòa Phú" {
		t.Fatalf("first page: got %v, %v, %v", first, more, err)
	}
	second, more, err := s.List(t.Context(), all, employer.Filter{Limit: 1, After: first[0].Cursor()})
	if err != nil || more || len(second) != 1 || second[0].Name != "May Sông Thương" {
		t.Errorf("second page: got %v, %v, %v", second, more, err)
	}
	if none, _, err := s.List(t.Context(), access.Scope{}, employer.Filter{Limit: 5}); err != nil || len(none) != 0 {
		t.Errorf("without a scope: got %v, %v", none, err)
	}
}
