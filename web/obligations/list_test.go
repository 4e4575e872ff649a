package obligations

import (
	"net/http"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/obligation"
)

func TestList(t *testing.T) {
	t.Parallel()
	s := tx(t)
	s.give("ls-sgtvt", nil)
	s.give("ls-bao", func(n *obligation.New) { n.Kind, n.DueOn, n.Task = obligation.Standing, clock.Day{}, "Tuyên truyền" })
	s.give("ls-trang-dinh", func(n *obligation.New) { n.Kind, n.DueOn = obligation.Standing, clock.Day{} })
	tests := []struct {
		slug, path string
		want       int
	}{
		{"ls-ubnd", home, 3},
		{"ls-ubnd", home + "?tinh-trang=on_time", 1},
		{"ls-ubnd", home + "?loai=standing", 2},
		{"ls-ubnd", home + "?q=tuyen+truyen", 1},
		{"ls-ubnd", home + "?co-quan=" + itoa(s.body("ls-bao")), 1},
		{"ls-ubnd", home + "?co-quan=x&trang=-1&tinh-trang=", 3},
		{"ls-sgtvt", home, 1},
		{"ls-trang-dinh", home, 1},
		{"ls-cao-loc", home, 0},
		{"bg-sgtvt", home, 3}, // the counterpart of each
	}
	for _, tt := range tests {
		a := s.get(tt.slug, tt.path)
		s.want(a, http.StatusOK)
		if got := a.page.Find("[data-test=obligation]").Length(); got != tt.want {
			t.Errorf("%s %s: %d rows, want %d", tt.slug, tt.path, got, tt.want)
		}
		if empty := a.page.Find("[data-test=empty]").Length() == 1; empty != (tt.want == 0) {
			t.Errorf("%s %s: says that it is empty: %v", tt.slug, tt.path, empty)
		}
	}
	row := s.get("ls-bao", home).page.Find("[data-test=obligation]")
	if row.AttrOr("data-clause", "") != "2.2" || row.Find("[data-test=state]").AttrOr("data-state", "") != "ongoing" {
		t.Errorf("row: %s", row.Text())
	}
}

func TestOnlyWhoMayReaches(t *testing.T) {
	t.Parallel()
	s := tx(t)
	id := s.give("ls-sgtvt", nil)
	path := address(id)
	tests := []struct {
		slug, path string
		want       int
	}{
		{"ls-cao-loc", path + "/tiep-nhan", http.StatusNotFound},
		{"ls-ubnd", path + "/tiep-nhan", http.StatusForbidden},
		{"ls-sgtvt", path + "/don-doc", http.StatusForbidden},
		{"ls-sgtvt", path + "/giao-xa", http.StatusForbidden},
		{"ls-sgtvt", path + "/doi-tac", http.StatusForbidden},
		{"bg-bao", path + "/doi-tac", http.StatusNotFound},
	}
	for _, tt := range tests {
		values := map[string][]string{"words": {"…"}, "state": {"agreed"}}
		if got := s.post(tt.slug, tt.path, values).Code; got != tt.want {
			t.Errorf("%s %s: got %d, want %d", tt.slug, tt.path, got, tt.want)
		}
	}
	s.want(s.get("ls-cao-loc", path), http.StatusNotFound)
}

// The states that press have tabs, and another while it is chosen; all are
// offered among the filters.
func TestTabsStayFew(t *testing.T) {
	t.Parallel()
	l := listing{filter: obligation.Filter{State: obligation.DoneOnTime}}
	for _, state := range obligation.States() {
		l.counts = append(l.counts, obligation.Count{State: state, N: 2})
	}
	tabs, current := l.tabs(t.Context()), ""
	for _, tab := range tabs {
		if tab.Current {
			current = tab.Label
		}
	}
	if len(tabs) != len(pressing)+2 || current != "hoàn thành đúng hạn" || tabs[0].Count != "26" {
		t.Errorf("%d tabs, %q is open, all are %s", len(tabs), current, tabs[0].Count)
	}
	if n := len(l.stateField(t.Context()).Options); n != len(obligation.States()) {
		t.Errorf("%d states to choose from", n)
	}
}
