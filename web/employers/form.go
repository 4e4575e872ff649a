package employers

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"cauviec/internal/access"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// sheet is a form on its page; Words are as typed, by the names of the fields.
type sheet struct {
	Words    url.Values
	Problems errs.Problems
	Zones    []vacancy.Place
	Action   string
	Back     string
	Version  int // 0: a new employer
	Title    string
	Conflict bool // somebody else was quicker
	Differs  []ui.Difference
}

// order is the fields in the order of the page.
var order = []string{
	"name", "tax_code", "type", "industry_code", "products", "size_band", "zone_id", "address", "contact_name", "contact_phone",
	"dormitory", "dormitory_note", "canteen", "canteen_note", "bus", "bus_note", "nursery", "nursery_note", "living",
}

func wordsOf(d employer.Details) url.Values {
	words := url.Values{
		"name": {d.Name}, "tax_code": {d.TaxCode}, "type": {d.Type}, "industry_code": {d.IndustryCode},
		"products": {d.Products}, "size_band": {d.SizeBand}, "zone_id": {number(d.ZoneID)}, "address": {d.Address},
		"contact_name": {d.ContactName}, "contact_phone": {locale.Phone(d.ContactPhone)}, "living": {d.Living},
	}
	for _, kind := range employer.Kinds() {
		has, note := d.Of(kind)
		words.Set(string(kind), string(*has))
		words.Set(noteOf(kind), *note)
	}
	return words
}

// noteOf is the field of the words beside an amenity.
func noteOf(kind employer.Kind) string { return string(kind) + "_note" }

func detailsOf(words url.Values) employer.Details {
	d := employer.Details{
		Name: words.Get("name"), TaxCode: words.Get("tax_code"), Type: words.Get("type"),
		IndustryCode: words.Get("industry_code"), Products: words.Get("products"), SizeBand: words.Get("size_band"),
		ZoneID: route.Number(words.Get("zone_id")), Address: words.Get("address"), ContactName: words.Get("contact_name"),
		ContactPhone: words.Get("contact_phone"), Living: words.Get("living"),
	}
	for _, kind := range employer.Kinds() {
		has, note := d.Of(kind)
		*has, *note = employer.Has(words.Get(string(kind))), words.Get(noteOf(kind))
	}
	return d
}

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	if !employer.MayKeep(access.From(r.Context())) {
		return errs.Forbidden
	}
	return s.showNew(w, r, http.StatusOK, sheet{Words: url.Values{}})
}

func (s *Screens) showNew(w http.ResponseWriter, r *http.Request, status int, page sheet) error {
	page.Title, page.Action, page.Back = locale.T(r.Context(), "employer.new.title"), path, path
	return s.showForm(w, r, status, page)
}

func (s *Screens) showEdit(w http.ResponseWriter, r *http.Request, status int, e employer.Employer, page sheet) error {
	page.Title = locale.T(r.Context(), "employer.edit.title", e.Name)
	page.Action, page.Back, page.Version = address(e.ID)+"/sua", address(e.ID), e.Version
	return s.showForm(w, r, status, page)
}

func (s *Screens) showForm(w http.ResponseWriter, r *http.Request, status int, page sheet) (err error) {
	if page.Zones, err = s.Vacancies.Zones(r.Context()); err != nil {
		return err
	}
	return route.Page(w, r, status, formPage(page))
}

func (s *Screens) create(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := s.Employers.Create(ctx, access.From(ctx), detailsOf(r.PostForm))
	if problems, refused := errs.ProblemsOf(err); refused {
		return s.showNew(w, r, http.StatusUnprocessableEntity, sheet{Words: r.PostForm, Problems: problems})
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "employer.done.create"))
	return route.SeeOther(w, r, address(id))
}

// employer reads the employer of the address in the actor's reach.
func (s *Screens) employer(r *http.Request) (employer.Employer, error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return employer.Employer{}, err
	}
	return s.Employers.Get(r.Context(), access.From(r.Context()).Scope(access.ReadEmployers), id)
}

func (s *Screens) edit(w http.ResponseWriter, r *http.Request) error {
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	if !employer.MayKeep(access.From(r.Context())) {
		return errs.Forbidden
	}
	return s.showEdit(w, r, http.StatusOK, e, sheet{Words: wordsOf(e.Details)})
}

func (s *Screens) update(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	seen := route.Version(r)
	err = s.Vacancies.UpdateEmployer(ctx, access.From(ctx), e.ID, seen, detailsOf(r.PostForm))
	if problems, refused := errs.ProblemsOf(err); refused {
		e.Version = seen
		return s.showEdit(w, r, http.StatusUnprocessableEntity, e, sheet{Words: r.PostForm, Problems: problems})
	}
	if errors.Is(err, errs.Conflict) && e.Version != seen {
		page := sheet{Words: r.PostForm, Conflict: true, Differs: differences(ctx, e, detailsOf(r.PostForm))}
		return s.showEdit(w, r, http.StatusConflict, e, page)
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "form.saved"))
	return route.SeeOther(w, r, address(e.ID))
}

// differences are the fields in which the newest version and what was typed
// stand apart.
func differences(ctx context.Context, newest employer.Employer, typed employer.Details) []ui.Difference {
	before, after := wordsOf(newest.Details), wordsOf(typed.Normal())
	var list []ui.Difference
	for _, field := range order {
		if before.Get(field) != after.Get(field) {
			list = append(list, ui.Difference{Field: field, Label: label(ctx, field),
				Newest: say(ctx, field, before.Get(field)), Typed: say(ctx, field, after.Get(field))})
		}
	}
	return list
}

// say writes a field's words for the reader; a zone is named by the field itself.
func say(ctx context.Context, field, words string) string {
	switch field {
	case "type":
		return coded(ctx, "type", words)
	case "size_band":
		return coded(ctx, "size", words)
	case "industry_code":
		return coded(ctx, "industry", words)
	case "zone_id":
		return ""
	case "dormitory", "canteen", "bus", "nursery":
		return coded(ctx, "has", words)
	}
	return words
}

// field is a question with what was typed and what is wrong with it.
func (s sheet) field(ctx context.Context, name string) ui.Field {
	f := ui.Field{
		Name: name, Label: label(ctx, name), Value: s.Words.Get(name), Problem: ui.ProblemOf(s.Problems, name),
		Optional: name != "name" && name != "tax_code" && name != "type" && name != "address",
	}
	if key := "employer.field." + name + ".help"; locale.Has(key) {
		f.Help = locale.T(ctx, key)
	}
	return f
}

func (s sheet) medium(ctx context.Context, name, mode string) ui.Field {
	f := s.field(ctx, name)
	f.Width, f.InputMode = ui.Medium, mode
	return f
}

// listed is a question answered from a list of codes.
func (s sheet) listed(ctx context.Context, name, list string, codes []string) ui.Field {
	f := s.field(ctx, name)
	f.Blank = locale.T(ctx, "employer.form.choose")
	for _, code := range codes {
		f.Options = append(f.Options, ui.Option{Value: code, Label: coded(ctx, list, code)})
	}
	return f
}

// amenity asks whether there is one of a kind.
func (s sheet) amenity(ctx context.Context, kind employer.Kind) ui.Field {
	f := s.field(ctx, string(kind))
	f.Blank, f.Optional, f.Width = locale.T(ctx, "employer.has.unknown"), false, ui.Medium
	for _, answer := range employer.Answers() {
		f.Options = append(f.Options, ui.Option{Value: string(answer), Label: coded(ctx, "has", string(answer))})
	}
	return f
}

func (s sheet) zone(ctx context.Context) ui.Field {
	f := s.field(ctx, "zone_id")
	f.Blank = locale.T(ctx, "employer.form.no_zone")
	return zoneField(f, s.Zones)
}

// labels are the names of the fields, for the summary of problems.
func (s sheet) labels(ctx context.Context) []ui.Field {
	fields := make([]ui.Field, len(order))
	for i, name := range order {
		fields[i] = ui.Field{Name: name, Label: label(ctx, name)}
	}
	return fields
}

func label(ctx context.Context, name string) string { return locale.T(ctx, "employer.field."+name) }
