package vacancies_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board/boardtest"
	"cauviec/web/browsertest"
)

// TestEverybodyCanUseThePages looks at each page on small and large screens
// and asks axe.
func TestEverybodyCanUseThePages(t *testing.T) {
	s := newSite(t, boardtest.Size{Vacancies: 60, Employers: 5})
	s.change(s.ids[1], `closes_on = '2026-04-01'`)
	s.exec(`UPDATE vacancies SET code = 'ABCDEFK' WHERE id = @id`, pgx.StrictNamedArgs{"id": s.ids[0]})
	older := s.wording()
	older.Title, older.ClosesOn, older.Description = "Công nhân may", older.ClosesOn.Add(-5), ""
	s.offered("2222222", older, s.wording())
	s.exec(`UPDATE employers SET dormitory = 'yes', dormitory_note = '8 người một phòng', nursery = 'no'`, pgx.StrictNamedArgs{})
	suspended := s.employerOf(s.ids[5])
	s.exec(`UPDATE employers SET state = 'suspended' WHERE id = (SELECT employer_id FROM vacancies WHERE id = @id)
		AND id <> (SELECT employer_id FROM vacancies WHERE id = @other)`, pgx.StrictNamedArgs{"id": s.ids[5], "other": s.ids[0]})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	pages := []struct{ name, path string }{
		{"home", "/"},
		{"list", "/viec-lam"},
		{"search", "/viec-lam?q=l%E1%BA%AFp+r%C3%A1p&phuc-loi=ky-tuc-xa&huyen=180&sap-xep=gan-nha"},
		{"nothing", "/viec-lam?q=lap+rap&luong=90&ca=ca-dem"},
		{"vacancy", s.path(s.ids[0]) + "?huyen=180"},
		{"expired", s.path(s.ids[1])},
		{"check", "/kiem-tra-tin"},
		{"checked", "/kiem-tra-tin?ma=22+22-222"},
		{"checked-old-paper", "/kiem-tra-tin?ma=2222222&ban=1"},
		{"employer", s.employerOf(s.ids[0])},
		{"employer-suspended", suspended},
		{"zone", "/khu-cong-nghiep/quang-chau"},
		{"about", "/gioi-thieu"},
		{"english", "/viec-lam?lang=en"},
	}
	ctx := browsertest.New(t)
	for _, p := range pages {
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.Open(t, ctx, server.URL+p.path)
			browsertest.NoSidewaysScroll(t, ctx)
			if width != 320 {
				browsertest.Axe(t, ctx)
				browsertest.Shot(t, ctx, p.name, width)
			}
		}
	}
}

func (s *site) employerOf(id int64) string {
	return s.page(s.path(id)).Find(".offer-who a").AttrOr("href", "")
}

// TestFindingWorkOnAPhone types without marks on the front page, narrows by a
// filter, and comes to a vacancy that says how far it is from home.
func TestFindingWorkOnAPhone(t *testing.T) {
	s := newSite(t, boardtest.Size{Vacancies: 60, Employers: 5})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	ctx := browsertest.New(t)
	browsertest.Viewport(t, ctx, 360)
	browsertest.Open(t, ctx, server.URL)
	submit := func(set string) {
		t.Helper()
		browsertest.Evaluate[bool](t, ctx, `(() => { `+set+`; return true })()`)
		address := browsertest.Evaluate[string](t, ctx, `new URLSearchParams(new FormData(document.forms.ask)).toString()`)
		browsertest.Open(t, ctx, server.URL+"/viec-lam?"+address)
	}
	submit(`document.forms.ask.q.value = "lap rap"; document.forms.ask.huyen.value = "186"`)
	all := browsertest.Evaluate[int](t, ctx, `document.querySelectorAll('[data-test=card]').length`)
	submit(`document.querySelector('[value=ky-tuc-xa]').checked = true`)
	housed := browsertest.Evaluate[int](t, ctx, `document.querySelectorAll('[data-test=card]').length`)
	if all == 0 || housed == 0 || housed > all {
		t.Fatalf("%d found, %d with a dormitory", all, housed)
	}
	link := browsertest.Evaluate[string](t, ctx, `document.querySelector('[data-test=card] a').href`)
	browsertest.Open(t, ctx, link)
	browsertest.Axe(t, ctx)
	if way := browsertest.Evaluate[string](t, ctx, `document.querySelector('[data-test=way-home]').innerText`); !strings.Contains(way, "Hữu Lũng") {
		t.Errorf("the way home is %q", way)
	}
}
