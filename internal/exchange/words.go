package exchange

import "cauviec/internal/vacancy"

// words are those printed on Mẫu 03 and 03a/PLI, by the code that the product
// keeps. "Không yêu cầu" stands where the form has a box for it.
var words = map[string]map[string]string{
	"type":     {"state": "Nhà nước", "private": "Ngoài nhà nước", "foreign": "Có vốn đầu tư nước ngoài"},
	"size":     {"under_10": "Dưới 10", "10_50": "10 - 50", "51_100": "51 - 100", "101_200": "101 - 200", "201_500": "201 - 500", "501_1000": "501 - 1.000", "1001_3000": "1.001 - 3.000", "3001_10000": "3.001 - 10.000", "over_10000": "Trên 10.000"},
	"position": {"staff": "Nhân viên", "manager": "Quản lý", "leader": "Lãnh đạo", "other": "Khác"},
	"education": {"any": "Không yêu cầu", "none": "Chưa đi học", "under_primary": "Chưa tốt nghiệp tiểu học", "primary": "Tốt nghiệp tiểu học",
		"lower_secondary": "Tốt nghiệp trung học cơ sở", "upper_secondary": "Tốt nghiệp trung học phổ thông"},
	"qualification": {"any": "Không yêu cầu", "untrained": "Chưa qua đào tạo", "worker": "Công nhân kỹ thuật không bằng", "certificate": "Chứng chỉ nghề dưới 3 tháng",
		"elementary": "Sơ cấp", "intermediate": "Trung cấp", "college": "Cao đẳng", "university": "Đại học", "master": "Thạc sĩ", "doctor": "Tiến sĩ"},
	"experience": {"none": "Không yêu cầu", "under_1": "Dưới 1 năm", "from_1_to_2": "Từ 1 đến 2 năm", "from_2_to_5": "Từ 2 đến 5 năm", "over_5": "Trên 5 năm"},
	"contract":   {"indefinite": "Không xác định thời hạn", "under_12": "Xác định thời hạn dưới 12 tháng", "from_12_to_36": "Xác định thời hạn từ 12 tháng đến 36 tháng"},
	"hours":      {"full": "Toàn thời gian", "part": "Bán thời gian"},
	"benefit": {vacancy.NoBenefit: "Không", "meals_1": "Ăn 1 bữa", "meals_2": "Ăn 2 bữa", "meals_3": "Ăn 3 bữa", "meal_money": "Ăn bằng tiền",
		"insurance": "Bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp", "life_insurance": "Bảo hiểm nhân thọ", "severance": "Trợ cấp thôi việc",
		"nursery": "Nhà trẻ", vacancy.ShuttleBus: "Xe đưa đón", "travel_support": "Hỗ trợ đi lại", vacancy.Dormitory: "Ký túc xá",
		"housing_support": "Hỗ trợ nhà ở", "training": "Đào tạo", "disabled_access": "Lối đi, thiết bị hỗ trợ người khuyết tật",
		"promotion": "Cơ hội thăng tiến", "other": "Khác"},
	"condition": {"indoor": "Trong nhà", "outdoor": "Ngoài trời", "mixed": "Hỗn hợp", "lift_under_5": "Nâng dưới 5 kg", "lift_5_20": "Nâng 5 - 20 kg",
		"lift_over_20": "Nâng trên 20 kg", "standing": "Đứng hoặc đi lại", "hearing": "Nghe nói", "eyesight": "Thị lực",
		"fine_handwork": "Thao tác bằng tay", "both_hands": "Dùng 2 tay"},
	"priority": {"disabled": "Người khuyết tật", "demobilised": "Bộ đội xuất ngũ", "poor_household": "Hộ nghèo, cận nghèo", "ethnic_minority": "Người dân tộc thiểu số"},
}

// wordsOf returns the words of several codes.
func wordsOf(list string, codes []string) []string {
	found := make([]string, 0, len(codes))
	for _, code := range codes {
		if word := words[list][code]; word != "" {
			found = append(found, word)
		}
	}
	return found
}

// million is the unit of the bands.
const million = 1_000_000

// band returns the box of Mẫu 03a/PLI for a monthly wage.
func band(wage int64) string {
	switch {
	case wage <= 0:
		return "Thỏa thuận"
	case wage < 5*million:
		return "Dưới 5 triệu"
	case wage <= 10*million:
		return "5 - 10 triệu"
	case wage <= 20*million:
		return "10 - 20 triệu"
	case wage <= 50*million:
		return "20 - 50 triệu"
	}
	return "Trên 50 triệu"
}

// level returns the code of an occupation at a level, as far as it is known.
func level(code string, n int) string {
	if len(code) < n {
		return ""
	}
	return code[:n]
}
