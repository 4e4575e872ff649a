package imports

import (
	"context"

	"cauviec/internal/intake"
	"cauviec/web/locale"
)

// header is what a column is called: short where the form's own label is long.
func header(ctx context.Context, field string) string {
	if key := "import.column." + field; locale.Has(key) {
		return locale.T(ctx, key)
	}
	return locale.T(ctx, "vacancy.field."+field)
}

// words are the words of the sheet in both languages, Vietnamese first, and
// the labels of the form.
func words() intake.Words {
	w := intake.Words{Headers: map[string][]string{}, Lists: map[string]map[string][]string{}}
	for _, lang := range []locale.Lang{locale.Vi, locale.En} {
		ctx := locale.With(context.Background(), lang)
		for _, field := range intake.Fields() {
			w.Headers[field] = append(w.Headers[field], header(ctx, field))
			if key := "vacancy.field." + field; locale.Has(key) {
				w.Headers[field] = append(w.Headers[field], locale.T(ctx, key))
			}
		}
		for _, list := range intake.Lists() {
			if w.Lists[list.Name] == nil {
				w.Lists[list.Name] = map[string][]string{}
			}
			for _, code := range list.Codes {
				w.Lists[list.Name][code] = append(w.Lists[list.Name][code], locale.T(ctx, list.Key(code)))
			}
		}
	}
	return w
}

// fieldName is what a field is called in a sentence.
func fieldName(ctx context.Context, field string) string {
	switch field {
	case "":
		return ""
	case "employer_id":
		return header(ctx, intake.Employer)
	}
	return header(ctx, field)
}
