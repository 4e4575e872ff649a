package demo

import (
	"context"

	"cauviec/internal/complaint"
	"cauviec/internal/postgres"
)

// told is a complaint of the sample world, and how far the centre has come.
type told struct {
	daysAgo int
	ours    bool // of a vacancy of ours, else of an advert seen elsewhere
	nth     int  // which vacancy
	new     complaint.New
	then    func(s *complaint.Store, ctx context.Context, w *world, id int64) error
}

// makeComplaints lets people tell of bad adverts. It draws nothing by chance.
func (w *world) makeComplaints(ctx context.Context) error {
	codes, err := postgres.Values[string](ctx, w.db, `
		SELECT code FROM vacancies WHERE status = 'published' AND closes_on >= $1 ORDER BY id LIMIT 3`, w.today())
	if err != nil {
		return err
	}
	store := &complaint.Store{DB: w.db, Now: w.clock}
	for _, c := range complaintsTold {
		w.goTo(c.daysAgo, 9, 20)
		if c.ours {
			c.new.Advert = codes[c.nth]
		}
		if err := w.complain(ctx, store, c); err != nil {
			return err
		}
	}
	_, err = w.db.Exec(ctx, `UPDATE complaints SET sample = true`)
	return err
}

func (w *world) complain(ctx context.Context, store *complaint.Store, c told) error {
	receipt, err := store.Receive(ctx, c.new)
	if err != nil || c.then == nil {
		return err
	}
	id, err := postgres.Value[int64](ctx, w.db, `SELECT id FROM complaints WHERE code = $1`, receipt)
	if err != nil {
		return err
	}
	return c.then(store, ctx, w, id)
}

var complaintsTold = []told{
	{daysAgo: 40, ours: true, nth: 2, new: complaint.New{Grounds: []complaint.Ground{complaint.Place}, Words: "Tin ghi làm ở xưởng chính, đến nơi bảo sang xưởng khác."},
		then: func(s *complaint.Store, ctx context.Context, w *world, id int64) error {
			return s.Settle(ctx, w.actor("ls-ttdvvl"), id, 1, "Công ty đã sửa nơi làm việc trong tin.")
		}},
	{daysAgo: 21, new: complaint.New{Advert: "Tờ rơi ở cổng chợ, ghi lương 25 triệu, bảo kết bạn Zalo", Grounds: []complaint.Ground{complaint.Absent},
		Words: "Gọi số trên tờ rơi không ai nghe."},
		then: func(s *complaint.Store, ctx context.Context, w *world, id int64) error {
			return s.Dismiss(ctx, w.actor("ls-ttdvvl"), id, 1, "Không phải tin của Trung tâm; đã báo công an xã để biết.")
		}},
	{daysAgo: 6, ours: true, nth: 1, new: complaint.New{Grounds: []complaint.Ground{complaint.Pay}, Words: "Hỏi phòng nhân sự thì lương cơ bản thấp hơn tin."}},
	{daysAgo: 3, ours: true, nth: 0, new: complaint.New{Grounds: []complaint.Ground{complaint.Money}, Phone: "0912000111",
		Words: "Có người ở cổng công ty bảo nộp 1,5 triệu mới được vào phỏng vấn."},
		then: func(s *complaint.Store, ctx context.Context, w *world, id int64) error {
			return s.TakeUp(ctx, w.actor("ls-ttdvvl"), id, 1)
		}},
	{daysAgo: 1, ours: true, nth: 0, new: complaint.New{Grounds: []complaint.Ground{complaint.Money, complaint.Papers}, Words: "Người dẫn đi đòi giữ căn cước gốc và 500.000 đồng tiền xe."}},
	{daysAgo: 1, new: complaint.New{Advert: "Nhóm Facebook “Việc làm Bắc Giang lương cao”, bài dùng tên Trung tâm", Grounds: []complaint.Ground{complaint.Impostor, complaint.Money},
		Words: "Bảo chuyển khoản 300.000 đồng tiền hồ sơ."}},
}
