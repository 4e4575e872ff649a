package vacancy

import (
	"slices"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Batch is a part of the order: how many people are needed by which day.
type Batch struct {
	NeededBy  clock.Day `json:"needed_by"`
	Headcount int       `json:"headcount"`
}

// mostBatches is how many parts one order has.
const mostBatches = 12

// normalBatches returns the batches that say something, the earliest first,
// never nil.
func normalBatches(batches []Batch) []Batch {
	kept := []Batch{}
	for _, b := range batches {
		if b != (Batch{}) {
			kept = append(kept, b)
		}
	}
	slices.SortStableFunc(kept, func(a, b Batch) int { return a.NeededBy.Sub(b.NeededBy) })
	return kept
}

// checkBatches asks that the batches make up the order.
func (d Details) checkBatches(p errs.Problems) {
	if len(d.Batches) > mostBatches {
		p.Add("batches", "problem.many", mostBatches)
	}
	sum := 0
	for _, b := range d.Batches {
		if b.NeededBy.IsZero() || b.Headcount <= 0 || b.Headcount > mostPeople {
			p.Add("batches", "vacancy.problem.batch")
			return
		}
		sum += b.Headcount
	}
	if sum != d.Headcount && len(d.Batches) > 0 {
		p.Add("batches", "vacancy.problem.batch_sum", sum, d.Headcount)
	}
}

// BatchState is a batch with how many it still needs.
type BatchState struct {
	Batch
	ToFill int // not at work yet
	Coming int // of them, hired
}

// Late reports whether the day of the batch has passed before it was filled.
func (b BatchState) Late(today clock.Day) bool { return b.ToFill > 0 && b.NeededBy.Before(today) }

// Drawn returns the batches with how many each still needs, once so many
// people are at work. The earliest batch is filled first.
func Drawn(batches []Batch, atWork int) []BatchState {
	states := make([]BatchState, len(batches))
	for i, b := range batches {
		filled := min(b.Headcount, max(0, atWork))
		atWork -= filled
		states[i] = BatchState{Batch: b, ToFill: b.Headcount - filled}
	}
	return states
}

// Draw returns the batches of an order as its counts fill them: who is at work
// first, then who was hired.
func (c Counts) Draw(batches []Batch) []BatchState {
	states := Drawn(batches, c.AtWork())
	for i, later := range Drawn(batches, c.AtWork()+c.Coming()) {
		states[i].Coming = states[i].ToFill - later.ToFill
	}
	return states
}
