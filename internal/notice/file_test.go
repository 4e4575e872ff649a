package notice

import (
	"archive/zip"
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"cauviec/internal/errs"
)

// packed makes a Word document of the given main part.
func packed(t testing.TB, part string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	f, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(part)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inWord wraps paragraphs as Word does.
func inWord(paragraphs ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, p := range paragraphs {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(p) + `</w:t></w:r></w:p>`)
	}
	return b.String() + `</w:body></w:document>`
}

func founding(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/00-founding.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestReadFileAgreesWithRead(t *testing.T) {
	t.Parallel()
	text := founding(t)
	want, err := Read(text)
	if err != nil {
		t.Fatal(err)
	}
	utf16 := []byte{0xFF, 0xFE}
	for _, r := range text {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for _, tt := range []struct {
		name string
		data []byte
	}{
		{"notice.txt", []byte(text)},
		{"NOTICE.TXT", append([]byte("\xEF\xBB\xBF"), text...)},
		{"windows.txt", []byte(strings.ReplaceAll(text, "\n", "\r\n"))},
		{"utf16.txt", utf16},
		{"notice.docx", packed(t, inWord(strings.Split(text, "\n")...))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := ReadFile(tt.name, tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Proposals) != len(want.Proposals) {
				t.Fatalf("%d proposals, want %d", len(got.Proposals), len(want.Proposals))
			}
			for i, p := range got.Proposals {
				w := want.Proposals[i]
				if p.Clause != w.Clause || p.Kind != w.Kind || p.Task != w.Task || p.Deadline != w.Deadline || strings.Join(p.Leads, ";") != strings.Join(w.Leads, ";") {
					t.Errorf("proposal %d: got %s %s %q, want %s %s %q", i, p.Clause, p.Kind, p.Task, w.Clause, w.Kind, w.Task)
				}
			}
			if got.Signatory != want.Signatory || len(got.Recipients) != 7 {
				t.Errorf("signatory %q, %d recipients", got.Signatory, len(got.Recipients))
			}
		})
	}
}

func TestReadFileRefuses(t *testing.T) {
	t.Parallel()
	noise := make([]byte, 200_000)
	for i := range noise {
		noise[i] = byte(rand.N(256))
	}
	entities := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>`
	for _, tt := range []struct {
		name, file string
		data       []byte
		want       Problem
	}{
		{"nothing", "a.txt", nil, ErrEmpty},
		{"only space", "a.txt", []byte(" \n\t\n "), ErrEmpty},
		{"noise", "a.txt", noise, ErrNotText},
		{"a picture's bytes", "a.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00"), ErrNotText},
		{"a program's data", "a.txt", []byte(`{"a":[1,2,3],"b":{"c":"d"}}`), ErrNoClauses},
		{"a novel", "a.txt", []byte(novel), ErrNoClauses},
		{"ten megabytes of text", "a.txt", bytes.Repeat([]byte("1. Sở Y tế báo cáo.\n"), 10<<20/30), ErrTooLarge},
		{"a larger file", "a.txt", make([]byte, MaxFile+1), ErrTooLarge},
		{"another kind", "a.pdf", []byte("%PDF-1.7"), ErrKind},
		{"not packed", "a.docx", []byte("Thông báo"), ErrNotDocx},
		{"packed, no document", "a.docx", func() []byte { var b bytes.Buffer; _ = zip.NewWriter(&b).Close(); return b.Bytes() }(), ErrNotDocx},
		{"cut short", "a.docx", packed(t, inWord("Thông báo"))[:60], ErrNotDocx},
		{"broken inside", "a.docx", packed(t, "<w:document><w:body><w:p>"), ErrNotDocx},
		{"entities", "a.docx", packed(t, entities), ErrNotDocx},
		{"unknown entity", "a.docx", packed(t, strings.Replace(inWord("x"), "x</w:t>", "&bomb;</w:t>", 1)), ErrNotDocx},
		{"endless depth", "a.docx", packed(t, strings.Repeat("<w:p>", 300_000)), ErrTooLarge},
		{"great depth", "a.docx", packed(t, strings.Repeat("<w:p>", 3000)), ErrNotDocx},
		{"a bomb", "a.docx", packed(t, inWord(strings.Repeat("a", 20<<20))), ErrTooLarge},
		{"a bigger bomb", "a.docx", packed(t, strings.Repeat(" ", maxXML+1)), ErrTooLarge},
		{"empty pages", "a.docx", packed(t, inWord("", "")), ErrEmpty},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			n, err := ReadFile(tt.file, tt.data)
			if n != nil || !errors.Is(err, tt.want) || !errors.Is(err, errs.Invalid) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

const novel = `It was a bright cold day in the harbour, and the clocks were striking. The captain walked
slowly along the quay, thinking of the letter that he had not yet answered. "You will be late," said
the boy. He did not reply.

Chapter 2. The next morning nobody remembered what had been promised. I. The rain went on.
`

// TestReadIsQuick guards against work that grows with the square of the text,
// which takes minutes; the limit leaves room for a busy machine.
func TestReadIsQuick(t *testing.T) {
	for name, unit := range map[string]string{
		"one notice again and again": founding(t),
		"one line":                   "giao Sở Y tế, ",
		"digits":                     "1.1.1.1 / 11/11/1111 - ",
		"bodies":                     "các sở, ban, ngành; UBND các huyện A, B và ",
		"deadlines":                  "trước ngày 1/1, hằng tháng 5 và tháng ",
		"labels":                     "1. a\n",
		"ones":                       "1. a.\n",
		"deep":                       "1. Sở Y tế:\na) Báo cáo\n- Rà soát\n+ Gửi\n",
		"parentheses":                "1. Sở Y tế ((((: ",
		"colons":                     "co quan chu tri: : :",
		"table":                      "TT | Nội dung | Cơ quan chủ trì\n1 | a | Sở Y tế\n",
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(unit, MaxText/len(unit))
			start := time.Now()
			_, _ = Read(strings.ToValidUTF8("Số: 1/TB-UBND\nTHÔNG BÁO\n1. "+text[:len(text)-200], ""))
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%d bytes took %v", len(text), took)
			}
		})
	}
}
