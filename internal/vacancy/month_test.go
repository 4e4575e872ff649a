package vacancy_test

import (
	"reflect"
	"testing"

	"cauviec/internal/vacancy"
)

var (
	early = vacancy.Turn{From: "06:00", To: "14:00", Break: 0}
	late  = vacancy.Turn{From: "14:00", To: "22:00", Break: 0}
	night = vacancy.Turn{From: "22:00", To: "06:00", Break: 0}
)

// TestMonth reckons months by hand: 5,200,000 VND over 26 days of 8 hours is
// 25,000 an hour.
func TestMonth(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		d    vacancy.Details
		want vacancy.Month
	}{
		{"wage alone", vacancy.Details{BasicWage: 5_200_000, WorkDays: 6},
			vacancy.Month{Days: 26, DaysSaid: true, DayMinutes: 480, Hour: 25_000, Basic: 5_200_000, Gross: 5_200_000,
				Insured: 5_200_000, Insurance: 546_000, Net: 4_654_000}},
		{"days not said", vacancy.Details{BasicWage: 5_200_000},
			vacancy.Month{Days: 26, DayMinutes: 480, Hour: 25_000, Basic: 5_200_000, Gross: 5_200_000, Insured: 5_200_000,
				Insurance: 546_000, Net: 4_654_000}},
		{"five days", vacancy.Details{BasicWage: 5_280_000, WorkDays: 5, Turns: []vacancy.Turn{{From: "08:00", To: "17:00", Break: 60}}},
			vacancy.Month{Days: 22, DaysSaid: true, DayMinutes: 480, HourSaid: true, Hour: 30_000, Basic: 5_280_000,
				Gross: 5_280_000, Insured: 5_280_000, Insurance: 554_000, Net: 4_726_000}},
		{"overtime at half more", vacancy.Details{BasicWage: 5_200_000, WorkDays: 6, OvertimeHours: 20},
			vacancy.Month{Days: 26, DaysSaid: true, DayMinutes: 480, Hour: 25_000, Basic: 5_200_000, Hours: 20, Overtime: 750_000,
				Gross: 5_950_000, Insured: 5_200_000, Insurance: 546_000, Net: 5_404_000}},
		{"a third of the weeks at night", vacancy.Details{BasicWage: 5_200_000, WorkDays: 6, Turns: []vacancy.Turn{early, late, night}},
			vacancy.Month{Days: 26, DaysSaid: true, DayMinutes: 480, HourSaid: true, Hour: 25_000, Basic: 5_200_000,
				NightHours: 69, Night: 518_000, Gross: 5_718_000, Insured: 5_200_000, Insurance: 546_000, Net: 5_172_000}},
		{"a long turn", vacancy.Details{BasicWage: 5_200_000, WorkDays: 6, OvertimeHours: 40, Turns: []vacancy.Turn{{From: "08:00", To: "20:00", Break: 60}}},
			vacancy.Month{Days: 26, DaysSaid: true, DayMinutes: 480, HourSaid: true, Hour: 25_000, Basic: 5_200_000, Hours: 40, Overtime: 1_500_000,
				Beyond: 78, Gross: 6_700_000, Insured: 5_200_000, Insurance: 546_000, Net: 6_154_000}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, ok := tt.d.Month()
			if !ok {
				t.Fatal("no month")
			}
			got.Allowances = nil
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

// TestMonthCountsAllowances adds every allowance to the pay, but insures only
// those that are wage and always paid.
func TestMonthCountsAllowances(t *testing.T) {
	t.Parallel()
	d := vacancy.Details{BasicWage: 5_000_000, WorkDays: 6, Turns: []vacancy.Turn{night}, Allowances: []vacancy.Allowance{
		{Kind: "attendance", Amount: 500_000, Condition: "không nghỉ ngày nào"},
		{Kind: "hazard", Amount: 300_000},
		{Kind: "skill", Amount: 200_000, Condition: "có tay nghề bậc 3"},
		{Kind: "meals", Amount: 780_000},
		{Kind: "night", Amount: 600_000},
	}}
	m, ok := d.Month()
	if !ok || m.Gross != 7_380_000 {
		t.Errorf("gross %d, want 7,380,000", m.Gross)
	}
	if m.Insured != 5_300_000 {
		t.Errorf("insured %d, want basic wage and hazard", m.Insured)
	}
	if m.Night != 0 || m.NightHours != 0 {
		t.Errorf("the night is paid twice: %d for %d hours", m.Night, m.NightHours)
	}
}

// TestMonthAddsUp wants sums that a reader can add up, whatever the facts.
func TestMonthAddsUp(t *testing.T) {
	t.Parallel()
	for wage := int64(3_450_123); wage < 9_000_000; wage += 377_331 {
		for hours := range 60 {
			d := vacancy.Details{BasicWage: wage, OvertimeHours: hours, Turns: []vacancy.Turn{late, night},
				Allowances: []vacancy.Allowance{{Kind: "attendance", Amount: wage / 13}}}
			m, ok := d.Month()
			if !ok {
				t.Fatal("no month")
			}
			if m.Basic+m.Overtime+m.Night+m.Allowances[0].Amount != m.Gross || m.Gross-m.Insurance != m.Net {
				t.Fatalf("%+v does not add up", m)
			}
			if d.Allowances[0].Amount != wage/13 {
				t.Fatal("the offer itself was changed")
			}
		}
	}
}

// TestMonthIsNotInvented wants no example where the facts do not suffice.
func TestMonthIsNotInvented(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]vacancy.Details{
		"no wage":                   {IncomeFrom: 8_000_000},
		"part time without hours":   {BasicWage: 3_000_000, Hours: "part"},
		"a turn that is only break": {BasicWage: 5_000_000, Turns: []vacancy.Turn{{From: "08:00", To: "09:00", Break: 60}}},
	} {
		if m, ok := d.Month(); ok {
			t.Errorf("%s: %+v", name, m)
		}
	}
	half := vacancy.Details{BasicWage: 2_600_000, Hours: "part", WorkDays: 6, Turns: []vacancy.Turn{{From: "07:00", To: "11:00"}}}
	if m, ok := half.Month(); !ok || m.Hour != 25_000 {
		t.Errorf("half days: %+v", m)
	}
}

func TestNightOfATurn(t *testing.T) {
	t.Parallel()
	for turn, want := range map[vacancy.Turn]int{
		early: 0, late: 0, night: 480,
		{From: "22:00", To: "06:00", Break: 60}: 420,
		{From: "20:00", To: "08:00", Break: 60}: 369, // of eight normal hours, until a quarter to five
		{From: "00:00", To: "08:00"}:            360,
		{From: "04:00", To: "12:00"}:            120,
		{From: "08:00", To: "20:00", Break: 60}: 0,
		{From: "15:00", To: "23:00"}:            60,
	} {
		if got := turn.Night(); got != want {
			t.Errorf("%+v: %d minutes of night, want %d", turn, got, want)
		}
	}
}

func TestBeside(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		gross, from, to int64
		want            vacancy.Relation
		apart           int64
	}{
		{9_000_000, 8_500_000, 11_000_000, vacancy.Within, 0},
		{8_200_000, 8_500_000, 11_000_000, vacancy.Within, 0},
		{6_000_000, 8_500_000, 11_000_000, vacancy.Less, 2_500_000},
		{12_000_000, 8_500_000, 11_000_000, vacancy.More, 1_000_000},
		{9_000_000, 9_000_000, 0, vacancy.Within, 0},
	} {
		got, apart := vacancy.Month{Gross: tt.gross}.Beside(tt.from, tt.to)
		if got != tt.want || apart != tt.apart {
			t.Errorf("%d beside %d–%d: %s, %d", tt.gross, tt.from, tt.to, got, apart)
		}
	}
}
