package complaint

import (
	"slices"
	"strings"
	"testing"
)

func TestTheGravestComeFirst(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		grounds []Ground
		want    int
	}{
		{[]Ground{Money}, 2}, {[]Ground{Other, Papers}, 2}, {[]Ground{Minors}, 1}, {[]Ground{Pay, Impostor}, 1},
		{[]Ground{Pay, Place, Unfair, Absent, Other}, 0}, {nil, 0},
	} {
		if got := Gravity(tt.grounds); got != tt.want {
			t.Errorf("%v: got %d, want %d", tt.grounds, got, tt.want)
		}
	}
}

func TestWhereAComplaintMayGo(t *testing.T) {
	t.Parallel()
	all := []Status{Received, TakenUp, Settled, Dismissed, Merged}
	want := map[Status][]Status{Received: {TakenUp, Settled, Dismissed, Merged}, TakenUp: {Settled, Dismissed, Merged}}
	for _, from := range all {
		for _, to := range all {
			if got := from.May(to); got != slices.Contains(want[from], to) {
				t.Errorf("%s to %s: %v", from, to, got)
			}
		}
		if from.Open() != (want[from] != nil) {
			t.Errorf("%s: open is %v", from, from.Open())
		}
	}
}

func TestWhatATellerMustSay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		told   New
		wrong  []string
		ground []Ground
	}{
		{"nothing", New{}, []string{"advert", "grounds"}, nil},
		{"enough", New{Advert: " tờ rơi ở chợ ", Grounds: []Ground{Pay, Money, Money}}, nil, []Ground{Money, Pay}},
		{"an unknown ground is none", New{Advert: "x", Grounds: []Ground{"theft"}}, []string{"grounds"}, nil},
		{"other asks for words", New{Advert: "x", Grounds: []Ground{Other}}, []string{"words"}, []Ground{Other}},
		{"other beside a ground does not", New{Advert: "x", Grounds: []Ground{Other, Pay}}, nil, []Ground{Pay, Other}},
		{"no phone that is one", New{Advert: "x", Grounds: []Ground{Pay}, Phone: "12"}, []string{"phone"}, []Ground{Pay}},
		{"too long", New{Advert: strings.Repeat("ạ", 501), Words: strings.Repeat("ạ", 2001), Grounds: []Ground{Pay}}, []string{"advert", "words"}, []Ground{Pay}},
	} {
		told := tt.told.normal()
		problems := told.check()
		var wrong []string
		for _, field := range []string{"advert", "grounds", "words", "phone"} {
			if _, is := problems[field]; is {
				wrong = append(wrong, field)
			}
		}
		if !slices.Equal(wrong, tt.wrong) || len(problems) != len(tt.wrong) || !slices.Equal(told.Grounds, tt.ground) {
			t.Errorf("%s: wrong %v of %v, grounds %v", tt.name, wrong, problems, told.Grounds)
		}
	}
}

func TestWhatAnAdvertPointsAt(t *testing.T) {
	t.Parallel()
	const code = "2222222" // a sum of nothing: its check is the sign of value 0
	for _, tt := range []struct {
		words    string
		code     bool
		vacancy  int64
		employer int64
	}{
		{"2222222", true, 0, 0},
		{"mã 222 2222 in trên tờ rơi", true, 0, 0},
		{"222-2222.", true, 0, 0},
		{"https://cauviec.vn/kiem-tra-tin?tin=2222222&ban=1", true, 0, 0},
		{"2222223", false, 0, 0},
		{"https://cauviec.vn/viec-lam/12-cong-nhan-may?lang=vi", false, 12, 0},
		{"/doanh-nghiep/7-cong-ty", false, 0, 7},
		{"/viec-lam/99999999999999999999", false, 0, 0},
		{"Tờ rơi ở cổng chợ Đồng Đăng", false, 0, 0},
		{"", false, 0, 0},
	} {
		got := pointersIn(tt.words)
		if slices.Contains(got.codes, code) != tt.code || got.vacancy != tt.vacancy || got.employer != tt.employer {
			t.Errorf("%q: got %+v", tt.words, got)
		}
	}
}

func FuzzPointers(f *testing.F) {
	for _, words := range []string{"2222222", "/viec-lam/12-may", "mã 222 2222", "\xff(", "/doanh-nghiep/0"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		p := pointersIn(words)
		if p.vacancy < 0 || p.employer < 0 {
			t.Errorf("%q: got %+v", words, p)
		}
	})
}

func TestGroupsKeepTheOrder(t *testing.T) {
	t.Parallel()
	groups := Grouped([]Complaint{
		{ID: 1, VacancyID: 5, EmployerID: 9}, {ID: 2}, {ID: 3, VacancyID: 6, EmployerID: 9}, {ID: 4, VacancyID: 5, EmployerID: 9}, {ID: 5}, {ID: 6, EmployerID: 9},
	})
	var got [][]int64
	for _, g := range groups {
		var ids []int64
		for _, c := range g.Complaints {
			ids = append(ids, c.ID)
		}
		got = append(got, ids)
	}
	want := [][]int64{{1, 4}, {2}, {3}, {5}, {6}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %v, want %v", got, want)
	}
}
