// Package exchange writes published vacancies for the national job exchange
// (vieclam.gov.vn), field by field after Mẫu 03 and Mẫu 03a/PLI of Decree
// 23/2021/NĐ-CP, one JSON object a line.
//
// The exchange's own interface is not published: names of fields and the way
// they are put together are ours, and every file says so in its first line.
// Codes of occupations of level 4 are those of ISCO-08 under the groups of
// Decision 34/2020/QĐ-TTg. What the product does not ask is left out.
//
// Each line is a vacancy as it stands, with the number of its wording, which
// wording it replaces, and whether it ended before its day. What was handed
// over is kept line by line, so that the same file can be made again.
package exchange

import (
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

// Mapping is the edition of our mapping: another one means another meaning of
// some field.
const Mapping = "1"

// heading is the first line of a file.
type heading struct {
	Kind    string    `json:"loai_ban_ghi"`
	Export  int64     `json:"so_lan_xuat"`
	Form    string    `json:"mau"`
	Mapping string    `json:"an_ban_ghep_truong"`
	Note    string    `json:"ghi_chu"`
	Since   time.Time `json:"tu"`
	At      time.Time `json:"den"`
}

func headingOf(id int64, since, at time.Time) heading {
	return heading{
		Kind: "dau_tep", Export: id, Form: "Mẫu 03, 03a/PLI Nghị định 23/2021/NĐ-CP", Mapping: Mapping,
		Note:  "Cách đặt tên và ghép trường là của Cầu Việc; giao diện của Sàn giao dịch việc làm quốc gia chưa công bố.",
		Since: since.In(clock.Zone), At: at.In(clock.Zone),
	}
}

// record is a vacancy in a file.
type record struct {
	Kind      string    `json:"loai_ban_ghi"`
	Code      string    `json:"ma_tin"`
	Page      string    `json:"trang"` // path on this site
	Revision  int       `json:"phien_ban"`
	Replaces  *int      `json:"thay_the_phien_ban"` // the wording before the time of the file
	RevisedAt time.Time `json:"luc_dang_phien_ban"`
	State     string    `json:"trang_thai"`
	End       *ending   `json:"ket_thuc"`
	Sample    bool      `json:"du_lieu_mau"`
	Employer  hirer     `json:"nguoi_su_dung_lao_dong"`
	Work      work      `json:"viec_lam"`
}

// ending says how a vacancy ended.
type ending struct {
	On     clock.Day `json:"ngay"`
	Early  bool      `json:"truoc_han"`
	Kind   string    `json:"loai_ly_do"`
	Reason string    `json:"ly_do"`
}

// hirer is what Mẫu 03/PLI asks of an employer.
type hirer struct {
	TaxCode  string `json:"ma_so_thue"`
	Name     string `json:"ten"`
	Type     string `json:"loai_hinh"`
	Industry string `json:"nganh_kinh_doanh_chinh"` // a section of VSIC
	Products string `json:"san_pham_chinh"`
	Size     string `json:"quy_mo_lao_dong"`
	Address  string `json:"dia_chi"`
	Zone     string `json:"khu_cong_nghiep"`
	Contact  string `json:"nguoi_lien_he"` // as published with the vacancy
	Phone    string `json:"dien_thoai"`
}

// work is what Mẫu 03a/PLI asks of a vacancy. Money is VND a month.
type work struct {
	Title         string    `json:"ten_cong_viec"`
	Headcount     int       `json:"so_luong"`
	Description   string    `json:"mo_ta"`
	Level1        string    `json:"ma_nghe_cap_1"`
	Level2        string    `json:"ma_nghe_cap_2"`
	Level3        string    `json:"ma_nghe_cap_3"`
	Level4        string    `json:"ma_nghe_cap_4"`
	Occupation    string    `json:"ten_nghe"`
	Position      string    `json:"chuc_vu"`
	Education     string    `json:"trinh_do_hoc_van"`
	Qualification string    `json:"trinh_do_chuyen_mon_ky_thuat"`
	Experience    string    `json:"kinh_nghiem"`
	Place         string    `json:"noi_lam_viec"`
	Contract      string    `json:"loai_hop_dong"`
	Shifts        bool      `json:"lam_ca"`
	Hours         string    `json:"hinh_thuc_lam_viec"`
	WageBand      string    `json:"muc_luong_thang"` // by the wage in the contract
	Wage          int64     `json:"luong_hop_dong"`
	IncomeFrom    int64     `json:"thu_nhap_tu"`
	IncomeTo      int64     `json:"thu_nhap_den"`
	PayNote       string    `json:"ghi_chu_luong"`
	Benefits      []string  `json:"phuc_loi"`
	Conditions    []string  `json:"dieu_kien_lam_viec"`
	Priorities    []string  `json:"doi_tuong_uu_tien"`
	Papers        string    `json:"giay_to"`
	StartsOn      clock.Day `json:"ngay_bat_dau"`
	ClosesOn      clock.Day `json:"thoi_han_tuyen"`
}

// The states of a record and the kinds of endings.
const (
	stateOpen   = "dang_tuyen"
	statePaused = "tam_dung"
	stateEnded  = "ket_thuc_som"
	stateOver   = "het_han"

	endFilled    = "da_tuyen_du"
	endWithdrawn = "rut_tin"
	endEmployer  = "doanh_nghiep_khong_duoc_xac_minh"
	endExpired   = "het_han"
)

// stateOf returns what a vacancy is called at an instant, and how it ended. It
// ended early when that was before the last day to register.
func stateOf(v row, at time.Time) (string, *ending) {
	today := clock.DayOf(at)
	if v.Status == vacancy.Filled || v.Status == vacancy.Withdrawn {
		e := ending{On: today, Kind: endFilled, Reason: v.EndReason}
		if v.Status == vacancy.Withdrawn {
			e.Kind = endWithdrawn
		}
		if v.EndedAt != nil {
			e.On = clock.DayOf(*v.EndedAt)
		}
		if e.Early = e.On.Before(v.ClosesOn); e.Early {
			return stateEnded, &e
		}
		return stateOver, &e
	}
	switch {
	case v.ClosesOn.Before(today):
		return stateOver, &ending{On: v.ClosesOn, Kind: endExpired}
	case v.EmployerState != employer.Verified:
		return statePaused, &ending{On: today, Early: true, Kind: endEmployer}
	case v.Status == vacancy.Paused:
		return statePaused, nil
	}
	return stateOpen, nil
}
