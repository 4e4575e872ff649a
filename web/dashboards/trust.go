package dashboards

import (
	"cauviec/internal/access"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

const complaintsPath = "/quan-ly/bao-tin-xau"

// complaintTodo puts open complaints before the centre, with the age of the
// oldest; those of money or papers are an alarm.
func (v *view) complaintTodo() {
	n := v.Trust.Complaints
	if n.Open == 0 {
		return
	}
	tone, text := ui.Soon, locale.N(v.ctx, "dashboard.todo.complaints", n.Open)
	if n.Gravest > 0 {
		tone, text = ui.Late, text+" "+locale.N(v.ctx, "dashboard.todo.complaints.gravest", n.Gravest)
	}
	v.todo(tone, "complaints", text, v.oldest(n.Oldest), "look", v.link(access.ReadComplaints, complaintsPath))
}

// suspendTodo puts the centre's requests to suspend an employer before those
// who verify.
func (v *view) suspendTodo() {
	if n := v.Trust.Complaints.PassedOn; n > 0 {
		v.todo(ui.Late, "suspend", locale.N(v.ctx, "dashboard.todo.suspend", n), v.t("detail.suspend"), "judge",
			v.link(access.VerifyEmployers, complaintsPath+"?xem=da-chuyen"))
	}
}

// endingTodo names the users of employers whose last day comes.
func (v *view) endingTodo() {
	if n := v.Trust.Ending; n > 0 {
		v.todo(ui.Info, "ending", locale.N(v.ctx, "dashboard.todo.ending", n), "", "look", v.link(access.VerifyEmployers, employersPath+"/sap-het-han"))
	}
}
