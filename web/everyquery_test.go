package web_test

import (
	"cmp"
	"net/http"
	"slices"
	"testing"

	"cauviec/web/route"
	"cauviec/web/sitetest"
)

// mostStatements is how many statements any page asks of the database, whatever
// it shows; who asks is found out by some of them.
const mostStatements = 16

// TestEveryPageAsksFewQuestions opens every page of the sample world as somebody
// who may, and counts the statements: a page that asks one for each of its rows
// is over the bound.
func TestEveryPageAsksFewQuestions(t *testing.T) {
	t.Parallel()
	s, queries := sitetest.NewCounted(t)
	list := slices.DeleteFunc(routes(), func(rt route.Route) bool { return rt.Method != http.MethodGet })
	slices.SortStableFunc(list, func(a, b route.Route) int { return cmp.Compare(endsSession[a.Path], endsSession[b.Path]) })
	clients := map[string]*sitetest.Client{}
	for _, rt := range list {
		who := someoneFor(t, s, rt)
		if clients[who] == nil {
			clients[who] = s.Visitor(t)
			if who != "" {
				clients[who] = s.SignIn(t, who)
			}
		}
		path := address(t, s, rt.Path)
		fewest := mostStatements + 1
		for range 3 { // the background work asks too, now and then
			fewest = min(fewest, queries.During(func() { clients[who].Get(path) }))
		}
		if fewest > mostStatements {
			t.Errorf("%s as %q asks more than %d statements", path, who, mostStatements)
		}
	}
}

// someoneFor returns an account that may use a route, those who see most first.
func someoneFor(t *testing.T, s *sitetest.Site, rt route.Route) string {
	t.Helper()
	all := accounts(t, s)
	slices.SortStableFunc(all, func(a, b account) int { return cmp.Compare(seesMost[b.username], seesMost[a.username]) })
	i := slices.IndexFunc(all, func(a account) bool { return a.actor.May(rt.Need) && refusedByARule(a, rt) == "" })
	if i < 0 {
		t.Fatalf("nobody may use %s", rt.Path)
	}
	return all[i].username
}

// seesMost orders the accounts that see most before all others.
var seesMost = map[string]int{"ls-ttdvvl-2": 3, "ls-ubnd-2": 2, "quan-tri": 1}
