package notice

// verbs begin what a body is to do.
var verbs = newLexicon(`chủ trì, phối hợp, chỉ đạo, lãnh đạo, tham mưu, rà soát, xây dựng, tổ chức, kiểm tra, giám sát, thanh tra, quản lý, quản lí,
	hướng dẫn, đôn đốc, theo dõi, báo cáo, trình, gửi, đề xuất, nghiên cứu, hoàn thiện, hoàn thành, hoàn tất, triển khai, thực hiện, thẩm định,
	phê duyệt, ban hành, công bố, công khai, niêm yết, tuyên truyền, phổ biến, quán triệt, vận động, bố trí, cân đối, phân bổ, cấp, cho vay, cho thuê, hỗ trợ,
	tạo điều kiện, giải quyết, xử lý, xử lí, tháo gỡ, khắc phục, chấn chỉnh, đẩy mạnh, đẩy nhanh, tăng cường, nâng cao, phát huy, duy trì,
	bảo đảm, đảm bảo, tiếp tục, chủ động, khẩn trương, kịp thời, thường xuyên, tích cực, nghiêm túc, tập trung, quan tâm, chú trọng, chú ý, ưu tiên,
	cập nhật, tổng hợp, thống kê, lập, làm, tiếp nhận, cung cấp, khảo sát, xác định, lựa chọn, thành lập, kiện toàn, phân công, giao,
	yêu cầu, bàn giao, giải ngân, thu hồi, giải phóng, bồi thường, vận hành, sửa chữa, đầu tư, mở, khai thác, khai trương, thông báo, trả lời, phản hồi,
	bổ sung, điều chỉnh, sửa đổi, thay thế, ký kết, ký, kí, đăng ký, đăng tải, đăng, phát động, phát hành, phát hiện, phát sóng, ngăn chặn, phòng ngừa,
	đấu tranh, điều tra, xác minh, làm rõ, truy quét, tuần tra, trực, ứng phó, ứng trực, sơ tán, di dời, cứu hộ, tìm kiếm, dự báo, cảnh báo, cắm,
	lắp đặt, trồng, chăm sóc, tiêm, xét nghiệm, khám, điều trị, cách ly, giám định, dự trữ, chuẩn bị, huy động, sắp xếp, luân chuyển, đào tạo,
	tập huấn, bồi dưỡng, tuyển dụng, tuyển sinh, giới thiệu, kết nối, xúc tiến, quảng bá, thu hút, mời gọi, khuyến khích, khen thưởng, xét,
	tôn tạo, bảo tồn, bảo vệ, gìn giữ, giữ gìn, chăm lo, thăm hỏi, thăm, tặng, hoàn trả, thanh toán, quyết toán, nộp, thu, thẩm tra, kiểm soát,
	kiểm kê, kiểm điểm, rút kinh nghiệm, có ý kiến, cho ý kiến, có văn bản, có phương án, có giải pháp, có biện pháp, có kế hoạch, có báo cáo,
	có trách nhiệm, có nhiệm vụ, chịu trách nhiệm, cử, mời, đề nghị, kiến nghị, giúp, ủy quyền, lồng ghép, gắn, đưa, chuyển, khởi công, thi công,
	nghiệm thu, lấy ý kiến, góp ý, tham gia, ứng dụng, số hóa, số hoá, chuyển đổi, áp dụng, thí điểm, nhân rộng, phát triển, mở rộng, thúc đẩy,
	củng cố, xem xét, thống nhất, đồng hành, tư vấn, tự kiểm tra, đối chiếu, kê khai, phân loại, phân luồng, điều tiết, điều hành, điều động,
	điều phối, cắt giảm, rút ngắn, đơn giản hóa, tổng kết, sơ kết, bám sát, nắm, nắm bắt, nắm chắc, xác nhận, thẩm duyệt, tự rà soát, bàn,
	làm việc, trao đổi, liên hệ, nhắc nhở, truyền thông, đưa tin, viết bài, phản ánh, thông tin, động viên, khích lệ, giáo dục, cụ thể hóa, cụ thể hoá, lan tỏa,
	xử phạt, quy định, quản trị, tu sửa, nạo vét, gia cố, khơi thông, dọn dẹp, thu gom, chăn thả, tiêu hủy, tiêm phòng, phun, giám hộ, chốt, chi trả, trả, ổn định,
	nhân giống, gieo, thu hoạch, tưới, tiêu, khoanh vùng, sẵn sàng, hưởng ứng, tiến hành, phấn đấu, cưỡng chế, chuẩn hóa, nâng cấp, mua sắm, trang bị, cho phép, thuê, giải trình, xây mới, hoàn chỉnh, đền bù, chấm điểm, công chứng, thẩm tra, rà quét,
	tích hợp, kích hoạt, vinh danh, tổng rà soát, tổng kiểm tra, chia sẻ, phân bố, sàng lọc, nhân rộng, đưa vào, phủ, thiết kế, thiết lập, khai giảng, tuyển chọn, khởi tạo, rà soát lại, phát, chống, đối thoại, tiếp, tiếp dân, công nhận, lưu giữ, lưu trữ, lấy mẫu,
	sử dụng, tận dụng, tăng, giảm, hạn chế, nghiêm cấm, chấm dứt, ngừng, dừng, tạm dừng, cấm, kiên quyết, quyết liệt, triệt để, cương quyết, tuyệt đối, đồng bộ, đổi mới,
	trực tiếp, cần, phải, sớm, ngay, xác lập, vệ sinh, tổ chức thực hiện, chịu, phân tích, quy hoạch, lên, soạn thảo, dự thảo, dự toán, biên soạn, in, cắt tỉa,
	kết hợp, liên kết, phân cấp, phát thanh, cải thiện, cải tạo, cải cách, khôi phục, kích cầu, giữ, giữ vững, quyên góp, ủng hộ, tiếp cận, ký cam kết, cam kết,
	thẩm mỹ, giới hạn, nghiêm chỉnh, chấp hành, tuân thủ, đánh giá, bình ổn, quét dọn, nhập, khai báo, trưng bày, tôn vinh, rà, hiệp đồng, diễn tập, luyện tập, khởi động, hội ý, giao ban`)

// manners say how a thing is to be done; what is to be done stands after them.
var manners = newLexicon(`khẩn trương, chủ động, tích cực, nghiêm túc, kịp thời, sớm, ngay, cần, phải, có trách nhiệm, có nhiệm vụ, chịu trách nhiệm,
	tập trung, trực tiếp, kiên quyết, quyết liệt, triệt để, cương quyết, đồng thời, chủ trì, chặt chẽ, tiến hành, trước mắt, giúp, làm tốt, chịu, và`)

// lasting verbs ask for what goes on, not for a product.
var lasting = newLexicon(`tiếp tục, thường xuyên, tăng cường, đẩy mạnh, nâng cao, chủ động phối hợp, quan tâm, chú trọng, theo dõi, duy trì, làm đầu mối, là đầu mối, phát huy, quán triệt,
	giám sát, kiểm tra, đôn đốc, tuyên truyền, vận động, phổ biến, bảo đảm, đảm bảo, chỉ đạo, vận hành, quản lý, hướng dẫn, phối hợp, tạo điều kiện, giữ gìn, bảo vệ,
	ưu tiên, sẵn sàng, hưởng ứng, tăng, giảm, hạn chế, phấn đấu, triển khai thực hiện nghiêm, ngăn chặn, phòng ngừa, hỗ trợ, động viên, khuyến khích, thực hiện tốt, thực hiện nghiêm, chấp hành, tuân thủ, đổi mới, giữ vững, ổn định, bình ổn, chăm lo, trực, tuần tra,
	kiểm soát, đưa tin, thông tin, truyền thông, cung cấp, bám sát, nắm chắc, nắm, nắm bắt, thúc đẩy, phát triển, củng cố, tham gia, đồng hành, lồng ghép, định kỳ, hằng ngày, hằng tuần, hằng tháng, hằng quý, hằng năm, tích cực tuyên truyền, tự kiểm tra, dự báo, cảnh báo,
	lãnh đạo, giáo dục, đấu tranh, cập nhật, điều hành, điều tiết, tổ chức tuyên truyền, xử lý nghiêm, nghiêm cấm, không, tuyệt đối, cải thiện, khơi dậy, lan tỏa, kết nối, tiếp nhận, tư vấn, giới thiệu, cho vay`)

// noTask words open a clause that tells of money, place or time, not of a task.
var noTask = newLexicon(`kinh phí, nguồn kinh phí, thời gian, địa điểm, thành phần, đối tượng, số lượng, mục đích, mục tiêu, phạm vi, nguồn lực, nguồn vốn, khó khăn, thuận lợi, kết quả, tồn tại, hạn chế, nguyên nhân, ghi chú, tổng số, tổng kinh phí, chỉ tiêu, lưu, ưu điểm, khuyết điểm, quan điểm, hình thức, chủ đề, khẩu hiệu`)
