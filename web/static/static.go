// Package static holds the files that pages need beside their HTML: the style
// sheet, the scripts and the sign of the site. They are embedded, addressed by
// a hash of their content, and kept by browsers for a year.
package static

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

// Prefix is where the files are served.
const Prefix = "/static/"

//go:embed files
var files embed.FS

type asset struct {
	mediaType string
	plain     []byte
	zipped    []byte // nil when zipping does not help
	brotli    []byte
}

// mediaTypes are written out, because those of the machine differ.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

var (
	addresses = map[string]string{} // by file name
	assets    = map[string]asset{}  // by address
)

func init() {
	err := fs.WalkDir(files, "files", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		return add(strings.TrimPrefix(name, "files/"), content)
	})
	if err != nil {
		panic(err)
	}
}

// add gives a file its address: app.css becomes /static/app.<hash>.css.
func add(name string, content []byte) error {
	sum := sha256.Sum256(content)
	ext := path.Ext(name)
	address := Prefix + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	zipped, err := zip(content)
	if err != nil {
		return err
	}
	packed, err := pack(content)
	if err != nil {
		return err
	}
	mediaType, known := mediaTypes[ext]
	if !known {
		return fmt.Errorf("static: no media type for %q", name)
	}
	addresses[name] = address
	assets[address] = asset{mediaType: mediaType, plain: content, zipped: zipped, brotli: packed}
	return nil
}

func zip(content []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if b.Len() >= len(content) {
		return nil, nil
	}
	return b.Bytes(), nil
}

// thorough is the level of brotli beyond which each start of the program would
// wait ten times as long for a few hundred bytes less.
const thorough = 9

func pack(content []byte) ([]byte, error) {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, thorough)
	_, err := w.Write(content)
	err = errors.Join(err, w.Close())
	return b.Bytes(), err
}

// as returns the content in the smallest form that a browser takes, with the
// name of that form.
func (a asset) as(accepted string) (content []byte, encoding string) {
	switch {
	case a.zipped == nil:
		return a.plain, ""
	case strings.Contains(accepted, "br"):
		return a.brotli, "br"
	case strings.Contains(accepted, "gzip"):
		return a.zipped, "gzip"
	}
	return a.plain, ""
}

// Path returns the address of a file by its name, such as "app.css". An
// unknown name is a mistake of the program and panics.
func Path(name string) string {
	address, ok := addresses[name]
	if !ok {
		panic(fmt.Sprintf("static: no file %q", name))
	}
	return address
}

// Handler serves the files at the addresses of Path; anything else is 404. The
// address changes with the content, so browsers never ask twice.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := assets[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		header := w.Header()
		header.Set("Content-Type", a.mediaType)
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Vary", "Accept-Encoding")
		content, encoding := a.as(r.Header.Get("Accept-Encoding"))
		if encoding != "" {
			header.Set("Content-Encoding", encoding)
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	})
}
