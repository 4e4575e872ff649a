package exchange

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

var noon = time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC)

func asKey(key string) string { return key }

// whole is a vacancy of which everything is said.
func whole() Facts {
	first, revised := noon.AddDate(0, 0, -20), noon.AddDate(0, 0, -3)
	return Facts{
		Code: "2222222", Status: vacancy.Published, Revision: 3, FirstAt: first, RevisedAt: revised, RelistedFrom: "3333333", Sample: true,
		Details: vacancy.Details{
			EmployerID: 7, EmployerRef: "PO-1", Title: "Công nhân may <áo>", OccupationCode: "8153", Headcount: 200, Description: "May áo khoác & quần",
			Position: "staff", Education: "lower_secondary", Qualification: "any", Experience: "under_1", Contract: "from_12_to_36",
			Hours: "full", Shift: "garment", BasicWage: 5_200_000, IncomeFrom: 8_000_000, IncomeTo: 11_000_000, PayNote: "Thưởng quý",
			Benefits: []string{"insurance", "dormitory"}, Conditions: []string{"indoor"}, PriorityGroups: []string{"disabled"},
			Papers: "Bản sao căn cước", ContactName: "Chị Hoa", ContactPhone: "+84912345678", Workplace: "Xưởng 2",
			Batches:       []vacancy.Batch{{NeededBy: clock.MustDay("04/05/2026"), Headcount: 120}, {NeededBy: clock.MustDay("01/06/2026"), Headcount: 80}},
			Allowances:    []vacancy.Allowance{{Kind: "attendance", Amount: 500_000, Condition: "Không nghỉ ngày nào"}, {Kind: "skill", Amount: 300_000}},
			OvertimeHours: 20, Turns: []vacancy.Turn{{From: "07:30", To: "16:30", Break: 60}}, WorkDays: 6, Couples: true,
			StartsOn: clock.MustDay("04/05/2026"), ClosesOn: clock.MustDay("30/04/2026")},
		TaxCode: "0100233488", EmployerName: "Công ty May", EmployerType: "private", Industry: "C", Products: "Áo khoác", SizeBand: "201_500",
		Address: "Lô B1", EmployerZone: "Quang Châu", EmployerState: employer.Verified, OccupationName: "Thợ may",
		ProvinceCode: "24", AreaCode: "222", AreaSince: clock.MustDay("01/02/2024"), AreaName: "Việt Yên",
	}
}

func TestEveryFieldOfTheForms(t *testing.T) {
	t.Parallel()
	const want = `{"ma_tin":"2222222",` +
		`"phien_ban":{"so":3,"thay_cho":2,"luc":"2026-04-07T05:00:00Z","dang_lan_dau":"2026-03-21T05:00:00Z","dang_lai_tu_tin":"3333333"},` +
		`"trang_thai":{"ma":"open","ten":"exchange.state.open","tu_ngay":"2026-03-21"},` +
		`"nguoi_su_dung_lao_dong":{"ma_so_thue":"0100233488","ten":"Công ty May","loai_hinh":{"ma":"private","ten":"employer.type.private"},` +
		`"nganh_kinh_doanh_chinh":{"ma":"C","ten":"employer.industry.C"},"san_pham_chinh":"Áo khoác",` +
		`"quy_mo_lao_dong":{"ma":"201_500","ten":"employer.size.201_500"},"dia_chi":"Lô B1","khu_cong_nghiep":"Quang Châu"},` +
		`"ten_cong_viec":"Công nhân may <áo>","so_luong":200,"mo_ta_cong_viec":"May áo khoác & quần",` +
		`"ma_nghe":{"cap_1":"8","cap_2":"81","cap_3":"815","cap_4":"8153","ten":"Thợ may"},` +
		`"chuc_vu":{"ma":"staff","ten":"vacancy.position.staff"},` +
		`"trinh_do_hoc_van":{"ma":"lower_secondary","ten":"vacancy.education.lower_secondary"},` +
		`"trinh_do_chuyen_mon_ky_thuat":{"ma":"any","ten":"vacancy.qualification.any"},` +
		`"kinh_nghiem":{"ma":"under_1","ten":"vacancy.experience.under_1"},` +
		`"noi_lam_viec":{"ma_tinh":"24","ma_huyen":"222","ma_huyen_co_tu":"2024-02-01","ten_huyen":"Việt Yên","dia_diem":"Xưởng 2"},` +
		`"loai_hop_dong":{"ma":"from_12_to_36","ten":"vacancy.contract.from_12_to_36"},` +
		`"hinh_thuc_lam_viec":{"ma":"full","ten":"vacancy.hours.full"},"ca_lam_viec":{"ma":"garment","ten":"vacancy.shift.garment"},` +
		`"muc_luong":{"khoang_tu":{"ma":"from_5_to_10","ten":"exchange.band.from_5_to_10"},` +
		`"khoang_den":{"ma":"from_10_to_20","ten":"exchange.band.from_10_to_20"},` +
		`"luong_hop_dong":5200000,"thu_nhap_tu":8000000,"thu_nhap_den":11000000,"ghi_chu":"Thưởng quý"},` +
		`"phuc_loi":[{"ma":"insurance","ten":"vacancy.benefit.insurance"},{"ma":"dormitory","ten":"vacancy.benefit.dormitory"}],` +
		`"dieu_kien_lam_viec":[{"ma":"indoor","ten":"vacancy.condition.indoor"}],` +
		`"doi_tuong_uu_tien":[{"ma":"disabled","ten":"vacancy.priority.disabled"}],"ho_so":"Bản sao căn cước",` +
		`"lien_he":{"ten":"Chị Hoa","dien_thoai":"+84912345678"},` +
		`"ngay_bat_dau_lam_viec":"2026-05-04","han_tuyen":"2026-04-30",` +
		`"ngoai_mau":{"dot_tuyen":[{"can_truoc_ngay":"2026-05-04","so_luong":120},{"can_truoc_ngay":"2026-06-01","so_luong":80}],` +
		`"phu_cap":[{"loai":{"ma":"attendance","ten":"vacancy.allowance.attendance"},"nhieu_nhat":500000,"dieu_kien":"Không nghỉ ngày nào"},` +
		`{"loai":{"ma":"skill","ten":"vacancy.allowance.skill"},"nhieu_nhat":300000}],"gio_lam_them_thang":20,` +
		`"khung_gio":[{"tu":"07:30","den":"16:30","nghi_phut":60}],"ngay_lam_viec_tuan":6,"nhan_vo_chong":true},"du_lieu_mau":true}`
	var b bytes.Buffer
	if err := encoder(&b).Encode(RecordOf(whole(), noon, asKey)); err != nil {
		t.Fatal(err)
	}
	got := strings.TrimSuffix(b.String(), "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatIsNotSaidIsLeftOut(t *testing.T) {
	t.Parallel()
	f := whole()
	f.Details = vacancy.Details{Title: "Thợ hàn", OccupationCode: "72", ClosesOn: f.ClosesOn}
	f.Revision, f.EmployerType, f.Industry, f.SizeBand, f.Sample = 1, "", "", "", false
	text, err := json.Marshal(RecordOf(f, noon, asKey))
	if err != nil {
		t.Fatal(err)
	}
	for _, left := range []string{"thay_cho", "cap_3", "chuc_vu", "khoang_tu", "luong_hop_dong", "loai_hinh", "ngay_bat_dau", "ngoai_mau", "du_lieu_mau"} {
		if strings.Contains(string(text), left) {
			t.Errorf("%s is told: %s", left, text)
		}
	}
	if !strings.Contains(string(text), `"phuc_loi":[]`) {
		t.Errorf("no benefits are not an empty list: %s", text)
	}
}

func TestBandsOfPay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		amount int64
		want   string
	}{
		{0, ""}, {1, "under_5"}, {4_999_999, "under_5"}, {5_000_000, "from_5_to_10"}, {9_999_999, "from_5_to_10"}, {10_000_000, "from_10_to_20"},
		{20_000_000, "from_20_to_50"}, {50_000_000, "from_20_to_50"}, {50_000_001, "over_50"},
	}
	for _, tt := range tests {
		if got := bandOf(tt.amount); got != tt.want {
			t.Errorf("%d: got %q, want %q", tt.amount, got, tt.want)
		}
	}
	if p := payOf(vacancy.Details{BasicWage: 5_500_000}, asKey); p.From.Code != "from_5_to_10" || p.To != p.From {
		t.Errorf("only a wage of the contract: %+v", p)
	}
	if p := payOf(vacancy.Details{IncomeFrom: 12_000_000}, asKey); p.From.Code != "from_10_to_20" || p.To != p.From {
		t.Errorf("no highest income: %+v", p)
	}
}
