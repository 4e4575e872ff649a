package search

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/fold"
)

// amount is a sum of money in what was typed, with the words around it.
type amount struct {
	words string // as typed
	rest  string // the text without them
	vnd   int64  // the least income that is wanted; 0: it was said what is too much
}

const (
	number = `(\d{1,3}(?:[.,]\d{1,2})?)`
	unit   = `(?:triệu|trieu|trịu|tr|củ|cu|m)`
	dong   = `\s*(?:đồng|dong|vnđ|vnd|đ|d)?`
	behind = `(?:\s*(?:/|một|mot|1)?\s*(?:tháng|thang)|\s+(?:trở|tro) (?:lên|len))*(?:[\s,.;!?]|$)`
)

var (
	// millions finds "9,5 triệu", "9-10tr", "8tr5", "9 triệu rưỡi", "10 củ một tháng".
	millions = regexp.MustCompile(`(?i)` + number + `\s*` + unit + `?\s*(?:(?:-|–|đến|den|tới|toi)\s*` + number + `\s*)?` + unit + `(?:(\d)|\s+(rưỡi|ruoi))?` + dong + behind)
	// written finds sums in full: "9.000.000", "9000000đ".
	written = regexp.MustCompile(`(?i)(\d{1,2}[.,]?\d{3}[.,]?000)` + dong + behind)
)

// The words that stand before a sum, with and without marks, and those that say
// that it is too much.
var (
	beforeSum = strings.Fields("mức muc lương luong thu nhập nhap từ tu trên tren hơn hon khoảng khoang tầm tam " +
		"dưới duoi được duoc ít it nhất nhat tối toi thiểu thieu đa da có co")
	tooMuch = strings.Fields("dưới duoi đa da")
)

const vndPerMillion = 1_000_000

// mostMillion is the highest income that a text can ask for: more is no pay.
const mostMillion = 100

// readAmount finds the first sum in a text.
func readAmount(text string) (a amount, ok bool) {
	if !strings.ContainsAny(text, "0123456789") {
		return amount{}, false
	}
	if at := written.FindStringSubmatchIndex(text); at != nil {
		vnd, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(text[at[2]:at[3]]), 10, 64)
		return cutOut(text, at, vnd), err == nil && vnd <= mostMillion*vndPerMillion
	}
	at := millions.FindStringSubmatchIndex(text)
	if at == nil {
		return amount{}, false
	}
	million, err := strconv.ParseFloat(strings.Replace(text[at[2]:at[3]], ",", ".", 1), 64)
	if err != nil || million <= 0 || million > mostMillion {
		return amount{}, false
	}
	vnd := int64(million*10+0.5) * (vndPerMillion / 10)
	switch {
	case at[6] >= 0:
		vnd += int64(text[at[6]]-'0') * (vndPerMillion / 10)
	case at[8] >= 0:
		vnd += vndPerMillion / 2
	}
	return cutOut(text, at, vnd), true
}

// cutOut parts a text at a sum and the words before it that belong to it.
func cutOut(text string, at []int, vnd int64) amount {
	before := strings.Fields(text[:at[0]])
	first := len(before)
	for first > 0 && slices.Contains(beforeSum, fold.Exact(before[first-1])) {
		first--
	}
	if first > 0 && first < len(before) && fold.Fold(before[first-1]) == "dien" && before[first] == "tu" {
		first++ // "dien tu" is no "từ"
	}
	own := before[first:]
	if slices.ContainsFunc(own, func(word string) bool { return slices.Contains(tooMuch, fold.Exact(word)) }) {
		vnd = 0
	}
	sum := strings.Trim(text[at[0]:at[1]], " ,.;!?")
	return amount{words: strings.Join(append(slices.Clone(own), sum), " "), vnd: vnd,
		rest: strings.Join(append(slices.Clone(before[:first]), strings.Fields(text[at[1]:])...), " ")}
}
