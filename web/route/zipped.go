package route

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/a-h/templ"
	"github.com/klauspost/compress/gzhttp"
	"github.com/klauspost/compress/gzip"
)

// Compress packs what goes out, in gzip for everybody: zstd, at the price of
// gzip, makes our pages no smaller, and pages that are kept need one packing.
var Compress = func() func(http.Handler) http.Handler {
	pack, err := gzhttp.NewWrapper(gzhttp.EnableZstd(false))
	if err != nil {
		panic(err) // an option contradicts another: seen by the first test
	}
	return func(next http.Handler) http.Handler { return pack(next) }
}()

// zippers are ready to compress: making one costs more than a page.
var zippers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// Zipped renders a page to what SendZipped sends, so that it can be kept.
func Zipped(ctx context.Context, page templ.Component) ([]byte, error) {
	plain := templ.GetBuffer()
	defer templ.ReleaseBuffer(plain)
	if err := page.Render(ctx, plain); err != nil {
		return nil, err
	}
	var zipped bytes.Buffer
	z := zippers.Get().(*gzip.Writer)
	defer zippers.Put(z)
	z.Reset(&zipped)
	if _, err := z.Write(plain.Bytes()); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(zipped.Bytes()), nil
}

// SendZipped shows a page that stands ready, to a reader who TakesZipped.
func SendZipped(w http.ResponseWriter, zipped []byte) {
	announce(w)
	w.Header().Set("Content-Encoding", "gzip")
	w.Write(zipped) // a reader who has gone is no failure of ours
}

// TakesZipped reports whether the reader's browser unpacks gzip.
func TakesZipped(r *http.Request) bool {
	for _, value := range r.Header.Values("Accept-Encoding") {
		for coding := range strings.SplitSeq(value, ",") {
			name, weight, _ := strings.Cut(coding, ";")
			if strings.EqualFold(strings.TrimSpace(name), "gzip") {
				return strings.Trim(weight, " q=0.") != "" || weight == ""
			}
		}
	}
	return false
}
