package localpg

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// childDir makes the test binary start a server there, say so and wait.
const childDir = "LOCALPG_CHILD_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if _, err := Start(context.Background(), Options{Dir: dir, Fast: true}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("ready")
		select {}
	}
	os.Exit(m.Run())
}

// child is another process that uses the server of dir.
func child(t *testing.T, dir string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+dir)
	out, err := cmd.StdoutPipe()
	noError(t, err)
	noError(t, cmd.Start())
	t.Cleanup(func() { kill(cmd) })
	return cmd, bufio.NewScanner(out)
}

func awaitReady(t *testing.T, lines *bufio.Scanner) {
	t.Helper()
	if !lines.Scan() || lines.Text() != "ready" {
		t.Fatalf("child said %q", lines.Text())
	}
}

// kill is kill -9, and the burial.
func kill(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// folder is a new folder that every account can enter (t.TempDir is not).
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "localpg-test-")
	noError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	noError(t, os.Chmod(dir, 0o755))
	return dir
}

func started(t *testing.T, o Options) *Server {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	s, err := Start(ctx, o)
	noError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// ask runs a statement in a connection of its own and returns one text.
func ask(t *testing.T, s *Server, sql string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), s.URL())
	noError(t, err)
	defer conn.Close(t.Context())
	var answer string
	noError(t, conn.QueryRow(t.Context(), sql).Scan(&answer))
	return answer
}

// remember commits a word in the database.
func remember(t *testing.T, s *Server, word string) {
	t.Helper()
	execute(t, s, "CREATE TABLE IF NOT EXISTS words (word text)")
	execute(t, s, "INSERT INTO words VALUES ($1)", word)
}

func execute(t *testing.T, s *Server, sql string, args ...any) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), s.URL())
	noError(t, err)
	defer conn.Close(t.Context())
	_, err = conn.Exec(t.Context(), sql, args...)
	noError(t, err)
}

func recalls(t *testing.T, s *Server, word string) {
	t.Helper()
	if got := ask(t, s, "SELECT string_agg(word, ' ') FROM words"); got != word {
		t.Errorf("the data hold %q, want %q", got, word)
	}
}

func serving(t *testing.T, h home) postmaster {
	t.Helper()
	pm, err := h.readPidFile()
	noError(t, err)
	if !pm.serves() {
		t.Fatalf("process %d does not serve %s: %s", pm.pid, h.data(), strings.Join(commandLine(pm.pid), " "))
	}
	return pm
}
