package notice

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// MaxFile is the largest file that is read, in bytes.
const MaxFile = 10 << 20

// ReadFile reads a notice from a file by its name's ending: .txt (UTF-8, or
// UTF-16 with its mark) or .docx. Its errors are Problems.
func ReadFile(name string, data []byte) (*Notice, error) {
	return ReadFileWith(name, data, Options{})
}

// ReadFileWith is ReadFile with options.
func ReadFileWith(name string, data []byte, o Options) (*Notice, error) {
	text, err := textOf(name, data)
	if err != nil {
		return nil, err
	}
	return ReadWith(text, o)
}

// textOf takes the text out of a file.
func textOf(name string, data []byte) (string, error) {
	switch {
	case len(data) > MaxFile:
		return "", ErrTooLarge
	case len(data) == 0:
		return "", ErrEmpty
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", "":
		return plainText(data)
	case ".docx":
		return docxText(data)
	}
	return "", ErrKind
}

// plainText decodes UTF-8, or UTF-16 that begins with its byte order mark.
func plainText(data []byte) (string, error) {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", ErrNotText
		}
		return string(decoded), nil
	}
	if !utf8.Valid(data) {
		return "", ErrNotText
	}
	return string(data), nil
}
