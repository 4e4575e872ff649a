package alert_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/search"
)

// morningOf gathers on a day and returns the bodies of what was written.
func (w *world) morningOf(day int) []string {
	w.t.Helper()
	w.move(monday.Add(day).At(7, 0))
	if err := w.store.Round(w.t.Context(), access.Everything()); err != nil {
		w.t.Fatal(err)
	}
	return many[string](w, `SELECT body FROM alert_messages WHERE kind <> 'confirm' AND day = @day ORDER BY id`,
		map[string]any{"day": monday.Add(day)})
}

func TestAPersonIsToldOnceOfWhatIsNew(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.publish(3, monday.At(6, 0)) // before anybody asked
	stop := w.subscribe(request("lan@example.vn"))
	if told := w.morningOf(0); len(told) != 0 {
		t.Errorf("told of what was there before: %v", told)
	}
	new1 := w.publish(2, monday.At(15, 0))
	first := w.morningOf(1)
	if want := fmt.Sprintf("%s %d %d [q=may false]", stop, new1[1], new1[0]); len(first) != 1 || first[0] != want {
		t.Fatalf("the first morning: got %q, want %q", first, want)
	}
	if again := w.morningOf(1); len(again) != 1 {
		t.Errorf("told %d times a day", len(again))
	}
	if idle := w.morningOf(2); len(idle) != 0 {
		t.Errorf("told although nothing is new: %q", idle)
	}
	late := w.publish(1, monday.Add(3).At(6, 57)) // too fresh to be sure that all is seen
	if told := w.morningOf(3); len(told) != 0 {
		t.Errorf("told within the margin: %q", told)
	}
	if told := w.morningOf(4); len(told) != 1 || !strings.Contains(told[0], fmt.Sprint(late[0])) {
		t.Errorf("the day after: got %q, want %d", told, late)
	}
}

func TestSeveralAlertsMakeOneMessage(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.publish(1, monday.At(6, 0))
	second, other := request("lan@example.vn"), request("lan@example.vn")
	second.Asked, second.Query = "phuc-loi=ky-tuc-xa", search.Query{Benefits: []string{"dormitory"}}
	other.Asked, other.Query = "q=hàn", search.Query{Text: "thợ hàn"}
	for _, r := range []alert.Request{request("lan@example.vn"), second, other} {
		w.subscribe(r)
	}
	ids := w.publish(14, monday.At(15, 0))
	told := w.morningOf(1)
	if len(told) != 1 {
		t.Fatalf("got %d messages", len(told))
	}
	if n := strings.Count(told[0], " ") - 6; n != 10 {
		t.Errorf("names %d vacancies, want 10: %s", n, told[0])
	}
	if !strings.Contains(told[0], fmt.Sprintf(" %d %d ", ids[13], ids[12])) || !strings.Contains(told[0], "[q=may true]") {
		t.Errorf("not the newest first, or not all said to have more: %s", told[0])
	}
}

func TestWhatClosedIsNotTold(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.publish(1, monday.At(6, 0))
	w.subscribe(request("lan@example.vn"))
	ids := w.publish(3, monday.At(15, 0))
	if err := search.Remove(t.Context(), w.db, ids[0]); err != nil {
		t.Fatal(err)
	}
	w.exec(`UPDATE live_vacancies SET closes_on = @day WHERE vacancy_id = @id`, map[string]any{"day": monday, "id": ids[1]})
	told := w.morningOf(1)
	if len(told) != 1 || strings.Contains(told[0], fmt.Sprint(" ", ids[0], " ")) || strings.Contains(told[0], fmt.Sprint(" ", ids[1], " ")) ||
		!strings.Contains(told[0], fmt.Sprint(" ", ids[2], " ")) {
		t.Errorf("got %q of %v", told, ids)
	}
}

func TestNobodyIsToldOutsideTheMorning(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.publish(1, monday.At(6, 0))
	w.subscribe(request("lan@example.vn"))
	w.publish(2, monday.At(9, 0))
	for _, hour := range []int{12, 20, 23} {
		w.move(monday.At(hour, 0))
		if err := w.store.Round(t.Context(), access.Everything()); err != nil {
			t.Fatal(err)
		}
	}
	if n := one[int](w, `SELECT count(*) FROM alert_messages WHERE kind <> 'confirm'`, nil); n != 0 {
		t.Errorf("%d messages outside the morning", n)
	}
	if _, err := w.store.Gather(t.Context(), access.Scope{}); err == nil {
		t.Error("gathered for nobody")
	}
}

func TestTheQuestionEndsWhoDoesNotAnswer(t *testing.T) {
	t.Parallel()
	w := tx(t)
	silent, answers := w.subscribe(request("im@example.vn")), w.subscribe(request("con@example.vn"))
	asked := w.morningOf(365)
	if len(asked) != 2 || !strings.HasPrefix(asked[0], silent) {
		t.Fatalf("got %q, want a question to both", asked)
	}
	if kinds := many[string](w, `SELECT DISTINCT kind FROM alert_messages WHERE day = @day`, map[string]any{"day": monday.Add(365)}); !slices.Equal(kinds, []string{"question"}) {
		t.Errorf("got %v", kinds)
	}
	if err := w.store.Renew(t.Context(), answers, ""); err != nil {
		t.Fatal(err)
	}
	w.morningOf(395)
	if n := one[int](w, `SELECT count(*) FROM alert_people WHERE ended_at IS NULL`, nil); n != 2 {
		t.Errorf("%d go on the last day to answer, want 2", n)
	}
	w.morningOf(396)
	left := many[string](w, `SELECT address || end_reason FROM alert_people ORDER BY id`, nil)
	if !slices.Equal(left, []string{"unanswered", "con@example.vn"}) {
		t.Errorf("left: %v", left)
	}
	if n := one[int](w, `SELECT count(*) FROM alerts`, nil); n != 1 {
		t.Errorf("%d alerts go on, want 1", n)
	}
	w.morningOf(396 + 91)
	if n := one[int](w, `SELECT count(*) FROM alert_people`, nil); n != 1 {
		t.Errorf("%d people are kept, want 1", n)
	}
}

// Nobody is ended for not answering what the channel never took.
func TestAQuestionThatWasNotPutIsAskedAgain(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.subscribe(request("lan@example.vn"))
	c := &carrier{}
	desk := &alert.Desk{Store: w.store, Carriers: map[alert.Channel]alert.Carrier{alert.Email: c}}
	for _, tt := range []struct {
		day   int
		says  []alert.Outcome
		want  string // when the person was asked
		state string
	}{
		{365, []alert.Outcome{alert.Untaken, alert.Untaken, alert.Untaken, alert.Untaken}, "", "failed busy"},
		{366, []alert.Outcome{alert.Taken}, monday.Add(366).ISO(), "handed "},
	} {
		w.morningOf(tt.day)
		c.says = tt.says
		id := one[int64](w, `SELECT max(id) FROM alert_messages WHERE kind = 'question'`, nil)
		deliver(t, desk, id)
		if got := one[string](w, `SELECT state || ' ' || why FROM alert_messages ORDER BY id DESC LIMIT 1`, nil); got != tt.state {
			t.Errorf("on day %d the question stands %q, want %q", tt.day, got, tt.state)
		}
		if got := one[string](w, `SELECT COALESCE(asked_on::text, '') FROM alert_people`, nil); got != tt.want {
			t.Errorf("on day %d asked on %q, want %q", tt.day, got, tt.want)
		}
	}
	w.morningOf(396)
	if n := one[int](w, `SELECT count(*) FROM alert_people WHERE ended_at IS NULL`, nil); n != 1 {
		t.Error("ended before thirty days to answer were over")
	}
}

// Vacancies of a morning on which a channel was down are told the next one.
func TestWhatAChannelDidNotTakeIsToldTheNextMorning(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.publish(1, monday.At(6, 0))
	w.subscribe(request("lan@example.vn"))
	c := &carrier{}
	desk := &alert.Desk{Store: w.store, Carriers: map[alert.Channel]alert.Carrier{alert.Email: c}}
	missed := w.publish(1, monday.At(15, 0))
	for _, tt := range []struct {
		day  int
		says []alert.Outcome
		told bool // of what was missed
	}{
		{1, []alert.Outcome{alert.Untaken, alert.Untaken, alert.Untaken, alert.Untaken}, true},
		{2, []alert.Outcome{alert.Taken}, true},
		{3, nil, false},
	} {
		letters := w.morningOf(tt.day)
		if told := len(letters) == 1 && strings.Contains(letters[0], fmt.Sprint(missed[0])); told != tt.told {
			t.Errorf("on day %d: got %q, want the missed one told: %v", tt.day, letters, tt.told)
		}
		if c.says = tt.says; len(letters) > 0 {
			deliver(t, desk, one[int64](w, `SELECT max(id) FROM alert_messages WHERE kind = 'jobs'`, nil))
		}
	}
	w.publish(1, monday.Add(3).At(15, 0))
	w.morningOf(4)
	c.says = []alert.Outcome{alert.Refusal}
	deliver(t, desk, one[int64](w, `SELECT max(id) FROM alert_messages WHERE kind = 'jobs'`, nil))
	if letters := w.morningOf(5); len(letters) != 0 {
		t.Errorf("told again what the channel will never take: %q", letters)
	}
}
