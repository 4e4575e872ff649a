package complaint_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// world is a database with published vacancies and a clock that can be moved.
type world struct {
	*complaint.Store
	at        time.Time
	vacancies []int64
	centre    access.Actor
	board     access.Actor
}

func setup(t *testing.T) *world {
	t.Helper()
	db := postgrestest.Tx(t)
	w := &world{at: time.Date(2026, 4, 10, 3, 0, 0, 0, time.UTC)}
	w.Store = &complaint.Store{DB: db, Now: func() time.Time { return w.at }}
	w.vacancies = boardtest.Fill(t, db, clock.DayOf(w.at), boardtest.Size{Vacancies: 3, Employers: 1})
	w.exec(t, `UPDATE vacancies SET code = '2222222' WHERE id = $1`, w.vacancies[0])
	w.centre, w.board = w.as(t, "ls-ttdvvl"), w.as(t, "bg-bqlkcn")
	return w
}

func (w *world) as(t *testing.T, slug string) access.Actor {
	t.Helper()
	type row struct {
		ID      int64
		Side    access.Side
		Kind    access.Kind
		Account int64
	}
	b, err := postgres.One[row](t.Context(), w.DB, `
		WITH body AS (SELECT id, side, kind FROM bodies WHERE slug = $1), account AS (
			INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
			SELECT $1, '', $1, id, 'staff', '2026-01-01' FROM body RETURNING id
		) SELECT body.id, side, kind, account.id AS account FROM body, account`, slug)
	if err != nil {
		t.Fatal(err)
	}
	return access.Actor{Account: b.Account, Body: b.ID, BodySlug: slug, Seat: access.Seat{Side: b.Side, Kind: b.Kind}, Bodies: []int64{b.ID}}
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.DB.Exec(t.Context(), sql, args...); err != nil {
		t.Fatal(err)
	}
}

func (w *world) value(t *testing.T, sql string, args ...any) string {
	t.Helper()
	v, err := postgres.Value[string](t.Context(), w.DB, sql, args...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// tell keeps a complaint and returns it as the centre sees it.
func (w *world) tell(t *testing.T, n complaint.New) complaint.Complaint {
	t.Helper()
	receipt, err := w.Receive(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	id, err := postgres.Value[int64](t.Context(), w.DB, `SELECT id FROM complaints WHERE code = $1`, receipt)
	if err != nil {
		t.Fatal(err)
	}
	return w.get(t, id)
}

func (w *world) get(t *testing.T, id int64) complaint.Complaint {
	t.Helper()
	c, _, err := w.Get(t.Context(), w.centre, id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func money() complaint.New {
	return complaint.New{Advert: "222 2222", Grounds: []complaint.Ground{complaint.Money}, Words: "Đòi 2 triệu tiền cọc", Phone: "0912 345 678", Address: "10.0.0.1"}
}

func TestFromTheTellerToTheSentence(t *testing.T) {
	t.Parallel()
	w := setup(t)
	c := w.tell(t, money())
	if c.VacancyID != w.vacancies[0] || c.EmployerID == 0 || c.Phone != "+84912345678" || c.Status != complaint.Received {
		t.Fatalf("got %+v", c)
	}
	if err := w.PauseVacancy(t.Context(), w.centre, c.ID, c.Version, "Chờ xác minh"); err != nil {
		t.Fatal(err)
	}
	if got := w.value(t, `SELECT status FROM vacancies WHERE id = $1`, c.VacancyID); got != "paused" {
		t.Errorf("the vacancy is %s", got)
	}
	if got := w.value(t, `SELECT count(*)::text FROM live_vacancies WHERE vacancy_id = $1`, c.VacancyID); got != "0" {
		t.Error("the paused vacancy can still be found")
	}
	c = w.get(t, c.ID)
	if c.Status != complaint.TakenUp || c.PausedAt == nil || c.MayPause() {
		t.Errorf("after pausing: %+v", c)
	}
	if err := w.PassOn(t.Context(), w.centre, c.ID, c.Version, "Đề nghị xác minh tại công ty"); err != nil {
		t.Fatal(err)
	}
	if err := w.Settle(t.Context(), w.centre, c.ID, c.Version, "Đã gỡ tin."); !errors.Is(err, errs.Conflict) {
		t.Errorf("of an older version: got %v", err)
	}
	c = w.get(t, c.ID)
	if err := w.Settle(t.Context(), w.centre, c.ID, c.Version, " "); !errors.Is(err, errs.Invalid) {
		t.Errorf("without a sentence: got %v", err)
	}
	if err := w.Settle(t.Context(), w.centre, c.ID, c.Version, "Đã gỡ tin, công ty trả lại tiền."); err != nil {
		t.Fatal(err)
	}
	r, err := w.Receipt(t.Context(), c.Code)
	if err != nil || r.Status != complaint.Settled || r.Outcome != "Đã gỡ tin, công ty trả lại tiền." || r.ClosedAt == nil {
		t.Errorf("the receipt says %+v, %v", r, err)
	}
	history, err := journal.Of(t.Context(), w.DB, journal.Complaint, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	var did []string
	for _, e := range history {
		did = append(did, e.Action+" "+e.To)
	}
	if want := []string{"settle settled", "pass_on ", "pause taken_up", "receive received"}; !slices.Equal(did, want) {
		t.Errorf("journal: %q, want %q", did, want)
	}
}

func TestOnlyTheCentreSeesThePhoneAndItsLooksAreKept(t *testing.T) {
	t.Parallel()
	w := setup(t)
	c := w.tell(t, money())
	seen, views, err := w.Get(t.Context(), w.board, c.ID)
	if err != nil || seen.Phone != "" || !seen.HasPhone || views != nil {
		t.Errorf("a verifier sees %q, %d views, %v", seen.Phone, len(views), err)
	}
	if _, views, err = w.Get(t.Context(), w.centre, c.ID); err != nil || len(views) != 2 {
		t.Errorf("this look and the one before are not kept: %d, %v", len(views), err)
	}
	elsewhere := money()
	elsewhere.Advert = "Tờ rơi ở chợ"
	lost := w.tell(t, elsewhere)
	if _, _, err := w.Get(t.Context(), w.board, lost.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("a verifier reads what names no employer: %v", err)
	}
	if _, _, err := w.Get(t.Context(), w.as(t, "ls-bao"), c.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("a newspaper reads it: %v", err)
	}
	for name, err := range map[string]error{
		"take up": w.TakeUp(t.Context(), w.board, c.ID, c.Version), "pause": w.PauseVacancy(t.Context(), w.board, c.ID, c.Version, "x"),
		"settle": w.Settle(t.Context(), w.board, c.ID, c.Version, "x"), "dismiss": w.Dismiss(t.Context(), w.board, c.ID, c.Version, "x"),
		"merge": w.Merge(t.Context(), w.board, c.ID, c.Version, lost.Code), "pass on": w.PassOn(t.Context(), w.board, c.ID, c.Version, "x"),
	} {
		if !errors.Is(err, errs.Forbidden) {
			t.Errorf("a verifier may %s: %v", name, err)
		}
	}
}

func TestRepeatsGoTheWayOfTheirMain(t *testing.T) {
	t.Parallel()
	w := setup(t)
	first, second, third := w.tell(t, money()), w.tell(t, money()), w.tell(t, money())
	if err := w.Merge(t.Context(), w.centre, second.ID, second.Version, second.Code); !errors.Is(err, errs.Invalid) {
		t.Errorf("into itself: got %v", err)
	}
	if err := w.Merge(t.Context(), w.centre, third.ID, third.Version, second.Code); err != nil {
		t.Fatal(err)
	}
	second = w.get(t, second.ID)
	if err := w.Merge(t.Context(), w.centre, second.ID, second.Version, complaint.ShowCode(first.Code)); err != nil {
		t.Fatal(err)
	}
	if first = w.get(t, first.ID); first.Repeats != 2 {
		t.Errorf("%d repeats, want 2", first.Repeats)
	}
	if err := w.Dismiss(t.Context(), w.centre, first.ID, first.Version, "Không đúng"); err != nil {
		t.Fatal(err)
	}
	r, err := w.Receipt(t.Context(), third.Code)
	if err != nil || r.Status != complaint.Dismissed || r.Outcome != "" {
		t.Errorf("a repeat's receipt says %+v, %v", r, err)
	}
	if err := w.TakeUp(t.Context(), w.centre, first.ID, first.Version+1); !errors.Is(err, errs.Conflict) {
		t.Errorf("what is over is taken up: %v", err)
	}

	w.at = w.at.AddDate(0, 0, complaint.KeepDays)
	if n, err := w.EraseDue(t.Context(), access.Everything()); err != nil || n != 0 {
		t.Errorf("erased %d too early, %v", n, err)
	}
	w.at = w.at.AddDate(0, 0, 1)
	if _, err := w.EraseDue(t.Context(), access.Scope{}); !errors.Is(err, errs.Forbidden) {
		t.Errorf("nobody erases: got %v", err)
	}
	if n, err := w.EraseDue(t.Context(), access.Everything()); err != nil || n != 3 {
		t.Errorf("erased %d, %v, want 3", n, err)
	}
	for _, id := range []int64{first.ID, second.ID, third.ID} {
		if c := w.get(t, id); c.HasPhone || c.Words != "" || c.ErasedAt == nil {
			t.Errorf("%d is not erased: %+v", id, c)
		}
	}
}

func TestTheListPutsTheGravestAndNewestFirst(t *testing.T) {
	t.Parallel()
	w := setup(t)
	say := func(g complaint.Ground) int64 {
		n := money()
		n.Grounds = []complaint.Ground{g}
		return w.tell(t, n).ID
	}
	pay, papers, minors, fee := say(complaint.Pay), say(complaint.Papers), say(complaint.Minors), say(complaint.Money)
	list, err := w.Open(t.Context(), w.centre, complaint.Filter{Vacancy: w.vacancies[0]})
	if err != nil {
		t.Fatal(err)
	}
	var got []int64
	for _, c := range list {
		got = append(got, c.ID)
		if c.Phone != "" {
			t.Error("a list shows phones")
		}
	}
	if want := []int64{fee, papers, minors, pay}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	n, err := w.Counts(t.Context(), w.centre)
	if err != nil || n.Open != 4 || n.Gravest != 2 || n.Oldest == nil || n.Closed != 0 {
		t.Errorf("counted %+v, %v", n, err)
	}
	if n, err := w.Counts(t.Context(), w.as(t, "ls-bao")); err != nil || n.Open != 0 {
		t.Errorf("a newspaper counts %+v, %v", n, err)
	}
}

func TestOneAddressCannotFlood(t *testing.T) {
	t.Parallel()
	w := setup(t)
	for range 30 {
		w.tell(t, money())
	}
	_, err := w.Receive(t.Context(), money())
	if p, is := errs.ProblemsOf(err); !is || p["advert"].Key != "complaint.problem.wait" {
		t.Errorf("the 31st within an hour: got %v", err)
	}
	other := money()
	other.Address = "10.0.0.2"
	w.tell(t, other)
	w.at = w.at.Add(time.Hour + time.Minute)
	w.tell(t, money())
}
