package ui

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/a-h/templ"
	"github.com/chromedp/chromedp"

	"cauviec/internal/access"
	"cauviec/web/browsertest"
	"cauviec/web/locale"
	"cauviec/web/static"
)

// policy is the content security policy that pages are served with.
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"

// gallery serves one page of every component in both layouts.
func gallery(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(static.Prefix, static.Handler())
	mux.HandleFunc("/favicon.ico", http.NotFound)
	for path, page := range map[string]templ.Component{
		"/public": galleryPublic(), "/staff": galleryStaff(), "/forms": galleryForms(), "/missing": ErrorPage(404, "failure.not_found"),
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Security-Policy", policy)
			if err := page.Render(asked(r), w); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		})
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// asked is the context of a request as the site prepares it.
func asked(r *http.Request) context.Context {
	ctx := WithPath(WithSample(r.Context(), true), r.URL.RequestURI())
	if r.URL.Query().Get("lang") == "en" {
		ctx = locale.With(ctx, locale.En)
	}
	if r.URL.Path == "/staff" {
		ctx = WithFlash(ctx, "Đã xuất bản tin tuyển dụng.")
	}
	if r.URL.Path == "/staff" || r.URL.Path == "/forms" {
		ctx = WithBody(ctx, Body{Short: "Trung tâm DVVL Lạng Sơn", Full: "Trung tâm Dịch vụ việc làm tỉnh Lạng Sơn"})
		ctx = access.With(ctx, access.Actor{
			Account: 1, Name: "Hoàng Thị Mai", Role: access.Admin, Body: 7, Bodies: []int64{7},
			Seat: access.Seat{Side: access.Source, Kind: access.Centre},
		})
	}
	return ctx
}

func TestGalleryInABrowser(t *testing.T) {
	t.Parallel()
	server := gallery(t)
	ctx := browsertest.New(t)
	for _, page := range []string{"public", "staff", "forms", "missing", "staff?lang=en"} {
		browsertest.Open(t, ctx, server+"/"+page)
		for _, scheme := range []string{"light", "dark"} {
			browsertest.Scheme(t, ctx, scheme)
			for _, width := range []int{320, 360, 768, 1280} {
				browsertest.Viewport(t, ctx, width)
				browsertest.NoSidewaysScroll(t, ctx)
				browsertest.Axe(t, ctx)
			}
			browsertest.Shot(t, ctx, page+"-"+scheme, 360)
			openMenus(t, ctx, true)
			browsertest.Axe(t, ctx)
			browsertest.Shot(t, ctx, page+"-open-"+scheme, 360)
			openMenus(t, ctx, false)
			browsertest.Shot(t, ctx, page+"-"+scheme, 1280)
		}
	}
}

// openMenus unfolds what folds out of the bars, or folds it again.
func openMenus(t *testing.T, ctx context.Context, open bool) {
	t.Helper()
	browsertest.Do(t, ctx, chromedp.Evaluate[chromedp.Void](
		fmt.Sprintf(`document.querySelectorAll("details.drop").forEach(d => { d.open = %v })`, open)))
}
