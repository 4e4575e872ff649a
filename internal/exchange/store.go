package exchange

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Store keeps what was handed over.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Export is a file that was made: what changed after Since, up to At.
type Export struct {
	ID      int64
	At      time.Time
	Since   time.Time
	Mapping string
	Records int
	Sha256  string
	Person  string // empty: made from the command line
}

const selectExports = `
	SELECT x.id, x.at, x.since, x.mapping, x.records, x.sha256, COALESCE(a.full_name, '') AS person
	FROM exchange_exports x LEFT JOIN accounts a ON a.id = x.account_id`

// batch is how many vacancies are read and kept at once.
const batch = 500

// Make makes a file of what changed after an instant, and keeps it. The zero
// Since is the last file's end, and the beginning for the first file.
func (s *Store) Make(ctx context.Context, actor access.Actor, since time.Time) (x Export, err error) {
	defer errs.Wrap(&err, "exchange.Make")
	if !actor.May(access.PublishVacancies) {
		return Export{}, errs.Forbidden
	}
	at := s.Now.Now()
	if since.After(at) {
		return Export{}, errs.One("since", "exchange.problem.future")
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if since.IsZero() {
			if since, err = s.lastEnd(ctx); err != nil {
				return err
			}
		}
		id, err := postgres.Value[int64](ctx, s.DB, `
			INSERT INTO exchange_exports (at, since, mapping, records, sha256, account_id, body_id)
			VALUES (@at, @since, @mapping, 0, '', NULLIF(@account::bigint, 0), NULLIF(@body::bigint, 0)) RETURNING id`,
			pgx.StrictNamedArgs{"at": at, "since": since, "mapping": Mapping, "account": actor.Account, "body": actor.Body})
		if err != nil {
			return err
		}
		f := &file{db: s.DB, id: id, sum: sha256.New()}
		if err := s.fill(ctx, f, since, at); err != nil {
			return err
		}
		x, err = s.close(ctx, f)
		return err
	})
	return x, err
}

// beginning is before everything.
var beginning = clock.MustDay("2000-01-01").Start()

func (s *Store) lastEnd(ctx context.Context) (time.Time, error) {
	last, err := postgres.Value[time.Time](ctx, s.DB, `SELECT at FROM exchange_exports ORDER BY id DESC LIMIT 1`)
	if errors.Is(err, errs.NotFound) {
		return beginning, nil
	}
	return last, err
}

// fill writes the heading and the records, some hundred at a time.
func (s *Store) fill(ctx context.Context, f *file, since, at time.Time) error {
	if err := f.add(headingOf(f.id, since, at)); err != nil {
		return err
	}
	args := pgx.StrictNamedArgs{"since": since, "at": at, "since_day": clock.DayOf(since), "today": clock.DayOf(at), "after": int64(0), "limit": batch}
	for {
		rows, err := postgres.All[row](ctx, s.DB, selectRows, args)
		if err != nil {
			return err
		}
		for _, v := range rows {
			if err := f.add(recordOf(v, at)); err != nil {
				return err
			}
		}
		if err := f.keep(ctx); err != nil || len(rows) < batch {
			return err
		}
		args["after"] = rows[len(rows)-1].ID
	}
}

func (s *Store) close(ctx context.Context, f *file) (Export, error) {
	if _, err := s.DB.Exec(ctx, `UPDATE exchange_exports SET records = @records, sha256 = @sum WHERE id = @id`,
		pgx.StrictNamedArgs{"id": f.id, "records": f.lines - 1, "sum": hex.EncodeToString(f.sum.Sum(nil))}); err != nil {
		return Export{}, err
	}
	return s.one(ctx, f.id)
}

func (s *Store) one(ctx context.Context, id int64) (Export, error) {
	return postgres.One[Export](ctx, s.DB, selectExports+` WHERE x.id = @id`, pgx.StrictNamedArgs{"id": id})
}

// file is a file while it is made.
type file struct {
	db      *postgres.DB
	id      int64
	sum     hash.Hash
	lines   int // kept or waiting
	waiting [][]any
}

func (f *file) add(content any) error {
	text, err := json.Marshal(content)
	if err != nil {
		return err
	}
	f.sum.Write(append(text, '\n'))
	f.waiting = append(f.waiting, []any{f.id, f.lines, string(text)})
	f.lines++
	return nil
}

func (f *file) keep(ctx context.Context) error {
	_, err := f.db.CopyFrom(ctx, "exchange_lines", []string{"export_id", "line", "content"}, pgx.CopyFromRows(f.waiting))
	f.waiting = f.waiting[:0]
	return err
}

// List returns the files made last, the newest first.
func (s *Store) List(ctx context.Context, scope access.Scope) (list []Export, err error) {
	defer errs.Wrap(&err, "exchange.List")
	return postgres.All[Export](ctx, s.DB, selectExports+` WHERE @all ORDER BY x.id DESC LIMIT 50`, pgx.StrictNamedArgs{"all": scope.All})
}

// Get returns a file that was made.
func (s *Store) Get(ctx context.Context, scope access.Scope, id int64) (x Export, err error) {
	defer errs.Wrap(&err, "exchange.Get(%d)", id)
	if !scope.All {
		return Export{}, errs.NotFound
	}
	return s.one(ctx, id)
}

// Write writes a file again, exactly as it was made, line by line.
func (s *Store) Write(ctx context.Context, scope access.Scope, id int64, to io.Writer) (err error) {
	defer errs.Wrap(&err, "exchange.Write(%d)", id)
	rows, err := s.DB.Query(ctx, `SELECT content FROM exchange_lines WHERE export_id = @id AND @all ORDER BY line`,
		pgx.StrictNamedArgs{"id": id, "all": scope.All})
	if err != nil {
		return err
	}
	var line string
	_, err = pgx.ForEachRow(rows, []any{&line}, func() error {
		_, err := io.WriteString(to, line+"\n")
		return err
	})
	return err
}
