package staffvacancies

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/coach"
	"cauviec/internal/complaint"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// page is a vacancy with everything its page shows.
type page struct {
	V         vacancy.Vacancy
	Today     clock.Day
	Offers    []vacancy.Action
	Minimum   wage.Finding
	Findings  []vacancy.Finding // of the law coach
	Missing   errs.Problems     // of the gate: before publishing, and when it refused
	Counts    vacancy.Counts
	Brought   []vacancy.Brought // what drives brought it
	Twins     []vacancy.Twin
	Revisions []vacancy.Revision
	History   []journal.Entry
	Bad       int // open complaints of it, for those who read them
	Refused   refusal
}

// refusal is an action that was asked and not done.
type refusal struct {
	Action   vacancy.Action
	Problems errs.Problems
	Words    url.Values    // as they were sent
	Conflict bool          // somebody else was quicker
	Finding  coach.Finding // that was to be let stand
}

func (s *Screens) offers(r *http.Request, v vacancy.Vacancy, a vacancy.Action) bool {
	return slices.Contains(v.Offers(access.From(r.Context()), s.Now.Today()), a)
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	return s.showPage(w, r, http.StatusOK, refusal{})
}

func (s *Screens) showPage(w http.ResponseWriter, r *http.Request, status int, refused refusal) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	p, err := s.page(r.Context(), id)
	if err != nil {
		return err
	}
	p.Refused = refused
	if len(p.Missing) == 0 && refused.Action != vacancy.Clear {
		p.Missing = refused.Problems
	}
	return route.Page(w, r, status, vacancyPage(p))
}

// page reads a vacancy in seven queries, and one more each when the coach has
// something against it and for those who read complaints.
func (s *Screens) page(ctx context.Context, id int64) (p page, err error) {
	actor := access.From(ctx)
	p.Today = s.Now.Today()
	if p.V, err = s.Vacancies.Get(ctx, actor, id); err != nil {
		return p, err
	}
	p.Offers = p.V.Offers(actor, p.Today)
	if p.Minimum, err = s.Vacancies.Minimum(ctx, actor.Scope(access.ReadVacancies), p.V.Details); err != nil {
		return p, err
	}
	var cleared []vacancy.Clearance
	if p.Findings, cleared, err = s.findings(ctx, p.V, p.Minimum); err != nil {
		return p, err
	}
	if p.V.Status == vacancy.Draft || p.V.Status == vacancy.Submitted {
		p.Missing = p.V.CheckPublish(p.Today, vacancy.Ground{Employer: p.V.EmployerState, Minimum: p.Minimum, Cleared: cleared})
	}
	counts, err := s.Vacancies.Counts(ctx, actor, id)
	if err != nil {
		return p, err
	}
	p.Counts = counts[id]
	if p.Brought, err = s.Vacancies.Brought(ctx, actor, id); err != nil {
		return p, err
	}
	if p.Twins, err = s.Vacancies.Twins(ctx, actor, id); err != nil {
		return p, err
	}
	if p.Revisions, err = s.Vacancies.Revisions(ctx, actor, id); err != nil {
		return p, err
	}
	if p.Bad, err = s.complaints(ctx, actor, id); err != nil {
		return p, err
	}
	p.History, err = journal.Of(ctx, s.DB, journal.Vacancy, id)
	return p, err
}

// complaints counts the open complaints of a vacancy for those who read them.
func (s *Screens) complaints(ctx context.Context, actor access.Actor, id int64) (int, error) {
	if !actor.May(access.ReadComplaints) {
		return 0, nil
	}
	open, err := (&complaint.Store{DB: s.DB, Now: s.Now}).Open(ctx, actor, complaint.Filter{Vacancy: id})
	return len(open), err
}

// waits reports whether a publisher sees the vacancy but wrote it.
func (p page) waits(ctx context.Context) bool {
	actor := access.From(ctx)
	return p.V.Status == vacancy.Submitted && actor.May(access.PublishVacancies) && !p.V.SecondPerson(actor.Account)
}

// refusedAsWhole are the problems that no field has.
func (p page) refusedAsWhole() errs.Problems {
	whole := errs.Problems{}
	if problem, is := p.Refused.Problems["publish"]; is {
		whole["publish"] = problem
	}
	return whole
}

// missing are the fields that keep the vacancy from the public, in the order
// of the form.
func (p page) missing() []string {
	var fields []string
	for _, field := range order {
		if _, is := p.Missing[field]; is && field != "why" {
			fields = append(fields, field)
		}
	}
	return fields
}

// minimum says how the basic wage stands to the regional minimum.
func (p page) minimum(ctx context.Context) (ui.Tone, string) {
	over := p.V.BasicWage - p.Minimum.Minimum
	switch {
	case !p.Minimum.Known():
		return ui.Soon, locale.T(ctx, "vacancy.page.minimum_unknown")
	case p.V.Hours == "part":
		return ui.Calm, locale.T(ctx, "vacancy.page.part_time")
	case p.V.BasicWage == 0:
		return ui.Calm, ""
	case over < 0:
		return ui.Late, locale.T(ctx, "vacancy.page.minimum_low", -over)
	case over == 0:
		return ui.Good, locale.T(ctx, "vacancy.page.minimum_equal")
	}
	return ui.Good, locale.T(ctx, "vacancy.page.minimum_ok", over)
}

// pay are the figures of money, basic wage and income apart.
func (p page) pay(ctx context.Context) []ui.Fact {
	tone, words := p.minimum(ctx)
	list := []ui.Fact{
		{Label: locale.T(ctx, "vacancy.page.basic"), Value: sayMoney(ctx, p.V.BasicWage), DataTest: "basic-wage"},
		{Label: locale.T(ctx, "vacancy.page.income"), Value: income(ctx, p.V), DataTest: "income"},
	}
	minimum := ui.Fact{Label: locale.T(ctx, "vacancy.page.minimum_plain"), DataTest: "minimum", Wide: true,
		Body: minimumFact(p.Minimum, tone, words)}
	if p.Minimum.Known() {
		minimum.Label = locale.T(ctx, "vacancy.page.minimum", p.Minimum.Region)
		minimum.Help = locale.T(ctx, "vacancy.page.minimum.basis", p.Minimum.Basis, p.V.WageDay(p.Today))
	}
	return append(append(list, minimum), facts(ctx, p.V, "allowances", "overtime_hours", "pay_note")...)
}

func income(ctx context.Context, v vacancy.Vacancy) string {
	if v.IncomeFrom == 0 {
		return ""
	}
	return locale.MonthlyPay(ctx, v.IncomeFrom, v.IncomeTo)
}

// closing says until when one can register, and what that means today.
func (p page) closing(ctx context.Context) ui.Fact {
	f := ui.Fact{Label: label(ctx, "closes_on"), Value: p.V.ClosesOn.String(), DataTest: "fact-closes_on"}
	if published(p.V) {
		f.Help = locale.Left(ctx, p.V.ClosesOn, p.Today)
	}
	return f
}

// changed names what a wording changed against the one before it.
func (p page) changed(ctx context.Context, i int) string {
	if i == len(p.Revisions)-1 {
		return locale.T(ctx, "vacancy.page.revision_first")
	}
	return locale.T(ctx, "vacancy.page.revision_changed",
		labelsOf(ctx, vacancy.Changed(p.Revisions[i+1].Facts, p.Revisions[i].Facts)))
}

func (p page) mayWrite(ctx context.Context) bool { return access.From(ctx).May(access.WriteVacancies) }

// mendAt is where a field is changed: its step of a draft, else the form.
func (p page) mendAt(field string) string {
	if i := stepOf(field); p.V.Status == vacancy.Draft && i >= 0 {
		return stepAddress(p.V.ID, steps[i].Slug) + "#field-" + field
	}
	return address(p.V.ID) + "/sua#field-" + field
}

// missedWords name what stood in the way at the set time.
func (p page) missedWords(ctx context.Context) string {
	fields := slices.DeleteFunc(slices.Clone(p.V.MissedFields), func(field string) bool { return field == "publish" })
	switch {
	case len(fields) == len(p.V.MissedFields):
	case p.V.Amends != 0:
		return locale.T(ctx, "vacancy.problem.not_public")
	default:
		return locale.T(ctx, "vacancy.problem.publisher_left")
	}
	return labelsOf(ctx, fields)
}
