package localpg

import (
	"os"
	"sync"
	"syscall"
	"testing"
	"time"
)

func TestFreshStart(t *testing.T) {
	t.Parallel()
	begin := time.Now()
	s := started(t, Options{Dir: folder(t) + "/a/b"})
	t.Logf("first start %v", time.Since(begin).Round(time.Millisecond))
	if s.Version() < oldest {
		t.Errorf("version %d", s.Version())
	}
	for sql, want := range map[string]string{
		"SELECT current_database()":                "cauviec",
		"SELECT lower('ĐẮK')":                      "đắk",
		"SELECT ('Đà Nẵng' ILIKE 'đÀ nẵNG')::text": "true",
		"SELECT string_agg(w, ' ' ORDER BY w) FROM unnest('{đa,e,da,ă,a,â,b}'::text[]) w": "a ă â b da đa e",
		"SHOW listen_addresses": "",
		"SHOW data_checksums":   "on",
		"SHOW fsync":            "on",
		"SHOW server_encoding":  "UTF8",
		"SHOW max_connections":  "100",
		"SELECT default_version FROM pg_available_extensions WHERE name = 'unaccent'": "1.1",
	} {
		if got := ask(t, s, sql); got != want {
			t.Errorf("%s: %q, want %q", sql, got, want)
		}
	}
	info, err := os.Stat(s.socket)
	noError(t, err)
	if info.Mode().Perm() != 0o700 {
		t.Errorf("socket directory has mode %v", info.Mode())
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	s := started(t, Options{Dir: folder(t), Fast: true, Database: `Việc "làm"`, MaxConnections: 17})
	for sql, want := range map[string]string{
		"SELECT current_database()": `Việc "làm"`,
		"SHOW max_connections":      "17",
		"SHOW fsync":                "off",
		"SHOW full_page_writes":     "off",
		"SHOW synchronous_commit":   "off",
	} {
		if got := ask(t, s, sql); got != want {
			t.Errorf("%s: %q, want %q", sql, got, want)
		}
	}
}

func TestSecondStartAdopts(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	first := started(t, Options{Dir: dir, Fast: true})
	second := started(t, Options{Dir: dir, Fast: true, Database: "other"})
	remember(t, first, "một")
	pm := serving(t, first.home)
	noError(t, first.Close())
	noError(t, first.Close())
	if serving(t, second.home).pid != pm.pid {
		t.Error("the second start did not adopt the server")
	}
	if got := ask(t, second, "SELECT current_database()"); got != "other" {
		t.Errorf("second database is %q", got)
	}
	noError(t, second.Close())
	if pm.serves() {
		t.Error("the last user did not stop the server")
	}
	if _, err := os.Stat(pm.socket); !os.IsNotExist(err) {
		t.Errorf("the socket directory is left: %v", err)
	}
}

func TestRestartKeepsData(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := started(t, Options{Dir: dir})
	remember(t, s, "giữ")
	noError(t, s.Close())
	begin := time.Now()
	s = started(t, Options{Dir: dir})
	t.Logf("restart %v", time.Since(begin).Round(time.Millisecond))
	recalls(t, s, "giữ")
}

func TestManyUsers(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 3 {
				s, err := Start(t.Context(), Options{Dir: dir, Fast: true})
				if err != nil {
					t.Error(err)
					return
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if pm, err := (home{dir: dir}).readPidFile(); err == nil && pm.serves() {
		t.Error("a server is left with no user")
	}
}

func TestKilledServerKeepsCommittedData(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := started(t, Options{Dir: dir})
	remember(t, s, "bền")
	noError(t, syscall.Kill(serving(t, s.home).pid, syscall.SIGKILL))
	begin := time.Now()
	again := started(t, Options{Dir: dir})
	t.Logf("start after kill -9 %v", time.Since(begin).Round(time.Millisecond))
	recalls(t, again, "bền")
}

func TestKilledProgramLeavesServerToAdopt(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	cmd, lines := child(t, dir)
	awaitReady(t, lines)
	h := home{dir: dir}
	pm := serving(t, h)
	kill(cmd)
	if serving(t, h).pid != pm.pid {
		t.Fatal("the server died with its program")
	}
	s := started(t, Options{Dir: dir})
	if serving(t, h).pid != pm.pid {
		t.Error("the surviving server was not adopted")
	}
	noError(t, s.Close())
	if pm.serves() {
		t.Error("the dead program still counts as a user")
	}
}

func TestProgramAndServerKilled(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	cmd, lines := child(t, dir)
	awaitReady(t, lines)
	pm := serving(t, home{dir: dir})
	kill(cmd)
	noError(t, syscall.Kill(pm.pid, syscall.SIGKILL))
	begin := time.Now()
	s := started(t, Options{Dir: dir})
	t.Logf("start after kill -9 of both %v", time.Since(begin).Round(time.Millisecond))
	if got := ask(t, s, "SELECT current_database()"); got != "cauviec" {
		t.Errorf("database %q", got)
	}
}

func TestAnotherProcessKeepsServer(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := started(t, Options{Dir: dir, Fast: true})
	pm := serving(t, s.home)
	cmd, lines := child(t, dir)
	awaitReady(t, lines)
	noError(t, s.Close())
	if !pm.serves() {
		t.Error("the server was stopped under another process")
	}
	kill(cmd)
	noError(t, started(t, Options{Dir: dir}).Close())
	if pm.serves() {
		t.Error("the server runs on with no user")
	}
}
