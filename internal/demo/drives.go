package demo

import (
	"context"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/drive"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

const driveCount = 60

// makeDrives plans drives over all districts from five months ago to five
// weeks ahead, and takes each as far as its day allows.
func (w *world) makeDrives(ctx context.Context) error {
	store := &drive.Store{DB: w.db, Now: w.clock}
	districts := w.districts()
	for n := range driveCount {
		daysAgo := 150 - n*3 - w.between(0, 2) // negative: ahead
		c := w.communeIn(districts[n%len(districts)])
		if err := w.makeDrive(ctx, store, n, daysAgo, c); err != nil {
			return err
		}
	}
	_, err := w.db.Exec(ctx, `UPDATE drives SET sample = true`)
	return err
}

func (w *world) districts() []string {
	var slugs []string
	for _, c := range w.communes {
		if len(slugs) == 0 || slugs[len(slugs)-1] != c.District {
			slugs = append(slugs, c.District)
		}
	}
	return unique(slugs)
}

func unique(list []string) []string {
	seen := map[string]bool{}
	var once []string
	for _, word := range list {
		if !seen[word] {
			seen[word] = true
			once = append(once, word)
		}
	}
	return once
}

func (w *world) communeIn(district string) communeOf {
	var in []communeOf
	for _, c := range w.communes {
		if c.District == district {
			in = append(in, c)
		}
	}
	return pick(w, in)
}

func (w *world) makeDrive(ctx context.Context, store *drive.Store, n, daysAgo int, c communeOf) error {
	planner := w.actor(c.District)
	if n%4 == 0 {
		planner = w.actor("ls-ttdvvl")
	}
	w.goTo(max(daysAgo+w.between(10, 20), w.between(5, 9)), 9, w.between(0, 59))
	vacancies, err := w.openNow(ctx)
	if err != nil {
		return err
	}
	day := w.today().Add(-daysAgo)
	hour := pick(w, []int{7, 8, 8, 13, 14})
	kind := []drive.Kind{drive.MobileSession, drive.Counselling, drive.Fair}[w.weighted(6, 5, 1)]
	place := strings.TrimPrefix(c.Name, "UBND ")
	id, err := store.Plan(ctx, planner, drive.Plan{
		Kind: kind, Commune: c.BodyID, Title: driveTitle(kind, place), Venue: pick(w, venues), StartsAt: day.At(hour, 30), EndsAt: day.At(hour+3, 0),
		Note: "Mời bà con mang theo căn cước; có cán bộ Trung tâm Dịch vụ việc làm hướng dẫn đăng ký.", Vacancies: vacancies,
	})
	if err != nil {
		return err
	}
	return w.runDrive(ctx, store, driveRun{id: id, orders: vacancies, planner: planner, district: w.actor(c.District), daysAgo: daysAgo, kind: kind, n: n})
}

var venues = []string{"Nhà văn hóa xã", "Hội trường UBND xã", "Sân trường THCS", "Nhà văn hóa thôn trung tâm", "Chợ phiên xã"}

func driveTitle(kind drive.Kind, place string) string {
	switch kind {
	case drive.Fair:
		return "Ngày hội việc làm " + place
	case drive.Counselling:
		return "Tư vấn, giới thiệu việc làm Bắc Giang tại " + place
	}
	return "Phiên giao dịch việc làm lưu động tại " + place
}

// openNow draws a few vacancies that are open at the world's instant.
func (w *world) openNow(ctx context.Context) ([]int64, error) {
	return postgres.Values[int64](ctx, w.db, `
		SELECT v.id FROM vacancies v JOIN employers e ON e.id = v.employer_id
		WHERE v.status = $1 AND v.closes_on >= $2 AND v.published_at <= $3 AND e.state = 'verified'
		ORDER BY md5(v.id::text || $4::int::text) LIMIT $5`,
		string(vacancy.Published), w.today(), w.at, w.rand.IntN(1000), w.between(2, 6))
}

type driveRun struct {
	id       int64
	orders   []int64 // that it brings
	planner  access.Actor
	district access.Actor
	daysAgo  int
	kind     drive.Kind
	n        int
}

// runDrive takes a drive through its life up to today. Some wait for the
// commune, some owe their report, one was postponed and one cancelled.
func (w *world) runDrive(ctx context.Context, store *drive.Store, r driveRun) error {
	version := 0
	step := func(daysAgo, hour int, do func(version int) error) error {
		if daysAgo < 0 {
			return nil
		}
		w.goTo(daysAgo, hour, w.between(0, 59))
		version++
		return do(version)
	}
	before := r.daysAgo + w.between(6, 8)
	if r.daysAgo < -12 && r.n%3 == 0 {
		return nil // waits for the commune
	}
	err := step(max(before, w.between(3, 4)), 15, func(v int) error {
		return store.Agree(ctx, r.planner, r.id, v, "Chủ tịch xã trả lời qua điện thoại")
	})
	if err != nil || r.daysAgo < -20 {
		return err
	}
	if err := step(max(before-1, w.between(1, 2)), 16, func(v int) error { return store.Announce(ctx, r.planner, r.id, v) }); err != nil {
		return err
	}
	switch r.n {
	case 17:
		return step(r.daysAgo+2, 9, func(v int) error {
			return store.Postpone(ctx, r.planner, r.id, v, "Mưa lớn, đường vào xã sạt lở")
		})
	case 29:
		return step(r.daysAgo+3, 9, func(v int) error {
			return store.Cancel(ctx, r.planner, r.id, v, "Trùng lịch tiếp xúc cử tri của xã")
		})
	}
	if r.daysAgo <= 0 || r.n%11 == 7 && r.daysAgo < 40 {
		return nil // ahead, or owes its report
	}
	err = step(max(r.daysAgo-w.between(0, 4), 0), 17, func(v int) error {
		results := w.results(r.kind)
		return store.Report(ctx, r.district, r.id, v, results, shares(results, r.orders, r.n%5 == 2))
	})
	if err != nil || r.n%3 == 0 {
		return err
	}
	colleague := w.actor(r.district.BodySlug + second)
	return step(max(r.daysAgo-6, 0), 10, func(v int) error { return store.Verify(ctx, colleague, r.id, v) })
}

// results draws plausible counts, each stage at most the one before.
func (w *world) results(kind drive.Kind) drive.Results {
	attended := w.between(28, 95)
	if kind == drive.Fair {
		attended = w.between(150, 420)
	}
	part := func(of, low, high int) int { return of * w.between(low, high) / 100 }
	r := drive.Results{Attended: attended, Women: part(attended, 42, 62), EthnicMinority: part(attended, 70, 97),
		PoorHousehold: part(attended, 8, 30), Counselled: part(attended, 55, 90), Leaflets: attended * 2}
	r.Registered = part(r.Counselled, 20, 45)
	r.Interviewed = part(r.Registered, 45, 90)
	r.Shortlisted = part(r.Interviewed, 50, 85)
	r.Hired = part(r.Shortlisted, 15, 55)
	if w.chance(25) {
		r.Difficulties = pick(w, []string{
			"Sóng điện thoại yếu, chưa đăng ký được tại chỗ; ghi phiếu giấy.",
			"Bà con ngại đi xa khi con còn nhỏ; hỏi nhiều về chỗ ở cho vợ chồng.",
			"Doanh nghiệp đến muộn do đường đèo có sương mù.",
		})
	}
	return r
}

// shares parts a drive's counts over its orders: each takes half of what those
// before left, the last one all of it, unless the people did not say for whom
// they came.
func shares(r drive.Results, orders []int64, unsaid bool) []drive.Share {
	list := make([]drive.Share, len(orders))
	for i, order := range orders {
		list[i] = drive.Share{Vacancy: order, Registered: (r.Registered + 1) / 2, Hired: (r.Hired + 1) / 2}
		if i == len(orders)-1 && !unsaid {
			list[i].Registered, list[i].Hired = r.Registered, r.Hired
		}
		r.Registered -= list[i].Registered
		r.Hired -= list[i].Hired
	}
	return list
}
