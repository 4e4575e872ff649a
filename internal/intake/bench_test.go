package intake_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/xuri/excelize/v2"

	"cauviec/internal/access"
	"cauviec/internal/intake"
)

var sheetRows = flag.Int("rows", 10_000, "how many rows the benchmark's sheet has")

// wide are the headers of a sheet with every fact of a vacancy.
var wide = append(append([]any{}, heads...), "Các đợt", "Giờ làm", "Số ngày làm", "Phụ cấp", "Giờ tăng ca", "Ghi chú lương", "Kinh nghiệm", "Giấy tờ",
	"Loại hợp đồng", "Ưu tiên", "Nhận vợ chồng", "Địa điểm làm việc", "Ngày bắt đầu làm việc")

// large is a sheet of rows that all differ, as factories write them.
func large(t testing.TB, n int) []byte {
	t.Helper()
	jobs := []string{"Công nhân may", "Công nhân lắp ráp điện tử", "Thợ vận hành máy dập", "Nhân viên kho", "Kiểm tra chất lượng", "Công nhân đóng gói"}
	zones := []string{"KCN Quang Châu", "kcn đình trám", "Vân Trung", "khu công nghiệp Song Khê - Nội Hoàng"}
	rows := table{wide}
	for i := range n {
		row := full(fmt.Sprintf("DH-%05d", i), jobs[i%len(jobs)])
		row[4], row[5] = 10+i%400, zones[i%len(zones)]
		row[6] = 5_200_000 + i%40*50_000
		row[15] = fmt.Sprintf("Làm theo chuyền số %d, tổ %d: %s, kiểm tra và xếp hàng lên giá, vệ sinh máy cuối ca. Được đào tạo tại chỗ và hưởng "+
			"nguyên lương trong thời gian đào tạo. Tăng ca theo quy định, có xe đưa đón từ Lạng Sơn và Hữu Lũng.", i%97, i%13, jobs[(i*7)%len(jobs)])
		rows = append(rows, append(row, fmt.Sprintf("%d người đến 15/05/2026", 10+i%400), "6h-14h nghỉ 30'; 14h-22h nghỉ 30'", 6,
			fmt.Sprintf("chuyên cần %d00.000 (đi đủ công); nhà ở 300.000", 3+i%5), 30, "Thưởng Tết một tháng lương", "1 năm", "Bản sao căn cước, giấy khám sức khỏe",
			"1 năm", "dân tộc", "x", fmt.Sprintf("Lô B%d, cổng số %d", i%60, i%4), "15/04/2026"))
	}
	return sheetOf(t, rows)
}

// BenchmarkImport compares taking a sheet in (upload, reading, judging, the
// preview, confirming) with the least that any import does: the streaming read
// of the same sheet and COPY of its cells into a table. The rounds of both
// alternate. That least is read with excelize, as programs read sheets: the
// quicker reader of sheet.Source is a part of what is measured. What the law's
// coach takes, which reads the preview in the background, is measured apart.
// It prints the ratio; it judges nothing.
func BenchmarkImport(b *testing.B) {
	w := setup(b)
	content := large(b, *sheetRows)
	if _, err := w.db.Exec(b.Context(), `CREATE TABLE plain_rows (cells text[])`); err != nil {
		b.Fatal(err)
	}
	var plain, whole []time.Duration
	var last stages
	for b.Loop() {
		plain = append(plain, timed(func() { w.copyPlain(b, content) }))
		last = w.takeIn(b, content)
		whole = append(whole, last.preview+last.confirm)
		w.empty(b)
	}
	b.StopTimer()
	slices.Sort(plain)
	slices.Sort(whole)
	least, most := plain[len(plain)/2], whole[len(whole)/2]
	fmt.Printf("\nimport of %d rows × %d columns, %.1f MB (median of %d rounds)\n", *sheetRows, len(wide), float64(len(content))/1e6, len(plain))
	fmt.Printf("  streaming read + COPY            %6.2f s  %7.0f rows/s\n", least.Seconds(), float64(*sheetRows)/least.Seconds())
	fmt.Printf("  upload, preview and confirm      %6.2f s  %7.0f rows/s  (last: preview %.2f s, confirm %.2f s)\n",
		most.Seconds(), float64(*sheetRows)/most.Seconds(), last.preview.Seconds(), last.confirm.Seconds())
	fmt.Printf("  import ÷ (read + COPY)           %6.2f     goal ≥ 0.5\n", least.Seconds()/most.Seconds())
	fmt.Printf("  the law's coach, beside it       %6.2f s  %7.0f rows/s\n\n", last.law.Seconds(), float64(*sheetRows)/last.law.Seconds())
}

type stages struct{ preview, law, confirm time.Duration }

func timed(do func()) time.Duration {
	begun := time.Now()
	do()
	return time.Since(begun)
}

// copyPlain streams the cells of the sheet into a table of cells.
func (w *world) copyPlain(b *testing.B, content []byte) {
	b.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	_, err = w.db.CopyFrom(b.Context(), "plain_rows", []string{"cells"}, pgx.CopyFromFunc(func() ([]any, error) {
		if !rows.Next() {
			return nil, nil
		}
		cells, err := rows.Columns()
		return []any{cells}, err
	}))
	if err != nil {
		b.Fatal(err)
	}
}

// takeIn is the whole way of a sheet.
func (w *world) takeIn(b *testing.B, content []byte) (s stages) {
	b.Helper()
	ctx := context.WithoutCancel(b.Context())
	var id int64
	var err error
	s.preview = timed(func() {
		if id, err = w.store.Upload(ctx, w.centre, "lon.xlsx", content); err == nil {
			err = intake.ReadOne(ctx, w.store)
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	s.law = timed(func() { err = w.store.ReadWaiting(ctx, access.Everything()) })
	if err != nil {
		b.Fatal(err)
	}
	i := w.get(b, w.centre, id)
	if i.Created != *sheetRows || i.Incomplete != 0 {
		b.Fatalf("%s: %+v", summary(i), w.rows(b, i, "incomplete")[0])
	}
	s.confirm = timed(func() { w.confirm(b, i, false) })
	return s
}

// empty takes everything back, so that each round begins alike.
func (w *world) empty(b *testing.B) {
	b.Helper()
	for _, sql := range []string{`TRUNCATE plain_rows`, `TRUNCATE imports CASCADE`, `TRUNCATE vacancies CASCADE`, `TRUNCATE journal`} {
		if _, err := w.db.Exec(b.Context(), sql); err != nil {
			b.Fatal(err)
		}
	}
}
