package journeys

import (
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"cauviec/web/browsertest"
	"cauviec/web/sitetest"
)

// Bounds of the first view of the list, in bytes over the wire.
const (
	mostInAll  = 60_000
	mostStyled = 30_000 // HTML and style sheets
)

// traffic is what the browser says it loaded, by address.
type traffic struct {
	mu     sync.Mutex
	kinds  map[network.RequestID]network.ResourceType
	styled float64
	all    float64
	loads  []string
}

func (n *traffic) note(event any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		n.kinds[e.RequestID] = e.Type
		n.loads = append(n.loads, e.Request.URL)
	case *network.EventLoadingFinished:
		n.all += e.EncodedDataLength
		if kind := n.kinds[e.RequestID]; kind == network.ResourceTypeDocument || kind == network.ResourceTypeStylesheet {
			n.styled += e.EncodedDataLength
		}
	}
}

// TestTheFirstViewIsLight weighs what a phone loads to see the list for the
// first time, headers included, as the browser counts it.
func TestTheFirstViewIsLight(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := w.visitor(t)
	heard := &traffic{kinds: map[network.RequestID]network.ResourceType{}}
	if err := chromedp.Listen(p.tab, heard.note); err != nil {
		t.Fatal(err)
	}
	p.open("/viec-lam")
	p.sees(test("cards"), "triệu")
	heard.mu.Lock()
	defer heard.mu.Unlock()
	t.Logf("HTML and CSS %.0f, all %.0f bytes: %v", heard.styled, heard.all, heard.loads)
	if heard.styled > mostStyled || heard.styled == 0 {
		t.Errorf("HTML and CSS weigh %.0f bytes, at most %d", heard.styled, mostStyled)
	}
	if heard.all > mostInAll || heard.all < heard.styled {
		t.Errorf("everything weighs %.0f bytes, at most %d", heard.all, mostInAll)
	}
	for _, address := range heard.loads {
		if !strings.HasPrefix(address, w.base) && !strings.HasPrefix(address, "data:") {
			t.Errorf("the page loads %s from elsewhere", address)
		}
	}
}

// TestPublicPagesFitTheSmallestScreen: nothing sticks out at 320 px.
func TestPublicPagesFitTheSmallestScreen(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	id := func(sql string) string { return sitetest.One[string](t, w.Site, sql) }
	vacancy := id(`SELECT id::text FROM vacancies WHERE status = 'published' ORDER BY length(title) DESC, closes_on DESC LIMIT 1`)
	open := id(`SELECT id::text FROM vacancies WHERE status = 'published' ORDER BY closes_on DESC, id LIMIT 1`)
	paths := []string{
		"/", "/viec-lam", "/viec-lam?q=khong+co+viec+nay", "/viec-lam?q=may&luong=8&phuc-loi=ky-tuc-xa", "/viec-lam/" + vacancy,
		"/viec-lam/" + open + "/dang-ky", "/dot-tuyen-dung", "/dot-tuyen-dung?xem=da-qua", "/khu-cong-nghiep/quang-chau",
		"/doanh-nghiep/" + id(`SELECT id::text FROM employers WHERE state = 'verified' ORDER BY length(name) DESC LIMIT 1`),
		"/dot-tuyen-dung/" + id(`SELECT id::text FROM drives WHERE status = 'announced' ORDER BY length(title) DESC LIMIT 1`),
		"/kiem-tra-tin", "/kiem-tra-tin?ma=ABCDEFG", "/ho-so", "/tien-do", "/gioi-thieu", "/dang-nhap",
	}
	p := w.visitor(t)
	browsertest.Viewport(t, p.tab, 320)
	for _, lang := range []string{"vi", "en"} {
		p.open("/?lang=" + lang)
		for _, path := range paths {
			p.open(path)
			browsertest.NoSidewaysScroll(t, p.tab)
		}
	}
	for _, path := range paths {
		p.open(path)
		browsertest.Axe(t, p.tab)
	}
}
