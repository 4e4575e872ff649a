package coach

// impaired are disabilities and illnesses by which people are shut out.
const impaired = "(?:khuyết tật|tàn tật|dị tật|tật nguyền|(?:bị|có) tật|câm điếc|(?:bị|người) (?:câm|mù|cụt)|điếc|khiếm thị|khiếm thính|cụt ngón|tay cụt|mắt mù|cụt tay|thọt|nói lắp|nói ngọng|thiếu ngón|mất ngón|bị liệt|cà nhắc|bại não|thần kinh|tâm thần|động kinh|hiv|viêm gan|viêm gan b|lao phổi)"

// bodyRules are disability and illness (Labour Code 2019 Art. 3.8 and 8.1), and
// looks where the work does not ask for them.
var bodyRules = []rule{
	{name: Disability, severity: Stops, denied: deniedAsking, people: true, turned: turnedAway,
		rewrite: "Yêu cầu đủ sức khỏe cho công việc theo giấy khám sức khỏe; người khuyết tật được xem xét theo khả năng làm việc.", says: says(
			impaired+refusedLater,
			noTake+" "+impaired,
			noTakeList+" (?:người |bị |mắc )?"+impaired,
			"không(?: bị| có| mắc| mang)* "+impaired,
			"(?:không )?(?:mắc|nhiễm|bị)(?: bệnh)? hiv",
			"(?:xét nghiệm|test|âm tính)(?: với)? (?:hiv|viêm gan)",
			"(?:lành lặn|lành lạnh|(?:đủ|đầy đủ|không (?:thiếu|mất|cụt))(?: cả| hết)? (?:10 |mười |các )?ngón(?: tay)?)",
		)},
	{name: Appearance, severity: Warns, denied: deniedAsking, unless: within(special + "|hàng|kiện|thùng|sản phẩm|vật|nâng|bốc|bao|pallet|kệ|xe|vẫn nhận"),
		rewrite: "Yêu cầu về sức khỏe theo giấy khám sức khỏe đi làm.", says: says(
			"ngoại hình(?: (?:khá|ưa nhìn|đẹp|tốt|sáng|cân đối|dễ nhìn))?",
			"ưa nhìn|dễ nhìn|xinh xắn|xinh đẹp|mặt mũi sáng sủa",
			"(?:cao|chiều cao)(?: (?:từ|trên|tối thiểu|:|khoảng|ít nhất|nam|nữ))* (?:1 m(?: [0-9]{1,2})?|1[.][4-9][0-9]? m|1[4-9][0-9] cm)",
			"(?:nặng|cân nặng)(?: (?:từ|trên|tối thiểu|:|khoảng|không quá|dưới))* # (?:kg|ký)",
			"không (?:nhận |tuyển |có |nhận người |tuyển người )?(?:hình )?xăm(?: trổ| mình| hình)?",
			"không nhuộm tóc",
		)},
}
