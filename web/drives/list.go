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
}

// list shows what is announced, what lies ahead first; ?xem=da-qua looks back.
func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	l := listing{today: s.Drives.Now.Today(), past: r.URL.Query().Get("xem") == "da-qua"}
	l.filter = publicFilter(r.URL.Query(), l.today)
	if l.past {
		l.filter.From, l.filter.Until, l.filter.Newest = clock.Day{}, l.today.Add(-1), true
	}
	var err error
	if l.drives, err = s.Drives.Announced(r.Context(), l.filter); err != nil {
		return err
	}
	if l.districts, err = s.Drives.Districts(r.Context()); err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
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
	actor := access.From(r.Context())
	l := listing{today: s.Drives.Now.Today(), view: r.URL.Query().Get("xem"), may: actor.May(access.PlanDrives)}
	switch l.view {
	case "cho-ket-qua":
		l.filter = drive.Filter{Unreported: true}
	case "da-qua":
		l.filter = drive.Filter{Until: l.today.Add(-1), Newest: true}
	case "tat-ca":
		l.filter = drive.Filter{Newest: true}
	case "sap-toi":
		l.filter = drive.Filter{From: l.today, Standing: true}
	case "":
		l.filter = drive.Filter{From: l.today}
	default:
		return errs.NotFound
	}
	district, err := strconv.ParseInt(r.URL.Query().Get("huyen"), 10, 64)
	if err == nil {
		l.filter.District = district
	}
	if status := drive.Status(r.URL.Query().Get("trang-thai")); status != "" {
		l.filter.Status = status
	}
	if l.drives, err = s.Drives.List(r.Context(), actor.Scope(access.ReadDrives), l.filter); err != nil {
		return err
	}
	if l.districts, err = s.Drives.Districts(r.Context()); err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, staffListPage(l))
}
