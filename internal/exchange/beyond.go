package exchange

import (
	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
)

// Beyond is what the public is told of an order and the forms have no field
// for. What is not said is left out.
type Beyond struct {
	Batches       []Batch     `json:"dot_tuyen,omitempty"` // the earliest first; they add up to "so_luong"
	Allowances    []Allowance `json:"phu_cap,omitempty"`
	OvertimeHours int         `json:"gio_lam_them_thang,omitzero"` // in the expected income
	Turns         []Turn      `json:"khung_gio,omitempty"`
	WorkDays      int         `json:"ngay_lam_viec_tuan,omitzero"`
	Couples       bool        `json:"nhan_vo_chong,omitzero"`
}

// Batch is a part of an order: how many people are needed by which day.
type Batch struct {
	NeededBy  clock.Day `json:"can_truoc_ngay"`
	Headcount int       `json:"so_luong"`
}

// Allowance is money beside the wage of the contract, in VND a month.
type Allowance struct {
	Kind      Choice `json:"loai"`
	Amount    int64  `json:"nhieu_nhat"`
	Condition string `json:"dieu_kien,omitempty"` // none: it is always paid
}

// Turn is one shift of the day by the clock; one that ends before it begins
// runs over midnight.
type Turn struct {
	From  string `json:"tu"` // 06:00
	To    string `json:"den"`
	Break int    `json:"nghi_phut"` // minutes that are not worked
}

func beyondOf(d vacancy.Details, words Words) Beyond {
	b := Beyond{OvertimeHours: d.OvertimeHours, WorkDays: d.WorkDays, Couples: d.Couples}
	for _, part := range d.Batches {
		b.Batches = append(b.Batches, Batch(part))
	}
	for _, a := range d.Allowances {
		b.Allowances = append(b.Allowances, Allowance{Kind: one(vacancy.Allowances, a.Kind, words), Amount: a.Amount, Condition: a.Condition})
	}
	for _, t := range d.Turns {
		b.Turns = append(b.Turns, Turn(t))
	}
	return b
}

// IsZero reports whether nothing of it is said.
func (b Beyond) IsZero() bool {
	return len(b.Batches)+len(b.Allowances)+len(b.Turns)+b.OvertimeHours+b.WorkDays == 0 && !b.Couples
}
