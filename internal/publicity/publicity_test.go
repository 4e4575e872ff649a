package publicity_test

import (
	"errors"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/publicity"
)

var noon = clock.Fixed(time.Date(2024, 4, 10, 5, 0, 0, 0, time.UTC))

func TestStanding(t *testing.T) {
	t.Parallel()
	vacancy := int64(1)
	today := clock.MustDay("10/04/2024")
	item := func(change func(*publicity.Item)) publicity.Item {
		i := publicity.Item{VacancyID: &vacancy, VacancyRevision: 1, CurrentRevision: 1, VacancyOpen: true,
			Status: publicity.Planned, PlannedOn: today}
		change(&i)
		return i
	}
	tests := []struct {
		name string
		item publicity.Item
		want publicity.Standing
	}{
		{"planned for today", item(func(*publicity.Item) {}), publicity.OnPlan},
		{"planned for yesterday", item(func(i *publicity.Item) { i.PlannedOn = today.Add(-1) }), publicity.Overdue},
		{"reworded before it ran", item(func(i *publicity.Item) { i.CurrentRevision = 2 }), publicity.Stale},
		{"reworded after it ran", item(func(i *publicity.Item) { i.CurrentRevision, i.Status = 2, publicity.Published }), publicity.Stale},
		{"closed before it ran", item(func(i *publicity.Item) { i.VacancyOpen = false }), publicity.Closed},
		{"closed after it ran", item(func(i *publicity.Item) { i.VacancyOpen, i.Status = false, publicity.Published }), publicity.Run},
		{"cancelled", item(func(i *publicity.Item) { i.Status, i.CurrentRevision = publicity.Cancelled, 9 }), publicity.Dropped},
		{"about no vacancy", item(func(i *publicity.Item) { i.VacancyID, i.VacancyOpen = nil, false }), publicity.OnPlan},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.item.Standing(today); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestPlanCheck(t *testing.T) {
	t.Parallel()
	today := clock.MustDay("10/04/2024")
	good := publicity.Plan{Form: publicity.Radio, Title: "Tuyển công nhân may", PlannedOn: today}
	if err := good.Check(today); err != nil {
		t.Errorf("a good plan: %v", err)
	}
	err := publicity.Plan{Form: "poster", Title: " ", PlannedOn: today.Add(-1)}.Check(today)
	problems, _ := errs.ProblemsOf(err)
	for _, field := range []string{"form", "title", "planned_on"} {
		if _, has := problems[field]; !has {
			t.Errorf("no problem of %s in %v", field, problems)
		}
	}
}

// world is an open vacancy and the actors of two media bodies.
type world struct {
	db      *postgres.DB
	store   *publicity.Store
	vacancy int64
	paper   access.Actor
	other   access.Actor
}

func setup(t *testing.T) world {
	t.Helper()
	db := postgrestest.Tx(t)
	w := world{db: db, store: &publicity.Store{DB: db, Now: noon}, paper: actor(t, db, "ls-bao"), other: actor(t, db, "bg-dai")}
	var err error
	w.vacancy, err = postgres.Value[int64](t.Context(), db, `
		WITH b AS (
			INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded, valid_from)
			VALUES ('dn-may', 'employer', 'destination', '24', 'May', 'May', 'May', 'May', 'may', '2024-01-01') RETURNING id
		), e AS (
			INSERT INTO employers (body_id, tax_code, name, slug, folded, type, address, state, created_at)
			SELECT id, '0100233488', 'May', 'may', 'may', 'private', 'x', 'verified', '2024-01-01' FROM b RETURNING id
		)
		INSERT INTO vacancies (code, employer_id, status, title, slug, revision, closes_on, created_at, published_at)
		SELECT 'ABC', id, 'published', 'May', 'may', 1, '2024-05-01', '2024-01-01', '2024-01-01' FROM e RETURNING id`)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func actor(t *testing.T, db *postgres.DB, slug string) access.Actor {
	t.Helper()
	b, err := (&body.Store{DB: db, Now: noon}).BySlug(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	return access.Program(b.ID, slug, access.Seat{Side: b.Side, Kind: b.Kind})
}

func (w world) plan(t *testing.T) int64 {
	t.Helper()
	id, err := w.store.Plan(t.Context(), w.paper, publicity.Plan{VacancyID: w.vacancy, Form: publicity.Article, Title: "Bài", PlannedOn: noon.Today()})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestAChangedVacancyMakesItsPiecesStale(t *testing.T) {
	t.Parallel()
	w := setup(t)
	id := w.plan(t)
	if _, err := w.db.Exec(t.Context(), `UPDATE vacancies SET revision = 2 WHERE id = $1`, w.vacancy); err != nil {
		t.Fatal(err)
	}
	item, err := w.store.Get(t.Context(), w.paper.Scope(access.ReadPublicity), id)
	if err != nil || item.Standing(noon.Today()) != publicity.Stale {
		t.Fatalf("after the change: %s, %v; want stale", item.Standing(noon.Today()), err)
	}
	if err := w.store.Correct(t.Context(), w.paper, id, item.Version, "lương"); err != nil {
		t.Fatal(err)
	}
	item, err = w.store.Get(t.Context(), w.paper.Scope(access.ReadPublicity), id)
	if err != nil || item.Standing(noon.Today()) != publicity.OnPlan {
		t.Errorf("after the correction: %s, %v; want on plan", item.Standing(noon.Today()), err)
	}
	if err := w.store.Correct(t.Context(), w.paper, id, item.Version, ""); !errors.Is(err, errs.Conflict) {
		t.Errorf("correcting what is not stale: got %v, want Conflict", err)
	}
}

func TestEachBodyWritesItsOwnPieces(t *testing.T) {
	t.Parallel()
	w := setup(t)
	id := w.plan(t)
	if _, err := w.store.Get(t.Context(), w.other.Scope(access.ReadPublicity), id); err != nil {
		t.Errorf("the other side sees the plan: got %v", err)
	}
	if err := w.store.Publish(t.Context(), w.other, id, 1, ""); !errors.Is(err, errs.NotFound) {
		t.Errorf("publishing another's piece: got %v, want NotFound", err)
	}
	if err := w.store.Publish(t.Context(), actor(t, w.db, "ls-ttdvvl"), id, 1, ""); !errors.Is(err, errs.Forbidden) {
		t.Errorf("the centre publishing: got %v, want Forbidden", err)
	}
	if err := w.store.Publish(t.Context(), w.paper, id, 1, "javascript:alert(1)"); !errors.Is(err, errs.Invalid) {
		t.Errorf("a link that is none: got %v, want Invalid", err)
	}
	if err := w.store.Publish(t.Context(), w.paper, id, 1, "https://example.vn/bai"); err != nil {
		t.Fatal(err)
	}
	if err := w.store.Cancel(t.Context(), w.paper, id, 1, "nhầm"); !errors.Is(err, errs.Conflict) {
		t.Errorf("an old version: got %v, want Conflict", err)
	}
	if err := w.store.Cancel(t.Context(), w.paper, id, 2, "nhầm"); !errors.Is(err, errs.Conflict) {
		t.Errorf("cancelling what has run: got %v, want Conflict", err)
	}
}

func TestAClosedVacancyIsNotPublicised(t *testing.T) {
	t.Parallel()
	w := setup(t)
	if _, err := w.db.Exec(t.Context(), `UPDATE vacancies SET closes_on = '2024-04-09' WHERE id = $1`, w.vacancy); err != nil {
		t.Fatal(err)
	}
	_, err := w.store.Plan(t.Context(), w.paper, publicity.Plan{VacancyID: w.vacancy, Form: publicity.Article, Title: "Bài", PlannedOn: noon.Today()})
	if problems, _ := errs.ProblemsOf(err); problems["vacancy"].Key != "publicity.problem.closed" {
		t.Errorf("got %v, want a problem of the vacancy", err)
	}
}

func TestChoicesBeginWithWhatNobodyPublicised(t *testing.T) {
	t.Parallel()
	w := setup(t)
	for want := range 2 {
		choices, err := w.store.Choices(t.Context(), w.paper.Scope(access.WritePublicity))
		if err != nil || len(choices) != 1 || choices[0].Pieces != want {
			t.Fatalf("got %+v, %v; want one with %d pieces", choices, err, want)
		}
		w.plan(t)
	}
}
