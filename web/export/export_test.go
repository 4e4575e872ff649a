package export_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

var noon = clock.Fixed(time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC))

func columns() []export.Column[int] {
	return []export.Column[int]{
		export.Text("Tên", func(n int) string { return fmt.Sprint("=", n) }), export.Whole("Số", func(n int) int { return n }),
	}
}

// upTo is the numbers up to n, in batches of three, with how often it was asked.
func upTo(n int, asked *int) iter.Seq2[int, error] {
	return export.Batches(func(after int) ([]int, bool, error) {
		*asked++
		var batch []int
		for i := after + 1; i <= n && len(batch) < 3; i++ {
			batch = append(batch, i)
		}
		return batch, after+len(batch) < n, nil
	}, func(row int) int { return row })
}

func sent(t *testing.T, ctx context.Context, l export.List[int]) (*httptest.ResponseRecorder, *excelize.File) {
	t.Helper()
	w := httptest.NewRecorder()
	if err := export.Send(w, httptest.NewRequestWithContext(ctx, "GET", "/x.xlsx", nil), noon, l); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return w, f
}

func TestAListIsSentWhole(t *testing.T) {
	t.Parallel()
	asked := 0
	ctx := ui.WithBody(t.Context(), ui.Body{Full: "Trung tâm Dịch vụ việc làm tỉnh Lạng Sơn"})
	w, f := sent(t, ctx, export.List[int]{Name: "so", Title: "Các số", Columns: columns(), Rows: upTo(7, &asked),
		Filters: []sheet.Fact{{Label: "Tìm", Value: "=7"}}})
	h := w.Header()
	if h.Get("Content-Disposition") != `attachment; filename="so-2026-11-23.xlsx"` || h.Get("Content-Length") != fmt.Sprint(w.Body.Len()) ||
		!strings.Contains(h.Get("Content-Type"), "spreadsheetml") || h.Get("Cache-Control") != "private, no-store" {
		t.Errorf("headers %v", h)
	}
	rows, err := f.GetRows("Các số")
	if err != nil || len(rows) != 8 || fmt.Sprint(rows[7]) != "[=7 7]" || asked != 3 {
		t.Errorf("rows %v asked for %d times, %v", rows, asked, err)
	}
	notes, err := f.GetRows("Thông tin")
	want := "[[Danh sách Các số] [Tìm =7] [Xuất lúc 23/11/2026 12:00] [Nơi xuất Trung tâm Dịch vụ việc làm tỉnh Lạng Sơn] [Số dòng 7]]"
	if err != nil || fmt.Sprint(notes) != want {
		t.Errorf("notes %v, %v", notes, err)
	}
}

func TestAVisitorGetsItInEnglish(t *testing.T) {
	t.Parallel()
	_, f := sent(t, ui.WithSample(locale.With(t.Context(), locale.En), true), export.List[int]{Name: "n", Title: "Numbers", Columns: columns(), Rows: export.All([]int{1, 2})})
	notes, err := f.GetRows("About this file")
	if err != nil || len(notes) != 6 || notes[1][1] != "none" || notes[3][1] != "A visitor, not signed in" || notes[5][0] != "Sample data" {
		t.Errorf("notes %v, %v", notes, err)
	}
}

// What is longer than a sheet is cut, and the file says so.
func TestTheLongestListIsCut(t *testing.T) {
	t.Parallel()
	endless := func(yield func(int, error) bool) {
		for i := 1; yield(i, nil); i++ {
			if i > sheet.Most+1 {
				t.Error("more was read than the sheet holds")
				return
			}
		}
	}
	_, f := sent(t, t.Context(), export.List[int]{Name: "n", Title: "Số", Columns: columns()[1:], Rows: endless})
	notes, err := f.GetRows("Thông tin")
	if err != nil || len(notes) != 6 || notes[4][1] != "100.000" || !strings.Contains(notes[5][1], "100.000 dòng đầu") {
		t.Errorf("notes %v, %v", notes, err)
	}
}

// A failure half way is an error, not half a file, and leaves nothing behind.
func TestAFailureSendsNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	fault := errors.New("the database is gone")
	rows := export.Batches(func(after int) ([]int, bool, error) {
		if after == 2 {
			return nil, false, fault
		}
		return []int{after + 1}, true, nil
	}, func(row int) int { return row })
	w := httptest.NewRecorder()
	err := export.Send(w, httptest.NewRequestWithContext(t.Context(), "GET", "/x.xlsx", nil), noon, export.List[int]{Name: "n", Title: "n", Columns: columns(), Rows: rows})
	if !errors.Is(err, fault) || w.Body.Len() != 0 || len(w.Header()) != 0 {
		t.Errorf("got %v with %d bytes and %v", err, w.Body.Len(), w.Header())
	}
	sent(t, t.Context(), export.List[int]{Name: "n", Title: "n", Columns: columns(), Rows: export.All([]int{1})})
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// Whoever leaves while waiting or reading is told nothing, and takes no turn.
func TestWhoeverLeavesIsForgotten(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(access.With(t.Context(), access.Actor{Account: 1}))
	rows := func(yield func(int, error) bool) {
		cancel()
		yield(0, ctx.Err())
	}
	w := httptest.NewRecorder()
	err := export.Send(w, httptest.NewRequestWithContext(ctx, "GET", "/x.xlsx", nil), noon, export.List[int]{Name: "n", Title: "n", Columns: columns(), Rows: rows})
	if err != nil || w.Body.Len() != 0 {
		t.Errorf("got %v and %d bytes", err, w.Body.Len())
	}
	sent(t, access.With(t.Context(), access.Actor{Account: 1}), export.List[int]{Name: "n", Title: "n", Columns: columns(), Rows: export.All([]int{1})})
}

func TestFiltersInWords(t *testing.T) {
	t.Parallel()
	zones := []ui.Option{{Value: "1", Label: "Quang Châu"}}
	got := export.Chosen(
		ui.Field{Label: "Tìm", Value: "may"}, ui.Field{Label: "Khu", Value: "1", Options: zones, Blank: "tất cả"}, ui.Field{Label: "Huyện", Value: "", Blank: "tất cả"},
		ui.Field{Label: "Xã", Value: "0", Blank: "tất cả"}, ui.Field{Label: "Khác", Value: "9", Options: zones})
	got = append(got, export.Tab("Trạng thái", []ui.Tab{{Label: "Tất cả"}, {Label: "Nháp", Current: true}})...)
	got = append(got, export.Chips("Lọc", []ui.Chip{{Label: "Ký túc xá"}})...)
	if fmt.Sprint(got) != "[{Tìm may} {Khu Quang Châu} {Khác 9} {Trạng thái Nháp} {Lọc Ký túc xá}]" {
		t.Error(got)
	}
}
