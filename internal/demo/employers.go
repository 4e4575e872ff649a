package demo

import (
	"context"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/employer"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
)

// employerOf is a sample employer with what it makes and where.
type employerOf struct {
	ID       int64
	Zone     zoneOf
	Trade    trade
	Account  string
	Verified bool
}

// zoneOf is an industrial zone.
type zoneOf struct {
	ID   int64
	Slug string
	Name string
}

const employerCount = 40

// Where the employers are, by how many work there.
var zoneWeights = []struct {
	slug   string
	weight int
}{
	{"quang-chau", 11}, {"van-trung", 9}, {"dinh-tram", 7}, {"song-khe-noi-hoang", 5}, {"viet-han", 3}, {"hoa-phu", 4}, {"yen-lu", 1},
}

// makeEmployers enters the employers, most of them verified, each with an
// account of its own.
func (w *world) makeEmployers(ctx context.Context) error {
	zones, err := w.zones(ctx)
	if err != nil {
		return err
	}
	store := &employer.Store{DB: w.db, Now: w.clock}
	for n := range employerCount {
		w.goTo(190-n, 9, w.between(0, 59))
		e := w.newEmployer(n, zones)
		if e.ID, err = store.Create(ctx, w.actor("bg-ttdvvl"), w.employerDetails(n, e)); err != nil {
			return err
		}
		if err := w.judge(ctx, store, e); err != nil {
			return err
		}
		w.employers = append(w.employers, e)
	}
	if _, err := w.db.Exec(ctx, `UPDATE employers SET sample = true`); err != nil {
		return err
	}
	return w.employerAccounts(ctx)
}

func (w *world) zones(ctx context.Context) (map[string]zoneOf, error) {
	list, err := postgres.All[zoneOf](ctx, w.db, `SELECT id, slug, name FROM zones ORDER BY slug`)
	if err != nil {
		return nil, err
	}
	zones := map[string]zoneOf{}
	for _, z := range list {
		zones[z.Slug] = z
	}
	return zones, nil
}

// newEmployer draws the n-th employer: the large trades come first and often.
func (w *world) newEmployer(n int, zones map[string]zoneOf) employerOf {
	weights := make([]int, len(zoneWeights))
	for i, z := range zoneWeights {
		weights[i] = z.weight
	}
	zone := zones[zoneWeights[w.weighted(weights...)].slug]
	t := trades[w.weighted(14, 8, 4, 4, 4, 3, 1, 1)]
	if n < len(trades) {
		t = trades[n]
	}
	return employerOf{Zone: zone, Trade: t, Verified: n%10 != 9}
}

func (w *world) employerDetails(n int, e employerOf) employer.Details {
	word := companyWords[n%len(companyWords)]
	suffix := ""
	if n >= len(companyWords) {
		suffix = " Bắc Giang"
	}
	kind := []string{"foreign", "foreign", "private"}[w.rand.IntN(3)]
	contact, _ := w.person()
	d := employer.Details{
		TaxCode: taxCode(n), Name: "Công ty TNHH " + e.Trade.suffix + " " + word + suffix, Type: kind, IndustryCode: e.Trade.section,
		Products: e.Trade.products, SizeBand: pick(w, []string{"201_500", "501_1000", "1001_3000", "3001_10000"}), ZoneID: e.Zone.ID,
		Address:     "Lô " + pick(w, []string{"A", "B", "C", "D", "F"}) + pick(w, []string{"1", "2", "4", "7", "12"}) + ", " + e.Zone.Name + ", tỉnh Bắc Giang",
		ContactName: contact, ContactPhone: w.phone(), Living: w.living(),
	}
	d.Amenities = amenitiesOf(d.Living)
	return d
}

// amenitiesOf answers as the words of living do.
func amenitiesOf(living string) employer.Amenities {
	has := func(words string) employer.Has {
		if strings.Contains(living, words) {
			return employer.Yes
		}
		return employer.No
	}
	return employer.Amenities{Dormitory: has("Ký túc xá"), Canteen: has("Bếp ăn"), Bus: has("xe đón")}
}

// living says how people live there, in words.
func (w *world) living() string {
	words := pick(w, []string{
		"Ký túc xá 6–8 người một phòng, có điều hòa, cách xưởng 800 m.",
		"Khu trọ quanh cổng công ty, giá 700.000–1.000.000 đồng một phòng; công ty hỗ trợ tiền nhà.",
		"Ký túc xá trong khu công nghiệp, tách riêng khu cho vợ chồng.",
	})
	if w.chance(60) {
		words += " Bếp ăn tại xưởng phục vụ cả ca đêm."
	}
	if w.chance(35) {
		words += " Có xe đón theo tuyến cố định vào cuối tuần."
	}
	return words
}

// judge verifies the employer; of the others one is suspended.
func (w *world) judge(ctx context.Context, store *employer.Store, e employerOf) error {
	board := w.actor("bg-bqlkcn")
	w.at = w.at.AddDate(0, 0, 2)
	if !e.Verified {
		return nil
	}
	return store.Verify(ctx, board, e.ID, 1, "Đã đối chiếu giấy chứng nhận đăng ký đầu tư và mã số thuế", employer.Investment, employer.Tax)
}

// employerAccounts gives each employer's body an account.
func (w *world) employerAccounts(ctx context.Context) error {
	var seeds []people.Seed
	for i, e := range w.employers {
		slug, err := postgres.Value[string](ctx, w.db, `SELECT b.slug FROM bodies b JOIN employers e ON e.body_id = b.id WHERE e.id = $1`, e.ID)
		if err != nil {
			return err
		}
		w.employers[i].Account = slug
		seeds = append(seeds, w.seed(slug, slug, access.Admin))
	}
	if err := w.create(ctx, seeds); err != nil {
		return err
	}
	var acting []string
	for _, e := range w.employers {
		acting = append(acting, e.Account)
	}
	return w.load(ctx, acting...)
}
