package candidate

import (
	"context"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/errs"
)

// Use is what a list of people is taken out for. It is a choice and not
// somebody's own words, which could name a person, and is kept with the view
// of each person on the list.
type Use string

// The uses of a list with names. Reports are not among them: they count.
const (
	ToCall           Use = "call"      // to ring people up and make appointments
	ForIntroductions Use = "introduce" // to prepare introductions
	ForDrive         Use = "drive"     // to prepare or record a drive
	ToCheck          Use = "check"     // to compare with papers
)

// Uses lists them in the order of the screens.
func Uses() []Use { return []Use{ToCall, ForIntroductions, ForDrive, ToCheck} }

// Page is the page under which views for this use are kept.
func (u Use) Page() string { return "sheet_" + string(u) }

// Sheet returns up to limit people of the list from the filter's Before on,
// for a spreadsheet, and the id that it goes on from, 0 at the end. It keeps
// that the actor took the data of each of them out, and what for. A use that
// there is not is a problem of "use".
func (s *Store) Sheet(ctx context.Context, actor access.Actor, f Filter, use Use, limit int) (rows []Row, next int64, err error) {
	defer errs.Wrap(&err, "candidate.Sheet")
	if !slices.Contains(Uses(), use) {
		return nil, 0, errs.One("use", "problem.choice")
	}
	page := Page{}
	if page.Rows, err = s.rows(ctx, scoped(actor.Scope(access.ReadCandidates), f.args()), f.Before, limit+1); err != nil {
		return nil, 0, err
	}
	page.cut(limit)
	return page.Rows, page.Next, s.saw(ctx, actor, use.Page(), page.ids()...)
}
