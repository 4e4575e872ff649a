package fold_test

import (
	"slices"
	"strings"
	"testing"

	"cauviec/internal/fold"
)

func TestExpand(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query string
		want  []string
	}{
		{"KCN Quang Châu", []string{"kcn quang chau", "khu cong nghiep quang chau"}},
		{"LĐPT", []string{"ldpt", "lao dong pho thong"}},
		{"NVVP", []string{"nvvp", "nhan vien van phong"}},
		{"QC điện tử", []string{"qc dien tu", "kiem tra chat luong dien tu", "qc dt"}},
		{"ký túc xá", []string{"ky tuc xa", "ktx"}},
		{"TX Việt Yên", []string{"tx viet yen", "thi xa viet yen"}},
		{"CN KCN", []string{"cn kcn", "cong nhan khu cong nghiep", "cn khu cong nghiep", "cong nhan kcn"}},
		{"may mặc", []string{"may mac"}},
		{"Sở Lao động – Thương binh và Xã hội", []string{"so lao dong thuong binh va xa hoi", "sldtbxh"}},
	}
	for _, tt := range tests {
		got := readings(tt.query)
		if got[0] != tt.want[0] {
			t.Errorf("Expand(%q) starts with %q, want %q", tt.query, got[0], tt.want[0])
		}
		for _, want := range tt.want {
			if !slices.Contains(got, want) {
				t.Errorf("Expand(%q) = %q, lacks %q", tt.query, got, want)
			}
		}
		if distinct := slices.Compact(slices.Sorted(slices.Values(got))); len(distinct) != len(got) {
			t.Errorf("Expand(%q) repeats itself: %q", tt.query, got)
		}
	}
}

// TestExpandIsBounded asks for every reading of a page of abbreviations.
func TestExpandIsBounded(t *testing.T) {
	t.Parallel()
	got := fold.Expand(fold.Terms(strings.Repeat("CN TT DT ", 500)))
	if len(got) > 12 {
		t.Errorf("%d readings, want at most 12", len(got))
	}
	if len(fold.Expand(nil)) != 1 {
		t.Error("no terms have one reading, the empty one")
	}
}

// readings returns the readings of a query as text.
func readings(query string) []string {
	var out []string
	for _, r := range fold.Expand(fold.Terms(query)) {
		out = append(out, strings.Join(r, " "))
	}
	return out
}
