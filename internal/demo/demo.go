// Package demo makes the sample world: invented employers, vacancies, drives
// and people over the real zones, occupations, communes and the founding
// notice, at every stage, with half a year of history that ends today. The
// same seed and the same day make the same world.
//
// Whatever has rules is made by the stores that keep them, at the instants at
// which it would have happened; only the many people are written at once.
package demo

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
)

// Password of every account of the sample world.
const Password = "cauviec-demo"

const seed = 20240313

// marker is the row of reference_loads that says that the world is made.
const marker = "sample world"

// world is the sample world while it is made. Its clock moves through the half
// year before today.
type world struct {
	db       *postgres.DB
	rand     *rand.Rand
	end      time.Time // the present instant
	at       time.Time // the instant that the stores see
	accounts map[string]access.Actor

	employers []employerOf
	vacancies []vacancyOf
	communes  []communeOf
}

// Exists reports whether the sample world is made already.
func Exists(ctx context.Context, db *postgres.DB) (made bool, err error) {
	return postgres.Value[bool](ctx, db, `SELECT EXISTS (SELECT FROM reference_loads WHERE name = $1)`, marker)
}

// Fill makes the sample world in one transaction, once. The founding notice
// must have been read.
func Fill(ctx context.Context, db *postgres.DB, now clock.Clock) (err error) {
	defer errs.Wrap(&err, "demo.Fill")
	made, err := Exists(ctx, db)
	if err != nil || made {
		return err
	}
	w := &world{db: db, rand: rand.New(rand.NewPCG(seed, seed)), end: now.Now(), at: now.Now()}
	return db.InTx(ctx, func(ctx context.Context) error {
		for _, step := range []func(context.Context) error{
			w.makeAccounts, w.makeEmployers, w.makeVacancies, w.makeDrives, w.makePeople, w.makePublicity, w.makeStudy, w.makeObligations, w.makeComplaints,
		} {
			if err := step(ctx); err != nil {
				return err
			}
		}
		_, err := db.Exec(ctx, `INSERT INTO reference_loads (name, checksum, loaded_at) VALUES ($1, '', $2)`, marker, w.end)
		return err
	})
}

// clock is what the stores of the world are given.
func (w *world) clock() time.Time { return w.at }

// today is the present day.
func (w *world) today() clock.Day { return clock.DayOf(w.end) }

// goTo moves the clock to an hour of the day that lies days before today, but
// never past the present.
func (w *world) goTo(daysAgo, hour, minute int) {
	w.at = w.today().Add(-daysAgo).At(hour, minute)
	if w.at.After(w.end) {
		w.at = w.end
	}
}

// between returns a number from low to high, both included.
func (w *world) between(low, high int) int { return low + w.rand.IntN(high-low+1) }

// chance is true in percent of cases.
func (w *world) chance(percent int) bool { return w.rand.IntN(100) < percent }

func pick[T any](w *world, list []T) T { return list[w.rand.IntN(len(list))] }

// weighted returns an index by weight.
func (w *world) weighted(weights ...int) int {
	total := 0
	for _, weight := range weights {
		total += weight
	}
	n := w.rand.IntN(total)
	for i, weight := range weights {
		if n -= weight; n < 0 {
			return i
		}
	}
	return 0
}

// actor returns who acts for a body: its account of that name.
func (w *world) actor(username string) access.Actor { return w.accounts[username] }

// load reads the actors of the accounts that will act.
func (w *world) load(ctx context.Context, usernames ...string) error {
	store := &people.Store{DB: w.db, Now: w.clock}
	for _, username := range usernames {
		id, err := postgres.Value[int64](ctx, w.db, `SELECT id FROM accounts WHERE username = $1`, username)
		if err != nil {
			return errors.Join(errors.New("no account "+username), err)
		}
		who, err := store.Present(ctx, id, 1)
		if err != nil {
			return err
		}
		w.accounts[username] = who.Actor
	}
	return nil
}
