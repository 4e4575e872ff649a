package vacancies

import (
	"encoding/xml"
	"net/http"
	"strings"
	"time"
)

type sitemap struct {
	XMLName xml.Name      `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Pages   []sitemapPage `xml:"url"`
}

type sitemapPage struct {
	Location string `xml:"loc"`
	Changed  string `xml:"lastmod,omitempty"`
}

// sitemap lists what search engines should know. A vacancy that is over is no
// longer in it.
func (s *Screens) sitemap(w http.ResponseWriter, r *http.Request) error {
	addresses, err := s.Board.Addresses(r.Context(), s.Now.Today())
	if err != nil {
		return err
	}
	base, m := site(r), sitemap{}
	for _, path := range []string{"/", listPath, "/dot-tuyen-dung", "/kiem-tra-tin", "/tien-do", "/gioi-thieu"} {
		m.Pages = append(m.Pages, sitemapPage{Location: base + path})
	}
	for _, a := range addresses {
		page := sitemapPage{}
		switch a.Kind {
		case "zone":
			page.Location = base + "/khu-cong-nghiep/" + a.Slug
		case "employer":
			page.Location = base + employerHref(a.ID, a.Slug)
		default:
			page.Location = base + href(a.ID, a.Slug)
		}
		if a.Changed != nil {
			page.Changed = a.Changed.Format(time.RFC3339)
		}
		m.Pages = append(m.Pages, page)
	}
	return writeXML(w, "application/xml; charset=utf-8", m)
}

// robots keeps search engines out of what is personal or endless.
func (s *Screens) robots(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	lines := []string{"User-agent: *", "Disallow: /bang-dieu-khien", "Disallow: /quan-ly/", "Disallow: /ho-so",
		"Disallow: /dang-nhap", "Disallow: /*?", "Sitemap: " + site(r) + "/sitemap.xml", ""}
	w.Write([]byte(strings.Join(lines, "\n"))) // a reader who has gone is no failure of ours
	return nil
}
