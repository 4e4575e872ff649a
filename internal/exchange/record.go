package exchange

import (
	"time"

	"cauviec/internal/clock"
)

// Record is a vacancy as the file tells it.
type Record struct {
	Code           string     `json:"ma_tin"` // the offer code
	Version        Version    `json:"phien_ban"`
	State          State      `json:"trang_thai"`
	Employer       Employer   `json:"nguoi_su_dung_lao_dong"`
	Title          string     `json:"ten_cong_viec"`
	Headcount      int        `json:"so_luong"`
	Description    string     `json:"mo_ta_cong_viec"`
	Occupation     Occupation `json:"ma_nghe,omitzero"`
	Position       Choice     `json:"chuc_vu,omitzero"`
	Education      Choice     `json:"trinh_do_hoc_van,omitzero"`
	Qualification  Choice     `json:"trinh_do_chuyen_mon_ky_thuat,omitzero"`
	Experience     Choice     `json:"kinh_nghiem,omitzero"`
	Workplace      Workplace  `json:"noi_lam_viec"`
	Contract       Choice     `json:"loai_hop_dong,omitzero"`
	Hours          Choice     `json:"hinh_thuc_lam_viec,omitzero"`
	Shift          Choice     `json:"ca_lam_viec,omitzero"`
	Pay            Pay        `json:"muc_luong"`
	Benefits       []Choice   `json:"phuc_loi"`
	Conditions     []Choice   `json:"dieu_kien_lam_viec"`
	PriorityGroups []Choice   `json:"doi_tuong_uu_tien"`
	Papers         string     `json:"ho_so,omitempty"`
	Contact        Contact    `json:"lien_he"`
	StartsOn       clock.Day  `json:"ngay_bat_dau_lam_viec,omitzero"`
	ClosesOn       clock.Day  `json:"han_tuyen"` // the last day to register
	Beyond         Beyond     `json:"ngoai_mau,omitzero"`
	Sample         bool       `json:"du_lieu_mau,omitempty"`
}

// Choice is an answer that the forms offer.
type Choice struct {
	Code string `json:"ma"`
	Name string `json:"ten"`
}

// Version says which wording of a vacancy is told.
type Version struct {
	Number       int       `json:"so"`
	Replaces     int       `json:"thay_cho,omitzero"` // the number of the wording before
	At           time.Time `json:"luc"`
	FirstAt      time.Time `json:"dang_lan_dau"`
	RelistedFrom string    `json:"dang_lai_tu_tin,omitempty"` // the ended vacancy that this one takes up again
	MergedInto   string    `json:"gop_vao_tin,omitempty"`     // the one that took this one up
}

// State says whether people are still wanted.
type State struct {
	Code   StateCode `json:"ma"`
	Name   string    `json:"ten"`
	On     clock.Day `json:"tu_ngay"` // since when; of one closed by its date, its last day
	Reason Choice    `json:"ly_do,omitzero"`
}

// Employer is the employer's part of Mẫu 03/PLI.
type Employer struct {
	TaxCode  string `json:"ma_so_thue"`
	Name     string `json:"ten"`
	Type     Choice `json:"loai_hinh,omitzero"`
	Industry Choice `json:"nganh_kinh_doanh_chinh,omitzero"` // a section of VSIC 2018
	Products string `json:"san_pham_chinh,omitempty"`
	Size     Choice `json:"quy_mo_lao_dong,omitzero"`
	Address  string `json:"dia_chi"`
	Zone     string `json:"khu_cong_nghiep,omitempty"`
}

// Occupation is a code of VSCO 2020 at the levels that the form asks, as far
// as the writer chose it.
type Occupation struct {
	Level1 string `json:"cap_1"`
	Level2 string `json:"cap_2,omitempty"`
	Level3 string `json:"cap_3,omitempty"`
	Level4 string `json:"cap_4,omitempty"`
	Name   string `json:"ten"`
}

// Workplace is where the work is. Codes of areas were used again for others, so
// one counts together with the day from which it has its meaning.
type Workplace struct {
	Province  string    `json:"ma_tinh,omitempty"`
	Area      string    `json:"ma_huyen,omitempty"`
	AreaSince clock.Day `json:"ma_huyen_co_tu,omitzero"`
	AreaName  string    `json:"ten_huyen,omitempty"`
	Zone      string    `json:"khu_cong_nghiep,omitempty"`
	Words     string    `json:"dia_diem,omitempty"`
}

// Pay is what is paid, in VND a month and in the bands of the form.
type Pay struct {
	From       Choice `json:"khoang_tu,omitzero"` // the band of the lowest income
	To         Choice `json:"khoang_den,omitzero"`
	BasicWage  int64  `json:"luong_hop_dong,omitzero"`
	IncomeFrom int64  `json:"thu_nhap_tu,omitzero"` // expected, with overtime and allowances
	IncomeTo   int64  `json:"thu_nhap_den,omitzero"`
	Note       string `json:"ghi_chu,omitempty"`
}

// Contact is the published contact.
type Contact struct {
	Name  string `json:"ten,omitempty"`
	Phone string `json:"dien_thoai,omitempty"` // E.164
}
