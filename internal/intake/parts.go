package intake

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"cauviec/internal/fold"
	"cauviec/internal/typed"
	"cauviec/internal/vacancy"
)

// What is wrong with a cell that holds several things.
var (
	errBatch     = errors.New("not a batch")
	errTurn      = errors.New("not a turn")
	errAllowance = errors.New("not an allowance")
)

// day is a day as it stands within a sentence.
var (
	day   = regexp.MustCompile(`\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}`)
	heads = regexp.MustCompile(`^\D*?(\d{1,3}(?:[., ]\d{3})+|\d+)\s*(?:người|nguoi|lao động|lđ|ld|ng|công nhân|cn)?(?:\D*)$`)
)

// batches reads "500 người đến 01/06/2026; 200 người đến 01/07/2026".
func batches(words string) ([]vacancy.Batch, error) {
	var list []vacancy.Batch
	for _, piece := range typed.Pieces(words) {
		at := day.FindStringIndex(piece)
		if at == nil {
			return nil, errBatch
		}
		by, err := typed.Day(piece[at[0]:at[1]])
		if err != nil {
			return nil, err
		}
		n := heads.FindStringSubmatch(strings.ToLower(fold.NFC(piece[:at[0]] + " " + piece[at[1]:])))
		if n == nil {
			return nil, errBatch
		}
		people, err := typed.Count(n[1])
		if err != nil {
			return nil, errBatch
		}
		list = append(list, vacancy.Batch{NeededBy: by, Headcount: people})
	}
	return list, nil
}

// hour is a time of day as people type it; rest is the break behind a turn.
const hour = `(\d{1,2}\s*(?:[:hg]\s*\d{0,2})?)`

var (
	turn = regexp.MustCompile(`^(?:ca\s*\d*\s*:?\s*|từ\s*|tu\s*)*` + hour + `\s*(?:-|–|—|đến|den|tới|toi|~)\s*` + hour + `(.*)$`)
	rest = regexp.MustCompile(`(\d+)\s*(?:'|’|′|p|phút|phut|m)`)
	half = regexp.MustCompile(`(\d+)\s*(?:h|giờ|gio|tiếng|tieng)`)
)

// turns reads "6h–14h nghỉ 30'; 14h–22h".
func turns(words string) ([]vacancy.Turn, error) {
	var list []vacancy.Turn
	for _, piece := range turnPieces(words) {
		m := turn.FindStringSubmatch(strings.ToLower(piece))
		if m == nil {
			return nil, errTurn
		}
		minutes, ok := pause(m[3])
		if !ok {
			return nil, errTurn
		}
		list = append(list, vacancy.Turn{From: vacancy.ParseClock(m[1]), To: vacancy.ParseClock(m[2]), Break: minutes})
	}
	return list, nil
}

// turnPieces parts turns, at commas too when each piece is a turn.
func turnPieces(words string) []string {
	var pieces []string
	for _, piece := range typed.Pieces(words) {
		for _, smaller := range strings.Split(piece, ",") {
			if smaller = strings.TrimSpace(smaller); turn.MatchString(strings.ToLower(smaller)) || len(pieces) == 0 {
				pieces = append(pieces, smaller)
			} else if smaller != "" {
				pieces[len(pieces)-1] += " " + smaller
			}
		}
	}
	return pieces
}

// pause reads the break behind a turn, in minutes.
func pause(words string) (minutes int, ok bool) {
	words = strings.TrimSpace(words)
	if fold.Fold(words) == "" {
		return 0, true
	}
	for _, unit := range []struct {
		shape   *regexp.Regexp
		minutes int
	}{{rest, 1}, {half, 60}} {
		if m := unit.shape.FindStringSubmatch(words); m != nil {
			n, err := strconv.Atoi(m[1])
			return n * unit.minutes, err == nil && n < 1000
		}
	}
	return 0, false
}

// sum is money within a sentence; a condition follows it in brackets or behind
// a dash.
var sum = regexp.MustCompile(`(\d[\d., ]*\d|\d)\s*(triệu|trieu|tr\d*|nghìn|nghin|ngàn|ngan|k|đồng|dong|đ|vnd)?(\s*(?:rưỡi|ruoi))?(\s*(?:đồng|đ|vnd))?(?:\s*/?\s*(?:tháng|thang))?`)

// allowances reads "chuyên cần 500.000 (đi đủ công); nhà ở 300.000".
func allowances(words string, kinds *typed.Lexicon) ([]vacancy.Allowance, error) {
	var list []vacancy.Allowance
	for _, piece := range typed.Pieces(words) {
		at := sum.FindStringIndex(strings.ToLower(piece))
		if at == nil || len(strings.ToLower(piece)) != len(piece) {
			return nil, errAllowance
		}
		amount, err := vacancy.ParseMoney(strings.Trim(piece[at[0]:at[1]], " ,."))
		if err != nil || amount == 0 {
			return nil, errAllowance
		}
		kind, ok := kinds.Find(strings.NewReplacer("phụ cấp", "", "Phụ cấp", "", "thưởng", "", "Thưởng", "", "tối đa", "", ":", " ").Replace(piece[:at[0]]))
		if !ok {
			return nil, errAllowance
		}
		list = append(list, vacancy.Allowance{Kind: kind, Amount: amount, Condition: strings.Trim(piece[at[1]:], " ()-–,.:")})
	}
	return list, nil
}

var between = regexp.MustCompile(`^(.*?\d[^-–~]*?)\s*(?:-|–|~|đến|tới|den)\s*(\d.*)$`)

// unit is what follows the digits of an amount.
var unit = regexp.MustCompile(`[^\d., ].*$`)

// incomes reads an amount or a range of amounts: "9-11 triệu", "9tr – 11tr".
func incomes(words string) (from, to int64, err error) {
	m := between.FindStringSubmatch(strings.TrimPrefix(strings.TrimPrefix(typed.Tidy(words), "Từ "), "từ "))
	if m == nil {
		from, err = vacancy.ParseMoney(typed.Tidy(words))
		return from, 0, err
	}
	if unit.FindString(m[1]) == "" {
		m[1] += unit.FindString(m[2])
	}
	if from, err = vacancy.ParseMoney(m[1]); err == nil {
		to, err = vacancy.ParseMoney(m[2])
	}
	return from, to, err
}

// dayProblem is the key of what is wrong with a day.
func dayProblem(err error) string {
	if errors.Is(err, typed.ErrYear) {
		return "import.problem.year"
	}
	return "problem.date"
}
