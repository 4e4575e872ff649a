package candidates

import (
	"context"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// listing is what the list of people shows.
type listing struct {
	filter   candidate.Filter
	page     candidate.Page
	communes []candidate.Commune
	vacancy  string // title of the vacancy filtered by
	drive    string // title of the drive filtered by
	problems errs.Problems
}

// filterOf reads the filters of the address: q, giai-doan, tin, xa, huyen, dot
// and truoc, the id that the page before ended with.
func filterOf(r *http.Request) candidate.Filter {
	q := r.URL.Query()
	return candidate.Filter{
		Query: q.Get("q"), Status: candidate.Status(q.Get("giai-doan")), Vacancy: route.Number(q.Get("tin")), Commune: route.Number(q.Get("xa")),
		District: route.Number(q.Get("huyen")), Drive: route.Number(q.Get("dot")), Before: route.Number(q.Get("truoc")),
	}
}

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	return s.showList(w, r, http.StatusOK, nil)
}

// showList shows the list, with what is wrong about handing it over.
func (s *Screens) showList(w http.ResponseWriter, r *http.Request, status int, problems errs.Problems) error {
	l := listing{filter: filterOf(r), problems: problems}
	var err error
	if l.page, err = s.Candidates.List(r.Context(), access.From(r.Context()), l.filter); err != nil {
		return err
	}
	if err := s.name(r.Context(), &l); err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, status, listPage(l))
}

// name reads what the filters are called.
func (s *Screens) name(ctx context.Context, l *listing) (err error) {
	if l.communes, err = s.Candidates.Communes(ctx); err != nil {
		return err
	}
	if l.filter.Vacancy != 0 {
		l.vacancy = title(s.Candidates.VacancyTitle(ctx, l.filter.Vacancy))
	}
	if l.filter.Drive != 0 {
		l.drive = title(s.Candidates.DriveTitle(ctx, access.From(ctx), l.filter.Drive))
	}
	return nil
}

// title is what a filter is called; a number without a title is nothing that
// the reader may see, and the list is empty anyhow.
func title(words string, err error) string {
	if err != nil {
		return "–"
	}
	return words
}

// chips are the filters that have no field of their own.
func (l listing) chips(ctx context.Context) []ui.Chip {
	var chips []ui.Chip
	add := func(name, label, title string) {
		if title != "" {
			chips = append(chips, ui.Chip{Label: locale.T(ctx, label, title), Href: l.without(ctx, name)})
		}
	}
	add("tin", "candidate.chip.vacancy", l.vacancy)
	add("dot", "candidate.chip.drive", l.drive)
	add("huyen", "candidate.chip.district", l.district(ctx))
	return chips
}

func (l listing) without(ctx context.Context, name string) string {
	return ui.WithQuery(ui.WithQuery(ui.Path(ctx), "truoc", ""), name, "")
}

func (l listing) district(ctx context.Context) string {
	for _, c := range l.communes {
		if c.DistrictID == l.filter.District {
			return areaWords(ctx, c.DistrictKind, c.District)
		}
	}
	return ""
}

// kept are the filters without a field, to be sent on with the form.
func (l listing) kept() []ui.Hidden {
	var kept []ui.Hidden
	for _, of := range []struct {
		name string
		id   int64
	}{{"tin", l.filter.Vacancy}, {"dot", l.filter.Drive}, {"huyen", l.filter.District}} {
		if of.id != 0 {
			kept = append(kept, ui.Hidden{Name: of.name, Value: strconv.FormatInt(of.id, 10)})
		}
	}
	return kept
}

func (l listing) fields(ctx context.Context) []ui.Field {
	query := ui.Field{Name: "q", Label: locale.T(ctx, "candidate.filter.q"), Value: l.filter.Query, Type: "search", MaxLength: 100}
	stage := ui.Field{Name: "giai-doan", Label: locale.T(ctx, "candidate.filter.stage"), Value: string(l.filter.Status),
		Options: optionsOf(ctx, "referral.status.", candidate.Statuses()), Blank: locale.T(ctx, "candidate.filter.any")}
	commune := ui.Field{Name: "xa", Label: locale.T(ctx, "candidate.field.area"), Value: strconv.FormatInt(l.filter.Commune, 10),
		Options: communeOptions(ctx, l.communes), Blank: locale.T(ctx, "candidate.filter.any")}
	return []ui.Field{query, stage, commune}
}

func (l listing) pager(ctx context.Context) ui.Pager {
	p := ui.Pager{Summary: locale.N(ctx, "candidate.list.count", l.page.Total)}
	if l.filter.Before != 0 {
		p.First = ui.WithQuery(ui.Path(ctx), "truoc", "")
	}
	if l.page.Next != 0 {
		p.Next = ui.WithQuery(ui.Path(ctx), "truoc", strconv.FormatInt(l.page.Next, 10))
	}
	return p
}
