package attachment

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func zipped(t *testing.T, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMediaType(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"báo cáo.PDF", []byte("%PDF-1.7 …"), "application/pdf"},
		{"báo cáo.pdf", []byte("<html>"), ""},
		{"a.docx", zipped(t, "[Content_Types].xml", "word/document.xml"), mediaTypes[".docx"].media},
		{"a.docx", zipped(t, "xl/workbook.xml"), ""},
		{"a.docx", zipped(t, "word/document.xml", "word/vbaProject.bin"), ""},
		{"a.xlsx", zipped(t, "xl/workbook.xml"), mediaTypes[".xlsx"].media},
		{"a.xlsx", []byte("PK\x03\x04 cut short"), ""},
		{"a.jpg", []byte("\xff\xd8\xff\xe0"), "image/jpeg"},
		{"a.png", []byte("\x89PNG\r\n\x1a\n"), "image/png"},
		{"a.png", []byte("\xff\xd8\xff\xe0"), ""},
		{"a.txt", []byte("Tuyến xe khách"), "text/plain; charset=utf-8"},
		{"a.txt", []byte("\x00\x01"), ""},
		{"a.svg", []byte("<svg/>"), ""},
		{"a", []byte("text"), ""},
	}
	for _, tt := range tests {
		if got := (File{Name: tt.name, Bytes: tt.bytes}).MediaType(); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	limits := Limits{Files: 5, Size: 1 << 20, Endings: []string{".txt", ".pdf"}}
	text := File{Name: "a.txt", Bytes: []byte("a")}
	tests := []struct {
		name  string
		files []File
		want  string
	}{
		{"five", []File{text, text, text, text, text}, ""},
		{"six", []File{text, text, text, text, text, text}, "attachment.problem.files"},
		{"as large as may be", []File{{Name: "a.txt", Bytes: bytes.Repeat([]byte("a"), limits.Size)}}, ""},
		{"a byte too large", []File{{Name: "a.txt", Bytes: bytes.Repeat([]byte("a"), limits.Size+1)}}, "attachment.problem.size"},
		{"none", nil, ""},
		{"a paper", []File{{Name: "a.PDF", Bytes: []byte("%PDF-1.7")}}, ""},
		{"a page as a paper", []File{{Name: "a.pdf", Bytes: []byte("<html>")}}, "attachment.problem.kind"},
		{"a picture where none is asked", []File{{Name: "a.png", Bytes: []byte("\x89PNG\r\n\x1a\n")}}, "attachment.problem.kind"},
		{"a program", []File{{Name: "a.exe", Bytes: []byte("MZ")}}, "attachment.problem.kind"},
	}
	for _, tt := range tests {
		if got := limits.Check(tt.files)[Field].Key; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCleanName(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, want string }{
		{`C:\báo cáo\tuyến.pdf`, "tuyến.pdf"},
		{"../../etc/passwd.txt", "passwd.txt"},
		{"a\r\nb.pdf", "ab.pdf"},
		{strings.Repeat("ộ", 200) + ".pdf", strings.Repeat("ộ", longestName) + ".pdf"},
	}
	for _, tt := range tests {
		if got := CleanName(tt.name); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzFile(f *testing.F) {
	f.Add("báo cáo.docx", []byte("PK\x03\x04"))
	f.Add("../a\x00.pdf", []byte("%PDF-"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		File{Name: name, Bytes: content}.MediaType()
		got := CleanName(name)
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\\\r\n\x00") || strings.Contains(strings.TrimSuffix(got, "/"), "/") {
			t.Errorf("%q became %q", name, got)
		}
	})
}
