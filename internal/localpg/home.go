package localpg

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// elsewhere holds the data of a root whose own folder the account of
// PostgreSQL cannot enter, such as /root.
const elsewhere = "/var/lib/cauviec"

// home is a folder that holds the data, the locks and the log of one server:
//
//	data/        PostgreSQL's own data directory
//	lock         held while somebody starts or stops the server
//	users        held, shared, by everybody who uses the server
//	server.log   what the server says
type home struct {
	dir     string
	account account
}

func (h home) path(name string) string { return filepath.Join(h.dir, name) }
func (h home) data() string            { return h.path("data") }

// settle chooses the folder and the account, and makes the folder. Data that
// exist decide both, so that no later change of rights hides them.
func settle(ctx context.Context, dir string) (home, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return home{}, err
	}
	h, err := choose(ctx, dir)
	if err != nil {
		return home{}, err
	}
	return h, os.MkdirAll(h.dir, 0o755)
}

func choose(ctx context.Context, dir string) (home, error) {
	moved := movedFrom(dir)
	for _, d := range []string{dir, moved} {
		if a, ok := ownerOf(filepath.Join(d, "data", "PG_VERSION")); ok {
			return home{d, a}, nil
		}
	}
	a, err := serviceAccount(ctx)
	if err != nil {
		return home{}, err
	}
	if a.reaches(dir) {
		return home{dir, a}, nil
	}
	return home{moved, a}, nil
}

// movedFrom is where the data of dir are when dir cannot be entered.
func movedFrom(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(elsewhere, fmt.Sprintf("%s-%x", filepath.Base(dir), sum[:6]))
}

// major is the version that made the data; 0 if there are none.
func (h home) major() (int, error) {
	text, err := os.ReadFile(filepath.Join(h.data(), "PG_VERSION"))
	if os.IsNotExist(err) {
		return 0, nil
	}
	if err != nil {
		return 0, explain(err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("PG_VERSION in %s is not a version: %w", h.data(), err)
	}
	return major, nil
}

// explain adds to a refusal of the file system what to do about it.
func explain(err error) error {
	if errors.Is(err, os.ErrPermission) {
		return fmt.Errorf("%w (it belongs to another user: start as that user or as root)", err)
	}
	return err
}
