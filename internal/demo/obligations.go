package demo

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
)

// duty is an obligation as it was assigned.
type duty struct {
	ID      int64
	Clause  string
	Part    int // of the clause, from 1
	Lead    string
	Kind    obligation.Kind
	Founded bool // from the founding notice
}

// makeObligations lets the bodies work what the founding notice and a sample
// paper ask of them: some on time, some late, some silent, some at odds.
func (w *world) makeObligations(ctx context.Context) error {
	if err := w.enterSamplePaper(ctx); err != nil {
		return err
	}
	duties, err := postgres.All[duty](ctx, w.db, `
		SELECT o.id, c.path AS clause, (row_number() OVER (PARTITION BY o.clause_id, o.lead_body_id ORDER BY o.id))::int AS part,
		       b.slug AS lead, o.kind, NOT d.sample AS founded
		FROM obligations o JOIN clauses c ON c.id = o.clause_id JOIN bodies b ON b.id = o.lead_body_id JOIN directives d ON d.id = o.directive_id
		WHERE o.parent_id IS NULL ORDER BY o.id`)
	if err != nil {
		return err
	}
	store := &obligation.Store{DB: w.db, Now: w.clock}
	for i, d := range duties {
		work := w.workSample
		if d.Founded {
			work = w.workFounding
		}
		if err := work(ctx, store, d, i); err != nil {
			return err
		}
	}
	return nil
}

// workFounding plays half a year of the founding notice.
func (w *world) workFounding(ctx context.Context, s *obligation.Store, d duty, i int) error {
	switch d.Clause {
	case "1":
		return w.on(45, func() error { return s.Remind(ctx, w.actor("ls-ubnd"), d.ID, wordsFriendly) })
	case "2.1.a":
		return w.beat(ctx, s, w.actor("ls-ttdvvl"), d.ID, []int{150, 118, 88, 59, 31, 13 - 6*d.Part}, centreNews)
	case "2.1.b":
		return w.beat(ctx, s, w.actor("ls-sldtbxh"), d.ID, []int{140, 104, 71}, labourNews)
	case "2.2":
		return w.coachLine(ctx, s, d)
	case "2.3":
		return w.media(ctx, s, d)
	case "2.4":
		return w.district(ctx, s, d, i)
	}
	return nil
}

// on runs do on the day that lies days before today, in office hours.
func (w *world) on(daysAgo int, do func() error) error {
	w.goTo(daysAgo, w.between(8, 11), w.between(0, 59))
	return do()
}

// beat receives an obligation and tells of progress on the given days.
func (w *world) beat(ctx context.Context, s *obligation.Store, who access.Actor, id int64, days []int, news []string) error {
	if err := w.on(176, func() error { return s.Receive(ctx, who, id) }); err != nil {
		return err
	}
	return w.tell(ctx, s, who, id, days, news)
}

// tell sends an update on each of the given days.
func (w *world) tell(ctx context.Context, s *obligation.Store, who access.Actor, id int64, days []int, news []string) error {
	for i, day := range days {
		if err := w.on(max(day, 1), func() error { return s.Progress(ctx, who, id, news[i%len(news)]) }); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) coachLine(ctx context.Context, s *obligation.Store, d duty) error {
	err := w.beat(ctx, s, w.actor("ls-sgtvt"), d.ID, []int{121, 64}, transportNews)
	if err == nil {
		err = w.on(60, func() error {
			return s.StateCounterpart(ctx, w.actor("bg-sgtvt"), d.ID, obligation.Working, "Đang lấy số liệu ca kíp để đề xuất giờ xuất bến")
		})
	}
	if err == nil {
		err = w.on(24, func() error { return s.Remind(ctx, w.actor("ls-ubnd"), d.ID, wordsLate) })
	}
	return err
}

// media: the newspapers agree on a plan and it is accepted; the broadcasters
// do not agree yet.
func (w *world) media(ctx context.Context, s *obligation.Store, d duty) error {
	who := w.actor(d.Lead)
	if d.Lead == "ls-dai" {
		err := w.beat(ctx, s, who, d.ID, []int{96, 26}, mediaNews)
		if err == nil {
			err = w.on(22, func() error {
				return s.StateCounterpart(ctx, w.actor("bg-dai"), d.ID, obligation.Disputed, "Chưa thống nhất khung giờ phát chuyên mục; đề nghị 18 giờ thay vì 11 giờ")
			})
		}
		return err
	}
	err := w.beat(ctx, s, who, d.ID, []int{100}, mediaNews)
	if err == nil {
		err = w.on(93, func() error {
			return s.StateCounterpart(ctx, w.actor("bg-bao"), d.ID, obligation.Agreed, "Đã thống nhất kế hoạch phối hợp")
		})
	}
	if err == nil {
		err = w.report(ctx, s, who, d.ID, 90, "Báo cáo kế hoạch phối hợp tuyên truyền với Báo Bắc Giang: mỗi tháng hai bài, một bảng tin việc làm.")
	}
	if err == nil {
		err = w.decide(ctx, s, d.ID, 86, "")
	}
	return err
}

// district: most tell of their drives each month, three have gone silent, one
// has not even received, and two passed it on to their communes.
func (w *world) district(ctx context.Context, s *obligation.Store, d duty, i int) error {
	switch d.Lead {
	case "ls-dinh-lap":
		return nil
	case "ls-binh-gia", "ls-van-quan", "ls-trang-dinh":
		return w.beat(ctx, s, w.actor(d.Lead), d.ID, []int{128, 97 - i}, districtNews)
	}
	if err := w.beat(ctx, s, w.actor(d.Lead), d.ID, []int{130}, districtNews); err != nil {
		return err
	}
	if d.Lead == "ls-huu-lung" || d.Lead == "ls-chi-lang" {
		if err := w.passOn(ctx, s, d); err != nil {
			return err
		}
	}
	return w.tell(ctx, s, w.actor(d.Lead), d.ID, []int{99, 70, 41, 3 + i}, districtNews)
}

// passOn gives the obligation to the communes, of which most answer.
func (w *world) passOn(ctx context.Context, s *obligation.Store, d duty) error {
	err := w.on(120, func() error {
		_, err := s.PassOn(ctx, w.actor(d.Lead), d.ID)
		return err
	})
	if err != nil {
		return err
	}
	children, err := postgres.All[duty](ctx, w.db, `
		SELECT o.id, '' AS clause, 0 AS part, b.slug AS lead, o.kind, true AS founded
		FROM obligations o JOIN bodies b ON b.id = o.lead_body_id WHERE o.parent_id = $1 ORDER BY o.id`, d.ID)
	if err != nil {
		return err
	}
	for _, child := range children {
		if !w.chance(72) {
			continue
		}
		if err := w.load(ctx, child.Lead); err != nil {
			return err
		}
		who := w.actor(child.Lead)
		if err := w.on(w.between(80, 118), func() error { return s.Receive(ctx, who, child.ID) }); err != nil {
			return err
		}
		if w.chance(65) {
			if err := w.on(w.between(2, 75), func() error { return s.Progress(ctx, who, child.ID, pick(w, communeNews)) }); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *world) report(ctx context.Context, s *obligation.Store, who access.Actor, id int64, daysAgo int, words string, files ...attachment.File) error {
	return w.on(daysAgo, func() error {
		_, err := s.Report(ctx, who, id, words, files)
		return err
	})
}

// decide accepts the newest report, or returns it when there is a reason.
func (w *world) decide(ctx context.Context, s *obligation.Store, id int64, daysAgo int, reason string) error {
	seen, err := postgres.One[obligation.Seen](ctx, w.db, `
		SELECT (SELECT max(r.id) FROM reports r WHERE r.obligation_id = o.id AND r.kind <> 'progress') AS report, o.version
		FROM obligations o WHERE o.id = $1`, id)
	if err != nil {
		return err
	}
	return w.on(daysAgo, func() error {
		if reason != "" {
			return s.Return(ctx, w.actor("ls-ubnd"), id, seen, reason)
		}
		return s.Accept(ctx, w.actor("ls-ubnd"), id, seen, "")
	})
}
