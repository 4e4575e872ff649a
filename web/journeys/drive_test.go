package journeys

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"cauviec/web/sitetest"
)

// TestADriveIsPlannedHeldReportedAndVerified: the district plans, the commune
// agrees, it is announced to everybody, held, reported from paper, and
// verified by a second person.
func TestADriveIsPlannedHeldReportedAndVerified(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	commune := sitetest.One[string](t, w.Site, `SELECT b.slug FROM bodies b JOIN bodies d ON d.id = b.parent_id
		WHERE d.slug = 'ls-chi-lang' ORDER BY b.slug LIMIT 1`)
	address := w.plan(t, commune)

	village := w.somebody(t, commune)
	village.open(address)
	village.look("drive-to-agree")
	village.send(test("drive-agree"), nil)

	district := w.somebody(t, "ls-chi-lang")
	district.open(address)
	district.send(test("drive-announce"), nil)
	w.everybodySeesTheDrive(t)

	w.Move(4 * 24 * time.Hour) // longer than anybody stays signed in
	district.signIn("ls-chi-lang", "/dang-nhap?toi="+address+"/ket-qua")
	district.look("drive-results")
	district.send(`form[action="`+address+`/ket-qua"]`, fill{"attended": "64", "women": "38", "ethnic_minority": "59", "poor_household": "9",
		"counselled": "51", "registered": "17", "interviewed": "12", "shortlisted": "9", "hired": "4", "leaflets": "120"})
	district.sees(test("count-attended"), "64")
	district.look("drive-reported")

	second := w.somebody(t, "ls-chi-lang-2")
	second.open(address)
	second.send(test("drive-verify"), nil)
	if status := sitetest.One[string](t, w.Site, `SELECT status FROM drives WHERE title = $1`, driveTitle); status != "verified" {
		t.Errorf("the drive is %s", status)
	}
}

const driveTitle = "Phiên giao dịch việc làm lưu động đầu hè"

// plan lets the district plan a drive in a commune three days from now.
func (w *world) plan(t *testing.T, commune string) (address string) {
	t.Helper()
	where := sitetest.One[int64](t, w.Site, `SELECT id FROM bodies WHERE slug = $1`, commune)
	brings := sitetest.One[int64](t, w.Site, `SELECT id FROM vacancies WHERE status = 'published' ORDER BY closes_on DESC, id LIMIT 1`)
	district := w.somebody(t, "ls-chi-lang")
	district.open("/quan-ly/dot-tuyen-dung/moi")
	district.look("drive-plan")
	district.send(`form[action="/quan-ly/dot-tuyen-dung/moi"]`, fill{"kind": "mobile_session", "title": driveTitle,
		"commune": strconv.FormatInt(where, 10), "venue": "Nhà văn hóa xã", "day": w.Today().Add(3).String(), "from": "8h", "until": "11h30",
		"vacancies": strconv.FormatInt(brings, 10)})
	district.sees("h1", driveTitle)
	return district.at()
}

// everybodySeesTheDrive looks for it on the public list and in the calendar.
func (w *world) everybodySeesTheDrive(t *testing.T) {
	t.Helper()
	everybody := w.visitor(t)
	everybody.withoutScript()
	everybody.open("/dot-tuyen-dung")
	everybody.sees(test("drives"), driveTitle)
	everybody.look("drives")
	everybody.click(test("drives") + ` a[href*="` + "phien-giao-dich-viec-lam-luu-dong-dau-he" + `"]`)
	everybody.sees(test("drive-offers"), "đ")
	everybody.look("drive")
	calendar := w.Visitor(t).Get("/dot-tuyen-dung.ics").Body.String()
	unfolded := strings.NewReplacer("\r\n ", "", "\n ", "").Replace(calendar)
	if !strings.Contains(unfolded, "SUMMARY:"+driveTitle) || !strings.Contains(unfolded, "20250523T") {
		t.Errorf("the calendar does not tell of the drive:\n%.600s", unfolded)
	}
}
