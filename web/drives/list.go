package drives

import (
	"net/http"
	"net/url"
	"strconv"

	ics "github.com/arran4/golang-ical"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// listing is what a list of drives shows.
type listing struct {
	drives    []drive.Drive
	filter    drive.Filter
	districts []drive.District
	past      bool
	today     clock.Day
	may       bool
	view      string
	first     string // address of the first page, empty on it
	next      string // address of the next page, empty on the last
}

// pageSize is how many drives a page of a list has.
const pageSize = 24

// paged cuts the list to its page and finds where the next one begins.
func (l *listing) paged(r *http.Request) {
	here := ui.ListAddress(r.URL.RequestURI())
	if l.filter.After.ID != 0 {
		l.first = ui.WithQuery(here, "sau", "")
	}
	if len(l.drives) > pageSize {
		l.drives = l.drives[:pageSize]
		l.next = ui.WithQuery(here, "sau", l.drives[pageSize-1].Cursor().String())
	}
}

// list shows what is announced, what lies ahead first; ?xem=da-qua looks back.
func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	l := listing{today: s.Drives.Now.Today()}
	l.filter, l.past = publicList(r.URL.Query(), l.today)
	l.filter.After, l.filter.Limit = drive.ParseCursor(r.URL.Query().Get("sau")), pageSize+1
	var err error
	if l.drives, err = s.Drives.Announced(r.Context(), l.filter); err != nil {
		return err
	}
	l.paged(r)
	if l.districts, err = s.Drives.Districts(r.Context()); err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

// publicList is what the public list shows, and whether it looks back.
func publicList(q url.Values, today clock.Day) (f drive.Filter, past bool) {
	f, past = publicFilter(q, today), q.Get("xem") == "da-qua"
	if past {
		f.From, f.Until, f.Newest = clock.Day{}, today.Add(-1), true
	}
	return f, past
}

func publicFilter(q url.Values, today clock.Day) drive.Filter {
	district, _ := strconv.ParseInt(q.Get("huyen"), 10, 64) // anything else is every district
	return drive.Filter{District: district, From: today}
}

// show is a drive's public page; an address with other words than its title
// leads to the right one.
func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "ref")
	if err != nil {
		return err
	}
	d, err := s.Drives.AnnouncedOne(r.Context(), id)
	if err != nil {
		return err
	}
	if r.URL.Path != publicPath(d) {
		http.Redirect(w, r, publicPath(d), http.StatusMovedPermanently)
		return nil
	}
	employers, err := s.Drives.Employers(r.Context(), id)
	if err != nil {
		return err
	}
	offers, err := s.Drives.Offers(r.Context(), id)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, publicPage(view{drive: d, employers: employers, offers: offers, now: s.Drives.Now.Now()}))
}

// feed is the calendar of announced drives from a month ago on.
func (s *Screens) feed(w http.ResponseWriter, r *http.Request) error {
	filter := publicFilter(r.URL.Query(), s.Drives.Now.Today())
	filter.From = filter.From.Add(-31)
	drives, err := s.Drives.Announced(r.Context(), filter)
	if err != nil {
		return err
	}
	calendar := ics.NewCalendarFor("cauviec")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetXWRCalName(locale.T(r.Context(), "drive.public.title"))
	calendar.SetXWRTimezone(clock.Zone.String())
	for _, d := range drives {
		event := calendar.AddEvent("drive-" + strconv.FormatInt(d.ID, 10) + "@cauviec")
		event.SetDtStampTime(s.Drives.Now.Now())
		event.SetSequence(d.Version)
		event.SetStartAt(d.StartsAt)
		event.SetEndAt(d.EndsAt)
		event.SetSummary(d.Title)
		event.SetLocation(place(r.Context(), d))
		event.SetURL(origin(r) + publicPath(d))
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	return calendar.SerializeTo(w, ics.WithNewLine("\r\n"))
}

// origin is the address by which the reader reached us.
func origin(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

// staffList shows the drives in reach: those ahead, those that still owe a
// report, or those that are over.
func (s *Screens) staffList(w http.ResponseWriter, r *http.Request) error {
	actor, q := access.From(r.Context()), r.URL.Query()
	l := listing{today: s.Drives.Now.Today(), view: q.Get("xem"), may: actor.May(access.PlanDrives)}
	var err error
	if l.filter, err = staffFilter(q, l.today); err != nil {
		return err
	}
	l.filter.After, l.filter.Limit = drive.ParseCursor(q.Get("sau")), pageSize+1
	if l.drives, err = s.Drives.List(r.Context(), actor.Scope(access.ReadDrives), l.filter); err != nil {
		return err
	}
	l.paged(r)
	if l.districts, err = s.Drives.Districts(r.Context()); err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, staffListPage(l))
}

// staffFilter reads the address; a view that there is not is NotFound.
func staffFilter(q url.Values, today clock.Day) (f drive.Filter, err error) {
	switch q.Get("xem") {
	case "cho-ket-qua":
		f = drive.Filter{Unreported: true}
	case "da-qua":
		f = drive.Filter{Until: today.Add(-1), Newest: true}
	case "tat-ca":
		f = drive.Filter{Newest: true}
	case "sap-toi":
		f = drive.Filter{From: today, Standing: true}
	case "":
		f = drive.Filter{From: today}
	default:
		return f, errs.NotFound
	}
	if district, err := strconv.ParseInt(q.Get("huyen"), 10, 64); err == nil {
		f.District = district
	}
	f.Status = drive.Status(q.Get("trang-thai"))
	return f, nil
}
