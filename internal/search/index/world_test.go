package index_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
	"cauviec/internal/search"
)

var today = clock.MustDay("10/04/2026")

// noon is the present instant of the tests.
func noon() time.Time { return today.Start().Add(12 * time.Hour) }

// world is a database in which vacancies come, change and go.
type world struct {
	*postgres.DB
	tb        testing.TB
	random    *rand.Rand
	employers []int64
	zones     []zone
	live      []search.Entry
}

type zone struct {
	ID       int64
	Slug     string
	Name     string
	Lat, Lon float64
}

func newWorld(tb testing.TB, db *postgres.DB, seed uint64) *world {
	tb.Helper()
	w := &world{DB: db, tb: tb, random: rand.New(rand.NewPCG(seed, 5))}
	var err error
	w.zones, err = postgres.All[zone](context.Background(), db, `SELECT id, slug, name, lat, lon FROM zones ORDER BY id LIMIT 8`)
	w.check(err)
	for i, name := range makers {
		w.employers = append(w.employers, w.employer(i, name))
	}
	return w
}

func (w *world) check(err error) {
	w.tb.Helper()
	if err != nil {
		w.tb.Fatal(err)
	}
}

func (w *world) exec(sql string, args pgx.StrictNamedArgs) {
	w.tb.Helper()
	_, err := w.Exec(context.Background(), sql, args)
	w.check(err)
}

var makers = []string{"Công ty TNHH Hòa Phát Lộc", "Công ty May Đông Á", "Cty CP Bao bì Việt Tín", "Luxshare ICT", "Cơ khí Sao Mai"}

func (w *world) employer(n int, name string) int64 {
	w.tb.Helper()
	id, err := postgres.Value[int64](context.Background(), w.DB, `
		WITH b AS (
			INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded, valid_from)
			VALUES (@slug, 'employer', 'destination', '24', @name, @name, @name, @name, '', '2024-03-13') RETURNING id)
		INSERT INTO employers (body_id, tax_code, name, slug, folded, type, address, state, created_at)
		SELECT id, @slug, @name, @slug, '', 'private', 'x', 'verified', @at FROM b RETURNING id`,
		pgx.StrictNamedArgs{"slug": fmt.Sprintf("dn-%d", n), "name": name, "at": noon()})
	w.check(err)
	return id
}

func pick[T any](w *world, list []T) T { return list[w.random.IntN(len(list))] }

// some returns some of a list, in its order.
func some(w *world, list []string) []string {
	var found []string
	for _, one := range list {
		if w.random.IntN(3) == 0 {
			found = append(found, one)
		}
	}
	return found
}

var (
	works       = []string{"Công nhân may", "Vận hành máy", "Thợ hàn", "Nhân viên kho", "May công nghiệp", "Lái xe nâng", "LĐPT đóng gói", "CONG NHAN MAY", "Kiểm tra chất lượng (QC)"}
	extras      = []string{"", "", "ca đêm", "KCN Quang Châu", "có KTX", "cả ngày", "máy CNC", "tháng 4"}
	occupations = []string{"8153", "8219", "9321", "82", "7212", ""}
	shifts      = []string{"office", "garment", "two_12h", "three", ""}
	said        = []string{"", "May mắn, có máy lạnh.", "Nhận cả vợ chồng", "Không có ký túc xá", "phòng sạch, kính hiển vi", "Trực điện ca đêm; thợ hàn là lợi thế"}
	perks       = []string{"insurance", "dormitory", "shuttle_bus", "meals_1", "meal_money", "training"}
)

// entry invents a vacancy without a number.
func (w *world) entry() search.Entry {
	n := w.random.IntN(len(w.employers))
	e := search.Entry{
		Title:       pick(w, works) + " " + pick(w, extras),
		PublishedAt: noon().Add(-time.Duration(w.random.IntN(60)) * time.Hour),
		ClosesOn:    today.Add(w.random.IntN(12) - 2), OccupationCode: pick(w, occupations),
		EmployerID: w.employers[n], Employer: makers[n], Occupation: pick(w, []string{"Thợ may, thợ thêu", "Thợ vận hành máy", "Lao động giản đơn"}),
		IncomeFrom: w.income(), IncomeTo: w.income(), Shift: pick(w, shifts), Benefits: some(w, perks),
		Couples: w.random.IntN(3) == 0, NoExperience: w.random.IntN(2) == 0, Text: pick(w, said) + " " + pick(w, said),
	}
	if w.random.IntN(5) > 0 {
		z := pick(w, w.zones)
		e.ZoneID, e.Zone, e.Lat, e.Lon = z.ID, z.Name, &z.Lat, &z.Lon
	}
	return e
}

// income is now round, now not, and at times beyond all steps.
func (w *world) income() int64 {
	return pick(w, []int64{7e6, 8e6, 8e6, 9_500_000, 10e6, 11_999_999, 12e6, 15e6, 59_999_999, 60e6, 61_500_000, 0})
}

// add publishes a new vacancy.
func (w *world) add() {
	w.tb.Helper()
	e := w.entry()
	var err error
	e.VacancyID, err = postgres.Value[int64](context.Background(), w.DB, `
		INSERT INTO vacancies (code, employer_id, status, title, slug, closes_on, published_at, created_at, benefits, zone_id, headcount)
		VALUES (gen_random_uuid()::text, @employer, 'published', @title, 'x', @closes, @at, @at, @benefits, NULLIF(@zone::bigint, 0), 5)
		RETURNING id`, pgx.StrictNamedArgs{"employer": e.EmployerID, "title": e.Title, "closes": e.ClosesOn, "at": e.PublishedAt,
		"benefits": append([]string{}, e.Benefits...), "zone": e.ZoneID})
	w.check(err)
	w.put(e)
	w.live = append(w.live, e)
}

func (w *world) put(e search.Entry) {
	w.tb.Helper()
	w.exec(`UPDATE vacancies SET title = @title, closes_on = @closes, published_at = @at WHERE id = @id`,
		pgx.StrictNamedArgs{"id": e.VacancyID, "title": e.Title, "closes": e.ClosesOn, "at": e.PublishedAt})
	w.check(search.Put(context.Background(), w.DB, e))
}

// change does one random thing.
func (w *world) change() {
	w.tb.Helper()
	ctx, i := context.Background(), w.random.IntN(len(w.live))
	switch w.random.IntN(10) {
	case 0, 1, 2, 3:
		w.add()
	case 4, 5:
		e := w.entry()
		e.VacancyID = w.live[i].VacancyID
		if w.random.IntN(2) == 0 {
			e.PublishedAt = w.live[i].PublishedAt
		}
		w.live[i] = e
		w.put(e)
	case 6, 7:
		w.check(search.Remove(ctx, w.DB, w.live[i].VacancyID))
	case 8:
		w.put(w.live[i])
	default:
		id := pick(w, w.employers)
		w.exec(`UPDATE employers SET state = @state WHERE id = @id`,
			pgx.StrictNamedArgs{"id": id, "state": pick(w, []string{"verified", "verified", "suspended"})})
		w.check(search.EmployerChanged(ctx, w.DB, id))
	}
}

var asks = []string{"may", "máy", "công nhân", "cong nhan may", "kho", "tho han", "quang chau", "kcn", "qc", "ktx", "ldpt", "việc làm may có ktx",
	"hoa phat", "maay hafn", "thowj may", "ma1y", "congnhan may", "luxshate", "khoo", "luxshare abcde", "vợ chồng có ktx", "may 9tr", "kho lương từ 9,5 triệu",
	"không cần kinh nghiệm", "việc làm", "thợ", "kính hiển vi", "kinh hien vj", "may qc", "kcn qc", "khu công nghiệp", "quag chau", "bắc giang", "3 ca", "lao dong pho thong", "may luxshare", "xyz", "'", "ca đêm", "sao mai hàn",
	"lương cao", "may luong cao", "kho gần nhà", "gan nha", "công nhân lương cao gần nhà", "gần nhà thu nhập cao may", "không cần lương cao"}

// query asks something at random.
func (w *world) query() search.Query {
	maybe := func(odds int) bool { return w.random.IntN(odds) == 0 }
	q := search.Query{Sort: pick(w, append(search.Sorts(), "")), Limit: 1 + w.random.IntN(12), Faceted: maybe(2), Uncounted: maybe(8)}
	if maybe(2) {
		q.Text = pick(w, asks)
	}
	if maybe(3) {
		for range 1 + w.random.IntN(3) {
			q.Zones = append(q.Zones, pick(w, w.zones).Slug)
		}
		q.Zones = append(q.Zones, "Khong Co")
	}
	if maybe(4) {
		q.Occupations = []string{pick(w, []string{"8", "82", "815", "9321", "x", "93219"}), "72"}[:1+w.random.IntN(2)]
	}
	if maybe(3) {
		q.MinIncome = pick(w, []int64{1, 8e6, 8_000_001, 9_500_000, 10e6, 12e6, 59_999_999, 60e6, 60_000_001, 90e6})
	}
	if maybe(4) {
		q.Shifts = some(w, append(shifts, "three"))
	}
	if maybe(4) {
		q.Benefits = []string{pick(w, append(perks, search.Meals, search.Transport, search.Couples, search.NoExperience, "nursery")), pick(w, perks)}[:1+w.random.IntN(2)]
	}
	if maybe(9) {
		q.EmployerID = pick(w, w.employers)
	}
	if maybe(2) {
		q.Home = reference.Point{Lat: 21.85 - w.random.Float64(), Lon: 106.76}
	}
	return q
}
