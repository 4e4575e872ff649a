// Package obligations shows obligations: the list of those in reach, the page
// of one, and every step of working and judging it.
package obligations

import (
	"fmt"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/obligation"
	"cauviec/web/route"
)

// Screens shows obligations.
type Screens struct {
	Obligations *obligation.Store
}

const home = "/nhiem-vu"

// Routes lists the pages.
func (s *Screens) Routes() []route.Route {
	const one = home + "/{id}"
	return []route.Route{
		route.Get(home, access.ReadObligations, s.list),
		route.Get(home+".xlsx", access.ReadObligations, s.export),
		route.Get(one, access.ReadObligations, s.show),
		route.Get(one+".xlsx", access.ReadObligations, s.exportPassed),
		route.Post(one+"/tiep-nhan", access.WorkObligations, s.receive),
		route.Post(one+"/cap-nhat", access.WorkObligations, s.progress),
		route.Upload(one+"/bao-cao", access.WorkObligations, s.report),
		route.Post(one+"/tra-loi", access.WorkObligations, s.answer),
		route.Post(one+"/gia-han", access.WorkObligations, s.askExtension),
		route.Post(one+"/giao-xa", access.CascadeObligations, s.passOn),
		route.Post(one+"/doi-tac", access.StateCounterpart, s.stateCounterpart),
		route.Post(one+"/bao-cao/{report}/chap-nhan", access.JudgeObligations, s.accept),
		route.Post(one+"/bao-cao/{report}/tra-lai", access.JudgeObligations, s.giveBack),
		route.Post(one+"/gia-han/{ext}/quyet-dinh", access.JudgeObligations, s.decideExtension),
		route.Post(one+"/don-doc", access.JudgeObligations, s.remind),
		route.Post(one+"/tam-dung", access.JudgeObligations, s.suspend),
		route.Post(one+"/tiep-tuc", access.JudgeObligations, s.resume),
		route.Post(one+"/chuyen-giao", access.JudgeObligations, s.reassign),
		route.Get("/tep/{id}", access.ReadObligations, s.download),
	}
}

// address is where an obligation's page is.
func address(id int64) string { return home + "/" + strconv.FormatInt(id, 10) }

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	return s.page(w, r, http.StatusOK, typed{})
}

// page shows an obligation as it stands now, with what was typed when a form
// could not be accepted.
func (s *Screens) page(w http.ResponseWriter, r *http.Request, status int, t typed) error {
	ctx, actor := r.Context(), access.From(r.Context())
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	d, err := s.Obligations.Get(ctx, actor.Scope(access.ReadObligations), id)
	if err != nil {
		return err
	}
	holidays, err := s.Obligations.Calendar(ctx)
	if err != nil {
		return err
	}
	v := view{Detail: d, actor: actor, today: s.Obligations.Now.Today(), calendar: holidays.Calendar, typed: t}
	if d.Allow(actor, obligation.Reassign) == nil {
		if v.heirs, err = s.Obligations.Heirs(ctx, actor.Scope(access.JudgeObligations), id); err != nil {
			return err
		}
	}
	return route.Page(w, r, status, onePage(v))
}

// download sends a file to be saved, never to be shown within the site.
func (s *Screens) download(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	file, err := s.Obligations.Attachment(r.Context(), access.From(r.Context()).Scope(access.ReadObligations), id)
	if err != nil {
		return err
	}
	return route.Download(w, file)
}

// fileAddress is where a report's file is.
func fileAddress(id int64) string { return fmt.Sprintf("/tep/%d", id) }
