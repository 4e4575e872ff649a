package localpg

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// oldest is the first major version with ICU as a database's own locale.
const oldest = 15

// binaries is a folder that holds initdb and postgres of one major version.
type binaries struct {
	dir   string
	major int
}

func (b binaries) program(name string) string { return filepath.Join(b.dir, name) }

// finder looks for binaries and remembers why it refused some.
type finder struct {
	account account
	log     *slog.Logger
	refused []string
}

// source lists folders worth a look; it may fetch or install them first.
type source func(ctx context.Context, major int) ([]string, error)

// find returns the first usable binaries of the major version that the data
// need (0: any).
func (f *finder) find(ctx context.Context, data string, major int) (binaries, error) {
	if major != 0 && major < oldest {
		return binaries{}, fmt.Errorf("the data in %s were made by PostgreSQL %d, and %d is the oldest that can be used: "+
			"dump them with PostgreSQL %d and load them into a new directory; nothing was changed", data, major, oldest, major)
	}
	for _, look := range []source{f.local, f.fetched, f.installed} {
		dirs, err := look(ctx, major)
		if err != nil {
			f.refuse(err.Error())
		}
		for _, dir := range dirs {
			b, err := f.inspect(ctx, dir, major)
			if err == nil {
				f.log.Info("PostgreSQL found", "version", b.major, "bin", b.dir)
				return b, nil
			}
			f.refuse(dir + ": " + err.Error())
		}
	}
	return binaries{}, f.nothing(data, major)
}

func (f *finder) refuse(why string) {
	f.refused = append(f.refused, why)
	f.log.Debug("PostgreSQL refused", "why", why)
}

// nothing is the one sentence for somebody who has no PostgreSQL.
func (f *finder) nothing(data string, major int) error {
	need := fmt.Sprintf("no PostgreSQL %d or newer was found", oldest)
	if major != 0 {
		need = fmt.Sprintf("the data in %s were made by PostgreSQL %d, which was not found", data, major)
	}
	seen := ""
	if len(f.refused) > 0 {
		seen = " (" + strings.Join(f.refused, "; ") + ")"
	}
	return errors.New(need + seen + ": install it with its contrib modules, or set PG_BIN to the folder of its initdb, " +
		"or install npm so that it can be fetched, or set DATABASE_URL to a server of your own")
}

var digits = regexp.MustCompile(`\d+`)

// inspect runs the binaries as the account, to know that they are whole, of
// the right version and have the unaccent extension.
func (f *finder) inspect(ctx context.Context, dir string, major int) (binaries, error) {
	b := binaries{dir: dir}
	out, err := f.account.command(ctx, b.program("postgres"), "--version").CombinedOutput()
	if err != nil {
		return b, fmt.Errorf("%w %s", err, strings.TrimSpace(string(out)))
	}
	b.major, _ = strconv.Atoi(digits.FindString(string(out)))
	if b.major < oldest || (major != 0 && b.major != major) {
		return b, fmt.Errorf("is version %d", b.major)
	}
	out, err = f.account.command(ctx, b.program("initdb"), "--show", "-D", filepath.Join(dir, "none")).CombinedOutput()
	if err != nil {
		return b, fmt.Errorf("%w %s", err, strings.TrimSpace(string(out)))
	}
	_, share, _ := strings.Cut(string(out), "share_path=")
	share, _, _ = strings.Cut(share, "\n")
	if _, err := os.Stat(filepath.Join(share, "extension", "unaccent.control")); err != nil {
		return b, errors.New("has no unaccent extension (contrib)")
	}
	return b, nil
}

// local lists the folders of this machine, the most deliberate choice first.
func (f *finder) local(ctx context.Context, _ int) ([]string, error) {
	if os.Getenv("CAUVIEC_PG_HIDE_LOCAL") == "1" {
		return nil, nil
	}
	var dirs []string
	if initdb, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(initdb); err == nil {
			initdb = real
		}
		dirs = append(dirs, filepath.Dir(initdb))
	}
	if out, err := exec.CommandContext(ctx, "pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	dirs = append(dirs, newestFirst("/usr/lib/postgresql/*/bin")...)
	dirs = append(dirs, newestFirst("/opt/homebrew/opt/postgresql@*/bin")...)
	dirs = append(dirs, newestFirst("/usr/local/opt/postgresql@*/bin")...)
	dirs = withInitdb(dirs)
	if dir := os.Getenv("PG_BIN"); dir != "" {
		dirs = append([]string{dir}, dirs...)
	}
	return dirs, nil
}

// newestFirst lists the folders of a pattern by the version in their names.
func newestFirst(pattern string) []string {
	dirs, _ := filepath.Glob(pattern)
	version := func(dir string) int {
		n, _ := strconv.Atoi(digits.FindString(dir))
		return n
	}
	slices.SortFunc(dirs, func(a, b string) int { return version(b) - version(a) })
	return dirs
}

// withInitdb keeps the folders that hold initdb, each once.
func withInitdb(dirs []string) []string {
	var kept []string
	for _, dir := range dirs {
		_, err := os.Stat(filepath.Join(dir, "initdb"))
		if err == nil && !slices.Contains(kept, dir) {
			kept = append(kept, dir)
		}
	}
	return kept
}
