package complaints

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/a-h/templ"

	"cauviec/internal/access"
	"cauviec/internal/complaint"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// page is a complaint with everything its page shows.
type page struct {
	complaint.Complaint
	Views   []complaint.View
	Others  []complaint.Complaint // open, of the same vacancy or employer
	History []journal.Entry
	Triages bool
	Verify  bool // the reader can suspend the employer
	Refused refusal
}

// refusal is an action that was asked and not done.
type refusal struct {
	Action   string
	Problems errs.Problems
	Typed    string
	Conflict bool
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	return s.showPage(w, r, http.StatusOK, refusal{})
}

func (s *Screens) showPage(w http.ResponseWriter, r *http.Request, status int, refused refusal) error {
	ctx, actor := r.Context(), access.From(r.Context())
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	p := page{Refused: refused, Triages: actor.May(access.TriageComplaints), Verify: actor.May(access.VerifyEmployers)}
	if p.Complaint, p.Views, err = s.Complaints.Get(ctx, actor, id); err != nil {
		return err
	}
	if p.Triages && p.Status.Open() {
		if p.Others, err = s.others(ctx, actor, p.Complaint); err != nil {
			return err
		}
	}
	if p.History, err = journal.Of(ctx, s.DB, journal.Complaint, id); err != nil {
		return err
	}
	return route.Page(w, r, status, complaintPage(p))
}

// others are the open complaints into which this one can be merged: those of
// the same vacancy, else of the same employer, else all.
func (s *Screens) others(ctx context.Context, actor access.Actor, c complaint.Complaint) ([]complaint.Complaint, error) {
	f := complaint.Filter{Vacancy: c.VacancyID}
	if c.VacancyID == 0 {
		f.Employer = c.EmployerID
	}
	list, err := s.Complaints.Open(ctx, actor, f)
	var others []complaint.Complaint
	for _, other := range list {
		if other.ID != c.ID {
			others = append(others, other)
		}
	}
	return others, err
}

func (s *Screens) takeUp(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "take_up", "", func(ctx context.Context, actor access.Actor, id int64, version int, _ string) error {
		return s.Complaints.TakeUp(ctx, actor, id, version)
	})
}

func (s *Screens) pause(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "pause", "why", s.Complaints.PauseVacancy)
}

func (s *Screens) passOn(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "pass_on", "why", s.Complaints.PassOn)
}

func (s *Screens) settle(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "settle", "outcome", s.Complaints.Settle)
}

func (s *Screens) dismiss(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "dismiss", "why", s.Complaints.Dismiss)
}

func (s *Screens) merge(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "merge", "into", s.Complaints.Merge)
}

// act does one thing and shows the complaint again: changed, or with what is
// in the way.
func (s *Screens) act(w http.ResponseWriter, r *http.Request, action, field string,
	do func(ctx context.Context, actor access.Actor, id int64, version int, words string) error) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	refused := refusal{Action: action, Typed: r.PostFormValue(field)}
	err = do(ctx, access.From(ctx), id, route.Version(r), refused.Typed)
	if problems, is := errs.ProblemsOf(err); is {
		refused.Problems = problems
		return s.showPage(w, r, http.StatusUnprocessableEntity, refused)
	}
	if errors.Is(err, errs.Conflict) {
		refused.Conflict = true
		return s.showPage(w, r, http.StatusConflict, refused)
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "complaint.done."+action))
	return route.SeeOther(w, r, address(id))
}

// facts are what the teller said, and what the centre found.
func (p page) facts(ctx context.Context) []ui.Fact {
	fact := func(name, value string) ui.Fact {
		return ui.Fact{Label: locale.T(ctx, "complaint.fact."+name), Value: value, DataTest: "fact-" + name}
	}
	wide := func(name, value string) ui.Fact {
		f := fact(name, value)
		f.Wide = true
		return f
	}
	list := []ui.Fact{
		wide("grounds", grounds(ctx, p.Grounds)), wide("advert", p.Advert), wide("words", p.told(ctx)), p.phone(ctx),
		fact("sent", locale.DayTime(p.CreatedAt)), fact("receipt", complaint.ShowCode(p.Code)),
	}
	if p.VacancyID != 0 {
		link := fact("vacancy", "")
		link.Body = ui.TextLink(p.VacancyTitle, fmt.Sprintf("/quan-ly/tin-tuyen-dung/%d", p.VacancyID))
		link.Help = locale.T(ctx, "vacancy.status."+p.VacancyState)
		list = append(list, link)
	}
	if p.EmployerID != 0 {
		link := fact("employer", "")
		link.Body = ui.TextLink(p.EmployerName, fmt.Sprintf("/quan-ly/doanh-nghiep/%d", p.EmployerID))
		link.Help = locale.T(ctx, "employer.status."+p.EmployerState)
		list = append(list, link)
	}
	if p.PassedOn != "" {
		list = append(list, wide("passed_on", p.PassedOn))
	}
	if p.Outcome != "" {
		list = append(list, wide("outcome", p.Outcome))
	}
	return list
}

// told is the teller's own words, or that they are gone.
func (p page) told(ctx context.Context) string {
	if p.ErasedAt != nil {
		return locale.T(ctx, "complaint.erased", locale.DayTime(*p.ErasedAt))
	}
	return p.Words
}

// phone is the number to call back, for those who may.
func (p page) phone(ctx context.Context) ui.Fact {
	f := ui.Fact{Label: locale.T(ctx, "complaint.fact.phone"), DataTest: "fact-phone"}
	switch {
	case p.Phone != "":
		f.Body = ui.TextLink(locale.Phone(p.Phone), "tel:"+p.Phone)
		f.Help = locale.T(ctx, "complaint.fact.phone.help", complaint.KeepDays)
	case p.HasPhone:
		f.Value = locale.T(ctx, "complaint.fact.phone.hidden")
	}
	return f
}

// button draws an action with what it asks.
func (p page) button(ctx context.Context, action, where, icon, field string, kind ui.Kind) ui.ActionForm {
	a := ui.ActionForm{Href: address(p.ID) + "/" + where, Label: locale.T(ctx, "complaint.action."+action), Kind: kind, Icon: icon,
		Version: p.Version, DataTest: "action-" + action}
	if field == "" {
		return a
	}
	a.Reason = &ui.Field{Name: field, Label: locale.T(ctx, "complaint.ask."+action), Rows: 3, Prefix: action + "-"}
	if key := "complaint.ask." + action + ".help"; locale.Has(key) {
		a.Reason.Help = locale.T(ctx, key)
	}
	if p.Refused.Action == action {
		a.Reason.Value, a.Reason.Problem = p.Refused.Typed, ui.ProblemOf(p.Refused.Problems, field)
		a.Open = a.Reason.Problem != nil
	}
	return a
}

// mergeButton asks into which other one.
func (p page) mergeButton(ctx context.Context) ui.ActionForm {
	a := p.button(ctx, "merge", "gop", "copy", "", ui.Quiet)
	f := ui.Field{Name: "into", Label: locale.T(ctx, "complaint.ask.merge"), Problem: ui.ProblemOf(p.Refused.Problems, "into")}
	for _, other := range p.Others {
		f.Options = append(f.Options, ui.Option{Value: other.Code,
			Label: complaint.ShowCode(other.Code) + " · " + grounds(ctx, other.Grounds)})
	}
	a.Fields, a.Open = ui.Select(f), f.Problem != nil
	return a
}

// actions are the buttons that the reader has now, the likeliest first.
func (p page) actions(ctx context.Context) []templ.Component {
	var list []templ.Component
	add := func(offered bool, a ui.ActionForm) {
		if p.Triages && offered {
			list = append(list, ui.Action(a))
		}
	}
	add(p.Status.May(complaint.TakenUp), p.button(ctx, "take_up", "nhan", "clipboard-check", "", ui.Primary))
	add(p.MayPause(), p.button(ctx, "pause", "tam-dung-tin", "pause", "why", ui.Danger))
	add(p.MayPassOn(), p.button(ctx, "pass_on", "chuyen", "send", "why", ui.Secondary))
	add(p.Status.May(complaint.Settled), p.button(ctx, "settle", "xong", "check", "outcome", ui.Secondary))
	add(len(p.Others) > 0, p.mergeButton(ctx))
	add(p.Status.May(complaint.Dismissed), p.button(ctx, "dismiss", "bo-qua", "x", "why", ui.Quiet))
	return list
}
