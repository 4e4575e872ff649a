package localpg

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// account is the operating system user that PostgreSQL runs as. PostgreSQL
// refuses root, so root lends it another account.
type account struct {
	uid, gid int
	way      way
}

// way is how a child process comes to run as the account.
type way int

const (
	asSelf   way = iota // we are the account
	asOther             // root becomes the account
	asMapped            // root may not become another: a user namespace renames it
)

// serviceAccount is the account for a new data directory.
func serviceAccount(ctx context.Context) (account, error) {
	if os.Geteuid() != 0 {
		return account{os.Geteuid(), os.Getegid(), asSelf}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if a := (account{uid, gid, asOther}); uid > 0 && a.works(ctx) {
			return a, nil
		}
	}
	if a := (account{0, 0, asMapped}); a.works(ctx) {
		return a, nil
	}
	return account{}, errors.New("PostgreSQL refuses to run as root and no other account can be used here: start this program as an ordinary user")
}

// ownerOf is the account that an existing file belongs to.
func ownerOf(path string) (account, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return account{}, false
	}
	st := info.Sys().(*syscall.Stat_t)
	a := account{int(st.Uid), int(st.Gid), asOther}
	switch {
	case os.Geteuid() != 0:
		a.way = asSelf
	case a.uid == 0:
		a.way = asMapped
	}
	return a, true
}

// works reports whether the system lets us start a process as the account.
func (a account) works(ctx context.Context) bool {
	err := a.command(ctx, "/bin/sh", "-c", ":").Run()
	refused := errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EINVAL) ||
		errors.Is(err, syscall.ENOSPC) || errors.Is(err, errors.ErrUnsupported)
	return !refused
}

// command is a child that runs as the account, away from our terminal.
func (a account) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = "/"
	cmd.Env = environment()
	cmd.WaitDelay = 2 * time.Second
	attr, err := a.attributes()
	if err != nil {
		cmd.Err = err
	}
	cmd.SysProcAttr = attr
	return cmd
}

// environment is what PostgreSQL may know of ours: no PG* settings and no
// language, so that its messages can be read by this package.
func environment() []string {
	env := []string{"LC_ALL=" + locale()}
	for _, key := range []string{"PATH", "HOME", "TZ", "LD_LIBRARY_PATH"} {
		if v, ok := os.LookupEnv(key); ok {
			env = append(env, key+"="+v)
		}
	}
	return env
}

// locale is the C library's; ordering and case follow ICU instead.
func locale() string {
	if runtime.GOOS == "darwin" {
		return "en_US.UTF-8"
	}
	return "C.UTF-8"
}

// own hands a file or folder to the account.
func (a account) own(path string) error {
	if a.way != asOther {
		return nil
	}
	return os.Lchown(path, a.uid, a.gid)
}

// reaches reports whether the account may walk into dir: every folder on the
// way that exists must let it through.
func (a account) reaches(dir string) bool {
	if a.way != asOther {
		return true
	}
	at := "/"
	for _, part := range strings.Split(strings.Trim(dir, "/"), "/") {
		at = filepath.Join(at, part)
		info, err := os.Stat(at)
		if errors.Is(err, os.ErrNotExist) {
			return true
		}
		if err != nil || !a.mayEnter(info) {
			return false
		}
	}
	return true
}

func (a account) mayEnter(info os.FileInfo) bool {
	st := info.Sys().(*syscall.Stat_t)
	switch mode := info.Mode().Perm(); {
	case int(st.Uid) == a.uid:
		return mode&0o100 != 0
	case int(st.Gid) == a.gid:
		return mode&0o010 != 0
	default:
		return mode&0o001 != 0
	}
}
