// Package drives shows recruitment drives: to the public as a list, a page and
// a calendar feed; to officials from the plan to the verified report.
package drives

import (
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/web/route"
)

// Screens shows drives.
type Screens struct {
	Drives *drive.Store
}

const (
	public = "/dot-tuyen-dung"
	staff  = "/quan-ly/dot-tuyen-dung"
)

// Routes lists the pages.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(public, access.Public, s.list),
		route.Get(public+".ics", access.Public, s.feed),
		route.Get(public+".xlsx", access.Public, s.exportPublic),
		route.Get(public+"/{ref}", access.Public, s.show),

		route.Get(staff, access.ReadDrives, s.staffList),
		route.Get(staff+".xlsx", access.ReadDrives, s.exportStaff),
		route.Get(staff+"/moi", access.PlanDrives, s.blank),
		route.Post(staff+"/moi", access.PlanDrives, s.plan),
		route.Get(staff+"/{id}", access.ReadDrives, s.staffShow),
		route.Get(staff+"/{id}/sua", access.PlanDrives, s.edit),
		route.Post(staff+"/{id}/sua", access.PlanDrives, s.change),
		route.Post(staff+"/{id}/dong-y", access.ReadDrives, s.agree),
		route.Post(staff+"/{id}/thong-bao", access.PlanDrives, s.announce),
		route.Post(staff+"/{id}/hoan", access.ReadDrives, s.postpone),
		route.Post(staff+"/{id}/huy", access.PlanDrives, s.cancel),
		route.Post(staff+"/{id}/da-to-chuc", access.RecordDrives, s.hold),
		route.Get(staff+"/{id}/ket-qua", access.RecordDrives, s.askResults),
		route.Post(staff+"/{id}/ket-qua", access.RecordDrives, s.report),
		route.Post(staff+"/{id}/xac-nhan", access.VerifyDrives, s.verify),
	}
}

func path(id int64) string { return staff + "/" + strconv.FormatInt(id, 10) }

func publicPath(d drive.Drive) string {
	return public + "/" + strconv.FormatInt(d.ID, 10) + "-" + d.Slug
}

// typed is what was typed into an action of a drive's page and refused.
type typed struct {
	Action   string
	Words    string
	Problems errs.Problems
}

func (s *Screens) staffShow(w http.ResponseWriter, r *http.Request) error {
	return s.page(w, r, http.StatusOK, typed{})
}

func (s *Screens) page(w http.ResponseWriter, r *http.Request, status int, t typed) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v := view{actor: access.From(r.Context()), now: s.Drives.Now.Now(), typed: t}
	if v.drive, err = s.Drives.Get(r.Context(), v.actor.Scope(access.ReadDrives), id); err != nil {
		return err
	}
	if v.employers, err = s.Drives.Employers(r.Context(), id); err != nil {
		return err
	}
	if v.offers, err = s.Drives.Offers(r.Context(), id); err != nil {
		return err
	}
	if v.orders, err = s.Drives.Orders(r.Context(), v.actor.Scope(access.ReadDrives), id); err != nil {
		return err
	}
	if v.history, err = journal.Of(r.Context(), s.Drives.DB, journal.Drive, id); err != nil {
		return err
	}
	return route.Page(w, r, status, staffPage(v))
}

func (s *Screens) agree(w http.ResponseWriter, r *http.Request) error {
	why := r.PostFormValue("why")
	return s.act(w, r, typed{Action: "agree", Words: why}, func(actor access.Actor, id int64, version int) error {
		return s.Drives.Agree(r.Context(), actor, id, version, why)
	})
}

func (s *Screens) announce(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, typed{Action: "announce"}, func(actor access.Actor, id int64, version int) error {
		return s.Drives.Announce(r.Context(), actor, id, version)
	})
}

func (s *Screens) postpone(w http.ResponseWriter, r *http.Request) error {
	why := r.PostFormValue("why")
	return s.act(w, r, typed{Action: "postpone", Words: why}, func(actor access.Actor, id int64, version int) error {
		return s.Drives.Postpone(r.Context(), actor, id, version, why)
	})
}

func (s *Screens) cancel(w http.ResponseWriter, r *http.Request) error {
	why := r.PostFormValue("why")
	return s.act(w, r, typed{Action: "cancel", Words: why}, func(actor access.Actor, id int64, version int) error {
		return s.Drives.Cancel(r.Context(), actor, id, version, why)
	})
}

func (s *Screens) hold(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, typed{Action: "hold"}, func(actor access.Actor, id int64, version int) error {
		return s.Drives.Hold(r.Context(), actor, id, version)
	})
}

func (s *Screens) verify(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, typed{Action: "verify"}, func(actor access.Actor, id int64, version int) error {
		return s.Drives.Verify(r.Context(), actor, id, version)
	})
}

// act runs an action and shows the drive again: changed, or with what is wrong
// beside what was typed.
func (s *Screens) act(w http.ResponseWriter, r *http.Request, t typed, do func(actor access.Actor, id int64, version int) error) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	err = do(access.From(r.Context()), id, route.Version(r))
	if problems, ok := errs.ProblemsOf(err); ok {
		t.Problems = problems
		return s.page(w, r, http.StatusUnprocessableEntity, t)
	}
	if err != nil {
		return err
	}
	return route.SeeOther(w, r, path(id))
}
