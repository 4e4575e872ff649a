package fold

import "testing"

// FuzzLetters wants the short way to lead where the long one does.
func FuzzLetters(f *testing.F) {
	for _, s := range []string{alphabet, "CÔNG NHÂN Đóng gói", "Hoà/Hòa, QUÝ-Quí", "a  b", "½ đ̣", "x\x00y", "Ð ð", "\xff", "KCN Quang Châu – Nếnh", "K", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Fold(s), foldAny(s); got != want {
			t.Errorf("Fold(%q) = %q, the long way %q", s, got, want)
		}
		if got, want := Exact(s), exactAny(s); got != want {
			t.Errorf("Exact(%q) = %q, the long way %q", s, got, want)
		}
	})
}
