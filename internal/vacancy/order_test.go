package vacancy_test

import (
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
)

func TestParseClock(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"6h": "06:00", "6:30": "06:30", "18h00": "18:00", " 22G15 ": "22:15", "07:30": "07:30", "7": "07:00",
		"24h": "24h", "6:75": "6:75", "sáng": "sáng",
	} {
		if got := vacancy.ParseClock(words); got != want {
			t.Errorf("ParseClock(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestTurn(t *testing.T) {
	t.Parallel()
	night := vacancy.Turn{From: "22:00", To: "06:00", Break: 45}
	if night.Worked() != 7*60+15 || night.Ends() != 30*60 {
		t.Errorf("%+v: worked %d minutes, ends %d", night, night.Worked(), night.Ends())
	}
}

// TestOrderIsChecked changes one thing of a sound order at a time.
func TestOrderIsChecked(t *testing.T) {
	t.Parallel()
	day := clock.MustDay("01/06/2026")
	sound := vacancy.Details{
		EmployerID: 1, Title: "Công nhân may", Headcount: 30,
		Batches:    []vacancy.Batch{{NeededBy: day, Headcount: 10}, {NeededBy: day.Add(30), Headcount: 20}},
		Turns:      []vacancy.Turn{{From: "6h", To: "14h", Break: 30}},
		Allowances: []vacancy.Allowance{{Kind: "attendance", Amount: 500_000}},
		WorkDays:   6, OvertimeHours: 40, ContactPhone: "0912345678",
	}
	for name, c := range map[string]struct {
		field, key string
		change     func(d *vacancy.Details)
	}{
		"sound":               {"", "", func(*vacancy.Details) {}},
		"batches do not add":  {"batches", "vacancy.problem.batch_sum", func(d *vacancy.Details) { d.Headcount = 31 }},
		"a batch with no day": {"batches", "vacancy.problem.batch", func(d *vacancy.Details) { d.Batches = []vacancy.Batch{{Headcount: 30}} }},
		"no day of rest":      {"work_days", "vacancy.problem.work_days", func(d *vacancy.Details) { d.WorkDays = 7 }},
		"hours over the cap":  {"overtime_hours", "vacancy.problem.overtime", func(d *vacancy.Details) { d.OvertimeHours = 61 }},
		"no such hour":        {"turns", "vacancy.problem.turn_hours", func(d *vacancy.Details) { d.Turns[0].To = "25h" }},
		"all break":           {"turns", "vacancy.problem.turn_break", func(d *vacancy.Details) { d.Turns[0] = vacancy.Turn{From: "6h", To: "7h", Break: 60} }},
		"no such allowance":   {"allowances", "vacancy.problem.allowance_kind", func(d *vacancy.Details) { d.Allowances[0].Kind = "luck" }},
		"nothing paid":        {"allowances", "vacancy.problem.allowance_amount", func(d *vacancy.Details) { d.Allowances[0].Amount = 0 }},
	} {
		d := sound
		d.Turns, d.Allowances = append([]vacancy.Turn{}, sound.Turns...), append([]vacancy.Allowance{}, sound.Allowances...)
		c.change(&d)
		if got := d.Normal().CheckDraft()[c.field].Key; c.field != "" && got != c.key {
			t.Errorf("%s: %q beside %s, want %q", name, got, c.field, c.key)
		}
		if p := d.Normal().CheckDraft(); c.field == "" && len(p) > 0 {
			t.Errorf("%s: %v", name, p)
		}
	}
}

func TestDrawn(t *testing.T) {
	t.Parallel()
	day := clock.MustDay("01/06/2026")
	states := vacancy.Drawn([]vacancy.Batch{{day, 10}, {day.Add(30), 20}}, 14)
	if states[0].ToFill != 0 || states[1].ToFill != 16 {
		t.Errorf("14 at work leave %+v", states)
	}
}
