package coach

// provinces are the names, before and after 2025, by which people are shut out.
const provinces = "an giang|bà rịa|bạc liêu|bắc giang|bắc kạn|bắc ninh|bến tre|bình dương|bình định|bình phước|bình thuận|cà mau|cao bằng|cần thơ|" +
	"đà nẵng|đắk lắk|đắk nông|điện biên|đồng nai|đồng tháp|gia lai|hà giang|hà nam|hà nội|hà tĩnh|hải dương|hải phòng|hậu giang|hòa bình|huế|" +
	"hưng yên|khánh hòa|kiên giang|kon tum|lai châu|lạng sơn|lào cai|lâm đồng|long an|nam định|nghệ an|ninh bình|ninh thuận|phú thọ|phú yên|" +
	"quảng bình|quảng nam|quảng ngãi|quảng ninh|quảng trị|sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|thanh nghệ|nghệ tĩnh|tiền giang|trà vinh|" +
	"tuyên quang|vĩnh long|vĩnh phúc|yên bái"

// originRules are what no job's nature asks for: where one comes from, what one
// believes, whether one is with child, disabled or ill. These cannot stand.
var originRules = []rule{
	{name: Pregnancy, severity: Stops, denied: deniedAsking, unless: within("được nghỉ|được về sớm|không bố trí|không phải"),
		rewrite: "Lao động nữ mang thai, nuôi con nhỏ được hưởng đầy đủ chế độ theo Bộ luật Lao động.", says: says(
			noTake+" ~(?:mang thai|có thai|có bầu|bầu|nuôi con nhỏ)",
			"(?:mang thai|có thai|có bầu|bầu|nuôi con nhỏ)"+refused,
			"(?:không|chưa) (?:đang |được )?(?:mang thai|có thai|có bầu|mang bầu)",
			"(?:cam kết|hứa) ~(?:không|chưa) ~(?:mang thai|có thai|sinh con|sinh đẻ)",
			"(?:thử|test|xét nghiệm|que thử)(?: que)? thai",
		)},
	{name: Origin, severity: Stops, denied: deniedAsking, rewrite: anyHome, says: says(
		noTake+" (?:ở |quê |tỉnh |ngoài )*(?:tỉnh|ngoại tỉnh|tỉnh khác|nơi khác|dân tộc|vùng cao|miền núi|vùng sâu|miền trung|miền nam|miền bắc|mông|nùng|tày|dao|thái|mường|"+provinces+")",
		"(?:người|lao động|quê|khu vực|vùng|dân) (?:tỉnh )?(?:ngoại tỉnh|tỉnh khác|dân tộc|"+provinces+")(?:(?: ,| và)? (?:"+provinces+"))*"+refused,
		"trừ (?:người |lao động |quê )?(?:tỉnh )?(?:"+provinces+")",
		"(?:trừ|miễn|tránh|"+noTake+")(?: (?:người|dân|các|quê|vùng|tỉnh|biển|biển số|đầu))+ (?:3[5-8])", // number plates
	)},
	{name: Origin, severity: Warns, denied: deniedAsking, unless: within(special), rewrite: anyHome, says: says(
		"chỉ (?:nhận|tuyển|lấy|cần|tuyển dụng)(?: (?:người|lao động|công nhân|ở|quê|hồ sơ|có|gốc))* (?:trong tỉnh|người kinh|dân tộc kinh|kinh|địa phương|tại địa phương|miền xuôi|hộ khẩu|"+provinces+")",
		"ưu tiên(?: (?:người|lao động|dân tộc|các|bạn))* (?:người|dân tộc) kinh",
		"(?:có |phải có |yêu cầu )?hộ khẩu(?: (?:thường trú|tại|ở|tỉnh|:))* (?:trong tỉnh|địa phương|"+provinces+")",
	)},
	{name: Religion, severity: Stops, denied: deniedAsking, rewrite: "Không phân biệt tôn giáo, tín ngưỡng.", says: says(
		"không (?:theo|có) (?:đạo|tôn giáo|tín ngưỡng)",
		noTake+" (?:theo |có )?(?:đạo|tôn giáo|công giáo|thiên chúa|tin lành)",
		"(?:chỉ|ưu tiên) (?:nhận |tuyển |người |lao động )*(?:theo đạo|không theo đạo|công giáo|lương giáo)",
	)},
	{name: Disability, severity: Stops, denied: deniedAsking,
		rewrite: "Yêu cầu đủ sức khỏe cho công việc theo giấy khám sức khỏe; người khuyết tật được xem xét theo khả năng làm việc.", says: says(
			"(?:khuyết tật|tàn tật|dị tật)"+refused,
			noTake+" (?:bị )?(?:khuyết tật|tàn tật|dị tật|hiv|viêm gan)",
			"không (?:bị |có )?(?:khuyết tật|dị tật|tàn tật|tật nguyền)",
			"(?:không )?(?:mắc|nhiễm|bị)(?: bệnh)? hiv",
			"(?:xét nghiệm|test) (?:hiv|viêm gan)",
		)},
}
