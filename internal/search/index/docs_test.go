package index

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"cauviec/internal/board"
)

// TestDocsComeBackAsTheyWere keeps vacancies and lets some go, again and again:
// what is held is never another's, and what was let go makes room.
func TestDocsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(4, 4))
	var k docs
	held := map[handle]*doc{}
	var order []handle
	for i := range 20_000 {
		d := someDoc(random, int64(i))
		h := k.keep(d)
		if held[h] != nil {
			t.Fatalf("%d was given twice", h)
		}
		held[h], order = d, append(order, h)
		if len(held) == mostHeld || random.IntN(3) == 0 {
			gone := random.IntN(len(order))
			k.drop(order[gone])
			delete(held, order[gone])
			order = slices.Delete(order, gone, gone+1)
		}
	}
	for h, want := range held {
		card := k.card(want.id, h)
		if !reflect.DeepEqual(card, want.card) {
			t.Fatalf("got the card %+v, want %+v", card, want.card)
		}
		got := k.doc(h)
		got.key, got.card = want.key, want.card
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	}
	if int(k.made) > mostHeld || len(k.terms.blocks)<<placeBits > 2*mostHeld*maxSomeTerms {
		t.Errorf("%d places and %d blocks of terms for %d vacancies", k.made, len(k.terms.blocks), mostHeld)
	}
}

const (
	mostHeld     = 3000
	maxSomeTerms = 60
)

// someDoc is a vacancy with anything in it.
func someDoc(random *rand.Rand, id int64) *doc {
	word := func() string { return string(rune('a' + random.IntN(26))) }
	d := &doc{key: key{id: id}, closes: someDay.Add(random.IntN(9)), zone: word(), occupation: word(), employer: random.Int64(), shown: random.IntN(2) == 0,
		from: random.Int64(), reach: random.Int64(), shift: word(), benefits: []string{word(), word()}, terms: make([]term, random.IntN(maxSomeTerms))}
	for i := range d.terms {
		d.terms[i] = random.Uint32()
	}
	d.card = board.Card{ID: id, Slug: word(), Title: word(), IncomeFrom: random.Int64(), IncomeTo: 2, BasicWage: 3, Headcount: random.IntN(900), ClosesOn: d.closes,
		PublishedAt: time.UnixMicro(random.Int64N(1 << 50)), Shift: word(), Benefits: []string{word()}, EmployerID: 7, EmployerName: word(),
		EmployerSlug: word(), ZoneName: word(), ZoneSlug: word(), AreaName: word(), Workplace: word()}
	if random.IntN(2) == 0 {
		d.spot = spot{lat: random.Float64(), lon: random.Float64(), known: true}
		d.card.Lat, d.card.Lon = &d.spot.lat, &d.spot.lon
	}
	return d
}
