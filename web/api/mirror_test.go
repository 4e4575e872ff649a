package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"testing"
	"time"

	"cauviec/internal/postgres"
)

// mirror is a copy of the list that is made from /api/v1/changes only.
type mirror struct {
	client
	limit int
	after string
	has   map[int64]string
	told  int // changes read
}

func newMirror(c client, limit int) *mirror {
	return &mirror{client: c, limit: limit, has: map[int64]string{}}
}

// read reads one part of the changes and reports whether there are more.
func (m *mirror) read() (more bool) {
	path := fmt.Sprintf("/api/v1/changes?limit=%d&after=%s", m.limit, url.QueryEscape(m.after))
	page := decoded[struct {
		Changes []struct {
			Op      string
			ID      int64
			Vacancy json.RawMessage
		}
		Next string
		More bool
	}](m.t, m.get(http.StatusOK, path))
	for _, c := range page.Changes {
		if m.told++; c.Op == "upsert" {
			m.has[c.ID] = string(c.Vacancy)
		} else {
			delete(m.has, c.ID)
		}
	}
	m.after = page.Next
	return page.More
}

func (m *mirror) readAll() {
	for m.read() {
	}
}

// list is what the API's list shows, by id.
func (c client) list() map[int64]string {
	c.t.Helper()
	all := map[int64]string{}
	for after := ""; ; {
		page := decoded[struct {
			Next      *string
			Vacancies []json.RawMessage
		}](c.t, c.get(http.StatusOK, "/api/v1/vacancies?limit=100&trang="+after))
		for _, v := range page.Vacancies {
			var named struct{ ID int64 }
			if err := json.Unmarshal(v, &named); err != nil {
				c.t.Fatal(err)
			}
			all[named.ID] = string(v)
		}
		if page.Next == nil {
			return all
		}
		after = *page.Next
	}
}

// compare wants the mirror to be the list.
func (m *mirror) compare(when string) {
	m.t.Helper()
	list := m.list()
	if maps.Equal(m.has, list) {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(list)) {
		if m.has[id] != list[id] {
			m.t.Errorf("%s: %d is %.300q, the mirror has %.300q", when, id, list[id], m.has[id])
		}
	}
	for id := range m.has {
		if _, listed := list[id]; !listed {
			m.t.Errorf("%s: the mirror still has %d", when, id)
		}
	}
	m.t.FailNow()
}

// settled waits until no transaction is at work that could hide a change. Other
// tests share the server, and some load a million rows at once.
func settled(t *testing.T, db *postgres.DB) {
	t.Helper()
	for range 30_000 {
		ready, err := postgres.Value[bool](t.Context(), db,
			`SELECT max(tx) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM public_changes`)
		if err != nil {
			t.Fatal(err)
		}
		if ready {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("a transaction is at work for 5 minutes")
}

// TestAMirrorOfTheChangesIsTheList makes a thousand random changes by several
// clerks at once, some of whose transactions end long after later ones, while
// mirrors read: one at all times, one now and then in small parts, one that
// begins in the middle.
func TestAMirrorOfTheChangesIsTheList(t *testing.T) {
	t.Parallel()
	const rounds, each = 10, 100
	w := newMirrored(t)
	eager, lazy := newMirror(w.client("203.0.113.1:1"), 40), newMirror(w.client("203.0.113.2:1"), 7)
	var late *mirror
	for round := range rounds {
		w.changeWhile(each, func() { eager.read(); time.Sleep(5 * time.Millisecond) })
		settled(t, w.db)
		eager.readAll()
		eager.compare(fmt.Sprintf("eager, round %d", round))
		if round == rounds/2 {
			late = newMirror(w.client("203.0.113.3:1"), 500)
			late.read()
		}
		if round%3 == 2 {
			lazy.readAll()
			lazy.compare(fmt.Sprintf("lazy, round %d", round))
		}
	}
	late.readAll()
	late.compare("late")
	t.Logf("%v; eager was told %d, late %d; %d open", w.made, eager.told, late.told, len(late.has))
	for kind := range w.changes() {
		if w.made[kind] == 0 {
			t.Errorf("no change was a %s", kind)
		}
	}
}

// changeWhile makes changes by several clerks at once, and does something else
// again and again meanwhile.
func (w *mirrored) changeWhile(changes int, meanwhile func()) {
	done := make(chan struct{})
	var clerks, reader sync.WaitGroup
	reader.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				meanwhile()
			}
		}
	})
	work := make(chan struct{}, changes)
	for range changes {
		work <- struct{}{}
	}
	close(work)
	for range 4 {
		clerks.Go(func() {
			for range work {
				w.change()
			}
		})
	}
	clerks.Wait()
	close(done)
	reader.Wait()
}
