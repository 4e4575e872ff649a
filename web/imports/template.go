package imports

import (
	"bytes"
	"context"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/intake"
	"cauviec/internal/sheet"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// preparedRows are those of the template whose cells are formatted and offer
// their lists. More can be filled in.
const preparedRows = 500

// template is the sheet to fill in, always in Vietnamese: it travels between
// people who write it.
func (s *Screens) template(w http.ResponseWriter, r *http.Request) error {
	ctx := locale.With(r.Context(), locale.Vi)
	choices, err := s.Vacancies.Choices(ctx)
	if err != nil {
		return err
	}
	own := !access.From(ctx).Scope(access.WriteVacancies).All
	var b bytes.Buffer
	if err := templateOf(ctx, choices, own).Write(&b); err != nil {
		return err
	}
	return route.Download(w, attachment.Content{Name: "mau-nhap-tin-tuyen-dung.xlsx", MediaType: sheet.MediaType, Bytes: b.Bytes()})
}

// formats are how the cells of a kind are kept.
var formats = map[intake.Kind]sheet.Format{intake.Digits: sheet.Digits, intake.Money: sheet.Amount, intake.Date: sheet.DayFormat}

func templateOf(ctx context.Context, choices vacancy.Choices, own bool) sheet.Template {
	t := sheet.Template{
		Sheet: locale.T(ctx, "import.sheet.rows"), Guide: locale.T(ctx, "import.sheet.guide"), Lists: locale.T(ctx, "import.sheet.lists"),
		Rows: preparedRows, Lines: [][]string{{locale.T(ctx, "import.guide.title")}},
	}
	for _, key := range []string{"fill", "example", "required", "update", "empty", "money", "day", "digits", "several", "result"} {
		t.Lines = append(t.Lines, []string{locale.T(ctx, "import.guide."+key+".head"), locale.T(ctx, "import.guide."+key)})
	}
	t.Lines = append(t.Lines, nil, []string{locale.T(ctx, "import.guide.column"), locale.T(ctx, "import.guide.note"), locale.T(ctx, "import.guide.sample")})
	for _, c := range intake.Columns(own) {
		column := sheet.TemplateColumn{
			Title: header(ctx, c.Field), Note: note(ctx, c), Example: example(ctx, c.Field), Format: formats[c.Kind], Choices: offers(ctx, c, choices),
			Required: c.Required, Wide: c.Field == intake.Note || c.Field == "description" || c.Field == "batches" || c.Field == "allowances" || c.Field == "benefits",
		}
		t.Columns = append(t.Columns, column)
		t.Lines = append(t.Lines, []string{column.Title, column.Note, column.Example.(string)})
	}
	return t
}

// note says what belongs into a column.
func note(ctx context.Context, c intake.Column) string {
	words := ""
	for _, key := range []string{"import.note." + c.Field, "vacancy.field." + c.Field + ".help"} {
		if locale.Has(key) {
			words = locale.T(ctx, key)
			break
		}
	}
	if c.Required {
		return locale.T(ctx, "import.note.required") + " " + words
	}
	return words
}

func example(ctx context.Context, field string) string {
	if key := "import.example." + field; locale.Has(key) {
		return locale.T(ctx, key)
	}
	return ""
}

// offers are the words of a column's drop-down.
func offers(ctx context.Context, c intake.Column, choices vacancy.Choices) []string {
	var list []string
	switch c.Kind {
	case intake.Choice, intake.Several:
		for _, code := range c.List.Codes {
			list = append(list, locale.T(ctx, c.List.Key(code)))
		}
	case intake.YesNo:
		list = []string{locale.T(ctx, "import.yes"), locale.T(ctx, "import.no")}
	case intake.Place:
		list = namesOf(choices.Zones)
	case intake.District:
		list = namesOf(choices.Districts)
	case intake.Occupation:
		for _, o := range choices.Occupations {
			list = append(list, o.Code+" "+o.NameVi)
		}
	}
	return list
}

func namesOf(places []vacancy.Place) []string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name
	}
	return names
}
