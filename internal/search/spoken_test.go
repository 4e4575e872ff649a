package search_test

import (
	"slices"
	"strings"
	"testing"

	"cauviec/internal/search"
)

// TestHowPeopleWrite reads words that are written by ear, shortened as in
// messages, run together or counted in words.
func TestHowPeopleWrite(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]string{
		"nắp giáp ninh kiện":     "lắp ráp linh kiện",
		"kí túc sá":              "ký túc xá",
		"Đình Chám":              "đình trám",
		"quang trâu":             "quang châu",
		"vân chung":              "vân trung",
		"xuất ăn công nghiệp":    "suất ăn công nghiệp",
		"tổ chưởng truyền may":   "tổ trưởng chuyền may",
		"chế biến lông sản":      "chế biến nông sản",
		"may đình trám":          "may đình trám",
		"cong nhanmay":           "cong nhân may",
		"lm may lg chín triệu":   "làm may lương 9 triệu",
		"hon muoi hai trieu":     "hon 12 trieu",
		"may bảy tám triệu":      "may 7-8 triệu",
		"vk ck cùng làm":         "vợ chồng cùng làm",
		"hàn k tc":               "hàn không tăng ca",
		"may ko can kn":          "may không can kinh nghiệm",
		"thợ hàn lương 9 củ":     "thợ hàn lương 9 củ",
		"làm năm ngày ở Nội Bài": "làm năm ngày ở nội bài",
	} {
		a, err := search.Ask(asked, nil)
		if got := strings.Join(strings.Fields(a.Looked), " "); err != nil || got != want {
			t.Errorf("%q is looked for as %q, want %q, %v", asked, got, want, err)
		}
	}
}

// TestSumsInWords reads a sum that is written out.
func TestSumsInWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{
		"lg chín triệu": 9, "luong muoi trieu": 10, "hơn mười hai củ": 12, "bay tam trieu": 7, "may muoi mot trieu": 11, "năm mới": 0, "dưới tám triệu": 0,
	} {
		if a, err := search.Ask(text, nil); err != nil || a.MinIncome != want*1_000_000 {
			t.Errorf("%q asks for %d, want %d million, %v", text, a.MinIncome, want, err)
		}
	}
}

// TestWordsThatNothingHasTogether gives up words without a meaning, and only
// those, and only where they leave nothing.
func TestWordsThatNothingHasTogether(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	sewing := w.put(search.Entry{Title: "Công nhân may", Text: "Làm trong xưởng mát.", PublishedAt: today.Add(-1).Start()})
	welding := w.put(search.Entry{Title: "Thợ hàn", Text: "Hàn khung xe đạp.", PublishedAt: today.Add(-2).Start()})
	for _, tt := range []struct {
		text  string
		want  []int64
		aside []string
	}{
		{"thợ hàn khung xe đạp", []int64{welding}, nil},
		{"công nhân may khung đạp", []int64{sewing}, []string{"khung", "đạp"}},
		{"công nhân may mát khung", []int64{sewing}, []string{"khung"}},
		{"mát khung", nil, nil},
		{"phiên dịch khung", nil, nil},
		{"kho hàn", nil, nil},
	} {
		r := w.find(search.Query{Text: tt.text, EmployerID: w.employer})
		if !slices.Equal(r.IDs, tt.want) || !slices.Equal(r.Aside, tt.aside) {
			t.Errorf("%q finds %v without %q, want %v without %q", tt.text, r.IDs, r.Aside, tt.want, tt.aside)
		}
	}
}

// TestWhatIsLeftWithoutAPart leaves out of it what is not looked for.
func TestWhatIsLeftWithoutAPart(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(search.Entry{Title: "Công nhân may", Zone: "KCN Quang Châu", ZoneID: w.zones["quang-chau"], Text: "Khung xe."})
	w.put(search.Entry{Title: "Thợ hàn", Text: "Sơn nhà."})
	r := w.find(search.Query{Text: "may qwertz quang châu nhà lương 5tr"})
	if len(r.Parts) == 0 || r.Parts[0].Rest != "quang châu nhà lương 5tr" || r.Looked != "may quang châu nhà lương 5tr" {
		t.Errorf("read as %+v", r.Reading)
	}
}

// TestNamesMadeOfSmallWords finds an employer by a name whose words stand around
// what is looked for elsewhere, and two kinds of work of a kind by either.
func TestNamesMadeOfSmallWords(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(search.Entry{Title: "Công nhân may", Employer: "Công ty TNHH Sao Khuê", PublishedAt: today.Add(-1).Start()})
	own := w.put(search.Entry{Title: "Thợ sửa khuôn", Employer: "Công ty May Đông Á", PublishedAt: today.Add(-9).Start()})
	if got := w.find(search.Query{Text: "may dong a"}).IDs; !slices.Contains(got, own) {
		t.Errorf("found %v, want %d, too", got, own)
	}
	loading := w.put(search.Entry{Title: "Công nhân bốc xếp"})
	if got := w.find(search.Query{Text: "thủ kho bốc vác"}).IDs; !slices.Equal(got, []int64{loading}) {
		t.Errorf("found %v, want %d", got, loading)
	}
}

// TestAnAnnouncedPlaceIsAPlace tells Tiền Phong from rent.
func TestAnAnnouncedPlaceIsAPlace(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(search.Entry{Title: "Công nhân may", Benefits: []string{"housing_support"}})
	there := w.put(search.Entry{Title: "Thợ hàn", ZoneID: w.zones["song-khe-noi-hoang"], Zone: "KCN Song Khê - Nội Hoàng"})
	if got := w.find(search.Query{Text: "phuong tien phong"}).IDs; !slices.Equal(got, []int64{there}) {
		t.Errorf("found %v, want %d", got, there)
	}
}

// TestNightWorkOfChangingShifts finds shifts with turns at night for it.
func TestNightWorkOfChangingShifts(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	long := w.put(search.Entry{Title: "Công nhân may", Shift: "two_12h", PublishedAt: today.Add(-1).Start()})
	night := w.put(search.Entry{Title: "Công nhân may", Shift: "night", PublishedAt: today.Add(-9).Start()})
	w.put(search.Entry{Title: "Công nhân may", Shift: "office"})
	if got := w.find(search.Query{Text: "may ca đêm"}).IDs; !slices.Equal(got, []int64{night, long}) {
		t.Errorf("found %v, want %d and %d", got, night, long)
	}
}
