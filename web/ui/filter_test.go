package ui

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/a-h/templ"
	"github.com/chromedp/chromedp"

	"cauviec/web/browsertest"
	"cauviec/web/static"
)

// list serves a staff page whose only content is a filter and what it chose.
func list(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(static.Prefix, static.Handler())
	mux.HandleFunc("/list", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		options := []Option{{Value: "open", Label: "Đang tuyển"}, {Value: "ended", Label: "Đã hết"}}
		page := with(Staff(Page{Title: "Tin"}), PageHead(Head{Title: "Tin"}),
			with(FilterBar("/list"),
				Select(Field{Name: "status", Label: "Tình trạng", Blank: "Tất cả", Value: r.FormValue("status"), Options: options}),
				Input(Field{Name: "q", Label: "Tìm", Value: r.FormValue("q")})),
			html(`<p id="chosen">`+templ.EscapeString(r.FormValue("status")+"/"+r.FormValue("q"))+`</p>`))
		if err := page.Render(asked(r), w); err != nil {
			t.Error(err)
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL + "/list"
}

func TestAPhoneShowsTheFirstConditionAndTheRestOnDemand(t *testing.T) {
	t.Parallel()
	ctx := browsertest.New(t)
	browsertest.Viewport(t, ctx, 360)
	browsertest.Open(t, ctx, list(t))
	shown := `[...document.querySelectorAll(".filterbar .field")].map(f => f.offsetHeight > 0)`
	if got := browsertest.Evaluate[[]bool](t, ctx, shown); !slices.Equal(got, []bool{true, false}) {
		t.Errorf("at first: %v", got)
	}
	browsertest.Axe(t, ctx)
	browsertest.Do(t, ctx, chromedp.Click(chromedp.CSS(".filter-toggle")))
	if got := browsertest.Evaluate[[]bool](t, ctx, shown); !slices.Equal(got, []bool{true, true}) {
		t.Errorf("on demand: %v", got)
	}
	browsertest.Viewport(t, ctx, 1280)
	if got := browsertest.Evaluate[[]bool](t, ctx, shown); !slices.Equal(got, []bool{true, true}) {
		t.Errorf("on a desk: %v", got)
	}
}

func TestChoosingFiltersAtOnceWithoutLoadingThePage(t *testing.T) {
	t.Parallel()
	ctx := browsertest.New(t)
	browsertest.Open(t, ctx, list(t))
	browsertest.Do(t, ctx,
		chromedp.Evaluate[chromedp.Void](`window.stayed = true`),
		chromedp.SetValue(chromedp.CSS("#field-q"), "may"),
		chromedp.Evaluate[chromedp.Void](`{
			const s = document.querySelector("#field-status"); s.focus(); s.value = "ended"
			s.dispatchEvent(new Event("change", {bubbles: true}))
		}`),
		chromedp.Poll[chromedp.Void](`document.querySelector("#chosen")?.textContent === "ended/may"`),
	)
	if address := browsertest.Evaluate[string](t, ctx, "location.search"); address != "?status=ended&q=may" {
		t.Errorf("the address is %q", address)
	}
	if !browsertest.Evaluate[bool](t, ctx, "window.stayed === true") {
		t.Error("the whole page was loaded")
	}
	if id := browsertest.Evaluate[string](t, ctx, "document.activeElement.id"); id != "field-status" {
		t.Errorf("the focus went to %q", id)
	}
	if n := browsertest.Evaluate[int](t, ctx, `document.querySelectorAll("main").length`); n != 1 {
		t.Errorf("the page has %d main parts", n)
	}
}
