package vacancies_test

import (
	"math/rand/v2"
	"net/url"
	"slices"
	"sync/atomic"

	"cauviec/internal/postgres"
)

// counter takes turns among many that ask at a time.
type counter struct{ n atomic.Int64 }

// next returns the turn, beginning anew after most.
func (c *counter) next(most int) int { return int(c.n.Add(1)) % most }

// inTurn returns one path after the other.
func inTurn(paths []string) func() string {
	var turn counter
	return func() string { return paths[turn.next(len(paths))] }
}

// offers are pages of vacancies that many look at.
func (s *indexed) offers() func() string {
	random := rand.New(rand.NewPCG(20, 25))
	paths := make([]string, 300)
	for i := range paths {
		paths[i] = s.path(s.ids[random.IntN(len(s.ids))])
	}
	return inTurn(paths)
}

// visits are pages of vacancies as people come to them: the hundredth best
// known is visited a hundredth as often as the best known.
func (s *indexed) visits() func() string {
	all := s.paths()
	rank := rand.NewZipf(rand.New(rand.NewPCG(20, 26)), 1.001, 1, uint64(len(all)-1))
	paths := make([]string, 200_000)
	for i := range paths {
		paths[i] = all[rank.Uint64()]
	}
	return inTurn(paths)
}

// others are pages of vacancies that nobody looked at before: of those who are
// visited least.
func (s *indexed) others() func() string {
	paths := s.paths()
	slices.Reverse(paths)
	return inTurn(paths)
}

// paths are the addresses of all vacancies, in no order that means anything.
func (s *indexed) paths() []string {
	paths, err := postgres.Values[string](s.t.Context(), s.db, `
		SELECT '/viec-lam/' || id || '-' || slug FROM vacancies ORDER BY hashint8(id) LIMIT 2000000`)
	if err != nil {
		s.t.Fatal(err)
	}
	return paths
}

var (
	askedWords = []string{"may", "công nhân may", "lắp ráp", "lap rap dien tu", "kho", "lái xe", "lai xe nang", "ldpt", "bảo vệ", "thợ hàn",
		"may cong nghiep", "vận hành máy", "QC", "tạp vụ", "điện tử", "hòa phát lộc", "dong goi", "may ktx", "quang chau", "bao trì điện"}
	askedZones    = []string{"quang-chau", "van-trung", "dinh-tram", "song-khe-noi-hoang", "viet-han", "hoa-phu", "yen-lu"}
	askedTrades   = []string{"82", "81", "75", "93", "74", "72", "43", "83"}
	askedShifts   = []string{"hanh-chinh", "ba-ca", "hai-ca-8-gio"}
	askedBenefits = []string{"ky-tuc-xa", "xe-dua-don", "an-ca", "bao-hiem"}
	askedIncomes  = []string{"7", "8", "9", "10", "12"}
	askedOrders   = []string{"moi-nhat", "thu-nhap", "gan-nha", "phu-hop"}
)

// asks are searches as people make them: words, filters, several at once,
// orders, a home, in all mixtures; each is asked with the counts of its page.
func (s *indexed) asks() func() string {
	random := rand.New(rand.NewPCG(20, 26))
	paths := make([]string, 5000)
	for i := range paths {
		paths[i] = "/viec-lam?" + someSearch(random).Encode()
	}
	return inTurn(paths)
}

func someSearch(random *rand.Rand) url.Values {
	values := url.Values{}
	maybe := func(percent int, name string, among []string) {
		if random.IntN(100) < percent {
			values.Add(name, among[random.IntN(len(among))])
		}
	}
	maybe(55, "q", askedWords)
	maybe(35, "khu", askedZones)
	maybe(15, "khu", askedZones)
	maybe(20, "nghe", askedTrades)
	maybe(25, "luong", askedIncomes)
	maybe(15, "ca", askedShifts)
	maybe(30, "phuc-loi", askedBenefits)
	maybe(20, "huyen", []string{"180", "186", "178"})
	maybe(25, "sap-xep", askedOrders)
	return values
}
