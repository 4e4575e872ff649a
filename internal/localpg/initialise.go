package localpg

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// initialise makes the data directory beside its place and moves it there
// when it is whole, so that a start killed half-way leaves nothing to repair.
func (h home) initialise(ctx context.Context, found binaries, fast bool) error {
	if err := h.clearHalfMade(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(h.dir, "init-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := h.account.own(dir); err != nil {
		return err
	}
	// Plain C would break lower() and ILIKE for Vietnamese.
	args := []string{
		"-D", dir, "-U", superuser, "-E", "UTF8", "--locale=" + locale(),
		"--locale-provider=icu", "--icu-locale=vi", "--data-checksums", "--auth=trust",
	}
	if fast {
		args = append(args, "--no-sync")
	}
	if out, err := h.account.command(ctx, found.program("initdb"), args...).CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, bytes.TrimSpace(out))
	}
	if err := os.Rename(dir, h.data()); err != nil {
		return err
	}
	return syncFolder(h.dir)
}

// clearHalfMade makes room for new data. What an interrupted initdb left holds
// nothing of anybody's; anything else is put aside, not deleted.
func (h home) clearHalfMade() error {
	left, err := filepath.Glob(h.path("init-*"))
	if err != nil {
		return err
	}
	for _, dir := range left {
		_ = os.RemoveAll(dir)
	}
	if err := os.Remove(h.data()); err == nil || os.IsNotExist(err) {
		return nil
	}
	if _, err := os.Stat(filepath.Join(h.data(), "global", "pg_control")); err == nil {
		return fmt.Errorf("%s holds data but no PG_VERSION: restore that file or move the folder away", h.data())
	}
	aside, err := os.MkdirTemp(h.dir, "incomplete-")
	if err != nil {
		return err
	}
	return os.Rename(h.data(), filepath.Join(aside, "data"))
}

// syncFolder makes a rename in the folder survive a power failure.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
