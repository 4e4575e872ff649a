package dashboards

import (
	"net/http"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// exportTable hands over one table of a dashboard to those who may open the
// dashboard.
func (s *Screens) exportTable(w http.ResponseWriter, r *http.Request) error {
	b, err := s.Boards.Board(r.Context(), access.From(r.Context()), chi.URLParam(r, "slug"))
	if err != nil {
		return err
	}
	v := compose(r.Context(), b)
	i := slices.IndexFunc(v.tables, func(t table) bool { return t.ID == chi.URLParam(r, "bang") })
	if i < 0 {
		return errs.NotFound
	}
	return s.send(w, r, v.tables[i], sheet.Fact{Label: v.t("head.body"), Value: v.pick(v.Body.NameVi, v.Body.NameEn)})
}

// exportDistricts hands over the districts of the public page.
func (s *Screens) exportDistricts(w http.ResponseWriter, r *http.Request) error {
	p, err := s.Boards.Public(r.Context())
	if err != nil {
		return err
	}
	return s.send(w, r, districtsTable(r.Context(), p))
}

// send answers with a table, all of its rows; of says whose it is.
func (s *Screens) send(w http.ResponseWriter, r *http.Request, t table, of ...sheet.Fact) error {
	l := export.List[[]cell]{Name: "bang-" + t.ID, Title: t.Title, Filters: of, Rows: export.All(t.Rows)}
	if t.Lead != "" {
		l.About = []sheet.Fact{{Label: locale.T(r.Context(), "sheet.remarks"), Value: t.Lead}}
	}
	for i, head := range slices.Concat(t.Heads, t.Behind) {
		l.Columns = append(l.Columns, t.column(i, head))
	}
	return export.Send(w, r, s.Now, l)
}

// column is a column of the spreadsheet: of the kind that its values have in
// common, else of words.
func (t table) column(i int, head string) export.Column[[]cell] {
	switch t.value(i).(type) {
	case int:
		return export.Maybe(head, func(row []cell) *int { return as[int](row[i]) })
	case float64:
		return export.Percent(head, func(row []cell) *float64 { return as[float64](row[i]) })
	case amount:
		return export.Money(head, func(row []cell) int64 { return int64(of[amount](row[i])) })
	case clock.Day:
		return export.Date(head, func(row []cell) clock.Day { return of[clock.Day](row[i]) })
	case time.Time:
		return export.Instant(head, func(row []cell) *time.Time { return as[time.Time](row[i]) })
	}
	return export.Text(head, func(row []cell) string { return row[i].Text })
}

// value is one of the column's, nil if it has none.
func (t table) value(i int) (found any) {
	for _, row := range t.Rows {
		if row[i].Value != nil {
			found = row[i].Value
		}
	}
	return found
}

// as is a cell's value, nil if it has none.
func as[T any](c cell) *T {
	if value, has := c.Value.(T); has {
		return &value
	}
	return nil
}

// of is a cell's value, zero if it has none.
func of[T any](c cell) T {
	value, _ := c.Value.(T)
	return value
}
