package index

import (
	"strings"
	"time"

	"cauviec/internal/board"
	"cauviec/internal/clock"
)

// docs keep vacancies without a pointer in them, so that a million of them are
// nothing for the garbage collector to look through. Texts that many share are
// kept once, by number, until everything is loaded anew.
type docs struct {
	texts names[string, uint32]
	lists names[string, uint32] // joined
	split [][]string            // the lists by number
	spots names[spot, uint32]
	days  names[clock.Day, uint32]
	terms arena
	rows  [][]packed
	made  handle
	free  []handle
}

// handle is the number by which docs keep a vacancy, from 1.
type handle uint32

// rowLength is how many vacancies lie side by side.
const rowLength = 1024

// packed is a doc in numbers.
type packed struct {
	from, reach, employer   int64
	zone, occupation, shift uint32
	benefits, spot, closes  uint32
	terms                   span
	shown                   bool
	card                    packedCard
}

// packedCard is a card in numbers.
type packedCard struct {
	from, to, basic, employer    int64
	published                    int64 // in microseconds since 1970
	headcount                    int32
	slug, title, shift, benefits uint32
	employerName, employerSlug   uint32
	zoneName, zoneSlug, areaName uint32
	workplace, spot, closes      uint32
}

// at returns the place of a vacancy.
func (k *docs) at(h handle) *packed { return &k.rows[(h-1)/rowLength][(h-1)%rowLength] }

// keep packs a vacancy.
func (k *docs) keep(d *doc) handle {
	var h handle
	if last := len(k.free) - 1; last >= 0 {
		h, k.free = k.free[last], k.free[:last]
	} else {
		k.made++
		h = k.made
		if int(h) > len(k.rows)*rowLength {
			k.rows = append(k.rows, make([]packed, rowLength))
		}
	}
	*k.at(h) = packed{
		from: d.from, reach: d.reach, employer: d.employer, shown: d.shown, terms: k.terms.keep(d.terms), closes: k.days.of(d.closes),
		zone: k.text(d.zone), occupation: k.text(d.occupation), shift: k.text(d.shift), benefits: k.list(d.benefits), spot: k.spots.of(d.spot),
		card: k.packCard(d.card),
	}
	return h
}

// drop lets a vacancy go.
func (k *docs) drop(h handle) {
	k.terms.drop(k.at(h).terms)
	k.free = append(k.free, h)
}

// doc unpacks what a vacancy is found by, without its card and its key. It is
// not to be changed.
func (k *docs) doc(h handle) *doc {
	p := k.at(h)
	return &doc{from: p.from, reach: p.reach, employer: p.employer, shown: p.shown, terms: k.terms.read(p.terms), closes: k.days.values[p.closes],
		zone: k.texts.values[p.zone], occupation: k.texts.values[p.occupation], shift: k.texts.values[p.shift], benefits: k.split[p.benefits],
		spot: k.spots.values[p.spot]}
}

func (k *docs) text(s string) uint32 {
	if n, known := k.texts.number[s]; known {
		return n
	}
	return k.texts.of(strings.Clone(s))
}

func (k *docs) list(texts []string) uint32 {
	n := k.lists.of(joined(texts))
	if int(n) == len(k.split) {
		k.split = append(k.split, texts)
	}
	return n
}

// joined names a list of codes.
func joined(list []string) string { return strings.Join(list, "\n") }

func (k *docs) packCard(c board.Card) packedCard {
	return packedCard{from: c.IncomeFrom, to: c.IncomeTo, basic: c.BasicWage, employer: c.EmployerID, headcount: int32(c.Headcount),
		published: c.PublishedAt.UnixMicro(), slug: k.text(c.Slug), title: k.text(c.Title), shift: k.text(c.Shift), benefits: k.list(c.Benefits),
		employerName: k.text(c.EmployerName), employerSlug: k.text(c.EmployerSlug), zoneName: k.text(c.ZoneName), zoneSlug: k.text(c.ZoneSlug),
		areaName: k.text(c.AreaName), workplace: k.text(c.Workplace), spot: k.spots.of(spotOf(c.Lat, c.Lon)), closes: k.days.of(c.ClosesOn)}
}

// card unpacks the card of a vacancy.
func (k *docs) card(id int64, h handle) board.Card {
	c, texts := &k.at(h).card, k.texts.values
	card := board.Card{ID: id, IncomeFrom: c.from, IncomeTo: c.to, BasicWage: c.basic, EmployerID: c.employer, Headcount: int(c.headcount),
		PublishedAt: time.UnixMicro(c.published), Slug: texts[c.slug], Title: texts[c.title], Shift: texts[c.shift], Benefits: k.split[c.benefits],
		EmployerName: texts[c.employerName], EmployerSlug: texts[c.employerSlug], ZoneName: texts[c.zoneName], ZoneSlug: texts[c.zoneSlug],
		AreaName: texts[c.areaName], Workplace: texts[c.workplace], ClosesOn: k.days.values[c.closes]}
	if at := &k.spots.values[c.spot]; at.known {
		card.Lat, card.Lon = &at.lat, &at.lon
	}
	return card
}
