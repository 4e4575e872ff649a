package localpg

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// postmaster is what PostgreSQL writes about itself into postmaster.pid.
type postmaster struct {
	pid    int
	data   string // data directory as the server names it
	socket string // directory of its socket; "" while it starts
	status string // starting, ready or stopping
}

// errNoProcess is what a postmaster.pid gives that was cut short.
var errNoProcess = errors.New("postmaster.pid names no process")

// readPidFile reads postmaster.pid, which may be half written.
func (h home) readPidFile() (postmaster, error) {
	text, err := os.ReadFile(filepath.Join(h.data(), "postmaster.pid"))
	if err != nil {
		return postmaster{}, err
	}
	lines := strings.Split(string(text), "\n")
	lines = append(lines, make([]string, 8)...)
	pid, err := strconv.Atoi(strings.TrimSpace(lines[0]))
	if err != nil || pid < 2 {
		return postmaster{}, errNoProcess
	}
	return postmaster{pid, lines[1], lines[4], strings.TrimSpace(lines[7])}, nil
}

// isServer reports whether the process is a PostgreSQL server (not one of its
// children, which rename themselves "postgres: ...").
func isServer(args []string) bool {
	return len(args) > 0 && slices.Contains([]string{"postgres", "postmaster"}, filepath.Base(args[0]))
}

// serves reports whether the process still is the server of these data.
func (p postmaster) serves() bool {
	args := commandLine(p.pid)
	return isServer(args) && strings.Contains(strings.Join(args, " "), p.data)
}

// running finds the server of the data, waiting out one that is stopping.
func (h home) running(ctx context.Context) (postmaster, bool, error) {
	for {
		pm, err := h.readPidFile()
		if errors.Is(err, errNoProcess) {
			return postmaster{}, false, h.clearEmpty(ctx)
		}
		if errors.Is(err, os.ErrNotExist) {
			return postmaster{}, false, nil
		}
		if err != nil {
			return postmaster{}, false, explain(err)
		}
		if !pm.serves() {
			return postmaster{}, false, h.clearStale(pm)
		}
		if pm.status != "stopping" {
			return pm, true, nil
		}
		if err := sleep(ctx); err != nil {
			return postmaster{}, false, err
		}
	}
}

// clearStale tidies up after a server that was killed. A pid that now belongs
// to some other program, or to a dead process nobody has buried, would make
// PostgreSQL refuse to start; whether children of the dead server still hold
// its memory, PostgreSQL finds out for itself.
func (h home) clearStale(pm postmaster) error {
	if strings.HasPrefix(pm.socket, socketPrefix) {
		_ = os.RemoveAll(pm.socket)
	}
	alive := syscall.Kill(pm.pid, 0) == nil
	if !alive || isServer(commandLine(pm.pid)) {
		return nil
	}
	return h.removePidFile()
}

// clearEmpty removes a postmaster.pid that a power failure cut short, unless
// a server is just writing it.
func (h home) clearEmpty(ctx context.Context) error {
	if err := sleep(ctx); err != nil {
		return err
	}
	if _, err := h.readPidFile(); !errors.Is(err, errNoProcess) {
		return nil
	}
	return h.removePidFile()
}

func (h home) removePidFile() error {
	err := os.Remove(filepath.Join(h.data(), "postmaster.pid"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// adopt waits for the answer of a server that somebody else started.
func (h home) adopt(ctx context.Context, pm postmaster) (string, error) {
	silent := fmt.Errorf("PostgreSQL (process %d) runs on %s but does not answer", pm.pid, h.data())
	ctx, cancel := context.WithTimeoutCause(ctx, 2*time.Minute, silent)
	defer cancel()
	return h.awaitAnswer(ctx, func() error {
		if !pm.serves() {
			return fmt.Errorf("PostgreSQL (process %d) stopped while it was being adopted", pm.pid)
		}
		return nil
	})
}

// awaitAnswer waits until the server takes connections and returns its socket
// directory. An error of check ends the wait.
func (h home) awaitAnswer(ctx context.Context, check func() error) (string, error) {
	for {
		if err := check(); err != nil {
			return "", err
		}
		pm, err := h.readPidFile()
		if err == nil && pm.status == "ready" && answers(ctx, pm.socket) {
			return pm.socket, nil
		}
		if err := sleep(ctx); err != nil {
			return "", err
		}
	}
}

func answers(ctx context.Context, socket string) bool {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "unix", filepath.Join(socket, ".s.PGSQL.5432"))
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

// stopServer ends the server of the data and waits until it has ended: first
// so that clients are cut off and all is written, then, if that takes more
// than a minute, at once (the next start recovers).
func (h home) stopServer() error {
	pm, err := h.readPidFile()
	if err != nil || !pm.serves() {
		return nil
	}
	for _, try := range []struct {
		signal syscall.Signal
		wait   time.Duration
	}{{syscall.SIGINT, time.Minute}, {syscall.SIGQUIT, 10 * time.Second}} {
		if err := syscall.Kill(pm.pid, try.signal); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("stop PostgreSQL (process %d): %w", pm.pid, err)
		}
		for end := time.Now().Add(try.wait); time.Now().Before(end); time.Sleep(pause) {
			if !pm.serves() {
				return h.clearStale(pm)
			}
		}
	}
	return fmt.Errorf("PostgreSQL (process %d) does not stop", pm.pid)
}
