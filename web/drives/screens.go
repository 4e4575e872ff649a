// Package drives shows recruitment drives: to the public as a list, a page and
// a calendar feed; to officials from the plan to the verified report.
package drives

import (
	"context"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/drive"
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

func (s *Screens) staffShow(w http.ResponseWriter, r *http.Request) error {
	return s.page(w, r, http.StatusOK, route.Typed{})
}

func (s *Screens) page(w http.ResponseWriter, r *http.Request, status int, t route.Typed) error {
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
	return s.explained(w, r, "agree", s.Drives.Agree)
}

func (s *Screens) announce(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "announce", s.Drives.Announce)
}

func (s *Screens) postpone(w http.ResponseWriter, r *http.Request) error {
	return s.explained(w, r, "postpone", s.Drives.Postpone)
}

func (s *Screens) cancel(w http.ResponseWriter, r *http.Request) error {
	return s.explained(w, r, "cancel", s.Drives.Cancel)
}

func (s *Screens) hold(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "hold", s.Drives.Hold)
}

func (s *Screens) verify(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "verify", s.Drives.Verify)
}

// act runs an action and shows the drive again: changed, or with what is wrong.
func (s *Screens) act(w http.ResponseWriter, r *http.Request, action string, do route.Change) error {
	return route.Act(w, r, route.Typed{Action: action}, do, s.page, path)
}

// explained is an action with a reason, which is shown again when it is refused.
func (s *Screens) explained(w http.ResponseWriter, r *http.Request, action string,
	do func(ctx context.Context, actor access.Actor, id int64, version int, why string) error) error {
	why := r.PostFormValue("why")
	return route.Act(w, r, route.Typed{Action: action, Words: why}, route.Saying(why, do), s.page, path)
}
