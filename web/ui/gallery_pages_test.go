package ui

import (
	"bytes"
	"context"
	"io"
	"time"

	"github.com/a-h/templ"

	"cauviec/internal/errs"
	"cauviec/internal/journal"
)

// with puts children into a component.
func with(parent templ.Component, children ...templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return parent.Render(templ.WithChildren(ctx, templ.Join(children...)), w)
	})
}

// html is a component written out.
func html(s string) templ.Component { return templ.Raw(s) }

// words renders a component, for html that stands around it.
func words(c templ.Component) string {
	var b bytes.Buffer
	if err := c.Render(context.Background(), &b); err != nil {
		panic(err)
	}
	return b.String()
}

func galleryPublic() templ.Component {
	return with(Public(Page{Title: "Việc làm", Nav: "nav.vacancies", Description: "Việc làm ở Bắc Giang"}),
		with(PageHead(Head{Title: "Tìm việc ở Bắc Giang", Lead: "412 việc đang tuyển, cách nhà từ 40 đến 130 km."})),
		with(FilterBar("/viec-lam"),
			Input(Field{Name: "q", Label: "Tên việc, công ty, khu công nghiệp", Type: "search", Placeholder: "may, lắp ráp, kho …"}),
			Select(Field{Name: "khu", Label: "Khu công nghiệp", Blank: "Tất cả", Value: "qc", Options: []Option{
				{Value: "qc", Label: "Quang Châu", Group: "Thị xã Việt Yên"}, {Value: "vt", Label: "Vân Trung", Group: "Thị xã Việt Yên"},
				{Value: "dt", Label: "Đình Trám", Group: "Khác"}}}),
			Select(Field{Name: "ca", Label: "Ca làm việc", Blank: "Ca nào cũng được"})),
		Chips([]Chip{{"KCN Quang Châu", "?"}, {"Từ 9 triệu", "?"}, {"Có ký túc xá", "?"}}),
		html(`<ul class="cards"><li class="card"><h2><a class="card-link" href="#a">Công nhân may</a></h2><p class="amount">9–12 triệu đồng/tháng</p><p class="help">KCN Quang Châu · 96 km</p>`+
			words(Badge(Good, "bed-double", "Ký túc xá"))+" "+words(Badge(Info, "bus", "Xe đón"))+`</li><li class="card"><h2><a class="card-link" href="#b">Lắp ráp linh kiện điện tử</a></h2><p class="amount">8,5–11 triệu đồng/tháng</p></li></ul>`),
		PagerLinks(Pager{Summary: "1–20 trong 412 việc", Prev: "#", Next: "#", First: "#"}),
		with(Section("Quyền lợi của bạn"), with(Flag(Good, "Không thu phí, không đặt cọc, không giữ giấy tờ"), html(`<p>Nếu ai đòi tiền, hãy gọi 0205 3 812 345.</p>`)),
			with(More("Cách tính thu nhập"), html(`<p>Lương cơ bản cộng phụ cấp và làm thêm giờ.</p>`))),
		with(Section("Chưa có gì"), Empty("Chưa có đợt tuyển dụng nào ở xã này", "Có 2 đợt ở các xã bên cạnh trong tháng 4.", "/dot-tuyen-dung", "Xem đợt gần nhất")),
		html(`<div class="sticky-actions">`+words(LinkButton(Primary, "Đăng ký", "#"))+words(IconButton(Secondary, "phone", "Gọi 0205 3 812 345", "#"))+`</div>`))
}

func galleryStaff() templ.Component {
	weeks := []string{"01/04", "08/04", "15/04", "22/04", "29/04", "06/05", "13/05", "20/05"}
	return with(Staff(Page{Title: "Bảng điều khiển", Nav: "nav.dashboard", Wide: true}),
		with(PageHead(Head{Title: "Trung tâm Dịch vụ việc làm", State: Badge(Soon, "", "3 việc đến hạn tuần này"), BackHref: "#", BackLabel: "Tất cả cơ quan"}),
			LinkButton(Primary, "Tạo tin tuyển dụng", "#"), IconButton(Secondary, "download", "Xuất bảng", "#")),
		Headline("2 nhiệm vụ quá hạn, 3 huyện im lặng quá 30 ngày; tuần này 41 người đi làm."),
		with(Section("Cần làm"), TodoList([]Todo{
			{Text: "Báo cáo kết quả tháng 4 gửi UBND tỉnh", Detail: "quá hạn 2 ngày", Href: "#", Action: "Lập báo cáo", Tone: Late},
			{Text: "Kiểm tra 4 tin tuyển dụng mới", Detail: "chờ từ hôm qua", Href: "#", Action: "Kiểm tra", Tone: Soon},
			{Text: "Xác nhận đợt tuyển dụng ở xã Chi Lăng, huyện Tràng Định", Detail: "còn 5 ngày", Href: "#", Action: "Xem đợt", Tone: Info}})),
		with(Section("Số liệu chính"), Stats([]Stat{
			{Label: "Người đăng ký", Value: "1.284", Change: "+96 so với tuần trước", Tone: Good, Href: "#"},
			{Label: "Đã đi làm", Value: "412", Change: "+41 tuần này", Tone: Good, Href: "#"},
			{Label: "Tin đang tuyển", Value: "58", Change: "4 tin hết hạn tuần này", Tone: Soon, Href: "#"},
			{Label: "Huyện im lặng", Value: "3", Change: "quá 30 ngày", Tone: Late, Href: "#"}})),
		with(Section("Diễn biến"), html(`<div class="columns">`), galleryCharts(weeks), html(`</div>`)),
		with(SectionWith("Nhiệm vụ", html(`<a class="link" href="#">Xem tất cả</a>`)),
			Tabs("Trạng thái", []Tab{{"Đang làm", "12", "#", true}, {"Chờ duyệt", "3", "#", false}, {"Đã xong", "40", "#", false}}),
			with(Table("Nhiệm vụ"), html(galleryRows()))),
		html(`<div class="with-aside"><div>`),
		with(Section("Thông tin"), Facts([]Fact{
			{Label: "Doanh nghiệp", Value: "Công ty TNHH May Mẫu Bắc Giang"}, {Label: "Lương cơ bản", Value: "5.200.000 đồng", Help: "trên mức tối thiểu vùng III 1.060.000 đồng"},
			{Label: "Hạn đăng ký", Value: "30/04/2024 · còn 5 ngày"}, {Label: "Người liên hệ"},
			{Label: "Mô tả", Value: "May công nghiệp, có đào tạo một tháng hưởng lương.", Wide: true}}),
			html(`<div class="mt-4">`), Progress("Xã đã trả lời", 17, 23), html(`</div>`)),
		with(Section("Tệp kèm theo"), Attachments([]AttachmentLink{{"Thông báo 172/TB-UBND", "#", "PDF, 1,2 MB"}}), html(`<div class="actions">`),
			Action(ActionForm{Href: "#", Label: "Duyệt", Kind: Primary, Version: 3, Icon: "check"}),
			Action(ActionForm{Href: "#", Label: "Trả lại", Kind: Danger, Version: 3, Open: true, Confirm: "Trả lại tin “Công nhân may” cho doanh nghiệp sửa.", Reason: &Field{Name: "why", Label: "Lý do"}}), html(`</div>`)),
		html(`</div><aside>`), with(Section("Lịch sử"), Timeline([]journal.Entry{
			{ID: 2, At: time.Date(2024, 4, 5, 7, 0, 0, 0, time.UTC), Person: "Hoàng Thị Mai", BodyVi: "Trung tâm DVVL Lạng Sơn", Thing: journal.Vacancy, Action: "publish", From: "submitted", To: "published"},
			{ID: 1, At: time.Date(2024, 4, 4, 2, 0, 0, 0, time.UTC), Person: "Nguyễn Văn Bình", Thing: journal.Vacancy, Action: "submit", Why: "Bổ sung phụ cấp đi lại"}})), html(`</aside></div>`))
}

func galleryCharts(weeks []string) templ.Component {
	line := func(name string, goal bool, values ...float64) Series {
		s := Series{Name: name, Goal: goal}
		for i, v := range values {
			s.Points = append(s.Points, Point{Label: weeks[i], Value: v})
		}
		return s
	}
	named := func(name string, tone Tone, pairs ...any) Series {
		s := Series{Name: name, Tone: tone}
		for i := 0; i < len(pairs); i += 2 {
			s.Points = append(s.Points, Point{Label: pairs[i].(string), Value: float64(pairs[i+1].(int))})
		}
		return s
	}
	return templ.Join(
		LineChart(Chart{Title: "Người đi làm theo tuần", Summary: "Tăng bốn tuần liền.", Labels: "Tuần", Series: []Series{
			line("Đi làm", false, 12, 18, 16, 22, 28, 31, 36, 41), line("Đăng ký", false, 40, 52, 61, 48, 70, 88, 91, 96), line("Mục tiêu", true, 30, 30, 30, 30, 30, 30, 30, 30)}}),
		Funnel(Chart{Title: "Từ đăng ký đến đi làm", Labels: "Bước", Series: []Series{named("Người", "", "Đăng ký", 1284, "Đã tư vấn", 910, "Đã giới thiệu", 640, "Trúng tuyển", 455, "Đi làm", 412)}}),
		BarChart(Chart{Title: "Người đi làm theo huyện", Labels: "Huyện", Series: []Series{named("Người", "", "Tràng Định", 96, "Bình Gia", 71, "Văn Lãng", 64, "Cao Lộc", 58, "Lộc Bình", 23)}}),
		StackedBar(Chart{Title: "Tình trạng nhiệm vụ", Labels: "Huyện", Series: []Series{
			named("Đã xong", Good, "Tràng Định", 6, "Bình Gia", 4), named("Đang làm", Calm, "Tràng Định", 3, "Bình Gia", 5), named("Quá hạn", Late, "Tràng Định", 0, "Bình Gia", 2)}}))
}

func galleryRows() string {
	head := words(SortHeader(Sort{Label: "Hạn", Href: "#", Dir: "ascending"}))
	return `<thead><tr><th scope="col">Nhiệm vụ</th><th scope="col">Cơ quan</th>` + head + `<th scope="col" class="num">Xong</th><th scope="col">Tình trạng</th><th scope="col">Việc</th></tr></thead><tbody>
	<tr><td class="cell-title"><a class="card-link" href="#">Rà soát nhu cầu lao động</a></td><td data-label="Cơ quan">Sở LĐTBXH Bắc Giang</td><td data-label="Hạn">26/04/2024 · quá hạn 2 ngày</td><td class="num" data-label="Xong">40%</td><td data-label="Tình trạng">` + words(Badge(Late, "", "Quá hạn")) + `</td><td class="cell-actions">` + words(LinkButton(Secondary, "Nhắc", "#")) + words(Action(ActionForm{Href: "#", Label: "Giao lại", Kind: Quiet, Open: true, Confirm: "Giao lại nhiệm vụ này."})) + `</td></tr>
	<tr><td class="cell-title"><a class="card-link" href="#">Tuyên truyền trên Đài PTTH</a></td><td data-label="Cơ quan">Đài PTTH Lạng Sơn</td><td data-label="Hạn">15/05/2024 · còn 17 ngày</td><td class="num" data-label="Xong">75%</td><td data-label="Tình trạng">` + words(Badge(Info, "", "Đang làm")) + `</td><td></td></tr>
	<tr><td class="cell-title"><a class="card-link" href="#">Khảo sát tuyến xe</a></td><td data-label="Cơ quan">Sở GTVT Lạng Sơn</td><td data-label="Hạn">30/06/2024</td><td class="num" data-label="Xong">100%</td><td data-label="Tình trạng">` + words(Badge(Good, "", "Đã xong")) + `</td><td></td></tr></tbody>`
}

func galleryForms() templ.Component {
	wrong := errs.Problems{"phone": {Key: "problem.phone"}, "pay": {Key: "problem.money"}, "shift": {Key: "problem.choice"}}
	fields := []Field{
		{Name: "name", Label: "Họ và tên", Help: "Viết đúng như trên căn cước.", Value: "Nông Văn Sơn", Autocomplete: "name"},
		{Name: "phone", Label: "Số điện thoại", Value: "0912", Type: "tel", Width: Medium, Problem: ProblemOf(wrong, "phone"), Autocomplete: "tel"},
		{Name: "pay", Label: "Mức lương mong muốn", Optional: true, Suffix: "triệu đồng/tháng", Width: Short, Value: "abc", Problem: ProblemOf(wrong, "pay"), InputMode: "decimal"},
		{Name: "shift", Label: "Ca làm việc", Problem: ProblemOf(wrong, "shift"), Options: []Option{{Value: "day", Label: "Ca ngày"}, {Value: "night", Label: "Ca đêm", Help: "phụ cấp 30%"}}},
	}
	return with(Staff(Page{Title: "Đăng ký", Nav: "nav.candidates"}),
		with(PageHead(Head{Title: "Đăng ký cho người tìm việc", BackHref: "#", BackLabel: "Người tìm việc"})),
		Steps([]string{"Người", "Nguyện vọng", "Xem lại"}, 1),
		ProblemSummaryOf(wrong, fields...),
		with(Form("#", "KEY"), Version(2), Input(fields[0]), Input(fields[1]), Input(fields[2]), Radios(fields[3]),
			Checks(Field{Name: "benefit", Label: "Cần có", Optional: true, Options: []Option{{Value: "dorm", Label: "Ký túc xá"}, {Value: "bus", Label: "Xe đưa đón"}}}, []string{"dorm"}),
			Select(Field{Name: "area", Label: "Xã đang ở", Blank: "Chọn xã", Options: []Option{{Value: "1", Label: "Xã Chi Lăng", Group: "Huyện Tràng Định"}, {Value: "2", Label: "Xã Tân Tiến", Group: "Huyện Tràng Định"}}}),
			TextArea(Field{Name: "note", Label: "Ghi chú", Optional: true, MaxLength: 500}),
			File(Field{Name: "paper", Label: "Tệp kèm theo", Optional: true, Accept: ".pdf", Help: "PDF, tối đa 5 MB."}),
			Checkbox(Field{Name: "consent", Label: "Người này đồng ý cho lưu thông tin", Help: "Đã đọc cho người đăng ký nghe.", Value: "1"}),
			html(`<div class="actions">`), Submit("Lưu và xem lại"), Button(Secondary, "Lưu nháp", "then", "draft"), Cancel("#"), html(`</div>`)))
}
