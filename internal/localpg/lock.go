package localpg

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"
)

// pause is how long to wait between two looks at something that will change.
const pause = 25 * time.Millisecond

// lock opens the file and waits for its lock (LOCK_EX or LOCK_SH). The kernel
// gives the lock back when the file is closed or the process dies, however it
// dies, so a count of shared locks never leaks.
func lock(ctx context.Context, path string, how int) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, explain(err)
	}
	for {
		err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		if err == nil {
			return f, nil
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			f.Close()
			return nil, &os.PathError{Op: "lock", Path: path, Err: err}
		}
		if err := sleep(ctx); err != nil {
			f.Close()
			return nil, err
		}
	}
}

// sleep waits one pause, or returns the error of a context that is done.
func sleep(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(pause):
		return nil
	}
}
