package clock

import (
	"testing"
	"time"
)

func TestANewDayBeginsAtLocalMidnight(t *testing.T) {
	t.Parallel()
	tests := []struct {
		at   string
		want string
	}{
		{"2024-04-30T16:59:59Z", "30/04/2024"},
		{"2024-04-30T17:00:00Z", "01/05/2024"},
		{"2024-12-31T17:00:00Z", "01/01/2025"},
	}
	for _, tt := range tests {
		at, err := time.Parse(time.RFC3339, tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := Fixed(at).Today().String(); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.at, got, tt.want)
		}
	}
	day := MustDay("30/04/2024")
	if got := day.End().Format(time.RFC3339); got != "2024-04-30T17:00:00Z" {
		t.Errorf("End: got %s", got)
	}
}

func TestParseDay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words, want string
		bad         bool
	}{
		{words: "05/04/2024", want: "2024-04-05"},
		{words: " 5/4/2024 ", want: "2024-04-05"},
		{words: "2024-04-05", want: "2024-04-05"},
		{words: "", want: ""},
		{words: "31/02/2024", bad: true},
		{words: "04/31/2024", bad: true},
		{words: "mai", bad: true},
	}
	for _, tt := range tests {
		got, err := ParseDay(tt.words)
		if (err != nil) != tt.bad || got.ISO() != tt.want {
			t.Errorf("ParseDay(%q): got %q, %v", tt.words, got.ISO(), err)
		}
	}
}

// The notice's "in April 2024" ends on a public holiday; 29 April was swapped.
func TestLastWorkingDayOfApril2024(t *testing.T) {
	t.Parallel()
	calendar := NewCalendar(map[Day]string{
		MustDay("29/04/2024"): "swapped",
		MustDay("30/04/2024"): "liberation",
		MustDay("01/05/2024"): "labour",
	}, map[Day]bool{MustDay("04/05/2024"): true})
	if got := calendar.LastWorking(MustDay("30/04/2024")); got != MustDay("26/04/2024") {
		t.Errorf("LastWorking: got %s, want 26/04/2024", got)
	}
	if got := calendar.AddWorking(MustDay("26/04/2024"), 3); got != MustDay("04/05/2024") {
		t.Errorf("AddWorking: got %s, want Saturday 04/05/2024", got)
	}
}

func FuzzParseDay(f *testing.F) {
	f.Add("30/04/2024")
	f.Add("2024-04-30")
	f.Fuzz(func(t *testing.T, words string) {
		day, err := ParseDay(words)
		if err != nil || day.IsZero() {
			return
		}
		again, err := ParseDay(day.String())
		if err != nil || again != day {
			t.Errorf("%q: %s read again is %s, %v", words, day, again, err)
		}
	})
}
