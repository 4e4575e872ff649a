package intake

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/fold"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// known marks rows without a number of their own that an earlier import has
// taken in word for word: a sheet sent twice makes nothing twice.
func (s *Store) known(ctx context.Context, verdicts []verdict) error {
	byFacts := map[int64]*verdict{}
	var facts []int64
	for i := range verdicts {
		v := &verdicts[i]
		if v.outcome == Create && v.code == "" && vacancy.RefKey(v.fresh.EmployerRef) == "" {
			byFacts[v.facts] = v
			facts = append(facts, v.facts)
		}
	}
	if len(facts) == 0 {
		return nil
	}
	list, err := postgres.All[struct {
		Facts     int64
		VacancyID int64
	}](ctx, s.DB, selectKnown, pgx.StrictNamedArgs{"facts": facts})
	for _, k := range list {
		v := byFacts[k.Facts]
		v.outcome, v.id = Same, k.VacancyID
	}
	return err
}

// longestTold is how many letters are kept of what a page tells of a row: more
// than a row that is taken can have.
const longestTold = 200

var keptColumns = []string{"import_id", "row_no", "outcome", "title", "employer_id", "employer", "ref", "vacancy_id", "version", "details", "was", "changed",
	"problems", "missing", "typed", "facts"}

// keepRows writes what becomes of rows in one stream.
func (s *Store) keepRows(ctx context.Context, j *job, verdicts []verdict) error {
	_, err := s.DB.CopyFrom(ctx, "import_rows", keptColumns, pgx.CopyFromSlice(len(verdicts), func(i int) ([]any, error) {
		return j.kept(verdicts[i])
	}))
	return err
}

// kept is a verdict as a row of the table, in the order of keptColumns. What a
// row has nothing of is NULL.
func (j *job) kept(v verdict) ([]any, error) {
	title, employer := v.fresh.Title, j.known.employers[v.fresh.EmployerID].Name
	if title == "" {
		title = fold.Brief(j.header.said(v.cells, "title"), longestQuote)
	}
	if employer == "" {
		employer = fold.Brief(j.header.said(v.cells, Employer), longestQuote)
	}
	var vacancyID *int64
	if v.id != 0 {
		vacancyID = &v.id
	}
	var version int
	var was, problems, missing []byte
	var changed, typed []string
	var err error
	switch v.outcome {
	case Refuse:
		problems, err = json.Marshal(v.problems)
		typed = j.padded(v.cells)
	case Update:
		was, err = json.Marshal(v.target.Details)
		version, changed = v.target.Version, v.changed
	case Same:
		v.json, v.missing = nil, nil
	}
	if err == nil && len(v.missing) > 0 {
		missing, err = json.Marshal(v.missing)
	}
	title, ref := fold.Brief(strings.TrimSpace(title), longestTold), fold.Brief(v.fresh.EmployerRef, longestTold)
	return []any{j.id, v.row, string(v.outcome), title, v.fresh.EmployerID, employer, ref, vacancyID, version, v.json, was, changed,
		problems, missing, typed, v.facts}, err
}

// padded are the cells of a row, one for each column of the header.
func (j *job) padded(cells []string) []string {
	typed := make([]string, len(j.header.words))
	for i := range typed {
		typed[i] = cell(cells, i)
	}
	for _, field := range []string{"starts_on", "closes_on"} {
		if at, ok := j.header.columns[field]; ok {
			typed[at] = shown(field, typed[at])
		}
	}
	return typed
}

func (h header) said(cells []string, field string) string {
	if at, ok := h.columns[field]; ok {
		return cell(cells, at)
	}
	return ""
}
