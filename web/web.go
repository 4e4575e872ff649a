// Package web is the site: every route on one page, and what stands around
// them all.
package web

import (
	"log/slog"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/alert"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/search/index"
	"cauviec/web/api"
	"cauviec/web/metrics"
	"cauviec/web/route"
	"cauviec/web/saved"
	"cauviec/web/signin"
	"cauviec/web/static"
	"cauviec/web/ui"
)

// Deps is what the site needs to run.
type Deps struct {
	DB           *postgres.DB
	Pool         *pgxpool.Pool // sessions and pool metrics; nil where only the routes are listed
	Now          clock.Clock
	Log          *slog.Logger
	Index        *index.Index           // live vacancies in memory; nil: searches are answered by the database
	Sample       bool                   // the data is invented: pages say so
	Secure       bool                   // cookies travel by https only
	CentrePhone  string                 // the employment centre's, E.164; empty: not shown
	SiteURL      string                 // by which people reach the site; empty: as each of them asked
	LinkURL      string                 // where links in messages lead
	Connected    map[alert.Channel]bool // the channels that carry messages; others only write them down
	MetricsToken string                 // what a collector from elsewhere must show; empty: loopback only
}

// New returns the whole site.
func New(d Deps) http.Handler {
	site := route.Site{DB: d.DB, Now: d.Now, Log: d.Log}
	gauges := metrics.New(d.Pool)
	sessions := signin.New(signin.Options{Pool: d.Pool, People: &people.Store{DB: d.DB, Now: d.Now}, Now: d.Now, Secure: d.Secure, Fail: site.Fail})

	r := chi.NewRouter()
	r.Use(route.Identify, route.Record(d.Log, gauges.Observe), site.Recover, route.Secure, route.At(d.SiteURL), middleware.GetHead)
	r.Get("/healthz", alive)
	r.Get("/readyz", ready(d.DB))
	r.Method(http.MethodGet, "/metrics", gauges.Guarded(d.MetricsToken))
	r.Handle("/static/*", static.Handler())
	pages, operations := apart(Routes(d, sessions))
	r.Group(func(r chi.Router) {
		r.Use(api.Around())
		site.Mount(r, operations)
		api.MountOther(r)
	})
	r.Group(func(r chi.Router) {
		r.Use(route.Compress, site.Legible, http.NewCrossOriginProtection().Handler, markSample(d.Sample), route.Speak, saved.Remember, sessions.Middleware, route.NameBody)
		site.Mount(r, pages)
		lost := func(w http.ResponseWriter, r *http.Request) { site.Fail(w, r, errs.NotFound) }
		r.NotFound(lost)
		r.MethodNotAllowed(lost)
	})
	return r
}

// apart parts pages from the operations of the open API, around which other
// things stand.
func apart(routes []route.Route) (pages, operations []route.Route) {
	for _, r := range routes {
		if strings.HasPrefix(r.Path, api.Prefix) {
			operations = append(operations, r)
			continue
		}
		pages = append(pages, r)
	}
	return pages, operations
}

// markSample makes every page say that the data is invented.
func markSample(sample bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(ui.WithSample(r.Context(), sample)))
		})
	}
}

// alive answers as long as the process does.
func alive(w http.ResponseWriter, _ *http.Request) {
	w.Write([]byte("ok\n")) // whoever asked and left needs no answer
}

// ready answers when the database does and holds the newest schema.
func ready(db *postgres.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := db.Ready(r.Context()); err != nil {
			http.Error(w, "not ready", http.StatusServiceUnavailable)
			return
		}
		w.Write([]byte("ready\n"))
	}
}
