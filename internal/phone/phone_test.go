package phone

import (
	"errors"
	"testing"
)

func TestParse(t *testing.T) {
	t.Parallel()
	tests := []struct{ words, want string }{
		{"0912345678", "+84912345678"},
		{" 0912 345 678 ", "+84912345678"},
		{"0912.345.678", "+84912345678"},
		{"+84 912 345 678", "+84912345678"},
		{"84912345678", "+84912345678"},
		{"+84 (0)912-345-678", "+84912345678"},
		{"912345678", "+84912345678"},
		{"847654321", "+84847654321"},
		{"02043 856 789", "+842043856789"},
		{"0205 3812345", "+842053812345"},
		{"", ""},
		{"  ", ""},
	}
	for _, tt := range tests {
		if got, err := Parse(tt.words); err != nil || got != tt.want {
			t.Errorf("Parse(%q): got %q, %v, want %q", tt.words, got, err, tt.want)
		}
	}
	for _, words := range []string{"0123456789", "091234567", "09123456789", "0512345678", "gọi chị Lan", "+1 212 555 0100", "0204385678"} {
		if got, err := Parse(words); !errors.Is(err, ErrPhone) {
			t.Errorf("Parse(%q): got %q, %v, want ErrPhone", words, got, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("0912 345 678")
	f.Add("+84(0)912345678")
	f.Fuzz(func(t *testing.T, words string) {
		number, err := Parse(words)
		if err != nil {
			return
		}
		again, err := Parse(number)
		if err != nil || again != number {
			t.Errorf("%q: %q read again is %q, %v", words, number, again, err)
		}
	})
}
