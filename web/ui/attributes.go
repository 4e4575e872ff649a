package ui

import (
	"context"

	"github.com/a-h/templ"

	"cauviec/internal/errs"
	"cauviec/web/locale"
)

// attributes are those of an input that not every input has.
func (f Field) attributes() templ.Attributes {
	a := templ.Attributes{}
	set := func(name, value string) {
		if value != "" {
			a[name] = value
		}
	}
	set("placeholder", f.Placeholder)
	set("autocomplete", f.Autocomplete)
	set("inputmode", f.InputMode)
	set("aria-describedby", f.described())
	if f.MaxLength > 0 {
		set("maxlength", numeral(f.MaxLength))
	}
	if len(f.List) > 0 {
		set("list", f.ID()+"-list")
	}
	if f.Problem != nil {
		set("aria-invalid", "true")
	}
	if f.Autofocus {
		a["autofocus"] = true
	}
	if f.ReadOnly {
		a["readonly"] = true
	}
	return a
}

// test is the data-test attribute of the field.
func (f Field) test() templ.Attributes { return dataTest(f.DataTest) }

// dataTest is a data-test attribute, or none.
func dataTest(name string) templ.Attributes {
	if name == "" {
		return nil
	}
	return templ.Attributes{"data-test": name}
}

// problemWords says a problem in the reader's language.
func problemWords(ctx context.Context, p errs.Problem) string {
	return locale.T(ctx, p.Key, p.Args...)
}

// labelsOf returns the labels of fields by name, and the names in order.
func labelsOf(fields []Field) (labels map[string]string, names []string) {
	labels = map[string]string{}
	for _, f := range fields {
		labels[f.Name] = f.Label
		names = append(names, f.Name)
	}
	return labels, names
}

// sendClass is the class of the button that sends an opened action.
func (k Kind) sendClass() string {
	if k == Danger {
		return "btn btn-error"
	}
	return "btn btn-primary"
}
