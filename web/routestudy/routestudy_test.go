package routestudy_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

const home = "/quan-ly/tuyen-xe"

func TestEachSideIsOfferedItsOwnHalf(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	for who, forms := range map[string]int{"ls-sgtvt": 7, "bg-sgtvt": 7, "ls-ubnd": 0} {
		if got := s.SignIn(t, who).Get(home).Doc(t).Find(`[data-test="study-form"]`).Length(); got != forms {
			t.Errorf("%s is offered %d forms, want %d", who, got, forms)
		}
	}
}

func TestAnItemIsWrittenOnceSeenAndKept(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-sgtvt")
	item := sitetest.One[string](t, s, `SELECT id::text FROM route_study_items WHERE item = 'fare' AND side = 'source'`)
	other := sitetest.One[string](t, s, `SELECT id::text FROM route_study_items WHERE item = 'fare' AND side = 'destination'`)
	send := func(id, version, state, note string) sitetest.Answer {
		return c.Post(home+"/"+id, url.Values{"version": {version}, "state": {state}, "note": {note}})
	}
	if a := send(item, "1", "settled", ""); a.Code != http.StatusUnprocessableEntity {
		t.Errorf("settled without a result: status %d", a.Code)
	}
	if a := send(other, "1", "underway", "thử"); a.Code != http.StatusNotFound {
		t.Errorf("the other side's half: status %d", a.Code)
	}
	if a := send(item, "1", "settled", "Giá vé 120.000 đồng"); a.Code != http.StatusSeeOther {
		t.Fatalf("status %d", a.Code)
	}
	stale := send(item, "1", "underway", "của tôi")
	if text := stale.Doc(t).Text(); stale.Code != http.StatusConflict || !strings.Contains(text, "Giá vé 120.000 đồng") || !strings.Contains(text, "của tôi") {
		t.Errorf("status %d: both versions are not shown", stale.Code)
	}
	if !strings.Contains(s.SignIn(t, "bg-sgtvt").Get(home).Doc(t).Text(), "Giá vé 120.000 đồng") {
		t.Error("the other side does not see it")
	}
}
