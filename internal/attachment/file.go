package attachment

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"cauviec/internal/fold"
)

// File is a file as it was sent.
type File struct {
	Name  string
	Bytes []byte
}

// mediaTypes are the kinds of files by the ending of the name; the content must
// agree.
var mediaTypes = map[string]struct {
	media string
	is    func([]byte) bool
}{
	".pdf":  {"application/pdf", starts("%PDF-")},
	".docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", officePackage("word/document.xml")},
	".xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", officePackage("xl/workbook.xml")},
	".jpg":  {"image/jpeg", starts("\xff\xd8\xff")},
	".jpeg": {"image/jpeg", starts("\xff\xd8\xff")},
	".png":  {"image/png", starts("\x89PNG\r\n\x1a\n")},
	".txt":  {"text/plain; charset=utf-8", plainText},
}

// MediaType returns the media type of the file, or nothing when it is of no
// known kind or its content is not what its name says.
func (f File) MediaType() string {
	kind, ok := mediaTypes[f.ending()]
	if !ok || !kind.is(f.Bytes) {
		return ""
	}
	return kind.media
}

func (f File) ending() string { return strings.ToLower(path.Ext(f.Name)) }

// longestName is how many characters of a name are kept before its ending.
const longestName = 120

// CleanName returns the last part of a file's name as it may be stored and
// offered for download: composed, without control characters, not too long.
func CleanName(name string) string {
	name = path.Base(strings.ReplaceAll(fold.NFC(name), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, name)
	ending := path.Ext(name)
	stem := []rune(strings.TrimSuffix(name, ending))
	return string(stem[:min(len(stem), longestName)]) + ending
}

func starts(magic string) func([]byte) bool {
	return func(b []byte) bool { return bytes.HasPrefix(b, []byte(magic)) }
}

// officePackage recognises an Office Open XML package by its main part, without
// unpacking anything; packages with macros are refused.
func officePackage(part string) func([]byte) bool {
	return func(b []byte) bool {
		archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return false
		}
		found := false
		for _, f := range archive.File {
			if strings.HasSuffix(f.Name, "vbaProject.bin") {
				return false
			}
			found = found || f.Name == part
		}
		return found
	}
}

func plainText(b []byte) bool {
	return utf8.Valid(b) && !bytes.ContainsRune(b, 0)
}
