package journeys

import (
	"os"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

// TestAClerkReadsAnotherNotice: pasted text becomes proposals; the clerk drops
// one and confirms the rest, which become obligations.
func TestAClerkReadsAnotherNotice(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	words, err := os.ReadFile("testdata/notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	clerk := w.somebody(t, "ls-ubnd")
	clerk.open("/van-ban/nhap")
	clerk.look("notice-paste")
	clerk.send(`form[action="/van-ban/nhap"]`, fill{"words": string(words)})
	proposals := test("proposal") + `[data-state="proposed"]`
	found := clerk.count(proposals)
	if found != 4 {
		t.Fatalf("%d proposals, want 4: %s", found, clerk.text(proposals))
	}
	clerk.sees(test("due"), "30/06/2025")
	clerk.look("notice-review")
	clerk.send(test("clause-4")+` [data-test=drop]`, nil)
	if left := clerk.count(proposals); left != found-1 {
		t.Fatalf("%d proposals after one was dropped, want %d", left, found-1)
	}
	clerk.send(test("confirm"), nil)
	clerk.look("notice-confirmed")
	made := sitetest.One[int](t, w.Site, `SELECT count(*)::int FROM obligations o JOIN directives d ON d.id = o.directive_id WHERE d.number LIKE '77%'`)
	if made == 0 || clerk.count(test("obligation")) == 0 || !strings.HasPrefix(clerk.at(), "/van-ban/") {
		t.Errorf("%d obligations were made; the page %s shows %d", made, clerk.at(), clerk.count(test("obligation")))
	}
}
