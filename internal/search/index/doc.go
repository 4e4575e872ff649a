package index

import (
	"cauviec/internal/board"
	"cauviec/internal/clock"
)

// doc is a live vacancy as the index knows it.
type doc struct {
	key
	closes     clock.Day
	zone       string // slug
	occupation string
	employer   int64
	shown      bool // its employer is verified
	from       int64
	reach      int64 // the income that it can reach
	shift      string
	benefits   []string
	spot       spot
	terms      []term
	card       board.Card
}

// spot is where the work is.
type spot struct {
	lat, lon float64
	known    bool
}

func spotOf(lat, lon *float64) spot {
	if lat == nil || lon == nil {
		return spot{}
	}
	return spot{lat: *lat, lon: *lon, known: true}
}

// doc reads a row; words are the shelf's.
func (r row) doc(w *words) *doc {
	return &doc{
		key: key{at: r.Published.UnixMicro(), id: r.VacancyID}, closes: r.LastDay, zone: r.AskedZone, occupation: r.OccupationCode,
		employer: r.AskedEmployer, shown: r.Shown, from: r.Lowest, reach: r.Reach, shift: r.AskedShift, benefits: r.AskedBenefits,
		spot: spotOf(r.AskedLat, r.AskedLon), terms: w.read(r.Terms), card: r.Card,
	}
}
