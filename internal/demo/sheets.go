package demo

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/intake"
	"cauviec/internal/sheet"
)

// sheetFields are the columns of the sample sheets.
var sheetFields = []string{intake.TaxCode, "employer_ref", "title", "occupation_code", "headcount", "zone_id", "description", "position", "hours",
	"basic_wage", "income_from", "income_to", "education", "qualification", "benefits", "conditions", "starts_on", "closes_on", "contact_name",
	"contact_phone", "no_fee"}

// relay is who made the sheets.
const relay = "Trung tâm Dịch vụ việc làm Bắc Giang"

// order is a row of a sample sheet, its numbers as clerks type them. Trade is in
// the name of the employer whose order it is.
type order struct {
	trade, title, occupation, headcount, basic, from, to, does string
}

// monthOrders are rows that can be taken in; the last lacks what an advert needs.
var monthOrders = []order{
	{"May mặc", "Công nhân may chuyền áo khoác", "8153", "350", "5,8 triệu", "9tr", "12tr", "May theo chuyền, được kèm nghề tháng đầu"},
	{"Điện tử", "Công nhân lắp ráp bo mạch", "8212", "1.200", "5.900.000", "9,5tr", "13 triệu", "Cắm linh kiện, kiểm tra trước khi chuyển công đoạn"},
	{"Điện tử", "Công nhân kiểm tra ngoại quan", "7543", "180", "5.750.000", "8,5tr", "11tr", "Soi và phân loại sản phẩm, ghi phiếu lỗi"},
	{"Nhựa kỹ thuật", "Công nhân vận hành máy ép nhựa", "8142", "90", "6 triệu", "10tr", "13tr", "Trông máy, lấy sản phẩm, cắt bavia"},
	{"Bao bì", "Công nhân đóng gói thành phẩm", "9321", "240", "5,7tr", "8tr", "10,5tr", "Đóng gói, dán nhãn, xếp kiện"},
	{"Năng lượng mặt trời", "Nhân viên kho", "4321", "40", "6.200.000", "9tr", "11tr", ""},
}

// faultyOrders are rows as they come on a hurried day.
var faultyOrders = []order{
	{"Cơ khí", "Công nhân hàn khung thép", "7212", "hai mươi", "6,5tr", "11tr", "15tr", "Hàn khung theo bản vẽ"},
	{"Bao bì", "Công nhân dán hộp", "7323", "60", "5.800.000", "12tr", "9tr", "Trông máy dán hộp"},
	{"May mặc", "", "8153", "75", "5,8tr", "9tr", "11tr", "Cắt, là, hoàn thiện"},
}

// moreOrders came after.
var moreOrders = []order{
	{"Điện tử", "Công nhân lắp ráp tai nghe", "8212", "420", "5,9tr", "9tr", "12tr", "Lắp, dán, kiểm tra âm thanh"},
	{"Cơ khí", "Công nhân mạ, sơn tĩnh điện", "8122", "55", "6,1tr", "10tr", "12,5tr", "Treo hàng, trông bể mạ và buồng sơn"},
	{"Điện tử", "Phụ bếp nhà ăn công nhân", "9412", "12", "5,7tr", "7,5tr", "9tr", "Sơ chế, chia suất ăn"},
}

// takeSheetsIn lets the relay take in the orders of a month, of which some rows
// were refused, and leaves one more sheet that waits for its decision.
func (w *world) takeSheetsIn(ctx context.Context, words intake.Words) error {
	store := &intake.Store{DB: w.db, Now: w.clock, Words: words}
	clerk := w.actor("bg-ttdvvl")
	w.goTo(6, 9, 10)
	month, err := w.upload(ctx, store, clerk, "don-hang-thang-nay.xlsx", slices.Concat(monthOrders, faultyOrders))
	if err != nil {
		return err
	}
	w.goTo(6, 9, 40)
	if err := w.confirm(ctx, store, clerk, month); err != nil {
		return err
	}
	w.at = w.end
	if _, err := w.upload(ctx, store, clerk, "don-hang-bo-sung.xlsx", slices.Concat(moreOrders, faultyOrders[:1])); err != nil {
		return err
	}
	_, err = w.db.Exec(ctx, `UPDATE vacancies SET sample = true WHERE NOT sample`)
	return err
}

// upload hands a sheet in and reads it.
func (w *world) upload(ctx context.Context, store *intake.Store, clerk access.Actor, name string, orders []order) (int64, error) {
	content, err := w.sheetOf(ctx, store.Words, orders)
	if err != nil {
		return 0, err
	}
	id, err := store.Upload(ctx, clerk, name, content)
	if err != nil {
		return 0, err
	}
	return id, store.ReadWaiting(ctx, access.Everything())
}

// confirm takes a sheet in as drafts.
func (w *world) confirm(ctx context.Context, store *intake.Store, clerk access.Actor, id int64) error {
	i, err := store.Get(ctx, clerk, id)
	if err != nil {
		return err
	}
	done, err := store.Confirm(ctx, clerk, id, i.Version, false)
	if err == nil && !done {
		err = fmt.Errorf("import %d was read again", id)
	}
	return err
}

// sheetOf writes orders as a workbook.
func (w *world) sheetOf(ctx context.Context, words intake.Words, orders []order) ([]byte, error) {
	makers, err := w.makers(ctx)
	if err != nil {
		return nil, err
	}
	columns := make([]sheet.Column, len(sheetFields))
	for i, field := range sheetFields {
		columns[i].Title = words.Headers[field][0]
	}
	book, err := sheet.New("Đơn hàng", columns, relay, w.at)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	for n, o := range orders {
		of := makers[max(0, slices.IndexFunc(makers, func(m maker) bool { return strings.Contains(m.Name, o.trade) }))]
		if err := book.Add(w.row(n, o, of)...); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err = book.Save(&b, sheet.Notes{Name: "Ghi chú", Facts: []sheet.Fact{{Label: "Người lập", Value: relay}}})
	return b.Bytes(), err
}

// row is an order in the columns of sheetFields.
func (w *world) row(n int, o order, of maker) []any {
	today := w.today()
	return []any{of.TaxCode, fmt.Sprintf("ĐH-%s-%02d", w.at.Format("0102"), n+1), o.title, o.occupation, o.headcount, of.Zone, o.does, "Nhân viên",
		"Toàn thời gian", o.basic, o.from, o.to, "Không yêu cầu", "Không yêu cầu", "Ký túc xá; Xe đưa đón", "Làm trong nhà",
		today.Add(14 + n).String(), today.Add(45 + n).String(), of.Contact, of.Phone, "Có"}
}
