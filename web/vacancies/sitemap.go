package vacancies

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/board"
	"cauviec/internal/errs"
	"cauviec/web/route"
)

// mapSize is how many addresses one map of the site may hold (sitemaps.org).
const mapSize = 50_000

// mapKept is how long a map may be kept: not longer than a vacancy that is over
// should be found.
const mapKept = "public, max-age=600"

// fixedPages are those that are always there.
var fixedPages = []string{"/", listPath, "/dot-tuyen-dung", "/kiem-tra-tin", "/tien-do", "/gioi-thieu", "/api"}

// sitemap lists what search engines should know: everything, or the maps that
// are parts of it when that is more than one map may hold. A vacancy that is
// over is in none.
func (s *Screens) sitemap(w http.ResponseWriter, r *http.Request) error {
	parts, err := s.Board.Parts(r.Context(), s.Now.Today(), s.size())
	if err != nil {
		return err
	}
	open := 0
	for _, p := range parts {
		open += p.Open
	}
	if open > s.size()/2 { // zones and employers have the other half
		return s.mapOfMaps(w, r, parts)
	}
	return s.writeMap(w, r, func(put func(board.Address) error) error {
		if err := s.Board.EachPlace(r.Context(), s.size()/2-len(fixedPages), put); err != nil {
			return err
		}
		return s.Board.EachOpen(r.Context(), s.Now.Today(), 0, math.MaxInt64, put)
	}, fixedPages...)
}

// size is mapSize; tests make maps smaller.
func (s *Screens) size() int {
	if s.mapSize > 0 {
		return s.mapSize
	}
	return mapSize
}

// The maps that are parts: of places, and of vacancies by their number.
const (
	mapPath      = "/sitemap/"
	placesMap    = "noi.xml"
	vacanciesMap = "viec-lam-"
)

// mapOfMaps lists the parts (sitemaps.org, index).
func (s *Screens) mapOfMaps(w http.ResponseWriter, r *http.Request, parts []board.Part) error {
	base := route.Base(r) + mapPath
	m := struct {
		XMLName xml.Name      `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Maps    []sitemapPage `xml:"sitemap"`
	}{Maps: []sitemapPage{{Location: base + placesMap}}}
	for _, p := range parts {
		m.Maps = append(m.Maps, sitemapPage{fmt.Sprintf("%s%s%d.xml", base, vacanciesMap, p.Number), p.Changed.UTC().Format(time.RFC3339)})
	}
	return writeXML(w, r, "application/xml; charset=utf-8", mapKept, m)
}

// sitemapPart is one of the maps that the map of maps names.
func (s *Screens) sitemapPart(w http.ResponseWriter, r *http.Request) error {
	name := chi.URLParam(r, "part")
	if name == placesMap {
		return s.writeMap(w, r, func(put func(board.Address) error) error {
			return s.Board.EachPlace(r.Context(), s.size()-len(fixedPages), put)
		}, fixedPages...)
	}
	digits, isPart := strings.CutPrefix(strings.TrimSuffix(name, ".xml"), vacanciesMap)
	number, err := strconv.ParseInt(digits, 10, 32)
	if !isPart || err != nil || number < 0 || !strings.HasSuffix(name, ".xml") {
		return errs.NotFound
	}
	from, size := number*int64(s.size()), int64(s.size())
	return s.writeMap(w, r, func(put func(board.Address) error) error {
		return s.Board.EachOpen(r.Context(), s.Now.Today(), from, from+size, put)
	})
}

type sitemapPage struct {
	Location string `xml:"loc"`
	Changed  string `xml:"lastmod,omitempty"`
}

// writeMap writes addresses as they are read: a map can have megabytes.
func (s *Screens) writeMap(w http.ResponseWriter, r *http.Request, each func(put func(board.Address) error) error, fixed ...string) error {
	base, out := route.Base(r), newMap(w)
	for _, path := range fixed {
		if err := out.put(sitemapPage{Location: base + path}); err != nil {
			return err
		}
	}
	err := each(func(a board.Address) error {
		page := sitemapPage{Location: base + pageOf(a)}
		if a.Changed != nil {
			page.Changed = a.Changed.UTC().Format(time.RFC3339)
		}
		return out.put(page)
	})
	if err != nil {
		return err
	}
	return out.end()
}

// pageOf returns the path of a page of the board.
func pageOf(a board.Address) string {
	switch a.Kind {
	case "zone":
		return "/khu-cong-nghiep/" + a.Slug
	case "employer":
		return employerHref(a.ID, a.Slug)
	}
	return href(a.ID, a.Slug)
}

// mapWriter writes a map page by page. The answer begins with the first full
// buffer, so that a failure before can still be shown as one.
type mapWriter struct {
	out *bufio.Writer
	xml *xml.Encoder
}

func newMap(w http.ResponseWriter) mapWriter {
	out := bufio.NewWriterSize(beginning{w}, 32<<10)
	fmt.Fprintf(out, "%s<urlset xmlns=%q>\n", xml.Header, "http://www.sitemaps.org/schemas/sitemap/0.9") // a failure stays until the end
	return mapWriter{out, xml.NewEncoder(out)}
}

func (m mapWriter) put(page sitemapPage) error {
	return m.xml.EncodeElement(page, xml.StartElement{Name: xml.Name{Local: "url"}})
}

func (m mapWriter) end() error {
	fmt.Fprintln(m.out, "\n</urlset>")
	m.out.Flush() // a reader who has gone is no failure of ours
	return nil
}

// beginning is an answer whose headers are set when something is written.
type beginning struct{ w http.ResponseWriter }

// Write sets the headers and passes on what is written.
func (b beginning) Write(p []byte) (int, error) {
	b.w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	b.w.Header().Set("Cache-Control", mapKept)
	return b.w.Write(p)
}

// robots keeps search engines out of what is personal or endless.
func (s *Screens) robots(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	lines := []string{"User-agent: *", "Disallow: /bang-dieu-khien", "Disallow: /quan-ly/", "Disallow: /ho-so",
		"Disallow: /dang-nhap", "Disallow: /api/v1/", "Disallow: /*/dang-ky", "Disallow: /*?", "Sitemap: " + route.Base(r) + "/sitemap.xml", ""}
	w.Write([]byte(strings.Join(lines, "\n"))) // a reader who has gone is no failure of ours
	return nil
}
