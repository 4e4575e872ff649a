package demo

import "strings"

// Names of people as they are common among the Tày, Nùng, Kinh and Dao of Lạng
// Sơn; nobody in particular is meant.
var (
	families     = strings.Fields("Hoàng Nông Lý Vi Hứa Lương Triệu Nguyễn Trần Đặng Bế Đinh Chu Lô Phùng Dương Mạc La Âu Linh")
	middlesWomen = []string{"Thị", "Thị", "Thị Thu", "Thị Thanh", "Bích", "Thị Kim", "Thu"}
	middlesMen   = []string{"Văn", "Văn", "Đức", "Minh", "Quang", "Xuân", "Ngọc"}
	givenWomen   = strings.Fields("Hương Lan Nga Hoa Mai Thảo Hằng Huyền Yến Nhung Hạnh Dung Tuyết Ngân Loan Duyên Hiền Oanh Phượng Vân")
	givenMen     = strings.Fields("Hùng Dũng Tuấn Nam Sơn Long Hải Thắng Huy Cường Trường Kiên Hiếu Đạt Toàn Quân Bình Thành Việt Khánh")
)

// person returns a full name and whether it is a woman's.
func (w *world) person() (name string, woman bool) {
	woman = w.chance(56)
	family := pick(w, families)
	if woman {
		return family + " " + pick(w, middlesWomen) + " " + pick(w, givenWomen), true
	}
	return family + " " + pick(w, middlesMen) + " " + pick(w, givenMen), false
}

// phone returns a mobile number of the shape that is given out, in E.164.
func (w *world) phone() string {
	prefix := pick(w, []string{"32", "35", "38", "86", "96", "97", "81", "91", "94", "70", "79", "90"})
	number := ""
	for range 7 {
		number += string(rune('0' + w.rand.IntN(10)))
	}
	return "+84" + prefix + number
}

// Words of which the names of the invented employers are made.
var companyWords = []string{
	"Sao Khuê", "Bình Minh Xanh", "Hoa Hồi", "Thảo Nguyên", "Đồng Tâm Việt", "Ánh Ngọc", "Tre Vàng", "Sông Thương", "Kinh Bắc Mới",
	"Hừng Đông", "Mỏ Neo", "Phượng Hoàng Đất", "Cánh Buồm", "Gió Đại Ngàn", "Minh Châu Bạc", "Thiên Lý", "Vạn Xuân Xanh", "Hạt Gạo",
	"Mầm Việt", "Cầu Vồng Bắc",
}

// taxCode returns a code with a right check digit (weights of the General
// Department of Taxation) in a range that was never given out.
func taxCode(n int) string {
	weights := []int{31, 29, 23, 19, 17, 13, 7, 5, 3}
	for number := 249_900_000 + n*37; ; number++ {
		digits, sum, rest := make([]byte, 9), 0, number
		for i := 8; i >= 0; i-- {
			digits[i] = byte('0' + rest%10)
			rest /= 10
		}
		for i, weight := range weights {
			sum += weight * int(digits[i]-'0')
		}
		if check := 10 - sum%11; check != 10 {
			return string(digits) + string(rune('0'+check))
		}
	}
}
