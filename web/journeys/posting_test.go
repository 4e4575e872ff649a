package journeys

import (
	"fmt"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

const vacancyPath = "/quan-ly/tin-tuyen-dung/"

// typesInto writes into boxes by their ids, as a person does in rows that ask
// the same again.
func (p *person) typesInto(boxes fill) {
	p.t.Helper()
	for id, words := range boxes {
		if n := p.count("#" + id); n != 1 {
			p.t.Fatalf("%s on %s: %d boxes #%s", p.name, p.at(), n, id)
		}
		evaluate[string](p, fmt.Sprintf(`document.querySelector("#" + %q).value = %q`, id, words))
	}
}

// TestAnEmployerExtendsAnOrder: the factory's own user moves the last day with
// a reason, asks for more people in two batches, and sees them once the centre
// has taken the request up.
func TestAnEmployerExtendsAnOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	id := w.published(t)
	user := sitetest.One[string](t, w.Site, `SELECT a.username FROM accounts a JOIN employers e ON e.body_id = a.body_id
		JOIN vacancies v ON v.employer_id = e.id WHERE v.id = `+id+` ORDER BY a.id LIMIT 1`)
	factory, centre := w.somebody(t, user), w.somebody(t, "ls-ttdvvl")
	factory.open(vacancyPath + id)
	later := w.Today().Add(90).String()
	factory.send(test("action-extend"), fill{"closes_on": later, "why": "Mở thêm một chuyền, cần thêm thời gian"})
	factory.sees(test("fact-closes_on"), later)
	factory.sees(test("revisions"), "Mở thêm một chuyền")

	factory.send(test("action-amend"), fill{"why": "Chuyền mới cần thêm 40 người"})
	factory.sees(test("review-headcount"), "60")
	factory.look("request-review")
	factory.click(test("review-headcount") + " a")
	first, second := w.Today().Add(30).String(), w.Today().Add(60).String()
	factory.typesInto(fill{"field-batches": first, "field-batch_people-1": "60", "field-batch_day-2": second, "field-batch_people-2": "40"})
	factory.send(`form[action$="/soan/viec"]`, fill{"headcount": "100"})
	factory.sees(test("review-batches"), "40 người trước ngày "+second)
	request := strings.TrimSuffix(factory.at(), "/soan/xem-lai")
	factory.send(`.sticky-actions `+test("action-submit"), nil)

	centre.open(request)
	centre.sees(test("amends"), "Chuyền mới cần thêm 40 người")
	centre.click(test("amends") + " a")
	centre.sees(test("compared"), "100 người")
	centre.look("request-compared")
	centre.open(request)
	centre.send(test("action-publish"), nil)

	factory.open(vacancyPath + id)
	factory.sees(test("batches"), "60 người trước ngày "+first)
	factory.sees(`[data-test="vacancy.page.wanted"]`, "100")
	factory.sees(test("state")+`[data-state="published"]`, "")
	factory.look("order-in-batches")
}

// mostTyped is how many fields the second vacancy of an employer may cost.
const mostTyped = 6

// TestTheSecondVacancyOfAnEmployer counts what has to be typed once an employer
// has posted before: who it is, and what differs.
func TestTheSecondVacancyOfAnEmployer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	id := w.published(t)
	code := sitetest.One[string](t, w.Site, `SELECT e.tax_code FROM employers e JOIN vacancies v ON v.employer_id = e.id WHERE v.id = `+id)
	relay := w.somebody(t, "bg-ttdvvl")
	typed := 0
	types := func(form string, answers fill) {
		t.Helper()
		typed += len(answers)
		relay.send(form, answers)
	}
	relay.open(vacancyPath + "moi")
	types(`form[action="/quan-ly/tin-tuyen-dung/moi"]`, fill{"doanh-nghiep": code})
	relay.look("quick-start")
	relay.send(test("like-last"), nil)
	relay.misses(test("review-missing"))
	relay.click(test("review-title") + " a")
	types(`form[action$="/soan/viec"]`, fill{"title": "Thợ đột dập, ca đêm", "headcount": "25"})
	relay.click(test("review-closes_on") + " a")
	types(`form[action$="/soan/cam-ket"]`, fill{"closes_on": w.Today().Add(45).String()})
	relay.sees(test("review-headcount"), "25")
	relay.look("second-review")
	relay.send(`.sticky-actions `+test("action-submit"), nil)
	relay.sees(test("state")+`[data-state="submitted"]`, "")
	if typed > mostTyped {
		t.Errorf("%d fields were typed, at most %d", typed, mostTyped)
	}
}
