package candidates

import (
	"context"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// introducing is the form to introduce a person to a vacancy. It names nobody:
// it is also what a refused introduction shows.
type introducing struct {
	id       int64
	openings []candidate.Opening
	vacancy  string
	on       string
	agreed   string
	problems errs.Problems
	key      string
}

func (s *Screens) choose(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	return s.showChoice(w, r, http.StatusOK,
		introducing{id: id, vacancy: r.URL.Query().Get("tin"), on: s.Candidates.Now.Today().String()})
}

func (s *Screens) showChoice(w http.ResponseWriter, r *http.Request, status int, in introducing) (err error) {
	if in.openings, err = s.Candidates.Openings(r.Context()); err != nil {
		return err
	}
	return route.Page(w, r, status, introducePage(in))
}

func (s *Screens) introduce(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	in := introducing{id: id, vacancy: r.PostFormValue("vacancy"), on: r.PostFormValue("on"), agreed: r.PostFormValue("agreed"),
		problems: errs.Problems{}, key: r.PostFormValue(route.KeyField)}
	err = s.Candidates.Introduce(r.Context(), access.From(r.Context()), candidate.Introduction{
		CandidateID: id, VacancyID: route.Number(in.vacancy), On: readDay(in.problems, in.on), Agreed: candidate.Manner(in.agreed)})
	if in.problems, err = together(in.problems, err); err != nil {
		return err
	}
	if len(in.problems) > 0 {
		return s.showChoice(w, r, http.StatusUnprocessableEntity, in)
	}
	signin.Flash(r.Context(), locale.T(r.Context(), "candidate.introduce.done"))
	return route.SeeOther(w, r, address(id))
}

func (in introducing) fields(ctx context.Context) (vacancy, on, agreed ui.Field) {
	vacancy = field(ctx, in.problems, "vacancy", in.vacancy)
	vacancy.Help, vacancy.Options, vacancy.Blank = "", openingOptions(in.openings), locale.T(ctx, "candidate.choose")
	on = field(ctx, in.problems, "on", in.on)
	on.Width = ui.Short
	agreed = field(ctx, in.problems, "agreed", in.agreed)
	agreed.Optional = true
	agreed.Options = mannerOptions(ctx)
	return vacancy, on, agreed
}
