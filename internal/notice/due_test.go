package notice

import (
	"testing"
	"time"

	"cauviec/internal/clock"
)

func TestDues(t *testing.T) {
	t.Parallel()
	// Wednesday, 17 April 2024.
	c := calendar{issued: PartialDate{2024, time.April, 17}, working: usualWorkingDay}
	for _, tt := range []struct {
		words, day, phrase string
		rule               Rule
	}{
		{"báo cáo trước ngày 15/5/2024", "2024-05-15", "trước ngày 15/5/2024", BeforeDay},
		{"báo cáo trước 15/5", "2024-05-15", "trước 15/5", BeforeDay},
		{"báo cáo trước ngày 05 tháng 6 năm 2024", "2024-06-05", "trước ngày 05 tháng 6 năm 2024", BeforeDay},
		{"báo cáo trước ngày 10/01", "2025-01-10", "trước ngày 10/01", BeforeDay},
		{"gửi trước 17h00 ngày 20/5/2024", "2024-05-20", "trước 17h00 ngày 20/5/2024", BeforeDay},
		{"trình truoc ngay l5-5-2O24", "2024-05-15", "truoc ngay l5-5-2O24", BeforeDay},
		{"chậm nhất là ngày 10.5.2024", "2024-05-10", "chậm nhất là ngày 10.5.2024", ByDay},
		{"bàn giao đến hết ngày 30/6/2024", "2024-06-30", "đến hết ngày 30/6/2024", ByDay},
		{"hoàn thành trong tháng 4/2024", "2024-04-30", "trong tháng 4/2024", InMonth},
		{"xong trước tháng 6/2024", "2024-05-31", "trước tháng 6/2024", BeforeMonth},
		{"trong tháng 5 và tháng 6/2024", "2024-06-30", "trong tháng 5 và tháng 6/2024", InMonth},
		{"trong tháng 11/2024 và tháng 12/2024", "2024-12-31", "trong tháng 11/2024 và tháng 12/2024", InMonth},
		{"gửi số liệu về Sở vào ngày 20/5/2024", "2024-05-20", "vào ngày 20/5/2024", ByDay},
		{"trong tháng 02/2025", "2025-02-28", "trong tháng 02/2025", InMonth},
		{"cuối tháng 9", "2024-09-30", "cuối tháng 9", InMonth},
		{"thời gian: đầu tháng 7/2024", "", "đầu tháng 7/2024", BeginningOf},
		{"trong quý II/2024", "2024-06-30", "trong quý II/2024", InQuarter},
		{"trong quý 4 năm 2024", "2024-12-31", "trong quý 4 năm 2024", InQuarter},
		{"trong 6 tháng cuối năm 2024", "2024-12-31", "trong 6 tháng cuối năm 2024", InHalfYear},
		{"trong năm 2025", "2025-12-31", "trong năm 2025", InYear},
		{"trong vòng 10 ngày kể từ ngày ban hành Thông báo này", "2024-04-27", "trong vòng 10 ngày kể từ ngày ban hành Thông báo này", WithinDays},
		{"trong thời hạn 03 ngày làm việc kể từ ngày ký", "2024-04-22", "trong thời hạn 03 ngày làm việc kể từ ngày ký", WithinWorkingDays},
		{"trong vòng 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "", "trong vòng 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", AfterEvent},
		{"từ ngày 25/5/2024 đến hết ngày 01/6/2024", "2024-06-01", "từ ngày 25/5/2024 đến hết ngày 01/6/2024", EndOfPeriod},
		{"báo cáo trước ngày 05 hằng tháng", "", "trước ngày 05 hằng tháng", Recurring},
		{"báo cáo trước ngày 10 của tháng cuối quý", "", "trước ngày 10 của tháng cuối quý", Recurring},
		{"khi có yêu cầu", "", "khi có yêu cầu", WhenRequested},
		{"theo Kế hoạch số 52/KH-UBND ngày 05/3/2024", "", "", ""},
		{"thống nhất tại cuộc họp ngày 20/5/2024", "", "", ""},
		{"tổ chức lễ ra quân vào ngày 20/5/2024", "", "", ""},
		{"đã hoàn thành trước ngày 31/3/2024", "", "", ""},
		{"vi phạm phát sinh trước ngày 01/7/2024", "", "", ""},
		{"lễ hội diễn ra từ ngày 10/5/2024 đến ngày 15/5/2024", "", "", ""},
		{"trong quý I/2024", "", "", ""},
		{"trước ngày 31/02/2025", "", "", ""},
		{"giai đoạn 2021 - 2025", "", "", ""},
		{"bố trí kinh phí hằng năm", "", "", ""},
	} {
		t.Run(tt.words, func(t *testing.T) {
			t.Parallel()
			v := viewOf(tt.words, span{0, len(tt.words)})
			list := c.dues(v, 0, len(v.s))
			if tt.rule == "" {
				if len(list) > 0 {
					t.Errorf("found %v in %q", list[0], v.words(list[0].from, list[0].to))
				}
				return
			}
			if len(list) != 1 {
				t.Fatalf("%d deadlines: %v", len(list), list)
			}
			got := list[0]
			if got.rule != tt.rule || got.day.ISO() != tt.day || v.words(got.from, got.to) != tt.phrase {
				t.Errorf("got %s %s %q", got.rule, got.day.ISO(), v.words(got.from, got.to))
			}
		})
	}
}

func TestWorkingDaysAreTheCallers(t *testing.T) {
	t.Parallel()
	const text = "Số: 5/TB-UBND\nLạng Sơn, ngày 26 tháng 4 năm 2024\nTHÔNG BÁO\n1. Sở Y tế báo cáo trong vòng 2 ngày làm việc kể từ ngày ban hành.\n"
	off := clock.MustDay("29/4/2024")
	for _, tt := range []struct {
		name string
		o    Options
		want string
	}{
		{"fixed holidays", Options{}, "2024-05-02"},
		{"a swapped day too", Options{WorkingDay: func(d clock.Day) bool { return d != off && usualWorkingDay(d) }}, "2024-05-03"},
	} {
		n, err := ReadWith(text, tt.o)
		if err != nil || len(n.Proposals) != 1 {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got := n.Proposals[0].Deadline.ISO(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestRecurrence(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"hang tuan": "weekly", "truoc ngay 05 hang thang": "monthly", "dinh ky quy": "quarterly", "hang nam": "yearly", "6 thang": "half-yearly",
	} {
		if got := recurrence(words); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}
