package localpg

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestWrongVersion(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	data := filepath.Join(dir, "data")
	noError(t, os.Mkdir(data, 0o700))
	noError(t, os.WriteFile(filepath.Join(data, "PG_VERSION"), []byte("9\n"), 0o600))
	_, err := Start(t.Context(), Options{Dir: dir})
	if err == nil || !strings.Contains(err.Error(), "were made by PostgreSQL 9") {
		t.Fatalf("error is %v", err)
	}
	files, err := os.ReadDir(data)
	noError(t, err)
	text, err := os.ReadFile(filepath.Join(data, "PG_VERSION"))
	noError(t, err)
	if len(files) != 1 || string(text) != "9\n" {
		t.Errorf("the data were touched: %v %q", files, text)
	}
}

func TestInterruptedFirstStartIsHealed(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	cmd, _ := child(t, dir)
	half := awaitMatch(t, filepath.Join(dir, "init-*", "PG_VERSION"))
	kill(cmd)
	s := started(t, Options{Dir: dir, Fast: true})
	if got := ask(t, s, "SELECT lower('Ư')"); got != "ư" {
		t.Errorf("lower gives %q", got)
	}
	if _, err := os.Stat(half); !os.IsNotExist(err) {
		t.Errorf("%s is left: %v", half, err)
	}
}

func awaitMatch(t *testing.T, pattern string) string {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return found[0]
		}
	}
	t.Fatalf("nothing like %s appeared", pattern)
	return ""
}

func TestDataWithoutVersion(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, file string
		heals      bool
	}{
		{"empty", "", true},
		{"scraps", "base/1", true},
		{"real data", "global/pg_control", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := folder(t)
			file := filepath.Join(dir, "data", tt.file)
			noError(t, os.MkdirAll(filepath.Dir(file), 0o700))
			if tt.file != "" {
				noError(t, os.WriteFile(file, []byte("x"), 0o600))
			}
			s, err := Start(t.Context(), Options{Dir: dir, Fast: true})
			if (err == nil) != tt.heals {
				t.Fatalf("error is %v", err)
			}
			if err == nil {
				noError(t, s.Close())
			}
			kept, err := filepath.Glob(filepath.Join(dir, "*", tt.file))
			aside, _ := filepath.Glob(filepath.Join(dir, "incomplete-*", "data", tt.file))
			if err != nil || len(kept)+len(aside) == 0 {
				t.Errorf("%s was deleted", tt.file)
			}
		})
	}
}

func TestStalePidFile(t *testing.T) {
	t.Parallel()
	for name, first := range map[string]string{
		"another program": fmt.Sprint(os.Getpid()), "no process": "4194303", "cut short": "", "nonsense": "x",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := folder(t)
			s := started(t, Options{Dir: dir, Fast: true})
			noError(t, s.Close())
			stale := ""
			if first != "" {
				stale = first + "\n" + s.home.data() + "\n1\n5432\n/tmp/cauviec-pg-none\n\n1 1\nready\n"
			}
			file := filepath.Join(s.home.data(), "postmaster.pid")
			noError(t, os.WriteFile(file, []byte(stale), 0o600))
			noError(t, s.home.account.own(file))
			s = started(t, Options{Dir: dir, Fast: true})
			serving(t, s.home)
		})
	}
}

// TestOrdinaryUserOfAnothersData runs only as root, who can make such data.
func TestOrdinaryUserOfAnothersData(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("needs root")
	}
	dir := folder(t)
	noError(t, started(t, Options{Dir: dir, Fast: true}).Close())
	cmd := exec.Command(readable(t, os.Args[0]))
	cmd.Env = append(os.Environ(), childDir+"="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 4321, Gid: 4321}}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, syscall.EPERM) {
		t.Skip("root may not become another user here")
	}
	if !strings.Contains(string(out), "belongs to another user") {
		t.Errorf("said %q, %v", out, err)
	}
}

// readable links the program to where every user can run it. A copy could be
// busy: a process forked meanwhile holds it open for writing.
func readable(t *testing.T, program string) string {
	t.Helper()
	path := filepath.Join(folder(t), "program")
	if err := os.Link(program, path); err != nil {
		t.Skip(err)
	}
	return path
}

func TestUnreachableFolderIsMoved(t *testing.T) {
	t.Parallel()
	if a, err := serviceAccount(t.Context()); err != nil || a.way != asOther {
		t.Skip("only root lends PostgreSQL another account")
	}
	dir := filepath.Join(t.TempDir(), "postgres")
	moved := movedFrom(dir)
	t.Cleanup(func() { _ = os.RemoveAll(moved) })
	s := started(t, Options{Dir: dir, Fast: true})
	if s.home.dir != moved {
		t.Errorf("data are in %s, want %s", s.home.dir, moved)
	}
	remember(t, s, "xa")
	noError(t, s.Close())
	noError(t, os.Chmod(filepath.Dir(filepath.Dir(dir)), 0o755))
	recalls(t, started(t, Options{Dir: dir, Fast: true}), "xa")
}

// TestMappedRoot is the way of a container that may not change its user.
func TestMappedRoot(t *testing.T) {
	t.Parallel()
	mapped := account{way: asMapped}
	if os.Geteuid() != 0 || !mapped.works(t.Context()) {
		t.Skip("needs root and user namespaces")
	}
	h := home{folder(t), mapped}
	socket, err := h.startServer(t.Context(), Options{Fast: true, Dir: h.dir}.withDefaults())
	noError(t, err)
	pm := serving(t, h)
	s := started(t, Options{Dir: h.dir, Fast: true})
	if s.socket != socket || s.home.account.way != asMapped {
		t.Errorf("not adopted: %+v", s)
	}
	noError(t, s.Close())
	if pm.serves() {
		t.Error("not stopped")
	}
	remember(t, started(t, Options{Dir: h.dir, Fast: true}), "lại")
}
