package sheet

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"

	"cauviec/internal/errs"
)

// Limits of an uploaded workbook.
const (
	LargestFile  = 20 << 20  // bytes as uploaded
	largestParts = 128 << 20 // bytes unpacked, all parts together
	mostParts    = 2000
	mostCells    = 256 // columns of a row that are looked at

	// A cell of Excel holds 32,767 letters at most, and no row that people fill
	// in comes near these.
	largestPiece = 1 << 20   // bytes of one text, tag or remark
	largestRow   = 512 << 10 // bytes that the cells of a row say together
	largestSaid  = 64 << 20  // bytes that all rows say together
)

// File is the field under which Check and Open say what is wrong.
const File = "file"

// The beginnings of files that are told apart.
var (
	zipped    = []byte("PK\x03\x04")
	compound  = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // Office before 2007, and encrypted Office
	encrypted = utf16("EncryptedPackage")
)

func utf16(words string) []byte {
	var b []byte
	for _, letter := range []byte(words) {
		b = append(b, letter, 0)
	}
	return b
}

func refuse(reason string, args ...any) error {
	return errs.One(File, "import.problem."+reason, args...)
}

// Check says, without unpacking it, whether a file can be a workbook that is
// read here: whole, .xlsx, without a password, macros or a hidden flood. What
// is wrong is a problem of File.
func Check(content []byte) error {
	_, err := unzip(content)
	return err
}

// unzip opens the container and judges what is in it.
func unzip(content []byte) (*zip.Reader, error) {
	switch {
	case len(content) == 0:
		return nil, refuse("empty")
	case len(content) > LargestFile:
		return nil, refuse("large", LargestFile>>20)
	case bytes.HasPrefix(content, compound) && bytes.Contains(content, encrypted):
		return nil, refuse("password")
	case bytes.HasPrefix(content, compound):
		return nil, refuse("old")
	case !bytes.HasPrefix(content, zipped):
		return nil, refuse("not_workbook")
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, refuse("damaged")
	}
	return z, parts(z)
}

// parts judges the list of what is in the container.
func parts(z *zip.Reader) error {
	var unpacked uint64
	workbook := false
	for _, f := range z.File {
		name := strings.ToLower(path.Clean(strings.ReplaceAll(f.Name, `\`, "/")))
		unpacked += min(f.UncompressedSize64, largestParts+1)
		switch {
		case f.Flags&1 != 0:
			return refuse("password")
		case strings.Contains(name, "vbaproject") || strings.Contains(name, "macrosheets/"):
			return refuse("macros")
		case name == "xl/workbook.bin":
			return refuse("old")
		case name == "xl/workbook.xml":
			workbook = true
		}
	}
	switch {
	case len(z.File) > mostParts || unpacked > largestParts:
		return refuse("bomb")
	case !workbook:
		return refuse("not_workbook")
	}
	return nil
}
