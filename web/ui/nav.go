package ui

import (
	"context"

	"cauviec/internal/access"
)

// entry is a place in the navigation; its key is also what Page.Nav names.
type entry struct {
	Key  string
	Href string
	Icon string
	Need access.Need
}

// publicEntries is the navigation of visitors.
var publicEntries = []entry{
	{"nav.vacancies", "/viec-lam", "briefcase", access.Public},
	{"nav.drives", "/dot-tuyen-dung", "calendar-days", access.Public},
	{"nav.check", "/kiem-tra-tin", "shield-check", access.Public},
	{"nav.status", "/ho-so", "user", access.Public},
	{"nav.progress", "/tien-do", "chart-column", access.Public},
	{"nav.about", "/gioi-thieu", "info", access.Public},
}

// staffEntries is the navigation of those signed in.
var staffEntries = []entry{
	{"nav.dashboard", "/bang-dieu-khien", "layout-dashboard", access.SignedIn},
	{"nav.obligations", "/nhiem-vu", "list-checks", access.ReadObligations},
	{"nav.directives", "/van-ban", "file-text", access.ReadDirectives},
	{"nav.staff_vacancies", "/quan-ly/tin-tuyen-dung", "briefcase", access.ReadVacancies},
	{"nav.employers", "/quan-ly/doanh-nghiep", "factory", access.ReadEmployers},
	{"nav.complaints", "/quan-ly/bao-tin-xau", "shield-alert", access.ReadComplaints},
	{"nav.drives", "/quan-ly/dot-tuyen-dung", "calendar-days", access.ReadDrives},
	{"nav.candidates", "/quan-ly/nguoi-tim-viec", "users", access.ReadCandidates},
	{"nav.publicity", "/quan-ly/truyen-thong", "megaphone", access.ReadPublicity},
	{"nav.route_study", "/quan-ly/tuyen-xe", "bus", access.ReadRouteStudy},
	{"nav.outbox", "/quan-ly/hop-thu-di", "send", access.ReadOutbox},
	{"nav.accounts", "/quan-ly/tai-khoan", "user-cog", access.ManageAccounts},
	{"nav.bodies", "/quan-ly/co-quan", "landmark", access.ManageBodies},
}

// mayUse returns the staff entries that the actor of ctx may use.
func mayUse(ctx context.Context) []entry {
	actor := access.From(ctx)
	var usable []entry
	for _, e := range staffEntries {
		if actor.May(e.Need) {
			usable = append(usable, e)
		}
	}
	return usable
}

// inBar is how many entries the bottom bar of a phone holds beside its menu.
const inBar = 3

// split parts the entries into those in the bottom bar and those in its menu.
func split(entries []entry) (bar, menu []entry) {
	if len(entries) <= inBar+1 {
		return entries, nil
	}
	return entries[:inBar], entries[inBar:]
}
