package coach

// Groups of words that several rules share. A group is written with marks and
// stands between blanks; see pattern.go for its signs.
const (
	// special is the exception of Labour Code 2019 Art. 3.8: the nature of the job.
	special = "đặc thù"

	// recruit asks for people, with what may stand between the asking and who is asked for.
	recruit = "(?:chỉ |ưu tiên |cần |nên )?(?:tuyển|cần|nhận|lấy|ưu tiên|yêu cầu|chỉ|dành cho|phù hợp với|phù hợp|hợp với|hợp|tìm|kiếm|thiếu|gom|đối tượng)" +
		"(?: (?:thêm|gấp|dụng|[0-9]+|lao động|công nhân|thợ|người|các|những|mấy|bạn|em|ứng viên|cn|nhân viên|may|phổ thông|là|cho|với|:|khoảng|tuyển|nhận|còn|có|đối tượng|thế hệ|hồ sơ))*"

	// taking is what a firm does with people, and not is that it does not.
	taking = "(?:nhận|tuyển|tuyển dụng|lấy|tiếp nhận|tiếp|dùng|chấp nhận|duyệt|xét|cần|thích|ưa|ham)"
	not    = "(?:không|chưa|chẳng|miễn|ngừng|tạm ngừng|ngưng|tạm ngưng|dừng|tạm dừng|từ chối|hạn chế|đừng|khỏi|ngại)"
	people = "(?: (?:các|những|mấy|người|lao động|phổ thông|cn|công nhân|nhân viên|hồ sơ|dân|phụ nữ|chị em|ứng viên|bạn|nữ|đang|bị|ai|trường hợp|đối tượng|với|cho|có|cả|được))*"

	// noTake shuts out who is named next, as avoids does in fewer words; noTakeList
	// shuts out who is named in a list behind it.
	noTake     = "(?:" + not + " " + taking + "|không phù hợp)" + people
	avoids     = "(?:" + not + " " + taking + "|không phù hợp|tránh|loại|trừ|hạn chế|ngại)" + people
	noTakeList = not + " " + taking + "(?: [^ .]+){0,7}?"

	// refusal is a no, however politely it is put.
	refusal = "(?:" + not + " (?:được |có |thể )?(?:" + taking + "|ứng tuyển|nộp|đăng ký|liên hệ|gọi|ib|inbox|phù hợp|hồ sơ|xin việc)|" +
		"không đủ điều kiện|không đạt|không hợp|làm (?:không|chẳng) nổi|không kham|thì thôi|xin miễn|xin lỗi|thông cảm|xin (?:phép )?từ chối|lướt(?: qua)?|bỏ qua|cho qua|next|bị loại|là loại|thì loại|(?:qua|sang|tìm|kiếm) (?:chỗ|xưởng|công ty|nơi|việc|bên) khác|không ký|khó xin|thôi (?:nhé|nha|ạ)|để đợt sau|mời (?:nghỉ|về)|quay đầu|tạm (?:ngưng|dừng|ngừng)|hết (?:slot|suất|chỗ|chỉ tiêu)|hẹn (?:dịp|đợt|lần))"

	// refused shuts out who was named right before; refusedLater who was named
	// in the same sentence.
	refused      = "(?: (?:giới|thì|là|các|bạn|vui lòng|xin|xin phép|giúp|em|e|mình|bên em|bên mình|công ty|đều|hiện|tạm|tạm thời|cũng|đợt này|hơi|rất))* " + refusal
	refusedLater = "(?: [^ .]+){0,10}? " + refusal

	// favoured puts who was named right before ahead of others.
	favoured = "(?: (?:giới|thì|sẽ|là))* (?:càng tốt|lợi thế|được ưu tiên|ưu tiên hơn|ưu tiên)"

	male   = "(?:nam|đàn ông|con trai|trai|anh em|anh trai|các anh|mấy anh|male|phái nam|phái mạnh)"
	female = "(?:nữ|con gái|gái|phụ nữ|chị em|các chị|mấy chị|female|phái nữ|phái đẹp)"
	sex    = "(?:" + male + "|" + female + ")"
	worker = "(?:công nhân|nhân viên|thợ|lao động|phổ thông|cn|kỹ thuật viên|bảo vệ|tạp vụ|may|kho|lắp ráp|đóng gói|điện tử|lái xe|bốc xếp)"

	// money is an amount: 500 nghìn, 1 triệu 5.
	money = "# (?:nghìn|đồng|đ|triệu|tr)(?: [0-9]{1,3})?"
	// takes is how money goes from a worker to who takes it.
	takes = "(?:thu|thu trước|nạp|xin|bank|góp|đóng|đóng trước|nộp|nộp trước|trừ|mất|tốn|hết|trả|trả trước|chuyển khoản|chuyển|chuẩn bị|gửi|kèm|lấy)"
	// ownCost says that the worker bears it.
	ownCost = "(?:tự túc|tự trả|tự chi|tự lo|tự chịu|tự bỏ tiền|tự đóng|tự thanh toán|tự mua|người lao động (?:trả|chịu|chi|lo|đóng|nộp)|trừ (?:[^ .,]+ ){0,3}?lương|nộp trước|đóng trước)"
	// dues are what a firm has to bear itself when it takes somebody on.
	dues = "(?:đồ |bộ |đôi |xuất )?(?:đồng phục|áo|quần áo|thẻ|bảo hộ|giày bảo hộ|hồ sơ|môi giới|giới thiệu|công giới thiệu|khám|khám sức khỏe|sức khỏe|đào tạo|học nghề|học việc|dạy nghề|" +
		"tay nghề|phỏng vấn|thi tuyển|tuyển dụng|xe phỏng vấn|xe đưa đón|xe đón|xăng xe|slot|giữ slot|tủ|giữ chỗ|giữ suất|suất|ảnh|xin việc|chạy việc|vào làm|nhận việc|dịch vụ|tư vấn|đăng ký|ban đầu|đầu vào)"

	// provinces are the names, before and after 2025, by which people are shut out.
	provinces = "an giang|bà rịa|bạc liêu|bắc giang|bắc kạn|bắc ninh|bến tre|bình dương|bình định|bình phước|bình thuận|cà mau|cao bằng|cần thơ|" +
		"đà nẵng|đắk lắk|đắk nông|điện biên|đồng nai|đồng tháp|gia lai|hà giang|hà nam|hà nội|hà tĩnh|hải dương|hải phòng|hậu giang|hòa bình|huế|" +
		"hưng yên|khánh hòa|kiên giang|kon tum|lai châu|lạng sơn|lào cai|lâm đồng|long an|nam định|nghệ an|ninh bình|ninh thuận|phú thọ|phú yên|" +
		"quảng bình|quảng nam|quảng ngãi|quảng ninh|quảng trị|sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|thanh nghệ|nghệ tĩnh|tiền giang|trà vinh|" +
		"tuyên quang|vĩnh long|vĩnh phúc|yên bái"
	// districts are those of Bắc Giang until June 2025, as people still say them.
	districts = "việt yên|yên dũng|hiệp hòa|lạng giang|tân yên|lục nam|lục ngạn|yên thế|sơn động"
)
