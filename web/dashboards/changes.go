package dashboards

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/dashboard"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/web/locale"
)

// changeTable is what changed lately as it is handed over.
func (v *view) changeTable() table {
	t := table{ID: "thay-doi", Own: true, Title: v.t("changes"), Heads: v.heads("change", "about", "at", "body")}
	for _, c := range v.Changes {
		t.Rows = append(t.Rows, []cell{v.words(v.changeWords(c)), v.words(v.changeTitle(c)),
			{Text: locale.DayTime(c.At), Value: c.At}, v.words(v.pick(c.BodyVi, c.BodyEn))})
	}
	return t
}

// changeWords says what happened.
func (v *view) changeWords(c dashboard.Change) string {
	if c.Thing == journal.RouteStudy {
		return v.t("change_study")
	}
	return locale.T(v.ctx, "journal."+string(c.Thing)+"."+c.Action)
}

// changeTitle names the thing; an item of the coach line's dossier by its own
// word.
func (v *view) changeTitle(c dashboard.Change) string {
	if c.Thing == journal.RouteStudy {
		return locale.T(v.ctx, "journal.route_study."+c.Action)
	}
	return fold.Capital(fold.Brief(c.Title, 110))
}

// changePages are where the things of changes are shown, and what opening
// them needs.
var changePages = map[journal.Thing]struct {
	need access.Need
	path string
}{
	journal.Obligation:    {access.ReadObligations, "/nhiem-vu/%d"},
	journal.Drive:         {access.ReadDrives, "/quan-ly/dot-tuyen-dung/%d"},
	journal.Vacancy:       {access.ReadVacancies, "/quan-ly/tin-tuyen-dung/%d"},
	journal.PublicityItem: {access.ReadPublicity, "/quan-ly/truyen-thong/%d"},
}

func (v *view) changeHref(c dashboard.Change) string {
	if c.Thing == journal.RouteStudy {
		return v.link(access.ReadRouteStudy, "/quan-ly/tuyen-xe")
	}
	page, ok := changePages[c.Thing]
	if !ok {
		return ""
	}
	return v.link(page.need, fmt.Sprintf(page.path, c.ThingID))
}
