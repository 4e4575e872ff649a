package intake

import (
	"context"
	"errors"
	"runtime"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/sheet"
	"cauviec/internal/vacancy"
)

// job is a sheet while it is read.
type job struct {
	store    *Store
	id       int64
	actor    access.Actor // on whose behalf
	today    clock.Day
	header   header
	known    *directory
	minimums *minimums
	twins    *twins
	counts   counts
}

// counts are what the rows come to.
type counts struct{ rows, created, updated, same, refused, incomplete int }

// chunkRows is how many rows are judged and kept at once.
const chunkRows = 1000

// read reads a whole sheet and keeps what becomes of each row. A sheet that
// cannot be read is a problem of sheet.File.
func (s *Store) read(ctx context.Context, c claimed) (j *job, err error) {
	source, err := sheet.Open(c.Content)
	if err != nil {
		return nil, err
	}
	j = &job{store: s, id: c.ID, actor: c.actor(), today: s.Now.Today(), twins: newTwins()}
	if j.header, err = s.Words.titles().find(source, s.Words, c.EmployerID != 0); err != nil {
		return nil, err
	}
	if j.known, err = s.directory(ctx, c.EmployerID); err != nil {
		return nil, err
	}
	if j.minimums, err = s.minimums(ctx, j.today); err != nil {
		return nil, err
	}
	size, err := source.Size(j.header.sheet)
	if err != nil {
		return nil, err
	}
	return j, j.all(ctx, source, min(size.Rows, MostRows))
}

// all takes chunks from the sheet while the one before is judged, and the one
// before that is kept.
func (j *job) all(ctx context.Context, source *sheet.Source, total int) error {
	ctx, stop := context.WithCancel(ctx)
	chunks := make(chan []*reading, 1)
	var failed error
	defer func() { // nothing goes on reading when this returns
		stop()
		for range chunks {
		}
	}()
	go func() {
		defer close(chunks)
		failed = guarded(func() error { return j.chunks(ctx, source, chunks) })
	}()
	var judged []verdict
	for readings := range chunks {
		next, err := j.judge(ctx, readings, judged)
		if err != nil {
			return err
		}
		judged = next
		if err := j.store.tell(ctx, j.id, j.counts.rows, max(total, j.counts.rows)); err != nil {
			return err
		}
	}
	if failed == nil && j.counts.rows == 0 {
		failed = refusal("no_rows")
	}
	return errors.Join(failed, j.store.keepRows(ctx, j, judged))
}

// chunks streams the rows under the header, their cells read, but for the
// example of the template.
func (j *job) chunks(ctx context.Context, source *sheet.Source, to chan<- []*reading) error {
	var rows []*reading
	n := 0
	for row, err := range source.Rows(j.header.sheet) {
		runtime.Gosched() // who waits for a page goes first
		switch {
		case err != nil:
			return err
		case row.Number <= j.header.row || j.example(row) || blank(row):
			continue
		case n == MostRows:
			return refusal("rows", MostRows)
		}
		n++
		if rows = append(rows, readRow(&j.header, j.known, row)); len(rows) == chunkRows {
			if !hand(ctx, to, rows) {
				return ctx.Err()
			}
			rows = nil
		}
	}
	if len(rows) > 0 && !hand(ctx, to, rows) {
		return ctx.Err()
	}
	return nil
}

func hand(ctx context.Context, to chan<- []*reading, rows []*reading) bool {
	select {
	case to <- rows:
		return true
	case <-ctx.Done():
		return false
	}
}

// example reports whether a row is the one that the template shows.
func (j *job) example(r sheet.Row) bool {
	at, ok := j.header.columns[Note]
	return ok && strings.HasPrefix(fold.Fold(cell(r.Cells, at)), "vi du")
}

func blank(r sheet.Row) bool {
	for _, c := range r.Cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// judge says what becomes of the rows of a chunk, while the verdicts on the
// one before are kept.
func (j *job) judge(ctx context.Context, readings []*reading, before []verdict) ([]verdict, error) {
	found, err := j.matches(ctx, readings)
	if err != nil {
		return nil, err
	}
	kept := make(chan error, 1)
	verdicts := make([]verdict, len(readings))
	err = together(len(readings), func(i int) { verdicts[i] = readings[i].judge(found) })
	if err == nil {
		err = j.lowest(ctx, verdicts)
	}
	go func() { kept <- j.store.keepRows(ctx, j, before) }()
	if err == nil {
		err = j.ask(verdicts)
	}
	if err := errors.Join(err, <-kept); err != nil {
		return nil, err
	}
	for i := range verdicts {
		j.twins.meet(&verdicts[i], &j.header)
	}
	if err := j.store.known(ctx, verdicts); err != nil {
		return nil, err
	}
	j.count(verdicts)
	return verdicts, j.number(ctx, verdicts)
}

// lowest finds the wage that each row which is taken has to keep.
func (j *job) lowest(ctx context.Context, verdicts []verdict) (err error) {
	for i := range verdicts {
		if v := &verdicts[i]; v.outcome != Refuse {
			if v.lowest, err = j.minimums.at(ctx, v.fresh, j.today); err != nil {
				return err
			}
		}
	}
	return nil
}

// ask asks what the form still misses in each row that is taken. The law's
// coach reads them later: see review.
func (j *job) ask(verdicts []verdict) error {
	return together(len(verdicts), func(i int) {
		if v := &verdicts[i]; v.outcome != Refuse {
			v.missing = j.header.listed(v.fresh.Missing(j.today, v.lowest), v.cells)
		}
	})
}

// matches finds the vacancies that the rows mean, in one query.
func (j *job) matches(ctx context.Context, readings []*reading) (*matches, error) {
	var codes, refs []string
	var employers []int64
	for _, in := range readings {
		if in.code != "" {
			codes = append(codes, in.code)
		} else if ref := vacancy.RefKey(in.words("employer_ref")); ref != "" && in.employer != 0 {
			employers, refs = append(employers, in.employer), append(refs, ref)
		}
	}
	found := &matches{byCode: map[string]*vacancy.Vacancy{}, byRef: map[order]*vacancy.Vacancy{}}
	if len(codes)+len(refs) == 0 {
		return found, nil
	}
	list, err := j.store.vacancies().Matching(ctx, j.actor, codes, employers, refs)
	for i := range list {
		v := &list[i]
		found.byCode[v.Code] = v
		key := order{v.EmployerID, vacancy.RefKey(v.EmployerRef)}
		if found.byRef[key] == nil {
			found.byRef[key] = v
		}
	}
	return found, err
}

// number reserves numbers for what will be new.
func (j *job) number(ctx context.Context, verdicts []verdict) error {
	var fresh []*verdict
	for i := range verdicts {
		if verdicts[i].outcome == Create {
			fresh = append(fresh, &verdicts[i])
		} else if verdicts[i].target != nil {
			verdicts[i].id = verdicts[i].target.ID
		}
	}
	ids, err := j.store.vacancies().Reserve(ctx, j.actor, len(fresh))
	if err != nil {
		return err
	}
	for i, v := range fresh {
		v.id = ids[i]
	}
	return nil
}

func (j *job) count(verdicts []verdict) {
	for _, v := range verdicts {
		j.counts.rows++
		switch v.outcome {
		case Create:
			j.counts.created++
		case Update:
			j.counts.updated++
		case Same:
			j.counts.same++
		case Refuse:
			j.counts.refused++
		}
		if len(v.missing) > 0 && (v.outcome == Create || v.outcome == Update) {
			j.counts.incomplete++
		}
	}
}

// problemOf is what is wrong with a whole file, if err says that.
func problemOf(err error) (Problem, bool) {
	p, ok := errs.ProblemsOf(err)
	about, is := p[sheet.File]
	return Problem{Column: -1, Key: about.Key, Args: about.Args}, ok && is
}
