package index

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/clock"
)

// openToday keeps the vacancies that are open on the day that was asked for
// last. Many readers may ask at once; only a writer that is alone may mark.
type openToday struct {
	asking sync.Mutex
	today  clock.Day
	set    *roaring.Bitmap
}

// on returns the vacancies open on a day; gather is asked when the day is a new
// one.
func (o *openToday) on(today clock.Day, gather func() *roaring.Bitmap) *roaring.Bitmap {
	o.asking.Lock()
	defer o.asking.Unlock()
	if o.set == nil || o.today != today {
		o.today, o.set = today, gather()
	}
	return o.set
}

func (o *openToday) mark(on bool, closes clock.Day, n uint32) {
	switch {
	case o.set == nil || closes.Before(o.today):
	case on:
		o.set.Add(n)
	default:
		o.set.Remove(n)
	}
}
