package search_test

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// advert is an invented vacancy with what is true of it, whatever its words
// are. Questions are judged by this and by nothing that search computes.
type advert struct {
	search.Entry
	trade string
	zone  string
	mark  string // what only its text tells
}

// adverts is how many vacancies the labelled corpus has.
const adverts = 490

// lines returns the lines of a file of the labelled set, without remarks.
func lines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/quality/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(string(data), "\n"), func(line string) bool {
		return strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#")
	})
}

// trimmed splits a line and trims its parts.
func trimmed(line, by string) []string {
	parts := strings.Split(line, by)
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
	}
	return parts
}

// corpus invents the vacancies of the labelled set, the same each time.
type corpus struct {
	t         testing.TB
	w         *world
	random    *rand.Rand
	employers map[string]int64
	names     []string
	texts     []string
	zones     []corpusZone
	called    map[string]string // occupations by code
}

type corpusZone struct {
	ID         int64
	Slug, Name string
	Lat, Lon   float64
}

func newCorpus(t testing.TB, w *world) []advert {
	t.Helper()
	c := &corpus{t: t, w: w, random: rand.New(rand.NewPCG(2024, 3)), employers: map[string]int64{},
		names: lines(t, "employers.txt"), texts: lines(t, "texts.txt"), called: map[string]string{}}
	for _, name := range c.names {
		c.employers[name] = w.newEmployer(name, "verified")
	}
	c.readPlaces()
	jobs := lines(t, "jobs.txt")
	var all []advert
	for i := range adverts {
		a := c.advert(i/len(jobs), trimmed(jobs[i%len(jobs)], "|"))
		a.VacancyID = w.put(a.Entry)
		all = append(all, a)
	}
	return all
}

func (c *corpus) readPlaces() {
	var err error
	c.zones, err = postgres.All[corpusZone](context.Background(), c.w.DB,
		`SELECT id, slug, name, lat, lon FROM zones WHERE status <> 'planned' ORDER BY id LIMIT 100`)
	if err != nil {
		c.t.Fatal(err)
	}
	named, err := postgres.All[struct{ Code, NameVi string }](context.Background(), c.w.DB, `SELECT code, name_vi FROM occupations LIMIT 1000`)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, o := range named {
		c.called[o.Code] = o.NameVi
	}
}

func (c *corpus) chance(percent int) bool { return c.random.IntN(100) < percent }

// advert draws the n-th vacancy of a kind of work.
func (c *corpus) advert(n int, job []string) advert {
	titles := trimmed(job[2], ";")
	a := advert{trade: job[0], mark: job[4]}
	a.Title, a.OccupationCode = titles[n%len(titles)], job[1]
	switch c.random.IntN(12) { // some forms are filled in carelessly
	case 0:
		a.OccupationCode = ""
	case 1:
		a.OccupationCode = job[1][:2]
	}
	a.Occupation = c.called[a.OccupationCode]
	a.Employer = c.names[c.random.IntN(len(c.names))]
	a.EmployerID = c.employers[a.Employer]
	zone := c.somewhere()
	a.ZoneID, a.Zone, a.zone, a.Lat, a.Lon = zone.ID, zone.Name, zone.Slug, &zone.Lat, &zone.Lon
	a.PublishedAt = today.Start().Add(-time.Duration(c.random.IntN(60*24)) * time.Hour)
	a.ClosesOn = today.Add(1 + c.random.IntN(60))
	a.IncomeFrom = int64(14+c.random.IntN(8)) * 500_000
	a.IncomeTo = a.IncomeFrom + int64(1+c.random.IntN(8))*500_000
	c.terms(&a)
	c.describe(&a, job[3])
	return a
}

// somewhere draws a zone; half of all factories are in the largest three.
func (c *corpus) somewhere() corpusZone {
	largest := []string{"quang-chau", "quang-chau", "van-trung", "dinh-tram"}
	if slug := largest[c.random.IntN(len(largest))]; c.chance(55) {
		return c.zones[slices.IndexFunc(c.zones, func(z corpusZone) bool { return z.Slug == slug })]
	}
	return c.zones[c.random.IntN(len(c.zones))]
}

// terms draws the shift and what comes with the work.
func (c *corpus) terms(a *advert) {
	a.Shift = []string{"office", "garment", "two_8h", "two_12h", "three", "flexible", "two_8h", "garment", "office", "night"}[c.random.IntN(10)]
	if strings.Contains(a.Title, "ca đêm") {
		a.Shift = "night"
	}
	for _, b := range []struct {
		name    string
		percent int
	}{{"insurance", 90}, {"meals_1", 45}, {"meal_money", 20}, {"dormitory", 40}, {"shuttle_bus", 35}, {"travel_support", 25},
		{"housing_support", 30}, {"nursery", 12}, {"training", 35}} {
		if c.chance(b.percent) {
			a.Benefits = append(a.Benefits, b.name)
		}
	}
}

// trained are the trades that ask for experience.
var trained = []string{"mould", "cnc", "welding", "electrician", "maintenance", "smt", "aircon", "forklift", "driver", "bus", "leader", "engineer",
	"accountant", "hr", "translator", "customs", "safety", "it", "buyer", "cutting"}

// describe writes the text: what is done, among sentences that every advert has.
func (c *corpus) describe(a *advert, does string) {
	a.NoExperience = c.chance(85)
	if slices.Contains(trained, a.trade) {
		a.NoExperience = c.chance(10)
	}
	a.Couples = slices.Contains(a.Benefits, "dormitory") && c.chance(35)
	said := []string{does + "."}
	for range 3 {
		said = append(said, c.texts[c.random.IntN(len(c.texts))])
	}
	if a.Couples && c.chance(50) {
		said = append(said, "Nhận cả vợ chồng, bố trí phòng riêng.")
	}
	if a.NoExperience && c.chance(50) {
		said = append(said, "Không yêu cầu kinh nghiệm, được đào tạo.")
	}
	a.Text = strings.Join(said, " ")
}
