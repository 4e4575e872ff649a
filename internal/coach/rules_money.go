package coach

import "regexp"

// deniedTaking carries "does not take" over a list: no fee, deposit, papers.
var deniedTaking = regexp.MustCompile(loosen(
	` (?:công ty|doanh nghiệp|nhà máy) (?:sẽ )?(?:lo|chịu|chi|trả|chi trả|thanh toán)(?: [^ .]+){0,8} $|` +
		` (?:không|chẳng) (?:hề |được |phải )*(?:thu|mất|tốn|nộp|đóng|đặt|trả|giữ|yêu cầu)(?: [^ .]+){0,14} $|` +
		` không có (?:chuyện|việc|tình trạng)(?: [^ .]+){0,14} $| hỗ trợ (?:các )?(?:loại |khoản )?phí(?: [^ .]+){0,8} $| (?:cảnh giác|cảnh báo|lừa đảo|báo ngay|báo cho|tố cáo|nghiêm cấm|phản ánh|nếu ai|nếu có người) `))

// paidForYou says that the fee or deposit is the company's, a customer's or a
// bonus.
const paidForYou = "hỗ trợ|miễn phí|(?:công ty|doanh nghiệp|nhà máy|nhà nước|tỉnh|trung tâm) ~(?:trả|hoàn|chịu|lo|chi|đóng|đặt|cấp)|được cấp|cấp phát|khách|khách hàng|" +
	"thưởng|được nhận|nhân viên thu phí|trạm thu phí|con|cháu|công đoàn"

// docs are papers of which a worker has one original.
const docs = "(?:bằng|bằng cấp|bằng tốt nghiệp|bằng lái|bằng nghề|chứng chỉ|cccd|căn cước|cmnd|giấy khai sinh|sổ hộ khẩu|hộ chiếu|sổ bảo hiểm|sổ bhxh|giấy tờ|gplx|giấy phép lái xe|passport|đăng ký xe)"

// sureOf is a place that is promised for money.
const sureOf = "(?:bao đỗ|bao đậu|chắc đỗ|đỗ chắc|chắc suất|chắc chắn đỗ|vào thẳng|vào luôn|vào nhanh|có suất|khỏi phỏng vấn)"

const noFee = "Người lao động không mất bất kỳ khoản phí nào khi đăng ký, phỏng vấn và nhận việc."

// moneyRules are what may be asked of nobody who looks for work: fees
// (Labour Code 2019 Art. 11.2), deposits and held papers (Art. 17).
var moneyRules = []rule{
	{name: Fee, severity: Freezes, denied: deniedTaking, turned: within("không|chưa|miễn phí|phát|cấp|hỗ trợ|tặng|thưởng|nhận ngay|được nhận|lĩnh"), unless: within(paidForYou + "|bảo hiểm|bhxh"), rewrite: noFee, says: says(
		"(?:thu |mất |đóng |nộp |trả )?(?:lệ |chi )?phí (?:giới thiệu|môi giới|tuyển dụng|hồ sơ|xin việc|tư vấn|thi tuyển|phỏng vấn|giữ chỗ|vào làm|làm hồ sơ|làm thẻ|đồng phục|nhận việc|đăng ký|đào tạo|dạy nghề|học nghề|dịch vụ|ban đầu|khám|xe phỏng vấn|test)",
		"(?:có thu|có mất|phải mất|phải nộp|phải đóng|chỉ mất|chỉ thu|thu) (?:lệ )?phí",
		"(?:mất|đóng|nộp|thu|trả) (?:lệ )?phí(?: trước)? #",
		"(?:thu|nộp|đóng|mất|trả|kèm) ~lệ phí",
		"tiền (?:môi giới|giới thiệu|công giới thiệu|xin việc|làm hồ sơ|hồ sơ|làm thẻ|giữ chỗ|chạy việc|mua đồng phục|học nghề|học việc)",
		takes+"(?: trước)?(?: "+money+")? (?:tiền|phí|chi phí) (?:mua |làm )?"+dues,
		takes+"(?: (?:trước|khoảng|thêm|mỗi|một|bạn|người|lao động|em|ai))* "+money+" (?:tiền |phí |công |để |cho )*(?:làm |xin |mua )?"+dues,
		"(?:đóng|nộp|nạp|bank|chuyển khoản|chuyển)(?: (?:trước|tiền|quỹ|khoản|góp|cho|em|e|phí))* "+money,
		"(?:gửi|đưa|biếu|cho) (?:em|e|anh|chị|mình|quản lý|tổ trưởng|bên em) "+money,
		"phí (?:[^ .,]+ ){0,3}?(?:phỏng vấn|đồng phục|thẻ|nhận việc|nhập việc|vào làm|vào việc)",
		takes+" "+money+" (?:lệ |tiền )?phí",
		"(?:thu|lấy|trích|cắt) # % (?:tháng )?lương",
		"phí (?:cò|lót tay|bôi trơn|chạy chọt|hướng dẫn|cam kết|trọn gói|xếp việc)|tiền (?:cò mồi|lót tay|bôi trơn)",
		dues+" (?:[^ .]+ ){0,6}?"+money+" (?:[^ .,]+ ){0,3}?(?:đóng|nộp|thu)",
		"(?:cà phê|cafe|trà nước|chè nước|bồi dưỡng|lót tay|cảm ơn)(?: (?:cho|em|e|anh|chị|mình|quản lý|tổ trưởng|nhẹ|trước))* "+money,
		"phí "+money+" (?:/ |một |mỗi |cho )*(?:hồ sơ|người|đầu người|suất)",
		"trừ (?:vào )?lương ~"+dues,
		dues+" (?:[^ .]+ ){0,9}?"+ownCost,
		ownCost+" (?:tiền |phí |chi phí |mua )*"+dues,
		"(?:tự|phải) (?:bỏ tiền )?mua (?:[^ .,]+ ){0,3}?"+dues,
		takes+" "+dues+" (?:[^ .,]+ ){0,3}?"+money,
		takes+" (?:[^ .,]+ ){0,2}?"+money+" (?:/|một|mỗi) (?:người|suất|hồ sơ|lao động|đầu|bạn)",
		"giá (?:[^ .,]+ ){0,3}?(?:suất|slot) (?:[^ .,]+ ){0,5}?"+money,
		sureOf+" (?:[^ .]+ ){0,4}?"+money,
		money+" (?:[^ .]+ ){0,4}?"+sureOf,
		"(?:lệ )?phí(?: :)? "+money,
		"học phí",
		"(?:phí|tiền) đầu vào|đầu vào # (?:nghìn|triệu|tr)",
		"hoa hồng (?:môi giới|cho người giới thiệu)",
	)},
	{name: Deposit, severity: Freezes, denied: deniedTaking, unless: within(paidForYou + "|bê tông|móng|ép cọc"),
		turned:  within("xe|vé|được hoàn"),
		rewrite: "Người lao động không phải đặt cọc; đồng phục, thẻ ra vào do công ty cấp.", says: says(
			"(?:đặt|tiền|nộp|đóng|thu|giữ|trừ|mất) (?:tiền )?(?:đặt )?cọc(?: (?:tiền )?(?:đồng phục|thẻ|giữ chỗ|hồ sơ|chỗ ở|giường))?",
			"cọc (?:#|thẻ|đồng phục|giữ chỗ|hồ sơ|tiền|chỗ|trước)",
			"(?:tiền )?(?:thế chân|ký quỹ|ký cược|thế chấp)",
			"(?:nộp|đóng|đặt|giữ) ~tiền (?:bảo đảm|đảm bảo|trước|tin)",
			"lương (?:[^ .]+ ){0,6}?(?:giữ|giam) (?:lại|đến|tới|cho đến|hộ)",
			"đặt tiền|đặt trước(?: tiền)? "+money,
			"(?:tiền|"+takes+") (?:[^ .]+ ){0,4}?"+money+" (?:[^ .]+ ){0,8}?(?:hoàn lại|hoàn trả|hoàn tiền|trả lại|lấy lại)",
			"(?:lương|công) gối|gối (?:đầu )?(?:lương|công)",
			"(?:giữ|giam|cầm|treo)(?: lại)? (?:"+money+"|# % (?:tháng )?lương)",
			"(?:giam|treo|giữ|giữ lại|giam lại|cầm|cầm cố|gối) (?:[0-9]+ |một |nửa )?(?:tháng |ngày |tuần )?(?:lương|công)",
		)},
	{name: Papers, severity: Freezes, denied: deniedTaking, unless: within("đối chiếu|xuất trình|cầm về|mang về|quét|chụp|trả lại ngay|kiểm tra|bản sao|photo|công chứng|(?:chính|gốc) hợp đồng|được giữ"),
		rewrite: "Chỉ nộp bản sao; bản gốc mang theo để đối chiếu và nhận lại ngay.", says: says(
			"(?:giữ|thu|nộp|lưu|gửi|thu giữ|tạm giữ|lưu giữ|giữ lại) ~(?:bản gốc|bản chính|gốc)",
			"(?:giữ|thu|thu giữ|tạm giữ|lưu giữ|giữ lại|cầm|gửi lại|để lại)(?: lại)? (?:giấy tờ|giấy phép lái xe|gplx|passport|bằng cấp|bằng tốt nghiệp|bằng lái|bằng nghề|căn cước|thẻ căn cước|cccd|cmnd|cmt|chứng minh thư|sổ hộ khẩu|hộ khẩu|hộ chiếu|sổ bảo hiểm)",
			docs+" (?:[^ .,]+ ){0,2}?(?:gốc|bản chính)",
			"(?:hồ sơ|bằng|bằng cấp|cccd|căn cước|giấy khai sinh|sổ hộ khẩu|giấy tờ|cmnd)(?: ,)? (?:bản )?gốc|(?:bằng|bằng cấp|hồ sơ|giấy tờ)(?: ,)? bản chính",
		)},
}
