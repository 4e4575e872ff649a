package journeys

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

// order is a vacancy as the centre of the destination relays it.
func (w *world) order(t *testing.T) fill {
	t.Helper()
	employer := sitetest.One[string](t, w.Site, `SELECT tax_code FROM employers WHERE state = 'verified' ORDER BY id LIMIT 1`)
	zone := sitetest.One[int64](t, w.Site, `SELECT id FROM zones WHERE slug = 'van-trung'`)
	return fill{
		"employer_id": employer, "title": "Thợ đột dập chi tiết nhôm", "occupation_code": "8211", "zone_id": strconv.FormatInt(zone, 10),
		"headcount": "60", "description": "Đứng máy đột dập, kiểm tra và xếp chi tiết.", "position": "staff", "education": "lower_secondary",
		"qualification": "any", "hours": "full", "shift": "two_8h", "basic_wage": "5,4 triệu", "income_from": "9tr", "income_to": "12tr",
		"benefits": "dormitory", "conditions": "indoor", "no_fee": "1", "contact_name": "Chị Hoa", "contact_phone": "0912 345 678",
		"closes_on": w.Today().Add(60).String(),
	}
}

// published enters, submits and publishes a vacancy as the two centres do, and
// returns its number.
func (w *world) published(t *testing.T) string {
	t.Helper()
	relay, centre := w.somebody(t, "bg-ttdvvl"), w.somebody(t, "ls-ttdvvl")
	relay.open("/quan-ly/tin-tuyen-dung/moi?kieu=mot-trang")
	relay.look("vacancy-form")
	relay.send(`form[action="/quan-ly/tin-tuyen-dung"]`, w.order(t))
	address := relay.at()
	relay.send(test("action-submit"), nil)
	relay.misses(test("action-publish"))
	centre.open(address)
	centre.sees("h1", "Thợ đột dập chi tiết nhôm")
	centre.look("vacancy-to-publish")
	centre.send(test("action-publish"), nil)
	centre.sees(test("state")+`[data-state="published"]`, "")
	return address[strings.LastIndex(address, "/")+1:]
}

// TestFromAnOrderToWork: an order becomes a vacancy that a job seeker finds on
// a phone without script, registers for and, through the centre, starts at.
func TestFromAnOrderToWork(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	id := w.published(t)
	seeker := w.visitor(t)
	seeker.withoutScript()
	seeker.open("/viec-lam")
	seeker.send(`form[role="search"]`, fill{"q": "tho dot dap nhom"})
	seeker.sees(test("card"), "Thợ đột dập chi tiết nhôm")
	seeker.look("found")
	seeker.click(test("card") + ` a[href^="/viec-lam/` + id + `-"]`)
	seeker.sees(test("pay"), "5.400.000")
	seeker.look("offer")
	seeker.click(`a[href$="/dang-ky"]`)
	seeker.look("registration")
	code := seeker.registers(w)
	seeker.look("registered")

	centre := w.somebody(t, "ls-ttdvvl")
	centre.open("/quan-ly/nguoi-tim-viec?tin=" + id)
	centre.sees(test("people"), "Hoàng Thị Mẩy Thử")
	centre.click(test("people") + " a")
	centre.send(test("call"), fill{"note": "Đồng ý đi phỏng vấn."})
	centre.look("person")
	for _, to := range []string{"introduced", "interviewed", "hired", "started"} {
		centre.send(test("move-"+to), nil)
	}
	centre.misses(test("move-started"))
	seeker.asksFor(code)
	seeker.sees(test("referrals"), "Thợ đột dập chi tiết nhôm")
	seeker.look("own-status")
	status := sitetest.One[string](t, w.Site, `SELECT r.status FROM referrals r JOIN candidates c ON c.id = r.candidate_id WHERE c.code = $1`,
		strings.ReplaceAll(code, "-", ""))
	if status != "started" {
		t.Errorf("the referral is %s", status)
	}
	w.logTellsNoPerson(t)
}

// registers fills in the form of the open page and returns the code that the
// person is given.
func (p *person) registers(w *world) (code string) {
	p.t.Helper()
	commune := sitetest.One[int64](p.t, w.Site, `SELECT b.area_id FROM bodies b JOIN bodies d ON d.id = b.parent_id
		WHERE d.slug = 'ls-huu-lung' ORDER BY b.id LIMIT 1`)
	p.send(`form[action$="/dang-ky"]`, fill{"full_name": "Hoàng Thị Mẩy Thử", "birth_year": "1999", "phone": "0987 654 321",
		"area": strconv.FormatInt(commune, 10), "introduce": "1", "keep": "1"})
	code = p.text(test("code"))
	if len(code) < 8 {
		p.t.Fatalf("the code is %q", code)
	}
	return code
}

// asksFor looks at the own status with code and phone.
func (p *person) asksFor(code string) {
	p.t.Helper()
	p.open("/ho-so")
	p.send(`form[action="/ho-so"]`, fill{"code": code, "phone": "0987654321"})
}

// logTellsNoPerson reads the log of the whole journey.
func (w *world) logTellsNoPerson(t *testing.T) {
	t.Helper()
	log := w.Logged.String()
	if strings.Count(log, `"msg":"request"`) < 20 {
		t.Fatalf("the log is too short to prove anything: %.300s", log)
	}
	for _, secret := range []string{"Mẩy", "Hoàng Thị", "Hoang Thi", "987654321", "0987 654 321", "cauviec-demo", "Đồng ý đi", `\u1ea9y`} {
		if strings.Contains(log, secret) {
			t.Errorf("the log tells %q", secret)
		}
	}
	code := sitetest.One[string](t, w.Site, `SELECT code FROM candidates ORDER BY id DESC LIMIT 1`)
	for _, form := range []string{code, fmt.Sprintf("%s-%s", code[:4], code[4:])} {
		if strings.Contains(log, form) {
			t.Errorf("the log tells the reference code %q", form)
		}
	}
}
