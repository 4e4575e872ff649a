// Package imports is the staff's pages of sheets of vacancies: the template to
// fill in, the upload with its progress, the preview row by row, the decision,
// and the history with its undoing.
package imports

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/intake"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
	"cauviec/web/route"
)

// path is where the pages live.
const path = "/quan-ly/tin-tuyen-dung/nhap"

// Screens are the staff's pages of imports.
type Screens struct {
	Now       clock.Clock
	Imports   *intake.Store
	Vacancies *vacancy.Store // places and occupations for the template
}

// New returns the screens over a database.
func New(db *postgres.DB, now clock.Clock) *Screens {
	return &Screens{Now: now, Imports: Store(db, now), Vacancies: &vacancy.Store{DB: db, Now: now}}
}

// Store is the store of imports with the words of this site. What reads in the
// background understands the same words as the pages show.
func Store(db *postgres.DB, now clock.Clock) *intake.Store {
	return &intake.Store{DB: db, Now: now, Words: words()}
}

// Routes lists them.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(path, access.WriteVacancies, s.list),
		route.Get(path+".xlsx", access.WriteVacancies, s.exportHistory),
		route.Upload(path, access.WriteVacancies, s.upload),
		route.Get(path+"/mau.xlsx", access.WriteVacancies, s.template),
		route.Get(path+"/{id}", access.WriteVacancies, s.show),
		route.Get(path+"/{id}.xlsx", access.WriteVacancies, s.exportRows),
		route.Get(path+"/{id}/bi-tu-choi.xlsx", access.WriteVacancies, s.refused),
		route.Post(path+"/{id}/xac-nhan", access.WriteVacancies, s.confirm),
		route.Post(path+"/{id}/bo", access.WriteVacancies, s.discard),
		route.Post(path+"/{id}/hoan-tac", access.WriteVacancies, s.undo),
	}
}

// address is the page of an import.
func address(id int64) string { return fmt.Sprintf("%s/%d", path, id) }
