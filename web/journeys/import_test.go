package journeys

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cauviec/web/sitetest"
)

const handIn = "/quan-ly/tin-tuyen-dung/nhap"

// workbook is a sheet that somebody has downloaded and works on.
type workbook struct {
	*excelize.File
	t    *testing.T
	at   map[string]int // columns by title
	rows int
}

// download fetches a workbook as the browser does, signed in as the person is.
func (p *person) download(path string) *workbook {
	p.t.Helper()
	encoded := evaluate[string](p, fmt.Sprintf(`(() => {
		const x = new XMLHttpRequest()
		x.open("GET", %q, false)
		x.overrideMimeType("text/plain; charset=x-user-defined")
		x.send()
		return x.status === 200 ? btoa([...x.responseText].map(c => String.fromCharCode(c.charCodeAt(0) & 255)).join("")) : ""
	})()`, path))
	content, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		p.t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		p.t.Fatalf("%s: %v", path, err)
	}
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		p.t.Fatal(err)
	}
	w := &workbook{File: f, t: p.t, at: map[string]int{}, rows: len(rows)}
	for i, title := range rows[0] {
		w.at[strings.TrimRight(title, " *")] = i + 1
	}
	return w
}

func (w *workbook) set(row int, cells fill) {
	w.t.Helper()
	for title, words := range cells {
		name, err := excelize.CoordinatesToCellName(w.at[title], row)
		if err == nil {
			err = w.SetCellStr(w.GetSheetName(0), name, words)
		}
		if err != nil {
			w.t.Fatalf("%q: %v", title, err)
		}
	}
}

func (w *workbook) get(row int, title string) string {
	w.t.Helper()
	name, err := excelize.CoordinatesToCellName(w.at[title], row)
	if err != nil {
		w.t.Fatalf("%q: %v", title, err)
	}
	words, err := w.GetCellValue(w.GetSheetName(0), name)
	if err != nil {
		w.t.Fatal(err)
	}
	return words
}

// handsIn chooses the workbook in the form of the open page, sends it, and
// watches until it is read.
func (p *person) handsIn(w *workbook, name string) {
	p.t.Helper()
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		p.t.Fatal(err)
	}
	evaluate[bool](p, fmt.Sprintf(`(() => {
		const chosen = new DataTransfer()
		chosen.items.add(new File([Uint8Array.from(atob(%q), c => c.charCodeAt(0))], %q))
		document.querySelector("[name=file]").files = chosen.files
		return true
	})()`, base64.StdEncoding.EncodeToString(b.Bytes()), name))
	p.send(fmt.Sprintf(`form[action=%q]`, handIn), nil)
	for range 100 {
		if p.count(test("counts")) == 1 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	p.t.Fatalf("%s on %s: the sheet is not read: %s", p.name, p.at(), p.text("main"))
}

// faults are what people mistype, by column: 30 cells in ten rows.
var faults = []fill{
	{"Số lượng cần tuyển": "nhiều", "Lương cơ bản trong hợp đồng": "thỏa thuận", "Hạn đăng ký": "31/12"},
	{"Khu, cụm công nghiệp": "KCN Hoa Sen", "Nghề": "phi hành gia", "Điện thoại liên hệ": "0123"},
	{"Hạn đăng ký": "31/02/2027", "Ca làm việc": "xoay tua", "Thu nhập dự kiến từ": "cao"},
	{"Mã số thuế doanh nghiệp": "123456789", "Phúc lợi": "hồ bơi; ktx", "Nhận cả vợ chồng": "có lẽ"},
	{"Mã số thuế doanh nghiệp": "0100233489", "Các đợt cần người": "sớm nhất", "Giờ vào ca, tan ca": "sáng chiều"},
	{"Tên công việc": "", "Trình độ học vấn": "tiến sĩ văn chương", "Phụ cấp, thưởng hằng tháng": "nhiều khoản"},
	{"Thu nhập dự kiến từ": "2 triệu", "Thu nhập dự kiến đến": "1 triệu", "Điều kiện làm việc": "trên mây"},
	{"Ngày bắt đầu làm việc": "mai", "Số ngày làm một tuần": "7", "Giờ làm thêm một tháng": "90"},
	{"Chức vụ": "vua", "Hình thức làm việc": "tùy", "Loại hợp đồng lao động": "miệng"},
	{"Cam kết không thu phí": "sẽ hỏi", "Kinh nghiệm": "rất nhiều", "Trình độ chuyên môn kỹ thuật": "thần đồng"},
}

// right is a row as it should be.
func (w *world) right(t *testing.T, n int) fill {
	t.Helper()
	return fill{
		"Mã số thuế doanh nghiệp":      sitetest.One[string](t, w.Site, `SELECT tax_code FROM employers WHERE state = 'verified' ORDER BY id LIMIT 1`),
		"Số hiệu đơn của doanh nghiệp": fmt.Sprintf("DH-%03d", n), "Tên công việc": fmt.Sprintf("Công nhân lắp ráp chuyền %d", n), "Nghề": "8211", "Số lượng cần tuyển": "1.200",
		"Khu, cụm công nghiệp": "kcn quang châu", "Mô tả công việc": fmt.Sprintf("Lắp ráp linh kiện trên chuyền số %d.", n), "Chức vụ": "công nhân",
		"Hình thức làm việc": "Toàn thời gian", "Ca làm việc": "2 ca", "Giờ vào ca, tan ca": "6h-14h nghỉ 30'; 14h-22h", "Số ngày làm một tuần": "6",
		"Lương cơ bản trong hợp đồng": "5,5tr", "Thu nhập dự kiến từ": "9.500.000", "Thu nhập dự kiến đến": "12 triệu", "Phụ cấp, thưởng hằng tháng": "chuyên cần 500k",
		"Giờ làm thêm một tháng": "30", "Trình độ học vấn": "thcs", "Trình độ chuyên môn kỹ thuật": "không yêu cầu", "Kinh nghiệm": "Không yêu cầu",
		"Loại hợp đồng lao động": "1 năm", "Phúc lợi": "ktx, bhxh", "Điều kiện làm việc": "trong nhà", "Nhận cả vợ chồng": "x", "Cam kết không thu phí": "có",
		"Người liên hệ": "Chị Hoa", "Điện thoại liên hệ": "912345678", "Ngày bắt đầu làm việc": w.Today().Add(20).String(), "Hạn đăng ký": w.Today().Add(45).String(), "Các đợt cần người": "",
	}
}

// faulty is the template filled in with one right row and ten with faults.
func (w *world) faulty(t *testing.T, clerk *person) *workbook {
	t.Helper()
	sheet := clerk.download(handIn + "/mau.xlsx")
	sheet.set(3, w.right(t, 0))
	for i, wrong := range faults {
		sheet.set(4+i, w.right(t, i+1))
		sheet.set(4+i, wrong)
	}
	return sheet
}

// TestASheetWithFaultsIsMendedAndPublished: a clerk hands a sheet with thirty
// faults in, takes in what is right, mends the rest in the file that names the
// faults, and submits; a colleague publishes.
func TestASheetWithFaultsIsMendedAndPublished(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	clerk := w.somebody(t, "ls-ttdvvl-2")
	clerk.open(handIn)
	clerk.look("import-desk")
	clerk.handsIn(w.faulty(t, clerk), "Đơn hàng tháng 6.xlsx")
	clerk.sees(test("counts"), "1 tin mới, 10 dòng bị từ chối")
	if n := clerk.count(`[data-outcome="refused"] [data-test="row-problems"] li`); n < 29 {
		t.Errorf("%d faults are told: %s", n, clerk.text(test("rows")))
	}
	clerk.look("import-preview")
	refused := clerk.attribute(`a[href$="/bi-tu-choi.xlsx"]`, "href")
	clerk.send(test("confirm"), fill{"submit": "1"})
	clerk.sees(test("state")+`[data-state="confirmed"]`, "")

	mend := clerk.download(refused)
	if mend.rows != 11 || !strings.Contains(mend.get(2, "Vì sao bị từ chối"), "Số lượng cần tuyển") {
		t.Fatalf("%d rows to mend, the first because of %q", mend.rows, mend.get(2, "Vì sao bị từ chối"))
	}
	for i := range faults {
		mend.set(2+i, w.right(t, i+1))
	}
	clerk.open(handIn)
	clerk.handsIn(mend, "Đơn hàng tháng 6 đã sửa.xlsx")
	clerk.sees(test("counts"), "10 tin mới")
	clerk.misses(`[data-outcome="refused"]`)
	clerk.send(test("confirm"), fill{"submit": "1"})
	clerk.sees("main", "10 tin đã được gửi duyệt")
	clerk.look("import-done")
	vacancy := clerk.attribute(test("row")+" a", "href")
	clerk.open(vacancy)
	clerk.misses(test("action-publish"))

	colleague := w.somebody(t, "ls-ttdvvl")
	colleague.open(vacancy)
	colleague.send(test("action-publish"), nil)
	colleague.sees(test("state")+`[data-state="published"]`, "")
	clerk.open(handIn)
	clerk.look("import-history")
}

// TestEveryStateOfAnImportCanBeUsed looks at what a clerk rarely sees: a sheet
// that waits, one half read, one refused, and one that nobody decided on.
func TestEveryStateOfAnImportCanBeUsed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	clerk := w.somebody(t, "ls-ttdvvl-2")
	in := func(state, problem string) string {
		id := sitetest.One[int64](t, w.Site, `INSERT INTO imports (account_id, body_id, file_name, file_size, state, problem, uploaded_at)
			SELECT id, body_id, 'Tin tháng 6.xlsx', 1, $1, NULLIF($2, '')::jsonb, created_at FROM accounts WHERE username = 'ls-ttdvvl-2' RETURNING id`, state, problem)
		return fmt.Sprintf("%s/%d", handIn, id)
	}
	half, waits := in("waiting", ""), in("waiting", "")
	sitetest.One[int64](t, w.Site, `INSERT INTO import_progress (import_id, done, total, attempts) VALUES ($1, 2500, 10000, 1) RETURNING import_id`,
		numberOf(half))
	for name, path := range map[string]string{
		"import-half": half, "import-waits": waits, "import-expired": in("expired", ""),
		"import-refused": in("refused", `{"column": -1, "key": "import.problem.headers", "args": ["“Họ tên”", "“Tên công việc”"]}`),
	} {
		clerk.open(path)
		clerk.look(name)
	}
	clerk.open(half)
	clerk.sees(test("progress"), "2.500")
	if _, err := w.DB.Exec(t.Context(), `UPDATE imports SET state = 'discarded' WHERE state = 'waiting'`); err != nil {
		t.Fatal(err)
	}
	for range 50 { // the page looks again by itself
		if clerk.count(test("progress")) == 0 {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	clerk.misses(test("progress"))
	clerk.sees(test("state")+`[data-state="discarded"]`, "")
}

// numberOf is the number at the end of an address.
func numberOf(address string) int64 {
	n, err := strconv.ParseInt(address[strings.LastIndex(address, "/")+1:], 10, 64)
	if err != nil {
		return 0
	}
	return n
}
