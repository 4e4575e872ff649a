package staffvacancies

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// compareAddress is two vacancies side by side.
func compareAddress(id, other int64) string { return fmt.Sprintf("%s/so-sanh/%d", address(id), other) }

// compared is two vacancies of one employer side by side. V may be given up
// for Other.
type compared struct {
	V, Other vacancy.Vacancy
	Today    clock.Day
	Cause    vacancy.Cause // why they look like one order; empty: they do not
	Pairs    []pair
	AtBoth   int // people who have to do with both
	Words    url.Values
	Problems errs.Problems
	Conflict bool
}

// pair is what two vacancies say of one field.
type pair struct {
	Label   string
	Left    string
	Right   string
	Differs bool
}

func (s *Screens) compare(w http.ResponseWriter, r *http.Request) error {
	return s.showCompared(w, r, http.StatusOK, compared{})
}

func (s *Screens) showCompared(w http.ResponseWriter, r *http.Request, status int, p compared) error {
	id, other, err := both(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	actor := access.From(ctx)
	if p.V, err = s.Vacancies.Get(ctx, actor, id); err != nil {
		return err
	}
	if p.Other, err = s.Vacancies.Get(ctx, actor, other); err != nil {
		return err
	}
	if p.V.EmployerID != p.Other.EmployerID || id == other {
		return errs.NotFound
	}
	twins, err := s.Vacancies.Twins(ctx, actor, id)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(twins, func(t vacancy.Twin) bool { return t.ID == other }); i >= 0 {
		p.Cause = twins[i].Cause
	}
	if err := s.people(ctx, &p); err != nil {
		return err
	}
	p.Today = s.Now.Today()
	return route.Page(w, r, status, comparePage(p))
}

// people says of both how far they are drawn down, below what they say.
func (s *Screens) people(ctx context.Context, p *compared) (err error) {
	p.Pairs = pairs(ctx, p.V, p.Other)
	if p.V.Revision+p.Other.Revision == 0 {
		return nil
	}
	counts, err := s.Vacancies.Counts(ctx, access.From(ctx), p.V.ID, p.Other.ID)
	if err != nil {
		return err
	}
	drawn := pair{Label: locale.T(ctx, "posting.compare.people"), Left: drawnWords(ctx, counts[p.V.ID]), Right: drawnWords(ctx, counts[p.Other.ID])}
	drawn.Differs = drawn.Left != drawn.Right
	p.Pairs = append(p.Pairs, drawn)
	slices.SortStableFunc(p.Pairs, func(a, b pair) int { return rank(a) - rank(b) })
	p.AtBoth, err = s.Vacancies.AtBoth(ctx, access.From(ctx), p.V.ID, p.Other.ID)
	return err
}

// drawnWords say how many people an order has had and has.
func drawnWords(ctx context.Context, c vacancy.Counts) string {
	return locale.T(ctx, "posting.compare.drawn", c.Introduced, c.Coming(), c.AtWork())
}

// both are the numbers of the two vacancies.
func both(r *http.Request) (id, other int64, err error) {
	if id, err = route.ID(r, "id"); err != nil {
		return 0, 0, err
	}
	other, err = route.ID(r, "other")
	return id, other, err
}

// pairs are the fields of which either says something: those that differ
// first, else in the order of the form.
func pairs(ctx context.Context, left, right vacancy.Vacancy) []pair {
	changed := vacancy.Changed(left.Details, right.Details)
	var list []pair
	for _, field := range order {
		p := pair{Label: fieldLabel(ctx, field), Differs: slices.Contains(changed, field),
			Left: say(ctx, left.Details, namesOf(ctx, left), field), Right: say(ctx, right.Details, namesOf(ctx, right), field)}
		if field != "why" && field != "employer_id" && p.Left+p.Right != "" {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b pair) int { return rank(a) - rank(b) })
	return list
}

func rank(p pair) int {
	if p.Differs {
		return 0
	}
	return 1
}

// differing counts the fields that stand apart.
func (p compared) differing() int {
	n := 0
	for _, one := range p.Pairs {
		if one.Differs {
			n++
		}
	}
	return n
}

// mayMerge reports whether V can be given up for Other.
func (p compared) mayMerge(ctx context.Context) bool {
	return p.Cause != "" && p.V.MayJoin(p.Other) && access.From(ctx).May(access.WriteVacancies)
}

// mayTurn reports whether Other can be given up for V instead.
func (p compared) mayTurn(ctx context.Context) bool {
	return p.Cause != "" && p.Other.MayJoin(p.V) && access.From(ctx).May(access.WriteVacancies)
}

// help says what merging does: of what was public more than of a draft.
func (p compared) help(ctx context.Context) string {
	if p.V.Revision > 0 {
		return locale.T(ctx, "posting.merge.help_public", p.Other.Code, p.V.Code)
	}
	return locale.T(ctx, "posting.merge.help", p.Other.Code, p.V.Code)
}

// takes reports whether Other may take something over from V.
func (p compared) takes(ctx context.Context) bool {
	return p.Other.Status == vacancy.Draft || published(p.Other) && access.From(ctx).May(access.PublishVacancies)
}

// counts are the ways to make one headcount of two.
func (p compared) counts(ctx context.Context) ui.Field {
	one, other := p.V.Headcount, p.Other.Headcount
	return ui.Field{Name: "headcount", Label: locale.T(ctx, "posting.merge.headcount"), Value: p.Words.Get("headcount"), Options: []ui.Option{
		{Value: vacancy.HeadcountStays, Label: locale.T(ctx, "posting.merge.stays", other)},
		{Value: vacancy.HeadcountSum, Label: locale.T(ctx, "posting.merge.sum", other+one, other, one)},
		{Value: vacancy.HeadcountOther, Label: locale.T(ctx, "posting.merge.other", one)},
	}, Problem: ui.ProblemOf(p.Problems, "headcount")}
}

// facts are whose facts stay.
func (p compared) facts(ctx context.Context) ui.Field {
	return ui.Field{Name: "facts", Label: locale.T(ctx, "posting.merge.facts"), Value: p.Words.Get("facts"), Options: []ui.Option{
		{Value: "", Label: locale.T(ctx, "posting.merge.facts_stay", p.Other.Code)},
		{Value: "1", Label: locale.T(ctx, "posting.merge.facts_take", p.V.Code)},
	}, Problem: ui.ProblemOf(p.Problems, "facts")}
}

func (p compared) reason(ctx context.Context, prefix, key string) ui.Field {
	f := ui.Field{Name: "why", Label: locale.T(ctx, key), Rows: 2, Prefix: prefix}
	if p.Words.Get("form") == prefix {
		f.Value, f.Problem = p.Words.Get("why"), ui.ProblemOf(p.Problems, "why")
	}
	return f
}

func (s *Screens) merge(w http.ResponseWriter, r *http.Request) error {
	return s.decide(w, r, func(ctx context.Context, id, other int64) error {
		return s.Vacancies.Merge(ctx, access.From(ctx), id, route.Version(r), vacancy.Merging{
			Into: other, Version: int(route.Number(r.PostFormValue("other_version"))), Facts: r.PostFormValue("facts") == "1",
			Headcount: r.PostFormValue("headcount"), Why: r.PostFormValue("why")})
	}, "merge", func(_, other int64) string { return address(other) })
}

func (s *Screens) keepBoth(w http.ResponseWriter, r *http.Request) error {
	return s.decide(w, r, func(ctx context.Context, id, other int64) error {
		return s.Vacancies.KeepBoth(ctx, access.From(ctx), id, other, r.PostFormValue("why"))
	}, "keep_both", func(id, _ int64) string { return address(id) })
}

// decide does one thing with two vacancies, or shows them again with what is
// in the way.
func (s *Screens) decide(w http.ResponseWriter, r *http.Request, do func(ctx context.Context, id, other int64) error, done string,
	next func(id, other int64) string) error {
	ctx := r.Context()
	id, other, err := both(r)
	if err != nil {
		return err
	}
	err = do(ctx, id, other)
	if problems, is := errs.ProblemsOf(err); is {
		return s.showCompared(w, r, http.StatusUnprocessableEntity, compared{Words: r.PostForm, Problems: problems})
	}
	if errors.Is(err, errs.Conflict) {
		return s.showCompared(w, r, http.StatusConflict, compared{Words: r.PostForm, Conflict: true})
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "vacancy.done."+done))
	return route.SeeOther(w, r, next(id, other))
}
