package imports

import (
	"context"
	"fmt"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/intake"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// rowsOnPage are the rows of one page of a preview.
const rowsOnPage = 50

// filters are the values of the page's "xem" parameter, in the order of the
// tabs, and what they show.
var filters = []struct{ word, show string }{
	{"", ""}, {"tu-choi", string(intake.Refuse)}, {"con-thieu", intake.ShowIncomplete},
	{"moi", string(intake.Create)}, {"sua", string(intake.Update)}, {"giong", string(intake.Same)},
}

// page is an import with a part of its rows.
type page struct {
	intake.Import
	Today     clock.Day
	Rows      []intake.Row
	Filter    string // the word of the address
	After     int
	Next      string
	Problems  errs.Problems
	Obstacles []intake.Obstacle
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	return s.shown(w, r, http.StatusOK, id, nil)
}

func (s *Screens) shown(w http.ResponseWriter, r *http.Request, status int, id int64, problems errs.Problems) error {
	ctx, actor := r.Context(), access.From(r.Context())
	i, err := s.Imports.Get(ctx, actor, id)
	if err != nil {
		return err
	}
	p := page{Import: i, Today: s.Now.Today(), Problems: problems, After: int(route.Number(r.URL.Query().Get("sau")))}
	show := p.filter(r.URL.Query().Get("xem"))
	more := false
	if read(i) {
		if p.Rows, more, err = s.Imports.Rows(ctx, actor, id, show, p.After, rowsOnPage); err != nil {
			return err
		}
	}
	if more {
		p.Next = p.at(p.Filter, p.Rows[len(p.Rows)-1].RowNo)
	}
	if _, built := problems["undo"]; built {
		if p.Obstacles, err = s.Imports.Obstacles(ctx, actor, id); err != nil {
			return err
		}
	}
	return route.Page(w, r, status, importPage(p))
}

// filter keeps the word if it is one, and returns what it shows.
func (p *page) filter(word string) (show string) {
	for _, f := range filters {
		if f.word == word {
			p.Filter, show = f.word, f.show
		}
	}
	return show
}

// at is the address of a part of the rows.
func (p page) at(filter string, after int) string {
	to := address(p.ID)
	if filter != "" {
		to = ui.WithQuery(to, "xem", filter)
	}
	if after > 0 {
		to = ui.WithQuery(to, "sau", fmt.Sprint(after))
	}
	return to
}

// count is how many rows a filter shows.
func (p page) count(show string) int {
	switch show {
	case string(intake.Refuse):
		return p.Refused
	case intake.ShowIncomplete:
		return p.Incomplete
	case string(intake.Create):
		return p.Created
	case string(intake.Update):
		return p.Updated
	case string(intake.Same):
		return p.Same
	}
	return p.Import.Rows
}

// tabs lead to the rows of each kind; kinds without rows are left out.
func (p page) tabs(ctx context.Context) []ui.Tab {
	var tabs []ui.Tab
	for _, f := range filters {
		n := p.count(f.show)
		if n == 0 && f.word != "" && f.word != p.Filter {
			continue
		}
		key := f.show
		if key == "" {
			key = "all"
		}
		tabs = append(tabs, ui.Tab{Label: locale.T(ctx, "import.show."+key), Count: locale.Number(ctx, int64(n)), Href: p.at(f.word, 0), Current: p.Filter == f.word})
	}
	return tabs
}

func (p page) pager(ctx context.Context) ui.Pager {
	pager := ui.Pager{Summary: locale.T(ctx, "import.page.rows", len(p.Rows)), Next: p.Next}
	if p.After > 0 {
		pager.First = p.at(p.Filter, 0)
	}
	return pager
}

// tone is how the state of an import looks.
func tone(state intake.State) ui.Tone {
	switch state {
	case intake.Waiting:
		return ui.Info
	case intake.Preview:
		return ui.Soon
	case intake.Refused:
		return ui.Late
	case intake.Confirmed:
		return ui.Good
	}
	return ui.Calm
}

// outcomeTone is how the outcome of a row looks.
func outcomeTone(o intake.Outcome) ui.Tone {
	switch o {
	case intake.Create:
		return ui.Good
	case intake.Update:
		return ui.Info
	case intake.Refuse:
		return ui.Late
	}
	return ui.Calm
}

// vacancyAddress is the page of the vacancy that a row means, while there is
// one.
func (p page) vacancyAddress(r intake.Row) string {
	made := p.State == intake.Confirmed || r.Outcome != intake.Create && p.State != intake.Undone
	if r.VacancyID == 0 || !made || r.Outcome == intake.Refuse {
		return ""
	}
	return vacancyPage(r.VacancyID)
}
