package employers

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// vacanciesShown is how many of an employer's vacancies its page names.
const vacanciesShown = 10

// page is an employer with everything its page shows.
type page struct {
	E         employer.Employer
	Today     clock.Day
	Vacancies []vacancy.Vacancy
	History   []journal.Entry
	MayKeep   bool
	MayVerify bool
	MayWrite  bool
	Refused   refusal
}

// refusal is an action that was asked and not done.
type refusal struct {
	Action   string
	Problems errs.Problems
	Why      string
	Conflict bool
}

func lead(ctx context.Context, s sheet) string {
	if s.Version == 0 {
		return locale.T(ctx, "employer.new.lead")
	}
	return ""
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	return s.showPage(w, r, http.StatusOK, refusal{})
}

func (s *Screens) showPage(w http.ResponseWriter, r *http.Request, status int, refused refusal) error {
	ctx, actor := r.Context(), access.From(r.Context())
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	p := page{E: e, Today: s.Now.Today(), Refused: refused, MayKeep: employer.MayKeep(actor),
		MayVerify: actor.May(access.VerifyEmployers), MayWrite: actor.May(access.WriteVacancies)}
	p.Vacancies, _, err = s.Vacancies.List(ctx, actor, vacancy.Filter{Employer: e.ID, Limit: vacanciesShown})
	if err != nil {
		return err
	}
	if p.History, err = journal.Of(ctx, s.DB, journal.Employer, e.ID); err != nil {
		return err
	}
	return route.Page(w, r, status, employerPage(p))
}

func (s *Screens) verify(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "verify", s.Employers.Verify)
}

func (s *Screens) suspend(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "suspend", s.Vacancies.SuspendEmployer)
}

// act does one thing and shows the employer again: changed, or with what is in
// the way.
func (s *Screens) act(w http.ResponseWriter, r *http.Request, action string,
	do func(ctx context.Context, actor access.Actor, id int64, version int, why string) error) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	refused := refusal{Action: action, Why: r.PostFormValue("why")}
	err = do(ctx, access.From(ctx), id, version(r), refused.Why)
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
	signin.Flash(ctx, locale.T(ctx, "employer.done."+action))
	return route.SeeOther(w, r, address(id))
}

// facts are what there is to know of the employer.
func (p page) facts(ctx context.Context) []ui.Fact {
	e := p.E
	value := func(field, words string) ui.Fact {
		return ui.Fact{Label: label(ctx, field), Value: words, DataTest: "fact-" + field}
	}
	list := []ui.Fact{
		value("tax_code", e.TaxCode), value("type", coded(ctx, "type", e.Type)),
		value("industry_code", coded(ctx, "industry", e.IndustryCode)), value("products", e.Products),
		value("size_band", coded(ctx, "size", e.SizeBand)), value("zone_id", e.ZoneName), value("address", e.Address),
		value("contact_name", e.ContactName), value("contact_phone", locale.Phone(e.ContactPhone)),
	}
	if e.Living != "" {
		living := value("living", e.Living)
		living.Wide = true
		list = append(list, living)
	}
	if e.StateReason != "" {
		list = append(list, ui.Fact{Label: locale.T(ctx, "employer.page.state_reason"), Value: e.StateReason, Wide: true, DataTest: "state-reason"})
	}
	return list
}

// button draws one of the verifier's actions, which ask for grounds.
func (p page) button(ctx context.Context, action, where, icon string, kind ui.Kind) ui.ActionForm {
	reason := &ui.Field{Name: "why", Label: locale.T(ctx, "employer.why."+action), Rows: 2, Prefix: action + "-"}
	if key := "employer.why." + action + ".help"; locale.Has(key) {
		reason.Help = locale.T(ctx, key)
	}
	if p.Refused.Action == action {
		reason.Value, reason.Problem = p.Refused.Why, ui.ProblemOf(p.Refused.Problems, "why")
	}
	return ui.ActionForm{
		Href: address(p.E.ID) + "/" + where, Label: locale.T(ctx, "employer.action."+action), Kind: kind, Icon: icon,
		Version: p.E.Version, Reason: reason, DataTest: "action-" + action, Open: reason.Problem != nil,
	}
}

func (p page) verifyButton(ctx context.Context) ui.ActionForm {
	return p.button(ctx, "verify", "xac-minh", "badge-check", ui.Primary)
}

func (p page) suspendButton(ctx context.Context) ui.ActionForm {
	b := p.button(ctx, "suspend", "tam-dung", "ban", ui.Danger)
	b.Confirm = locale.T(ctx, "employer.suspend.confirm", p.E.Name)
	return b
}

// publicAddress is the page of the employer for job seekers.
func (p page) publicAddress() string { return fmt.Sprintf("/doanh-nghiep/%d-%s", p.E.ID, p.E.Slug) }

// vacancies are the addresses of its vacancies and of a new one.
func (p page) vacancies() (all, blank string) {
	return "/quan-ly/tin-tuyen-dung?doanh-nghiep=" + number(p.E.ID), "/quan-ly/tin-tuyen-dung/moi?doanh-nghiep=" + number(p.E.ID)
}
