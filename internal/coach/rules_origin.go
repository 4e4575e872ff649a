package coach

const (
	anyHome = "Tuyển lao động các tỉnh, các dân tộc; có hỗ trợ chỗ ở cho người ở xa."

	// from says that somebody is of a place or a people.
	from    = "(?: (?:người|lao động|dân|quê|ở|tỉnh|gốc|vùng|khu vực|hộ khẩu|ngoài|hồ sơ|có|tại|huyện|thành phố|đến từ|từ|các|bạn|công nhân|đồng bào))*"
	abroad  = "(?:ngoại tỉnh|tỉnh ngoài|tỉnh khác|tỉnh lẻ|tỉnh xa|ngoài tỉnh|nơi khác|vùng khác|dân tộc|dân tộc thiểu số|đồng bào|vùng cao|miền núi|vùng sâu|vùng xa|miền ngược|miền trong|vùng trong|miền trung|miền nam|miền bắc|miền tây)"
	peoples = "(?:người|dân tộc|dân|bà con) (?:mông|h mông|hmông|nùng|tày|dao|thái|mường|sán dìu|sán chay|cao lan|khơ me|ê đê|hoa)"
	faith   = "(?:theo đạo|có đạo|bên đạo|đạo hồi|đạo tin lành|tôn giáo|công giáo|thiên chúa|tin lành|phật giáo|phật tử|hồi giáo|cao đài|hòa hảo|nhà thờ|đi lễ)"
)

// originRules are what no job's nature asks for: where one comes from and what
// one believes (Labour Code 2019 Art. 3.8 and 8.1). These cannot stand.
var originRules = []rule{
	{name: Origin, severity: Stops, denied: deniedAsking, people: true, turned: turnedAway, rewrite: anyHome, says: says(
		avoids+from+" (?:tỉnh|"+abroad+"|"+peoples+"|"+provinces+")",
		noTakeList+" (?:"+peoples+"|(?:người|dân|quê|lao động|tỉnh|cccd|hộ khẩu) (?:tỉnh )?(?:"+abroad+"|"+provinces+"))",
		"(?:"+abroad+"|"+peoples+")"+refusedLater,
		"(?:tỉnh|quê|biển|biển số|đầu)(?: (?:,|và|-|[1-9][0-9]))+"+refused, // number plates
		"(?:người|lao động|quê|khu vực|vùng|dân|tỉnh|bạn|em) (?:tỉnh |ở |quê )*(?:"+provinces+")(?:(?: ,| và)? (?:"+provinces+"))*"+refusedLater,
		"trừ (?:người |lao động |quê )?(?:tỉnh )?(?:"+provinces+")",
		"(?:trừ|miễn|tránh|"+noTake+")(?: (?:người|dân|các|quê|vùng|tỉnh|biển|biển số|đầu))+ (?:3[5-8])", // number plates
	)},
	{name: Origin, severity: Warns, denied: deniedAsking, unless: within(special), rewrite: anyHome, says: says(
		"chỉ (?:nhận|tuyển|lấy|cần|tuyển dụng|ưu tiên|dành cho)"+from+" (?:trong tỉnh|nội tỉnh|người kinh|dân tộc kinh|kinh|địa phương|tại địa phương|bản địa|miền xuôi|hộ khẩu|"+provinces+"|"+districts+")",
		"ưu tiên(?: (?:người|lao động|dân tộc|các|bạn|là))* (?:người|dân tộc) kinh",
		"(?:phải|yêu cầu|bắt buộc)(?: (?:có|là|người|:|ở|quê))* (?:dân tộc kinh|người kinh|(?:gốc|quê) (?:"+provinces+"|"+districts+"))",
		"(?:có |phải có |yêu cầu )?(?:hộ khẩu|(?:không )?thường trú)(?: (?:thường trú|tại|ở|tỉnh|huyện|:))* (?:trong tỉnh|nội tỉnh|địa phương|"+provinces+"|"+districts+")",
		"dân tộc : kinh",
	)},
	{name: Religion, severity: Stops, denied: deniedAsking, people: true, turned: turnedAway, rewrite: "Không phân biệt tôn giáo, tín ngưỡng.", says: says(
		"không (?:theo |có |thuộc )?(?:bất kỳ |bất cứ |một )?(?:đạo|tôn giáo|tín ngưỡng)(?: nào)?",
		"tôn giáo(?: :| là)* không",
		noTake+" "+faith,
		noTakeList+" "+faith,
		faith+refusedLater,
		"(?:chỉ|ưu tiên|yêu cầu)(?: (?:nhận|tuyển|người|lao động|bạn|lấy|là))* (?:theo đạo|không theo đạo|công giáo|lương giáo|bên lương|lương)",
	)},
}
