// Package accounts is the administrators' pages: who may sign in for which
// body, and which bodies there are.
package accounts

import (
	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/web/route"
)

const (
	accountsPath = "/quan-ly/tai-khoan"
	bodiesPath   = "/quan-ly/co-quan"
)

// Screens are the pages of accounts and bodies.
type Screens struct {
	DB     *postgres.DB // histories
	Now    clock.Clock
	People *people.Store
	Bodies *body.Store
}

// Routes lists them.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(accountsPath, access.ManageAccounts, s.list),
		route.Get(accountsPath+".xlsx", access.ManageAccounts, s.export),
		route.Get(accountsPath+"/moi", access.CreateAccounts, s.blank),
		route.Post(accountsPath, access.CreateAccounts, s.create),
		route.Get(accountsPath+"/{id}", access.ManageAccounts, s.show),
		route.Post(accountsPath+"/{id}", access.ManageAccounts, s.update),
		route.Post(accountsPath+"/{id}/mat-khau", access.ManageAccounts, s.reset),
		route.Post(accountsPath+"/{id}/khoa", access.ManageAccounts, s.deactivate),
		route.Post(accountsPath+"/{id}/mo", access.ManageAccounts, s.activate),
		route.Get(invitationPath, access.Public, s.invitation),
		route.Each(invitationPath, access.Public, s.accept),
		route.Get(bodiesPath, access.ManageBodies, s.bodies),
		route.Get(bodiesPath+".xlsx", access.ManageBodies, s.exportBodies),
		route.Get(bodiesPath+"/moi", access.ManageBodies, s.blankBody),
		route.Post(bodiesPath, access.ManageBodies, s.createBody),
		route.Get(bodiesPath+"/{id}", access.ManageBodies, s.body),
		route.Get(bodiesPath+"/{id}.xlsx", access.ManageBodies, s.exportBodyAccounts),
		route.Post(bodiesPath+"/{id}/ten", access.ManageBodies, s.renameBody),
		route.Post(bodiesPath+"/{id}/ket-thuc", access.ManageBodies, s.closeBody),
	}
}
