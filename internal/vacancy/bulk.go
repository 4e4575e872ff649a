package vacancy

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
	"cauviec/internal/wage"
)

// Actions of changes that come from a sheet. Their reason names the import.
const (
	Import       Action = "import"
	ImportUpdate Action = "import_update"
	ImportUndo   Action = "import_undo"
)

// Drafted is a draft among many: its number (see Reserve) or, when it is
// there already, that of the vacancy and the version that was seen. Status is
// Draft or Submitted.
type Drafted struct {
	ID      int64
	Version int
	Details Details
	Status  Status
}

// Missing returns what CheckSubmit asks for, but for what the coach stops.
func (d Details) Missing(today clock.Day, minimum wage.Finding) errs.Problems {
	return d.check(today, minimum, nil, false)
}

// Law returns what the coach stops in the words of the details, and how many
// findings it has in all. The wage has a problem of its own, in Missing.
func (d Details) Law(today clock.Day) (stops errs.Problems, findings int) {
	found := d.Findings(today, wage.Finding{}, nil)
	stops = errs.Problems{}
	checkLaw(stops, found, false)
	return stops, len(found)
}

// Reserve draws n numbers of vacancies that nobody else gets.
func (s *Store) Reserve(ctx context.Context, _ access.Actor, n int) (ids []int64, err error) {
	defer errs.Wrap(&err, "vacancy.Reserve(%d)", n)
	return postgres.Values[int64](ctx, s.DB,
		`SELECT nextval(pg_get_serial_sequence('vacancies', 'id')) FROM generate_series(1, @n::int) LIMIT @n`, pgx.StrictNamedArgs{"n": n})
}

// CreateMany keeps n new drafts at once, each with an offer code and an entry
// in the journal. They are asked for one after the other, in order, while those
// before are written. The caller has judged them (CheckDraft, CheckSubmit) and
// knows that what they point at is there; the employers have to be in the
// actor's reach.
func (s *Store) CreateMany(ctx context.Context, actor access.Actor, n int, draft func(i int) (Drafted, error), why string) (err error) {
	defer errs.Wrap(&err, "vacancy.CreateMany(%d)", n)
	if n == 0 {
		return nil
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		codes, err := s.freeCodes(ctx, n)
		if err != nil {
			return err
		}
		made, err := s.copyDrafts(ctx, actor, draft, codes)
		if err != nil {
			return err
		}
		if err := s.inReach(ctx, actor, made); err != nil {
			return err
		}
		return s.recordMany(ctx, actor, made, Import, why)
	})
}

// inReach refuses employers that the actor does not write for.
func (s *Store) inReach(ctx context.Context, actor access.Actor, drafts []Drafted) error {
	if !actor.May(access.WriteVacancies) {
		return errs.Forbidden
	}
	employers := map[int64]bool{}
	for _, d := range drafts {
		employers[d.Details.EmployerID] = true
	}
	scope := actor.Scope(access.WriteVacancies)
	n, err := postgres.Value[int](ctx, s.DB, `SELECT count(*) FROM employers e WHERE e.id = ANY (@ids) AND (@all OR e.id = @own)`,
		pgx.StrictNamedArgs{"ids": slices.Collect(maps.Keys(employers)), "all": scope.All, "own": scope.Employer})
	if err == nil && n != len(employers) {
		err = errs.NotFound
	}
	return err
}

// freeCodes draws n different offer codes that no vacancy has.
func (s *Store) freeCodes(ctx context.Context, n int) ([]string, error) {
	free := map[string]bool{}
	for len(free) < n {
		drawn := make([]string, n-len(free))
		for i := range drawn {
			offer, err := NewCode(s.random())
			if err != nil {
				return nil, err
			}
			drawn[i], free[offer] = offer, true
		}
		taken, err := postgres.Values[string](ctx, s.DB, `SELECT code FROM vacancies WHERE code = ANY (@codes)`, pgx.StrictNamedArgs{"codes": drawn})
		if err != nil {
			return nil, err
		}
		for _, offer := range taken {
			delete(free, offer)
		}
	}
	return slices.Collect(maps.Keys(free)), nil
}

// copyDrafts writes all rows in one stream, and returns what was written: of
// the details, the employers only.
func (s *Store) copyDrafts(ctx context.Context, actor access.Actor, draft func(i int) (Drafted, error), codes []string) ([]Drafted, error) {
	now := s.Now.Now()
	facts := slices.Sorted(maps.Keys(argsOf(Details{})))
	columns := append(slices.Clone(facts), "id", "code", "status", "created_at", "created_by", "submitted_at", "submitted_by")
	made := make([]Drafted, 0, len(codes))
	_, err := s.DB.CopyFrom(ctx, "vacancies", columns, pgx.CopyFromSlice(len(codes), func(i int) ([]any, error) {
		d, err := draft(i)
		if err != nil {
			return nil, err
		}
		made = append(made, Drafted{ID: d.ID, Status: d.Status, Details: Details{EmployerID: d.Details.EmployerID}})
		args, row := argsOf(d.Details), make([]any, 0, len(columns))
		for _, name := range facts {
			row = append(row, orNull(name, args[name]))
		}
		at, by := d.submission(now, actor)
		return append(row, d.ID, codes[i], string(d.Status), now, author(actor), at, by), nil
	}))
	return made, err
}

// orNull leaves out what points at nothing.
func orNull(column string, value any) any {
	switch column {
	case "occupation_code", "zone_id", "area_id":
		if value == "" || value == int64(0) {
			return nil
		}
	}
	return value
}

func (d Drafted) submission(now time.Time, actor access.Actor) (at *time.Time, by *int64) {
	if d.Status != Submitted {
		return nil, nil
	}
	return &now, author(actor)
}

func author(actor access.Actor) *int64 {
	if actor.Account == 0 {
		return nil
	}
	return &actor.Account
}

// recordMany writes what happened to each, and that some were submitted.
func (s *Store) recordMany(ctx context.Context, actor access.Actor, drafts []Drafted, action Action, why string) error {
	changes := make([]journal.Change, 0, len(drafts))
	for _, d := range drafts {
		changes = append(changes, journal.Change{Thing: journal.Vacancy, ID: d.ID, Action: string(action), To: string(Draft), Why: why})
		if d.Status == Submitted {
			changes = append(changes, journal.Change{Thing: journal.Vacancy, ID: d.ID, Action: string(Submit), From: string(Draft), To: string(Submitted), Why: why})
		}
	}
	return journal.WriteMany(ctx, s.DB, actor, s.Now.Now(), changes)
}

// Matching returns the vacancies in the actor's reach that have one of the
// offer codes, or that a pair of employer and the employer's own number means
// (see RefKey): the pairs are employers[i] with refs[i]. Copies that ask to
// change a published one are left out. Those that are not over come first.
func (s *Store) Matching(ctx context.Context, actor access.Actor, codes []string, employers []int64, refs []string) (list []Vacancy, err error) {
	defer errs.Wrap(&err, "vacancy.Matching(%d)", len(codes)+len(refs))
	scope := actor.Scope(access.WriteVacancies)
	return postgres.All[Vacancy](ctx, s.DB, `SELECT `+columns+from+`
		WHERE (@all OR v.employer_id = @own) AND v.amends IS NULL AND (v.code = ANY (@codes) OR v.employer_ref <> ''
			AND (v.employer_id, upper(replace(v.employer_ref, ' ', ''))) IN (SELECT * FROM unnest(@employers::bigint[], @refs::text[])))
		ORDER BY v.status IN ('filled', 'withdrawn'), v.id DESC
		LIMIT 20000`,
		pgx.StrictNamedArgs{"all": scope.All, "own": scope.Employer, "codes": codes, "employers": employers, "refs": refs})
}

// RefKey is what two ways to write an employer's own number have in common.
func RefKey(ref string) string { return strings.ToUpper(strings.ReplaceAll(ref, " ", "")) }
