// Package alerts shows the way to be told of new vacancies without an account,
// and to stop it, and to officers the outbox with what became of each message.
// It also gives messages their words.
//
// No address of a page holds personal data: a person is known by a code. Pages
// that follow a message act only on a button, for programs open links before
// people do.
package alerts

import (
	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
	"cauviec/web/route"
	"cauviec/web/vacancies"
)

// Screens are the pages of alerts.
type Screens struct {
	Alerts    *alert.Store
	Vacancies *vacancies.Screens
	Connected map[alert.Channel]bool // the channels that something carries
	Phone     string                 // the employment centre's in E.164; empty: not shown
}

// StoreOf returns a store whose messages are written by this package; site is
// the address by which people reach the site, without a slash at the end.
func StoreOf(db *postgres.DB, now clock.Clock, find search.Search, cards *board.Store, site string) *alert.Store {
	return &alert.Store{DB: db, Now: now, Search: find, Board: cards, Writer: Letters{Site: site}}
}

const (
	path        = "/bao-viec"
	confirmPath = path + "/xac-nhan"
	donePath    = path + "/xong"
	stopPath    = path + "/dung"
	renewPath   = path + "/con-tim"
	workerPath  = path + "/bao-tin.js"
	outboxPath  = "/quan-ly/hop-thu-di"
)

// paramCode is the parameter in which links carry a code.
const paramCode = "ma"

// Routes lists the pages. What asks by a code keeps its tries although it
// fails, so each sending of it acts; all of them may be sent twice.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(path, access.Public, s.blank),
		route.Post(path, access.Public, s.ask),
		route.Get(confirmPath, access.Public, s.code),
		route.Each(confirmPath, access.Public, s.confirm),
		route.Get(donePath, access.Public, s.done),
		route.Get(stopPath, access.Public, s.stopping),
		route.Each(stopPath, access.Public, s.stop),
		route.Get(renewPath, access.Public, s.renewing),
		route.Each(renewPath, access.Public, s.renew),
		route.Get(workerPath, access.Public, worker),
		route.Get(outboxPath, access.ReadOutbox, s.outbox),
		route.Get(outboxPath+".xlsx", access.ReadOutbox, s.export),
		route.Get(outboxPath+"/{id}", access.ReadOutbox, s.message),
	}
}
