package vacancies

import (
	"encoding/xml"
	"net/http"
	"strconv"
	"strings"
	"time"

	"cauviec/internal/opendata"
	"cauviec/internal/search"
	"cauviec/web/locale"
	"cauviec/web/route"
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
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string   `xml:"id"` // without the title's words, which may change
	Title     string   `xml:"title"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"` // when the present wording was published
	Link      atomLink `xml:"link"`
	Summary   string   `xml:"summary"`
}

// feedLength is how many of the newest vacancies the feed has.
const feedLength = 50

const (
	feedPath = "/viec-lam.atom"
	feedKept = "public, max-age=60"
)

// feed is the newest open vacancies for feed readers; with the parameters of
// the list, those that the list finds.
func (s *Screens) feed(w http.ResponseWriter, r *http.Request) error {
	asked := readAddress(r.URL.Query())
	asked.Sort, asked.After, asked.District, asked.Commune = "", "", "", ""
	q := Query(r.URL.Query(), nil)
	q.Sort, q.After, q.Limit, q.Uncounted = search.Newest, "", feedLength, true
	found, err := s.Search.Find(r.Context(), q, s.Now.Today())
	if err != nil {
		return err
	}
	open := &opendata.Store{DB: s.Board.DB, Now: s.Now}
	list, err := open.Vacancies(r.Context(), found.IDs)
	if err != nil {
		return err
	}
	return writeXML(w, r, "application/atom+xml; charset=utf-8", feedKept, s.atomOf(r, asked, list))
}

// atomOf writes vacancies as a feed. Of an empty feed only the day is known.
func (s *Screens) atomOf(r *http.Request, asked address, list []opendata.Vacancy) atom {
	ctx, base := r.Context(), route.Base(r)
	page := asked.href()
	self := feedPath + strings.TrimPrefix(page, listPath)
	f := atom{
		ID: base + self, Title: listing{address: asked}.title(ctx) + " · " + locale.T(ctx, "site.name"),
		Author: locale.T(ctx, "site.name"),
		Links:  []atomLink{{Rel: "self", Type: "application/atom+xml", Href: base + self}, {Rel: "alternate", Type: "text/html", Href: base + page}},
	}
	newest := s.Now.Today().Start()
	for i, v := range list {
		if i == 0 || v.RevisedAt.After(newest) {
			newest = v.RevisedAt
		}
		f.Entries = append(f.Entries, atomEntry{
			ID: base + listPath + "/" + strconv.FormatInt(v.ID, 10), Title: v.Title,
			Published: v.PublishedAt.UTC().Format(time.RFC3339), Updated: v.RevisedAt.UTC().Format(time.RFC3339),
			Link:    atomLink{Rel: "alternate", Type: "text/html", Href: base + href(v.ID, v.Slug)},
			Summary: locale.T(ctx, "jobs.offer.description", v.EmployerName, v.Place(), locale.MonthlyPay(ctx, v.IncomeFrom, v.IncomeTo), v.Headcount),
		})
	}
	f.Updated = newest.UTC().Format(time.RFC3339)
	return f
}

func writeXML(w http.ResponseWriter, r *http.Request, kind, keep string, content any) error {
	text, err := xml.MarshalIndent(content, "", " ")
	if err != nil {
		return err
	}
	route.Tagged(w, r, kind, keep, append([]byte(xml.Header), text...))
	return nil
}
