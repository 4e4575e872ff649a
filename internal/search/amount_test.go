package search

import "testing"

func TestReadAmount(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text, words, rest string
		vnd               int64
	}{
		{"may 10 triệu", "10 triệu", "may", 10e6},
		{"lương 9tr", "lương 9tr", "", 9e6},
		{"may thu nhập từ 9,5 triệu trở lên quang châu", "thu nhập từ 9,5 triệu trở lên", "may quang châu", 9_500_000},
		{"10-12tr", "10-12tr", "", 10e6},
		{"9 đến 11 triệu", "9 đến 11 triệu", "", 9e6},
		{"8tr5", "8tr5", "", 8_500_000},
		{"tren 10 cu mot thang", "tren 10 cu mot thang", "", 10e6},
		{"lương 9.000.000đ/tháng, may", "lương 9.000.000đ/tháng", "may", 9e6},
		{"điện tử lương 9tr", "lương 9tr", "điện tử", 9e6},
		{"dien tu 9tr", "9tr", "dien tu", 9e6},
		{"9 triệu rưỡi", "9 triệu rưỡi", "", 9_500_000},
		{"9500000", "9500000", "", 9_500_000},
		{"kho dưới 10 triệu", "dưới 10 triệu", "kho", 0},
		{"11 triệu một tháng", "11 triệu một tháng", "", 11e6},
	}
	for _, tt := range tests {
		a, ok := readAmount(tt.text)
		if !ok || a.words != tt.words || a.rest != tt.rest || a.vnd != tt.vnd {
			t.Errorf("%q: %q, rest %q, %d, %t", tt.text, a.words, a.rest, a.vnd, ok)
		}
	}
	for _, text := range []string{"3 ca", "12 tiếng", "may 1 kim", "hàn co2", "10 trên", "500 triệu", "0 triệu", "2 vợ chồng", "ca 3", "may"} {
		if a, ok := readAmount(text); ok {
			t.Errorf("%q is no income, got %+v", text, a)
		}
	}
}
