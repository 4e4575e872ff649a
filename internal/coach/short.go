package coach

import "strconv"

// short are the ways in which people type a word shorter, or as they say it.
var short = map[string]string{
	"k": "không", "ko": "không", "hk": "không", "hok": "không", "hông": "không", "khum": "không",
	"ng": "người", "ngừi": "người", "ae": "anh em", "ace": "anh chị em", "ce": "chị em", "mn": "mọi người",
	"lđ": "lao động", "lđpt": "lao động phổ thông", "ldpt": "lao động phổ thông", "nlđ": "người lao động", "nld": "người lao động",
	"gđ": "gia đình", "đc": "được", "dc": "được", "cty": "công ty", "dn": "doanh nghiệp", "bhlđ": "bảo hộ", "bhld": "bảo hộ",
	"hs": "hồ sơ", "pv": "phỏng vấn", "sk": "sức khỏe", "ksk": "khám sức khỏe", "đp": "đồng phục", "nv": "nhân viên",
	"hđ": "hợp đồng", "tc": "tăng ca", "ot": "tăng ca", "ck": "chuyển khoản", "vnd": "đồng", "vnđ": "đồng", "ngàn": "nghìn",
	"kn": "kinh nghiệm", "ktx": "ký túc xá", "yc": "yêu cầu", "ut": "ưu tiên", "vl": "vui lòng", "cmt": "cmnd", "cmtnd": "cmnd",
}

// units are the letters that mean an amount right behind a number.
var units = map[string]string{"k": "nghìn", "tr": "triệu", "củ": "triệu", "cu": "triệu", "đ": "đồng", "d": "đồng"}

// An age that an advert may speak of stands between these.
const (
	youngest = 13
	eldest   = 75
)

// behindNumber is what a word right behind a number means: "500k", "18t"; or
// nothing, where it means what it always does.
func behindNumber(said, number string) string {
	if n, err := strconv.Atoi(number); said == "t" && err == nil && youngest <= n && n <= eldest {
		return "tuổi"
	}
	return units[said]
}
