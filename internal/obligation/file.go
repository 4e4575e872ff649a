package obligation

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"cauviec/internal/errs"
	"cauviec/internal/fold"
)

// Limits of what a report may carry.
const (
	MaxFiles    = 5
	MaxFileSize = 10 << 20 // bytes
	maxFileName = 120      // characters
)

// File is a file as it was sent.
type File struct {
	Name  string
	Bytes []byte
}

// mediaTypes are the kinds of files that a report may carry, by the ending of
// the name; the content must agree.
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

// AcceptedFiles is the list of endings for the page's file field.
const AcceptedFiles = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.txt"

// MediaType returns the media type of the file, or nothing when it is not one
// of the kinds allowed or its content is not what its name says.
func (f File) MediaType() string {
	kind, ok := mediaTypes[strings.ToLower(path.Ext(f.Name))]
	if !ok || !kind.is(f.Bytes) {
		return ""
	}
	return kind.media
}

// checkFiles adds what is wrong with the files of a report.
func checkFiles(p errs.Problems, files []File) {
	if len(files) > MaxFiles {
		p.Add("files", "obligation.problem.files", MaxFiles)
	}
	for _, f := range files {
		switch {
		case len(f.Bytes) > MaxFileSize:
			p.Add("files", "obligation.problem.file_size", f.Name, MaxFileSize>>20)
		case f.MediaType() == "":
			p.Add("files", "obligation.problem.file_kind", f.Name)
		}
	}
}

// fileName returns the last part of a name as it may be stored and offered for
// download: composed, without control characters, not too long.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(fold.NFC(name), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, name)
	ending := path.Ext(name)
	stem := []rune(strings.TrimSuffix(name, ending))
	if len(stem) > maxFileName {
		stem = stem[:maxFileName]
	}
	return string(stem) + ending
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
