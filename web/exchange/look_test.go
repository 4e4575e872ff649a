package exchange_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/browsertest"
	"cauviec/web/exchange"
	"cauviec/web/route"
	"cauviec/web/static"
)

// looked is the page as the centre sees it, over a database with vacancies and
// as many exports.
func looked(t *testing.T, exports int) string {
	t.Helper()
	db := postgrestest.DB(t)
	noon := clock.Fixed(time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC))
	boardtest.Fill(t, db, noon.Today(), boardtest.Size{Vacancies: 3, Employers: 1})
	centre := centreOf(t, db)
	store := exchange.Store(db, noon)
	for range exports {
		if _, err := store.Make(t.Context(), centre, clock.MustDay("01/01/2026")); err != nil {
			t.Fatal(err)
		}
	}
	router := chi.NewRouter()
	router.Handle(static.Prefix+"*", static.Handler())
	router.Group(func(r chi.Router) {
		r.Use(route.Secure, route.Speak, func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				next.ServeHTTP(w, r.WithContext(access.With(r.Context(), centre)))
			})
		})
		route.Site{DB: db, Now: noon, Log: slog.New(slog.DiscardHandler)}.Mount(r, exchange.New(db, noon).Routes())
	})
	server := httptest.NewServer(router)
	t.Cleanup(server.Close)
	return server.URL + path
}

func centreOf(t *testing.T, db *postgres.DB) access.Actor {
	t.Helper()
	type row struct{ Account, Body int64 }
	r, err := postgres.One[row](context.Background(), db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		SELECT 'lan', '', 'Hoàng Thị Lan', id, 'staff', '2026-01-01' FROM bodies WHERE slug = 'ls-ttdvvl' RETURNING id AS account, body_id AS body`)
	if err != nil {
		t.Fatal(err)
	}
	return access.Actor{Account: r.Account, Body: r.Body, Name: "Hoàng Thị Lan", Seat: access.Seat{Side: access.Source, Kind: access.Centre}, Bodies: []int64{r.Body}}
}

// TestEverybodyCanUseThePage looks at it on small and large screens and asks
// axe.
func TestEverybodyCanUseThePage(t *testing.T) {
	t.Parallel()
	none, some := looked(t, 0), looked(t, 21)
	ctx := browsertest.New(t)
	for _, p := range []struct{ name, address string }{
		{"exchange-none", none + "?lang=vi"}, {"exchange", some + "?lang=vi"}, {"exchange-english", some + "?lang=en"},
	} {
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.Open(t, ctx, p.address)
			browsertest.NoSidewaysScroll(t, ctx)
			if width != 320 {
				browsertest.Axe(t, ctx)
				browsertest.Shot(t, ctx, p.name, width)
			}
		}
	}
}
