package sheet

import (
	"archive/zip"
	"errors"
	"io"
	"strings"
)

// Limits of the shared words, which are in memory while a sheet is read.
const (
	largestWords = 48 << 20
	mostWords    = 2_000_000
)

// sharedWords are the texts that the cells of a workbook share.
type sharedWords struct {
	all  string // one after the other
	ends []int  // where each of them ends
}

// at is the text with a number; there is none with a number too high.
func (w *sharedWords) at(n int) string {
	if n < 0 || n >= len(w.ends) {
		return ""
	}
	from := 0
	if n > 0 {
		from = w.ends[n-1]
	}
	return w.all[from:w.ends[n]]
}

// readWords reads the list of shared words; a workbook can be without.
func readWords(part *zip.File) (w *sharedWords, err error) {
	w = &sharedWords{}
	if part == nil {
		return w, nil
	}
	body, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer body.Close()
	s := newScanner(body)
	var all strings.Builder
	all.Grow(int(min(part.UncompressedSize64, largestWords)))
	var one []byte
	for {
		what, err := s.next()
		switch {
		case errors.Is(err, io.EOF):
			w.all = all.String()
			return w, nil
		case err != nil:
			return nil, err
		case what != begins || s.name != "si":
			continue
		}
		if one, err = s.words(one[:0]); err != nil {
			return nil, err
		}
		if all.Write(one); all.Len() > largestWords || len(w.ends) == mostWords {
			return nil, refuse("bomb")
		}
		w.ends = append(w.ends, all.Len())
	}
}

// sharedWords are those of the workbook, read when first asked for.
func (s *Source) sharedWords() (w *sharedWords, err error) {
	if s.words == nil {
		s.words, err = readWords(s.shared)
	}
	return s.words, err
}
