package journeys

import (
	"strings"
	"testing"

	"cauviec/web/browsertest"
	"cauviec/web/sitetest"
)

// TestSavingComparingAndBeingTold: somebody without script puts work aside,
// compares it, asks to be told of more, and stops; the centre sees that nothing
// was really sent.
func TestSavingComparingAndBeingTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := w.visitor(t)
	p.withoutScript()
	p.open("/viec-lam?sap-xep=moi-nhat")
	p.send(test("card")+":nth-child(1) form", nil)
	p.sees(test("card")+":nth-child(1) "+test("save"), "Đã lưu")
	p.send(test("card")+":nth-child(2) form", nil)
	p.click(test("saved-link"))
	p.look("saved")
	p.send("form#so-sanh", fill{"tin": p.attribute(test("saved-card")+":nth-child(1) input", "value")})
	p.sees(test("compared"), "1. ")
	p.open("/so-sanh?tin=" + p.attribute(`form input[name="tin"]`, "value") + "," + second(t, w, p) + "&huyen=" + district(t, w))
	p.sees("tbody", "Cách nhà")
	p.look("compare")

	p.open("/viec-lam?q=may")
	p.click(test("tell-me"))
	p.look("alert")
	p.send("form.form", fill{"to": "lan@example.vn", "consent": "1"})
	p.sees(".flag", "chưa được gửi đi")
	p.look("alert-code")
	p.send("form.form", fill{"code": code(t, w)})
	p.sees(test("stop-code"), "-")
	p.look("alert-done")
	p.click(`main a[href^="/bao-viec/dung"]`)
	p.send("form.form", nil, "xem")
	p.sees(test("alerts"), "“may”")
	p.look("alert-own")
	p.send(test("stop")+`:not(:has(input[name="tin"][value=""]))`, nil)
	p.sees(test("ended"), "Xem việc đang tuyển")

	officer := w.somebody(t, "ls-ttdvvl")
	officer.open("/quan-ly/hop-thu-di")
	officer.look("outbox")
	officer.click(test("message") + " a")
	officer.sees(test("address"), "đã xóa")
	officer.look("outbox-message")
}

// TestNoticesAreOfferedWhereTheyCanBeShown: with script the device's own
// notices are offered, and with the page in English everybody can use it.
func TestNoticesAreOfferedWhereTheyCanBeShown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := w.visitor(t)
	p.open("/bao-viec?q=may&lang=en")
	if browsertest.Evaluate[bool](t, p.tab, `document.querySelector('[data-test="push"]').hidden`) {
		t.Error("the browser can show notices, and they are not offered")
	}
	p.look("alert-english")
	if kind := browsertest.Evaluate[string](t, p.tab, `navigator.serviceWorker.register("/bao-viec/bao-tin.js", {scope: "/bao-viec"})
		.then(() => navigator.serviceWorker.ready).then(r => new URL(r.scope).pathname)`); kind != "/bao-viec" {
		t.Errorf("the script of notices serves %q", kind)
	}
}

// second is the other vacancy that was put aside.
func second(t *testing.T, w *world, p *person) string {
	t.Helper()
	first := p.attribute(`form input[name="tin"]`, "value")
	return sitetest.One[string](t, w.Site, `SELECT vacancy_id::text FROM live_vacancies WHERE vacancy_id::text <> $1
		ORDER BY published_at DESC LIMIT 1`, first)
}

func district(t *testing.T, w *world) string {
	t.Helper()
	return sitetest.One[string](t, w.Site, `SELECT code FROM areas WHERE kind = 'district' AND name = 'Tràng Định' LIMIT 1`)
}

// code is what the newest message of the outbox asks to be given back.
func code(t *testing.T, w *world) string {
	t.Helper()
	_, code, _ := strings.Cut(sitetest.One[string](t, w.Site, `SELECT link FROM alert_messages ORDER BY id DESC LIMIT 1`), "?ma=")
	return code
}
