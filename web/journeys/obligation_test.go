package journeys

import (
	"fmt"
	"testing"

	"cauviec/web/sitetest"
)

// obligationOf is the address of what the founding notice asks of a body.
func (w *world) obligationOf(t *testing.T, lead, clause string) string {
	t.Helper()
	id := sitetest.One[int64](t, w.Site, `SELECT o.id FROM obligations o JOIN clauses c ON c.id = o.clause_id
		JOIN bodies b ON b.id = o.lead_body_id JOIN directives d ON d.id = o.directive_id
		WHERE b.slug = $1 AND c.path = $2 AND NOT d.sample AND o.parent_id IS NULL ORDER BY o.id LIMIT 1`, lead, clause)
	return fmt.Sprintf("/nhiem-vu/%d", id)
}

func (w *world) statusOf(t *testing.T, lead, clause string) string {
	t.Helper()
	return sitetest.One[string](t, w.Site, `SELECT o.status FROM obligations o JOIN clauses c ON c.id = o.clause_id
		JOIN bodies b ON b.id = o.lead_body_id JOIN directives d ON d.id = o.directive_id
		WHERE b.slug = $1 AND c.path = $2 AND NOT d.sample AND o.parent_id IS NULL ORDER BY o.id LIMIT 1`, lead, clause)
}

// TestTheCoachLineIsReportedReturnedAndAccepted: the department of transport
// reports on clause 2.2, the Office returns it with a reason, it is sent again
// and accepted; the other side's department sees both and states its own.
func TestTheCoachLineIsReportedReturnedAndAccepted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	coach := w.obligationOf(t, "ls-sgtvt", "2.2")
	lead, office, there := w.somebody(t, "ls-sgtvt"), w.somebody(t, "ls-ubnd"), w.somebody(t, "bg-sgtvt")

	lead.open(coach)
	lead.sees(test("clause"), "báo cáo UBND tỉnh trong tháng 4/2024")
	lead.misses(test("do-judge"))
	lead.look("coach-to-report")
	lead.send(test("do-report"), fill{"words": "Đã khảo sát bến xe hai tỉnh; đề xuất 12 chuyến mỗi ngày."})
	lead.sees(test("sent"), "đề xuất 12 chuyến mỗi ngày")

	office.open(coach)
	office.sees(test("next"), "Đã khảo sát bến xe hai tỉnh")
	office.look("coach-to-judge")
	office.send(test("do-return"), fill{"reason": "Bổ sung nhu cầu đi lại theo từng khu công nghiệp."})

	lead.open(coach)
	lead.sees(".flag", "Bổ sung nhu cầu đi lại theo từng khu công nghiệp.")
	lead.look("coach-returned")
	lead.send(test("do-report"), fill{"words": "Gửi lại kèm nhu cầu đi lại theo khu: Quang Châu 420, Vân Trung 310 lượt mỗi tuần."})

	there.statesItsOwn(coach)

	office.open(coach)
	office.sees(test("counterpart"), "Thống nhất hai điểm dừng")
	office.send(test("do-judge"), nil)
	office.misses(test("do-judge"))
	if status := w.statusOf(t, "ls-sgtvt", "2.2"); status != "accepted" {
		t.Errorf("the obligation is %s", status)
	}
	office.sees(".timeline-line", "Bổ sung nhu cầu đi lại theo từng khu công nghiệp.")
}

// statesItsOwn sees both sides and says where the own one stands, no more.
func (p *person) statesItsOwn(coach string) {
	p.t.Helper()
	p.open(coach)
	p.sees(test("sides"), "Đang lấy số liệu ca kíp")
	p.misses(test("do-report"))
	p.misses(test("do-judge"))
	p.send(test("do-state"), fill{"state": "agreed", "note": "Thống nhất hai điểm dừng tại Quang Châu và Vân Trung."})
	p.sees(test("sides"), "Thống nhất hai điểm dừng")
	p.look("coach-both-sides")
}

// TestNewspaperAndBroadcasterHoldTheirOwn: clause 2.3 is one obligation each.
func TestNewspaperAndBroadcasterHoldTheirOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if w.obligationOf(t, "ls-bao", "2.3") == w.obligationOf(t, "ls-dai", "2.3") {
		t.Fatal("they share one")
	}
	for body, other := range map[string]string{"ls-bao": "ls-dai", "ls-dai": "ls-bao"} {
		p := w.somebody(t, body)
		p.open("/nhiem-vu")
		if own := p.count(test("obligation") + `[data-clause="2.3"][data-lead="` + body + `"]`); own == 0 {
			t.Errorf("%s does not see its own 2.3", body)
		}
		p.misses(test("obligation") + `[data-lead="` + other + `"]`)
		p.open(w.obligationOf(t, body, "2.3"))
		p.sees(test("clause"), "kế hoạch")
		p.look("media-" + body)
	}
}

// TestADistrictPassesItToItsCommunes: the eleven hold clause 2.4; one that has
// not yet passes it on, and a commune answers.
func TestADistrictPassesItToItsCommunes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const holders = `SELECT count(DISTINCT b.slug)::int FROM obligations o JOIN clauses c ON c.id = o.clause_id
		JOIN bodies b ON b.id = o.lead_body_id JOIN directives d ON d.id = o.directive_id
		WHERE c.path = '2.4' AND b.kind = 'district' AND NOT d.sample AND o.parent_id IS NULL`
	if n := sitetest.One[int](t, w.Site, holders); n != 11 {
		t.Errorf("%d districts hold 2.4, want 11", n)
	}
	own := w.obligationOf(t, "ls-bac-son", "2.4")
	district := w.somebody(t, "ls-bac-son")
	district.open(own)
	district.misses(test("child"))
	district.send(test("do-pass_on"), nil)
	communes := sitetest.One[int](t, w.Site, `SELECT count(*)::int FROM bodies b JOIN bodies p ON p.id = b.parent_id WHERE p.slug = 'ls-bac-son'`)
	if n := district.count(test("child")); n != communes || communes == 0 {
		t.Errorf("%d communes have it, want %d", n, communes)
	}
	district.look("district-passed-on")
	slug := district.attribute(test("child"), "data-lead")
	commune := w.somebody(t, slug)
	commune.open("/nhiem-vu")
	commune.sees(test("obligation"), "2.4")
	commune.click(test("obligation") + " a")
	commune.send(test("do-receive"), nil)
	commune.send(test("do-progress"), fill{"words": "Đã bố trí nhà văn hóa xã cho doanh nghiệp đến tuyển."})
	commune.look("commune-answers")
	district.open(own)
	if status := district.attribute(test("child")+`[data-lead="`+slug+`"]`, "data-status"); status != "in_progress" {
		t.Errorf("the district sees its commune at %q", status)
	}
}
