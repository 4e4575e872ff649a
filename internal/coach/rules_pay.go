package coach

import (
	"regexp"
	"strings"
)

// payRules are promises of money that nobody can hold anybody to: true
// information on wages is owed (Labour Code 2019 Art. 16.1), and deceptive
// adverts are forbidden (Art. 8.7).
var payRules = []rule{
	{name: Lump, severity: Warns, judge: unconditional, rewrite: "Thưởng 3.000.000 đồng khi đi làm đủ 3 tháng; điều kiện: không nghỉ không phép quá 3 ngày; trả cùng lương tháng thứ 3.", says: says(
		"thưởng (?:[^ .]+ ){0,6}đủ (?:#|một|hai|ba|sáu) tháng",
		"(?:đi làm|làm việc|làm|ở lại|gắn bó) đủ (?:#|một|hai|ba|sáu) tháng (?:[^ .]+ ){0,5}(?:thưởng|# triệu|# tr|# nghìn|# đồng|# đ)",
		"thưởng (?:gắn bó|ký hợp đồng|nhập chức|nhập việc|người mới|nhận việc) (?:[^ .]+ ){0,3}# (?:triệu|tr|nghìn|đồng|đ)",
	)},
	{name: Vague, severity: Warns, judge: groundless, rewrite: "Thu nhập 9–13 triệu đồng/tháng, gồm lương cơ bản, phụ cấp và làm thêm trong giới hạn của luật.", says: says(
		"(?:thu nhập|lương|tổng thu nhập|tổng lương|mức lương) (?:[^ .]+ ){0,6}(?:lên tới|lên đến|tới|có thể đạt|đạt tới|cực cao|cực khủng|khủng|cực hấp dẫn)",
		"(?:thu nhập|lương) (?:[^ .,]+ ){0,4}không giới hạn",
		"việc nhẹ lương cao",
		"kiếm (?:[^ .]+ ){0,3}# (?:triệu|tr) (?:dễ dàng|mỗi tháng|một tháng|/ tháng)",
	)},
}

var (
	condition = within("nếu|điều kiện|không nghỉ|nghỉ (?:không )?(?:phép|quá)|ngày công|trả (?:vào|cùng|trong)|chi trả|được trả|không vi phạm|tết|tháng 13|phép năm|ngày phép")
	basis     = within("gồm|bao gồm|tăng ca|làm thêm|phụ cấp|sản lượng|theo sản phẩm|cộng|lương cơ bản|tay nghề|năng suất")
)

// unconditional lets a bonus pass whose conditions are told in its sentence or
// the one behind.
func unconditional(_ Offer, _ []speech, s speech, m match) (Severity, string) {
	told := s.around(m, sentence)
	if rest := s.behind(m); rest != "" {
		told += rest
	}
	if condition.MatchString(told) {
		return "", ""
	}
	return Warns, ""
}

// groundless lets an income pass that says what it is made of.
func groundless(_ Offer, _ []speech, s speech, m match) (Severity, string) {
	if basis.MatchString(s.around(m, sentence)) {
		return "", ""
	}
	return Warns, ""
}

// nextSentence is the sentence behind the one a match stands in.
var nextSentence = regexp.MustCompile(`^[^.]*[.]([^.]*)`)

func (s speech) behind(m match) string {
	found := nextSentence.FindStringSubmatch(s.line[s.parts[m.last].at:])
	if found == nil {
		return ""
	}
	return " " + strings.TrimSpace(found[1]) + " "
}
