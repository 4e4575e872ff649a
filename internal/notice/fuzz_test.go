package notice

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sound checks what must hold of anything that was read.
func sound(t *testing.T, n *Notice) {
	t.Helper()
	clauses := map[string]bool{}
	for _, c := range n.Clauses {
		if c.Start < 0 || c.End > len(n.Text) || c.Start > c.End || c.Words != n.Text[c.Start:c.End] {
			t.Fatalf("clause %q: %d to %d of %d", c.Path, c.Start, c.End, len(n.Text))
		}
		if clauses[c.Path] {
			t.Fatalf("clause %q stands twice", c.Path)
		}
		clauses[c.Path] = true
	}
	for _, p := range n.Proposals {
		if !clauses[p.Clause] {
			t.Fatalf("proposal of clause %q, which is not there", p.Clause)
		}
		if p.Start < 0 || p.End > len(n.Text) || p.Start >= p.End {
			t.Fatalf("proposal of %q: %d to %d of %d", p.Clause, p.Start, p.End, len(n.Text))
		}
		if len(p.Leads) == 0 || p.Kind == "" || p.Part < 1 {
			t.Fatalf("proposal of %q: %+v", p.Clause, p)
		}
		if !p.Deadline.IsZero() && (p.Phrase == "" || p.Rule == "") {
			t.Fatalf("proposal of %q: a deadline from nowhere: %+v", p.Clause, p)
		}
	}
	if _, err := n.JSON(); err != nil {
		t.Fatal(err)
	}
}

func seeds(f *testing.F) []string {
	f.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatal("no documents", err)
	}
	var out []string
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		out = append(out, string(b))
	}
	return out
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
		f.Add(strings.ToUpper(s))
		f.Add(foldString(s))
		f.Add(strings.ReplaceAll(s, " ", "\n"))
	}
	f.Add("1. Giao")
	f.Add("1. Sở Y tế báo cáo. ? 2. Ω ?")
	f.Add("TT\nNội dung\nCơ quan chủ trì\n1\na\nSở Y tế")
	f.Fuzz(func(t *testing.T, s string) {
		if n, err := Read(s); err == nil {
			sound(t, n)
		}
	})
}

func FuzzReadFile(f *testing.F) {
	for _, s := range seeds(f)[:3] {
		f.Add(packed(f, inWord(strings.Split(s, "\n")...)))
	}
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if n, err := ReadFile("a.docx", data); err == nil {
			sound(t, n)
		}
	})
}

// FuzzWord reads the main part as it is, which packing hides from the fuzzer.
func FuzzWord(f *testing.F) {
	f.Add(inWord("1. Sở Y tế báo cáo.", "2. Sở Xây dựng rà soát."))
	f.Add("<w:document><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>")
	f.Fuzz(func(t *testing.T, part string) {
		_, _ = wordText(strings.NewReader(part))
	})
}
