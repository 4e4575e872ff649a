package opendata_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"cauviec/internal/opendata"
)

func TestMasked(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                         "",
		"May áo khoác theo chuyền": "May áo khoác theo chuyền",
		"Gọi chị Hoa 0912345678 giờ hành chính.":         "Gọi chị Hoa […] giờ hành chính.",
		"Gọi 0912 345 678, 0912.345.678, (0912) 345-678": "Gọi […], […], […]",
		"Zalo:+84912345678":                                     "Zalo:[…]",
		"Zalo +84 912 345 678":                                  "Zalo […]",
		"máy bàn 0204 3123 456":                                 "máy bàn […]",
		"gửi về tuyendung@congty.com.vn.":                       "gửi về […].",
		"thu nhập 9.000.000 - 11.000.000 đồng":                  "thu nhập 9.000.000 - 11.000.000 đồng",
		"Nghị định 145/2020, ca 08-20 và 20-08, từ 01-12-2026.": "Nghị định 145/2020, ca 08-20 và 20-08, từ 01-12-2026.",
		"chuyên cần 500.000, thâm niên 200.000":                 "chuyên cần 500.000, thâm niên 200.000",
		"0912345678 0987654321":                                 "[…]",
		"0912–345–678, 0912 — 345 678, 0912‑345‑678":            "[…], […], […]",
		"0912\u202f345\u202f678 hay 0912\u2009345\u2009678":     "[…] hay […]",
		"0912·345·678, 0912_345_678, 0912\u200b345678":          "[…], […], […]",
		"gọi 0912,345,678":                                      "gọi […]",
		"gọi ０９１２ ３４５ ６７８":                                      "gọi […]",
		"0084 912 345 678, (+84) 912 345 678, +84 (0)912345678": "[…], […], […]",
		"phỏng vấn 08.12.2026 - 15.12.2026":                     "phỏng vấn 08.12.2026 - 15.12.2026",
		"phỏng vấn 08-12-2026 – 15-12-2026, gọi 0912345678":     "phỏng vấn 08-12-2026 – 15-12-2026, gọi […]",
		"các ngày 08, 15, 22, 29, 30":                           "các ngày 08, 15, 22, 29, 30",
		"thưởng 300,000 và 8,500,000":                           "thưởng 300,000 và 8,500,000",
	} {
		if got := opendata.Masked(text); got != want {
			t.Errorf("Masked(%q) = %q, want %q", text, got, want)
		}
	}
}

// FuzzMasked puts a number into any text: it never stays readable.
func FuzzMasked(f *testing.F) {
	f.Add("Gọi ", " ngay", uint32(12345678), " ")
	f.Add("", ".", uint32(0), "")
	f.Add("", "", uint32(11122013), "–")
	f.Fuzz(func(t *testing.T, before, after string, tail uint32, gap string) {
		if strings.ContainsAny(before+after, "0123456789@") || strings.Trim(gap, " .-–—·_\u202f") != "" || utf8.RuneCountInString(gap) > 2 {
			t.Skip("other digits make another number")
		}
		digits := "09" + pad(tail%100_000_000)
		number := digits[:4] + gap + digits[4:7] + gap + digits[7:]
		if got := opendata.Masked(before + " " + number + " " + after); strings.Contains(got, number) {
			t.Errorf("%q is still in %q", number, got)
		}
	})
}

func pad(n uint32) string {
	digits := []byte("00000000")
	for i := len(digits) - 1; i >= 0; i, n = i-1, n/10 {
		digits[i] = byte('0' + n%10)
	}
	return string(digits)
}
