package notice

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Limits of a Word document: a page of text is some 50 kB of XML, so what is
// larger, or packed closer than text can be, is no notice.
const (
	maxEntries = 2000
	maxXML     = 32 << 20
	maxRatio   = 200
	maxDepth   = 200
)

// docxText takes the words out of a Word document (ISO/IEC 29500): paragraphs
// one by one; a table of three columns or more line by line with bars between
// its cells, a narrower one, which only lays out the page, cell by cell.
func docxText(data []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", ErrNotDocx
	}
	if len(archive.File) > maxEntries {
		return "", ErrTooLarge
	}
	for _, f := range archive.File {
		if f.Name == "word/document.xml" {
			return partText(f)
		}
	}
	return "", ErrNotDocx
}

// partText reads the main part, never more of it than maxXML.
func partText(f *zip.File) (string, error) {
	if f.UncompressedSize64 > maxXML || f.UncompressedSize64 > 1<<20 && f.UncompressedSize64 > maxRatio*f.CompressedSize64 {
		return "", ErrTooLarge
	}
	part, err := f.Open()
	if err != nil {
		return "", ErrNotDocx
	}
	defer part.Close()
	limited := &io.LimitedReader{R: part, N: maxXML}
	text, err := wordText(limited)
	switch {
	case limited.N == 0:
		return "", ErrTooLarge
	case errors.Is(err, ErrTooLarge):
		return "", ErrTooLarge
	case err != nil:
		return "", ErrNotDocx
	}
	return text, nil
}

// writer gathers the words of a Word document.
type writer struct {
	out    strings.Builder
	para   strings.Builder
	cells  []string   // finished cells of the open row
	lines  [][]string // their paragraphs
	cell   []string   // finished paragraphs of the open cell
	tables int        // tables that are open
	skip   int        // depth inside what is not to be read
	listed bool       // the open paragraph is numbered by Word
}

// wordText reads WordprocessingML.
func wordText(r io.Reader) (string, error) {
	decoder := xml.NewDecoder(r)
	w, depth, seen := &writer{}, 0, false
	for {
		t, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			if !seen || depth != 0 {
				return "", ErrNotDocx
			}
			return w.out.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.Directive:
			return "", ErrNotDocx
		case xml.StartElement:
			seen = seen || t.Name.Local == "body"
			if depth++; depth > maxDepth {
				return "", ErrNotDocx
			}
			w.open(t.Name.Local)
		case xml.EndElement:
			depth--
			w.shut(t.Name.Local)
		case xml.CharData:
			w.words(string(t))
		}
		if w.out.Len()+w.para.Len() > MaxText {
			return "", ErrTooLarge
		}
	}
}

// unread are the elements whose words are not part of the document: removed
// text, field codes, the second copy of a drawing.
var unread = map[string]bool{"delText": true, "del": true, "instrText": true, "Fallback": true, "moveFrom": true, "pict": true, "drawing": true, "footnoteReference": true}

func (w *writer) open(name string) {
	if w.skip > 0 || unread[name] {
		w.skip++
		return
	}
	switch name {
	case "tab":
		w.para.WriteByte(' ')
	case "br", "cr":
		w.para.WriteByte('\n')
	case "noBreakHyphen":
		w.para.WriteByte('-')
	case "numPr":
		w.listed = true
	case "tbl":
		w.tables++
	}
}

func (w *writer) words(s string) {
	if w.skip == 0 && strings.TrimSpace(s) != "" || w.skip == 0 && w.para.Len() > 0 && !strings.Contains(s, "\n") {
		w.para.WriteString(s)
	}
}

func (w *writer) shut(name string) {
	if w.skip > 0 {
		w.skip--
		return
	}
	switch name {
	case "p":
		w.endParagraph()
	case "tc":
		if w.tables == 1 {
			w.cells, w.lines, w.cell = append(w.cells, strings.Join(w.cell, " ")), append(w.lines, w.cell), nil
		}
	case "tr":
		if w.tables == 1 {
			w.endRow()
		}
	case "tbl":
		w.tables = max(w.tables-1, 0)
		w.out.WriteByte('\n')
	}
}

func (w *writer) endParagraph() {
	text := strings.TrimSpace(w.para.String())
	w.para.Reset()
	if w.listed && text != "" && w.tables == 0 {
		text = "- " + text
	}
	w.listed = false
	switch {
	case text == "":
	case w.tables > 0:
		w.cell = append(w.cell, strings.ReplaceAll(text, "\n", " "))
	default:
		w.out.WriteString(text + "\n\n")
	}
}

func (w *writer) endRow() {
	if len(w.cells) >= 3 {
		for i, c := range w.cells {
			w.cells[i] = strings.ReplaceAll(c, "|", "/")
		}
		w.out.WriteString(strings.Join(w.cells, " | ") + "\n")
	} else {
		for _, cell := range w.lines {
			w.out.WriteString(strings.Join(cell, "\n") + "\n\n")
		}
	}
	w.cells, w.lines = nil, nil
}
