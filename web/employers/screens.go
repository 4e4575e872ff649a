// Package employers is the staff's pages of the register of employers.
package employers

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
const path = "/quan-ly/doanh-nghiep"

// Screens are the staff's pages of employers.
type Screens struct {
	DB        *postgres.DB // histories
	Now       clock.Clock
	Employers *employer.Store
	Vacancies *vacancy.Store
}

// New returns the screens over a database.
func New(db *postgres.DB, now clock.Clock) *Screens {
	return &Screens{
		DB: db, Now: now,
		Employers: &employer.Store{DB: db, Now: now},
		Vacancies: &vacancy.Store{DB: db, Now: now},
	}
}

// Routes lists them.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(path, access.ReadEmployers, s.list),
		route.Get(path+".xlsx", access.ReadEmployers, s.export),
		route.Get(path+"/moi", access.WriteVacancies, s.blank),
		route.Post(path, access.WriteVacancies, s.create),
		route.Get(path+"/{id}", access.ReadEmployers, s.show),
		route.Get(path+"/{id}/sua", access.WriteVacancies, s.edit),
		route.Post(path+"/{id}/sua", access.WriteVacancies, s.update),
		route.Post(path+"/{id}/xac-minh", access.VerifyEmployers, s.verify),
		route.Post(path+"/{id}/tam-dung", access.VerifyEmployers, s.suspend),
	}
}

// address is the page of an employer.
func address(id int64) string { return fmt.Sprintf("%s/%d", path, id) }
