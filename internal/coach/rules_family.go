package coach

const (
	// bond is what ties somebody to a family.
	bond = "(?:con nhỏ|con mọn|con dại|con bé|con cái|chồng con|vợ con|gia đình|chồng|vợ|con)"
	// settled are those who have one.
	settled = "(?:con nhỏ|con còn nhỏ|con mọn|có con|lập gia đình|có gia đình|có chồng|có vợ|lấy chồng|lấy vợ|vợ chồng|con cái|đã kết hôn|nuôi con|mẹ đơn thân|bố đơn thân|ly hôn|ly dị)"
	// expecting is being with child, or about to be.
	expecting = "(?:mang thai|có thai|có bầu|mang bầu|đang bầu|bụng bầu|mẹ bầu|mẹ bỉm|bỉm sữa|bà bầu|chị bầu|bầu bí|bầu|thai sản|nghỉ đẻ|thai kỳ|sắp sinh|mới sinh|sau sinh|nuôi con nhỏ|nuôi con dưới|cho con bú)"
)

// familyRules are being married, having children, being with child (Labour
// Code 2019 Art. 3.8 and 8.1).
var familyRules = []rule{
	{name: Marital, severity: Warns, denied: deniedAsking, people: true, turned: turnedAway, rewrite: "Không yêu cầu về tình trạng hôn nhân; vợ chồng có thể cùng đăng ký.",
		unless: within(special + "|phòng|ký túc xá|nhà ở|chỗ ở|ở ghép|(?:hay|hoặc) (?:đã|có|chưa|độc thân)|đều|nhận cả|kể cả"), says: says(
			"(?:chưa|không được) (?:kết hôn|lập gia đình|có gia đình|cưới|vợ|chồng|có chồng|có vợ|có con|con|con cái|lấy chồng|lấy vợ|có người yêu)",
			"(?:còn )?độc thân|còn son|son rỗi|single",
			noTake+" (?:đã |có |vướng |bận )*(?:kết hôn|lập gia đình|gia đình|chồng|vợ|con nhỏ|con mọn|con)",
			noTakeList+" "+settled,
			settled+refusedLater,
			recruit+" (?:đã|phải|có) (?:kết hôn|lập gia đình|gia đình|chồng|vợ|con)",
			"(?:không|chưa|chẳng)(?: bị)? (?:vướng bận|vướng|bận|bận bịu|ràng buộc|dính)(?: việc| chuyện)? "+bond,
			"không (?:có )?con (?:nhỏ|mọn)",
			"(?:con cái|con) (?:đã )?(?:lớn|cứng cáp)"+favoured,
		)},
	{name: Pregnancy, severity: Stops, denied: deniedAsking, people: true, turned: turnedAway, unless: within("không bị|nghiêm cấm|được nghỉ|được về sớm|không bố trí|không phải"),
		rewrite: "Lao động nữ mang thai, nuôi con nhỏ được hưởng đầy đủ chế độ theo Bộ luật Lao động.", says: says(
			noTake+" ~"+expecting,
			noTakeList+" "+expecting,
			expecting+refusedLater,
			expecting+"(?: (?:là|thì|bị))* loại",
			expecting+" (?:[^ .]+ ){0,8}?(?:chấm dứt|cho nghỉ việc|sa thải|đuổi việc|cắt hợp đồng|thanh lý hợp đồng|phải nghỉ|tự nghỉ)",
			"(?:không|chưa)(?: đang| được| ở| trong (?:thời gian|thời kỳ|giai đoạn)| có kế hoạch| dự định| ý định)* (?:mang thai|có thai|có bầu|mang bầu|bầu bí|bầu|thai sản|nuôi con nhỏ|nuôi con dưới|sinh con|sinh đẻ)",
			"(?:cam kết|hứa|cam đoan) ~(?:không|chưa) ~(?:mang thai|có thai|sinh con|sinh đẻ|thai sản|nghỉ sinh|có bầu|sinh|đẻ|bầu)",
			"(?:thử|test|xét nghiệm|que thử|kiểm tra)(?: que)? thai",
			"khám thai (?:trước|khi|lúc) ~(?:khi |lúc )?(?:nhận|vào|ký|đi làm|phỏng vấn)",
		)},
}

// turnedAway says that a list of whom a firm does not take has come to an end.
var turnedAway = within("(?:sẽ|vẫn|đều|cũng|thì|tiếp) được|được (?:nhận|hỗ trợ|bố trí|nghỉ|ưu tiên|xếp|trả|hưởng)|hồ sơ (?:qua|sau)|bưu điện|trung gian|hỗ trợ|ưu tiên|cấp|thưởng|nhưng|mà|chỉ|tiền|phí|giấy tờ|cọc|lương|nếu")
