package drives

import (
	"context"
	"iter"
	"net/http"
	"slices"
	"strings"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/drive"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// exportPublic hands the public list over with its filters.
func (s *Screens) exportPublic(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := listing{today: s.Drives.Now.Today()}
	l.filter, l.past = publicList(r.URL.Query(), l.today)
	filters, err := s.exportFilters(ctx, &l, export.Tab(locale.T(ctx, "sheet.shown"), l.publicTabs(ctx)))
	if err != nil {
		return err
	}
	return export.Send(w, r, s.Drives.Now, export.List[drive.Drive]{
		Name: "dot-tuyen-dung", Title: locale.T(ctx, "drive.public.title"), Filters: filters, Columns: publicColumns(ctx),
		Rows: exportRows(l.filter, func(f drive.Filter) ([]drive.Drive, error) { return s.Drives.Announced(ctx, f) }),
	})
}

// exportStaff hands the drives in reach over with the page's filters.
func (s *Screens) exportStaff(w http.ResponseWriter, r *http.Request) (err error) {
	ctx, scope := r.Context(), access.From(r.Context()).Scope(access.ReadDrives)
	l := listing{today: s.Drives.Now.Today(), view: r.URL.Query().Get("xem")}
	if l.filter, err = staffFilter(r.URL.Query(), l.today); err != nil {
		return err
	}
	filters, err := s.exportFilters(ctx, &l, export.Tab(locale.T(ctx, "sheet.shown"), l.staffTabs(ctx)))
	if err != nil {
		return err
	}
	orders := map[int64][]drive.Order{} // of the drives that are being written
	columns := slices.Concat(publicColumns(ctx), staffColumns(ctx), orderColumns(ctx, orders))
	return export.Send(w, r, s.Drives.Now, export.List[drive.Drive]{
		Name: "dot-tuyen-dung", Title: locale.T(ctx, "nav.drives"), Filters: filters, Columns: columns,
		Rows: exportRows(l.filter, func(f drive.Filter) ([]drive.Drive, error) { return s.withOrders(ctx, scope, f, orders) }),
	})
}

// exportFilters says in words what narrows a list.
func (s *Screens) exportFilters(ctx context.Context, l *listing, shown []sheet.Fact) (filters []sheet.Fact, err error) {
	if l.districts, err = s.Drives.Districts(ctx); err != nil {
		return nil, err
	}
	filters = append(shown, export.Chosen(districtField(ctx, *l))...)
	if key := "drive.status." + string(l.filter.Status); locale.Has(key) {
		filters = append(filters, sheet.Fact{Label: locale.T(ctx, "drive.status"), Value: locale.T(ctx, key)})
	}
	return filters, nil
}

// withOrders reads a part of a list, and into orders those of its drives.
func (s *Screens) withOrders(ctx context.Context, scope access.Scope, f drive.Filter, orders map[int64][]drive.Order) ([]drive.Drive, error) {
	list, err := s.Drives.List(ctx, scope, f)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(list))
	for i, d := range list {
		ids[i] = d.ID
	}
	all, err := s.Drives.Orders(ctx, scope, ids...)
	clear(orders)
	for _, o := range all {
		orders[o.Drive] = append(orders[o.Drive], o)
	}
	return list, err
}

func exportRows(f drive.Filter, read func(drive.Filter) ([]drive.Drive, error)) iter.Seq2[drive.Drive, error] {
	f.Limit = export.Batch
	return export.Batches(func(after drive.Cursor) ([]drive.Drive, bool, error) {
		f.After = after
		list, err := read(f)
		return list, len(list) == export.Batch, err
	}, drive.Drive.Cursor)
}

// publicColumns are what everybody may know of a drive.
func publicColumns(ctx context.Context) []export.Column[drive.Drive] {
	t := func(key string) string { return locale.T(ctx, key) }
	return []export.Column[drive.Drive]{
		export.Instant(t("drive.from"), func(d drive.Drive) *time.Time { return &d.StartsAt }),
		export.Instant(t("drive.until"), func(d drive.Drive) *time.Time { return &d.EndsAt }),
		export.Text(t("drive.title"), func(d drive.Drive) string { return d.Title }),
		export.Text(t("drive.kind"), func(d drive.Drive) string { return locale.T(ctx, "drive.kind."+string(d.Kind)) }),
		export.Text(t("drive.venue"), func(d drive.Drive) string { return d.Venue }),
		export.Text(t("drive.commune"), func(d drive.Drive) string { return locale.Pick(ctx, d.CommuneVi, d.CommuneEn) }),
		export.Text(t("drive.district"), func(d drive.Drive) string { return locale.Pick(ctx, d.DistrictVi, d.DistrictEn) }),
		export.Text(t("drive.status"), func(d drive.Drive) string { return locale.T(ctx, "drive.status."+string(d.Status)) }),
		export.Whole(t("drive.employers"), func(d drive.Drive) int { return d.Employers }),
		export.Whole(t("drive.vacancies"), func(d drive.Drive) int { return d.Vacancies }),
		export.Text(t("drive.note"), func(d drive.Drive) string { return d.Note }),
	}
}

// staffColumns are what officials know besides: who planned it and what came
// of it. It names nobody.
func staffColumns(ctx context.Context) []export.Column[drive.Drive] {
	counted := func(name string, of func(drive.Drive) *int) export.Column[drive.Drive] {
		return export.Maybe(locale.T(ctx, "drive.count."+name), of)
	}
	return []export.Column[drive.Drive]{
		export.Text(locale.T(ctx, "drive.planner"), func(d drive.Drive) string { return locale.Pick(ctx, d.PlannerVi, d.PlannerEn) }),
		counted("attended", func(d drive.Drive) *int { return d.Attended }),
		counted("women", func(d drive.Drive) *int { return d.Women }),
		counted("ethnic_minority", func(d drive.Drive) *int { return d.EthnicMinority }),
		counted("poor_household", func(d drive.Drive) *int { return d.PoorHousehold }),
		counted("counselled", func(d drive.Drive) *int { return d.Counselled }),
		counted("registered", func(d drive.Drive) *int { return d.Registered }),
		counted("interviewed", func(d drive.Drive) *int { return d.Interviewed }),
		counted("shortlisted", func(d drive.Drive) *int { return d.Shortlisted }),
		counted("hired", func(d drive.Drive) *int { return d.Hired }),
		counted("leaflets", func(d drive.Drive) *int { return d.Leaflets }),
		export.Whole(locale.T(ctx, "sheet.named"), func(d drive.Drive) int { return d.Named }),
		export.Text(locale.T(ctx, "drive.difficulties"), func(d drive.Drive) string { return d.Difficulties }),
		export.Instant(locale.T(ctx, "sheet.reported_at"), func(d drive.Drive) *time.Time { return d.ReportedAt }),
	}
}

// orderColumns are what a report tells of the orders that a drive brought.
func orderColumns(ctx context.Context, orders map[int64][]drive.Order) []export.Column[drive.Drive] {
	ofOrders := func(count func(drive.Order) *int) func(drive.Drive) *int {
		return func(d drive.Drive) *int { return sumOf(orders[d.ID], count) }
	}
	return []export.Column[drive.Drive]{
		export.Text(locale.T(ctx, "drive.shares"), func(d drive.Drive) string { return orderWords(ctx, orders[d.ID]) }),
		export.Maybe(locale.T(ctx, "drive.shares.registered"), ofOrders(func(o drive.Order) *int { return o.Registered })),
		export.Maybe(locale.T(ctx, "drive.shares.hired"), ofOrders(func(o drive.Order) *int { return o.Hired })),
	}
}

// sumOf adds a count up over orders; it is nil where none of them says it.
func sumOf(orders []drive.Order, count func(drive.Order) *int) *int {
	sum, said := 0, false
	for _, o := range orders {
		if n := count(o); n != nil {
			sum, said = sum+*n, true
		}
	}
	if !said {
		return nil
	}
	return &sum
}

// orderWords tell of each order that had people.
func orderWords(ctx context.Context, orders []drive.Order) string {
	var lines []string
	for _, o := range orders {
		if o.Registered != nil && o.Hired != nil && *o.Registered+*o.Hired > 0 {
			lines = append(lines, locale.T(ctx, "drive.shares.line", o.Title, o.Employer, *o.Registered, *o.Hired))
		}
	}
	return strings.Join(lines, "; ")
}
