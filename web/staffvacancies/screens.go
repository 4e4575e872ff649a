// Package staffvacancies is the staff's pages of vacancies: the list by state,
// the form, the page of one vacancy with what can be done, and its changes.
package staffvacancies

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
	"cauviec/web/route"
)

// path is where the pages live.
const path = "/quan-ly/tin-tuyen-dung"

// Screens are the staff's pages of vacancies.
type Screens struct {
	DB        *postgres.DB // histories
	Now       clock.Clock
	Vacancies *vacancy.Store
	Employers *employer.Store
}

// New returns the screens over a database.
func New(db *postgres.DB, now clock.Clock) *Screens {
	return &Screens{
		DB: db, Now: now,
		Vacancies: &vacancy.Store{DB: db, Now: now},
		Employers: &employer.Store{DB: db, Now: now},
	}
}

// Routes lists them.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(path, access.ReadVacancies, s.list),
		route.Get(path+".xlsx", access.ReadVacancies, s.export),
		route.Get(path+"/moi", access.WriteVacancies, s.blank),
		route.Post(path, access.WriteVacancies, s.create),
		route.Get(path+"/mau", access.WriteVacancies, s.templates),
		route.Get(path+"/mau.xlsx", access.WriteVacancies, s.exportTemplates),
		route.Post(path+"/mau/{mau}/dung", access.WriteVacancies, s.fromTemplate),
		route.Post(path+"/mau/{mau}/ten", access.WriteVacancies, s.renameTemplate),
		route.Post(path+"/mau/{mau}/xoa", access.WriteVacancies, s.deleteTemplate),
		route.Get(path+"/{id}", access.ReadVacancies, s.show),
		route.Get(path+"/{id}/xem-truoc", access.ReadDrafts, s.preview),
		route.Get(path+"/{id}/soan", access.WriteVacancies, s.goOn),
		route.Get(path+"/{id}/soan/{step}", access.WriteVacancies, s.step),
		route.Post(path+"/{id}/soan/{step}", access.WriteVacancies, s.saveStep),
		route.Get(path+"/{id}/sua", access.WriteVacancies, s.edit),
		route.Post(path+"/{id}/sua", access.WriteVacancies, s.update),
		route.Get(path+"/{id}/so-sanh/{other}", access.ReadDrafts, s.compare),
		route.Post(path+"/{id}/so-sanh/{other}/gop", access.WriteVacancies, s.merge),
		route.Post(path+"/{id}/so-sanh/{other}/giu", access.WriteVacancies, s.keepBoth),
		route.Post(path+"/{id}/gui-duyet", access.WriteVacancies, s.submit),
		route.Post(path+"/{id}/dang", access.PublishVacancies, s.publish),
		route.Post(path+"/{id}/hen-gio", access.PublishVacancies, s.schedule),
		route.Post(path+"/{id}/bo-hen-gio", access.PublishVacancies, s.unschedule),
		route.Post(path+"/{id}/cho-giu", access.PublishVacancies, s.let),
		route.Post(path+"/{id}/tra-lai", access.PublishVacancies, s.giveBack),
		route.Post(path+"/{id}/tam-dung", access.WriteVacancies, s.pause),
		route.Post(path+"/{id}/mo-lai", access.WriteVacancies, s.resume),
		route.Post(path+"/{id}/da-du", access.WriteVacancies, s.fill),
		route.Post(path+"/{id}/giu-du", access.WriteVacancies, s.accept),
		route.Post(path+"/{id}/ket-qua", access.WriteVacancies, s.tell),
		route.Post(path+"/{id}/rut", access.WriteVacancies, s.withdraw),
		route.Post(path+"/{id}/gia-han", access.WriteVacancies, s.extend),
		route.Post(path+"/{id}/xin-sua", access.WriteVacancies, s.amend),
		route.Post(path+"/{id}/sao-chep", access.WriteVacancies, s.duplicate),
		route.Post(path+"/{id}/nhu-tin-truoc", access.WriteVacancies, s.repeat),
		route.Post(path+"/{id}/dang-lai-don", access.WriteVacancies, s.relist),
		route.Post(path+"/{id}/luu-mau", access.WriteVacancies, s.keepTemplate),
	}
}

// address is the page of a vacancy.
func address(id int64) string { return fmt.Sprintf("%s/%d", path, id) }

// publicAddress is the page of a vacancy for job seekers.
func publicAddress(v vacancy.Vacancy) string { return fmt.Sprintf("/viec-lam/%d-%s", v.ID, v.Slug) }
