package typed_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/typed"
)

func TestTidy(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"  Thợ\u00a0may ": "Thợ may", "9.5E6": "9500000", "912345678.0": "912345678", "9.300000000000001": "9.3", "9.5": "9.5",
		"1.200": "1.200", "0.5": "0.5", "1.200.000": "1.200.000", "-3": "-3", "Tho\u031b\u0323": "Thợ", "3\xff": "3", "": "",
		"2400123456": "2400123456", "9.12345678E8": "912345678",
	} {
		if got := typed.Tidy(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{
		"": 0, "200": 200, "1.200": 1200, "1,200": 1200, "1 200": 1200, "200 người": 200, "1.200 lao động": 1200, "200.0": 200,
		"1e3": 1000, "\u00a0 15 ": 15, "0": 0, "12.345.678": 12_345_678,
	} {
		if got, err := typed.Count(words); err != nil || got != want {
			t.Errorf("%q: %d, %v, want %d", words, got, err, want)
		}
	}
	for _, words := range []string{"nhiều", "1.2", "12.34", "-5", "10-20", "1.2345", "999999999999", "2,5 nghìn", "1/2", "#N/A"} {
		if got, err := typed.Count(words); !errors.Is(err, typed.ErrCount) {
			t.Errorf("%q: %d, %v", words, got, err)
		}
	}
}

func TestDay(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"": "", "01/06/2026": "01/06/2026", "1/6/2026": "01/06/2026", "1-6-2026": "01/06/2026", "1.6.2026": "01/06/2026",
		"2026-06-01": "01/06/2026", "2026-06-01 00:00:00": "01/06/2026", "01/06/2026 08:30": "01/06/2026", "1/6/26": "01/06/2026",
		"46174": "01/06/2026", "46174.5": "01/06/2026", "46174.0": "01/06/2026", "ngày 1 tháng 6 năm 2026": "01/06/2026",
		"Ngày 1/6/2026": "01/06/2026", "36526": "01/01/2000", "29/02/2028": "29/02/2028", "1 tháng 6, năm 2026": "01/06/2026",
	} {
		if got, err := typed.Day(words); err != nil || got.String() != want {
			t.Errorf("%q: %s, %v, want %s", words, got, err, want)
		}
	}
	for words, want := range map[string]error{
		"31/12": typed.ErrYear, "31-12": typed.ErrYear, "31.12": typed.ErrYear, "ngày 31 tháng 12": typed.ErrYear, "31/ 12": typed.ErrYear,
		"06/13/2026": typed.ErrDay, "31/02/2026": typed.ErrDay, "mai": typed.ErrDay, "01/06/1926": typed.ErrDay, "12345": typed.ErrDay,
		"2026": typed.ErrDay, "99999": typed.ErrDay, "hết tháng 6": typed.ErrDay, "1/6/0026": typed.ErrDay,
	} {
		if got, err := typed.Day(words); !errors.Is(err, want) || !got.IsZero() {
			t.Errorf("%q: %s, %v, want %v", words, got, err, want)
		}
	}
}

func TestYes(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"Có": "true true", "x": "true true", "X": "true true", "1": "true true", "1.0": "true true", "✓": "true true", "TRUE": "true true",
		"không": "false true", "Ko": "false true", "0": "false true", "-": "false true", "Chưa": "false true",
		"": "false false", "có lẽ": "false false", "2": "false false",
	} {
		is, known := typed.Yes(words)
		if got := fmt.Sprint(is, known); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}

func TestTaxCode(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"0100233488": "0100233488", "100233488": "0100233488", "1.00233488E8": "0100233488", "0100 233 488": "0100233488",
		"'0100233488": "0100233488", "100233488-001": "0100233488-001", "0100233488001": "0100233488-001", "027099001234": "027099001234",
	} {
		if got, ok := typed.TaxCode(words); !ok || got != want {
			t.Errorf("%q: %q %v, want %q", words, got, ok, want)
		}
	}
	for _, words := range []string{"", "100233489", "10023348", "27099001234", "May Sông Thương"} {
		if got, ok := typed.TaxCode(words); ok {
			t.Errorf("%q: %q", words, got)
		}
	}
}

func lexicon() *typed.Lexicon {
	l := &typed.Lexicon{}
	l.Add("dormitory", "Ký túc xá", "ktx")
	l.Add("insurance", "Đóng BHXH, BHYT, BHTN", "bảo hiểm")
	l.Add("life", "Bảo hiểm nhân thọ")
	l.Add("bus", "Xe đưa đón")
	l.Add("car", "Xe con")
	l.Add("meal", "Ăn ca 1 bữa", "ăn ca")
	l.Add("meals", "Ăn ca 2 bữa", "Ăn ca")
	return l
}

func TestLexicon(t *testing.T) {
	t.Parallel()
	l := lexicon()
	for words, want := range map[string]string{
		"Ký túc xá": "dormitory", "ky tuc xa": "dormitory", "KTX": "dormitory", "Bảo hiểm": "insurance", "nhân thọ": "life", "xe": "",
		"ăn ca": "", "đưa đón": "bus", "ăn ca 2 bữa": "meals", "": "", "đón": "", "nhà trẻ": "", "bữa 1 ca ăn": "meal",
	} {
		if got, ok := l.Find(words); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", words, got, ok, want)
		}
	}
	if got := fmt.Sprint(l.Near("xe", 3), l.Near("", 3)); got != "[bus car] []" {
		t.Error(got)
	}
}

func TestLists(t *testing.T) {
	t.Parallel()
	l := lexicon()
	for words, want := range map[string]string{
		"ktx, xe đưa đón":            "[dormitory bus] []",
		"KTX; Đóng BHXH, BHYT, BHTN": "[dormitory insurance] []",
		"Xe đưa đón\n- Ký túc xá\n":  "[bus dormitory] []",
		"đóng bhxh, bhyt, bhtn, ktx": "[insurance dormitory] []",
		"ktx và xe đưa đón":          "[dormitory bus] []",
		"ktx + hồ bơi":               "[dormitory] [hồ bơi]",
		"":                           "[] []",
		"; ,\n":                      "[] []",
		"• Xe đưa đón • Ký túc xá":   "[bus dormitory] []",
		"Ký túc xá / Xe đưa đón, ăn ca 1 bữa, ": "[dormitory bus meal] []",
	} {
		codes, unknown := l.FindAll(words)
		if got := fmt.Sprint(codes, " ", unknown); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}

// FuzzValues: any words are read or refused; a day that is read is believable,
// and what Tidy returns stays as it is.
func FuzzValues(f *testing.F) {
	for _, words := range []string{"9tr", "1.200", "31/12", "46174", "912345678", "1e99", "\xff\xfe", "ngày 1 tháng 6", "ktx, xe; 1", strings.Repeat("9", 400)} {
		f.Add(words)
	}
	l := lexicon()
	f.Fuzz(func(t *testing.T, words string) {
		tidy := typed.Tidy(words)
		if again := typed.Tidy(tidy); again != tidy {
			t.Errorf("%q becomes %q and then %q", words, tidy, again)
		}
		if n, err := typed.Count(words); n < 0 || err != nil && n != 0 {
			t.Errorf("%q counts %d, %v", words, n, err)
		}
		if day, err := typed.Day(words); err == nil && !day.IsZero() && day.Before(clock.MustDay("01/01/2000")) {
			t.Errorf("%q is %s", words, day)
		}
		typed.Yes(words)
		typed.TaxCode(words)
		if codes, _ := l.FindAll(words); len(codes) > len(words) {
			t.Errorf("%q is %v", words, codes)
		}
	})
}
