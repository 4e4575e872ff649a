package web_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/web"
	"cauviec/web/route"
	"cauviec/web/signin"
)

var update = flag.Bool("update", false, "write the goldens anew")

// routes lists every route of the site without a database.
func routes() []route.Route {
	d := web.Deps{DB: postgres.New(nil), Now: clock.Fixed(time.Time{})}
	return web.Routes(d, signin.New(signin.Options{People: &people.Store{}}))
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(got, "\n") {
		if want := lineOf(string(b), i); line != want {
			t.Fatalf("%s:%d differs; look whether it should and run the test with -update\n got %s\nwant %s", path, i+1, line, want)
		}
	}
	if string(b) != got {
		t.Fatalf("%s lists routes that are no more", path)
	}
}

func lineOf(text string, i int) string {
	lines := strings.Split(text, "\n")
	if i >= len(lines) {
		return "nothing"
	}
	return lines[i]
}

// TestEveryRouteHasARule: no route is open for want of a rule, none stands
// there twice.
func TestEveryRouteHasARule(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	var b strings.Builder
	for _, rt := range routes() {
		if !access.Known(rt.Need) {
			t.Errorf("%s %s: the policy has no rule for %q", rt.Method, rt.Path, rt.Need)
		}
		if seen[rt.Method+rt.Path] {
			t.Errorf("%s %s stands there twice", rt.Method, rt.Path)
		}
		seen[rt.Method+rt.Path] = true
		fmt.Fprintf(&b, "%-4s %-48s %s\n", rt.Method, rt.Path, rt.Need)
	}
	golden(t, "testdata/routes.golden", b.String())
}

// kinds are all kinds of accounts: a visitor, the staff of every kind of body
// on both sides, and the roles that add to it.
func kinds() []kind {
	all := []kind{{"visitor", access.Actor{}}}
	for _, seat := range access.Seats() {
		all = append(all, kind{seat.String(), access.Actor{Account: 1, Body: 1, Bodies: []int64{1}, Seat: seat, Role: access.Staff}})
	}
	nobody := access.Seat{Side: access.Source, Kind: "no_kind"}
	return append(all,
		kind{"any.admin", access.Actor{Account: 1, Body: 1, Seat: nobody, Role: access.Admin}},
		kind{"any.system", access.Actor{Account: 1, Body: 1, Seat: nobody, Role: access.System}})
}

type kind struct {
	name  string
	actor access.Actor
}

// TestRoles lists which kind of account may use which route.
func TestRoles(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, rt := range routes() {
		fmt.Fprintf(&b, "%-4s %-48s %s\n", rt.Method, rt.Path, whoMay(rt.Need))
	}
	golden(t, "testdata/roles.golden", b.String())
}

func whoMay(need access.Need) string {
	var may []string
	for _, k := range kinds() {
		if k.actor.May(need) {
			may = append(may, k.name)
		}
	}
	switch len(may) {
	case len(kinds()):
		return "anyone"
	case len(kinds()) - 1:
		return "everyone signed in"
	}
	return strings.Join(may, " ")
}
