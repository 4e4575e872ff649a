package candidates

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// profiled is what a person's page shows.
type profiled struct {
	candidate.Profile
	today clock.Day
}

func (s *Screens) profile(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	p, err := s.Candidates.Get(r.Context(), access.From(r.Context()), id, candidate.PageProfile)
	if err != nil {
		return err
	}
	for i, e := range p.History {
		if e.Thing == journal.Referral && e.Why != "" {
			p.History[i].Why = locale.T(r.Context(), "candidate.reason."+e.Why)
		}
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, profilePage(profiled{Profile: p, today: s.Candidates.Now.Today()}))
}

func bornWords(ctx context.Context, year int) string {
	if year == 0 {
		return locale.T(ctx, "ui.none")
	}
	return locale.T(ctx, "candidate.born", strconv.Itoa(year))
}

func personFacts(ctx context.Context, c candidate.Candidate) []ui.Fact {
	year := ""
	if c.BirthYear != 0 {
		year = strconv.Itoa(c.BirthYear)
	}
	gender := ""
	if c.Gender != candidate.Unsaid {
		gender = locale.T(ctx, "candidate.gender."+string(c.Gender))
	}
	return []ui.Fact{
		{Label: locale.T(ctx, "candidate.field.full_name"), Value: c.FullName},
		{Label: locale.T(ctx, "candidate.field.birth_year"), Value: year},
		{Label: locale.T(ctx, "candidate.field.phone"), Body: phoneOf(c.Phone), DataTest: "phone"},
		{Label: locale.T(ctx, "candidate.column.home"), Value: placeWords(ctx, c.CommuneKind, c.Commune, c.DistrictKind, c.District)},
		{Label: locale.T(ctx, "candidate.field.gender"), Value: gender},
	}
}

// facts are the person's own and how the person came here.
func (p profiled) facts(ctx context.Context) []ui.Fact {
	by := locale.Pick(ctx, p.BodyVi, p.BodyEn)
	if by == "" {
		by = locale.T(ctx, "candidate.alone")
	}
	facts := append(personFacts(ctx, p.Candidate),
		ui.Fact{Label: locale.T(ctx, "candidate.entered_by"), Value: by, Help: locale.DayTime(p.CreatedAt)})
	if p.DriveTitle != "" {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "candidate.at_drive"), Value: p.DriveTitle})
	}
	return facts
}

// path are the stages that a referral reached, with their days.
func path(ctx context.Context, r candidate.Referral) []string {
	var steps []string
	for _, s := range candidate.Statuses() {
		if day := dayWords(r, s); day != "" {
			steps = append(steps, statusWords(ctx, s)+": "+day)
		}
	}
	return steps
}

// moveForm is the button that brings a referral to a status.
func (p profiled) moveForm(ctx context.Context, r candidate.Referral, to candidate.Status, first bool) ui.ActionForm {
	kind := ui.Secondary
	if first {
		kind = ui.Primary
	}
	label := locale.T(ctx, "candidate.move."+string(to))
	test := fmt.Sprintf("move-%s", to)
	if to == candidate.Introduced {
		return ui.ActionForm{Href: address(r.CandidateID) + "/gioi-thieu", Label: label, Kind: kind, DataTest: test,
			Hidden: []ui.Hidden{{Name: "vacancy", Value: strconv.FormatInt(r.VacancyID, 10)}}}
	}
	m := moving{person: r.CandidateID, referral: r.ID, version: r.Version, to: to, on: p.today.String()}
	return ui.ActionForm{Href: m.action(), Label: label, Kind: kind, DataTest: test, Hidden: m.hidden(),
		Fields: moveQuestions(m.fields(ctx))}
}

// moving is the form of one move.
type moving struct {
	person   int64
	referral int64
	version  int
	to       candidate.Status
	on       string
	reason   string
	problems errs.Problems
	key      string
}

func (m moving) action() string {
	return fmt.Sprintf("%s/gioi-thieu/%d/ket-qua", staffPath, m.referral)
}

func (m moving) hidden() []ui.Hidden {
	return []ui.Hidden{{Name: "to", Value: string(m.to)}, {Name: "person", Value: strconv.FormatInt(m.person, 10)},
		{Name: "version", Value: strconv.Itoa(m.version)}}
}

// fields are the day and, for an end, its reason.
func (m moving) fields(ctx context.Context) []ui.Field {
	prefix := fmt.Sprintf("%d-%s-", m.referral, m.to)
	if m.problems != nil {
		prefix = "" // alone on its page: the summary links to it
	}
	on := field(ctx, m.problems, "on", m.on)
	on.Width, on.Prefix = ui.Short, prefix
	fields := []ui.Field{on}
	if reasons := m.to.Reasons(); len(reasons) > 0 {
		why := field(ctx, m.problems, "reason", m.reason)
		why.Options, why.Blank, why.Prefix = optionsOf(ctx, "candidate.reason.", reasons), locale.T(ctx, "candidate.choose"), prefix
		fields = append(fields, why)
	}
	return fields
}

// record writes what became of a referral. What is wrong is shown on a small
// page without the person's data, which a refused change must not show: its
// view would not be kept.
func (s *Screens) record(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "ref")
	if err != nil {
		return err
	}
	m := moving{person: route.Number(r.PostFormValue("person")), referral: id, version: route.Version(r),
		to: candidate.Status(r.PostFormValue("to")), on: r.PostFormValue("on"), reason: r.PostFormValue("reason"),
		problems: errs.Problems{}, key: r.PostFormValue(route.KeyField)}
	move := candidate.Move{To: m.to, On: readDay(m.problems, m.on), Reason: candidate.Reason(m.reason)}
	err = s.Candidates.Record(r.Context(), access.From(r.Context()), id, m.version, move)
	if m.problems, err = together(m.problems, err); err != nil {
		return err
	}
	if len(m.problems) > 0 {
		return route.Page(w, r, http.StatusUnprocessableEntity, movePage(m))
	}
	signin.Flash(r.Context(), locale.T(r.Context(), "form.saved"))
	return route.SeeOther(w, r, address(m.person))
}

func (s *Screens) call(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "/goi", func(ctx context.Context, actor access.Actor, id int64) error {
		return s.Candidates.Call(ctx, actor, id, r.PostFormValue("note"))
	})
}

func (s *Screens) withdraw(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "/rut-dong-y", func(ctx context.Context, actor access.Actor, id int64) error {
		err := s.Candidates.Withdraw(ctx, actor, id, route.Number(r.PostFormValue("consent")))
		if errors.Is(err, errs.NotFound) {
			return errs.Conflict // withdrawn by somebody else since
		}
		return err
	})
}

func (s *Screens) erase(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "/xoa", func(ctx context.Context, actor access.Actor, id int64) error {
		return s.Candidates.Erase(ctx, actor, id, candidate.Cause(r.PostFormValue("cause")))
	})
}

// act runs a change of a person and goes back to the person's page; what is
// wrong is shown with the same question again.
func (s *Screens) act(w http.ResponseWriter, r *http.Request, sub string, do func(ctx context.Context, actor access.Actor, id int64) error) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	err = do(r.Context(), access.From(r.Context()), id)
	if problems, wrong := errs.ProblemsOf(err); wrong {
		return route.Page(w, r, http.StatusUnprocessableEntity, actPage(acting{id: id, sub: sub, problems: problems,
			note: r.PostFormValue("note"), key: r.PostFormValue(route.KeyField)}))
	}
	if err != nil {
		return err
	}
	signin.Flash(r.Context(), locale.T(r.Context(), "form.saved"))
	return route.SeeOther(w, r, address(id))
}

// acting is an action on a person that is asked again.
type acting struct {
	id       int64
	sub      string
	problems errs.Problems
	note     string
	key      string
}

// fields are the questions of the action.
func (a acting) fields(ctx context.Context) []ui.Field {
	if a.sub == "/goi" {
		note := field(ctx, a.problems, "note", a.note)
		note.Optional, note.MaxLength = true, 500
		return []ui.Field{note}
	}
	cause := field(ctx, a.problems, "cause", "")
	cause.Options, cause.Blank = optionsOf(ctx, "candidate.cause.", candidate.Causes()), locale.T(ctx, "candidate.choose")
	return []ui.Field{cause}
}

func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	data, err := s.Candidates.Export(r.Context(), access.From(r.Context()), id)
	if err != nil {
		return err
	}
	return sendFile(w, data)
}
