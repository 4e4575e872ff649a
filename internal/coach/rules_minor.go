package coach

import "strconv"

// minorRules are the hours of minors (Labour Code 2019 Art. 143 and 146).
var minorRules = []rule{
	{name: Minor, severity: Stops, judge: tooYoung, unless: within("con|cháu|bé|trẻ em|nhà trẻ|chưa đủ|dưới"),
		rewrite: "Tuyển lao động từ đủ 18 tuổi trở lên (làm theo ca).", says: says(
			"(?:từ|đủ|trên)(?: đủ)? # (?:tuổi|t)",
			"#(?: (?:,|-|và|hoặc) [0-9]+)? (?:tuổi|t) (?:trở lên|cũng|vẫn|đều|được|là|nghỉ hè|làm|đi làm)",
			"(?:nhận|tuyển|lấy)(?: (?:cả|các|bạn|em|người|lao động|học sinh|ca))* # (?:tuổi|t)",
			"# (?:-|đến) # (?:tuổi|t)",
			"(?:tuổi|độ tuổi)(?: (?:từ|:))* #",
			"([0-9]{2}) [+]",
			"(1[0-9])[.]1[0-9] tuổi", // "16,17"
		)},
	{name: Minor, severity: Stops, judge: atSchool, unless: within("con|cháu|bé|đủ 18|học bổng|thưởng"), rewrite: anyAge, says: says(
		"học sinh (?:cấp 3|cấp ba|lớp 1[0-2]|thpt|trung học|nghỉ hè)",
	)},
	{name: Minor, severity: Stops, judge: bornTooLate, unless: within("con|các cháu|bé|trẻ em|nhà trẻ"), rewrite: anyAge, says: says(
		"2 nghìn #", bornIn+"20([0-9]{2})",
	)},
}

var (
	nightSaid = within("ca đêm|làm đêm|đi đêm|ban đêm|ngày (?:/ |, |và )?đêm|xoay ca|đảo ca|ca kíp|kíp|[234] ca|ca [34]|ca xoay|luân phiên")
	atNight   = map[string]bool{"two_12h": true, "three": true, "night": true}
)

// tooYoung takes ages under 15 anywhere, and under 18 where there is night
// work; where there are shifts by day it warns.
func tooYoung(o Offer, said []speech, _ speech, m match) (Severity, string) {
	age, err := strconv.Atoi(m.groups[0])
	if err != nil {
		return "", ""
	}
	return minor(o, said, age)
}

// bornTooLate reads "2k10": whoever turns 18 this year passes.
func bornTooLate(o Offer, said []speech, s speech, m match) (Severity, string) {
	born, err := strconv.Atoi(m.groups[0])
	if err != nil {
		return "", ""
	}
	return minor(o, said, s.year-2000-born)
}

func minor(o Offer, said []speech, age int) (Severity, string) {
	switch {
	case age < 10 || age >= 18:
		return "", ""
	case age < 15, atNight[o.Shift], atNightSaid(said):
		return Stops, ""
	case o.Shift == "two_8h":
		return Warns, ""
	}
	return "", ""
}

// atSchool takes pupils for work at night: most are not yet 18.
func atSchool(o Offer, said []speech, _ speech, _ match) (Severity, string) {
	return minor(o, said, 17)
}

// atNightSaid reports whether a text speaks of work at night, and not to deny it.
func atNightSaid(said []speech) bool {
	for _, s := range said {
		for _, m := range s.find(nightSaid) {
			if !denial.MatchString(s.before(m, sentence)) {
				return true
			}
		}
	}
	return false
}
