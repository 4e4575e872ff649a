package main

import (
	"context"
	"io"
	"net/url"
	"strings"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search/index"
	"cauviec/internal/startup/startuptest"
)

func TestServeRefusesTheSampleWorldInTheOpen(t *testing.T) {
	t.Parallel()
	for _, listen := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.7:0", "example.test:0"} {
		err := run(t.Context(), []string{"serve", "--demo", "--listen", listen, "--database-url", "postgres://nobody@127.0.0.1:1/none"}, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), "--demo-anywhere") {
			t.Errorf("%s: %v", listen, err)
		}
	}
	err := run(t.Context(), []string{"serve", "--demo", "--demo-anywhere", "--listen", "0.0.0.0:0",
		"--database-url", "postgres://nobody@127.0.0.1:1/none"}, io.Discard, io.Discard)
	if err == nil || strings.Contains(err.Error(), "--demo-anywhere") {
		t.Errorf("told twice: %v, want only that there is no database", err)
	}
}

func TestServeSaysWhatIsInTheWay(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		args []string
		says string
	}{
		"no such address":  {[]string{"--listen", "127.0.0.1:99999"}, "--listen"},
		"no such database": {[]string{"--listen", "127.0.0.1:0", "--database-url", "postgres://nobody@127.0.0.1:1/none"}, "postgres.Open"},
		"not a number":     {[]string{"--listen", "127.0.0.1:0", "--centre-phone", "hotline"}, "--centre-phone"},
	}
	for name, tt := range tests {
		err := run(t.Context(), append([]string{"serve"}, tt.args...), io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %q in it", name, err, tt.says)
		}
	}
}

// said hears what a command prints while it runs.
type said struct{ lines chan string }

func (s said) Write(b []byte) (int, error) {
	if line := string(b); strings.Contains(line, "http://") {
		s.lines <- strings.TrimSpace(line[strings.Index(line, "http://"):])
	}
	return len(b), nil
}

// TestServe serves an empty database: it is migrated, filled and ready, and
// the command ends when it is asked to.
func TestServe(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, ended := said{make(chan string, 1)}, make(chan error, 1)
	database := postgrestest.Empty(t).Config().ConnString()
	go func() {
		ended <- run(ctx, []string{"serve", "--listen", "127.0.0.1:0", "--search", "sql", "--database-url", database}, out, io.Discard)
	}()
	var base string
	select {
	case base = <-out.lines:
	case err := <-ended:
		t.Fatalf("the command ended: %v", err)
	}
	c := newClient(t)
	if got := c.get(base + "/readyz"); got != "ready\n" {
		t.Errorf("/readyz says %q", got)
	}
	if got := c.get(base + "/tien-do"); !strings.Contains(got, "Lạng Sơn") || strings.Contains(got, `data-test="sample"`) {
		t.Error("the public progress page does not tell of the founding notice alone")
	}
	c.get(base + "/metrics")
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the command ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("the command does not end")
	}
}

// TestTwoProcessesShareADatabase: what one process publishes the other shows,
// and who signed in to one is signed in to the other.
func TestTwoProcessesShareADatabase(t *testing.T) {
	t.Parallel()
	database := startuptest.URL(t)
	one, two := serving(t, "--database-url", database), serving(t, "--database-url", database)
	relay, centre, anybody := newClient(t), newClient(t), newClient(t)
	relay.signIn(one.base, "bg-ttdvvl")
	centre.signIn(two.base, "ls-ttdvvl")
	const list = "/quan-ly/tin-tuyen-dung"
	form := relay.get(two.base + list + "/moi?kieu=mot-trang") // signed in to the other
	order := url.Values{
		"employer_id": {firstMatch(t, form, `<option value="([^"]+ · \d{10})"`)}, "title": {"Thợ quấn dây biến áp"}, "occupation_code": {"8212"},
		"zone_id": {firstMatch(t, form, `<option value="(\d+)"[^>]*>[^<]*Vân Trung`)}, "headcount": {"40"}, "description": {"Quấn dây, kiểm tra."},
		"position": {"staff"}, "education": {"any"}, "qualification": {"any"}, "hours": {"full"}, "basic_wage": {"6tr"}, "income_from": {"9tr"},
		"benefits": {"insurance"}, "conditions": {"indoor"}, "no_fee": {"1"}, "contact_name": {"Chị Hoa"}, "contact_phone": {"0912345678"},
		"closes_on": {clock.DayOf(time.Now()).Add(40).String()},
	}
	page := relay.post(one.base+list, order)
	relay.post(two.base+page+"/gui-duyet", url.Values{"version": {"1"}})
	centre.post(one.base+page+"/dang", url.Values{"version": {"2"}})
	for _, process := range []*process{one, two} {
		anybody.finds(process.base+"/viec-lam?q=tho+quan+day+bien+ap", "Thợ quấn dây biến áp</a>")
	}
	one.stop(t)
	two.stop(t)
}

// finds asks until a page tells: a process hears of another's changes at once,
// or when it next looks for what it did not hear.
func (c *client) finds(address, words string) {
	c.t.Helper()
	for begun := time.Now(); !strings.Contains(c.get(address), words); time.Sleep(50 * time.Millisecond) {
		if time.Since(begun) > 3*index.CatchUp {
			c.t.Fatalf("%s does not tell of %q", address, words)
		}
	}
}
