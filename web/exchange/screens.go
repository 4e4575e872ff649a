// Package exchange is the staff's page of exports for the national job
// exchange: making one, and having those made again.
package exchange

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/exchange"
	"cauviec/internal/postgres"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// path is where the page lives.
const path = "/quan-ly/xuat-vieclam"

// pastExports are those of one page of the list.
const pastExports = 20

// Screens are the staff's pages of exports.
type Screens struct {
	Exports *exchange.Store
}

// New returns the screens over a database.
func New(db *postgres.DB, now clock.Clock) *Screens { return &Screens{Exports: Store(db, now)} }

// Store is the store of exports with the words of this site, which are those
// of the forms.
func Store(db *postgres.DB, now clock.Clock) *exchange.Store {
	vietnamese := locale.With(context.Background(), locale.Vi)
	return &exchange.Store{DB: db, Now: now, Words: func(key string) string { return locale.T(vietnamese, key) }}
}

// Routes lists them.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(path, access.PublishVacancies, s.list),
		route.Get(path+".xlsx", access.PublishVacancies, s.sheet),
		route.Post(path, access.PublishVacancies, s.export),
		route.Get(path+"/{id}/tep.jsonl", access.PublishVacancies, s.file),
	}
}

// desk is the page.
type desk struct {
	Since    string // as typed
	Problems errs.Problems
	Key      string
	Past     []exchange.Export
	Next     string
	Later    bool // not the first page of the list
}

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	since, err := s.Exports.Next(r.Context(), access.From(r.Context()).Scope(access.PublishVacancies))
	if err != nil {
		return err
	}
	return s.desk(w, r, http.StatusOK, desk{Since: since.String()})
}

func (s *Screens) desk(w http.ResponseWriter, r *http.Request, status int, d desk) error {
	before := route.Number(r.URL.Query().Get("truoc"))
	list, more, err := s.Exports.List(r.Context(), access.From(r.Context()).Scope(access.PublishVacancies), before, pastExports)
	if err != nil {
		return err
	}
	d.Past, d.Later = list, before > 0
	if more {
		d.Next = fmt.Sprintf("%s?truoc=%d", path, list[len(list)-1].ID)
	}
	return route.Page(w, r, status, deskPage(d))
}

// export makes one and leads back to the list, where it stands on top.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx, typed := r.Context(), r.PostFormValue("since")
	since, err := clock.ParseDay(typed)
	if err != nil {
		err = errs.One("since", "problem.date")
	} else {
		_, err = s.Exports.Make(ctx, access.From(ctx), since)
	}
	if problems, ok := errs.ProblemsOf(err); ok {
		return s.desk(w, r, http.StatusUnprocessableEntity, desk{Since: typed, Problems: problems, Key: r.PostFormValue(route.KeyField)})
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "exchange.made"))
	return route.SeeOther(w, r, path)
}

// file hands over an export as it was made.
func (s *Screens) file(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	f, err := s.Exports.File(r.Context(), access.From(r.Context()).Scope(access.PublishVacancies), id)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/x-ndjson; charset=utf-8")
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="vieclam-%d.jsonl"`, id))
	_, err = f.WriteTo(w)
	return err
}

func (d desk) since(ctx context.Context) ui.Field {
	return ui.Field{Name: "since", Label: locale.T(ctx, "exchange.since"), Help: locale.T(ctx, "exchange.since.help"), Value: d.Since,
		Width: ui.Short, InputMode: "numeric", Problem: ui.ProblemOf(d.Problems, "since")}
}

func (d desk) pager(ctx context.Context) ui.Pager {
	p := ui.Pager{Summary: locale.N(ctx, "exchange.past.count", len(d.Past)), Next: d.Next}
	if d.Later {
		p.First = path
	}
	return p
}

// counts says what an export holds.
func counts(ctx context.Context, e exchange.Export) string {
	var parts []string
	for _, part := range []struct {
		key string
		n   int
	}{{"exchange.new", e.Appeared}, {"exchange.changed", e.Changed}, {"exchange.closed", e.Closed}} {
		if part.n > 0 {
			parts = append(parts, locale.N(ctx, part.key, part.n))
		}
	}
	if len(parts) == 0 {
		return locale.T(ctx, "exchange.unchanged")
	}
	return strings.Join(parts, ", ")
}

// who says who made an export.
func who(ctx context.Context, e exchange.Export) string {
	body := locale.Pick(ctx, e.BodyVi, e.BodyEn)
	if e.Person == "" {
		return body
	}
	return e.Person + ", " + body
}

// fileOf is where the file of an export is.
func fileOf(e exchange.Export) string { return fmt.Sprintf("%s/%d/tep.jsonl", path, e.ID) }
