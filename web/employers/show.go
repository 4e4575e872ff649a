package employers

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/employer"
	"cauviec/internal/journal"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// vacanciesShown is how many of an employer's vacancies its page names.
const vacanciesShown = 10

// page is an employer with everything its page shows.
type page struct {
	E          employer.Employer
	Today      clock.Day
	Vacancies  []vacancy.Vacancy
	Evidence   []employer.Evidence // for those who verify
	Complaints []complaint.Complaint
	History    []journal.Entry
	MayKeep    bool
	MayVerify  bool
	MayWrite   bool
	Conflict   bool // an action was asked of an older version
}

func lead(ctx context.Context, s sheet) string {
	if s.Version == 0 {
		return locale.T(ctx, "employer.new.lead")
	}
	return ""
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	return s.showPage(w, r, http.StatusOK, false)
}

func (s *Screens) showPage(w http.ResponseWriter, r *http.Request, status int, conflict bool) error {
	ctx, actor := r.Context(), access.From(r.Context())
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	p := page{E: e, Today: s.Now.Today(), Conflict: conflict, MayKeep: employer.MayKeep(actor),
		MayVerify: actor.May(access.VerifyEmployers), MayWrite: actor.May(access.WriteVacancies)}
	p.Vacancies, _, err = s.Vacancies.List(ctx, actor, vacancy.Filter{Employer: e.ID, Limit: vacanciesShown})
	if err != nil {
		return err
	}
	if err := s.judged(ctx, actor, &p); err != nil {
		return err
	}
	if p.History, err = journal.Of(ctx, s.DB, journal.Employer, e.ID); err != nil {
		return err
	}
	if !p.MayVerify && actor.Employer != e.ID {
		p.History = slices.DeleteFunc(p.History, namesUser)
	}
	return route.Page(w, r, status, employerPage(p))
}

// namesUser reports whether an entry names somebody who was invited: that is for
// the employer and for those who invite.
func namesUser(e journal.Entry) bool { return e.Action == "invite" || e.Action == "revoke" }

// judged reads what those need who judge the employer: evidence and open
// complaints.
func (s *Screens) judged(ctx context.Context, actor access.Actor, p *page) (err error) {
	if p.MayVerify {
		if p.Evidence, err = s.Employers.Evidence(ctx, actor.Scope(access.VerifyEmployers), p.E.ID); err != nil {
			return err
		}
	}
	if actor.May(access.ReadComplaints) {
		p.Complaints, err = s.Complaints.Open(ctx, actor, complaint.Filter{Employer: p.E.ID})
	}
	return err
}

// asked is why the centre asks to suspend the employer, or empty.
func (p page) asked() string {
	for _, c := range p.Complaints {
		if c.PassedOnAt != nil && p.E.State != employer.Suspended {
			return c.PassedOn
		}
	}
	return ""
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
	for _, kind := range employer.Kinds() {
		has, note := e.Of(kind)
		if *has != "" {
			list = append(list, value(string(kind), said(ctx, *has, *note)))
		}
	}
	if e.Living != "" {
		living := value("living", e.Living)
		living.Wide = true
		list = append(list, living)
	}
	if e.StateReason != "" && len(p.Evidence) == 0 {
		list = append(list, ui.Fact{Label: locale.T(ctx, "employer.page.state_reason"), Value: e.StateReason, Wide: true, DataTest: "state-reason"})
	}
	return list
}

// said is an answer with the words beside it.
func said(ctx context.Context, has employer.Has, note string) string {
	answer := coded(ctx, "has", string(has))
	if note == "" {
		return answer
	}
	return answer + ": " + note
}

func lookedWords(ctx context.Context, looked []employer.Look) string {
	words := make([]string, len(looked))
	for i, look := range looked {
		words[i] = coded(ctx, "look", string(look))
	}
	return strings.Join(words, "; ")
}

// publicAddress is the page of the employer for job seekers.
func (p page) publicAddress() string { return fmt.Sprintf("/doanh-nghiep/%d-%s", p.E.ID, p.E.Slug) }

// vacancies are the addresses of its vacancies and of a new one.
func (p page) vacancies() (all, blank string) {
	return "/quan-ly/tin-tuyen-dung?doanh-nghiep=" + number(p.E.ID), "/quan-ly/tin-tuyen-dung/moi?doanh-nghiep=" + number(p.E.ID)
}
