package journeys

import (
	"strings"
	"testing"

	"cauviec/web/browsertest"
	"cauviec/web/sitetest"
)

// TestASeekerOnACheapPhone is a young woman who wants a sewing job with a
// dormitory near Quang Châu. Her phone is slow and runs no script; she types
// without marks.
func TestASeekerOnACheapPhone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := w.visitor(t)
	p.name = "seeker"
	browsertest.CheapPhone(t, p.tab)
	p.withoutScript()

	p.open("/")
	p.send(`form[action="/viec-lam"]`, fill{"q": "may quang chau co ktx"})
	first := test("card") + ":first-of-type"
	for _, words := range []string{"may", "KCN Quang Châu", "Ký túc xá"} {
		p.sees(first, words)
	}
	p.look("seeker-finds")
	title := p.text(first + " h3")
	p.click(first + " a.card-link")
	offer := p.at()
	p.seesTheMonth()
	p.look("seeker-reads")

	code := p.text(test("code"))
	p.click(test("code"))
	if asked := p.attribute(`input[name="ma"]`, "value"); asked != code {
		t.Errorf("the check asks for %q, want %q", asked, code)
	}
	p.sees(test("verdict"), "Tin thật")
	p.look("seeker-checks")

	p.open(offer)
	p.send("form.action"+test("save"), nil)
	p.open("/da-luu")
	p.sees("main", title)
	p.look("seeker-saved")

	p.open(offer)
	p.click(`a[href$="/dang-ky"]`)
	p.registers(w)
	p.look("seeker-registered")
	if n := sitetest.One[int](t, w.Site, `SELECT count(*)::int FROM referrals r JOIN vacancies v ON v.id = r.vacancy_id
		JOIN candidates c ON c.id = r.candidate_id WHERE v.code = $1 AND c.full_name = 'Hoàng Thị Mẩy Thử'`, code); n != 1 {
		t.Errorf("%d registrations, want one", n)
	}
	w.logTellsNoPerson(t)
}

// seesTheMonth reads the pay: what it is made of, and what is left of a month.
func (p *person) seesTheMonth() {
	p.t.Helper()
	p.sees(test("income"), "triệu đồng/tháng")
	p.sees(test("basic"), "đồng")
	p.sees(test("month"), "26 công")
	if net := p.text(test("net")); !strings.ContainsAny(net, "0123456789") {
		p.t.Errorf("%s: what is left of a month is %q", p.at(), net)
	}
	p.sees(test("week"), "T2")
}
