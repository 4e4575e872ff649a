package demo

// What bodies write about their work in the sample world.
var (
	centreNews = []string{
		"Trong tháng đã chuyển thông tin việc làm của 18 doanh nghiệp về các huyện, thành phố qua trang tin và Zalo của Trung tâm.",
		"Phối hợp với Trung tâm Dịch vụ việc làm Bắc Giang rà soát lại nhu cầu; đã gỡ các tin hết hạn.",
		"Cùng doanh nghiệp tổ chức các phiên lưu động tại xã; kết quả ghi tại từng đợt tuyển dụng.",
	}
	labourNews = []string{
		"Đã trao đổi với Sở Lao động - Thương binh và Xã hội Bắc Giang về nội dung quảng bá, thống nhất bốn nhóm thông tin bắt buộc.",
		"Thống nhất mẫu tờ rơi và cách công bố mức lương cơ bản, thu nhập riêng.",
	}
	transportNews = []string{
		"Đã làm việc với Sở Giao thông vận tải Bắc Giang lần một; thống nhất danh mục nội dung cần khảo sát.",
		"Đã khảo sát hai phương án hành trình, đang tổng hợp nhu cầu đi lại theo ca.",
	}
	mediaNews = []string{
		"Đã trao đổi với cơ quan báo chí bạn, dự thảo kế hoạch phối hợp đã gửi sang.",
		"Đã nhận góp ý của bên bạn về tần suất và khung giờ.",
	}
	districtNews = []string{
		"Đã có văn bản chỉ đạo các xã, thị trấn tạo điều kiện cho doanh nghiệp đến tư vấn, tuyển dụng.",
		"Trong tháng tổ chức một đợt tư vấn; bà con hỏi nhiều về chỗ ở và xe đưa đón.",
		"Đã giao cán bộ xã nắm danh sách lao động có nhu cầu, chuyển Trung tâm Dịch vụ việc làm.",
	}
	communeNews = []string{
		"Đã thông báo trên loa truyền thanh và nhóm Zalo các thôn; cử một cán bộ đầu mối.",
		"Đã bố trí nhà văn hóa xã cho doanh nghiệp đến tư vấn.",
		"Đã lập danh sách người có nhu cầu, gửi Trung tâm Dịch vụ việc làm.",
	}
)

const (
	wordsFriendly = "UBND tỉnh Lạng Sơn trân trọng đề nghị UBND tỉnh Bắc Giang cho biết tình hình xem xét các nội dung đề xuất tại buổi làm việc."
	wordsLate     = "Nhiệm vụ đã quá hạn. Đề nghị Sở báo cáo UBND tỉnh kết quả nghiên cứu và thời gian hoàn thành."
)
