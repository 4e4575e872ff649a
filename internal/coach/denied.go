package coach

import "regexp"

// deniedAsking carries "makes no difference between" over a list: sex, age,
// origin, looks.
var deniedAsking = regexp.MustCompile(loosen(` không (?:phân biệt|yêu cầu (?:về )?(?:giới tính|độ tuổi|tuổi|ngoại hình|nam))(?: [^ .]+){0,14} $`))

// welcome begins what stands behind people who are told that they may come.
var welcome = regexp.MustCompile(loosen(`^(?: (?:thì|cũng|đều|sẽ))* (?:được (?:nhận|hỗ trợ|bố trí|xem xét|ưu tiên|xếp|nghỉ)|vẫn|có thể|cứ) `))

// ownObject begins what is refused itself, where it is no person.
var ownObject = regexp.MustCompile(loosen(`^ (?:hồ sơ )?(?:qua|thông qua|trung gian|môi giới|cò|sau|tiền|phí|hàng|điện thoại|bất kỳ|trực tiếp|thưởng|lương|giấy|lễ|quà|mặt) `))
