package reference

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/clock"
)

// ErrTable means that a data file cannot be read as it should.
var ErrTable = errors.New("damaged reference data")

// row is one record of a data file. What its columns cannot say is kept in
// problem, so that a reader reads all columns and asks once.
type row struct {
	columns []string
	cells   []string
	problem error
}

// readTable appends the rows of a file to out. Its first lines may be
// comments; its header must be the columns, in their order.
func readTable[T any](data fs.FS, name string, columns []string, read func(*row) T, out *[]T) error {
	file, err := data.Open(name)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrTable, err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comment, r.FieldsPerRecord = '#', len(columns)
	records, err := r.ReadAll()
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrTable, name, err)
	}
	if len(records) < 2 || !slices.Equal(records[0], columns) {
		return fmt.Errorf("%w: %s: want the columns %v and rows under them", ErrTable, name, columns)
	}
	for i, cells := range records[1:] {
		rw := &row{columns: columns, cells: cells}
		*out = append(*out, read(rw))
		if rw.problem != nil {
			return fmt.Errorf("%w: %s, row %d: %w", ErrTable, name, i+1, rw.problem)
		}
	}
	return nil
}

// text returns the words of a column, empty or not.
func (r *row) text(column string) string {
	i := slices.Index(r.columns, column)
	if i < 0 {
		r.fail(column, errors.New("no such column"))
		return ""
	}
	return r.cells[i]
}

// must returns the words of a column that may not be empty.
func (r *row) must(column string) string {
	s := r.text(column)
	if s == "" {
		r.fail(column, errors.New("empty"))
	}
	return s
}

// one returns the words of a column that must be one of the allowed.
func (r *row) one(column string, allowed ...string) string {
	s := r.text(column)
	if !slices.Contains(allowed, s) {
		r.fail(column, fmt.Errorf("%q is none of %v", s, allowed))
	}
	return s
}

// words returns the space-separated words of a column.
func (r *row) words(column string) []string { return strings.Fields(r.text(column)) }

// day returns the day of a column; empty is no day.
func (r *row) day(column string) clock.Day {
	d, err := clock.ParseDay(r.text(column))
	r.fail(column, err)
	return d
}

// mustDay returns the day of a column that may not be empty.
func (r *row) mustDay(column string) clock.Day {
	r.must(column)
	return r.day(column)
}

// number returns the whole number of a column.
func (r *row) number(column string) int {
	n, err := strconv.Atoi(r.text(column))
	r.fail(column, err)
	return n
}

// point returns the columns lat and lon; both empty is no point.
func (r *row) point() Point {
	if r.text("lat") == "" && r.text("lon") == "" {
		return Point{}
	}
	lat, err := strconv.ParseFloat(r.text("lat"), 64)
	r.fail("lat", err)
	lon, err := strconv.ParseFloat(r.text("lon"), 64)
	r.fail("lon", err)
	return Point{Lat: lat, Lon: lon}
}

// fail keeps the first problem.
func (r *row) fail(column string, err error) {
	if err != nil && r.problem == nil {
		r.problem = fmt.Errorf("column %s: %w", column, err)
	}
}
