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

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/exchange"
	"cauviec/internal/postgres/postgrestest"
)

var noon = time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC)

var centre = access.Program(0, "ls-ttdvvl", access.Seat{Side: access.Source, Kind: access.Centre})

// line is what a test looks at of a line.
type line struct {
	Kind     string `json:"loai_ban_ghi"`
	Revision int    `json:"phien_ban"`
	Replaces *int   `json:"thay_the_phien_ban"`
	State    string `json:"trang_thai"`
	End      *struct {
		Early bool   `json:"truoc_han"`
		Kind  string `json:"loai_ly_do"`
	} `json:"ket_thuc"`
	Work struct {
		Title  string `json:"ten_cong_viec"`
		Level2 string `json:"ma_nghe_cap_2"`
	} `json:"viec_lam"`
}

type world struct {
	t     *testing.T
	store *exchange.Store
	now   time.Time
	ids   []int64
}

func newWorld(t *testing.T, vacancies int) *world {
	t.Helper()
	db := postgrestest.DB(t)
	w := &world{t: t, now: noon}
	w.store = &exchange.Store{DB: db, Now: func() time.Time { return w.now }}
	w.ids = boardtest.Fill(t, db, clock.DayOf(noon), boardtest.Size{Vacancies: vacancies, Employers: 2})
	w.exec(`UPDATE vacancies SET closes_on = '2026-05-30'`)
	w.exec(`INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at) SELECT id, 1, '{}', published_at FROM vacancies`)
	return w
}

func (w *world) exec(sql string, args ...any) {
	w.t.Helper()
	if _, err := w.store.DB.Exec(w.t.Context(), sql, args...); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) make() exchange.Export {
	w.t.Helper()
	x, err := w.store.Make(w.t.Context(), centre, time.Time{})
	if err != nil {
		w.t.Fatal(err)
	}
	return x
}

func (w *world) file(x exchange.Export) (text string, lines []line) {
	w.t.Helper()
	var b bytes.Buffer
	if err := w.store.Write(w.t.Context(), access.Everything(), x.ID, &b); err != nil {
		w.t.Fatal(err)
	}
	for one := range strings.Lines(b.String()) {
		var l line
		if err := json.Unmarshal([]byte(one), &l); err != nil {
			w.t.Fatal(err)
		}
		lines = append(lines, l)
	}
	return b.String(), lines
}

// TestAFileHasWhatChangedSinceTheLast, says which wording it replaces and what
// ended early, and can be made again exactly after everything has changed.
func TestAFileHasWhatChangedSinceTheLast(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 1203) // more than two batches
	first := w.make()
	text, lines := w.file(first)
	if first.Records != 1203 || len(lines) != 1204 || lines[0].Kind != "dau_tep" || !strings.Contains(text, "chưa công bố") {
		t.Fatalf("%d records, %d lines, the first %+v", first.Records, len(lines), lines[0])
	}
	if l := lines[1]; l.Replaces != nil || l.State != "dang_tuyen" || l.End != nil || l.Work.Title == "" || len(l.Work.Level2) != 2 {
		t.Errorf("a record: %+v", l)
	}
	if sum := sha256.Sum256([]byte(text)); hex.EncodeToString(sum[:]) != first.Sha256 {
		t.Error("the sum is not that of the file")
	}
	w.now = noon.Add(time.Hour)
	w.exec(`INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at) VALUES (@id, 2, '{}', @at)`, pgx.StrictNamedArgs{"id": w.ids[4], "at": w.now})
	w.exec(`UPDATE vacancies SET revision = 2, title = 'Khác' WHERE id = @id`, pgx.StrictNamedArgs{"id": w.ids[4]})
	w.exec(`UPDATE vacancies SET status = 'filled', ended_at = @at WHERE id = @id`, pgx.StrictNamedArgs{"id": w.ids[7], "at": w.now})
	w.exec(`INSERT INTO journal (at, thing, thing_id, action, to_value) VALUES (@at, 'vacancy', @id, 'pause', 'paused')`, pgx.StrictNamedArgs{"id": w.ids[9], "at": w.now})
	w.exec(`UPDATE vacancies SET status = 'paused' WHERE id = @id`, pgx.StrictNamedArgs{"id": w.ids[9]})
	second := w.make()
	_, lines = w.file(second)
	if second.Since != first.At || len(lines) != 4 {
		t.Fatalf("since %s, %d lines", second.Since, len(lines))
	}
	if l := lines[1]; l.Revision != 2 || l.Replaces == nil || *l.Replaces != 1 || l.Work.Title != "Khác" {
		t.Errorf("the new wording: %+v", l)
	}
	if l := lines[2]; l.State != "ket_thuc_som" || l.End == nil || !l.End.Early || l.End.Kind != "da_tuyen_du" {
		t.Errorf("the filled one: %+v", l)
	}
	if l := lines[3]; l.State != "tam_dung" {
		t.Errorf("the paused one: %+v", l)
	}
	if third := w.make(); third.Records != 0 {
		t.Errorf("nothing changed, and %d records", third.Records)
	}
	w.now = time.Date(2026, 5, 31, 5, 0, 0, 0, time.UTC)
	if over := w.make(); over.Records != 1203 {
		t.Errorf("all are over, and %d records say so", over.Records)
	}
	w.exec(`UPDATE vacancies SET title = 'Sửa sau'`)
	if again, _ := w.file(first); again != text {
		t.Error("the first file is another one now")
	}
}

// TestOnlyWhoPublishesHandsOver.
func TestOnlyWhoPublishesHandsOver(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 1)
	x := w.make()
	office := access.Actor{Account: 1, Seat: access.Seat{Side: access.Source, Kind: access.Office}}
	if _, err := w.store.Make(t.Context(), office, noon); !errors.Is(err, errs.Forbidden) {
		t.Errorf("the Office makes a file: %v", err)
	}
	if _, err := w.store.Make(t.Context(), centre, noon.AddDate(0, 0, 1)); !errors.Is(err, errs.Invalid) {
		t.Errorf("since tomorrow: %v", err)
	}
	var b bytes.Buffer
	if list, err := w.store.List(t.Context(), access.Scope{}); err != nil || len(list) != 0 {
		t.Errorf("no scope lists %v, %v", list, err)
	}
	if _, err := w.store.Get(t.Context(), access.Scope{}, x.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("no scope gets %v", err)
	}
	if err := w.store.Write(t.Context(), access.Scope{}, x.ID, &b); err != nil || b.Len() > 0 {
		t.Errorf("no scope reads %d bytes, %v", b.Len(), err)
	}
}
