package fold_test

import (
	"testing"

	"cauviec/internal/fold"
)

func TestUntyped(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"coong": "công", "nhaan": "nhân", "mays": "máy", "tuyeern": "tuyển", "dduwowfng": "đường", "dduowngf": "đường",
		"thowj": "thợ", "hafn": "hàn", "ddieejn": "điện", "tuwr": "tử", "ddongs": "đóng", "gois": "gói", "vieejc": "việc",
		"nhana": "nhân", "hoaf": "hòa", "quys": "quý", "giuwx": "giữ", "tuwf": "từ", "gias": "giá", "khuoon": "khuôn",
		"co6ng": "công", "ma1y": "máy", "d9ie65n": "điện", "tu73": "tử", "d9o1ng": "đóng", "ngu7o72i": "người",
		"may": "", "hoa": "", "cong": "", "test": "", "cnc": "", "smt": "", "ca3": "", "co2": "", "luxwin": "", "a": "", "máy": "",
		"excel": "", "container": "", "a4": "", "wwww": "", "9999": "", "samsung": "",
	}
	for typed, want := range tests {
		got, ok := fold.Untyped(typed)
		if got != want || ok != (want != "") {
			t.Errorf("Untyped(%q) = %q, %t, want %q", typed, got, ok, want)
		}
	}
}

// FuzzUntyped wants words that fold to syllables, whatever the keys.
func FuzzUntyped(f *testing.F) {
	for _, s := range []string{"coong", "d9ie65n", "wwww", "ddd", "uw", "qux", "gix", "aaaa", "oow", "zzz1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if word, ok := fold.Untyped(s); ok && !fold.IsSyllable(fold.Fold(word)) {
			t.Errorf("Untyped(%q) = %q, which is no word", s, word)
		}
	})
}
