package demo

import (
	"context"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
)

// vacancyOf is a sample vacancy that was published.
type vacancyOf struct {
	ID        int64
	Employer  int // index of w.employers
	Published time.Time
	Closes    clock.Day
	Ended     time.Time // zero: it runs until its last day
	Headcount int
	Status    vacancy.Status
}

const vacancyCount = 150

// makeVacancies enters orders for workers: most published and open, some over,
// filled or paused, and a few that wait for the centre.
func (w *world) makeVacancies(ctx context.Context) error {
	store := &vacancy.Store{DB: w.db, Now: w.clock, Random: chanceOf{w.rand}}
	for n := range vacancyCount {
		e := w.rand.IntN(len(w.employers))
		if n < len(w.employers) {
			e = n
		}
		if err := w.makeVacancy(ctx, store, n, e); err != nil {
			return err
		}
	}
	_, err := w.db.Exec(ctx, `UPDATE vacancies SET sample = true`)
	return err
}

// chanceOf lets the seeded source draw offer codes.
type chanceOf struct{ rand interface{ Uint64() uint64 } }

// Read fills p.
func (c chanceOf) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(c.rand.Uint64())
	}
	return len(p), nil
}

func (w *world) makeVacancy(ctx context.Context, store *vacancy.Store, n, e int) error {
	of := w.employers[e]
	ago := w.between(2, 110)
	if w.chance(20) {
		ago = w.between(110, 140)
	}
	if n >= vacancyCount-12 || !of.Verified {
		ago = w.between(1, 5) // what waits for the centre is new
	}
	w.goTo(ago, w.between(8, 10), w.between(0, 59))
	writer := w.actor("bg-ttdvvl")
	if w.chance(55) && of.Account != "" {
		writer = w.actor(of.Account)
	}
	d, err := w.vacancyDetails(ctx, store, writer, of, n)
	if err != nil {
		return err
	}
	id, err := store.Create(ctx, writer, d)
	if err != nil {
		return err
	}
	switch {
	case n >= vacancyCount-4:
		return nil // a draft
	case n >= vacancyCount-12:
		return store.Submit(ctx, writer, id, 1)
	case !of.Verified:
		return store.Submit(ctx, writer, id, 1)
	}
	return w.publish(ctx, store, writer, id, e, d)
}

// publish lets the centre check and publish, now and then after a return, and
// brings some vacancies to their end.
func (w *world) publish(ctx context.Context, store *vacancy.Store, writer access.Actor, id int64, e int, d vacancy.Details) error {
	centre, version := w.actor("ls-ttdvvl"), 1
	step := func(wait time.Duration, do func(version int) error) error {
		w.at = w.at.Add(wait)
		if w.at.After(w.end) {
			w.at = w.end
		}
		err := do(version)
		version++
		return err
	}
	if err := step(0, func(v int) error { return store.Submit(ctx, writer, id, v) }); err != nil {
		return err
	}
	wait := time.Duration(w.between(1, 30)) * time.Hour
	if err := step(wait, func(v int) error { return store.Publish(ctx, centre, id, v) }); err != nil {
		return err
	}
	made := vacancyOf{ID: id, Employer: e, Published: w.at, Closes: d.ClosesOn, Headcount: d.Headcount, Status: vacancy.Published}
	err := w.live(ctx, store, centre, d, step, &made)
	w.vacancies = append(w.vacancies, made)
	return err
}

// live is what happens to some vacancies after they are published: a changed
// fact, a pause, an end before time.
func (w *world) live(ctx context.Context, store *vacancy.Store, centre access.Actor, d vacancy.Details,
	step func(time.Duration, func(int) error) error, made *vacancyOf) error {
	later := time.Duration(w.between(3, 20)) * 24 * time.Hour
	if made.Published.Add(later).After(w.end) || d.ClosesOn.Before(clock.DayOf(made.Published.Add(later)).Add(1)) {
		return nil
	}
	switch w.weighted(68, 14, 7, 4, 7) {
	case 1:
		d.IncomeTo += 500_000
		d.Headcount += 20
		d.Batches = inBatches(d.Headcount, d.StartsOn)
		return step(later, func(v int) error {
			return store.Revise(ctx, centre, made.ID, v, d, "Doanh nghiệp tăng phụ cấp, tăng số lượng")
		})
	case 2:
		made.Status, made.Ended = vacancy.Filled, made.Published.Add(later)
		return step(later, func(v int) error {
			return store.Fill(ctx, centre, made.ID, v, "Doanh nghiệp báo đã tuyển đủ")
		})
	case 3:
		made.Status, made.Ended = vacancy.Paused, made.Published.Add(later)
		return step(later, func(v int) error {
			return store.Pause(ctx, centre, made.ID, v, "Chờ doanh nghiệp bố trí thêm chỗ ở")
		})
	case 4:
		made.Status, made.Ended = vacancy.Withdrawn, made.Published.Add(later)
		return step(later, func(v int) error { return store.Withdraw(ctx, centre, made.ID, v, "Đơn hàng bị hoãn") })
	}
	return nil
}
