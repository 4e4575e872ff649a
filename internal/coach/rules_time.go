package coach

import (
	"fmt"
	"regexp"
	"strconv"

	"cauviec/internal/fold"
)

const (
	span      = "(?:[0-9]+ - )?([0-9]+(?:[.][0-9]+)?|nửa|một|hai|ba|bốn|năm|sáu) (ngày làm việc|ngày công|ngày|tuần|tháng)"
	extra     = "(?:tăng ca|làm thêm giờ|làm thêm|ot|tc)"
	about     = "(?: (?:từ|khoảng|tối thiểu|đều|giờ|:|trung bình|được|nhiều|trên|ổn định|không quá|tối đa|tới|đến|mỗi ngày|,|[0-9]+(?: h| giờ| tiếng)? (?:-|đến)))*"
	onShift   = "(?:ca|kíp|làm|làm việc|mỗi ngày|mỗi ca|ngày làm)(?: (?:việc|ca|mỗi|là|:|ngày|đêm|dài|liên tục|khoảng|luân phiên|một|hai|[12]|,|kíp|đủ))*"
	workDays  = 26 // of a month, one day off a week
	monthCap  = 40 // hours of overtime, Labour Code 2019 Art. 107.2
	widerCap  = 60 // Resolution 17/2022/UBTVQH15, if it still applies
	yearCap   = 300
	dayCap    = 4 // half of a normal day, 12 hours in all
	mealBreak = 1
)

const lawfulHours = "Ca 8 giờ; làm thêm tự nguyện, không quá 4 giờ một ngày và 40 giờ một tháng."

// timeRules are probation (Labour Code 2019 Art. 25 and 26), overtime (Art.
// 107) and the hours of minors (Art. 143 and 146).
var timeRules = []rule{
	{name: Probation, severity: Stops, judge: longProbation, says: says(
		"thử việc(?: (?:trong|là|:|từ|thời gian|thời hạn|khoảng|-|vòng))* "+span,
		span+" thử việc",
	)},
	{name: ProbationPay, severity: Stops, judge: lowProbationPay, rewrite: "Tiền lương thử việc ít nhất bằng 85 % mức lương của công việc.", says: says(
		"(?:thử việc|tv)(?: (?:lương|hưởng|mức|bằng|là|:|,|được|nhận|trả|tính|ngày|làm|việc|tháng|tuần|-|không|quá|tối|đa|với|và|[0-9.]+|chỉ|một|hai))* # %",
		"lương (?:thử việc|tv)(?: [^ .%]+){0,5} # %",
		"# % (?:mức )?lương(?: (?:trong|thời|gian|khi|cơ|bản|chính|thức|,))* thử việc",
		"thử việc không (?:hưởng |trả |có |tính )?lương",
		"không (?:trả |hưởng |tính |có )?lương (?:trong |khi )?(?:thời gian )?thử việc",
	)},
	{name: Overtime, severity: Warns, judge: twelveHours, rewrite: lawfulHours, says: says(
		onShift+" 12 (?:tiếng|giờ|h)",
		"12 (?:tiếng|giờ|h) (?:/|mỗi|một|1|trên) (?:ngày|ca)",
	)},
	{name: Overtime, severity: Warns, judge: fromTo, rewrite: lawfulHours, says: says(
		"(?:ca|làm|làm việc|giờ làm|ca ngày|ca đêm)(?: (?:ngày|đêm|việc|từ|:|[12]))* ([0-9]{1,2})(?: h| giờ| :)?(?: 00)? (?:-|đến|tới) ([0-9]{1,2}) (?:h|giờ|:)",
		"(?:từ )?([0-9]{1,2})(?: h| giờ)? sáng (?:-|đến|tới) ([0-9]{1,2})(?: h| giờ)? (tối|chiều|đêm)",
	)},
	{name: Overtime, severity: Stops, judge: longDay, rewrite: lawfulHours, says: says(
		onShift+" # tiếng", onShift+" # (?:giờ|h) (?:/|mỗi|một|1|trên) (?:ngày|ca)",
	)},
	{name: Overtime, severity: Warns, judge: overtime(1), rewrite: lawfulHours, says: says(
		extra+about+" # (?:giờ|tiếng|h)(?: (?:/|mỗi|một|1|trên|trong|hàng))* tháng",
		"(?:mỗi|hàng|một|1) tháng "+extra+about+" # (?:giờ|tiếng|h)",
	)},
	{name: Overtime, severity: Warns, judge: overtime(workDays), rewrite: lawfulHours, says: says(
		extra+about+" # (?:giờ|tiếng|h) (?:/|mỗi|một|1|trên|hàng)(?: một| 1)* ngày",
		"(?:mỗi|hàng) ngày "+extra+about+" # (?:giờ|tiếng|h)",
	)},
	{name: Overtime, severity: Warns, rewrite: lawfulHours, unless: within("đồng ý|tự nguyện|thỏa thuận"), says: says(
		"(?:bắt buộc|phải)(?: phải)? "+extra, extra+"(?: là)? bắt buộc", "không (?:được )?từ chối "+extra)},
	{name: Overtime, severity: Stops, judge: yearlyOvertime, rewrite: "Làm thêm không quá 200 giờ một năm (300 giờ ở ngành được phép).", says: says(
		extra + about + " # (?:giờ|tiếng|h) (?:/|mỗi|một|1|trên|trong)(?: một| 1)* năm")},
	{name: Minor, severity: Stops, judge: tooYoung, unless: within("con|cháu|bé|trẻ em|nhà trẻ|chưa đủ|dưới"),
		rewrite: "Tuyển lao động từ đủ 18 tuổi trở lên (làm theo ca).", says: says(
			"(?:từ|đủ|trên)(?: đủ)? # (?:tuổi|t)",
			"#(?: (?:,|-|và|hoặc) [0-9]+)? (?:tuổi|t) (?:trở lên|cũng|vẫn|đều|được|là|nghỉ hè|làm|đi làm)",
			"(?:nhận|tuyển|lấy)(?: (?:cả|các|bạn|em|người|lao động|học sinh|ca))* # (?:tuổi|t)",
			"# (?:-|đến) # (?:tuổi|t)",
			"(?:tuổi|độ tuổi)(?: (?:từ|:))* #",
			"([0-9]{2}) [+]",
		)},
}

// days are the days in a span: by the calendar unless it counts working days.
func days(m match) (n float64, working bool) {
	n, err := strconv.ParseFloat(m.groups[0], 64)
	if err != nil {
		n = inWords[fold.Fold(m.groups[0])]
	}
	switch fold.Fold(m.groups[1]) {
	case "thang":
		return n * 30, false
	case "tuan":
		return n * 7, false
	case "ngay":
		return n, false
	}
	return n, true
}

// inWords are the numbers that people write out where a span is said.
var inWords = map[string]float64{"nua": 0.5, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6}

// probationDays are the longest probations in days; unskilled work has six
// working days, a week.
func probationDays(o Offer) float64 {
	switch {
	case o.Position == "leader" || o.Position == "manager":
		return 180
	case o.Qualification == "any" || o.Qualification == "untrained":
		return 7
	case o.Qualification == "worker" || o.Qualification == "certificate" || o.Qualification == "elementary" || o.Qualification == "intermediate":
		return 30
	}
	return 60
}

// longProbation compares a probation with what the job allows. Of a manager it
// warns over 60 days: only managers of an enterprise by law may take longer.
// Where no training is asked for, office work still allows 30 days.
func longProbation(o Offer, _ []speech, _ speech, m match) (Severity, string) {
	n, working := days(m)
	most := probationDays(o)
	words := fmt.Sprintf("Thử việc không quá %.0f ngày, hưởng ít nhất 85 %% mức lương của công việc.", most)
	if most == 7 {
		words = "Thử việc không quá 6 ngày làm việc, hưởng ít nhất 85 % mức lương của công việc."
	}
	if working && most == 7 {
		most = 6
	}
	switch {
	case n <= min(most, 60):
		return "", ""
	case n <= most, o.Qualification == "any" && n <= 30:
		return Warns, words
	}
	return Stops, words
}

func lowProbationPay(_ Offer, _ []speech, _ speech, m match) (Severity, string) {
	if len(m.groups) == 0 {
		return Stops, ""
	}
	if percent, err := strconv.ParseFloat(m.groups[0], 64); err != nil || percent >= 85 {
		return "", ""
	}
	return Stops, ""
}

var (
	capSaid  = regexp.MustCompile(loosen(` (?:không quá|tối đa|không vượt quá) (?:[^ .]+ ){0,6}(?:40|4[0-9]|60|200|300) (?:giờ|tiếng|h) `))
	daysOff  = regexp.MustCompile(loosen(` (?:(?:làm|ngày) ~)?nghỉ (?:[2-4]|hai|ba|bốn)(?: ngày)? |luân phiên nghỉ`))
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
	return func(_ Offer, said []speech, _ speech, m match) (Severity, string) {
		n, err := strconv.ParseFloat(m.groups[0], 64)
		switch {
		case err != nil, n*times <= monthCap:
			return "", ""
		case times > 1 && n > dayCap, times == 1 && n > widerCap:
			return Stops, ""
		case times > 1 && anywhere(said, capSaid):
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

var (
	nightSaid = within("ca đêm|làm đêm|ban đêm|xoay ca|đảo ca|ca kíp|2 ca|3 ca")
	atNight   = map[string]bool{"two_12h": true, "three": true, "night": true}
)

// tooYoung takes ages under 15 anywhere, and under 18 where there is night
// work; where there are shifts by day it warns.
func tooYoung(o Offer, said []speech, _ speech, m match) (Severity, string) {
	age, err := strconv.Atoi(m.groups[0])
	switch {
	case err != nil || age < 10 || age >= 18:
		return "", ""
	case age < 15, atNight[o.Shift], anywhere(said, nightSaid):
		return Stops, ""
	case o.Shift == "two_8h":
		return Warns, ""
	}
	return "", ""
}
