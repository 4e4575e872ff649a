package main

import (
	"bufio"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"cauviec/internal/startup"
)

// asMain makes the test binary be the program: tests that kill it need a
// process.
const asMain = "CAUVIEC_TEST_AS_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(asMain) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// command is the program with arguments, without the machine's own settings.
func command(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	for _, pair := range os.Environ() {
		if !strings.HasPrefix(pair, "CAUVIEC_") && !strings.HasPrefix(pair, "DATABASE_URL=") {
			cmd.Env = append(cmd.Env, pair)
		}
	}
	cmd.Env = append(cmd.Env, asMain+"=1")
	return cmd
}

// process is the program serving.
type process struct {
	cmd  *exec.Cmd
	base string
}

// serving starts the program in a process of its own and waits until it says
// where it serves.
func serving(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{cmd: command(append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	said := &strings.Builder{}
	p.cmd.Stderr = said
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if at := strings.Index(lines.Text(), "http://"); at >= 0 {
			p.base = strings.TrimSpace(lines.Text()[at:])
			go io.Copy(io.Discard, out) // it may say more; nobody needs it
			return p
		}
	}
	p.kill()
	t.Fatalf("the program does not serve: %s", said)
	return nil
}

// kill is kill -9, and the burial.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// stop asks the program to end and waits until it has.
func (p *process) stop(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}

// client is somebody with a cookie jar that survives the program.
type client struct {
	http.Client
	t *testing.T
}

func newClient(t *testing.T) *client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &client{t: t}
	c.Jar, c.Timeout = jar, 30*time.Second
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return c
}

// get wants a page and returns it.
func (c *client) get(address string) string {
	c.t.Helper()
	response, err := c.Client.Get(address)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		c.t.Fatalf("%s: %d %v", address, response.StatusCode, err)
	}
	return string(body)
}

// post wants a form to be accepted and returns where it leads.
func (c *client) post(address string, form url.Values) string {
	c.t.Helper()
	response, err := c.PostForm(address, form)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusSeeOther {
		body, _ := io.ReadAll(response.Body)
		c.t.Fatalf("%s: %d\n%.2000s", address, response.StatusCode, body)
	}
	return response.Header.Get("Location")
}

func (c *client) signIn(base, username string) {
	c.t.Helper()
	c.post(base+"/dang-nhap", url.Values{"username": {username}, "password": {startup.DemoPassword}})
}
