package demo

import (
	"context"
	_ "embed" // the sample paper
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/notice"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
)

// samplePaper is an invented notice whose days are filled in from today. It
// goes through the reader and the clerk's confirmation as any other paper.
//
//go:embed paper.txt
var samplePaper string

// issued is how many days before today the sample paper is dated.
const issued = 84

func (w *world) enterSamplePaper(ctx context.Context) error {
	n, err := notice.Read(w.dated(samplePaper))
	if err != nil {
		return err
	}
	store := &directive.Store{DB: w.db, Now: w.clock}
	office := w.actor("ls-ubnd")
	return w.on(issued-1, func() error {
		id, err := store.Enter(ctx, office, "van-ban-mau.txt", n)
		if err != nil {
			return err
		}
		d, err := store.Get(ctx, office.Scope(access.EnterDirectives), id)
		if err != nil {
			return err
		}
		if _, err := store.Confirm(ctx, office, id, d.Version); err != nil {
			return err
		}
		_, err = w.db.Exec(ctx, `UPDATE directives SET sample = true WHERE id = $1`, id)
		return err
	})
}

// dated fills in {+12} and {-40}: days from today, as dd/mm/yyyy; {issued} as
// the head of a paper writes it.
func (w *world) dated(text string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		word, after, _ := strings.Cut(rest, "}")
		b.WriteString(w.day(word))
		text = after
	}
}

func (w *world) day(word string) string {
	if word == "issued" {
		return longDay(w.today().Add(-issued))
	}
	days := 0
	for _, digit := range word[1:] {
		days = days*10 + int(digit-'0')
	}
	if word[0] == '-' {
		days = -days
	}
	return w.today().Add(days).String()
}

// longDay writes a day as papers do: "ngày 05 tháng 4 năm 2024".
func longDay(d clock.Day) string {
	words := d.String()
	day, month, year := words[:2], words[3:5], words[6:]
	if month > "02" {
		month = strings.TrimPrefix(month, "0")
	}
	return "ngày " + day + " tháng " + month + " năm " + year
}

// workSample plays the life of each clause of the sample paper.
func (w *world) workSample(ctx context.Context, s *obligation.Store, d duty, _ int) error {
	who := w.actor(d.Lead)
	begin := func() error { return w.on(issued-3, func() error { return s.Receive(ctx, who, d.ID) }) }
	steps := map[string][]func() error{
		"1": {begin, func() error {
			table, err := w.demand(ctx)
			if err != nil {
				return err
			}
			return w.report(ctx, s, who, d.ID, 66, "Đã tổng hợp nhu cầu quý tới của 31 doanh nghiệp, gửi kèm bảng số liệu.", table)
		},
			func() error { return w.decide(ctx, s, d.ID, 64, "") }},
		"2": {begin, func() error {
			return w.report(ctx, s, who, d.ID, 31, "Đã in và chuyển 12.000 tờ rơi về 200 xã, phường, thị trấn.")
		},
			func() error { return w.decide(ctx, s, d.ID, 29, "") }},
		"3": {begin, func() error {
			return w.on(50, func() error { return s.Progress(ctx, who, d.ID, "Đã khảo sát 7 trên 11 huyện, thành phố.") })
		}},
		"4": {begin, func() error { return w.report(ctx, s, who, d.ID, 12, "Đã mở chuyên mục, đăng hai kỳ.") },
			func() error {
				return w.decide(ctx, s, d.ID, 10, "Chưa nêu số lượng cần tuyển và chế độ đãi ngộ như yêu cầu; đề nghị bổ sung")
			}},
		"5": {begin, func() error {
			return w.report(ctx, s, who, d.ID, 2, "Đã phát 8 phóng sự, 16 bản tin; kèm lịch phát tháng tới.", airTimes)
		}},
		"6": {begin, func() error {
			return w.on(15, func() error {
				return s.AskExtension(ctx, who, d.ID, w.today().Add(26), "Chờ hoàn thành sửa nhà văn hóa xã")
			})
		}, func() error { return w.on(13, func() error { return w.grant(ctx, s, d.ID) }) }},
		"7": {begin, func() error {
			return w.on(8, func() error {
				return s.AskExtension(ctx, who, d.ID, w.today().Add(10), "Hai xã bị chia cắt do mưa lũ, chưa rà soát xong")
			})
		}},
		"8": {},
		"9": {begin, func() error {
			return w.on(30, func() error {
				return s.Suspend(ctx, w.actor("ls-ubnd"), d.ID, "Chờ quyết định sắp xếp lại đơn vị")
			})
		}},
		"10": {func() error {
			return w.on(40, func() error {
				return s.Answer(ctx, w.actor("bg-ubnd"), d.ID, "UBND tỉnh Bắc Giang đã giao Ban Quản lý các khu công nghiệp rà soát chỗ ở cho lao động ngoại tỉnh.")
			})
		}},
	}
	for _, step := range steps[d.Clause] {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// grant gives the time that was asked for.
func (w *world) grant(ctx context.Context, s *obligation.Store, id int64) error {
	extension, err := postgres.Value[int64](ctx, w.db, `SELECT id FROM extensions WHERE obligation_id = $1 AND decision = ''`, id)
	if err != nil {
		return err
	}
	return s.Grant(ctx, w.actor("ls-ubnd"), id, extension, "Đồng ý gia hạn một lần")
}
