// Package index answers searches from memory. It holds every live vacancy in
// the order of publication and, for each word and each value that can be asked
// for, the set of those that have it, so that a query is an intersection of
// sets. Questions have their words in common more than their filters: what is
// found by words is counted once by everything that filters ask for, and kept
// until something changes, so that the counts of a page and the page itself take
// about as long among a million as among a hundred thousand.
//
// PostgreSQL stays the truth: the index is loaded from the table that
// search.SQL reads, kept current from its changes, and answers exactly as
// search.SQL does. Until it is loaded, search.SQL answers in its place. Whether
// a vacancy is open is judged when asked, so an index that is behind never
// shows one that is past its last day.
package index

import (
	"context"
	"sync"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// Index is a search.Search, and a board.Keeper of the cards that it finds.
// Follow fills it and keeps it current.
type Index struct {
	db  *postgres.DB
	sql search.SQL
	now clock.Clock

	lock    sync.RWMutex // guards what follows
	shelf   *shelf       // nil until loaded
	choices []board.Choice
}

// New returns an index over a database. It holds nothing until Follow runs.
func New(db *postgres.DB, now clock.Clock) *Index {
	return &Index{db: db, sql: search.SQL{DB: db}, now: now}
}

// Find returns a page, as search.SQL would.
func (x *Index) Find(ctx context.Context, q search.Query, today clock.Day) (search.Result, error) {
	x.lock.RLock()
	if x.shelf != nil {
		defer x.lock.RUnlock()
		return x.shelf.find(q, today)
	}
	x.lock.RUnlock()
	return x.sql.Find(ctx, q, today)
}

// Count returns how many vacancies the query finds.
func (x *Index) Count(ctx context.Context, q search.Query, today clock.Day) (int, error) {
	x.lock.RLock()
	if x.shelf != nil {
		defer x.lock.RUnlock()
		return x.shelf.count(q, today)
	}
	x.lock.RUnlock()
	return x.sql.Count(ctx, q, today)
}

// Cards returns the cards of ids in their order, if it has them all.
func (x *Index) Cards(ids []int64) (cards []board.Card, ok bool) {
	x.lock.RLock()
	defer x.lock.RUnlock()
	if x.shelf == nil {
		return nil, false
	}
	cards = make([]board.Card, 0, len(ids))
	for _, id := range ids {
		_, held, ok := x.shelf.slots.find(id)
		if !ok {
			return nil, false
		}
		cards = append(cards, x.shelf.docs.card(id, held))
	}
	return cards, true
}

// Choices returns the zones to work in and the districts to come from, once
// they are loaded.
func (x *Index) Choices() (choices []board.Choice, ok bool) {
	x.lock.RLock()
	defer x.lock.RUnlock()
	return x.choices, x.choices != nil
}

// Loaded reports whether searches are answered from memory.
func (x *Index) Loaded() bool {
	x.lock.RLock()
	defer x.lock.RUnlock()
	return x.shelf != nil
}

// load reads everything into a new shelf. Searches are answered meanwhile.
func (x *Index) load(ctx context.Context) (err error) {
	defer errs.Wrap(&err, "index.load")
	choices, err := (&board.Store{DB: x.db}).Choices(ctx)
	if err != nil {
		return err
	}
	shelf := newShelf()
	put := func(r row) { shelf.put(r.doc(&shelf.words)) }
	if err := read(ctx, x.db, put, readAll, map[string]any{"since": x.since()}); err != nil {
		return err
	}
	x.lock.Lock()
	defer x.lock.Unlock()
	x.shelf, x.choices = shelf, choices
	return nil
}

// batch is how many vacancies are changed at a time, so that searches wait for
// some milliseconds at most.
const batch = 100

// refresh reads vacancies anew. Those that are live no more are taken away.
func (x *Index) refresh(ctx context.Context, ids []int64) (err error) {
	defer errs.Wrap(&err, "index.refresh")
	for len(ids) > 0 {
		some := ids[:min(batch, len(ids))]
		ids = ids[len(some):]
		var rows []row
		put := func(r row) { rows = append(rows, r) }
		if err := read(ctx, x.db, put, readSome, map[string]any{"ids": some, "since": x.since()}); err != nil {
			return err
		}
		x.replace(some, rows)
	}
	return nil
}

func (x *Index) replace(ids []int64, rows []row) {
	x.lock.Lock()
	defer x.lock.Unlock()
	live := make(map[int64]bool, len(rows))
	for _, r := range rows {
		live[r.VacancyID] = true
		x.shelf.put(r.doc(&x.shelf.words))
	}
	for _, id := range ids {
		if !live[id] {
			x.shelf.remove(id)
		}
	}
}

// since is the day before which a vacancy must not have closed to be read:
// yesterday, for those to whom the day has just changed.
func (x *Index) since() clock.Day { return x.now.Today().Add(-1) }
