package intake_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/intake"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// TestTwoProcessesReadEachSheetOnce: two programs over one database share the
// sheets that wait.
func TestTwoProcessesReadEachSheetOnce(t *testing.T) {
	t.Parallel()
	w, stores := twoProcesses(t)
	const sheets, rows = 8, 600
	for n := range sheets {
		cells := table{heads}
		for i := range rows {
			cells = append(cells, full(fmt.Sprintf("%d-%d", n, i), "Công nhân may"))
		}
		if _, err := w.store.Upload(t.Context(), w.centre, "a.xlsx", sheetOf(t, cells)); err != nil {
			t.Fatal(err)
		}
	}
	var both sync.WaitGroup
	for _, s := range stores {
		both.Go(func() {
			if err := s.ReadWaiting(t.Context(), access.Everything()); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	if n := value[int](t, w.db, `SELECT count(*) FROM imports WHERE state = 'preview' AND created = $1`, rows); n != sheets {
		t.Errorf("%d of %d sheets are read", n, sheets)
	}
	if n := value[int](t, w.db, `SELECT sum(attempts) FROM import_progress`); n != sheets {
		t.Errorf("%d sheets were begun %d times", sheets, n)
	}
	if n := value[int](t, w.db, `SELECT count(*) FROM import_rows`); n != sheets*rows {
		t.Errorf("%d rows", n)
	}
}

// twoProcesses are two stores with pools of their own over one database.
func twoProcesses(t *testing.T) (w *world, stores []*intake.Store) {
	t.Helper()
	url := postgrestest.URL(t)
	for range 2 {
		db, pool, err := postgres.Open(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(pool.Close)
		if w == nil {
			w = setupOn(t, db)
		}
		stores = append(stores, &intake.Store{DB: db, Now: clock.Fixed(noon), Words: words()})
	}
	return w, stores
}

// TestASheetOutlivesItsReader: what one process holds no other takes; once it
// is gone the sheet is read anew.
func TestASheetOutlivesItsReader(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	w := setupOn(t, postgres.New(pool))
	id, err := w.store.Upload(t.Context(), w.centre, "a.xlsx", sheetOf(t, table{heads, full("A-1", "Công nhân may")}))
	if err != nil {
		t.Fatal(err)
	}
	tx, err := pool.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback(t.Context())
	if _, err := tx.Exec(t.Context(), `SELECT id FROM imports WHERE id = $1 FOR UPDATE`, id); err != nil {
		t.Fatal(err)
	}
	if err := w.store.ReadWaiting(t.Context(), access.Everything()); err != nil || w.get(t, w.centre, id).State != intake.Waiting {
		t.Errorf("read although another holds it: %v", err)
	}
	if err := tx.Conn().Close(t.Context()); err != nil { // as when the process dies
		t.Fatal(err)
	}
	for range 100 {
		if err := w.store.ReadWaiting(t.Context(), access.Everything()); err != nil {
			t.Fatal(err)
		}
		if w.get(t, w.centre, id).State == intake.Preview {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("it is never read")
}

// TestASheetThatKillsIsLetGo: one that brought its reader down three times is
// not begun again.
func TestASheetThatKillsIsLetGo(t *testing.T) {
	t.Parallel()
	w := setup(t)
	id, err := w.store.Upload(t.Context(), w.centre, "a.xlsx", sheetOf(t, table{heads, full("A-1", "Công nhân may")}))
	if err != nil {
		t.Fatal(err)
	}
	value[int64](t, w.db, `INSERT INTO import_progress (import_id, attempts) VALUES ($1, 3) RETURNING import_id`, id)
	if err := w.store.ReadWaiting(t.Context(), access.Everything()); err != nil {
		t.Fatal(err)
	}
	if i := w.get(t, w.centre, id); i.State != intake.Refused || i.Problem.Key != "import.problem.failed" {
		t.Errorf("%+v", i)
	}
}

func TestAnUploadWakesTheReader(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	w := setupOn(t, postgres.New(pool))
	var reading sync.WaitGroup
	defer reading.Wait()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	reading.Go(func() { w.store.Follow(ctx, access.Everything(), pool, time.Hour, slog.New(slog.DiscardHandler)) })
	for n := range 3 {
		id, err := w.store.Upload(t.Context(), w.centre, "a.xlsx", sheetOf(t, table{heads, full(fmt.Sprint(n), "Công nhân may")}))
		if err != nil {
			t.Fatal(err)
		}
		for tries := 0; w.get(t, w.centre, id).State == intake.Waiting; tries++ {
			if tries == 250 {
				t.Fatal("nobody reads it")
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
}

// TestSheetsThatCannotBeTakenIn: each is refused in a sentence, and leaves
// nothing behind.
func TestSheetsThatCannotBeTakenIn(t *testing.T) {
	t.Parallel()
	w := setup(t)
	long := table{heads}
	for i := range intake.MostRows + 1 {
		long = append(long, []any{"", fmt.Sprint(i), "Thợ"})
	}
	for name, tt := range map[string]struct {
		rows table
		want string
	}{
		"nothing at all":      {table{}, "no_rows"},
		"no rows":             {table{heads}, "no_rows"},
		"another list":        {table{{"Họ và tên", "Ngày sinh"}, {"Lan", "1999"}}, "headers"},
		"no employer":         {table{{"Tên công việc", "Số lượng"}, {"Thợ", 5}}, "headers"},
		"a column twice":      {table{{"Tên công việc", "MST", "Số lượng", "SL"}, {"Thợ", "", 5, 5}}, "twice"},
		"too many rows":       {long, "rows"},
		"only the example":    {table{append([]any{"Ghi chú"}, heads...), append([]any{"Ví dụ"}, full("", "Thợ")...)}, "no_rows"},
		"only blanks beneath": {table{heads, {" ", "", "\u00a0"}}, "no_rows"},
	} {
		i := w.upload(t, w.centre, tt.rows)
		if i.State != intake.Refused || i.Problem == nil || i.Problem.Key != "import.problem."+tt.want {
			t.Errorf("%s: %s %+v", name, i.State, i.Problem)
		}
	}
	if n := value[int](t, w.db, `SELECT (SELECT count(*) FROM import_rows) + (SELECT count(*) FROM import_files) + (SELECT count(*) FROM vacancies)`); n != 0 {
		t.Errorf("%d rows are left behind", n)
	}
}

// TestHeadersAreFound: under a letterhead, in any order, without marks, on the
// second sheet.
func TestHeadersAreFound(t *testing.T) {
	t.Parallel()
	w := setup(t)
	i := w.upload(t, w.centre, table{{"CÔNG TY TNHH MAY SÔNG THƯƠNG"}, {}, {"Nhu cầu tuyển dụng tháng 6"},
		{"STT", "so luong (nguoi)", "VỊ TRÍ TUYỂN DỤNG", "Ten cong ty", "Màu áo"}, {1, 20, "Thợ may", "cty may sông thương", "xanh"}})
	if got := summary(i); got != "preview: 1 rows, 1 created, 0 updated, 0 same, 0 refused, 1 incomplete" || fmt.Sprint(i.Ignored) != "[Màu áo]" {
		t.Errorf("%s, ignored %v: %+v", got, i.Ignored, w.rows(t, i, ""))
	}
}

const childSheet = "CAUVIEC_TEST_CHILD_SHEET"

// mostMemory is what the whole process may take while it reads 10,000 rows.
const mostMemory = 200 << 20

// TestMemoryOfTenThousandRows takes the largest sheet in, in a process of its
// own, and asks the system how much memory that ever took.
func TestMemoryOfTenThousandRows(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the system says how much memory a process took on Linux only")
	}
	t.Parallel()
	url := postgrestest.URL(t)
	db, pool, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	setupOn(t, db)
	file := filepath.Join(t.TempDir(), "lon.xlsx")
	if err := os.WriteFile(file, large(t, intake.MostRows), 0o600); err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestChildTakesASheetIn$", "-test.v")
	child.Env = append(os.Environ(), childSheet+"="+file, childSheet+"_URL="+url)
	out, err := child.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	_, rest, _ := strings.Cut(string(out), "peak ")
	peak, err := strconv.Atoi(strings.Fields(rest + " ?")[0])
	if err != nil || peak > mostMemory {
		t.Errorf("the process took %d MB: %s", peak>>20, out)
	}
	t.Logf("peak of the whole process: %d MB", peak>>20)
}

// TestChildTakesASheetIn is the process that TestMemoryOfTenThousandRows looks
// at; by itself it does nothing.
func TestChildTakesASheetIn(t *testing.T) {
	file := os.Getenv(childSheet)
	if file == "" {
		t.Skip("run by TestMemoryOfTenThousandRows")
	}
	db, pool, err := postgres.Open(t.Context(), os.Getenv(childSheet+"_URL"))
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{db: db, store: &intake.Store{DB: db, Now: clock.Fixed(noon), Words: words()}, centre: as(t, db, "ls-ttdvvl")}
	id, err := w.store.Upload(t.Context(), w.centre, "lon.xlsx", content)
	if err == nil {
		err = w.store.ReadWaiting(t.Context(), access.Everything())
	}
	if err != nil {
		t.Fatal(err)
	}
	if i := w.confirm(t, w.get(t, w.centre, id), true); i.Created != intake.MostRows {
		t.Fatal(summary(i))
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("peak %d \n", kilobytes<<10)
}
