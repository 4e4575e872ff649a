// Package candidates shows the people who look for work: to visitors the form
// to register and their own status, to officers the lists and records of
// people in their reach. No address holds personal data but the reference
// code, and no page with any is kept by browsers.
package candidates

import (
	"fmt"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/candidate"
	"cauviec/web/route"
)

// Screens are the pages of candidates. Phone is the employment centre's
// number in E.164, shown where people may want to call; empty is not shown.
type Screens struct {
	Candidates *candidate.Store
	Phone      string
}

const (
	registerPath = "/viec-lam/{id}/dang-ky"
	statusPath   = "/ho-so"
	staffPath    = "/quan-ly/nguoi-tim-viec"
)

// Routes lists them. What asks by code and phone keeps its tries although it
// fails, so each sending of it acts; so does an edit, which its version guards,
// and taking a list out, which keeps what was seen batch by batch.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(registerPath, access.Public, s.blank),
		route.Post(registerPath, access.Public, s.register),
		route.Get(registerPath+"/xong", access.Public, s.done),
		route.Get(statusPath, access.Public, s.ask),
		route.Each(statusPath, access.Public, s.status),
		route.Each(statusPath+"/rut-dong-y", access.Public, s.withdrawOwn),
		route.Each(statusPath+"/tu-choi", access.Public, s.declineOwn),
		route.Each(statusPath+"/xoa", access.Public, s.eraseOwn),
		route.Each(statusPath+"/xuat", access.Public, s.exportOwn),
		route.Get(staffPath, access.ReadCandidates, s.list),
		route.Each(staffPath+".xlsx", access.ReadCandidates, s.exportList),
		route.Get(staffPath+"/moi", access.RegisterCandidates, s.blankEntry),
		route.Post(staffPath+"/moi", access.RegisterCandidates, s.enter),
		route.Get(staffPath+"/{id}", access.ReadCandidates, s.profile),
		route.Get(staffPath+"/{id}/sua", access.RegisterCandidates, s.facts),
		route.Each(staffPath+"/{id}/sua", access.RegisterCandidates, s.edit),
		route.Post(staffPath+"/{id}/goi", access.ReferCandidates, s.call),
		route.Get(staffPath+"/{id}/gioi-thieu", access.ReferCandidates, s.choose),
		route.Post(staffPath+"/{id}/gioi-thieu", access.ReferCandidates, s.introduce),
		route.Post(staffPath+"/{id}/rut-dong-y", access.RegisterCandidates, s.withdraw),
		route.Post(staffPath+"/{id}/xoa", access.EraseCandidates, s.erase),
		route.Post(staffPath+"/{id}/xuat", access.EraseCandidates, s.export),
		route.Post(staffPath+"/gioi-thieu/{ref}/ket-qua", access.RecordOutcomes, s.record),
	}
}

func address(id int64) string { return fmt.Sprintf("%s/%d", staffPath, id) }

// sendFile hands a person's data over as a file.
func sendFile(w http.ResponseWriter, data []byte) error {
	return route.Download(w, attachment.Content{Name: "ho-so.json", MediaType: "application/json; charset=utf-8", Bytes: data})
}
