package intake

import (
	"errors"
	"fmt"
	"testing"

	"cauviec/internal/typed"
	"cauviec/internal/vacancy"
)

func TestBatches(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"500 người đến 01/06/2026; 200 người đến 01/07/2026": "500 01/06/2026, 200 01/07/2026",
		"01/06/2026: 500": "500 01/06/2026",
		"trước ngày 1/6/2026 cần 1.200 người": "1200 01/06/2026",
		"500 - 2026-06-01\n200 - 1.7.2026":    "500 01/06/2026, 200 01/07/2026",
		"Đợt 500 lđ (1/6/26)":                 "500 01/06/2026",
		"":                                    "",
	} {
		list, err := batches(words)
		got := ""
		for i, b := range list {
			if i > 0 {
				got += ", "
			}
			got += fmt.Sprint(b.Headcount, " ", b.NeededBy)
		}
		if err != nil || got != want {
			t.Errorf("%q: %q, %v", words, got, err)
		}
	}
	for words, want := range map[string]error{"500 người": errBatch, "sớm": errBatch, "500 đến 1/6": typed.ErrYear, "đến 01/06/2026": errBatch, "5 5 đến 1/6/2026": errBatch} {
		if list, err := batches(words); !errors.Is(err, want) {
			t.Errorf("%q: %v, %v", words, list, err)
		}
	}
}

func TestTurns(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"6h–14h nghỉ 30'; 14h–22h":         "[{06:00 14:00 30} {14:00 22:00 0}]",
		"6h-14h, 14h-22h, 22h-6h":          "[{06:00 14:00 0} {14:00 22:00 0} {22:00 06:00 0}]",
		"Ca 1: 7h30 - 16h30, nghỉ 60 phút": "[{07:30 16:30 60}]",
		"từ 8:00 đến 17:00 (nghỉ 1 tiếng)": "[{08:00 17:00 60}]",
		"20h đến 8h":                       "[{20:00 08:00 0}]",
		"":                                 "[]",
	} {
		if list, err := turns(words); err != nil || fmt.Sprint(list) != want {
			t.Errorf("%q: %v, %v", words, list, err)
		}
	}
	for _, words := range []string{"sáng chiều", "8 tiếng", "6h", "6h-14h nghỉ lâu"} {
		if list, err := turns(words); !errors.Is(err, errTurn) {
			t.Errorf("%q: %v, %v", words, list, err)
		}
	}
}

func TestAllowances(t *testing.T) {
	t.Parallel()
	kinds := (Words{Lists: map[string]map[string][]string{"allowance": {"attendance": {"Chuyên cần"}, "housing": {"Nhà ở"}}}}).lexicons()[vacancy.Allowances.Name]
	for words, want := range map[string]string{
		"chuyên cần 500.000 (đi đủ công); nhà ở 300.000":    "[{attendance 500000 đi đủ công} {housing 300000 }]",
		"Phụ cấp xăng xe: 200k/tháng":                       "[{travel 200000 }]",
		"thưởng chuyên cần 0,5 triệu - không nghỉ ngày nào": "[{attendance 500000 không nghỉ ngày nào}]",
		"độc hại 1tr2\nca đêm 700 nghìn đồng":               "[{hazard 1200000 } {night 700000 }]",
		"": "[]",
	} {
		if list, err := allowances(words, kinds); err != nil || fmt.Sprint(list) != want {
			t.Errorf("%q: %v, %v", words, list, err)
		}
	}
	for _, words := range []string{"nhiều khoản", "chuyên cần", "500.000", "quà 500.000"} {
		if list, err := allowances(words, kinds); !errors.Is(err, errAllowance) {
			t.Errorf("%q: %v", words, list)
		}
	}
}

func TestIncomes(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"9-11 triệu": "9000000 11000000", "9tr – 11tr": "9000000 11000000", "Từ 9 đến 12 triệu": "9000000 12000000", "9,5 triệu": "9500000 0",
		"9.500.000 - 12.000.000": "9500000 12000000", "9500000": "9500000 0",
	} {
		from, to, err := incomes(words)
		if got := fmt.Sprint(from, to); err != nil || got != want {
			t.Errorf("%q: %s, %v", words, got, err)
		}
	}
	for _, words := range []string{"cao", "thỏa thuận", "9 - nhiều", "-"} {
		if from, to, err := incomes(words); err == nil {
			t.Errorf("%q: %d %d", words, from, to)
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	known := spokenPlaces([]vacancy.Place{{ID: 1, Name: "KCN Quang Châu", Kind: "kcn"}, {ID: 2, Name: "Khu công nghiệp Hòa Phú", Kind: "kcn"},
		{ID: 3, Name: "CCN Hòa Phú", Kind: "ccn"}, {ID: 4, Name: "Huyện Việt Yên", Kind: "district"}})
	for words, want := range map[string]int64{
		"kcn quang châu": 1, "Quang Chau": 1, "khu công nghiệp Quang Châu": 1, "KCN Hòa Phú": 2, "cụm công nghiệp hoà phú": 3, "Hòa Phú": 0,
		"Việt Yên": 4, "huyện việt yên": 4, "Hoa Sen": 0, "": 0,
	} {
		if id, ok := place(known, words); id != want && ok || ok != (want != 0) {
			t.Errorf("%q: %d %v, want %d", words, id, ok, want)
		}
	}
}

func TestCompanies(t *testing.T) {
	t.Parallel()
	d := &directory{}
	d.keepEmployers([]known{{ID: 1, Name: "Công ty TNHH May Sông Thương"}, {ID: 2, Name: "Công ty Cổ phần Điện tử Hoa"}, {ID: 3, Name: "Công ty TNHH Điện tử Hoa"}})
	for words, want := range map[string]int64{
		"cong ty tnhh may song thuong": 1, "May Sông Thương": 1, "CTY May Sông Thương": 1, "Công ty TNHH Điện tử Hoa": 3, "Điện tử Hoa": 0, "ai": 0,
	} {
		if id, ok := d.employer(words); ok && id != want || ok != (want != 0) {
			t.Errorf("%q: %d %v, want %d", words, id, ok, want)
		}
	}
}

// FuzzCells: any words in a cell that holds several things are read or refused.
func FuzzCells(f *testing.F) {
	for _, words := range []string{"500 người đến 01/06/2026; 200", "6h–14h nghỉ 30'", "chuyên cần 500.000 (đi đủ)", "9-11 triệu", "İ500", "\xff;'"} {
		f.Add(words)
	}
	kinds := (Words{}).lexicons()[vacancy.Allowances.Name]
	f.Fuzz(func(t *testing.T, words string) {
		b, berr := batches(words)
		turned, terr := turns(words)
		paid, aerr := allowances(words, kinds)
		from, to, ierr := incomes(words)
		if berr != nil && b != nil || terr != nil && turned != nil || aerr != nil && paid != nil {
			t.Errorf("%q: %v %v %v", words, b, turned, paid)
		}
		if ierr == nil && (from < 0 || to < 0) {
			t.Errorf("%q: %d %d", words, from, to)
		}
	})
}
