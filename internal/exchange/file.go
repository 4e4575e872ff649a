package exchange

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"
	"time"

	"cauviec/internal/clock"
)

// file is an export while it is written. Records are compressed as they come.
type file struct {
	since clock.Day
	at    time.Time
	words Words

	records, appeared, changed, closed int
	sample                             bool
	heading, sha256                    string
	lines                              bytes.Buffer // gzip

	zip  *gzip.Writer
	hash hash.Hash
	to   *json.Encoder // writes a line into both
}

func (f *file) begin() {
	f.zip, f.hash = gzip.NewWriter(&f.lines), sha256.New()
	f.to = encoder(io.MultiWriter(f.zip, f.hash))
}

// encoder writes JSON a line each, with the letters of texts as they are.
func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

func (f *file) add(facts Facts) error {
	record := RecordOf(facts, f.at, f.words)
	f.records++
	switch {
	case record.State.Code == Closed || record.State.Code == ClosedEarly:
		f.closed++
	case !facts.FirstAt.Before(f.since.Start()):
		f.appeared++
	default:
		f.changed++
	}
	f.sample = f.sample || facts.Sample
	return f.to.Encode(record)
}

// end closes what was written and makes the heading.
func (f *file) end() error {
	if err := f.zip.Close(); err != nil {
		return err
	}
	f.sha256 = hex.EncodeToString(f.hash.Sum(nil))
	var b bytes.Buffer
	err := encoder(&b).Encode(Heading{Format: Format, Mapping: Mapping, Forms: forms, Caveat: caveat, Since: f.since, At: f.at,
		Records: f.records, SHA256: f.sha256, Sample: f.sample})
	f.heading = b.String()
	return err
}

// File is an export as it was made.
type File struct {
	ID      int64
	Heading string
	Lines   []byte // gzip
}

// WriteTo writes the file, the same bytes each time.
func (f File) WriteTo(w io.Writer) (n int64, err error) {
	lines, err := gzip.NewReader(bytes.NewReader(f.Lines))
	if err != nil {
		return 0, err
	}
	return io.Copy(w, io.MultiReader(bytes.NewReader([]byte(f.Heading)), lines))
}
