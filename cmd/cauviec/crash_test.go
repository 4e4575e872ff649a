package main

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// change is something that was confirmed over HTTP.
type change struct {
	path string
	form url.Values
	led  string // where it led
}

// again sends a form that was sent before and wants the first answer.
func (c *client) again(base string, sent change) {
	c.t.Helper()
	if led := c.post(base+sent.path, sent.form); led != sent.led {
		c.t.Errorf("%s sent again led to %s, first to %s", sent.path, led, sent.led)
	}
}

func (c *client) does(base, path string, form url.Values) change {
	c.t.Helper()
	return change{path, form, c.post(base+path, form)}
}

// TestKilledItLosesNothing kills the program, and then the program and its
// PostgreSQL, right after they confirmed a change: it is there after the next
// start, and the form sent again acts no second time.
func TestKilledItLosesNothing(t *testing.T) {
	t.Parallel()
	data := folder(t)
	p := serving(t, "--demo", "--data", data)
	official, seeker := newClient(t), newClient(t)
	official.signIn(p.base, "ls-sgtvt")
	vacancy := firstMatch(t, seeker.get(p.base+"/viec-lam"), `href="(/viec-lam/\d+-[a-z0-9-]+)"`) + "/dang-ky"
	registered := seeker.does(p.base, vacancy, registrationOf(t, seeker.get(p.base+vacancy)))

	p.kill()
	p = serving(t, "--demo", "--data", data)
	seeker.again(p.base, registered)
	obligation := firstMatch(t, official.get(p.base+"/nhiem-vu"), `href="(/nhiem-vu/\d+)"`)
	told := official.does(p.base, obligation+"/cap-nhat", url.Values{
		"_key": {"crash-0123456789abcdef"}, "words": {"Đã họp với bến xe ngay trước khi mất điện."}})
	before := official.get(p.base + obligation)

	p.kill()
	if postmaster(t, data) == 0 {
		t.Fatal("no PostgreSQL of its own runs")
	}
	killPostmaster(t, data)
	p = serving(t, "--demo", "--data", data)
	official.again(p.base, told)
	tellsAlike(t, before, official.get(p.base+obligation))
	seeker.again(p.base, registered)
	seeker.knows(p.base, registered)
	p.stop(t)
	if pid := postmaster(t, data); pid != 0 {
		t.Errorf("PostgreSQL (process %d) outlived the program", pid)
	}
}

// tellsAlike wants the progress as often on a page as before.
func tellsAlike(t *testing.T, before, after string) {
	t.Helper()
	for _, words := range []string{`data-kind="progress"`, "ngay trước khi mất điện"} {
		if was, is := strings.Count(before, words), strings.Count(after, words); is != was || was == 0 {
			t.Errorf("%s is there %d times, %d before", words, is, was)
		}
	}
}

// knows asks for a registration by the code that it gave.
func (c *client) knows(base string, registered change) {
	c.t.Helper()
	_, code, _ := strings.Cut(registered.led, "?ma=")
	response, err := c.PostForm(base+"/ho-so", url.Values{"code": {code}, "phone": registered.form["phone"]})
	if err != nil {
		c.t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		c.t.Errorf("the registration is not found by its code: %d", response.StatusCode)
	}
}

// folder is a new folder that every account can enter (t.TempDir is not): as
// root, PostgreSQL runs under another.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "cauviec-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		killPostmaster(t, dir)
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// postmaster is the process that the data folder's lock file names, or 0.
func postmaster(t *testing.T, dir string) (pid int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "postmaster.pid" {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		first, _, _ := strings.Cut(string(b), "\n")
		pid, err = strconv.Atoi(first)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

// killPostmaster is kill -9 of PostgreSQL, if it runs, and waits for its end.
func killPostmaster(t *testing.T, dir string) {
	t.Helper()
	pid := postmaster(t, dir)
	if pid == 0 || syscall.Kill(pid, syscall.SIGKILL) != nil {
		return
	}
	for range 200 {
		if b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err != nil || strings.Contains(string(b), ") Z ") {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("process %d does not die", pid)
}

func firstMatch(t *testing.T, page, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("no %s in\n%.2000s", pattern, page)
	}
	return m[1]
}

// registrationOf is the form of the page, filled in.
func registrationOf(t *testing.T, page string) url.Values {
	t.Helper()
	return url.Values{
		"_key": {firstMatch(t, page, `name="_key" value="([^"]+)"`)}, "full_name": {"Nông Văn Thử"}, "birth_year": {"2000"},
		"phone": {"0987123456"}, "area": {firstMatch(t, page, `<option value="(\d+)"`)}, "introduce": {"1"},
	}
}
