package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBrief(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, words string
		most        int
		want        string
	}{
		{"short", "ngắn", 10, "ngắn"},
		{"as long as may be", "mười chữ ạ", 10, "mười chữ ạ"},
		{"nothing", "", 0, ""},
		{"at the end of a word", "Nghiên cứu mở tuyến xe khách", 15, "Nghiên cứu mở…"},
		{"a word that just fits", "Nghiên cứu mở tuyến", 13, "Nghiên cứu mở…"},
		{"without what parts words", "Khảo sát, nghiên cứu", 12, "Khảo sát…"},
		{"no end of a word in the second half", "a khôngcókhoảngtrắngnào", 10, "a khôngcók…"},
		{"no end of a word at all", "khôngcókhoảngtrắngnào", 10, "khôngcókho…"},
		{"marks stay with their letter", "aaaae\u0302\u0301a", 6, "aaaa…"},
		{"marks that fit stay", "aaaae\u0302\u0301a", 7, "aaaae\u0302\u0301…"},
		{"marks alone", "\u0302\u0302\u0302", 2, "…"},
	}
	for _, tt := range tests {
		if got := Brief(tt.words, tt.most); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCapital(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{"": "", "đã nhận": "Đã nhận", "Đã nhận": "Đã nhận", "3 xe": "3 xe", "\xff!": "\xff!"} {
		if got := Capital(words); got != want {
			t.Errorf("%q became %q, want %q", words, got, want)
		}
	}
}

func FuzzBrief(f *testing.F) {
	f.Add("Nghiên cứu mở tuyến xe khách", 15)
	f.Add("e\u0302\u0301", 1)
	f.Fuzz(func(t *testing.T, words string, most int) {
		if most < 0 || most > 1000 {
			t.Skip()
		}
		got := Brief(words, most)
		if got == words {
			return
		}
		if utf8.RuneCountInString(got) > most+1 || !strings.HasSuffix(got, "…") {
			t.Errorf("%q cut to %d became %q", words, most, got)
		}
	})
}
