package locale

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cauviec/internal/clock"
)

func TestBothLanguagesHaveTheSameKeys(t *testing.T) {
	t.Parallel()
	for key := range words[Vi] {
		if _, ok := words[En][key]; !ok {
			t.Errorf("%q has no English", key)
		}
	}
	for key := range words[En] {
		if _, ok := words[Vi][strings.TrimSuffix(key, ".one")]; !ok {
			t.Errorf("%q has no Vietnamese", key)
		}
	}
}

func TestEveryKeyHasWordsAndTheSamePlaceholders(t *testing.T) {
	t.Parallel()
	placeholder := regexp.MustCompile(`\{\d\}`)
	sorted := func(s string) []string {
		found := placeholder.FindAllString(s, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	for _, key := range slices.Sorted(maps.Keys(words[Vi])) {
		vi, en := words[Vi][key], words[En][key]
		if strings.TrimSpace(vi) == "" || strings.TrimSpace(en) == "" {
			t.Errorf("%q has no words", key)
		}
		if !slices.Equal(sorted(vi), sorted(en)) {
			t.Errorf("%q: placeholders differ: %q, %q", key, vi, en)
		}
	}
}

// TestEveryKeyInTheSourceHasWords reads the source for literal keys: those
// given to T and N, and those of problems.
func TestEveryKeyInTheSourceHasWords(t *testing.T) {
	t.Parallel()
	literal := regexp.MustCompile(`(?:locale\.[TN]\(ctx, |locale\.[TN]\(r\.Context\(\), |\.Add\("[a-z_0-9]+", |errs\.One\("[a-z_0-9]+", )"([a-z_0-9.]+)"`)
	for _, root := range []string{"..", "../../internal"} {
		err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".templ") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, match := range literal.FindAllStringSubmatch(string(source), -1) {
				if key := match[1]; !Has(key) && !strings.HasSuffix(key, ".") {
					t.Errorf("%s: key %q has no words", path, key)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestFormats(t *testing.T) {
	t.Parallel()
	vi, en := With(context.Background(), Vi), With(context.Background(), En)
	today := clock.MustDay("26/04/2024")
	tests := []struct{ got, want string }{
		{Money(vi, 9_500_000), "9.500.000 đồng"},
		{Money(en, 9_500_000), "9,500,000 VND"},
		{MonthlyPay(vi, 8_500_000, 11_000_000), "8,5–11 triệu đồng/tháng"},
		{MonthlyPay(en, 8_500_000, 11_000_000), "8.5–11 million VND/month"},
		{MonthlyPay(vi, 0, 0), "thỏa thuận"},
		{Left(vi, clock.MustDay("30/04/2024"), today), "còn 4 ngày"},
		{Left(en, clock.MustDay("25/04/2024"), today), "1 day late"},
		{Left(vi, today, today), "hạn hôm nay"},
		{Phone("+84912345678"), "0912 345 678"},
		{Phone("+842053812345"), "0205 3 812 345"},
		{Percent(vi, 1, 3), "33%"},
		{Percent(vi, 0, 0), "–"},
		{Number(vi, -1234567), "-1.234.567"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
