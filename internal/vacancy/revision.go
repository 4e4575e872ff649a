package vacancy

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Revision is a wording that was published.
type Revision struct {
	Revision int
	Facts    Details
	At       time.Time
	Person   string
	Why      string
}

// Revisions returns the published wordings of a vacancy, the newest first.
func (s *Store) Revisions(ctx context.Context, actor access.Actor, id int64) (revisions []Revision, err error) {
	defer errs.Wrap(&err, "vacancy.Revisions(%d)", id)
	args := reads(actor, access.ReadVacancies).args()
	args["id"] = id
	return postgres.All[Revision](ctx, s.DB, selectRevisions, args)
}

// Changed returns the names of the fields in which two wordings differ.
func Changed(before, after Details) []string {
	was, is := fieldsOf(before), fieldsOf(after)
	var names []string
	for _, name := range slices.Sorted(maps.Keys(is)) {
		if !bytes.Equal(was[name], is[name]) {
			names = append(names, name)
		}
	}
	return names
}

// fieldsOf writes each field as it is kept with a revision.
func fieldsOf(d Details) map[string]json.RawMessage {
	fields := map[string]json.RawMessage{}
	text, err := json.Marshal(d.Normal())
	if err == nil {
		err = json.Unmarshal(text, &fields)
	}
	if err != nil {
		panic(err) // plain fields always have a JSON form
	}
	return fields
}
