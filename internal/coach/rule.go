package coach

import (
	"regexp"
	"slices"
)

// rule is what sets a finding off and what takes it back.
type rule struct {
	name     Rule
	severity Severity
	field    string         // only this one; empty is every text
	says     []saying       // each is looked for alone
	unless   *regexp.Regexp // in the same clause: lawful after all
	denied   *regexp.Regexp // ends what stands before: said not to be so
	turned   *regexp.Regexp // in the words themselves: their list has turned to something else
	people   bool           // it is people who are shut out, and may be told that they are welcome
	rewrite  string
	law      Law   // when it is not that of the rule's name
	judge    judge // looks closer; nil takes every match as it is
}

// judge looks closer at a match: what it says in numbers, what stands beside
// it, what the form says. No severity is no finding; no rewrite is the rule's.
type judge func(o Offer, said []speech, s speech, m match) (Severity, string)

var rules = slices.Concat(moneyRules, sexRules, ageRules, familyRules, originRules, bodyRules, trialRules, overtimeRules, minorRules, payRules)

// review returns what a rule finds in a text, once a sentence.
func (r rule) review(o Offer, said []speech, s speech) []Finding {
	if r.field != "" && r.field != s.field {
		return nil
	}
	var found []Finding
	spoken := map[int]bool{} // sentences in which the rule has found something
	for _, pattern := range r.says {
		if !pattern.maySay(s.may) {
			continue
		}
		for _, m := range s.find(pattern.Regexp) {
			in := s.parts[m.first].sentence
			if spoken[in] {
				continue
			}
			if f, is := r.finding(o, said, s, m); is {
				found, spoken[in] = append(found, f), true
			}
		}
	}
	return found
}

func (r rule) finding(o Offer, said []speech, s speech, m match) (Finding, bool) {
	if r.lawful(s, m) {
		return Finding{}, false
	}
	severity, rewrite := r.severity, r.rewrite
	if r.judge != nil {
		judged, better := r.judge(o, said, s, m)
		if judged == "" {
			return Finding{}, false
		}
		severity = judged
		if better != "" {
			rewrite = better
		}
	}
	from, to := s.at(m)
	return Finding{Rule: r.name, Field: s.field, Words: s.words[from:to], From: from, To: to,
		Passage: s.passage(m), Severity: severity, Law: r.law, Rewrite: rewrite}, true
}

// lawful reports whether the words around a match take it back: it is denied
// before or behind, or said of something else.
func (r rule) lawful(s speech, m match) bool {
	if r.unless != nil && r.unless.MatchString(s.around(m, clause)) {
		return true
	}
	if r.turned != nil && r.turned.MatchString(" "+s.own(m)+" ") {
		return true
	}
	if behind := s.after(m, sentence); r.people && (welcome.MatchString(behind) || ownObject.MatchString(behind)) {
		return true
	}
	if denial.MatchString(s.before(m, sentence)) || denialBehind.MatchString(s.after(m, sentence)) {
		return true
	}
	return r.denied != nil && r.denied.MatchString(s.before(m, sentence)) && !amount.MatchString(s.around(m, clause))
}

// denial ends what stands right before a thing that is denied; only words that
// ask or take may stand between.
var denial = regexp.MustCompile(loosen(` (?:không|chẳng|đừng|miễn|cấm|chớ)(?: (?:hề|được|phải|cần|thu|mất|tốn|chi|trả|nộp|đóng|đặt|giữ|` +
	`lấy|nhận|bắt|buộc|yêu|cầu|đòi|hỏi|phân|biệt|giới|hạn|quan|trọng|bất|kỳ|cứ|các|loại|khoản|tiền|thêm|về|có|ai|từ|của|người|lao|động|nld|ứng|viên|nào|một|` +
	`trước|phí|lệ|tuyển|chỉ))* $`))

// denialBehind begins what stands right behind a thing that is denied.
var denialBehind = regexp.MustCompile(loosen(
	`^(?: (?::|-|là))? (?:không (?:$|[.,]|có|yêu cầu|phân biệt|mất|thu|quan trọng|bắt buộc|cần)|0 (?:đồng|đ|vnd) |miễn phí )`))

// amount is money or a number of things: a clause with one stands for itself.
var amount = regexp.MustCompile(` [0-9]`)
