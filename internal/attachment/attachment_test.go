package attachment

import (
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var noon = time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)

// The things need no rows of their own here: whose they are is told by within.
const these = `SELECT unnest(@these::bigint[])`

func list(t *testing.T, db *postgres.DB, thing Thing, ids ...int64) map[int64][]Kept {
	t.Helper()
	kept, err := List(t.Context(), db, thing, these, pgx.StrictNamedArgs{"these": ids})
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func keep(t *testing.T, db *postgres.DB, thing Thing, of int64, files ...File) {
	t.Helper()
	account, err := postgres.Value[int64](t.Context(), db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		SELECT 'nguoi-gui-' || count(*), 'x', 'Người gửi', (SELECT min(id) FROM bodies), 'staff', @now FROM accounts
		RETURNING id`, pgx.StrictNamedArgs{"now": noon})
	if err != nil {
		t.Fatal(err)
	}
	if err := Keep(t.Context(), db, thing, of, files, account, noon); err != nil {
		t.Fatal(err)
	}
}

func TestFilesAreKeptWithTheirThing(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	keep(t, db, Report, 7, File{Name: `C:\Hồ sơ\tuyến.PDF`, Bytes: []byte("%PDF-1.7")}, File{Name: "a.txt", Bytes: []byte("chữ")})
	keep(t, db, Report, 8, File{Name: "b.txt", Bytes: []byte("khác")})
	keep(t, db, Evidence, 7, File{Name: "c.png", Bytes: []byte("\x89PNG\r\n\x1a\n")})

	reports := list(t, db, Report, 7, 9)
	if len(reports) != 1 || len(reports[7]) != 2 || reports[7][0].Name != "tuyến.PDF" || reports[7][1].Size != int64(len("chữ")) {
		t.Fatalf("reports have %+v", reports)
	}
	if of := list(t, db, Evidence, 7, 8); len(of) != 1 || of[7][0].Name != "c.png" {
		t.Errorf("evidence has %+v", of)
	}
	paper := reports[7][0].ID
	for _, tt := range []struct {
		name  string
		thing Thing
		of    int64
		want  error
	}{
		{"its report", Report, 7, nil},
		{"another report", Report, 8, errs.NotFound},
		{"evidence of the same number", Evidence, 7, errs.NotFound},
	} {
		file, err := Read(t.Context(), db, tt.thing, these, pgx.StrictNamedArgs{"file": paper, "these": []int64{tt.of}})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if tt.want == nil && (file.Name != "tuyến.PDF" || file.MediaType != "application/pdf" || string(file.Bytes) != "%PDF-1.7") {
			t.Errorf("%s: %+v", tt.name, file)
		}
	}
}

// The hash is what a later reader can hold a file against.
func TestTheHashIsOfTheContent(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	keep(t, db, Report, 7, File{Name: "a.txt", Bytes: []byte("abc")})
	sum, err := postgres.Value[string](t.Context(), db, `SELECT sha256 FROM attachments WHERE thing = 'report' AND thing_id = 7`)
	if want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; err != nil || sum != want {
		t.Errorf("got %s, %v", sum, err)
	}
}
