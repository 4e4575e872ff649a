package complaints

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/fold"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

const pageSize = 40

// The views of the list, in its address.
const (
	viewPassedOn = "da-chuyen"
	viewClosed   = "da-xong"
)

// listed is a page of the list.
type listed struct {
	View    string
	Counts  complaint.Counts
	Groups  []complaint.Group     // of the open ones
	Closed  []complaint.Complaint // of the view of those that are over
	Today   clock.Day
	Next    string
	Triages bool
	Filter  complaint.Filter
}

// list shows open complaints by what is complained of (tin, doanh-nghiep and
// xem=da-chuyen narrow it), or those that are over (xem=da-xong, truoc).
func (s *Screens) list(w http.ResponseWriter, r *http.Request) (err error) {
	ctx, actor, q := r.Context(), access.From(r.Context()), r.URL.Query()
	l := listed{View: q.Get("xem"), Today: s.Now.Today(), Triages: actor.May(access.TriageComplaints),
		Filter: complaint.Filter{Vacancy: route.Number(q.Get("tin")), Employer: route.Number(q.Get("doanh-nghiep")), PassedOn: q.Get("xem") == viewPassedOn}}
	if l.Counts, err = s.Complaints.Counts(ctx, actor); err != nil {
		return err
	}
	if l.View == viewClosed {
		err = s.closed(ctx, actor, route.Number(q.Get("truoc")), &l)
	} else {
		var open []complaint.Complaint
		open, err = s.Complaints.Open(ctx, actor, l.Filter)
		l.Groups = complaint.Grouped(open)
	}
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

func (s *Screens) closed(ctx context.Context, actor access.Actor, before int64, l *listed) error {
	list, more, err := s.Complaints.Closed(ctx, actor, before, pageSize)
	if more {
		l.Next = fmt.Sprintf("%s?xem=%s&truoc=%d", staffPath, viewClosed, list[len(list)-1].ID)
	}
	l.Closed = list
	return err
}

func (l listed) tabs(ctx context.Context) []ui.Tab {
	tab := func(view, key string, n int) ui.Tab {
		return ui.Tab{Label: locale.T(ctx, key), Count: locale.Number(ctx, int64(n)), Href: ui.WithQuery(staffPath, "xem", view), Current: l.View == view}
	}
	return []ui.Tab{
		tab("", "complaint.list.open", l.Counts.Open), tab(viewPassedOn, "complaint.list.passed_on", l.Counts.PassedOn),
		tab(viewClosed, "complaint.list.closed", l.Counts.Closed),
	}
}

// title names what a group complains of.
func title(g complaint.Group) string {
	switch {
	case g.VacancyID != 0:
		return g.VacancyTitle
	case g.EmployerID != 0:
		return g.EmployerName
	}
	return brief(g.Complaints[0].Advert)
}

// titleOf names what a complaint complains of.
func titleOf(c complaint.Complaint) string {
	for _, words := range []string{c.VacancyTitle, c.EmployerName} {
		if words != "" {
			return words
		}
	}
	return brief(c.Advert)
}

// about says in a line who offers it, and how many complain.
func about(ctx context.Context, g complaint.Group) string {
	words := locale.N(ctx, "complaint.list.n", len(g.Complaints))
	switch {
	case g.VacancyID != 0:
		return g.EmployerName + " · " + words
	case g.EmployerID != 0:
		return words
	}
	return locale.T(ctx, "complaint.list.elsewhere")
}

// grounds says what is wrong, the gravest first.
func grounds(ctx context.Context, list []complaint.Ground) string {
	words := make([]string, len(list))
	for i, g := range list {
		words[i] = groundWords(ctx, g)
	}
	return strings.Join(words, "; ")
}

// gravityTone is how a complaint looks in the list.
func gravityTone(c complaint.Complaint) ui.Tone {
	switch c.Gravity() {
	case 2:
		return ui.Late
	case 1:
		return ui.Soon
	}
	return ui.Calm
}

func ago(ctx context.Context, at time.Time, today clock.Day) string {
	return locale.Ago(ctx, clock.DayOf(at), today)
}

// brief cuts an advert's words for a title.
func brief(words string) string { return fold.Brief(strings.Join(strings.Fields(words), " "), 70) }
