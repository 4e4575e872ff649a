package coach

import (
	"fmt"
	"strconv"

	"cauviec/internal/fold"
)

const (
	span     = "(?:[0-9]+ (?:-|đến|tới) )?([0-9]+(?:[.][0-9]+)?|nửa|một|hai|ba|bốn|năm|sáu) (ngày làm việc|ngày công|ngày|tuần|tháng)"
	trial    = "(?:thử việc|tv|tập sự|làm thử|thử tay nghề)"
	learning = "(?:học việc|học nghề|tập nghề|tập việc|đào tạo|training)"
	unpaid   = "(?:(?:không|chưa|chẳng)(?: được)?(?: hưởng| trả| có| tính| nhận)* (?:lương|công|tiền công|tiền)|0 (?:lương|đồng))"
)

// trialRules are probation and its pay (Labour Code 2019 Art. 25 and 26) and
// the pay of apprentices (Art. 61).
var trialRules = []rule{
	{name: Probation, severity: Stops, judge: longProbation, says: says(
		trial+"(?: (?:trong|là|:|từ|thời gian|thời hạn|khoảng|-|vòng|đúng|đủ|tối đa|,))* "+span,
		span+" "+trial,
	)},
	{name: ProbationPay, severity: Stops, judge: lowProbationPay, rewrite: "Tiền lương thử việc ít nhất bằng 85 % mức lương của công việc.", says: says(
		trial+" (?:[^ .%]+ ){0,9}?# %",
		trial+" (?:[^ .%]+ ){0,6}?# / # (?:mức )?lương",
		trial+" (?:[^ .%]+ ){0,4}?(?:nửa|một nửa) (?:tháng )?lương",
		trial+" (?:[^ .%]+ ){0,4}?# (?:triệu|tr) (?:[^ .%]+ ){0,3}?(?:chính thức|ct) (?:[^ .%]+ ){0,3}?# (?:triệu|tr)",
		"lương "+trial+" (?:[^ .%]+ ){0,5}# %",
		"# % (?:mức )?lương(?: (?:trong|thời|gian|khi|cơ|bản|chính|thức|,))* "+trial,
		trial+" (?:[^ .]+ ){0,5}?"+unpaid,
		unpaid+" (?:[^ .]+ ){0,3}?"+trial,
		"# (?:ngày|tuần|tháng) (?:đầu|đầu tiên) (?:[^ .]+ ){0,3}?"+unpaid,
		"nghỉ (?:trước|dưới) # ngày (?:[^ .]+ ){0,3}?"+unpaid,
	)},
	{name: ProbationPay, severity: Warns, law: apprentices, rewrite: "Người học nghề, tập nghề được trả lương theo thỏa thuận khi làm ra sản phẩm; không thu học phí.", says: says(
		learning+" (?:[^ .]+ ){0,5}?"+unpaid, unpaid+" (?:[^ .]+ ){0,3}?"+learning,
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

// otherShare says that a percentage is not that of the wage.
var otherShare = within("phụ cấp|tăng ca|ca đêm|bảo hiểm|bhxh|thưởng|lễ|chủ nhật|đỗ|đạt")

func lowProbationPay(_ Offer, _ []speech, s speech, m match) (Severity, string) {
	if len(m.groups) > 0 && otherShare.MatchString(" "+s.own(m)+" ") {
		return "", ""
	}
	if len(m.groups) == 0 {
		return Stops, ""
	}
	percent, err := strconv.ParseFloat(m.groups[0], 64)
	if err == nil && len(m.groups) == 2 { // a fraction
		var whole float64
		whole, err = strconv.ParseFloat(m.groups[1], 64)
		percent *= 100 / whole
	}
	if err != nil || percent >= 85 {
		return "", ""
	}
	return Stops, ""
}
