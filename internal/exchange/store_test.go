package exchange_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/exchange"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
)

// start is noon of 10 March 2026.
var start = time.Date(2026, 3, 10, 5, 0, 0, 0, time.UTC)

// world is an employer that posts, the centre that publishes, and a clock that
// tests move.
type world struct {
	t        *testing.T
	db       *postgres.DB
	now      time.Time
	relay    access.Actor
	centre   access.Actor
	board    access.Actor
	employer int64
}

func setup(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, db: postgrestest.Tx(t), now: start}
	w.relay, w.centre, w.board = w.as("bg-ttdvvl"), w.as("ls-ttdvvl"), w.as("bg-bqlkcn")
	var err error
	w.employer, err = w.employers().Create(t.Context(), w.board, employer.Details{TaxCode: "0100233488", Name: "Công ty May Sông Thương",
		Type: "private", Address: "KCN", ZoneID: w.zone()})
	if err == nil {
		err = w.employers().Verify(t.Context(), w.board, w.employer, 1, "giấy phép", employer.Registration)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) clock() time.Time { return w.now }

func (w *world) employers() *employer.Store { return &employer.Store{DB: w.db, Now: w.clock} }
func (w *world) vacancies() *vacancy.Store  { return &vacancy.Store{DB: w.db, Now: w.clock} }
func (w *world) exports() *exchange.Store {
	return &exchange.Store{DB: w.db, Now: w.clock, Words: func(key string) string { return key }}
}

func (w *world) as(slug string) access.Actor {
	w.t.Helper()
	type row struct {
		Account, Body int64
		Side          access.Side
		Kind          access.Kind
	}
	r, err := postgres.One[row](w.t.Context(), w.db, `
		WITH b AS (SELECT id, side, kind FROM bodies WHERE slug = $1), a AS (
			INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
			SELECT $1, '', 'Lan ' || $1, id, 'staff', '2026-01-01' FROM b RETURNING id)
		SELECT a.id AS account, b.id AS body, b.side, b.kind FROM a, b`, slug)
	if err != nil {
		w.t.Fatal(err)
	}
	return access.Actor{Account: r.Account, Body: r.Body, BodySlug: slug, Seat: access.Seat{Side: r.Side, Kind: r.Kind}, Bodies: []int64{r.Body}}
}

func (w *world) zone() int64 {
	w.t.Helper()
	id, err := postgres.Value[int64](w.t.Context(), w.db, `SELECT id FROM zones WHERE slug = 'dinh-tram'`)
	if err != nil {
		w.t.Fatal(err)
	}
	return id
}

// published returns a vacancy that the public sees, open for a month.
func (w *world) published(title string) vacancy.Vacancy {
	w.t.Helper()
	ctx, s := w.t.Context(), w.vacancies()
	id, err := s.Create(ctx, w.relay, vacancy.Details{EmployerID: w.employer, Title: title, OccupationCode: "8153", ZoneID: w.zone(),
		Headcount: 20, Description: "May áo khoác theo chuyền", Position: "staff", Education: "lower_secondary", Qualification: "any",
		Hours: "full", Shift: "garment", BasicWage: 5_200_000, IncomeFrom: 8_000_000, IncomeTo: 11_000_000, Benefits: []string{"insurance"},
		Conditions: []string{"indoor"}, NoFee: true, ContactName: "Chị Hoa", ContactPhone: "0912345678", ClosesOn: clock.DayOf(w.now).Add(30)})
	if err == nil {
		err = s.Submit(ctx, w.relay, id, 1)
	}
	if err == nil {
		err = s.Publish(ctx, w.centre, id, 2)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return w.get(id)
}

func (w *world) get(id int64) vacancy.Vacancy {
	w.t.Helper()
	v, err := w.vacancies().Get(w.t.Context(), w.centre, id)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// made is a file read back.
type made struct {
	bytes   []byte
	heading exchange.Heading
	records map[string]exchange.Record
}

func (w *world) export(since string) (id int64, m made) {
	w.t.Helper()
	id, err := w.exports().Make(w.t.Context(), w.centre, clock.MustDay(since))
	w.must(err)
	return id, w.file(id)
}

func (w *world) file(id int64) made {
	w.t.Helper()
	f, err := w.exports().File(w.t.Context(), access.Everything(), id)
	w.must(err)
	var b bytes.Buffer
	_, err = f.WriteTo(&b)
	w.must(err)
	m := made{bytes: b.Bytes(), records: map[string]exchange.Record{}}
	first, rest, _ := bytes.Cut(m.bytes, []byte("\n"))
	w.must(json.Unmarshal(first, &m.heading))
	for line := range strings.Lines(string(rest)) {
		var r exchange.Record
		w.must(json.Unmarshal([]byte(line), &r))
		m.records[r.Code] = r
	}
	if sum := sha256.Sum256(rest); m.heading.SHA256 != hex.EncodeToString(sum[:]) || m.heading.Records != len(m.records) {
		w.t.Errorf("the heading says %d records, %s; there are %d, %x", m.heading.Records, m.heading.SHA256, len(m.records), sum)
	}
	return m
}

func TestAnExportTellsWhatChanged(t *testing.T) {
	t.Parallel()
	w := setup(t)
	open, revised, filled, still := w.published("Thợ may một"), w.published("Thợ may hai"), w.published("Thợ may ba"), w.published("Thợ may tư")
	if _, err := w.vacancies().Create(t.Context(), w.relay, vacancy.Details{EmployerID: w.employer, Title: "Nháp"}); err != nil {
		t.Fatal(err)
	}
	_, first := w.export("10/03/2026")
	if len(first.records) != 4 || first.records[open.Code].State.Code != exchange.Open {
		t.Fatalf("first: %s", first.bytes)
	}

	w.now = start.AddDate(0, 0, 3)
	s := w.vacancies()
	w.must(s.Extend(t.Context(), w.centre, revised.ID, revised.Version, revised.ClosesOn.Add(5), "cần thêm người"))
	w.must(s.Fill(t.Context(), w.centre, filled.ID, filled.Version, "đã đủ từ nguồn khác"))
	w.must(s.Pause(t.Context(), w.centre, open.ID, open.Version, "chờ dây chuyền"))
	_, second := w.export("11/03/2026")
	if _, told := second.records[still.Code]; told || len(second.records) != 3 {
		t.Errorf("second: %s", second.bytes)
	}
	if v := second.records[revised.Code].Version; v.Number != 2 || v.Replaces != 1 || !v.At.Equal(w.now) || !v.FirstAt.Equal(start) {
		t.Errorf("revised: %+v", v)
	}
	if got := second.records[filled.Code].State; got.Code != exchange.ClosedEarly || got.On.ISO() != "2026-03-13" || got.Reason.Code != "filled" {
		t.Errorf("filled: %+v", got)
	}
	if got := second.records[open.Code].State; got.Code != exchange.Paused || got.On.ISO() != "2026-03-13" {
		t.Errorf("paused: %+v", got)
	}
	list, more, err := w.exports().List(t.Context(), access.Everything(), 0, 1)
	if err != nil || !more || list[0].Appeared != 0 || list[0].Changed != 2 || list[0].Closed != 1 || list[0].Person != "Lan ls-ttdvvl" {
		t.Errorf("listed: %+v, %v, %v", list, more, err)
	}
}

// Time alone closes a vacancy: nobody writes anything then.
func TestAnExportTellsWhatIsOver(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.published("Thợ may")
	w.now = v.ClosesOn.Start()
	if _, m := w.export(v.ClosesOn.String()); len(m.records) != 0 {
		t.Errorf("on the last day: %s", m.bytes)
	}
	w.now = v.ClosesOn.End()
	if _, m := w.export(v.ClosesOn.String()); m.records[v.Code].State.Code != exchange.Closed {
		t.Errorf("after the last day: %s", m.bytes)
	}
}

func TestASuspendedEmployerClosesItsVacancies(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.published("Thợ may")
	w.now = start.AddDate(0, 0, 2)
	e, err := w.employers().Get(t.Context(), access.Everything(), w.employer)
	w.must(err)
	w.must(w.employers().Suspend(t.Context(), w.board, w.employer, e.Version, "thu tiền", employer.Visit))
	_, m := w.export("12/03/2026")
	if got := m.records[v.Code].State; got.Code != exchange.ClosedEarly || got.Reason.Code != "employer" || got.On.ISO() != "2026-03-12" {
		t.Errorf("got %+v", got)
	}
}

func TestAFileStaysAsItWasMade(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.published("Thợ may")
	id, before := w.export("10/03/2026")
	if _, again := w.export("10/03/2026"); !bytes.Equal(again.bytes, before.bytes) {
		t.Errorf("the same range at the same instant:\n%s\n%s", before.bytes, again.bytes)
	}
	w.now = start.AddDate(0, 0, 1)
	w.must(w.vacancies().Withdraw(t.Context(), w.centre, v.ID, v.Version, "thôi tuyển"))
	if after := w.file(id); !bytes.Equal(after.bytes, before.bytes) {
		t.Errorf("made %s, is %s", before.bytes, after.bytes)
	}
}

func TestWhoExportsAndWhich(t *testing.T) {
	t.Parallel()
	w := setup(t)
	s, ctx := w.exports(), t.Context()
	if _, err := s.Make(ctx, w.relay, clock.MustDay("10/03/2026")); !errors.Is(err, errs.Forbidden) {
		t.Errorf("who does not publish: %v", err)
	}
	for since, want := range map[clock.Day]string{{}: "problem.required", clock.MustDay("11/03/2026"): "exchange.problem.future"} {
		_, err := s.Make(ctx, w.centre, since)
		if p, _ := errs.ProblemsOf(err); p["since"].Key != want {
			t.Errorf("since %q: %v", since, err)
		}
	}
	if since, err := s.Next(ctx, access.Everything()); err != nil || since != clock.DayOf(start) {
		t.Errorf("before anything was public: %s, %v", since, err)
	}
	w.published("Thợ may")
	w.now = start.AddDate(0, 0, 7)
	if since, err := s.Next(ctx, access.Everything()); err != nil || since != clock.DayOf(start) {
		t.Errorf("before the first export: %s, %v", since, err)
	}
	id, _ := w.export("10/03/2026")
	w.now = start.AddDate(0, 0, 9)
	if since, err := s.Next(ctx, access.Everything()); err != nil || since.ISO() != "2026-03-17" {
		t.Errorf("after it: %s, %v", since, err)
	}
	w.export("19/03/2026")
	if since, err := s.Next(ctx, access.Everything()); err != nil || since.ISO() != "2026-03-17" {
		t.Errorf("after one that left two days out: %s, %v", since, err)
	}
	w.export("16/03/2026")
	if since, err := s.Next(ctx, access.Everything()); err != nil || since.ISO() != "2026-03-19" {
		t.Errorf("after one that told them: %s, %v", since, err)
	}
	if _, err := s.File(ctx, access.Scope{}, id); !errors.Is(err, errs.NotFound) {
		t.Errorf("who sees nothing gets a file: %v", err)
	}
}

func TestAVacancyTellsWhichItFollows(t *testing.T) {
	t.Parallel()
	w := setup(t)
	old, merged := w.published("Thợ may một"), w.published("Thợ may hai")
	if _, err := w.db.Exec(t.Context(), `UPDATE vacancies SET relisted_from = $1 WHERE id = $2`, old.ID, merged.ID); err != nil {
		t.Fatal(err)
	}
	w.must(w.vacancies().Withdraw(t.Context(), w.centre, old.ID, old.Version, "đăng hai lần"))
	if _, err := w.db.Exec(t.Context(), `UPDATE vacancies SET merged_into = $1 WHERE id = $2`, merged.ID, old.ID); err != nil {
		t.Fatal(err)
	}
	_, m := w.export("10/03/2026")
	if got := m.records[merged.Code].Version.RelistedFrom; got != old.Code {
		t.Errorf("relisted from %q, want %q", got, old.Code)
	}
	if got := m.records[old.Code]; got.Version.MergedInto != merged.Code || got.State.Reason.Code != "merged" {
		t.Errorf("merged: %+v, %+v", got.Version, got.State)
	}
}
