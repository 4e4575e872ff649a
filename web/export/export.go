// Package export hands a list over as a spreadsheet: all its rows, with the
// filters, the order and the reach of the page on which the list stands. The
// page shows ui.Export, which leads to the page's own address with ".xlsx".
//
// A book is put together in a temporary file and sent when it is whole, so
// that a failure is still a proper page and a slow reader holds up nobody. Rows
// are read in batches, each by queries of its own: an export holds no
// transaction open and asks the database one question at a time.
package export

import (
	"context"
	"errors"
	"io"
	"iter"
	"net/http"
	"os"
	"runtime"
	"strconv"

	"cauviec/internal/clock"
	"cauviec/internal/sheet"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// Batch is how many rows are read at a time.
const Batch = 1000

// List is a list as it is handed over.
type List[T any] struct {
	Name    string       // of the file, without marks and day: "tin-tuyen-dung"
	Title   string       // in the reader's language
	Filters []sheet.Fact // what narrows the list, in words; see Chosen
	About   []sheet.Fact // what else is to be said of it
	Columns []Column[T]
	Rows    iter.Seq2[T, error]
}

// Batches walks a list whose rows say where they stand. Read returns the batch
// after a place, the zero P being the start, and whether there are more; place
// is where a row stands.
func Batches[T, P any](read func(after P) (batch []T, more bool, err error), place func(row T) P) iter.Seq2[T, error] {
	var start P
	return Parts(start, func(after P) ([]T, P, bool, error) {
		batch, more, err := read(after)
		if len(batch) == 0 {
			return nil, after, false, err
		}
		return batch, place(batch[len(batch)-1]), more, err
	})
}

// Parts walks a list from a place on, where it is read that says which place is
// next: it returns the part there, the place of the next, and whether there is
// one.
func Parts[T, P any](from P, read func(from P) (part []T, next P, more bool, err error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for more := true; more; {
			var part []T
			var err error
			part, from, more, err = read(from)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, row := range part {
				if !yield(row, nil) {
					return
				}
				runtime.Gosched() // who waits for a page goes first
			}
		}
	}
}

// All walks the rows of a list that was read at once.
func All[T any](rows []T) iter.Seq2[T, error] {
	return Parts(0, func(int) ([]T, int, bool, error) { return rows, 0, false, nil })
}

// Send answers with the list as a file.
func Send[T any](w http.ResponseWriter, r *http.Request, now clock.Clock, l List[T]) error {
	ctx := r.Context()
	file, err := packed(ctx, now, l)
	if ctx.Err() != nil {
		discard(file)
		return nil // the reader has gone; there is nobody to tell
	}
	if err != nil {
		return err
	}
	defer discard(file)
	size, err := file.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", sheet.MediaType)
	h.Set("Content-Disposition", `attachment; filename="`+sheet.FileName(l.Name, now.Today())+`"`)
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	h.Set("X-Robots-Tag", "noindex")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "private, no-store")
	h.Set("No-Gzip-Compression", "1") // it is packed already
	_, _ = io.Copy(w, file)           // a reader who has gone is no failure of ours
	return nil
}

// packed puts the whole file together while no other of the reader's kind is.
func packed[T any](ctx context.Context, now clock.Clock, l List[T]) (file *os.File, err error) {
	leave, err := enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	titles := make([]sheet.Column, len(l.Columns))
	for i, c := range l.Columns {
		titles[i] = sheet.Column{Title: c.title, Kind: c.kind}
	}
	book, err := sheet.New(l.Title, titles, locale.T(ctx, "site.name"), now.Now())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	whole, err := fill(book, l)
	if err != nil {
		return nil, err
	}
	if file, err = os.CreateTemp("", "cauviec-*.xlsx"); err != nil {
		return nil, err
	}
	notes := sheet.Notes{Name: locale.T(ctx, "sheet.notes"), Facts: l.facts(ctx, now, book.Rows(), whole)}
	if err := book.Save(file, notes); err != nil {
		discard(file)
		return nil, err
	}
	return file, nil
}

// fill writes the rows, and says whether all of them had room.
func fill[T any](book *sheet.Book, l List[T]) (whole bool, err error) {
	values := make([]any, len(l.Columns))
	for row, err := range l.Rows {
		if err != nil {
			return false, err
		}
		if book.Full() {
			return false, nil
		}
		for i, c := range l.Columns {
			values[i] = c.of(row)
		}
		if err := book.Add(values...); err != nil {
			return false, err
		}
	}
	return true, nil
}

func discard(file *os.File) {
	if file != nil {
		file.Close()
		os.Remove(file.Name())
	}
}

// facts say what the table is: which list, of what, from when, for whom.
func (l List[T]) facts(ctx context.Context, now clock.Clock, rows int, whole bool) []sheet.Fact {
	list := []sheet.Fact{{Label: locale.T(ctx, "sheet.list"), Value: l.Title}}
	if len(l.Filters) == 0 {
		list = append(list, sheet.Fact{Label: locale.T(ctx, "sheet.filters"), Value: locale.T(ctx, "sheet.filters.none")})
	}
	list = append(append(list, l.Filters...), l.About...)
	by := ui.BodyOf(ctx).Full
	if by == "" {
		by = locale.T(ctx, "sheet.visitor")
	}
	list = append(list,
		sheet.Fact{Label: locale.T(ctx, "sheet.at"), Value: locale.DayTime(now.Now())},
		sheet.Fact{Label: locale.T(ctx, "sheet.by"), Value: by},
		sheet.Fact{Label: locale.T(ctx, "sheet.rows"), Value: locale.Number(ctx, int64(rows))})
	if !whole {
		list = append(list, sheet.Fact{Label: locale.T(ctx, "sheet.cut"), Value: locale.T(ctx, "sheet.cut.means", sheet.Most)})
	}
	if ui.Sample(ctx) {
		list = append(list, sheet.Fact{Label: locale.T(ctx, "ui.sample"), Value: locale.T(ctx, "site.sample")})
	}
	return list
}
