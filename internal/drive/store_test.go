package drive_test

import (
	"errors"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var today = clock.MustDay("10/04/2024")

// world is a district, one of its communes, another district, and the centre.
type world struct {
	store                            *drive.Store
	now                              *time.Time
	district, commune, other, centre access.Actor
}

func setup(t *testing.T) *world {
	t.Helper()
	return setupOn(t, postgrestest.Tx(t))
}

func setupOn(t *testing.T, db *postgres.DB) *world {
	t.Helper()
	now := today.At(9, 0)
	w := &world{now: &now}
	clk := clock.Clock(func() time.Time { return *w.now })
	w.store = &drive.Store{DB: db, Now: clk}
	w.district, w.other, w.centre = actor(t, db, "ls-trang-dinh"), actor(t, db, "ls-huu-lung"), actor(t, db, "ls-ttdvvl")
	communes, err := (&body.Store{DB: db, Now: clk}).Children(t.Context(), w.district.Body, clock.MustDay("13/03/2024"))
	if err != nil || len(communes) == 0 {
		t.Fatalf("communes: %v, %v", communes, err)
	}
	w.commune = actor(t, db, communes[0].Slug)
	for _, c := range communes {
		w.district.Bodies = append(w.district.Bodies, c.ID)
	}
	return w
}

func actor(t *testing.T, db *postgres.DB, slug string) access.Actor {
	t.Helper()
	b, err := (&body.Store{DB: db}).BySlug(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	return access.Program(b.ID, slug, access.Seat{Side: b.Side, Kind: b.Kind})
}

func (w *world) plan() drive.Plan {
	return drive.Plan{Kind: drive.MobileSession, Commune: w.commune.Body, Title: "Phiên lưu động", Venue: "Nhà văn hóa xã",
		StartsAt: today.Add(7).At(8, 0), EndsAt: today.Add(7).At(11, 0)}
}

func (w *world) planned(t *testing.T) int64 {
	t.Helper()
	id, err := w.store.Plan(t.Context(), w.district, w.plan())
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func (w *world) get(t *testing.T, id int64) drive.Drive {
	t.Helper()
	d, err := w.store.Get(t.Context(), access.Everything(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFromPlanToVerifiedReport(t *testing.T) {
	t.Parallel()
	w, ctx := setup(t), t.Context()
	id := w.planned(t)
	if list, err := w.store.Announced(ctx, drive.Filter{}); err != nil || len(list) != 0 {
		t.Errorf("before the announcement the public sees %d, %v", len(list), err)
	}
	results := drive.Results{Attended: 40, Women: 22, Counselled: 30, Registered: 9, Interviewed: 9, Hired: 3}
	steps := []struct {
		name string
		at   time.Time
		do   func(version int) error
		want drive.Status
	}{
		{"agree", today.At(10, 0), func(v int) error { return w.store.Agree(ctx, w.commune, id, v, "") }, drive.Agreed},
		{"announce", today.At(11, 0), func(v int) error { return w.store.Announce(ctx, w.district, id, v) }, drive.Announced},
		{"hold", today.Add(7).At(8, 0), func(v int) error { return w.store.Hold(ctx, w.commune, id, v) }, drive.Held},
		{"report", today.Add(7).At(17, 0), func(v int) error { return w.store.Report(ctx, w.commune, id, v, results, nil) }, drive.Reported},
		{"verify", today.Add(8).At(8, 0), func(v int) error { return w.store.Verify(ctx, w.district, id, v) }, drive.Verified},
	}
	for _, step := range steps {
		*w.now = step.at
		if err := step.do(w.get(t, id).Version); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if got := w.get(t, id).Status; got != step.want {
			t.Fatalf("%s: got %s, want %s", step.name, got, step.want)
		}
	}
	if got, ok := w.get(t, id).Results(); !ok || got != results {
		t.Errorf("results: got %+v, want %+v", got, results)
	}
	if list, err := w.store.Announced(ctx, drive.Filter{}); err != nil || len(list) != 1 {
		t.Errorf("the public sees %d, %v; want 1", len(list), err)
	}
	if list, err := w.store.Announced(ctx, drive.Filter{District: 1 << 40}); err != nil || len(list) != 0 {
		t.Errorf("a district that there cannot be has %d, %v; want none", len(list), err)
	}
}

func TestWhoReachesADrive(t *testing.T) {
	t.Parallel()
	w, ctx := setup(t), t.Context()
	id := w.planned(t)
	if _, err := w.store.Get(ctx, w.other.Scope(access.ReadDrives), id); !errors.Is(err, errs.NotFound) {
		t.Errorf("another district reads it: %v, want NotFound", err)
	}
	if err := w.store.Announce(ctx, w.other, id, 1); !errors.Is(err, errs.NotFound) {
		t.Errorf("another district announces it: %v, want NotFound", err)
	}
	if err := w.store.Announce(ctx, w.commune, id, 1); !errors.Is(err, errs.Forbidden) {
		t.Errorf("the commune announces it: %v, want Forbidden", err)
	}
	if err := w.store.Agree(ctx, w.district, id, 1, " "); !errors.Is(err, errs.Invalid) {
		t.Errorf("the district agrees for the commune without saying how: %v, want Invalid", err)
	}
	if err := w.store.Agree(ctx, w.district, id, 1, "điện thoại với Chủ tịch xã"); err != nil {
		t.Errorf("the district agrees for the commune: %v", err)
	}
	p := w.plan()
	p.Commune = w.commune.Body
	if _, err := w.store.Plan(ctx, w.other, p); !errors.Is(err, errs.Invalid) {
		t.Errorf("another district plans there: %v, want Invalid", err)
	}
	if _, err := w.store.Plan(ctx, w.centre, p); err != nil {
		t.Errorf("the centre plans there: %v", err)
	}
}

func TestMovingADriveAsksTheCommuneAgain(t *testing.T) {
	t.Parallel()
	w, ctx := setup(t), t.Context()
	id := w.planned(t)
	if err := w.store.Agree(ctx, w.commune, id, 1, ""); err != nil {
		t.Fatal(err)
	}
	p := w.plan()
	p.Note = "Mang theo căn cước"
	if err := w.store.Change(ctx, w.district, id, w.get(t, id).Version, p); err != nil || w.get(t, id).Status != drive.Agreed {
		t.Errorf("a new note: %s, %v; want agreed still", w.get(t, id).Status, err)
	}
	p.StartsAt = p.StartsAt.Add(time.Hour)
	if err := w.store.Change(ctx, w.district, id, w.get(t, id).Version, p); err != nil || w.get(t, id).Status != drive.Planned {
		t.Errorf("a new time: %s, %v; want planned again", w.get(t, id).Status, err)
	}
	if err := w.store.Change(ctx, w.district, id, 1, p); !errors.Is(err, errs.Conflict) {
		t.Errorf("an old version: %v, want Conflict", err)
	}
}

func TestAReportFromPaperAfterTheEvent(t *testing.T) {
	t.Parallel()
	w, ctx := setup(t), t.Context()
	p := w.plan()
	p.StartsAt, p.EndsAt = today.Add(-3).At(8, 0), today.Add(-3).At(11, 0)
	id, err := w.store.Plan(ctx, w.district, p)
	if err != nil {
		t.Fatal(err)
	}
	missing, err := w.store.List(ctx, w.district.Scope(access.ReadDrives), drive.Filter{Unreported: true})
	if err != nil || len(missing) != 1 {
		t.Fatalf("unreported: %d, %v; want 1", len(missing), err)
	}
	if err := w.store.Report(ctx, w.district, id, 1, drive.Results{Attended: 12, Women: 13}, nil); !errors.Is(err, errs.Invalid) {
		t.Errorf("more women than people: %v, want Invalid", err)
	}
	if err := w.store.Report(ctx, w.district, id, 1, drive.Results{Attended: 12, Women: 7}, nil); err != nil {
		t.Fatal(err)
	}
	if d := w.get(t, id); d.Status != drive.Reported || d.HeldAt == nil || !d.HeldAt.Equal(p.EndsAt) {
		t.Errorf("got %s, held at %v", d.Status, d.HeldAt)
	}
}

func TestACancelledDriveThatWasAnnouncedStaysPublic(t *testing.T) {
	t.Parallel()
	w, ctx := setup(t), t.Context()
	id := w.planned(t)
	for _, err := range []error{
		w.store.Agree(ctx, w.commune, id, 1, ""),
		w.store.Announce(ctx, w.district, id, 2),
		w.store.Cancel(ctx, w.district, id, 3, "mưa lũ"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if d, err := w.store.AnnouncedOne(ctx, id); err != nil || d.StatusReason != "mưa lũ" {
		t.Errorf("got %q, %v", d.StatusReason, err)
	}
	if list, err := w.store.Announced(ctx, drive.Filter{}); err != nil || len(list) != 0 {
		t.Errorf("the list shows %d, %v; want none", len(list), err)
	}
}
