package obligation

import (
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/reference"
)

// april2024 knows the days off around the notice's only deadline.
var april2024 = newHolidays([]reference.Holiday{
	{Day: clock.MustDay("29/04/2024"), Kind: "day_off_swapped", NameVi: "Nghỉ hoán đổi", NameEn: "Swapped day off"},
	{Day: clock.MustDay("30/04/2024"), Kind: "holiday", NameVi: "Ngày Chiến thắng", NameEn: "Reunification Day"},
	{Day: clock.MustDay("01/05/2024"), Kind: "holiday", NameVi: "Ngày Quốc tế lao động", NameEn: "Labour Day"},
	{Day: clock.MustDay("04/05/2024"), Kind: "working_swapped", NameVi: "Làm bù", NameEn: "Working Saturday"},
})

func at(words string) *time.Time {
	t, err := time.ParseInLocation("02/01/2006 15:04:05", words, clock.Zone)
	if err != nil {
		panic(err)
	}
	return &t
}

func TestStateOfAnOrder(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		status   Status
		now      string
		reported *time.Time
		finished *time.Time
		want     State
	}{
		{"long before", Assigned, "15/03/2024 08:00:00", nil, nil, OnTime},
		// Working days after 18 April until the 30th: 19, 22, 23, 24, 25, 26.
		{"six working days left", InProgress, "18/04/2024 23:59:59", nil, nil, OnTime},
		{"five working days left", InProgress, "19/04/2024 00:00:00", nil, nil, DueSoon},
		{"only days off left", InProgress, "26/04/2024 17:00:00", nil, nil, DueSoon},
		{"last second", InProgress, "30/04/2024 23:59:59", nil, nil, DueSoon},
		{"local midnight", InProgress, "01/05/2024 00:00:00", nil, nil, Overdue},
		{"reported in time waits in time", Reported, "05/05/2024 08:00:00", at("30/04/2024 23:59:59"), nil, OnTime},
		{"reported late", Reported, "05/05/2024 08:00:00", at("01/05/2024 00:00:00"), nil, Overdue},
		{"done in time, judged late", Accepted, "05/05/2024 08:00:00", nil, at("30/04/2024 23:59:59"), DoneOnTime},
		{"done late", Accepted, "05/05/2024 08:00:00", nil, at("01/05/2024 00:00:00"), DoneLate},
		{"suspended is not late", Suspended, "05/05/2024 08:00:00", nil, nil, Paused},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := Obligation{Kind: Order, Status: tt.status, DueOn: clock.MustDay("30/04/2024"), AssignedAt: *at("13/03/2024 08:00:00"),
				ReportedAt: tt.reported, FinishedAt: tt.finished, HeartbeatDays: 30}
			if got := o.State(clock.DayOf(*at(tt.now)), april2024.Calendar); got != tt.want {
				t.Errorf("at %s: got %s, want %s", tt.now, got, tt.want)
			}
		})
	}
}

func TestStateWithoutADay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		kind   Kind
		status Status
		heard  *time.Time
		now    string
		want   State
	}{
		{"standing, thirtieth day", Standing, Assigned, nil, "12/04/2024 23:59:59", Ongoing},
		{"standing, silent at local midnight", Standing, Assigned, nil, "13/04/2024 00:00:00", Silent},
		{"standing, heard of", Standing, InProgress, at("01/04/2024 23:59:00"), "30/04/2024 08:00:00", Ongoing},
		{"standing, silent since", Standing, InProgress, at("01/04/2024 23:59:00"), "02/05/2024 00:00:00", Silent},
		{"standing, its report waits", Standing, Reported, at("01/04/2024 08:00:00"), "02/06/2024 00:00:00", Ongoing},
		{"order without a day", Order, InProgress, at("01/04/2024 08:00:00"), "02/04/2024 00:00:00", Undated},
		{"order without a day, silent", Order, Assigned, nil, "13/04/2024 00:00:00", Silent},
		{"order without a day, done", Order, Accepted, nil, "13/04/2025 00:00:00", Done},
		{"request, however old", Request, Assigned, nil, "13/03/2026 00:00:00", AwaitingAnswer},
		{"request, received", Request, Received, nil, "13/03/2026 00:00:00", AwaitingAnswer},
		{"request, answered", Request, Reported, nil, "13/03/2026 00:00:00", Answered},
		{"request, settled", Request, Accepted, nil, "13/03/2026 00:00:00", Settled},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := Obligation{Kind: tt.kind, Status: tt.status, AssignedAt: *at("13/03/2024 10:00:00"), LastHeardAt: tt.heard, HeartbeatDays: 30}
			if got := o.State(clock.DayOf(*at(tt.now)), april2024.Calendar); got != tt.want {
				t.Errorf("at %s: got %s, want %s", tt.now, got, tt.want)
			}
		})
	}
}

func TestARequestIsNeverOverdue(t *testing.T) {
	t.Parallel()
	o := Obligation{Kind: Request, Status: Assigned, DueOn: clock.MustDay("30/04/2024"), AssignedAt: *at("13/03/2024 10:00:00")}
	today := clock.MustDay("30/04/2026")
	if got := o.State(today, april2024.Calendar); got != AwaitingAnswer {
		t.Errorf("State: got %s, want %s", got, AwaitingAnswer)
	}
	if got := o.Age(today); got != 778 {
		t.Errorf("Age: got %d days, want 778", got)
	}
}

// The notice's "in April 2024" ends on a holiday after a swapped day off.
func TestExplain(t *testing.T) {
	t.Parallel()
	o := Obligation{Kind: Order, DueOn: clock.MustDay("30/04/2024"), FirstDueOn: clock.MustDay("31/03/2024"),
		DuePhrase: "trong tháng 4/2024", DueRule: "month_end"}
	asked := []Extension{{ID: 1, Decision: Refused}, {ID: 2, Decision: Granted, DecidedBy: "Chánh Văn phòng"}, {ID: 3}}
	due := o.Explain(clock.MustDay("24/04/2024"), april2024, asked)
	if !due.Off || due.HolidayVi != "Ngày Chiến thắng" || due.HolidayEn != "Reunification Day" {
		t.Errorf("holiday: got %+v", due)
	}
	if want := clock.MustDay("26/04/2024"); due.LastWorking != want {
		t.Errorf("LastWorking: got %s, want %s", due.LastWorking, want)
	}
	if due.WorkingDaysTo != 2 {
		t.Errorf("WorkingDaysTo: got %d, want 2", due.WorkingDaysTo)
	}
	if len(due.Extensions) != 1 || due.Extensions[0].ID != 2 {
		t.Errorf("Extensions: got %+v, want the granted one", due.Extensions)
	}
	if due.Phrase != "trong tháng 4/2024" || due.First != o.FirstDueOn {
		t.Errorf("phrase and first day: got %+v", due)
	}
	if none := (Obligation{DuePhrase: "sớm"}).Explain(clock.MustDay("24/04/2024"), april2024, nil); !none.Day.IsZero() || none.Phrase != "sớm" {
		t.Errorf("no day: got %+v", none)
	}
}

func TestDraftReminder(t *testing.T) {
	t.Parallel()
	today := clock.MustDay("05/05/2024")
	tests := []struct {
		name string
		o    Obligation
		key  string
		days int
	}{
		{"late", Obligation{Kind: Order, Status: InProgress, DueOn: clock.MustDay("30/04/2024")}, "obligation.draft.overdue", 5},
		{"before its day", Obligation{Kind: Order, Status: Received, DueOn: clock.MustDay("15/05/2024")}, "obligation.draft.dated", 10},
		{"silent", Obligation{Kind: Standing, Status: Received, HeartbeatDays: 30}, "obligation.draft.undated", 53},
		{"request", Obligation{Kind: Request, Status: Assigned}, "obligation.draft.request", 53},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.o.AssignedAt = *at("13/03/2024 08:00:00")
			line := Line{Obligation: tt.o, LeadFullVi: "Sở A", DirectiveKind: "Thông báo", DirectiveTitle: "Kết luận"}
			got := line.DraftReminder(today, april2024.Calendar)
			if got.Key != tt.key || got.Days != tt.days || got.To != "Sở A" || got.Title != "Thông báo Kết luận" {
				t.Errorf("got %+v, want %s with %d days", got, tt.key, tt.days)
			}
		})
	}
}
