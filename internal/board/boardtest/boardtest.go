// Package boardtest fills a test database with open vacancies, as many as are
// wanted, alike in pay, place and words to those of the region's factories. It
// is imported by tests only.
package boardtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// trade is a kind of work with its occupation.
type trade struct{ title, occupation string }

var tradesOfFactories = []trade{
	{"Công nhân may công nghiệp", "8153"}, {"Thợ may mẫu", "7532"}, {"Công nhân lắp ráp linh kiện điện tử", "8212"},
	{"Nhân viên kiểm tra chất lượng (QC)", "7543"}, {"Vận hành máy CNC", "7223"}, {"Vận hành máy ép nhựa", "8142"},
	{"Lao động phổ thông đóng gói", "9321"}, {"LĐPT sản xuất tấm quang năng", "9329"}, {"Thợ hàn", "7212"},
	{"Nhân viên kho", "4321"}, {"Lái xe nâng", "8344"}, {"Lái xe đưa đón công nhân", "8331"}, {"Nhân viên bảo vệ", "5414"},
	{"Phụ bếp căng tin", "9412"}, {"Kỹ thuật viên bảo trì điện", "7412"}, {"Tạp vụ nhà xưởng", "9112"},
}

var makers = []string{"Điện tử", "May", "Bao bì", "Cơ khí", "Nhựa", "Quang năng", "Linh kiện", "Giày da", "Thực phẩm", "Gỗ"}

var names = []string{"Hòa Phát Lộc", "Đông Á", "Việt Tín", "Sao Mai", "Thành Công", "Hoàng Gia", "Bình Minh", "An Khang", "Đại Việt", "Tân Tiến"}

var (
	shifts   = []string{"office", "garment", "two_8h", "two_12h", "three"}
	benefits = []string{"meals_1", "insurance", "shuttle_bus", "dormitory", "housing_support", "training"}
)

// Size says how much to make.
type Size struct{ Vacancies, Employers int }

// Fill makes verified employers and published vacancies that close after
// today, and returns the ids of the vacancies, the oldest first.
func Fill(tb testing.TB, db *postgres.DB, today clock.Day, size Size) []int64 {
	tb.Helper()
	ctx := context.Background()
	random := rand.New(rand.NewPCG(13, 3))
	employers := fillEmployers(ctx, tb, db, size.Employers)
	zones, err := postgres.Values[int64](ctx, db, `SELECT id FROM zones WHERE status <> 'planned' ORDER BY id LIMIT 100`)
	check(tb, err)
	const columns = "code,employer_id,status,title,slug,occupation_code,zone_id,headcount,description,position,education," +
		"qualification,experience,contract,hours,shift,basic_wage,income_from,income_to,pay_note,benefits,conditions,papers," +
		"no_fee,contact_name,contact_phone,starts_on,closes_on,revision,created_at,published_at"
	_, err = db.CopyFrom(ctx, "vacancies", strings.Split(columns, ","), pgx.CopyFromSlice(size.Vacancies, func(i int) ([]any, error) {
		return vacancy(random, i, today, employers, zones), nil
	}))
	check(tb, err)
	check(tb, search.Rebuild(ctx, db))
	ids, err := postgres.Values[int64](ctx, db, `SELECT id FROM vacancies ORDER BY id LIMIT 1000000`)
	check(tb, err)
	return ids
}

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// fillEmployers makes employers with their bodies and returns their ids.
func fillEmployers(ctx context.Context, tb testing.TB, db *postgres.DB, n int) []int64 {
	tb.Helper()
	list, slugs := make([]string, n), make([]string, n)
	for i := range n {
		list[i] = fmt.Sprintf("Công ty TNHH %s %s %d", makers[i%len(makers)], names[i/len(makers)%len(names)], i+1)
		slugs[i] = fold.Slug(list[i])
	}
	ids, err := postgres.Values[int64](ctx, db, `
		WITH made AS (
			INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded, valid_from)
			SELECT t.slug, 'employer', 'destination', '24', t.name, t.name, t.name, t.name, '', '2024-03-13'
			FROM unnest(@slugs::text[], @names::text[]) AS t (slug, name)
			RETURNING id, slug, name_vi)
		INSERT INTO employers (body_id, tax_code, name, slug, folded, type, products, size_band, zone_id, address, living, state, created_at)
		SELECT id, 'test-' || id, name_vi, slug, '', 'private', 'linh kiện, bao bì', '501_1000',
			(SELECT min(id) FROM zones), 'Lô A1, phường Quang Châu, thị xã Việt Yên', 'Ký túc xá 8 người một phòng; có căng tin.', 'verified', @at
		FROM made
		RETURNING id`, pgx.StrictNamedArgs{"slugs": slugs, "names": list, "at": time.Date(2024, 3, 13, 0, 0, 0, 0, time.UTC)})
	check(tb, err)
	return ids
}

// vacancy is a row in the order of Fill's columns.
func vacancy(random *rand.Rand, i int, today clock.Day, employers, zones []int64) []any {
	work := tradesOfFactories[random.IntN(len(tradesOfFactories))]
	from := int64(14+random.IntN(8)) * 500_000
	at := today.Start().Add(-time.Duration(random.IntN(60*24*60)) * time.Minute)
	return []any{
		fmt.Sprintf("T%06d", i), employers[random.IntN(len(employers))], "published", work.title, fold.Slug(work.title),
		work.occupation, zones[random.IntN(len(zones))], 5 * (1 + random.IntN(100)),
		"Làm việc trong xưởng sạch, có điều hòa. Được hướng dẫn từ đầu, không cần kinh nghiệm.", "staff", "lower_secondary",
		"untrained", "none", "from_12_to_36", "full", shifts[random.IntN(len(shifts))], int64(5_000_000 + 10_000*random.IntN(60)),
		from, from + int64(1+random.IntN(8))*500_000, "Chuyên cần 500.000 đồng nếu không nghỉ ngày nào trong tháng.",
		benefits[random.IntN(3) : 3+random.IntN(len(benefits)-2)], []string{"indoor"}, "CCCD bản sao, giấy khám sức khỏe", true,
		"Phòng nhân sự", "+842043123456", today.Add(20), today.Add(1 + random.IntN(60)), 1, at, at,
	}
}
