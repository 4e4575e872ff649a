package coach

import "testing"

// zaloLawful are typed in the same way and mind no law.
var zaloLawful = []string{
	"Có ký túc xá nữ riêng, ký túc xá nam riêng, wifi, nóng lạnh",
	"Công ty không thu phí tuyển dụng dưới mọi hình thức",
	"Công nhân may áo sơ mi nam, quần âu nam xuất khẩu",
	"Nữ công nhân được nghỉ 30 phút mỗi ngày trong kỳ kinh nguyệt",
	"Hỗ trợ mẹ bầu 300k/tháng, nghỉ sớm 1 tiếng từ tháng thứ 7",
	"Thưởng theo tuổi nghề: 3 năm 500k, 5 năm 800k",
	"Bảo hộ lao động cấp miễn phí, giặt là miễn phí",
	"Tuyển công nhân nam nữ từ 18 tuổi trở lên",
	"Lương thử việc 85%, sau 6 ngày ký hợp đồng",
	"Gửi xe miễn phí, căng tin 3 bữa",
	"Nam nữ đều được, ko yêu cầu kn, ko giới hạn tuổi",
	"Tuyển 18-35 người cho chuyền lắp ráp",
	"lương 8-12tr, ca 8h, cn nghỉ, ib để biết thêm",
	"Phụ cấp nuôi con nhỏ dưới 6 tuổi 50k/tháng/con",
	"Cty có nhà trẻ cho con công nhân từ 18 tháng đến 36 tháng tuổi",
	"Hồ sơ: CCCD photo, giấy khám sức khỏe, sơ yếu lý lịch",
	"Mang theo CCCD gốc để đối chiếu, trả lại ngay",
	"Ko giữ giấy tờ gốc, ko cọc, ko phí môi giới",
	"Xe đưa đón từ Lạng Sơn, Hữu Lũng, Chi Lăng",
	"LĐ các tỉnh Lạng Sơn, Bắc Giang, Cao Bằng đều nhận",
	"Người dân tộc thiểu số được hỗ trợ phiên dịch tiếng Tày, Nùng",
	"Có phòng cầu nguyện và suất ăn chay",
	"Người khuyết tật được bố trí việc phù hợp, lối đi xe lăn",
	"Thử việc 6 ngày hưởng 100% lương",
	"Tăng ca tự nguyện, tối đa 40h/tháng, trả 150%",
	"ca 1: 6h-14h, ca 2: 14h-22h, ca 3: 22h-6h, nghỉ CN",
	"Thời gian làm việc 8h-17h, nghỉ trưa 1 tiếng",
	"Trợ cấp thai sản theo luật, quà sinh con 500k",
	"Thưởng kết hôn 1tr, hiếu hỉ, sinh nhật",
	"Vợ chồng đi cùng được xếp phòng riêng",
	"Nhận cả anh chị em đã có gia đình, có con nhỏ",
	"Thưởng 3tr khi làm đủ 3 tháng, điều kiện không nghỉ quá 2 ngày ko phép",
	"Phí gửi xe do cty chi trả, đồng phục phát miễn phí",
	"Khám sức khỏe đầu vào cty trả tiền",
	"ko mất bất kỳ đồng nào, ai đòi tiền báo ngay 0204 xxx",
	"Cảnh báo: ai thu tiền cọc, phí hồ sơ là lừa đảo",
	"Trường mầm non cần cô nuôi, giờ HC, BHXH đầy đủ",
	"Công ty TNHH Nam Việt tuyển công nhân ép nhựa",
	"Công ty may Nữ Hoàng tuyển thợ may, 2 năm kn",
	"KCN Việt Nam - Singapore, giờ hành chính",
	"Nam Định, Bắc Ninh: có xe về quê cuối tuần",
	"Làm đến 22h thì được phụ cấp đêm 30%",
	"Máy dệt 1985, xưởng mở từ năm 1990, tuyển thợ bảo trì",
	"Quần áo trẻ em 3-12 tuổi, chuyền may mới mở",
	"Ưu tiên người có kinh nghiệm may 1 kim 2 kim",
	"Ký HĐ 1 năm, đóng bh ngay từ tháng đầu",
	"Nhân viên bán hàng khu vực nam sông Thương",
	"Không phân biệt vùng miền, giới tính, tôn giáo",
	"Tuyển người đủ tuổi lao động theo quy định",
	"Phụ nữ, lao động trung niên cứ mạnh dạn nộp hs",
	"Lương tháng trả ngày 10, ko giam lương",
	"Cho ứng lương 50% sau 10 ngày",
	"KTX miễn phí, chỉ trả tiền điện nước theo công tơ",
	"Phụ cấp đi lại 300k cho người ở xa trên 20km",
	"Sn 1990 hay 2005 đều đc, miễn đủ 18t",
	"Học nghề có lương 6tr/tháng, cty trả học phí",
	"Quà 8/3, 20/10 cho chị em, 1/6 cho các cháu",
	"Đi làm 26 ngày công, nghỉ chủ nhật, ngày 8h",
	"Công ty hỗ trợ gửi trẻ, phòng vắt sữa cho mẹ nuôi con dưới 12 tháng",
	"Ae chị em quan tâm ib zalo 0987 654 321 gặp Hà",
	"Đội ngũ trẻ, môi trường thân thiện",
}

func TestZaloLawful(t *testing.T) {
	t.Parallel()
	for _, words := range zaloLawful {
		if found := Review(said(words), today, minimum); len(found) != 0 {
			t.Errorf("%q: %s", words, summary(found))
		}
	}
}
