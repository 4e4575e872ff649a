package accounts

import (
	"context"
	"net/http"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// bodyForm is the form of a new body as typed.
type bodyForm struct {
	Slug        string
	Kind        string
	Province    string
	Names       body.Names
	Parent      string
	Counterpart string
	ValidFrom   string
	Key         string
}

func readBody(r *http.Request) bodyForm {
	return bodyForm{
		Slug: r.PostFormValue("slug"), Kind: r.PostFormValue("kind"), Province: r.PostFormValue("province_code"),
		Names: namesOf(r), Parent: strings.TrimSpace(r.PostFormValue("parent")),
		Counterpart: strings.TrimSpace(r.PostFormValue("counterpart")), ValidFrom: r.PostFormValue("valid_from"),
		Key: r.PostFormValue("_key"),
	}
}

func namesOf(r *http.Request) body.Names {
	return body.Names{
		NameVi: r.PostFormValue("name_vi"), ShortVi: r.PostFormValue("short_vi"),
		NameEn: r.PostFormValue("name_en"), ShortEn: r.PostFormValue("short_en"),
	}
}

// details reads the words as values.
func (f bodyForm) details() (body.New, error) {
	from, err := clock.ParseDay(f.ValidFrom)
	if err != nil {
		return body.New{}, errs.One("valid_from", "problem.date")
	}
	return body.New{
		Slug: strings.TrimSpace(f.Slug), Kind: access.Kind(f.Kind), ProvinceCode: f.Province, Names: f.Names,
		Parent: f.Parent, Counterpart: f.Counterpart, ValidFrom: from,
	}, nil
}

func (f bodyForm) kindField(ctx context.Context, problems errs.Problems) ui.Field {
	field := ui.Field{Name: "kind", Label: locale.T(ctx, "body.field.kind"), Value: f.Kind, Problem: ui.ProblemOf(problems, "kind")}
	for _, kind := range body.Kinds() {
		field.Options = append(field.Options, ui.Option{Value: string(kind), Label: locale.T(ctx, "body.kind."+string(kind))})
	}
	return field
}

// sideField asks for the province; there are the partnership's two.
func (f bodyForm) sideField(ctx context.Context, p body.Partnership, problems errs.Problems) ui.Field {
	return ui.Field{Name: "province_code", Label: locale.T(ctx, "body.field.province_code"), Value: f.Province,
		Problem: ui.ProblemOf(problems, "province_code"), Options: []ui.Option{
			{Value: p.SourceProvinceCode, Label: locale.T(ctx, "body.side.source")},
			{Value: p.DestinationProvinceCode, Label: locale.T(ctx, "body.side.destination")},
		}}
}

// lines are the questions of the new body answered in one line.
func (f bodyForm) lines(ctx context.Context, problems errs.Problems) []ui.Field {
	fields := append(nameFields(ctx, f.Names),
		ui.Field{Name: "slug", Label: locale.T(ctx, "body.field.slug"), Help: locale.T(ctx, "body.field.slug.help"), Value: f.Slug, MaxLength: 60},
		ui.Field{Name: "parent", Label: locale.T(ctx, "body.field.parent"), Help: locale.T(ctx, "body.field.parent.help"), Value: f.Parent, Optional: true},
		ui.Field{Name: "counterpart", Label: locale.T(ctx, "body.field.counterpart"), Help: locale.T(ctx, "body.field.counterpart.help"),
			Value: f.Counterpart, Optional: true},
		ui.Field{Name: "valid_from", Label: locale.T(ctx, "body.field.valid_from"), Value: f.ValidFrom, Width: ui.Short, Placeholder: "01/07/2025"},
	)
	return withProblems(fields, problems)
}

func nameFields(ctx context.Context, n body.Names) []ui.Field {
	return []ui.Field{
		{Name: "name_vi", Label: locale.T(ctx, "body.field.name_vi"), Value: n.NameVi, MaxLength: 200},
		{Name: "short_vi", Label: locale.T(ctx, "body.field.short_vi"), Value: n.ShortVi, MaxLength: 200},
		{Name: "name_en", Label: locale.T(ctx, "body.field.name_en"), Value: n.NameEn, MaxLength: 200},
		{Name: "short_en", Label: locale.T(ctx, "body.field.short_en"), Value: n.ShortEn, MaxLength: 200},
	}
}

func withProblems(fields []ui.Field, problems errs.Problems) []ui.Field {
	for i := range fields {
		fields[i].Problem = ui.ProblemOf(problems, fields[i].Name)
	}
	return fields
}

// nameForm is the form of a body's names as typed.
type nameForm struct {
	Names body.Names
	Why   string
	Key   string
}

func readNames(r *http.Request) nameForm {
	return nameForm{Names: namesOf(r), Why: r.PostFormValue("why"), Key: r.PostFormValue("_key")}
}

func (f nameForm) fields(ctx context.Context, problems errs.Problems) []ui.Field {
	why := ui.Field{Name: "why", Prefix: "rename-", Label: locale.T(ctx, "body.field.why"), Value: f.Why, Optional: true}
	return withProblems(append(nameFields(ctx, f.Names), why), problems)
}

// closeForm is the form of a body's end as typed.
type closeForm struct {
	On            string
	SuccessorName string
	SuccessorSlug string
	Why           string
	Key           string
	Sent          bool
}

func readClose(r *http.Request) closeForm {
	return closeForm{
		On: r.PostFormValue("valid_to"), SuccessorName: r.PostFormValue("successor_name"),
		SuccessorSlug: r.PostFormValue("successor_slug"), Why: r.PostFormValue("why"), Key: r.PostFormValue("_key"), Sent: true,
	}
}

// end reads the words as values.
func (f closeForm) end() (body.End, error) {
	on, err := clock.ParseDay(f.On)
	if err != nil {
		return body.End{}, errs.One("valid_to", "problem.date")
	}
	return body.End{On: on, SuccessorName: f.SuccessorName, SuccessorSlug: f.SuccessorSlug, Why: f.Why}, nil
}

func (f closeForm) fields(ctx context.Context, problems errs.Problems) []ui.Field {
	return withProblems([]ui.Field{
		{Name: "valid_to", Label: locale.T(ctx, "body.field.valid_to"), Value: f.On, Width: ui.Short, Placeholder: "01/07/2025"},
		{Name: "successor_name", Label: locale.T(ctx, "body.field.successor_name"), Value: f.SuccessorName, Optional: true, MaxLength: 200},
		{Name: "successor_slug", Label: locale.T(ctx, "body.field.successor_slug"), Help: locale.T(ctx, "body.field.successor_slug.help"),
			Value: f.SuccessorSlug, Optional: true, MaxLength: 60},
		{Name: "why", Label: locale.T(ctx, "body.field.why"), Value: f.Why},
	}, problems)
}

// renameProblems and closeProblems are the page's problems, each for the form
// that was sent.
func (v bodyView) renameProblems() errs.Problems {
	if v.Close.Sent {
		return nil
	}
	return v.Problems
}

func (v bodyView) closeProblems() errs.Problems {
	if v.Close.Sent {
		return v.Problems
	}
	return nil
}
