package vacancies_test

import (
	"net/http/httptest"
	"testing"

	"cauviec/internal/board/boardtest"
	"cauviec/web/browsertest"
)

// TestEverybodyCanReadAnOffer looks at an order with everything a factory can
// say, and at one that says little, and asks axe. The browser would complain of
// a data block that the content security policy does not let stand.
func TestEverybodyCanReadAnOffer(t *testing.T) {
	s := newSite(t, boardtest.Size{Vacancies: 30, Employers: 2})
	s.change(s.ids[0], order)
	s.change(s.ids[1], `papers = '', benefits = '{none}', shift = '', hours = 'part', contact_phone = '', description = ''`)
	s.exec(`UPDATE vacancies SET title = 'Kỹ thuật viên vận hành, bảo trì dây chuyền ép nhựa chính xác, kiểm tra chất lượng ngoại quan' WHERE id = (SELECT max(id) FROM vacancies)`, nil)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	ctx := browsertest.New(t)
	for _, p := range []struct{ name, path string }{
		{"offer", s.path(s.ids[0]) + "?huyen=180"},
		{"offer-english", s.path(s.ids[0]) + "?huyen=180&lang=en"},
		{"offer-bare", s.path(s.ids[1]) + "?lang=vi"},
		{"offer-long", s.path(s.ids[29])},
	} {
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.Open(t, ctx, server.URL+p.path)
			browsertest.NoSidewaysScroll(t, ctx)
			if width == 320 {
				continue
			}
			browsertest.Axe(t, ctx)
			browsertest.Shot(t, ctx, p.name, width)
		}
	}
	browsertest.Open(t, ctx, server.URL+s.path(s.ids[0]))
	loaded := browsertest.Evaluate[bool](t, ctx, `(async () => { const i = document.querySelector('[data-test=qr]'); i.loading = 'eager';
		await i.decode(); return i.naturalWidth > 0 })()`)
	if !loaded {
		t.Error("the QR is not shown")
	}
	if n := browsertest.Evaluate[int](t, ctx, `JSON.parse(document.querySelector('script').textContent).totalJobOpenings`); n != 300 {
		t.Errorf("the browser reads %d openings in the data", n)
	}
}
