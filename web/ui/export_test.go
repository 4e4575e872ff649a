package ui

import "testing"

func TestSheetAddress(t *testing.T) {
	t.Parallel()
	for page, want := range map[string]string{
		"/quan-ly/tin-tuyen-dung":                         "/quan-ly/tin-tuyen-dung.xlsx",
		"/viec-lam?khu=a&khu=b&q=may+%26&trang=x&lang=en": "/viec-lam.xlsx?khu=a&khu=b&q=may+%26",
		"/quan-ly/doanh-nghiep?sau=a&sau-id=3":            "/quan-ly/doanh-nghiep.xlsx",
		"/quan-ly/nguoi-tim-viec.xlsx?q=a&truoc=7":        "/quan-ly/nguoi-tim-viec.xlsx?q=a",
	} {
		if got := SheetAddress(WithPath(t.Context(), page)); got != want {
			t.Errorf("%s: %s, want %s", page, got, want)
		}
	}
	if got := ListAddress("/x.xlsx?a=b.xlsx"); got != "/x?a=b.xlsx" {
		t.Error(got)
	}
}
