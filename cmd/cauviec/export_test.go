package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// TestExportVieclam writes an export to a file, finds it again by its number,
// and leaves none behind when the day makes no sense.
func TestExportVieclam(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	boardtest.Fill(t, postgres.New(pool), clock.DayOf(time.Now()), boardtest.Size{Vacancies: 3, Employers: 1})
	database := "--database-url=" + pool.Config().ConnString()
	path := filepath.Join(t.TempDir(), "vieclam.jsonl")
	if out := ran(t, "export", "vieclam", "--since", "01/01/2020", "--out", path, database); out != "" {
		t.Errorf("beside the file it prints %q", out)
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if lines := bytes.Count(written, []byte("\n")); lines != 4 || !bytes.Contains(written, []byte(`"tu_ngay":"2020-01-01"`)) {
		t.Errorf("%d lines: %s", lines, written)
	}
	if again := ran(t, "export", "vieclam", "--again", "1", database); again != string(written) {
		t.Errorf("written again it is %s", again)
	}
	if next := ran(t, "export", "vieclam", database); !strings.Contains(next, `"tu_ngay":"`+clock.DayOf(time.Now()).ISO()) {
		t.Errorf("the next one begins elsewhere: %s", next)
	}
	for _, args := range [][]string{
		{"--since", "mai"}, {"--since", "01/01/2999"}, {"--since", "01/01/2020", "--again", "1"}, {"--again", "99"},
		{"--body", "no-such-body"}, {"--body", "ls-ubnd"},
	} {
		if err := run(t.Context(), append([]string{"export", "vieclam", database}, args...), io.Discard, io.Discard); err == nil {
			t.Errorf("export vieclam %v is accepted", args)
		}
	}
	var kept int
	if err := pool.QueryRow(t.Context(), `SELECT count(*) FROM exchange_exports`).Scan(&kept); err != nil || kept != 2 {
		t.Errorf("%d exports are kept, %v", kept, err)
	}
}
