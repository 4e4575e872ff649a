package coach

import (
	"fmt"
	"slices"
	"testing"
)

// written are adverts of real kinds, put down by hand, with nothing to mend.
// Some say in so many words that they do not ask what the law forbids.
var written = []string{
	"Lắp ráp tai nghe, camera theo chuyền. Không yêu cầu kinh nghiệm, được đào tạo tại xưởng. Làm giờ hành chính, nghỉ chủ nhật.",
	"May áo khoác, áo phao xuất khẩu. Biết may là lợi thế, chưa biết được kèm nghề. Nam nữ đều nhận, từ đủ 18 tuổi.",
	"Đứng máy ép nhựa, lấy sản phẩm, cắt bavia. Ca 1: 6h-14h, ca 2: 14h-22h, ca 3: 22h-6h, đổi ca hàng tuần. Phụ cấp ca đêm 30 %.",
	"Bốc xếp hàng trong kho bằng xe nâng tay, kiện nặng dưới 20 kg. Có bảo hiểm, ăn ca, thưởng Tết.",
	"Kiểm tra ngoại quan linh kiện dưới kính hiển vi. Cần thị lực tốt để phân biệt lỗi nhỏ. Có ký túc xá miễn phí.",
	"Tuyển công nhân hàn MIG, có chứng chỉ nghề. Thử việc 30 ngày hưởng 85 % lương. Trang bị bảo hộ đầy đủ.",
	"Vận hành máy CNC theo chương trình có sẵn, đo kiểm bằng panme. Lương cơ bản 6.500.000 đồng, tăng ca tự nguyện.",
	"Nhân viên bếp ăn: sơ chế rau tươi, chia suất, rửa khay. Làm theo ca bếp từ 5h đến 13h.",
	"Tạp vụ văn phòng và khu vệ sinh. Làm 6 ngày, nghỉ chủ nhật. Không thu phí, không đặt cọc.",
	"Bảo vệ nhà máy, làm 3 ca mỗi ca 8 giờ. Cần giấy xác nhận nhân sự, giấy khám sức khỏe.",
	"Lái xe nâng dầu 2,5 tấn, có chứng chỉ vận hành. Lương khoán theo tháng, đóng bảo hiểm từ tháng đầu.",
	"Nhân viên kho: nhập liệu phiếu xuất, nhập; biết Excel cơ bản. Thử việc 1 tuần.",
	"Thợ điện bảo trì, trực sự cố theo lịch. Phụ cấp trách nhiệm 800.000 đồng. Hỗ trợ xăng xe.",
	"Phiên dịch tiếng Trung tại xưởng, dịch tài liệu kỹ thuật. Có phòng ở cho người ở xa.",
	"Công nhân dán tấm pin, ép khung nhôm. Làm thêm không quá 40 giờ một tháng. Xe đưa đón từ TP Lạng Sơn, Chi Lăng, Hữu Lũng.",
	"Đóng gói bao bì carton, dán nhãn, xếp kiện. Vợ chồng cùng đăng ký được xếp chung phòng.",
	"Là, gấp, treo mác áo thành phẩm. Con dưới 6 tuổi được hỗ trợ 100.000 đồng một tháng, có nhà trẻ gần cổng.",
	"Trải vải, cắt theo sơ đồ vi tính. Nghỉ phép 12 ngày một năm, tăng lương hằng năm.",
	"Soi lỗi vải, ghi phiếu, báo tổ trưởng. Làm trong xưởng có điều hòa.",
	"Công nhân mạ linh kiện, có phụ cấp độc hại và khám sức khỏe 6 tháng một lần. Được cấp găng, ủng, mặt nạ miễn phí.",
	"Sấy vải thiều theo mùa vụ, hợp đồng dưới 12 tháng. Trả lương hai lần một tháng.",
	"Tổ trưởng chuyền may, quản lý 30 người. Kinh nghiệm từ 2 năm. Thử việc theo thỏa thuận trong giới hạn của luật.",
	"Kỹ thuật viên bảo trì máy dán linh kiện, tốt nghiệp trung cấp điện trở lên.",
	"Nhân viên kế toán kho, thành thạo Excel. Thử việc 60 ngày, hưởng 100 % lương.",
	"Giao nhận suất ăn bằng xe tải 1,5 tấn, bằng lái B2. Chi phí xăng, gửi xe công ty trả.",
	"Thu ngân căng tin: thu tiền khách, in hóa đơn, đối soát cuối ngày.",
	"Công nhân phổ thông làm giày, quét keo, may mũ. Thu nhập 8-11 triệu gồm lương cơ bản, phụ cấp và tăng ca.",
	"Làm sạch tủ điện, lắp thanh cái. Có người hướng dẫn trong tháng đầu; vẫn đủ lương.",
	"Nhân viên chăm cây, tưới cây khuôn viên nhà máy. Ngoài trời, được cấp mũ và áo mưa.",
	"Pha màu nhựa, cân nguyên liệu theo phiếu. Cân chính xác đến 5 gam.",
	"Công nhân đứng máy dệt, ca ngày và ca đêm luân phiên tuần. Người từ đủ 18 tuổi. Nghỉ giữa ca 45 phút.",
	"Kiểm hàng trước khi xuất, đọc được tem nhãn tiếng Anh đơn giản. Công ty không thu bất kỳ khoản tiền nào của người lao động.",
	"Cong nhan dong goi, khong yeu cau kinh nghiem, nam nu deu duoc, khong thu phi, khong coc, khong giu giay to",
	"LĐPT làm trong KCN Quang Châu, có KTX, xe đưa đón, ăn ca 2 bữa. Chuyên cần 500k/tháng khi đi đủ công.",
	"Nhân viên y tế nhà máy, có chứng chỉ hành nghề; chăm sóc cả lao động nữ mang thai, nuôi con nhỏ.",
	"Ưu tiên người có tay nghề, người khuyết tật vận động nhẹ, hộ nghèo, hộ cận nghèo, người dân tộc thiểu số.",
	"Công nhân quận Nam Từ Liêm, huyện Lục Nam, tỉnh Nam Định hay Hà Nam đều có xe đón.",
	"Thưởng Tết một tháng lương; thưởng thâm niên từ năm thứ hai; làm đủ 12 tháng được 12 ngày phép.",
	"Mang bản chính để đối chiếu rồi nhận lại ngay; chỉ nộp bản sao. Không giữ CCCD, không giữ bằng cấp.",
	"Tháng đầu hỗ trợ tiền ăn 700.000 đồng và tiền xe về quê. Không phân biệt nam nữ, tuổi tác, dân tộc, tôn giáo, tình trạng hôn nhân.",
	"Không cần bằng cấp. Đặt lịch phỏng vấn qua điện thoại, đi làm sau 3 ngày.",
	"Nếu có người tự xưng của công ty yêu cầu đặt cọc, thu phí, xin báo ngay cho trung tâm.",
}

// sentences of factories' adverts; each advert takes one of each row.
var sentences = [][]string{
	{"Công nhân lắp ráp linh kiện điện tử", "Công nhân may công nghiệp", "Công nhân sản xuất tấm pin mặt trời", "Thợ hàn", "Lao động phổ thông đóng gói", "Nhân viên bếp ăn công nghiệp"},
	{"Cắm linh kiện lên bảng mạch theo hướng dẫn; tự kiểm tra trước khi chuyển.", "May các công đoạn theo chuyền; chưa biết may được kèm nghề.", "Đóng gói, dán nhãn, xếp kiện; không yêu cầu kinh nghiệm.", "Nhận, xuất hàng theo phiếu; giữ kho sạch và đúng vị trí.", "Sơ chế, chia suất, rửa khay; làm theo ca bếp."},
	{"Chuyên cần 500.000 đồng khi đi làm đủ ngày; phụ cấp ca đêm 30 %.", "Hỗ trợ nhà ở 300.000 đồng; thưởng năng suất theo chuyền.", "Làm thêm tự nguyện, không quá 40 giờ một tháng; thưởng Tết một tháng lương.", "Nuôi con nhỏ 50.000 đồng mỗi cháu; tiền ăn ca 30.000 đồng một bữa."},
	{"Căn cước, sơ yếu lý lịch, giấy khám sức khỏe; chỉ nộp bản sao", "Bản sao bằng cấp, ảnh 3x4, số tài khoản ngân hàng", "Căn cước công dân phô tô, đơn xin việc"},
}

// clean returns the adverts that nothing is wrong with.
func clean() []Offer {
	shifts := []string{"office", "garment", "two_8h", "two_12h", "three"}
	qualifications := []string{"worker", "elementary", "college"}
	var all []Offer
	for i := range 80 {
		o := Offer{Position: "staff", Qualification: "untrained", Shift: shifts[i%len(shifts)], BasicWage: 5_000_000 + int64(i)*10_000}
		for f, field := range []string{"title", "description", "pay_note", "papers"} {
			row := sentences[f]
			o.Texts = append(o.Texts, Text{field, row[(i*(f+3)+i/(f+2))%len(row)]})
		}
		all = append(all, o)
	}
	for i, words := range written {
		all = append(all, Offer{
			Texts:    []Text{{"title", sentences[0][i%len(sentences[0])]}, {"description", words}},
			Position: "staff", Qualification: qualifications[i%2], Shift: shifts[i%len(shifts)], BasicWage: 5_500_000,
		})
	}
	all[80+23].Qualification = "college" // sixty days of probation
	return all
}

// Adverts with nothing wrong must pass in silence: a coach that cries wolf is
// clicked away. It counts and reports what it finds in them.
func TestCleanAdvertsPass(t *testing.T) {
	t.Parallel()
	adverts := clean()
	if len(adverts) < 100 || len(written) < 40 {
		t.Fatalf("%d adverts, %d by hand", len(adverts), len(written))
	}
	wrong := map[Severity][]string{}
	for _, o := range adverts {
		for _, f := range Review(o, today, minimum) {
			wrong[f.Severity] = append(wrong[f.Severity], fmt.Sprintf("%s “%s” in “%s”", f.Rule, f.Words, f.Passage))
		}
	}
	for severity, list := range wrong {
		t.Logf("%s: %d: %q", severity, len(list), slices.Compact(list))
	}
	t.Logf("%d clean adverts: %d false warnings, %d false freezes, %d false stops", len(adverts), len(wrong[Warns]), len(wrong[Freezes]), len(wrong[Stops]))
	if len(wrong[Stops]) > 0 || len(wrong[Freezes]) > 0 || len(wrong[Warns]) > 2 {
		t.Error("too many false alarms")
	}
}
