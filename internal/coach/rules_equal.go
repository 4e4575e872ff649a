package coach

import (
	"regexp"
	"strconv"
)

// deniedAsking carries "makes no difference between" over a list: sex, age,
// origin, looks.
var deniedAsking = regexp.MustCompile(loosen(` không (?:phân biệt|yêu cầu (?:về )?(?:giới tính|độ tuổi|tuổi|ngoại hình|nam))(?: [^ .]+){0,14} $`))

const (
	// special is the exception of Labour Code 2019 Art. 3.8: the nature of the job.
	special  = "đặc thù"
	everyone = "Tuyển lao động từ đủ 18 tuổi trở lên, không phân biệt giới tính, tuổi tác."
	anyHome  = "Tuyển lao động các tỉnh, các dân tộc; có hỗ trợ chỗ ở cho người ở xa."
	recruit  = "(?:chỉ |ưu tiên |cần |nên )?(?:tuyển|cần|nhận|lấy|ưu tiên|yêu cầu|chỉ|dành cho|phù hợp với|phù hợp|hợp với|hợp)" +
		"(?: (?:thêm|gấp|dụng|[0-9]+|lao động|công nhân|nhân viên|thợ|người|các|bạn|ứng viên|lđpt|cn|nv|may|phổ thông|là|cho|với|:|khoảng|tuyển|nhận|đối tượng))*"
	noTake = "(?:(?:không|miễn|ngừng|từ chối) (?:nhận|tuyển|lấy|tiếp nhận|tiếp|dùng)|tránh|loại)" +
		"(?: (?:các|những|người|lao động|lđ|lđpt|cn|công nhân|nhân viên|hồ sơ|dân|phụ nữ|chị em|ứng viên|bạn|nữ|đang|bị))*"
	refused = "(?:(?: (?:giới|thì|vui lòng|xin))* (?:miễn|không|đừng) (?:nhận|tuyển|lấy|tiếp|ứng tuyển|nộp|đăng ký|liên hệ|gọi))"
	sex     = "(?:nam|nữ|đàn ông|con trai|con gái|phụ nữ|chị em|anh trai|phái nam|phái nữ|phái đẹp|phái mạnh)"
	worker  = "(?:công nhân|nhân viên|thợ|lao động|phổ thông|lđpt|cn|nv|kỹ thuật viên|bảo vệ|tạp vụ|may|kho|lắp ráp|đóng gói|điện tử|lái xe|bốc xếp)"
)

// equalRules are what nobody may be chosen by, unless the nature of the job
// asks for it (Labour Code 2019 Art. 3.8 and 8.1).
var equalRules = []rule{
	{name: Sex, severity: Warns, denied: deniedAsking, unless: within(special), judge: oneSex, rewrite: everyone, says: says(
		recruit+" "+sex+"(?: giới)?",
		noTake+" "+sex+"(?: giới)?",
		sex+refused,
		"giới tính(?: yêu cầu)?(?: :| -| là| [.])* (?:nam|nữ)",
		"(?:only|chỉ) (?:nam|nữ)|(?:nam|nữ) only",
		"(?:[0-9]+|ktv|"+worker+") , (?:nam|nữ) ,", // in brackets
		"(?:nam|nữ)(?: giới)?(?: ,)?(?: từ| tuổi| độ tuổi| dưới| trên| không quá)* [0-9]{2} (?:-|đến|tới|tuổi|trở lên)",
	)},
	{name: Sex, severity: Warns, denied: deniedAsking, unless: within(special + "|phòng|ký túc xá|ktx|nhà ở|công ty|xưởng|hiện|đã|hỗ trợ|đồ nữ|đồ nam|giày|áo|quần"),
		judge: oneSex, rewrite: everyone, says: says(
			"# (?:bạn |bạn trẻ |lao động |công nhân |lđpt |cn |người )?(?:nam|nữ)",
			"(?:bạn |lao động |công nhân |lđpt |cn )?(?:nam|nữ)(?: giới)? (?::|-|,)? ?# (?:người|bạn|lao động|công nhân|chỉ tiêu|suất)",
		)},
	{name: Sex, severity: Warns, field: "title", unless: within(special + "|đồ nữ|đồ nam|thời trang|quần áo|giày|túi"), judge: oneSex, rewrite: everyone, says: says(
		worker+"(?: ,)? (?:nam|nữ)",
		"(?:nam|nữ) (?:công nhân|nhân viên|thợ|lao động|tạp vụ|bảo vệ|kỹ thuật)",
	)},
	{name: Age, severity: Warns, denied: deniedAsking, unless: within(special + "|con|cháu|bé|trẻ em|nhà trẻ|size|cỡ"), judge: ageLimit,
		rewrite: "Tuyển lao động từ đủ 18 tuổi trở lên.", says: says(
			"# (?:tuổi |t )?(?:-|đến|tới) (?:dưới )?# (?:tuổi|t)",
			"(?:tuổi|độ tuổi|tuổi đời)(?: (?:từ|:|[.]|yêu cầu|trong khoảng|khoảng))* # (?:-|đến|tới) #",
			noTake+" (?:tuổi |độ tuổi )?(?:trên|quá|hơn|từ|ngoài|dưới) # (?:tuổi|t)",
			"(?:nam|nữ)(?: ,)?(?: từ| tuổi| độ tuổi)* # (?:-|đến|tới) #",
			"(?:dưới|không quá|chưa quá|quá|hơn|ngoài|max|tối đa|không trên|chưa đến|đến|<|≤) # (?:tuổi|t)",
			"(?:tuổi|độ tuổi|tuổi đời)(?: :)? (?:dưới|không quá|tối đa|không trên)(?: :)? #",
			"# (?:tuổi|t) (?:trở xuống|đổ xuống|đổ lại|trở lại)",
			"(?:trên|từ|đủ|tối thiểu) # (?:tuổi|t)",
			"# (?:tuổi|t) trở lên",
		)},
	{name: Age, severity: Warns, denied: deniedAsking, unless: within(special), rewrite: "Tuyển lao động từ đủ 18 tuổi trở lên.", says: says(
		"(?:lớn tuổi|có tuổi|cao tuổi|nhiều tuổi|già)"+refused,
		noTake+" (?:lớn tuổi|có tuổi|cao tuổi|nhiều tuổi|già)",
		"(?:sinh năm|sn|sinh từ|sinh)(?: từ| năm)* (?:19|20)[0-9]{2} (?:-|đến|trở lại|trở đi|đổ lại|về sau|trở về)",
		"(?:ưu tiên|tuyển|chỉ nhận|cần|yêu cầu) ~(?:trẻ tuổi|tuổi trẻ|người trẻ|lao động trẻ|nhân viên trẻ|trẻ khỏe|trẻ trung|bạn trẻ)",
	)},
	{name: Marital, severity: Warns, denied: deniedAsking, unless: within(special + "|phòng|ký túc xá|ktx|nhà ở|chỗ ở|ở ghép|hay|hoặc|đều|cả"),
		rewrite: "Không yêu cầu về tình trạng hôn nhân; vợ chồng có thể cùng đăng ký.", says: says(
			"(?:chưa|không được) (?:kết hôn|lập gia đình|có gia đình|lập gđ|có gđ|vợ|chồng|có chồng|có vợ|có con|con cái|lấy chồng|lấy vợ)",
			"(?:còn )?độc thân",
			noTake+" (?:đã |có |vướng |bận )+(?:kết hôn|lập gia đình|gia đình|gđ|chồng|vợ|con|con nhỏ|con mọn)",
			recruit+" (?:đã|phải|có) (?:kết hôn|lập gia đình|gia đình|gđ|chồng|vợ|con)",
			"không (?:vướng bận|vướng|bận)(?: việc)? (?:gia đình|con|con nhỏ|chồng con)",
			"không có con nhỏ",
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

// otherSex stands beside a sex that is not alone: "nam, nữ", "nam hoặc nữ".
var (
	otherSexBehind = regexp.MustCompile(loosen(`^(?: (?:/|,|-|và|hoặc|hay|lẫn|cùng))? (?:nam|nữ) `))
	otherSexBefore = regexp.MustCompile(loosen(` (?:nam|nữ)(?: giới)?(?: (?:/|,|-|và|hoặc|hay|lẫn|cùng))? $`))
	otherThing     = regexp.MustCompile(loosen(`^ (?:định|bộ|phi|hàn|sơn|giang|dương|trung|việt|đang|mang thai|có|nuôi con) `))
	nameBefore     = regexp.MustCompile(loosen(` (?:việt|lục|hà|quảng|miền|phía|đông|tây|áo|quần|giày|dép|túi|đồ|vest|trang|phòng|khu|nhà) $`))
)

// oneSex lets "nam, nữ", names of places, and clothes and rooms pass.
func oneSex(_ Offer, _ []speech, s speech, m match) (Severity, string) {
	behind, before := s.after(m, sentence), s.before(m, sentence)
	both := otherSexBehind.MatchString(behind) || otherSexBefore.MatchString(before)
	if both || otherThing.MatchString(behind) || nameBefore.MatchString(before) {
		return "", ""
	}
	return Warns, ""
}

// ageLimit takes what shuts out grown people: any upper limit, and a lower one
// over 18. "From 18 on" is what the law asks of shifts, and lawful.
func ageLimit(_ Offer, _ []speech, _ speech, m match) (Severity, string) {
	var highest float64
	for _, words := range m.groups {
		n, err := strconv.ParseFloat(words, 64)
		if err != nil || n < 13 || n > 75 {
			return "", ""
		}
		highest = max(highest, n)
	}
	if highest <= 18 {
		return "", ""
	}
	return Warns, ""
}
