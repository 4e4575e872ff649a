package demo

import (
	"bytes"
	"context"

	"cauviec/internal/attachment"
	"cauviec/internal/postgres"
	"cauviec/internal/sheet"
)

// airTimes is what the broadcaster encloses with its report.
var airTimes = attachment.File{Name: "lich-phat-thang-toi.txt", Bytes: []byte(`LỊCH PHÁT CHUYÊN MỤC VIỆC LÀM
Thứ Ba, 11 giờ 30: tin tuyển dụng các khu công nghiệp Bắc Giang
Thứ Năm, 18 giờ: phóng sự người Lạng Sơn đi làm
Chủ nhật, 7 giờ: phát lại bằng tiếng Tày, Nùng
`)}

// labour is who made the table.
const labour = "Sở Lao động - Thương binh và Xã hội Lạng Sơn"

// demand is the table that the department of labour encloses with its report:
// what each zone asked for.
func (w *world) demand(ctx context.Context) (attachment.File, error) {
	type zone struct {
		Name      string
		Employers int
		People    int
	}
	zones, err := postgres.All[zone](ctx, w.db, `
		SELECT z.name, count(DISTINCT v.employer_id)::int AS employers, sum(v.headcount)::int AS people
		FROM vacancies v
		JOIN zones z ON z.id = v.zone_id
		GROUP BY z.id
		ORDER BY people DESC, z.id
		LIMIT 50`)
	if err != nil {
		return attachment.File{}, err
	}
	book, err := sheet.New("Nhu cầu", []sheet.Column{{Title: "Khu, cụm công nghiệp"}, {Title: "Doanh nghiệp", Kind: sheet.Whole}, {Title: "Số lao động", Kind: sheet.Whole}},
		labour, w.at)
	if err != nil {
		return attachment.File{}, err
	}
	defer book.Close()
	for _, z := range zones {
		if err := book.Add(z.Name, z.Employers, z.People); err != nil {
			return attachment.File{}, err
		}
	}
	var b bytes.Buffer
	err = book.Save(&b, sheet.Notes{Name: "Ghi chú", Facts: []sheet.Fact{{Label: "Người lập", Value: labour}}})
	return attachment.File{Name: "nhu-cau-quy-toi.xlsx", Bytes: b.Bytes()}, err
}
