// Package complaints is how anybody tells of a bad advert, without an account
// and without script, and how the centre triages what was told.
package complaints

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/postgres"
	"cauviec/web/route"
)

const (
	tellPath  = "/bao-tin-xau"
	staffPath = "/quan-ly/bao-tin-xau"
)

// Screens are the pages of complaints.
type Screens struct {
	DB         *postgres.DB // histories
	Now        clock.Clock
	Complaints *complaint.Store
	Phone      string // the centre's, E.164; empty: not shown
}

// Routes lists them.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(tellPath, access.Public, s.blank),
		route.Post(tellPath, access.Public, s.tell),
		route.Get(tellPath+"/{receipt}", access.Public, s.receipt),
		route.Get(staffPath, access.ReadComplaints, s.list),
		route.Get(staffPath+".xlsx", access.ReadComplaints, s.export),
		route.Get(staffPath+"/{id}", access.ReadComplaints, s.show),
		route.Post(staffPath+"/{id}/nhan", access.TriageComplaints, s.takeUp),
		route.Post(staffPath+"/{id}/tam-dung-tin", access.TriageComplaints, s.pause),
		route.Post(staffPath+"/{id}/chuyen", access.TriageComplaints, s.passOn),
		route.Post(staffPath+"/{id}/xong", access.TriageComplaints, s.settle),
		route.Post(staffPath+"/{id}/bo-qua", access.TriageComplaints, s.dismiss),
		route.Post(staffPath+"/{id}/gop", access.TriageComplaints, s.merge),
	}
}

// address is the staff's page of a complaint.
func address(id int64) string { return fmt.Sprintf("%s/%d", staffPath, id) }
