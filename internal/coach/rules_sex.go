package coach

import (
	"regexp"

	"cauviec/internal/fold"
)

const everyone = "Tuyển lao động từ đủ 18 tuổi trở lên, không phân biệt giới tính, tuổi tác."

// sexRules are what nobody may be chosen by, unless the nature of the job asks
// for it (Labour Code 2019 Art. 3.8 and 8.1): being a man or a woman.
var sexRules = []rule{
	{name: Sex, severity: Warns, denied: deniedAsking, unless: within(special), judge: oneSex, rewrite: everyone, says: says(
		recruit+" "+sex+"(?: giới)?",
		avoids+" "+sex+"(?: giới)?",
		"hết (?:chỉ tiêu|suất|slot) "+sex,
		sex+refused,
		sex+favoured,
		sex+"(?: giới)?(?: (?:thì|đã|hiện|tạm))* (?:đủ|đủ người|full|100 %)",
		"(?:ai|ứng viên|bạn nào|người|phải)(?: phải)? là "+sex,
		"(?:tuyển|cần|nhận|lấy|tìm)(?: thêm| gấp)* [0-9]+ (?:anh|chị|cô|chú|bác|ông|bà)",
		"(?:male|female) (?:staff|workers?|operators?|candidates?|preferred)",
		"(?:only|chỉ) "+sex+"|"+sex+" only",
		"giới tính(?: yêu cầu)?(?: :| -| là| [.])* (?:nam|nữ)",
		"(?:nam|nữ)(?: giới)?(?: ,)?(?: từ| tuổi| độ tuổi| dưới| trên| không quá)* [0-9]{2} (?:-|đến|tới|tuổi|trở lên)",
	)},
	{name: Sex, severity: Warns, denied: deniedAsking, judge: oneSex, rewrite: everyone,
		unless: within(special + "|liên hệ|gặp|anh|chị|áo|quần|giày|dép|túi|đồ|size|phòng|khu|nhà|vệ sinh|bắc"), says: says(
			"[,-] (?:nam|nữ)(?: giới)? [,./-]", // in brackets, in a list
			worker+" : (?:nam|nữ)",
		)},
	{name: Sex, severity: Warns, denied: deniedAsking, unless: within(special + "|phòng|ký túc xá|nhà ở|công ty|xưởng|hiện|đã|hỗ trợ|đồ nữ|đồ nam|giày|áo|quần"),
		judge: oneSex, rewrite: everyone, says: says(
			"# (?:bạn |bạn trẻ |lao động |công nhân |lao động phổ thông |cn |người )?(?:nam|nữ)",
			"(?:nam|nữ) : [0-9]+",
			"(?:nam|nữ) "+worker+" (?:[^ .,]+ ){0,4}?(?::|-|,)? ?# (?:người|bạn|lao động|suất)",
			"(?:bạn |lao động |công nhân |lao động phổ thông |cn )?(?:nam|nữ)(?: giới)? (?::|-|,)? ?# (?:người|bạn|lao động|công nhân|chỉ tiêu|suất)",
		)},
	{name: Sex, severity: Warns, judge: oneSexFirst, rewrite: everyone,
		unless: within(special + "|được|hiện|đã|đang|hỗ trợ|chế độ|hưởng|nghỉ|mặc|ở|chiếm|không phải|giày|áo|quần"), says: says(worker + "(?: " + worker + ")* (?:nam|nữ)")},
	{name: Sex, severity: Warns, field: "title", unless: within(special + "|đồ nữ|đồ nam|thời trang|quần áo|giày|túi"), judge: oneSex, rewrite: everyone, says: says(
		worker+"(?: ,)? (?:nam|nữ)",
		"(?:nam|nữ) (?:công nhân|nhân viên|thợ|lao động|tạp vụ|bảo vệ|kỹ thuật)",
	)},
}

var (
	saysMale   = within(male)
	saysFemale = within(female)

	preferred = regexp.MustCompile(loosen(sex + favoured + "$"))

	// The other sex stands beside one that is not alone: "nam, nữ", "nam hoặc nữ".
	maleBehind   = regexp.MustCompile(loosen(`^` + beside + ` ` + male + ` `))
	femaleBehind = regexp.MustCompile(loosen(`^` + beside + ` ` + female + ` `))
	maleBefore   = regexp.MustCompile(loosen(` ` + male + `(?: giới)?` + beside + ` $`))
	femaleBefore = regexp.MustCompile(loosen(` ` + female + `(?: giới)?` + beside + ` $`))

	otherThing = regexp.MustCompile(loosen(`^ (?:định|bộ|phi|hàn|sơn|giang|dương|trung|việt|đang|mang thai|có thai|có bầu|có con|nuôi con|em|chị|chị em|em) `))
	contact    = regexp.MustCompile(loosen(` (?:liên hệ|lh|gặp|gọi|zalo|sđt|hotline)(?: :)? $`))
	nameBefore = regexp.MustCompile(loosen(` (?:công|việt|lục|hà|quảng|miền|phía|đông|tây|áo|quần|giày|dép|túi|đồ|vest|trang|phòng|khu|nhà|anh) $`))
	// years are no men, where "năm" is typed without its mark.
	yearsBehind = regexp.MustCompile(`^ (?:kinh nghiem|kinh nghiệm|tro len|lam viec|mot lan|dau|lien|nua|,|/|[.]) `)
	yearsBefore = regexp.MustCompile(` (?:hop dong|hợp đồng|kinh nghiem|kinh nghiệm|hon|tren|sau|moi|thanh lap|cam ket|tang luong|bao hanh|trong|lam|du) $`)
	asksFor     = regexp.MustCompile(` (?:tuyen|can|nhan|lay|sl(?: :)?|so luong(?: :)?|nu|them|gap) $`)
	countOfNam  = regexp.MustCompile(`^[0-9]+ nam$`)
)

const beside = `(?: (?:/|,|-|và|hoặc|hay|lẫn|cùng|với))?`

// oneSex lets "nam, nữ", names of places, years, and clothes and rooms pass.
func oneSex(_ Offer, _ []speech, s speech, m match) (Severity, string) {
	behind, before, own := s.after(m, sentence), s.before(m, sentence), s.own(m)
	if preferred.MatchString(own) {
		behind = "" // who comes next is the other, not both
	}
	men, women := saysMale.MatchString(" "+own+" "), saysFemale.MatchString(" "+own+" ")
	switch {
	case men && women,
		men && (femaleBehind.MatchString(behind) || femaleBefore.MatchString(before)),
		women && (maleBehind.MatchString(behind) || maleBefore.MatchString(before)),
		otherThing.MatchString(behind), nameBefore.MatchString(before), contact.MatchString(before), countsYears(s, own, before, behind):
		return "", ""
	}
	return Warns, ""
}

// oneSexFirst takes a worker of one sex whom a sentence begins with.
func oneSexFirst(o Offer, said []speech, s speech, m match) (Severity, string) {
	if s.before(m, sentence) != " " {
		return "", ""
	}
	return oneSex(o, said, s, m)
}

// countsYears reads "2 nam": years, in a text without marks that does not ask
// for people right before.
func countsYears(s speech, own, before, behind string) bool {
	if !countOfNam.MatchString(own) {
		return false
	}
	return yearsBehind.MatchString(behind) || yearsBefore.MatchString(before) || !fold.HasMarks(s.words) && !asksFor.MatchString(before)
}
