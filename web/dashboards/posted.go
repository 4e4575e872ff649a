package dashboards

import (
	"cauviec/internal/access"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// postedTodos are what is asked of whoever posted vacancies, and of who
// publishes them when a set time was missed. Their lists know the reader's own
// only, so they stand on one's own board.
func (v *view) postedTodos() {
	if !v.own() {
		return
	}
	o := v.Orders
	if o.Missed > 0 {
		v.todo(ui.Late, "missed", locale.N(v.ctx, "posting.todo.missed", o.Missed), "", "judge", v.link(access.PublishVacancies, vacanciesPath+"?xem=lo-gio"))
	}
	if o.Thinned > 0 {
		v.todo(ui.Soon, "thinned", locale.N(v.ctx, "posting.todo.thinned", o.Thinned), "", "decide", v.link(access.WriteVacancies, vacanciesPath+"?xem=thieu-lai"))
	}
	if o.Unasked > 0 {
		v.todo(ui.Soon, "unasked", locale.N(v.ctx, "posting.todo.unasked", o.Unasked), locale.T(v.ctx, "posting.todo.unasked_detail"), "answer",
			v.link(access.WriteVacancies, vacanciesPath+"?xem=hoi-ket-qua"))
	}
}
