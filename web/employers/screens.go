// Package employers is the staff's pages of the register of employers.
package employers

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/employer"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
	"cauviec/web/route"
)

const (
	path      = "/quan-ly/doanh-nghiep" // where the pages live
	filesPath = "/quan-ly/bang-chung"   // files of evidence
)

// Screens are the staff's pages of employers.
type Screens struct {
	DB         *postgres.DB // histories
	Now        clock.Clock
	Employers  *employer.Store
	Vacancies  *vacancy.Store
	People     *people.Store
	Complaints *complaint.Store
}

// New returns the screens over a database.
func New(db *postgres.DB, now clock.Clock) *Screens {
	return &Screens{
		DB: db, Now: now,
		Employers:  &employer.Store{DB: db, Now: now},
		Vacancies:  &vacancy.Store{DB: db, Now: now},
		People:     &people.Store{DB: db, Now: now},
		Complaints: &complaint.Store{DB: db, Now: now},
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
		route.Get(path+"/{id}/xac-minh", access.VerifyEmployers, s.askVerify),
		route.Upload(path+"/{id}/xac-minh", access.VerifyEmployers, s.verify),
		route.Get(path+"/{id}/tam-dung", access.VerifyEmployers, s.askSuspend),
		route.Upload(path+"/{id}/tam-dung", access.VerifyEmployers, s.suspend),
		route.Get(filesPath+"/{id}", access.VerifyEmployers, s.download),
		route.Get(path+"/sap-het-han", access.VerifyEmployers, s.ending),
		route.Get(path+"/sap-het-han.xlsx", access.VerifyEmployers, s.exportEnding),
		route.Get(path+"/{id}/nguoi-dung", access.VerifyEmployers, s.users),
		route.Get(path+"/{id}/nguoi-dung.xlsx", access.VerifyEmployers, s.exportUsers),
		route.Post(path+"/{id}/nguoi-dung", access.VerifyEmployers, s.invite),
		route.Post(path+"/{id}/nguoi-dung/thu-hoi", access.VerifyEmployers, s.revoke),
		route.Post(path+"/{id}/nguoi-dung/ngay-cuoi", access.VerifyEmployers, s.setEnd),
		route.Post(path+"/{id}/nguoi-dung/ket-thuc", access.VerifyEmployers, s.endNow),
	}
}

// address is the page of an employer.
func address(id int64) string { return fmt.Sprintf("%s/%d", path, id) }
