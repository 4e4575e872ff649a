package directive_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/postgres/postgrestest"
)

var noon = clock.Fixed(time.Date(2024, 3, 20, 5, 0, 0, 0, time.UTC))

// workingMap is the map of the reference data.
func workingMap(t *testing.T) directive.Map {
	t.Helper()
	s := &directive.Store{DB: postgrestest.Tx(t), Now: noon}
	m, err := s.Map(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// slugs names bodies as tests read them; all districts are "districts:n".
func slugs(m directive.Map, ids []int64) string {
	var names []string
	districts := 0
	for _, id := range ids {
		if m.ByID[id].Kind == access.District {
			districts++
		}
		names = append(names, m.ByID[id].Slug)
	}
	if len(ids) > 1 && districts == len(ids) {
		return "districts:" + strconv.Itoa(districts)
	}
	return strings.Join(names, " ")
}

// matches are words in a paper of a province (20 Lạng Sơn, 24 Bắc Giang, none
// for another) and whom they name.
var matches = []struct{ home, words, want string }{
	{"20", "Sở Giao thông vận tải", "ls-sgtvt"},
	{"20", "Sở Giao thông vận tải tỉnh", "ls-sgtvt"},
	{"20", "SỞ GIAO THÔNG VẬN TẢI", "ls-sgtvt"},
	{"20", "so giao thong van tai", "ls-sgtvt"},
	{"20", "Sở GTVT", "ls-sgtvt"},
	{"20", "Sở GTVT tỉnh Bắc Giang", "bg-sgtvt"},
	{"20", "Sở Giao thông vận tải tỉnh Bắc Giang", "bg-sgtvt"},
	{"20", "Sở Giao thông vận tải Bắc Giang", "bg-sgtvt"},
	{"24", "Sở Giao thông vận tải", "bg-sgtvt"},
	{"20", "Sở Lao động - Thương binh và Xã hội", "ls-sldtbxh"},
	{"20", "Sở Lao động, Thương binh và Xã hội", "ls-sldtbxh"},
	{"20", "Sở Lao động – Thương binh – Xã hội", "ls-sldtbxh"},
	{"20", "Sở LĐ-TB&XH", "ls-sldtbxh"},
	{"20", "Sở LĐTB&XH", "ls-sldtbxh"},
	{"20", "Sở LĐTBXH tỉnh Bắc Giang", "bg-sldtbxh"},
	{"20", "Sở Lao động - TBXH", "ls-sldtbxh"},
	{"20", "Trung tâm Dịch vụ việc làm tỉnh", "ls-ttdvvl"},
	{"20", "Trung tâm DVVL", "ls-ttdvvl"},
	{"20", "TTDVVL tỉnh Lạng Sơn", "ls-ttdvvl"},
	{"20", "Báo Lạng Sơn", "ls-bao"},
	{"20", "Báo Bắc Giang", "bg-bao"},
	{"20", "Đài Phát thanh và Truyền hình tỉnh", "ls-dai"},
	{"20", "Đài Phát thanh - Truyền hình tỉnh Bắc Giang", "bg-dai"},
	{"20", "Đài PT&TH tỉnh", "ls-dai"},
	{"20", "Đài PTTH Bắc Giang", "bg-dai"},
	{"20", "UBND tỉnh Bắc Giang", "bg-ubnd"},
	{"20", "Ủy ban nhân dân tỉnh Bắc Giang", "bg-ubnd"},
	{"20", "Uỷ ban nhân dân tỉnh", "ls-ubnd"},
	{"20", "Văn phòng UBND tỉnh", "ls-ubnd"},
	{"20", "UBND huyện Tràng Định", "ls-trang-dinh"},
	{"20", "UBND huyện Tràng Định, tỉnh Lạng Sơn", "ls-trang-dinh"},
	{"20", "UBND thành phố Lạng Sơn", "ls-tp-lang-son"},
	{"20", "UBND TP Lạng Sơn", "ls-tp-lang-son"},
	{"20", "UBND các huyện, thành phố", "districts:11"},
	{"20", "Ủy ban nhân dân các huyện, thành phố", "districts:11"},
	{"20", "UBND các huyện, thị xã, thành phố", "districts:11"},
	{"20", "UBND cấp huyện", "districts:11"},
	{"20", "các huyện, thành phố trong tỉnh", "districts:11"},
	{"20", "UBND các huyện", "districts:10"},
	{"20", "Ban Quản lý các KCN tỉnh Bắc Giang", "bg-bqlkcn"},
	{"20", "BQL khu công nghiệp tỉnh Bắc Giang", "bg-bqlkcn"},
	{"20", "UBND xã Kháng Chiến", "xa-06049"},

	{"20", "UBND", ""},
	{"20", "UBND huyện", ""},
	{"20", "UBND các huyện biên giới", ""},
	{"20", "UBND các huyện, thành phố tỉnh Bắc Giang", ""},
	{"20", "UBND các xã, phường, thị trấn", ""},
	{"20", "các cơ quan, đơn vị liên quan", ""},
	{"20", "các cơ quan, đơn vị liên quan của tỉnh Bắc Giang", ""},
	{"20", "doanh nghiệp trên địa bàn tỉnh Bắc Giang", ""},
	{"20", "Sở Du lịch", ""},
	{"20", "Sở", ""},
	{"20", "Công an tỉnh", ""},
	{"20", "UBND tỉnh Sóc Trăng", ""},
	{"20", "Sở Giao thông vận tải tỉnh Ninh Bình", ""},
	{"20", "tỉnh Bắc Giang", ""},
	{"20", "", ""},
	{"", "Sở Giao thông vận tải", ""},
	{"", "UBND các huyện, thành phố", ""},
	{"", "Văn phòng UBND tỉnh", ""},
	{"", "UBND tỉnh Bắc Giang", "bg-ubnd"},
}

func TestMatch(t *testing.T) {
	t.Parallel()
	m := workingMap(t)
	for _, tt := range matches {
		if got := slugs(m, m.Matcher(tt.home).Match(tt.words)); got != tt.want {
			t.Errorf("home %q, %q: got %q, want %q", tt.home, tt.words, got, tt.want)
		}
	}
}

// TestNewBodiesAreFoundByTheirNames: the matcher knows no body by heart.
func TestNewBodiesAreFoundByTheirNames(t *testing.T) {
	t.Parallel()
	provinces := []directive.Province{{Code: "01", Name: "Hà Nam"}, {Code: "02", Name: "Phú Yên"}}
	m := directive.NewMatcher([]body.Body{
		{ID: 1, Kind: access.Labour, ProvinceCode: "01", NameVi: "Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Nam"},
		{ID: 2, Kind: access.District, ProvinceCode: "01", NameVi: "Ủy ban nhân dân thị xã Duy Tiên"},
		{ID: 3, Kind: access.Commune, ProvinceCode: "01", NameVi: "UBND xã Hòa Bình, huyện A", ShortVi: "UBND xã Hòa Bình"},
		{ID: 4, Kind: access.Commune, ProvinceCode: "01", NameVi: "UBND xã Hòa Bình, huyện B", ShortVi: "UBND xã Hòa Bình"},
	}, provinces, "01")
	for words, want := range map[string][]int64{
		"Sở NN&PTNT":                {1},
		"Sở NN và PTNT tỉnh Hà Nam": {1},
		"UBND các huyện, thị xã":    {2},
		"UBND xã Hòa Bình":          nil,
		"UBND xã Hòa Bình, huyện B": {4},
		"Sở NN&PTNT tỉnh Phú Yên":   nil,
	} {
		if got := m.Match(words); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", words, got, want)
		}
	}
}

// FuzzMatch: no words, however odd, stop the matcher or name a body twice.
func FuzzMatch(f *testing.F) {
	bodies := []body.Body{
		{ID: 1, Kind: access.Office, ProvinceCode: "20", NameVi: "Ủy ban nhân dân tỉnh Lạng Sơn"},
		{ID: 2, Kind: access.District, ProvinceCode: "20", NameVi: "Ủy ban nhân dân huyện Văn Lãng"},
		{ID: 3, Kind: access.Labour, ProvinceCode: "20", NameVi: "Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn"},
	}
	m := directive.NewMatcher(bodies, []directive.Province{{Code: "20", Name: "Lạng Sơn"}}, "20")
	for _, seed := range []string{"Sở LĐ-TB&XH", "UBND các huyện, thành phố", "va va cac cac", "tỉnh", "的"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		ids, unmatched := m.MatchAll([]string{words, words})
		if len(ids) > len(bodies) {
			t.Errorf("%q: %v", words, ids)
		}
		if (len(ids) == 0) != (len(unmatched) > 0) {
			t.Errorf("%q: %v, %q", words, ids, unmatched)
		}
	})
}

func day(words string) clock.Day { return clock.MustDay(words) }
