package vacancies

import (
	"context"
	"iter"
	"net/http"
	"strings"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/internal/sheet"
	"cauviec/internal/vacancy"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// export hands the public list over with the page's conditions and order.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := listing{address: readAddress(r.URL.Query())}
	var err error
	if l.choices, err = s.Board.Choices(ctx); err != nil {
		return err
	}
	l.home = l.homeOf(l.choices)
	q := l.query(l.home.Point())
	q.After, q.Limit, q.Uncounted = "", export.Batch, true
	return export.Send(w, r, s.Now, export.List[card]{
		Name: "viec-lam", Title: locale.T(ctx, "jobs.title"), Filters: l.exportFilters(ctx),
		Columns: exportColumns(ctx, route.Base(r), l.home.Point()), Rows: s.exportRows(r, q),
	})
}

// exportRows reads as many as a search gives at once.
func (s *Screens) exportRows(r *http.Request, q search.Query) iter.Seq2[card, error] {
	return export.Parts(q, func(q search.Query) ([]card, search.Query, bool, error) {
		cards, result, err := s.found(r, q)
		q.After = result.Next
		return cards, q, result.Next != "", err
	})
}

// exportFilters says in words what narrows the list, and its order.
func (l listing) exportFilters(ctx context.Context) []sheet.Fact {
	facts := export.Chips(locale.T(ctx, "sheet.filters"), l.chips(ctx))
	for _, o := range l.orders(ctx) {
		if o.current {
			facts = append(facts, sheet.Fact{Label: locale.T(ctx, "jobs.sort"), Value: o.label})
		}
	}
	return facts
}

func exportColumns(ctx context.Context, base string, home reference.Point) []export.Column[card] {
	t := func(key string) string { return locale.T(ctx, key) }
	columns := []export.Column[card]{
		export.Text(t("vacancy.field.title"), func(c card) string { return c.Title }),
		export.Text(t("sheet.employer"), func(c card) string { return c.EmployerName }),
		export.Text(t("jobs.offer.place"), func(c card) string { return c.Place() }),
		export.Money(t("jobs.offer.basic"), func(c card) int64 { return c.BasicWage }),
		export.Money(t("vacancy.field.income_from"), func(c card) int64 { return c.IncomeFrom }),
		export.Money(t("vacancy.field.income_to"), func(c card) int64 { return c.IncomeTo }),
		export.Whole(t("vacancy.field.headcount"), func(c card) int { return c.Headcount }),
		export.Text(t("vacancy.field.shift"), func(c card) string { return codesWords(ctx, vacancy.Shifts, c.Shift) }),
		export.Text(t("jobs.offer.benefits"), func(c card) string { return codesWords(ctx, vacancy.Benefits, c.Benefits...) }),
		export.Date(t("vacancy.column.closes"), func(c card) clock.Day { return c.ClosesOn }),
		export.Instant(t("sheet.published_at"), func(c card) *time.Time { return &c.PublishedAt }),
	}
	if !home.IsZero() {
		columns = append(columns, export.Maybe(t("sheet.km"), func(c card) *int {
			if c.km == 0 {
				return nil
			}
			return &c.km
		}))
	}
	return append(columns, export.Text(t("sheet.address"), func(c card) string { return base + href(c.ID, c.Slug) }))
}

// codesWords says codes of a list in one line; others stand as they are.
func codesWords(ctx context.Context, list vacancy.List, codes ...string) string {
	var words []string
	for _, code := range codes {
		switch {
		case list.Has(code):
			words = append(words, locale.T(ctx, list.Key(code)))
		case code != "":
			words = append(words, code)
		}
	}
	return strings.Join(words, "; ")
}
