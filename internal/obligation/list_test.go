package obligation

import (
	"slices"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/clock"
)

// TestStateSQL makes obligations of every state and compares what SQL says of
// them with what Go says, on several days.
func TestStateSQL(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	giveEveryState(t, w)
	met := map[State]bool{}
	for _, words := range []string{"14/03/2024", "13/04/2024", "14/04/2024", "19/04/2024", "20/04/2024", "30/04/2024", "01/05/2024", "01/08/2024"} {
		w.now = clock.MustDay(words).At(12, 0)
		lines, err := w.List(ctx, access.Everything(), Filter{})
		must(t, err)
		holidays, err := w.Calendar(ctx)
		must(t, err)
		for _, state := range States() {
			found, err := w.List(ctx, access.Everything(), Filter{State: state})
			must(t, err)
			want := slices.DeleteFunc(slices.Clone(lines), func(l Line) bool { return l.State(w.today(), holidays.Calendar) != state })
			if !slices.Equal(ids(found), ids(want)) {
				t.Errorf("%s, %s: SQL finds %v, Go says %v", words, state, ids(found), ids(want))
			}
			met[state] = met[state] || len(found) > 0
		}
	}
	for _, state := range States() {
		if !met[state] {
			t.Errorf("no obligation was ever %s", state)
		}
	}
}

// giveEveryState gives obligations and takes them to every state that one may
// come to between March and August.
func giveEveryState(t *testing.T, w *world) {
	t.Helper()
	ctx := t.Context()
	office, sgtvt, bacGiang := w.actor(t, "ls-ubnd"), w.actor(t, "ls-sgtvt"), w.actor(t, "bg-ubnd")
	undated := func(n *New) { n.DueOn = clock.Day{} }
	report := func(id int64) {
		_, err := w.Report(ctx, sgtvt, id, "báo cáo", nil)
		must(t, err)
	}
	accept := func(id int64) { must(t, w.Accept(ctx, office, id, w.seen(t, id), "")) }

	w.give(t, "ls-sgtvt", nil)
	w.give(t, "ls-sgtvt", undated)
	w.give(t, "ls-sgtvt", func(n *New) { n.Kind, n.DueOn, n.Recurrence = Standing, clock.Day{}, "quarterly" })
	w.give(t, "bg-ubnd", func(n *New) { n.Kind = Request })
	suspended, inTime, done, undatedDone := w.give(t, "ls-sgtvt", nil), w.give(t, "ls-sgtvt", nil), w.give(t, "ls-sgtvt", nil), w.give(t, "ls-sgtvt", undated)
	answered, settled := w.give(t, "bg-ubnd", func(n *New) { n.Kind = Request }), w.give(t, "bg-ubnd", func(n *New) { n.Kind = Request })
	lateWaiting, late := w.give(t, "ls-sgtvt", nil), w.give(t, "ls-sgtvt", nil)
	must(t, w.Suspend(ctx, office, suspended, "chờ"))
	w.now = clock.MustDay("30/04/2024").At(23, 59)
	for _, id := range []int64{inTime, done, undatedDone} {
		report(id)
	}
	for _, id := range []int64{answered, settled} {
		must(t, w.Answer(ctx, bacGiang, id, "trả lời"))
	}
	accept(settled)
	w.now = clock.MustDay("01/05/2024").At(0, 0)
	report(lateWaiting)
	report(late)
	for _, id := range []int64{done, undatedDone, late} {
		accept(id)
	}
}

func ids(lines []Line) []int64 {
	var found []int64
	for _, l := range lines {
		found = append(found, l.ID)
	}
	return found
}

func TestListFiltersAndOrders(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	transport := w.give(t, "ls-sgtvt", nil)
	paper := w.give(t, "ls-bao", func(n *New) {
		n.Kind, n.DueOn, n.Task = Standing, clock.Day{}, "Tuyên truyền về nhu cầu tuyển lao động"
	})
	centre := w.give(t, "ls-sldtbxh", func(n *New) {
		n.DueOn, n.Task, n.Executing = clock.MustDay("01/04/2024"), "Hỗ trợ 100% hộ", w.body(t, "ls-ttdvvl")
	})
	must(t, w.Receive(ctx, w.actor(t, "ls-bao"), paper))
	w.days(20) // 3 April
	tests := []struct {
		name string
		f    Filter
		want []int64
	}{
		{"most urgent first", Filter{}, []int64{centre, transport, paper}},
		{"by state", Filter{State: Overdue}, []int64{centre}},
		{"by status", Filter{Status: Received}, []int64{paper}},
		{"by kind", Filter{Kind: Standing}, []int64{paper}},
		{"by lead", Filter{Body: w.body(t, "ls-sgtvt")}, []int64{transport}},
		{"by executing body", Filter{Body: w.body(t, "ls-ttdvvl")}, []int64{centre}},
		{"by words without marks", Filter{Q: "tuyen truyen"}, []int64{paper}},
		{"by the body's name", Filter{Q: "giao thông"}, []int64{transport}},
		{"a wildcard is no word", Filter{Q: "100%"}, []int64{centre}},
		{"of another directive", Filter{Directive: w.directive + 1}, nil},
		{"past the last page", Filter{Page: 2}, nil},
	}
	for _, tt := range tests {
		lines, err := w.List(ctx, access.Everything(), tt.f)
		must(t, err)
		if got := ids(lines); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
	counts, err := w.Counts(ctx, access.Everything(), Filter{State: Overdue})
	must(t, err)
	if want := []Count{{Overdue, 1}, {OnTime, 1}, {Ongoing, 1}}; !slices.Equal(counts, want) {
		t.Errorf("counts: got %v, want %v", counts, want)
	}
	leads, err := w.Leads(ctx, access.Everything())
	must(t, err)
	if len(leads) != 4 {
		t.Errorf("leads: got %v", leads)
	}
	sources, err := w.Directives(ctx, access.Everything())
	must(t, err)
	if len(sources) != 1 || sources[0].ID != w.directive {
		t.Errorf("directives: got %v", sources)
	}
}

func TestCalendarIsReadAgainAfterAnHour(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	day := clock.MustDay("14/03/2024")
	working := func() bool {
		holidays, err := w.Calendar(ctx)
		must(t, err)
		return holidays.Working(day)
	}
	if !working() {
		t.Fatal("an ordinary Thursday is off")
	}
	_, err := w.DB.Exec(ctx, `INSERT INTO holidays (day, kind, name_vi, name_en, source, certainty)
		VALUES ('2024-03-14', 'holiday', 'Lễ', 'Feast', 'test', 'announced')`)
	must(t, err)
	if !working() {
		t.Error("the calendar was read again at once")
	}
	w.now = w.now.Add(calendarAge)
	if working() {
		t.Error("the calendar was not read again after an hour")
	}
}
