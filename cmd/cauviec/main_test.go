package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// ran runs a command as main does and wants it to succeed.
func ran(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if err := run(t.Context(), args, &out, io.Discard); err != nil {
		t.Fatalf("cauviec %s: %v", strings.Join(args, " "), err)
	}
	return out.String()
}

func TestVersion(t *testing.T) {
	t.Parallel()
	if out := ran(t, "version"); !strings.HasPrefix(out, "cauviec ") || !strings.Contains(out, "go1.") {
		t.Errorf("version says %q", out)
	}
}

func TestUnknownWordsAreRefused(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{}, {"fly"}, {"serve", "--no-such-flag"}, {"notice", "read"}, {"user", "create", "lan"},
		{"user", "create", "lan", "--name", "Lan", "--body", "ls-ubnd", "--role", "king"}} {
		if err := run(t.Context(), args, io.Discard, io.Discard); err == nil {
			t.Errorf("cauviec %v is accepted", args)
		}
	}
}

// settings lists the flags of a command with their variables.
func settings(command any) (flags, variables []string) {
	for _, field := range reflect.VisibleFields(reflect.TypeOf(command)) {
		if variable := field.Tag.Get("env"); variable != "" {
			variables = append(variables, variable)
			flags = append(flags, "--"+strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(variable, "_", "-"), "CAUVIEC-")))
		}
	}
	return flags, variables
}

// TestHelpListsEverySetting: each flag of serving has a variable, and both
// stand in the help.
func TestHelpListsEverySetting(t *testing.T) {
	t.Parallel()
	help, err := command("serve", "--help").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, help)
	}
	flags, variables := settings(serveCommand{})
	if len(variables) < 8 {
		t.Errorf("only %v can be set by the environment", variables)
	}
	for _, word := range append(flags, variables...) {
		if !strings.Contains(string(help), word) {
			t.Errorf("--help does not tell of %s:\n%s", word, help)
		}
	}
	top, err := command("--help").CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"serve", "migrate", "notice read", "demo", "user create", "user reset", "version"} {
		if !strings.Contains(string(top), word) {
			t.Errorf("--help does not tell of %q:\n%s", word, top)
		}
	}
}

func TestNoticeRead(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../internal/startup/founding-notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "notice.txt")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Obligations []struct {
			Clause string   `json:"clause"`
			Leads  []string `json:"leads"`
		} `json:"obligations"`
	}
	out := ran(t, "notice", "read", "--json", file)
	if err := json.Unmarshal([]byte(out), &read); err != nil {
		t.Fatalf("%v:\n%.500s", err, out)
	}
	if len(read.Obligations) != 7 {
		t.Errorf("%d obligations, want 7:\n%.2000s", len(read.Obligations), out)
	}
	if plain := ran(t, "notice", "read", file); !strings.Contains(plain, "30/04/2024") || !strings.Contains(plain, "2.2") {
		t.Errorf("the plain reading is\n%s", plain)
	}
}

func TestNoticeReadSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, content := range map[string]string{"empty.txt": "", "picture.png": "\x89PNG\r\n\x1a\n", "bytes.txt": "\xff\xfe\x00\x01", "fake.docx": "PK\x03\x04"} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		err := run(t.Context(), []string{"notice", "read", file}, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := run(t.Context(), []string{"notice", "read", filepath.Join(dir, "none.txt")}, io.Discard, io.Discard); err == nil {
		t.Error("a file that is not there is read")
	}
}

// TestMigrate brings an empty database up to date; a second time changes
// nothing.
func TestMigrate(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Empty(t)
	for range 2 {
		ran(t, "migrate", "--database-url", pool.Config().ConnString())
	}
	if err := postgres.New(pool).Ready(t.Context()); err != nil {
		t.Error(err)
	}
	bodies, err := postgres.Value[int](t.Context(), postgres.New(pool), `SELECT count(*)::int FROM bodies`)
	if err != nil || bodies < 200 {
		t.Errorf("%d bodies, %v", bodies, err)
	}
}

// TestUser creates the first administrator and resets a password: each signs
// in, and the old one no more.
func TestUser(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	database := "--database-url=" + pool.Config().ConnString()
	first := passwordIn(t, ran(t, "user", "create", "quan-tri", "--name", "Vi Thị Lan", "--body", "ls-ubnd", "--role", "system", database))
	second := passwordIn(t, ran(t, "user", "reset", "quan-tri", database))
	if err := signIn(t, pool, first); err == nil {
		t.Error("the password from before the reset opens")
	}
	if err := signIn(t, pool, second); err != nil {
		t.Errorf("the new password does not open: %v", err)
	}
	for _, args := range [][]string{
		{"user", "create", "quan-tri", "--name", "Vi Thị Lan", "--body", "ls-ubnd", database},
		{"user", "create", "khac", "--name", "Vi Thị Lan", "--body", "no-such-body", database},
		{"user", "create", "x", "--name", "Vi Thị Lan", "--body", "ls-ubnd", database},
		{"user", "reset", "nobody", database},
	} {
		if err := run(t.Context(), args, io.Discard, io.Discard); err == nil {
			t.Errorf("cauviec %v is accepted", args)
		}
	}
}

// passwordIn finds the password in what the command printed: it stands behind
// the user name.
func passwordIn(t *testing.T, out string) string {
	t.Helper()
	words := strings.Fields(out)
	if len(words) < 2 || words[0] != "quan-tri" || len(words[1]) < 8 {
		t.Fatalf("no password in %q", out)
	}
	return words[1]
}

func signIn(t *testing.T, pool *pgxpool.Pool, password string) error {
	t.Helper()
	store := &people.Store{DB: postgres.New(pool), Now: time.Now}
	_, _, err := store.SignIn(t.Context(), "quan-tri", password, "127.0.0.1")
	return err
}
