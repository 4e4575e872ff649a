package search

import (
	"regexp"
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
)

// amounts finds "lương từ 9,5 triệu", "9-10tr", "8tr5", "trên 10 củ một tháng".
var amounts = regexp.MustCompile(`(?i)(?:(?:^|\s)(?:mức|muc|lương|luong|thu|nhập|nhap|từ|tu|trên|tren|hơn|hon|khoảng|khoang|tầm|tam|dưới|duoi|tối đa|toi da|được|duoc|ít nhất|it nhat|tối thiểu|toi thieu))*` +
	`(?:^|\s)` + number + `\s*` + unit + `?\s*(?:(?:-|–|đến|den|tới|toi)\s*` + number + `\s*)?` + unit + `(\d)?` +
	`(?:\s*(?:đồng|dong|vnđ|vnd|đ|d))?(?:\s*(?:/|một|mot|1)?\s*(?:tháng|thang))?(?:\s+(?:trở lên|tro len))?(?:\s|$|[,.;!?])`)

// longAmounts finds sums that are written out: "9.000.000", "9000000đ".
var longAmounts = regexp.MustCompile(`(?i)(?:(?:^|\s)(?:lương|luong|thu|nhập|nhap|từ|tu|trên|tren))*(?:^|\s)(\d{1,2}[.,]?\d{3}[.,]?000)\s*(?:đồng|dong|vnđ|vnd|đ|d)?(?:\s|$)`)

var tooMuch = regexp.MustCompile(`(?i)dưới|duoi|tối đa|toi da`)

const vndPerMillion = 1_000_000

// mostMillion is the highest income that a text can ask for: more is no pay.
const mostMillion = 100

// readAmount finds the first sum in a text.
func readAmount(text string) (a amount, ok bool) {
	if at := longAmounts.FindStringSubmatchIndex(text); at != nil {
		digits := strings.NewReplacer(".", "", ",", "").Replace(text[at[2]:at[3]])
		vnd, err := strconv.ParseInt(digits, 10, 64)
		return cutOut(text, at, vnd), err == nil && vnd <= mostMillion*vndPerMillion
	}
	at := amounts.FindStringSubmatchIndex(text)
	if at == nil {
		return amount{}, false
	}
	million, err := strconv.ParseFloat(strings.Replace(text[at[2]:at[3]], ",", ".", 1), 64)
	if err != nil || million <= 0 || million > mostMillion {
		return amount{}, false
	}
	vnd := int64(million*10+0.5) * (vndPerMillion / 10)
	if at[6] >= 0 {
		vnd += int64(text[at[6]]-'0') * (vndPerMillion / 10)
	}
	a = cutOut(text, at, vnd)
	if tooMuch.MatchString(a.words) {
		a.vnd = 0
	}
	return a, true
}

func cutOut(text string, at []int, vnd int64) amount {
	rest := strings.Join(strings.Fields(text[:at[0]]+" "+text[at[1]:]), " ")
	return amount{words: strings.TrimSpace(fold.NFC(strings.Trim(text[at[0]:at[1]], " ,.;!?"))), rest: rest, vnd: vnd}
}
