package staffvacancies

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/coach"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// findings reads what the coach has against a vacancy, with the reasons kept
// for it. A vacancy with nothing against it costs no query.
func (s *Screens) findings(ctx context.Context, v vacancy.Vacancy, minimum wage.Finding) ([]vacancy.Finding, []vacancy.Clearance, error) {
	found := v.Findings(s.Now.Today(), minimum, nil)
	if len(found) == 0 || v.Status == vacancy.Withdrawn {
		return nil, nil, nil
	}
	cleared, err := s.Vacancies.Clearances(ctx, access.From(ctx), v.ID)
	vacancy.Settle(found, cleared)
	return found, cleared, err
}

// let keeps a second person's reason for words that the coach points at.
func (s *Screens) let(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, vacancy.Clear, func(ctx context.Context, actor access.Actor, id int64, version int) error {
		return s.Vacancies.Let(ctx, actor, id, version, findingOf(r), r.PostFormValue("why"))
	})
}

// findingOf is the finding that a form speaks of.
func findingOf(r *http.Request) coach.Finding {
	from, err := strconv.Atoi(r.PostFormValue("from"))
	if err != nil {
		from = -1
	}
	return coach.Finding{Rule: coach.Rule(r.PostFormValue("rule")), Field: r.PostFormValue("field"), From: from, Words: r.PostFormValue("words")}
}

// clears reports whether the reader may let findings stand.
func (p page) clears(ctx context.Context) bool {
	actor := access.From(ctx)
	return p.V.Status != vacancy.Draft && actor.May(access.PublishVacancies) && p.V.SecondPerson(actor.Account)
}

// unsettled are the findings that keep the vacancy from the public.
func (p page) unsettled() int {
	n := 0
	for _, f := range p.Findings {
		if f.Open() {
			n++
		}
	}
	return n
}

// clearing is the button under a finding.
func (p page) clearing(ctx context.Context, i int) ui.ActionForm {
	f := p.Findings[i]
	b := ui.ActionForm{
		Href: address(p.V.ID) + "/cho-giu", Label: locale.T(ctx, "coach.clear.action"), Kind: ui.Secondary, Icon: "check", Version: p.V.Version,
		Hidden: []ui.Hidden{{Name: "rule", Value: string(f.Rule)}, {Name: "field", Value: f.Field},
			{Name: "from", Value: strconv.Itoa(f.From)}, {Name: "words", Value: f.Words}},
		Reason:   &ui.Field{Name: "why", Label: locale.T(ctx, "coach.clear.why"), Rows: 2, Prefix: "clear-" + strconv.Itoa(i) + "-"},
		DataTest: "clear-" + string(f.Rule),
	}
	if was := p.Refused.Finding; p.Refused.Action == vacancy.Clear && was.Rule == f.Rule && was.Field == f.Field && was.From == f.From {
		b.Open = len(p.Refused.Problems) > 0
		b.Reason.Value, b.Reason.Problem = p.Refused.Words.Get("why"), ui.ProblemOf(p.Refused.Problems, "why")
	}
	return b
}

// findingTone is how grave a finding looks.
func findingTone(f vacancy.Finding) ui.Tone {
	switch {
	case !f.Open():
		return ui.Calm
	case f.Severity == coach.Warns:
		return ui.Soon
	}
	return ui.Late
}

// findingTitle names the rule and what it does to the vacancy.
func findingTitle(ctx context.Context, f vacancy.Finding) string {
	severity := string(f.Severity)
	if !f.Open() {
		severity = "cleared"
	}
	return locale.T(ctx, "coach.rule."+string(f.Rule)) + " · " + locale.T(ctx, "coach.severity."+severity)
}

// quoted is the sentence around a finding's words, in three parts; long ones
// are cut.
func quoted(f vacancy.Finding) (before, words, after string) {
	before, after, _ = strings.Cut(f.Passage, f.Words)
	return shortened(before, false), f.Words, shortened(after, true)
}

// quoteLength is how many signs stand on each side of a finding's words.
const quoteLength = 90

func shortened(text string, end bool) string {
	signs := []rune(text)
	switch {
	case len(signs) <= quoteLength:
		return text
	case end:
		return string(signs[:quoteLength]) + "…"
	}
	return "…" + string(signs[len(signs)-quoteLength:])
}

// lawWords says where a rule comes from.
func lawWords(ctx context.Context, law coach.Law) string {
	if law.Decree == "" {
		return locale.T(ctx, "coach.basis", law.Code)
	}
	return locale.T(ctx, "coach.basis_fine", law.Code, law.Decree)
}
