package fold_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"cauviec/internal/fold"

	"golang.org/x/text/unicode/norm"
)

// samples are texts of the field, mixed with what hands and files do to them.
var samples = []string{
	"Khu công nghiệp Đình Trám", "xã Quý Hoà", "Quý Hòa", "Thuỵ Hùng", "Thụy Hùng",
	"TUYỂN 500 CÔNG NHÂN LẮP RÁP LINH KIỆN ĐIỆN TỬ", "Lđpt – lương 9‑13 triệu/tháng!!!",
	"khoẻ khỏe thuý thúy quí quý qúy huỳnh hùynh hoàn hòan khuya khuỷu ngoéo",
	norm.NFD.String("Ủy ban nhân dân huyện Lộc Bình"), "Ðồng Ðăng", "Ɖình Lập", "",
	"  \t\n", "ﬁ ½ ² ａｂｃ", "\xff\xfe", "a\u0301\u0323b", " \u0301x", "한국어 แปล हिन्दी İIıß",
}

func TestFold(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, fold, exact string }{
		{"Khu Công Nghiệp Đình Trám", "khu cong nghiep dinh tram", "khu công nghiệp đình trám"},
		{"Quý Hoà", "quy hoa", "quý hòa"},
		{"Quý Hòa", "quy hoa", "quý hòa"},
		{"khoẻ", "khoe", "khỏe"},
		{"thuý", "thuy", "thúy"},
		{"quí", "qui", "quí"},
		{"quý", "quy", "quý"},
		{"qúy", "quy", "qúy"},
		{"hòan", "hoan", "hoàn"},
		{"hoàn", "hoan", "hoàn"},
		{"hùynh", "huynh", "huỳnh"},
		{"Nguyễn", "nguyen", "nguyễn"},
		{"khoái", "khoai", "khoái"},
		{norm.NFD.String("Hoà Bình"), "hoa binh", "hòa bình"},
		{"Ðồng Đăng", "dong dang", "đồng đăng"},
		{"KCN Song Khê - Nội Hoàng", "kcn song khe noi hoang", "kcn song khê nội hoàng"},
		{"…/TB-UBND, 9–13 triệu", "tb ubnd 9 13 trieu", "tb ubnd 9 13 triệu"},
		{"  ", "", ""},
		{"\xff", "", ""},
		{"Plain ASCII (2024)", "plain ascii 2024", "plain ascii 2024"},
	}
	for _, tt := range tests {
		if got := fold.Fold(tt.in); got != tt.fold {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.fold)
		}
		if got := fold.Exact(tt.in); got != tt.exact {
			t.Errorf("Exact(%q) = %q, want %q", tt.in, got, tt.exact)
		}
	}
}

func TestHasMarks(t *testing.T) {
	t.Parallel()
	tests := map[string]bool{
		"cong nhan": false, "công nhan": true, "dien tu": false, "đien tu": true, "Ð": true,
		"": false, "9–13": false, norm.NFD.String("hà"): true,
	}
	for in, want := range tests {
		if got := fold.HasMarks(in); got != want {
			t.Errorf("HasMarks(%q) = %t, want %t", in, got, want)
		}
	}
}

func TestNFC(t *testing.T) {
	t.Parallel()
	const want = "Ủy ban nhân dân"
	if got := fold.NFC(norm.NFD.String(want)); got != want {
		t.Errorf("NFC = %q, want %q", got, want)
	}
}

// TestEveryRune checks the laws on every letter there is, alone and after a
// vowel that could carry it as a mark.
func TestEveryRune(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || !unicode.IsPrint(r) && !unicode.IsSpace(r) {
			continue
		}
		obeysLaws(t, string(r))
		obeysLaws(t, "o"+string(r)+"a")
	}
}

// FuzzFold checks the laws on any text.
func FuzzFold(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(obeysLaws)
}

// obeysLaws fails the test where the forms of s disagree.
func obeysLaws(t *testing.T, s string) {
	t.Helper()
	folded, exact := fold.Fold(s), fold.Exact(s)
	if again := fold.Fold(folded); again != folded {
		t.Errorf("Fold(%+q): %+q folds again to %+q", s, folded, again)
	}
	if again := fold.Exact(exact); again != exact {
		t.Errorf("Exact(%+q): %+q again becomes %+q", s, exact, again)
	}
	if got := fold.Fold(exact); got != folded {
		t.Errorf("Fold(Exact(%+q)) = %+q, want %+q", s, got, folded)
	}
	if got := fold.Fold(norm.NFD.String(s)); utf8.ValidString(s) && got != folded {
		t.Errorf("Fold(NFD(%+q)) = %+q, want %+q", s, got, folded)
	}
	foldsTermByTerm(t, s)
	isSlug(t, s)
}

// foldsTermByTerm checks that exact terms and folded terms go in step.
func foldsTermByTerm(t *testing.T, s string) {
	t.Helper()
	terms, exact := fold.Terms(s), fold.ExactTerms(s)
	if len(terms) != len(exact) {
		t.Fatalf("%+q: terms %q, exact terms %q", s, terms, exact)
	}
	for i := range terms {
		if got := fold.Fold(exact[i]); got != terms[i] {
			t.Errorf("%+q: exact term %+q folds to %+q, want %+q", s, exact[i], got, terms[i])
		}
	}
	if pairs := fold.Pairs(terms); len(pairs) != max(0, len(terms)-1) {
		t.Errorf("%+q: %d pairs of %d terms", s, len(pairs), len(terms))
	}
}

// isSlug checks that the slug of s may stand in an address.
func isSlug(t *testing.T, s string) {
	t.Helper()
	slug := fold.Slug(s)
	ok := func(r rune) bool { return r == '-' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' }
	odd := strings.ContainsFunc(slug, func(r rune) bool { return !ok(r) })
	if odd || len(slug) > 80 || strings.Contains(slug, "--") || strings.Trim(slug, "-") != slug {
		t.Errorf("Slug(%+q) = %q", s, slug)
	}
}

func TestSlug(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("lắp ráp ", 20)
	tests := map[string]string{
		"Công nhân lắp ráp (KCN Quang Châu)": "cong-nhan-lap-rap-kcn-quang-chau",
		"  --  ":                 "",
		"Đồng Đăng":              "dong-dang",
		"한국 Samsung":             "samsung",
		long:                     "lap-rap-lap-rap-lap-rap-lap-rap-lap-rap-lap-rap-lap-rap-lap-rap-lap-rap-lap-rap",
		strings.Repeat("a", 200): strings.Repeat("a", 80),
	}
	for in, want := range tests {
		if got := fold.Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPairs(t *testing.T) {
	t.Parallel()
	got := fold.Pairs(fold.ExactTerms("Công nhân điện tử"))
	want := []string{"công_nhân", "nhân_điện", "điện_tử"}
	if !slices.Equal(got, want) {
		t.Errorf("Pairs = %q, want %q", got, want)
	}
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"marks": "Công nhân lắp ráp linh kiện điện tử, KCN Song Khê – Nội Hoàng",
		"ascii": "cong nhan lap rap linh kien dien tu kcn song khe noi hoang",
	} {
		for form, f := range map[string]func(string) string{"fold": fold.Fold, "exact": fold.Exact} {
			b.Run(form+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					f(s)
				}
			})
		}
	}
}
