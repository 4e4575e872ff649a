package obligations

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/chromedp/chromedp"

	"cauviec/internal/clock"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/browsertest"
)

// TestInABrowser opens the pages as several bodies see them, on a phone and a
// desk, in light and dark.
func TestInABrowser(t *testing.T) {
	t.Parallel()
	s := newSite(t, postgrestest.DB(t))
	pages := s.busyWorld()
	for _, slug := range []string{"ls-ubnd", "ls-sgtvt", "bg-sgtvt", "ls-tp-lang-son", "bg-ubnd", "ls-cao-loc"} {
		s.actor(slug)
	}
	server := httptest.NewServer(s.handler)
	t.Cleanup(server.Close)
	tab := browsertest.New(t)
	for _, p := range pages {
		browsertest.Open(t, tab, server.URL+"/static/favicon.svg")
		browsertest.Do(t, tab, setBody(p.slug))
		browsertest.Open(t, tab, server.URL+p.path)
		for scheme, widths := range map[string][]int{"light": {320, 1280}, "dark": {360}} {
			browsertest.Scheme(t, tab, scheme)
			for _, width := range widths {
				browsertest.Viewport(t, tab, width)
				browsertest.NoSidewaysScroll(t, tab)
				browsertest.Axe(t, tab)
				browsertest.Shot(t, tab, p.name+"-"+scheme, width)
			}
		}
	}
}

func setBody(slug string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](`document.cookie = "body=` + slug + `; path=/"`)
}

type seenAs struct{ name, slug, path string }

// busyWorld has obligations in many states.
func (s *site) busyWorld() []seenAs {
	standing := func(task string) func(*obligation.New) {
		return func(n *obligation.New) {
			n.Kind, n.DueOn, n.DuePhrase, n.DueRule, n.Task, n.Counterparts = obligation.Standing, clock.Day{}, "", "", task, nil
		}
	}
	coach := s.give("ls-sgtvt", nil)
	s.give("ls-bao", standing("Xây dựng, thống nhất kế hoạch phối hợp giữa hai bên để kịp thời tăng cường thông tin tuyên truyền"))
	city := s.give("ls-tp-lang-son", standing("Chỉ đạo UBND các xã, phường, thị trấn trên địa bàn quan tâm phối hợp, tạo điều kiện cho các doanh nghiệp"))
	s.give("ls-sldtbxh", func(n *obligation.New) {
		standing("Kịp thời cung cấp thông tin về nhu cầu tuyển dụng lao động")(n)
		n.Executing = s.body("ls-ttdvvl")
		n.Cooperating = []obligation.Party{{Words: "các cơ quan, đơn vị liên quan của tỉnh Bắc Giang"}}
	})
	request := s.give("bg-ubnd", func(n *obligation.New) {
		standing("Tiếp tục quan tâm tạo điều kiện cho người lao động tỉnh Lạng Sơn; sớm giải quyết các nội dung đề xuất, kiến nghị")(n)
		n.Kind = obligation.Request
	})
	s.want(s.post("ls-tp-lang-son", address(city)+"/giao-xa", nil), http.StatusSeeOther)
	s.want(s.upload("ls-sgtvt", address(coach)+"/bao-cao", "Đã khảo sát bến xe phía Bắc và bến xe Bắc Giang.\nCự ly 110 km, dự kiến 12 chuyến mỗi ngày.",
		map[string]string{"Báo cáo tuyến Lạng Sơn - Bắc Giang.pdf": "%PDF-1.7"}), http.StatusSeeOther)
	s.want(s.send("ls-ubnd", coach, "return", url.Values{"reason": {"Bổ sung số liệu nhu cầu đi lại theo khu công nghiệp."}}), http.StatusSeeOther)
	s.want(s.send("bg-sgtvt", coach, "state", url.Values{"state": {"disputed"}, "note": {"Chưa thống nhất điểm dừng tại Khu công nghiệp Quang Châu."}}), http.StatusSeeOther)
	s.want(s.send("ls-sgtvt", coach, "ask_extension", url.Values{"to": {"31/05/2024"}, "reason": {"Chờ ý kiến của Sở bạn về điểm dừng."}}), http.StatusSeeOther)
	s.now = clock.MustDay("24/04/2024").At(9, 0)
	return []seenAs{
		{"list-office", "ls-ubnd", home},
		{"list-empty", "ls-cao-loc", home},
		{"coach-lead", "ls-sgtvt", address(coach)},
		{"coach-office", "ls-ubnd", address(coach)},
		{"coach-beside", "bg-sgtvt", address(coach)},
		{"city", "ls-tp-lang-son", address(city)},
		{"request-asked", "bg-ubnd", address(request)},
		{"request-office", "ls-ubnd", address(request)},
		{"request-english", "ls-ubnd", address(request) + "?lang=en"},
	}
}
