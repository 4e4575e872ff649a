package demo

// trade is what a factory makes, with the jobs that it fills.
type trade struct {
	suffix   string // of the company's name
	section  string // VSIC
	products string
	jobs     []job
}

// job is a kind of work. Money is in thousand VND a month; over is what
// overtime and allowances add to the basic wage.
type job struct {
	title        string
	occupation   string
	overLow      int
	overHigh     int
	premium      int // of the basic wage over the regional minimum, percent
	shift        string
	skilled      bool
	headcountLow int
	headcountTop int
	does         string
	conditions   []string
}

var trades = []trade{
	{"Điện tử", "C", "linh kiện và thiết bị điện tử", []job{
		{"Công nhân lắp ráp linh kiện điện tử", "8212", 3200, 5600, 8, "two_8h", false, 80, 900,
			"Lắp ráp, cắm linh kiện lên bảng mạch theo hướng dẫn công đoạn; tự kiểm tra sản phẩm trước khi chuyển.", []string{"indoor", "lift_under_5", "eyesight", "fine_handwork", "both_hands"}},
		{"Công nhân kiểm tra chất lượng (QC) điện tử", "7543", 3000, 5000, 10, "two_8h", false, 30, 160,
			"Soi, đo và phân loại sản phẩm; ghi phiếu lỗi và báo tổ trưởng khi có bất thường.", []string{"indoor", "lift_under_5", "eyesight"}},
		{"Kỹ thuật viên bảo trì máy SMT", "3114", 3500, 6500, 25, "two_8h", true, 4, 20,
			"Bảo dưỡng, căn chỉnh máy dán linh kiện; xử lý sự cố trong ca.", []string{"indoor", "standing", "lift_5_20"}},
	}},
	{"May mặc", "C", "quần áo xuất khẩu", []job{
		{"Công nhân may công nghiệp", "8153", 2600, 5200, 9, "garment", false, 60, 500,
			"May các công đoạn theo chuyền; chưa biết may được kèm nghề tại xưởng trong tháng đầu.", []string{"indoor", "lift_under_5", "both_hands", "fine_handwork"}},
		{"Công nhân cắt, là, hoàn thiện", "9329", 2200, 4200, 7, "garment", false, 20, 120,
			"Trải vải, cắt theo sơ đồ; là và gấp, đóng gói thành phẩm.", []string{"indoor", "standing", "lift_5_20"}},
		{"Tổ trưởng chuyền may", "3122", 3500, 6500, 30, "garment", true, 2, 12,
			"Chia việc, kèm tay nghề và theo dõi năng suất, chất lượng của một chuyền 25–30 người.", []string{"indoor", "standing"}},
	}},
	{"Năng lượng mặt trời", "C", "tấm quang năng", []job{
		{"Công nhân sản xuất tấm pin mặt trời", "8212", 3600, 6200, 10, "two_12h", false, 100, 700,
			"Vận hành công đoạn hàn, ép, lắp khung tấm pin; xếp dỡ bán thành phẩm trong xưởng.", []string{"indoor", "standing", "lift_5_20"}},
		{"Công nhân kho và xếp dỡ", "9333", 2600, 4400, 6, "two_8h", false, 15, 80,
			"Nhận, xuất hàng theo phiếu; bốc xếp bằng xe nâng tay; giữ kho sạch và đúng vị trí.", []string{"mixed", "standing", "lift_over_20"}},
	}},
	{"Nhựa kỹ thuật", "C", "chi tiết nhựa cho thiết bị điện tử", []job{
		{"Công nhân vận hành máy ép nhựa", "8142", 2800, 4800, 8, "three", false, 20, 150,
			"Trông máy ép, lấy sản phẩm, cắt bavia và kiểm tra ngoại quan.", []string{"indoor", "standing", "lift_5_20"}},
		{"Thợ sửa khuôn", "7222", 4000, 7000, 35, "office", true, 2, 10,
			"Sửa, đánh bóng và bảo dưỡng khuôn ép nhựa; đọc được bản vẽ.", []string{"indoor", "standing", "lift_5_20"}},
	}},
	{"Bao bì", "C", "thùng carton, hộp giấy", []job{
		{"Công nhân vận hành máy in, bế hộp", "7322", 2600, 4600, 8, "two_8h", false, 10, 90,
			"Vận hành máy in, máy bế và dán hộp; kiểm tra màu và kích thước.", []string{"indoor", "standing", "lift_5_20"}},
		{"Lao động phổ thông đóng gói", "9321", 2200, 3800, 5, "two_8h", false, 20, 140,
			"Đóng gói, dán nhãn, xếp kiện; không yêu cầu kinh nghiệm.", []string{"indoor", "standing", "lift_5_20"}},
	}},
	{"Cơ khí chính xác", "C", "chi tiết kim loại gia công", []job{
		{"Công nhân vận hành máy CNC", "7223", 3400, 6200, 22, "two_8h", true, 8, 60,
			"Gá phôi, chạy chương trình có sẵn, đo kiểm bằng thước cặp và panme.", []string{"indoor", "standing", "lift_5_20", "eyesight"}},
		{"Thợ hàn", "7212", 3600, 6800, 28, "office", true, 4, 30,
			"Hàn MIG/TIG kết cấu vừa và nhỏ theo bản vẽ; có chứng chỉ nghề là lợi thế.", []string{"indoor", "standing", "lift_5_20", "eyesight"}},
	}},
	{"Thực phẩm", "C", "vải thiều sấy, nông sản chế biến", []job{
		{"Công nhân chế biến nông sản", "8160", 2300, 4000, 6, "two_8h", false, 30, 160,
			"Sơ chế, phân loại, sấy và đóng gói nông sản theo quy trình vệ sinh.", []string{"indoor", "standing", "lift_5_20"}},
	}},
	{"Dịch vụ suất ăn", "I", "suất ăn công nghiệp", []job{
		{"Nhân viên bếp ăn công nghiệp", "9412", 2000, 3600, 7, "two_8h", false, 8, 40,
			"Sơ chế, chia suất, rửa khay; làm theo ca bếp.", []string{"indoor", "standing", "lift_5_20"}},
	}},
}
