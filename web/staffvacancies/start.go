package staffvacancies

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// onePage is the value of "kieu" that asks for the whole form on one page.
const onePage = "mot-trang"

// start is what a new vacancy of an employer can begin with.
type start struct {
	Employer  string // its name; empty: not chosen yet
	Choose    ui.Field
	Last      *vacancy.Vacancy
	Templates []vacancy.Template
}

// blank is the first step of a new vacancy; ?doanh-nghiep= names the employer
// by number, name or tax code and fills in its zone and contact. The whole form
// on one page is ?kieu=mot-trang.
func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	offered, err := s.offered(ctx)
	if err != nil {
		return err
	}
	employer := offered.asked(r.URL.Query().Get("doanh-nghiep"))
	d, err := s.begun(ctx, employer)
	if err != nil {
		return err
	}
	page := paper{Form: formOf(ctx, d, offered), Choices: offered}
	if r.URL.Query().Get("kieu") == onePage {
		return s.showNew(w, r, http.StatusOK, page)
	}
	if page.Start, err = s.start(ctx, d.EmployerID, offered); err != nil {
		return err
	}
	return s.showStep(w, r, http.StatusOK, vacancy.Vacancy{Details: d}, 0, page)
}

// asked finds the employer that an address names; none is 0.
func (c choices) asked(words string) int64 {
	if c.Own != 0 {
		return c.Own
	}
	if id, err := strconv.ParseInt(words, 10, 64); err == nil && len(words) < 10 {
		return id
	}
	return c.employer(form{map[string][]string{"employer_id": {words}}}, errs.Problems{})
}

// start reads what the new vacancies of an employer can begin with.
func (s *Screens) start(ctx context.Context, employer int64, offered choices) (*start, error) {
	if employer == 0 {
		f := paper{Choices: offered}.employer(ctx)
		f.Name, f.Prefix, f.Help = "doanh-nghiep", "start-", ""
		return &start{Choose: f}, nil
	}
	st, actor := &start{Employer: offered.employerWords(employer)}, access.From(ctx)
	last, err := s.Vacancies.LastOf(ctx, actor, employer)
	if err == nil {
		st.Last = &last
	} else if !errors.Is(err, errs.NotFound) {
		return nil, err
	}
	st.Templates, err = s.Vacancies.Templates(ctx, actor, employer)
	if st.Last == nil && len(st.Templates) == 0 {
		return nil, err
	}
	return st, err
}

// fromTemplate makes a draft from a template and shows it whole.
func (s *Screens) fromTemplate(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "mau")
	if err != nil {
		return err
	}
	made, err := s.Vacancies.FromTemplate(ctx, access.From(ctx), id)
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "posting.done.from_template"))
	return route.SeeOther(w, r, stepAddress(made, reviewSlug))
}

// shelf is the page of templates.
type shelf struct {
	Templates []vacancy.Template
	Renamed   int64 // whose new name was refused
	Words     string
	Problems  errs.Problems
}

func (s *Screens) templates(w http.ResponseWriter, r *http.Request) error {
	return s.showTemplates(w, r, http.StatusOK, shelf{})
}

func (s *Screens) showTemplates(w http.ResponseWriter, r *http.Request, status int, p shelf) (err error) {
	p.Templates, err = s.Vacancies.Templates(r.Context(), access.From(r.Context()), 0)
	if err != nil {
		return err
	}
	return route.Page(w, r, status, templatesPage(p))
}

func (s *Screens) renameTemplate(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "mau")
	if err != nil {
		return err
	}
	err = s.Vacancies.RenameTemplate(ctx, access.From(ctx), id, r.PostFormValue("name"))
	if problems, is := errs.ProblemsOf(err); is {
		return s.showTemplates(w, r, http.StatusUnprocessableEntity, shelf{Renamed: id, Words: r.PostFormValue("name"), Problems: problems})
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "posting.done.rename"))
	return route.SeeOther(w, r, path+"/mau")
}

func (s *Screens) deleteTemplate(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "mau")
	if err != nil {
		return err
	}
	if err := s.Vacancies.DeleteTemplate(ctx, access.From(ctx), id); err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "posting.done.delete"))
	return route.SeeOther(w, r, path+"/mau")
}

// rename is the button that gives a template another name.
func (p shelf) rename(ctx context.Context, t vacancy.Template) ui.ActionForm {
	f := ui.Field{Name: "name", Label: label(ctx, "name"), Value: t.Name, Prefix: "template-" + number(t.ID) + "-"}
	if p.Renamed == t.ID {
		f.Value, f.Problem = p.Words, ui.ProblemOf(p.Problems, "name")
	}
	return ui.ActionForm{Href: templateAddress(t.ID, "ten"), Label: locale.T(ctx, "posting.template.rename"), Kind: ui.Quiet, Icon: "pencil",
		Fields: ui.Input(f), Open: p.Renamed == t.ID, DataTest: "rename"}
}

func (p shelf) remove(ctx context.Context, t vacancy.Template) ui.ActionForm {
	return ui.ActionForm{Href: templateAddress(t.ID, "xoa"), Label: locale.T(ctx, "posting.template.delete"), Kind: ui.Danger, Icon: "trash-2",
		Confirm: locale.T(ctx, "posting.template.confirm", t.Name), DataTest: "delete"}
}

func begin(ctx context.Context, t vacancy.Template) ui.ActionForm {
	return ui.ActionForm{Href: templateAddress(t.ID, "dung"), Label: locale.T(ctx, "posting.template.use"), Kind: ui.Secondary, Icon: "library",
		DataTest: "from-template"}
}

func templateAddress(id int64, what string) string { return path + "/mau/" + number(id) + "/" + what }
