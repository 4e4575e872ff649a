package vacancies

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"cauviec/internal/search"
)

func TestReadAddress(t *testing.T) {
	t.Parallel()
	tests := map[string]address{
		"":                              {},
		"q=+May+m%E1%BA%B7c+":           {Text: "May mặc"},
		"khu=quang-chau&khu=van-trung":  {Zones: []string{"quang-chau", "van-trung"}},
		"khu=quang-chau,van-trung,Đ":    {Zones: []string{"quang-chau", "van-trung"}},
		"nghe=82&nghe=8153&nghe=x":      {Trades: []string{"82", "8153"}},
		"luong=9":                       {Million: 9},
		"luong=-9":                      {},
		"luong=chin":                    {},
		"ca=ba-ca&ca=three&ca=khong-co": {Shifts: []string{"three"}},
		"phuc-loi=ky-tuc-xa,xe-dua-don": {Benefits: []string{"dormitory", "shuttle_bus"}},
		"huyen=180&sap-xep=gan-nha":     {District: "180", Sort: search.Nearest},
		"huyen=180&xa=06001":            {District: "180", Commune: "06001"},
		"huyen=178&xa=06001":            {District: "178"}, // of another district
		"xa=x":                          {},
		"xa=06001":                      {District: "180", Commune: "06001"},
		"phuc-loi=vo-chong,di-lai,khong-can-kinh-nghiem": {Benefits: []string{"couples", "transport", "no_experience"}},
		"sap-xep=gi-do&trang=newest.1.2.3":               {After: "newest.1.2.3"},
	}
	for query, want := range tests {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		got := readAddress(values)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, want %+v", query, got, want)
		}
	}
}

// FuzzAddress writes whatever was understood and reads the same again.
func FuzzAddress(f *testing.F) {
	f.Add("q=may&khu=quang-chau&nghe=82&luong=9&ca=ba-ca&phuc-loi=ky-tuc-xa&huyen=180&sap-xep=gan-nha&trang=x")
	f.Add("huyen=180&xa=06001&phuc-loi=di-lai,vo-chong")
	f.Add("q=%00a%FF&khu=,,&luong=007&trang=%26")
	f.Fuzz(func(t *testing.T, query string) {
		values, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		a := readAddress(values)
		_, written, _ := strings.Cut(a.href(), "?")
		again, err := url.ParseQuery(written)
		if err != nil {
			t.Fatalf("%q writes %q: %v", query, written, err)
		}
		if got := readAddress(again); !reflect.DeepEqual(got, a) {
			t.Errorf("%q: %+v, read again %+v", query, a, got)
		}
	})
}
