package ui

import (
	"slices"
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words string
		want  []string
	}{
		{"2.2. Sở Giao thông vận tải\n\nPhối hợp với Sở bạn", []string{"2.2. Sở Giao thông vận tải", "Phối hợp với Sở bạn"}},
		{"để phối\n\nhợp, tạo  điều kiện", []string{"để phối hợp, tạo điều kiện"}},
		{"một dòng", []string{"một dòng"}},
		{"\n \n", nil},
	}
	for _, tt := range tests {
		got := Paragraphs(tt.words)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.words, got, tt.want)
		}
		if strings.Join(strings.Fields(tt.words), "") != strings.ReplaceAll(strings.Join(got, ""), " ", "") {
			t.Errorf("%q lost or won words: %q", tt.words, got)
		}
	}
}
