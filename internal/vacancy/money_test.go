package vacancy

import (
	"errors"
	"strconv"
	"testing"
)

func TestParseMoney(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words string
		want  int64
	}{
		{"", 0},
		{"  ", 0},
		{"9500000", 9_500_000},
		{"9.500.000", 9_500_000},
		{"9,500,000", 9_500_000},
		{"9 500 000", 9_500_000},
		{"9.500.000đ", 9_500_000},
		{"9.500.000 đồng/tháng", 9_500_000},
		{"9500000 VND", 9_500_000},
		{"9500000 VNĐ", 9_500_000},
		{"9tr", 9_000_000},
		{"9 tr", 9_000_000},
		{"9TR", 9_000_000},
		{"9,5 triệu", 9_500_000},
		{"9.5 trieu", 9_500_000},
		{"9,25tr", 9_250_000},
		{"9,250 triệu", 9_250_000},
		{"9,5 triệu đồng/tháng", 9_500_000},
		{"9tr5", 9_500_000},
		{"9tr25", 9_250_000},
		{"9tr500", 9_500_000},
		{"9 triệu 500 nghìn", 9_500_000},
		{"9 triệu 500k", 9_500_000},
		{"9 triệu rưỡi", 9_500_000},
		{"500k", 500_000},
		{"9.500k", 9_500_000},
		{"9500 nghìn", 9_500_000},
		{"9.500 ngàn đồng", 9_500_000},
		{"9", 9_000_000},
		{"9,5", 9_500_000},
		{"0,5", 500_000},
		{"12", 12_000_000},
		{"5310000", 5_310_000},
		{"9,500,000.00", 9_500_000},
		{"9.500.000,0 đ", 9_500_000},
	}
	for _, tt := range tests {
		if got, err := ParseMoney(tt.words); err != nil || got != tt.want {
			t.Errorf("ParseMoney(%q): got %d, %v, want %d", tt.words, got, err, tt.want)
		}
	}
}

func TestWhatIsNoMoney(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"thỏa thuận", "9-11tr", "9.500", "9,500", "9500", "-9tr", "9.5.0", "9.500,000", "9 tỷ", "5k", "99999999999",
		"9,5tr5", "9tr5tr", "1e7", "9.500.00", "9.500.000.00", "9,500.00", "9,500,000.50", "12000000000", "đ", "9tr 5 ngày", "999999999999999999999",
	} {
		if got, err := ParseMoney(words); !errors.Is(err, ErrMoney) {
			t.Errorf("ParseMoney(%q): got %d, %v, want ErrMoney", words, got, err)
		}
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, words := range []string{"9tr", "9,5 triệu", "9.500.000", "9500000", "9tr5", "500k", "0,5", "9 triệu rưỡi"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		vnd, err := ParseMoney(words)
		if err != nil || vnd == 0 {
			return
		}
		if vnd < leastPay || vnd > mostPay {
			t.Errorf("%q: %d is not believed", words, vnd)
		}
		again, err := ParseMoney(strconv.FormatInt(vnd, 10))
		if err != nil || again != vnd {
			t.Errorf("%q: %d read again is %d, %v", words, vnd, again, err)
		}
	})
}
