package staffvacancies_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/vacancy"
	"cauviec/web/browsertest"
	"cauviec/web/route"
	"cauviec/web/static"
)

// serve serves the pages and the styles to a browser in which an actor is
// signed in.
func (w world) serve(t *testing.T, actor access.Actor) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/static/", static.Handler())
	mux.Handle("/", route.Secure(route.Speak(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.router.ServeHTTP(out, r.WithContext(access.With(r.Context(), actor)))
	}))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// TestEverybodyCanUseThePages looks at each page on small and large screens
// and asks axe.
func TestEverybodyCanUseThePages(t *testing.T) {
	w := setup(t)
	published, submitted := w.at(t, vacancy.Published), w.at(t, vacancy.Submitted)
	draft := w.post(t, w.own, base, url.Values{"title": {"Thợ hàn"}, "basic_wage": {"4tr"}, "zone_id": {value64(w.zone)},
		"description": {"Chỉ tuyển nam 20–40 tuổi, thử việc 2 tháng"}})
	minded := w.saying(t, "Chỉ tuyển nữ 18–30 tuổi. Đặt cọc đồng phục 200.000 đồng.")
	public, again := w.twice(t)
	ordered := w.post(t, w.own, base, w.withRows())
	w.post(t, w.own, ordered+"/luu-mau", url.Values{"name": {"May áo khoác"}})
	over := w.at(t, vacancy.Published)
	w.exec(t, `UPDATE vacancies SET closes_on = '2026-02-01' WHERE id = $1`, numberIn(over))
	site := w.serve(t, w.centre)
	ctx := browsertest.New(t)
	for _, p := range []struct{ name, path string }{
		{"staff-vacancies", base},
		{"staff-vacancies-none", base + "?q=khong+co"},
		{"staff-vacancy-published", published},
		{"staff-vacancy-submitted", submitted},
		{"staff-vacancy-minded", minded},
		{"staff-vacancy-minded-english", minded + "?lang=en"},
		{"staff-vacancy-minded-form", draft + "/sua"},
		{"staff-vacancy-draft", draft},
		{"staff-vacancy-form", base + "/moi?kieu=mot-trang"},
		{"staff-vacancy-new", base + "/moi"},
		{"staff-vacancy-new-known", base + "/moi?doanh-nghiep=0100233488"},
		{"staff-vacancy-templates", base + "/mau"},
		{"staff-vacancy-step-job", ordered + "/soan/viec"},
		{"staff-vacancy-step-place", ordered + "/soan/noi-lam"},
		{"staff-vacancy-step-pay", draft + "/soan/luong"},
		{"staff-vacancy-step-needs", ordered + "/soan/yeu-cau"},
		{"staff-vacancy-step-care", ordered + "/soan/phuc-loi"},
		{"staff-vacancy-step-promise", ordered + "/soan/cam-ket"},
		{"staff-vacancy-review", ordered + "/soan/xem-lai"},
		{"staff-vacancy-review-missing", draft + "/soan/xem-lai"},
		{"staff-vacancy-review-english", draft + "/soan/xem-lai?lang=en"},
		{"staff-vacancy-over", over},
		{"staff-vacancy-compare", compareOf(again, public)},
		{"staff-vacancy-revise", published + "/sua"},
		{"staff-vacancy-english", published + "?lang=en"},
	} {
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.Open(t, ctx, site+p.path)
			browsertest.NoSidewaysScroll(t, ctx)
			if width != 320 {
				browsertest.Axe(t, ctx)
				browsertest.Shot(t, ctx, p.name, width)
			}
		}
	}
}
