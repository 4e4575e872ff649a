package localpg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	// socketPrefix begins the private socket directory of each server. It is
	// short because a socket's path may have about 100 bytes.
	socketPrefix = "/tmp/cauviec-pg-"
	// patience is how long children of a killed server may take to notice.
	patience = 20 * time.Second
	// logLimit is the size in bytes at which the log is put aside.
	logLimit = 8 << 20
)

// errOccupied is the failure of a server whose data are not free yet.
var errOccupied = errors.New("the data are still in use")

// startServer starts a server for the data, making them if there are none.
func (h home) startServer(ctx context.Context, o Options) (string, error) {
	major, err := h.major()
	if err != nil {
		return "", err
	}
	found, err := (&finder{account: h.account, log: o.Log}).find(ctx, h.data(), major)
	if err != nil {
		return "", err
	}
	if major == 0 {
		if err := h.initialise(ctx, found, o.Fast); err != nil {
			return "", err
		}
	}
	for end := time.Now().Add(patience); ; {
		socket, err := h.launch(ctx, found, o)
		if !errors.Is(err, errOccupied) || time.Now().After(end) {
			return socket, err
		}
		if err := sleep(ctx); err != nil {
			return "", err
		}
	}
}

// launch runs the server, in a session of its own so that neither Ctrl-C nor
// our death reaches it, and waits until it answers.
func (h home) launch(ctx context.Context, found binaries, o Options) (string, error) {
	socket, err := os.MkdirTemp(filepath.Dir(socketPrefix), filepath.Base(socketPrefix))
	if err != nil {
		return "", err
	}
	if err := h.account.own(socket); err != nil {
		return "", err
	}
	out, err := h.openLog()
	if err != nil {
		return "", err
	}
	defer out.Close()
	cmd := h.account.command(context.WithoutCancel(ctx), found.program("postgres"), h.settings(socket, o)...)
	cmd.Stdout, cmd.Stderr = out, out
	ready, err := h.runUntilReady(ctx, cmd, out)
	if err != nil {
		_ = os.RemoveAll(socket)
	}
	return ready, err
}

func (h home) runUntilReady(ctx context.Context, cmd *exec.Cmd, out *os.File) (string, error) {
	begin, err := out.Seek(0, io.SeekEnd)
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", fmt.Errorf("start PostgreSQL: %w", err)
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	socket, err := h.awaitAnswer(ctx, func() error {
		select {
		case <-ended:
			return h.lastWords(begin)
		default:
			return nil
		}
	})
	if err != nil {
		_ = cmd.Process.Signal(syscall.SIGINT)
		<-ended
	}
	return socket, err
}

// settings are the server's arguments.
func (h home) settings(socket string, o Options) []string {
	set := []string{
		"listen_addresses=", "port=5432",
		"unix_socket_directories=" + socket, "unix_socket_permissions=0700",
		"max_connections=" + strconv.Itoa(o.MaxConnections),
		"logging_collector=off", "log_checkpoints=off",
	}
	if o.Fast {
		set = append(set, "fsync=off", "full_page_writes=off", "synchronous_commit=off")
	}
	args := []string{"-D", h.data()}
	for _, s := range set {
		args = append(args, "-c", s)
	}
	return args
}

// openLog opens the server's log, putting a long one aside. It must be a file:
// a pipe of ours would break when we go and the server stays.
func (h home) openLog() (*os.File, error) {
	name := h.path("server.log")
	if info, err := os.Stat(name); err == nil && info.Size() > logLimit {
		if err := os.Rename(name, name+".old"); err != nil {
			return nil, err
		}
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
}

// lastWords tells from the log why the server ended.
func (h home) lastWords(begin int64) error {
	text, err := os.ReadFile(h.path("server.log"))
	if err != nil {
		return err
	}
	words := string(bytes.TrimSpace(text[min(begin, int64(len(text))):]))
	for _, sign := range []string{"pre-existing shared memory block", `lock file "postmaster.pid" already exists`} {
		if strings.Contains(words, sign) {
			return fmt.Errorf("%w: %s", errOccupied, words)
		}
	}
	return fmt.Errorf("PostgreSQL did not start: %s", words)
}
