package api

import (
	"net/http"

	"cauviec/internal/opendata"
	"cauviec/web/route"
)

// change is one line of a mirror's reading: a vacancy as it is now, or that it
// is to be removed.
type change struct {
	Op      string `json:"op"` // upsert, remove
	ID      int64  `json:"id"`
	Vacancy *offer `json:"vacancy,omitempty"`
	Reason  string `json:"reason,omitempty"`
}

type changePage struct {
	Changes []change `json:"changes"`
	Next    string   `json:"next"` // value of the parameter after
	More    bool     `json:"more"` // there are more already
}

// goesOn says what is to be read at once, not where to ask later.
func (p changePage) goesOn() (parameter, value string) {
	if !p.More {
		return "", ""
	}
	return paramAfter, p.Next
}

const (
	usualChanges = 100
	paramAfter   = "after"
)

// changes is what a mirror reads, again and again, from where it was.
func (s *Screens) changes(r *http.Request) (any, error) {
	p, err := read(r.URL.Query(), paramAfter, paramLimit)
	if err != nil {
		return nil, err
	}
	after, ok := opendata.ParseCursor(p.one(paramAfter))
	if !ok {
		p.wrong(paramAfter)
	}
	limit := p.number(paramLimit, usualChanges, opendata.MostChanges)
	if err := p.problem(); err != nil {
		return nil, err
	}
	found, err := s.Open.Changes(r.Context(), after, limit)
	if err != nil {
		return nil, err
	}
	page := changePage{Changes: make([]change, 0, len(found.Changes)), Next: found.Next.String(), More: found.More}
	for _, c := range found.Changes {
		page.Changes = append(page.Changes, changeOf(c, route.Base(r)))
	}
	return page, nil
}

func changeOf(c opendata.Change, base string) change {
	if c.Vacancy == nil {
		return change{Op: "remove", ID: c.ID, Reason: string(c.Reason)}
	}
	o := offerOf(*c.Vacancy, base)
	return change{Op: "upsert", ID: c.ID, Vacancy: &o}
}
