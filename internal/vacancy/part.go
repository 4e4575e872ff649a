package vacancy

import (
	"encoding/json"
	"maps"
	"slices"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/wage"
)

// With returns the details with the named fields as typed has them.
func (d Details) With(typed Details, names ...string) Details {
	fields, from := fieldsOf(d), fieldsOf(typed)
	for _, name := range names {
		fields[name] = from[name]
	}
	text, err := json.Marshal(fields)
	if err == nil {
		d = Details{}
		err = json.Unmarshal(text, &d)
	}
	if err != nil {
		panic(err) // plain fields always have a JSON form
	}
	return d
}

// CheckPart judges the named fields alone as CheckSubmit does: what is asked
// later may still be empty.
func (d Details) CheckPart(today clock.Day, minimum wage.Finding, names ...string) errs.Problems {
	p := d.CheckSubmit(today, minimum)
	maps.DeleteFunc(p, func(name string, _ errs.Problem) bool { return !slices.Contains(names, name) })
	return p
}
