package vacancies

import (
	"context"
	"slices"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/reference"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// offer is what the page of a vacancy shows.
type offer struct {
	vacancy.Vacancy
	today   clock.Day
	site    string // scheme and host, for what is read elsewhere
	centre  string // the employment centre's telephone, E.164; empty: not shown
	tookUp  string // the offer code of the merged vacancy that led the reader here
	preview bool   // staff look at it before it is public
	way     way
	batches []vacancy.BatchState
	similar []card
}

// way is how far the work is from the reader's home, with the homes to choose
// from; without the latter the place of work is not known.
type way struct {
	district  string // the home in words; empty: not told
	home      string // its code
	commune   string // code of the commune in it
	km        int    // on the road; 0: not known
	minutes   int
	districts []ui.Option
	communes  []ui.Option // of the district
}

// words says how long a way is.
func (w way) words(ctx context.Context) string {
	return locale.T(ctx, "jobs.way", w.km, w.minutes/60, w.minutes%60)
}

// habit is what the way means for daily life.
func (w way) habit(ctx context.Context) string {
	habit, ok := board.HabitOf(w.km)
	if !ok {
		return ""
	}
	return locale.T(ctx, "offer.habit."+string(habit))
}

// far reports whether one cannot come home every day, and the offer promises
// no place to sleep.
func (o offer) far() bool {
	habit, ok := board.HabitOf(o.way.km)
	return ok && habit != board.Daily && !slices.Contains(o.Benefits, vacancy.Dormitory)
}

// point is where the work is.
func (o offer) point() reference.Point {
	if o.Lat == nil || o.Lon == nil {
		return reference.Point{}
	}
	return reference.Point{Lat: *o.Lat, Lon: *o.Lon}
}

// hidden reports whether only the end of the vacancy may be told: its employer
// is no longer trusted.
func (o offer) hidden() bool { return !o.preview && o.EmployerState != employer.Verified }

// closed names why one cannot register; empty while one can. What staff look at
// beforehand is shown as it will be.
func (o offer) closed() string {
	switch {
	case o.preview, o.Open(o.today):
		return ""
	case o.hidden():
		return "hidden"
	}
	return string(o.State(o.today))
}

// open reports whether the offer is public and takes people.
func (o offer) open() bool { return !o.preview && o.closed() == "" }

// path is the address of the page on this site.
func (o offer) path() string { return href(o.ID, o.Slug) }

// place is where the work is, in words.
func (o offer) place() string {
	for _, name := range []string{o.ZoneName, o.Workplace, o.AreaName} {
		if name != "" {
			return name
		}
	}
	return ""
}

// description is what search engines and shared links say.
func (o offer) description(ctx context.Context) string {
	return locale.T(ctx, "jobs.offer.description", o.EmployerName, o.place(), locale.MonthlyPay(ctx, o.IncomeFrom, o.IncomeTo), o.Headcount)
}

// call is whom to ring first: the centre, else the contact of the offer.
func (o offer) call() string {
	if o.centre != "" {
		return o.centre
	}
	return o.ContactPhone
}

// word is the word of a code, nothing for no code.
func word(ctx context.Context, list vacancy.List, code string) string {
	if code == "" {
		return ""
	}
	return locale.T(ctx, list.Key(code))
}

// needed is what is asked of people.
func (o offer) needed(ctx context.Context) []ui.Fact {
	facts := []ui.Fact{
		{Label: locale.T(ctx, "jobs.offer.occupation"), Value: locale.Pick(ctx, o.OccupationVi, o.OccupationEn)},
		{Label: locale.T(ctx, "jobs.offer.experience"), Value: word(ctx, vacancy.Experiences, o.Experience)},
		{Label: locale.T(ctx, "jobs.offer.education"), Value: word(ctx, vacancy.Educations, o.Education)},
		{Label: locale.T(ctx, "jobs.offer.qualification"), Value: word(ctx, vacancy.Qualifications, o.Qualification)},
		{Label: locale.T(ctx, "jobs.offer.contract"), Value: word(ctx, vacancy.Contracts, o.Contract)},
		{Label: locale.T(ctx, "jobs.offer.starts"), Value: o.StartsOn.String()},
	}
	return slices.DeleteFunc(facts, func(f ui.Fact) bool { return f.Value == "" })
}

// listed are the words of several codes.
func listed(ctx context.Context, list vacancy.List, codes []string) []string {
	words := make([]string, 0, len(codes))
	for _, code := range codes {
		if code != vacancy.NoBenefit {
			words = append(words, locale.T(ctx, list.Key(code)))
		}
	}
	return words
}
