package vacancies

import (
	"encoding/xml"
	"net/http"
	"time"

	"cauviec/internal/search"
	"cauviec/web/locale"
)

// atom is a feed by RFC 4287.
type atom struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// feedLength is how many of the newest vacancies the feed has.
const feedLength = 50

// feed is the newest open vacancies for feed readers.
func (s *Screens) feed(w http.ResponseWriter, r *http.Request) error {
	ctx, base := r.Context(), site(r)
	cards, _, err := s.found(r, search.Query{Sort: search.Newest, Limit: feedLength, Uncounted: true})
	if err != nil {
		return err
	}
	f := atom{
		ID: base + listPath, Title: locale.T(ctx, "jobs.title") + " · " + locale.T(ctx, "site.name"),
		Author: locale.T(ctx, "site.name"), Updated: s.Now.Today().Start().Format(time.RFC3339),
		Links: []atomLink{{Rel: "self", Href: base + "/viec-lam.atom"}, {Href: base + listPath}},
	}
	for _, c := range cards {
		at, link := c.PublishedAt.Format(time.RFC3339), base+href(c.ID, c.Slug)
		f.Entries = append(f.Entries, atomEntry{ID: link, Title: c.Title, Updated: at, Link: atomLink{Href: link},
			Summary: locale.T(ctx, "jobs.offer.description", c.EmployerName, c.Place(), locale.MonthlyPay(ctx, c.IncomeFrom, c.IncomeTo), c.Headcount)})
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return writeXML(w, "application/atom+xml; charset=utf-8", f)
}

func writeXML(w http.ResponseWriter, kind string, content any) error {
	text, err := xml.MarshalIndent(content, "", " ")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", kind)
	w.Write([]byte(xml.Header)) // a reader who has gone is no failure of ours
	w.Write(text)
	return nil
}
