package api

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"cauviec/internal/opendata"
	"cauviec/web/route"
)

// event is a recruitment drive as other programs read it.
type event struct {
	ID          int64   `json:"id"`
	URL         string  `json:"url"`
	Kind        string  `json:"kind"`
	Status      string  `json:"status"`
	Title       string  `json:"title"`
	Venue       string  `json:"venue"`
	StartsAt    string  `json:"starts_at"`
	EndsAt      string  `json:"ends_at"`
	Commune     area    `json:"commune"`
	District    area    `json:"district"`
	EmployerIDs []int64 `json:"employer_ids"`
	VacancyIDs  []int64 `json:"vacancy_ids"`
}

// area is an administrative unit on the working map.
type area struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

type eventPage struct {
	Next   *string `json:"next"` // value of the parameter cursor
	Drives []event `json:"drives"`
}

func (p eventPage) goesOn() (parameter, value string) { return paramCursor, valueOf(p.Next) }

const (
	usualDrives = 50
	mostDrives  = 200

	paramFrom   = "from"
	paramTo     = "to"
	paramCursor = "cursor"
)

// drives lists drives by their day, from today on unless told otherwise.
func (s *Screens) drives(r *http.Request) (any, error) {
	p, err := read(r.URL.Query(), paramFrom, paramTo, paramHome, paramCursor, paramLimit)
	if err != nil {
		return nil, err
	}
	q := s.driveQuestion(p)
	if err := p.problem(); err != nil {
		return nil, err
	}
	limit := q.Limit
	q.Limit++ // one more says whether there are more
	list, err := s.Open.Drives(r.Context(), q)
	if err != nil {
		return nil, err
	}
	page := eventPage{Drives: make([]event, 0, len(list))}
	if len(list) > limit {
		list = list[:limit]
		page.Next = text(driveCursor(list[limit-1]))
	}
	for _, d := range list {
		page.Drives = append(page.Drives, eventOf(d, route.Base(r)))
	}
	return page, nil
}

func (s *Screens) driveQuestion(p *parameters) opendata.Drives {
	q := opendata.Drives{From: p.day(paramFrom), Until: p.day(paramTo), District: p.one(paramHome),
		Limit: p.number(paramLimit, usualDrives, mostDrives)}
	if q.From.IsZero() {
		q.From = s.Now.Today()
	}
	if strings.Trim(q.District, "0123456789") != "" {
		p.wrong(paramHome)
	}
	if cursor := p.one(paramCursor); cursor != "" {
		at, id, ok := parseDriveCursor(cursor)
		if !ok {
			p.wrong(paramCursor)
		}
		q.AfterAt, q.AfterID = at, id
	}
	return q
}

func eventOf(d opendata.Drive, base string) event {
	return event{
		ID: d.ID, URL: fmt.Sprintf("%s/dot-tuyen-dung/%d-%s", base, d.ID, d.Slug), Kind: d.Kind, Status: d.Status,
		Title: d.Title, Venue: d.Venue, StartsAt: instant(d.StartsAt), EndsAt: instant(d.EndsAt),
		Commune: area{d.CommuneCode, d.Commune}, District: area{d.DistrictCode, d.District},
		EmployerIDs: d.EmployerIDs, VacancyIDs: d.VacancyIDs,
	}
}

// driveCursor writes the place of a drive in the list.
func driveCursor(d opendata.Drive) string {
	return strconv.FormatInt(d.StartsAt.UnixMicro(), 36) + "-" + strconv.FormatInt(d.ID, 36)
}

// latest is the last instant of a cursor in microseconds since 1970, in the
// year 2255: later ones need not be known to a database.
const latest = 1 << 53

func parseDriveCursor(cursor string) (at time.Time, id int64, ok bool) {
	first, second, cut := strings.Cut(cursor, "-")
	micros, errAt := strconv.ParseInt(first, 36, 64)
	id, errID := strconv.ParseInt(second, 36, 64)
	if !cut || errAt != nil || errID != nil || micros < 0 || micros > latest || id < 0 {
		return time.Time{}, 0, false
	}
	return time.UnixMicro(micros).UTC(), id, true
}
