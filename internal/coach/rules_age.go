package coach

import "strconv"

const (
	anyAge = "Tuyển lao động từ đủ 18 tuổi trở lên."

	// born is a year of birth as people say it: 1990, 90, 9x, 2k, 2k5.
	born     = "(?:(?:19|20)[0-9]{2}|[5-9] x|2 nghìn(?: [0-9]{1,2})?|[5-9][0-9]|0[0-9])"
	bornIn   = "(?:dob|born|cccd|căn cước|sinh năm|năm sinh|sn|ns|sinh từ|sinh) (?:(?:từ|năm|:|khoảng) )*"
	onwards  = "(?:-|đến|tới|trở lại|trở đi|trở lên|trở xuống|trở về|đổ lại|đổ lên|đổ xuống|đổ về|về sau|quay đầu)"
	cohort   = "(?:[5-9] x|2 nghìn [0-9]{1,2}|gen z|gen y)"
	oldFolk  = "(?:lớn tuổi|có tuổi|cao tuổi|nhiều tuổi|người già|già yếu|trung niên|trung tuổi|đứng tuổi|luống tuổi|tuổi cao|tuổi lớn|quá tuổi|[4-7] x tuổi)"
	youngOne = "(?:trẻ tuổi|tuổi trẻ|tuổi đời còn trẻ|người trẻ|lao động trẻ|nhân viên trẻ|công nhân trẻ|trẻ khỏe|trẻ trung|bạn trẻ|thanh niên)"
)

// ageRules are what shuts out people for their age (Labour Code 2019 Art. 3.8
// and 8.1).
var ageRules = []rule{
	{name: Age, severity: Warns, denied: deniedAsking, unless: within(special + "|con|cháu|bé|trẻ em|nhà trẻ|size|cỡ|cũng nhận|vẫn nhận|vẫn được nhận|cũng được nhận|cũng được|đều được"), judge: ageLimit, rewrite: anyAge, says: says(
		"# (?:tuổi )?(?:-|đến|tới|cho đến) (?:dưới )?# tuổi",
		"(?:tuổi|độ tuổi|tuổi đời|tuổi tác|age|ages|aged)(?: (?:từ|:|[.]|yêu cầu|trong khoảng|khoảng))* # (?:(?:tuổi|đổ ra|đổ lên|trở lên) )?(?:-|đến|tới|cho đến|to|/)(?: (?:-|dưới|đến))* #",
		"(?:qua|quá|hạn|giới hạn|hết|max|tối đa|dưới|trên|ngoài|đến) (?:độ )?tuổi(?: :)? #",
		"(?:trên|ngoài|quá) #"+refusedLater,
		"(?:cô chú|cô bác|các bác|anh chị|người|ai|bạn nào|lao động)(?: (?:nào|đã|mà|từ))* (?:trên|ngoài|quá|dưới) #"+refusedLater,
		avoids+" (?:tuổi |độ tuổi )?(?:trên|quá|hơn|từ|ngoài|dưới) # tuổi",
		"(?:nam|nữ)(?: ,)?(?: từ| tuổi| độ tuổi)* # (?:-|đến|tới|/) #",
		"(?:dưới|không quá|chưa quá|quá|hơn|ngoài|max|tối đa|không trên|chưa đến|đến|tới|<|≤) # tuổi",
		"(?:tuổi|độ tuổi|tuổi đời)(?: :)? (?:dưới|không quá|tối đa|không trên|<|≤)(?: :)? #",
		"# tuổi (?:trở xuống|đổ xuống|đổ lại|trở lại|quay đầu)",
		"(?:trên|từ|đủ|tối thiểu) # tuổi",
		"# tuổi trở lên",
		"(?:under|below|over|max|maximum) # (?:years|yo|y)",
	)},
	{name: Age, severity: Warns, denied: deniedAsking, unless: within(special), rewrite: anyAge, says: says(
		oldFolk+refusedLater, "u #"+refused, "(?:dưới|không quá|trẻ|chưa đến) u #",
		noTake+" "+oldFolk,
		bornIn+born+" "+onwards,
		bornIn+"[5-9] x",
		"(?:nhận|tuyển|lấy|đời)(?: (?:từ|đến|tới|đời))* (?:19[5-9][0-9]|[5-9] x)",
		recruit+" "+cohort,
		cohort+" (?:"+onwards+"|xem xét)",
		"2 nghìn "+onwards,
		"(?:dưới|trên|quá|ngoài|không quá|chưa đến) [2-6] chục",
		cohort+refusedLater,
		cohort+favoured,
		"(?:ưu tiên|tuyển|chỉ nhận|cần|yêu cầu) (?:[^ .]+ ){0,6}?"+youngOne,
		recruit+" u #",
		youngOne+" (?:[^ .,]+ ){0,4}?(?:càng tốt|là lợi thế|được ưu tiên)",
		youngOne+favoured,
	)},
}

// noAge is a number of something else.
var noAge = within("# (?:người|bạn|km|kg|ngày|tháng|năm|h|giờ|%|triệu|nghìn|đồng|sản phẩm|máy|chuyền|phút|cm|m|chỗ ngồi|hồ sơ)")

// ageLimit takes what shuts out grown people: any upper limit, and a lower one
// over 18. "From 18 on" is what the law asks of shifts, and lawful.
func ageLimit(_ Offer, _ []speech, s speech, m match) (Severity, string) {
	if noAge.MatchString(" " + s.own(m) + " ") {
		return "", ""
	}
	var highest float64
	for _, words := range m.groups {
		n, err := strconv.ParseFloat(words, 64)
		if err != nil || n < youngest || n > eldest {
			return "", ""
		}
		highest = max(highest, n)
	}
	if highest <= 18 {
		return "", ""
	}
	return Warns, ""
}
