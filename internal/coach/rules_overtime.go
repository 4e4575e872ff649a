package coach

import (
	"regexp"
	"strconv"
)

const (
	extra     = "(?:tăng ca|làm thêm giờ|làm thêm|overtime)"
	about     = "(?: (?:từ|khoảng|tầm|chừng|cỡ|tối thiểu|đều|giờ|:|trung bình|được|nhiều|trên|ổn định|không quá|tối đa|tới|đến|mỗi ngày|,|[0-9]+(?: h| giờ| tiếng)? (?:-|đến)))*"
	onShift   = "(?:ca|kíp|ngày|làm|làm việc|mỗi ngày|mỗi ca|ngày làm)(?: (?:việc|ca|mỗi|là|:|ngày|đêm|dài|liên tục|khoảng|luân phiên|một|hai|[12]|,|kíp|đủ))*"
	sunday    = "(?:chủ nhật|cn)"
	workDays  = 26 // of a month, one day off a week
	monthCap  = 40 // hours of overtime, Labour Code 2019 Art. 107.2
	widerCap  = 60 // Resolution 17/2022/UBTVQH15, if it still applies
	yearCap   = 300
	dayCap    = 4 // half of a normal day, 12 hours in all
	mealBreak = 1
)

const lawfulHours = "Ca 8 giờ; làm thêm tự nguyện, không quá 4 giờ một ngày và 40 giờ một tháng."

// overtimeRules are the hours of work and overtime (Labour Code 2019 Art. 107).
var overtimeRules = []rule{
	{name: Overtime, severity: Warns, judge: twelveHours, unless: within("nghỉ (?:chuyển|giữa|đổi) ca"), rewrite: lawfulHours, says: says(
		onShift+" 12 (?:tiếng|giờ|h)",
		"12 (?:tiếng|giờ|h) (?:/|mỗi|một|1|trên) (?:ngày|ca)",
	)},
	{name: Overtime, severity: Warns, judge: fromTo, rewrite: lawfulHours, says: says(
		"(?:ca|kíp|làm|làm việc|giờ làm|giờ)(?: (?:ngày|đêm|việc|kíp|từ|:|[12]|ca|hành chính|xoay))* ([0-9]{1,2})(?: h| giờ| :)?(?: 00)? (?:-|đến|tới) ([0-9]{1,2}) (?:h|giờ|:)",
		"sáng ([0-9]{1,2}) (?:h|giờ) (?:[^ .]+ ){0,2}?(?:tối|đêm) ([0-9]{1,2}) (h|giờ)",
		"(?:từ )?([0-9]{1,2})(?: h| giờ)? sáng (?:-|đến|tới) ([0-9]{1,2})(?: h| giờ)? (tối|chiều|đêm)",
	)},
	{name: Overtime, severity: Warns, judge: fromTo, rewrite: lawfulHours, unless: within("mở cửa|phục vụ|nhà ăn|căng tin|xe|bán hàng|hotline|liên hệ|gọi|nhận hồ sơ|chia ca|xoay ca|2 ca|3 ca|hoặc|chọn|ca [1-4]"), says: says(
		"([0-9]{1,2}) (?:h|giờ)(?: [0-5]0| 15| 45)? (?:-|đến|tới) ([0-9]{1,2}) (?:h|giờ)",
	)},
	{name: Overtime, severity: Stops, judge: longDay, rewrite: lawfulHours, says: says(
		onShift+" # tiếng", onShift+" # (?:giờ|h) (?:/|mỗi|một|1|trên) (?:ngày|ca)",
	)},
	{name: Overtime, severity: Warns, judge: overtime(1), rewrite: lawfulHours, says: says(
		extra+about+" # (?:giờ|tiếng|h)(?: (?:/|mỗi|một|1|trên|trong|hàng))* tháng",
		extra+"(?: mỗi| hàng| một| 1)* tháng"+about+" # (?:giờ|tiếng|h)",
		"(?:mỗi |hàng |một |1 )?tháng "+extra+about+" # (?:giờ|tiếng|h)",
	)},
	{name: Overtime, severity: Warns, judge: overtime(workDays), unless: within("sinh viên|bán thời gian|part time|theo giờ"), rewrite: lawfulHours, says: says(
		extra+about+" # (?:giờ|tiếng|h) (?:/|mỗi|một|1|trên|hàng)(?: một| 1)* ngày",
		extra+"(?: mỗi| hàng| một| 1)* ngày(?: khoảng| tầm| từ| [0-9]+ -)* # (?:giờ|tiếng|h)",
		"(?:mỗi|hàng) ngày "+extra+about+" # (?:giờ|tiếng|h)",
	)},
	{name: Overtime, severity: Warns, rewrite: lawfulHours, unless: within("đồng ý|tự nguyện|thỏa thuận"), says: says(
		"(?:bắt buộc|phải)(?: phải)? "+extra, extra+"(?: là)? bắt buộc", "không (?:được )?từ chối "+extra, "không "+extra+"(?: được)?"+refused)},
	{name: Overtime, severity: Warns, law: weeklyRest, rewrite: "Mỗi tuần nghỉ ít nhất 1 ngày.", unless: within("nghỉ bù|nghỉ full|tự nguyện|đăng ký|luân phiên|nếu"), says: says(
		"không (?:được )?nghỉ "+sunday,
		sunday+" (?:[^ .,]+ ){0,3}?(?:đi làm|làm) (?:đủ|full|hết|bình thường)",
		"(?:full|làm (?:cả|luôn|hết)) (?:(?:t|thứ) 7 |thứ bảy )?(?:, )?"+sunday,
		"7 ngày (?:/|một|1|mỗi) tuần|full tuần|không có ngày nghỉ",
	)},
	{name: Overtime, severity: Stops, judge: yearlyOvertime, rewrite: "Làm thêm không quá 200 giờ một năm (300 giờ ở ngành được phép).", says: says(
		extra + about + " # (?:giờ|tiếng|h) (?:/|mỗi|một|1|trên|trong)(?: một| 1)* năm")},
}

var (
	capSaid  = regexp.MustCompile(loosen(` (?:không quá|tối đa|không vượt quá) (?:[^ .]+ ){0,6}(?:40|4[0-9]|60|200|300) (?:giờ|tiếng|h) `))
	daysOff  = regexp.MustCompile(loosen(` làm ~nghỉ (?:[1-4]|một|hai|ba|bốn)(?: ngày| hôm)? |luân phiên nghỉ| ngày làm ngày nghỉ `))
	atMost   = within("tối đa|không quá|không vượt quá|nhiều nhất")
	everyDay = within("(?:26|27|28|30) (?:ngày|công)|6 ngày / tuần|6 ngày (?:một|mỗi|1) tuần|hàng ngày|tất cả các ngày|cả tuần|không nghỉ chủ nhật")
	rangeOf  = regexp.MustCompile(loosen(`^ (?:-|đến|tới|[0-9]|: [0-9]) ?`))
	ofWeek   = regexp.MustCompile(loosen(`^ (?:/|mỗi|một|trên) tuần `))
)

// anywhere reports whether one of the texts says something.
func anywhere(said []speech, p *regexp.Regexp) bool {
	for _, s := range said {
		if p.MatchString(s.line) {
			return true
		}
	}
	return false
}

// twelveHours warns of shifts of 12 hours: less a meal, three hours of overtime
// each, 78 a month when every working day is one. The advert that says so
// cannot stand; one that caps overtime or gives days off is left alone.
func twelveHours(_ Offer, said []speech, s speech, m match) (Severity, string) {
	behind := s.after(m, sentence)
	if rangeOf.MatchString(behind) || ofWeek.MatchString(behind) {
		return "", ""
	}
	return twelveHourDays(said), ""
}

func twelveHourDays(said []speech) Severity {
	if anywhere(said, capSaid) || anywhere(said, daysOff) {
		return ""
	}
	if (12-8-mealBreak)*workDays > widerCap && anywhere(said, everyDay) {
		return Stops
	}
	return Warns
}

// fromTo reads a shift by its clock, of 24 hours or of twice twelve.
func fromTo(_ Offer, said []speech, _ speech, m match) (Severity, string) {
	begin, err1 := strconv.Atoi(m.groups[0])
	end, err2 := strconv.Atoi(m.groups[1])
	if len(m.groups) > 2 && end < 12 {
		end += 12
	}
	if err1 != nil || err2 != nil || begin > 24 || end > 24 || (end-begin+24)%24 < 12 {
		return "", ""
	}
	return twelveHourDays(said), ""
}

// longDay stops days of over twelve hours.
func longDay(_ Offer, _ []speech, s speech, m match) (Severity, string) {
	n, err := strconv.ParseFloat(m.groups[0], 64)
	if err != nil || n <= 12 || n > 24 || rangeOf.MatchString(s.after(m, sentence)) || ofWeek.MatchString(s.after(m, sentence)) {
		return "", ""
	}
	return Stops, ""
}

// overtime judges hours of overtime that are said so many times a month.
func overtime(times float64) judge {
	return func(_ Offer, said []speech, s speech, m match) (Severity, string) {
		n, err := strconv.ParseFloat(m.groups[0], 64)
		switch {
		case err != nil, n*times <= monthCap:
			return "", ""
		case times > 1 && n > dayCap, times == 1 && n > widerCap:
			return Stops, ""
		case times > 1 && (anywhere(said, capSaid) || atMost.MatchString(" "+s.own(m)+" ")):
			return "", ""
		}
		return Warns, ""
	}
}

func yearlyOvertime(_ Offer, _ []speech, _ speech, m match) (Severity, string) {
	if n, err := strconv.ParseFloat(m.groups[0], 64); err != nil || n <= yearCap {
		return "", ""
	}
	return Stops, ""
}
