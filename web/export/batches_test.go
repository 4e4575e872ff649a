package export_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"cauviec/web/export"
)

var errGone = errors.New("the database is gone")

// batch is an answer of what a test reads from.
type batch struct {
	rows []string
	more bool
	err  error
}

func TestBatches(t *testing.T) {
	t.Parallel()
	full, rest := batch{rows: []string{"a", "b"}, more: true}, batch{rows: []string{"c"}}
	for _, tt := range []struct {
		name    string
		batches []batch
		stop    string   // the row at which the reader has enough
		rows    []string // what the reader got
		after   []string // the places that were read
		err     error
	}{
		{name: "an empty list", batches: []batch{{}}, after: []string{""}},
		{name: "a full batch and no more", batches: []batch{{rows: full.rows}}, rows: []string{"a", "b"}, after: []string{""}},
		{name: "the next begins after the last row", batches: []batch{full, rest}, rows: []string{"a", "b", "c"}, after: []string{"", "b"}},
		{name: "the rest went while it was read", batches: []batch{full, {}}, rows: []string{"a", "b"}, after: []string{"", "b"}},
		{name: "nothing to go on from", batches: []batch{{more: true}}, after: []string{""}},
		{name: "a failure in the second batch", batches: []batch{full, {err: errGone}}, rows: []string{"a", "b"}, after: []string{"", "b"}, err: errGone},
		{name: "a failure with rows", batches: []batch{{rows: full.rows, err: errGone}}, after: []string{""}, err: errGone},
		{name: "a reader who has enough", batches: []batch{full, rest}, stop: "a", rows: []string{"a"}, after: []string{""}},
		{name: "a reader who has enough with the batch", batches: []batch{full, rest}, stop: "b", rows: []string{"a", "b"}, after: []string{""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var after []string
			rows, err := walked(export.Batches(func(place string) ([]string, bool, error) {
				after = append(after, place)
				b := tt.batches[len(after)-1]
				return b.rows, b.more, b.err
			}, func(row string) string { return row }), tt.stop)
			if !slices.Equal(rows, tt.rows) || !slices.Equal(after, tt.after) || !errors.Is(err, tt.err) {
				t.Errorf("got %q from %q, %v; want %q from %q, %v", rows, after, err, tt.rows, tt.after, tt.err)
			}
		})
	}
}

func TestParts(t *testing.T) {
	t.Parallel()
	rows, err := walked(export.Parts(1, func(from int) ([]string, int, bool, error) {
		return []string{fmt.Sprint(from)}, from * 2, from < 8, nil
	}), "")
	if err != nil || !slices.Equal(rows, []string{"1", "2", "4", "8"}) {
		t.Errorf("got %q, %v", rows, err)
	}
}

// walked reads a list up to a row, or to its end or failure.
func walked(list func(yield func(string, error) bool), stop string) (rows []string, err error) {
	for row, err := range list {
		if err != nil {
			return rows, err
		}
		if rows = append(rows, row); row == stop {
			break
		}
	}
	return rows, nil
}
