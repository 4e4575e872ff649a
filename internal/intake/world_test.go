package intake_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/intake"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
)

var noon = time.Date(2026, 3, 10, 5, 0, 0, 0, time.UTC)

// words are headers and lists as a test writes them.
func words() intake.Words {
	w := intake.Words{Headers: map[string][]string{}, Lists: map[string]map[string][]string{}}
	for field, header := range map[string]string{
		intake.Note: "Ghi chú của bạn", intake.Reasons: "Vì sao bị từ chối", intake.TaxCode: "Mã số thuế doanh nghiệp", intake.Employer: "Tên doanh nghiệp",
		intake.Code: "Mã tin", "employer_ref": "Số hiệu đơn", "title": "Tên công việc", "occupation_code": "Nghề", "headcount": "Số lượng",
		"zone_id": "Khu công nghiệp", "area_id": "Huyện", "basic_wage": "Lương cơ bản", "income_from": "Thu nhập từ", "income_to": "Thu nhập đến",
		"closes_on": "Hạn đăng ký", "starts_on": "Ngày bắt đầu làm việc", "contact_phone": "Điện thoại", "contact_name": "Người liên hệ",
		"benefits": "Phúc lợi", "conditions": "Điều kiện làm việc", "no_fee": "Cam kết không thu phí", "description": "Mô tả công việc",
		"position": "Chức vụ", "education": "Trình độ học vấn", "qualification": "Trình độ chuyên môn", "hours": "Hình thức làm việc", "shift": "Ca làm việc",
		"batches": "Các đợt", "turns": "Giờ làm", "allowances": "Phụ cấp", "couples": "Nhận vợ chồng", "pay_note": "Ghi chú lương",
	} {
		w.Headers[field] = []string{header}
	}
	w.Lists["benefit"] = map[string][]string{"dormitory": {"Ký túc xá"}, "insurance": {"Đóng BHXH, BHYT, BHTN"}, "none": {"Không có phúc lợi thêm"}}
	w.Lists["condition"] = map[string][]string{"indoor": {"Làm trong nhà"}}
	w.Lists["qualification"] = map[string][]string{"any": {"Không yêu cầu"}}
	w.Lists["hours"] = map[string][]string{"full": {"Toàn thời gian"}, "part": {"Bán thời gian"}}
	return w
}

// world is two verified employers and those who take sheets in.
type world struct {
	db     *postgres.DB
	store  *intake.Store
	now    *time.Time
	sewing int64
	other  int64
	centre access.Actor
	second access.Actor
	board  access.Actor
	own    access.Actor // the first employer's user
}

func setup(t testing.TB) *world {
	t.Helper()
	return setupOn(t, postgrestest.DB(t))
}

func setupOn(t testing.TB, db *postgres.DB) *world {
	t.Helper()
	at := noon
	now := clock.Clock(func() time.Time { return at })
	w := &world{db: db, store: &intake.Store{DB: db, Now: now, Words: words()}, now: &at}
	w.centre, w.second, w.board = as(t, db, "ls-ttdvvl"), as(t, db, "ls-ttdvvl"), as(t, db, "bg-bqlkcn")
	w.sewing = w.verified(t, "0100233488", "Công ty TNHH May Sông Thương")
	w.other = w.verified(t, "2300233993", "Công ty Cổ phần Điện tử Quang Châu")
	slug := value[string](t, db, `SELECT b.slug FROM employers e JOIN bodies b ON b.id = e.body_id WHERE e.id = $1`, w.sewing)
	w.own = as(t, db, slug)
	w.own.Employer = w.sewing
	return w
}

func as(t testing.TB, db *postgres.DB, slug string) access.Actor {
	t.Helper()
	b, err := postgres.One[struct {
		ID   int64
		Side access.Side
		Kind access.Kind
	}](t.Context(), db, `SELECT id, side, kind FROM bodies WHERE slug = $1`, slug)
	if err != nil {
		t.Fatal(err)
	}
	account := value[int64](t, db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES ($1 || '-' || (SELECT count(*) FROM accounts), '', $1, $2, 'staff', '2026-01-01') RETURNING id`, slug, b.ID)
	return access.Actor{Account: account, Body: b.ID, BodySlug: slug, Seat: access.Seat{Side: b.Side, Kind: b.Kind}, Bodies: []int64{b.ID}}
}

func value[T any](t testing.TB, db *postgres.DB, sql string, args ...any) T {
	t.Helper()
	v, err := postgres.Value[T](t.Context(), db, sql, args...)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return v
}

func (w *world) verified(t testing.TB, taxCode, name string) int64 {
	t.Helper()
	s := &employer.Store{DB: w.db, Now: clock.Fixed(noon)}
	id, err := s.Create(t.Context(), w.board, employer.Details{TaxCode: taxCode, Name: name, Type: "private", Address: "KCN"})
	if err == nil {
		_, err = w.db.Exec(t.Context(), `UPDATE employers SET state = 'verified' WHERE id = $1`, id)
	}
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// table is the cells of a sheet, the header first.
type table [][]any

// sheetOf writes a table as a workbook.
func sheetOf(t testing.TB, rows table) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	stream, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i, cells := range rows {
		if err := stream.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := stream.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// heads are the columns of full rows.
var heads = []any{"Mã số thuế", "Số hiệu đơn", "Tên công việc *", "Nghề", "Số lượng", "KCN", "Lương cơ bản", "Thu nhập từ", "Thu nhập đến",
	"Hạn đăng ký", "Điện thoại", "Người liên hệ", "Phúc lợi", "Điều kiện làm việc", "Cam kết không thu phí", "Mô tả công việc", "Chức vụ",
	"Trình độ học vấn", "Trình độ chuyên môn", "Hình thức làm việc", "Ca làm việc"}

// full is a row of which nothing is missing.
func full(ref, title string) []any {
	return []any{100233488, ref, title, 8153, "1.200", "kcn đình trám", "5,2 triệu", "8tr", 11, "10/05/2026", 912345678, "Chị Hoa", "ktx, bhxh",
		"trong nhà", "x", "May áo khoác theo chuyền", "công nhân", "thcs", "không yêu cầu", "Toàn thời gian", "hành chính"}
}

// with is a row with one cell replaced.
func with(row []any, column int, value any) []any {
	row = append([]any{}, row...)
	row[column] = value
	return row
}

// upload takes a sheet in and reads it.
func (w *world) upload(t testing.TB, actor access.Actor, rows table) intake.Import {
	t.Helper()
	id, err := w.store.Upload(t.Context(), actor, "dong-san-pham.xlsx", sheetOf(t, rows))
	if err == nil {
		err = w.store.ReadWaiting(t.Context(), access.Everything())
	}
	if err != nil {
		t.Fatal(err)
	}
	return w.get(t, actor, id)
}

func (w *world) get(t testing.TB, actor access.Actor, id int64) intake.Import {
	t.Helper()
	i, err := w.store.Get(t.Context(), actor, id)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func (w *world) rows(t testing.TB, i intake.Import, show string) []intake.Row {
	t.Helper()
	rows, _, err := w.store.Rows(t.Context(), w.centre, i.ID, show, 0, 20_000)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func (w *world) confirm(t testing.TB, i intake.Import, submit bool) intake.Import {
	t.Helper()
	done, err := w.store.Confirm(t.Context(), w.centre, i.ID, i.Version, submit)
	if err != nil || !done {
		t.Fatalf("confirmed %v, %v", done, err)
	}
	return w.get(t, w.centre, i.ID)
}

func (w *world) vacancy(t testing.TB, ref string) vacancy.Vacancy {
	t.Helper()
	id := value[int64](t, w.db, `SELECT id FROM vacancies WHERE employer_ref = $1 AND amends IS NULL`, ref)
	v, err := (&vacancy.Store{DB: w.db, Now: clock.Fixed(noon)}).Get(t.Context(), w.centre, id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func summary(i intake.Import) string {
	return fmt.Sprintf("%s: %d rows, %d created, %d updated, %d same, %d refused, %d incomplete", i.State, i.Rows, i.Created, i.Updated, i.Same, i.Refused, i.Incomplete)
}
