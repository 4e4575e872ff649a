package complaints_test

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
	"cauviec/internal/complaint"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/browsertest"
	"cauviec/web/complaints"
	"cauviec/web/route"
	"cauviec/web/static"
)

// looked are these pages as the centre sees them, over a database with
// complaints.
func looked(t *testing.T) (handler http.Handler, receipt string) {
	t.Helper()
	db := postgrestest.DB(t)
	noon := clock.Fixed(time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC))
	boardtest.Fill(t, db, noon.Today(), boardtest.Size{Vacancies: 2, Employers: 1})
	if _, err := db.Exec(t.Context(), `UPDATE vacancies SET code = '2222222' WHERE id = (SELECT min(id) FROM vacancies)`); err != nil {
		t.Fatal(err)
	}
	store := &complaint.Store{DB: db, Now: noon}
	for _, n := range []complaint.New{
		{Advert: "2222222", Grounds: []complaint.Ground{complaint.Pay}, Words: "Lương thấp hơn tin"},
		{Advert: "Nhóm mạng xã hội “Việc làm lương cao không cần kinh nghiệm, đi làm ngay”, đăng tối qua", Grounds: complaint.Grounds()},
		{Advert: "2222222", Grounds: []complaint.Ground{complaint.Money, complaint.Papers}, Words: "Đòi 2 triệu đồng", Phone: "0912345678"},
	} {
		var err error
		if receipt, err = store.Receive(t.Context(), n); err != nil {
			t.Fatal(err)
		}
	}
	router := chi.NewRouter()
	router.Handle(static.Prefix+"*", static.Handler())
	router.Group(func(r chi.Router) {
		r.Use(route.Secure, route.Speak, as(t, db))
		route.Site{DB: db, Now: noon, Log: slog.New(slog.DiscardHandler)}.Mount(r,
			(&complaints.Screens{DB: db, Now: noon, Complaints: store, Phone: "+842053812345"}).Routes())
	})
	return router, receipt
}

// as makes the centre act on the staff's pages.
func as(t *testing.T, db *postgres.DB) func(http.Handler) http.Handler {
	t.Helper()
	type row struct{ Account, Body int64 }
	centre, err := postgres.One[row](context.Background(), db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		SELECT 'lan', '', 'Hoàng Thị Lan', id, 'staff', '2026-01-01' FROM bodies WHERE slug = 'ls-ttdvvl' RETURNING id AS account, body_id AS body`)
	if err != nil {
		t.Fatal(err)
	}
	actor := access.Actor{Account: centre.Account, Body: centre.Body, Name: "Hoàng Thị Lan", Seat: access.Seat{Side: access.Source, Kind: access.Centre}, Bodies: []int64{centre.Body}}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(access.With(r.Context(), actor)))
		})
	}
}

// TestEverybodyCanUseThePages looks at each page on small and large screens
// and asks axe.
func TestEverybodyCanUseThePages(t *testing.T) {
	t.Parallel()
	handler, receipt := looked(t)
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	ctx := browsertest.New(t)
	for name, path := range map[string]string{
		"complaint-form": "/bao-tin-xau?tin=2222222", "complaint-form-english": "/bao-tin-xau?lang=en", "complaint-receipt": "/bao-tin-xau/" + receipt + "?moi=1&lang=vi",
		"complaints": "/quan-ly/bao-tin-xau?lang=vi", "complaints-closed": "/quan-ly/bao-tin-xau?xem=da-xong", "complaint": "/quan-ly/bao-tin-xau/3?lang=vi",
		"complaint-elsewhere": "/quan-ly/bao-tin-xau/2?lang=vi",
	} {
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.Open(t, ctx, server.URL+path)
			browsertest.NoSidewaysScroll(t, ctx)
			if width != 320 {
				browsertest.Axe(t, ctx)
				browsertest.Shot(t, ctx, name, width)
			}
		}
	}
}
