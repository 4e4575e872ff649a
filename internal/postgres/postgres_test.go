package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/migrations"
)

var noon = time.Date(2024, 3, 13, 5, 0, 0, 0, time.UTC)

func note(ctx context.Context, db *postgres.DB, username string) error {
	_, err := db.Exec(ctx, `INSERT INTO sign_in_attempts (username, address, at, ok) VALUES ($1, '', $2, true)`, username, noon)
	return err
}

func notes(t *testing.T, db *postgres.DB) int64 {
	t.Helper()
	n, err := postgres.Value[int64](t.Context(), db, `SELECT count(*) FROM sign_in_attempts`)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAFormActsOnce(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	send := func(path, words string) (string, error) {
		s := postgres.Sending{Key: "0123456789abcdef", Path: path, Words: []byte(words), At: noon}
		return db.Once(t.Context(), s, func(ctx context.Context) (string, error) {
			return "/nhiem-vu/1", note(ctx, db, "once")
		})
	}
	if where, err := send("/nhiem-vu", "a"); err != nil || where != "/nhiem-vu/1" {
		t.Fatalf("first: got %q, %v", where, err)
	}
	var repeated postgres.ErrRepeated
	if _, err := send("/nhiem-vu", "a"); !errors.As(err, &repeated) || repeated != (postgres.ErrRepeated{Location: "/nhiem-vu/1"}) {
		t.Errorf("second: got %v, want where the first led", err)
	}
	if _, err := send("/nhiem-vu", "b"); !errors.As(err, &repeated) || !repeated.Changed {
		t.Errorf("other words: got %v, want that they are others", err)
	}
	if _, err := send("/tin", "a"); !errors.Is(err, errs.Conflict) {
		t.Errorf("the key on another form: got %v, want Conflict", err)
	}
	if n := notes(t, db); n != 1 {
		t.Errorf("acted %d times, want 1", n)
	}
}

func TestAFormThatFailedMayBeSentAgain(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	fail := errors.New("fail")
	for _, want := range []error{fail, nil} {
		_, err := db.Once(t.Context(), postgres.Sending{Key: "0123456789abcdef", Path: "/", Words: []byte("a"), At: noon}, func(ctx context.Context) (string, error) {
			return "/", errors.Join(note(ctx, db, "again"), want)
		})
		if !errors.Is(err, want) {
			t.Fatalf("got %v, want %v", err, want)
		}
	}
	if n := notes(t, db); n != 1 {
		t.Errorf("kept %d, want only the second", n)
	}
}

func TestTwoSendingsAtOnceActOnce(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			_, err := db.Once(t.Context(), postgres.Sending{Key: "0123456789abcdef", Path: "/", Words: []byte("a"), At: noon}, func(ctx context.Context) (string, error) {
				return "/done", note(ctx, db, "race")
			})
			var repeated postgres.ErrRepeated
			if err != nil && !(errors.As(err, &repeated) && repeated.Location == "/done") {
				t.Errorf("got %v", err)
			}
		})
	}
	all.Wait()
	if n := notes(t, db); n != 1 {
		t.Errorf("acted %d times, want 1", n)
	}
}

func TestWhatIsWrittenOutsideStays(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	fail := errors.New("fail")
	err := db.InTx(t.Context(), func(ctx context.Context) error {
		return errors.Join(note(ctx, db, "inside"), note(postgres.Outside(ctx), db, "outside"), fail)
	})
	if !errors.Is(err, fail) {
		t.Fatal(err)
	}
	left, err := postgres.Values[string](t.Context(), db, `SELECT username FROM sign_in_attempts`)
	if err != nil || !slices.Equal(left, []string{"outside"}) {
		t.Errorf("left: got %v, %v", left, err)
	}
}

func TestMigrationsGoUpDownAndUpAgain(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Empty(t)
	db := postgres.New(pool)
	var dumps [2][]string
	for i := range dumps {
		if err := postgres.Migrate(pool); err != nil {
			t.Fatal(err)
		}
		dumps[i] = schema(t, db)
		if err := db.Ready(t.Context()); err != nil {
			t.Errorf("Ready: %v", err)
		}
		if err := postgres.Rollback(pool); err != nil {
			t.Fatal(err)
		}
		if left := schema(t, db); len(left) > 0 {
			t.Errorf("after going down there is left: %v", left)
		}
	}
	if !slices.Equal(dumps[0], dumps[1]) {
		t.Error("the schema differs the second time")
	}
}

// schema lists the columns, constraints and indexes of every table of ours.
func schema(t *testing.T, db *postgres.DB) []string {
	t.Helper()
	lines, err := postgres.Values[string](t.Context(), db, `
		SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
		FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
		UNION ALL
		SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
		WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE 'schema_migrations%'
		UNION ALL
		SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migrations'
		ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// golang-migrate skips a lower number that lands late, so numbers have no gap
// and no twin.
func TestMigrationsAreNumberedWithoutGapOrTwin(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`^(\d{6})_([a-z_]+)\.(up|down)\.sql$`)
	seen := map[string]string{}
	files, err := fs.Glob(migrations.FS, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		parts := name.FindStringSubmatch(file)
		if parts == nil {
			t.Fatalf("%s is not named as a migration", file)
		}
		number, direction := parts[1], parts[3]
		if other, twice := seen[number+direction]; twice {
			t.Errorf("%s and %s have the same number", other, file)
		}
		seen[number+direction] = file
	}
	newest, err := postgres.Newest()
	if err != nil {
		t.Fatal(err)
	}
	for n := uint(1); n <= newest; n++ {
		for _, direction := range []string{"up", "down"} {
			if seen[fmt.Sprintf("%06d%s", n, direction)] == "" {
				t.Errorf("migration %d has no %s", n, direction)
			}
		}
	}
}
