// Package exchange writes vacancies in a form that the national job exchange
// (Sàn giao dịch việc làm quốc gia, vieclam.gov.vn) could take in.
//
// The exchange's own interface is not public. The mapping is ours, field by
// field after the forms from which the exchange began: Mẫu 03/PLI (employers)
// and Mẫu 03a/PLI (vacancies) of Decree 23/2021/NĐ-CP. Keys are the words of
// the forms without marks; what the forms let one choose carries our code
// ("ma") and the form's words ("ten"). Money is VND a month, days are
// yyyy-mm-dd, instants are UTC.
//
// A file is JSON Lines: a Heading, then a Record for each vacancy that was
// ever public and of which something changed in the range. A record tells the
// vacancy as of the heading's instant; a later file replaces what an earlier
// one said of the same "ma_tin".
//
// What the public is told of an order and the forms have no field for stands
// apart, in "ngoai_mau": the parts of the order by day, allowances, the hours of
// overtime in the expected income, shifts by the clock, days of work a week, and
// whether couples are welcome. Who reads the forms only can leave it out.
//
// The forms also ask for what we do not keep, and it is left out: of the
// employer its e-mail, the representative's title, the hires of the next six
// months and the services wanted; of the vacancy the field of study, other
// training, trade skills with their grade, foreign languages, computer skills,
// soft skills, business trips and secondment, whether the work is for long,
// for a while or on the side, pay by the day, hour or commission, and the way
// of hiring. Occupations are those of VSCO 2020 at the level that the writer
// chose: two digits or four.
package exchange

import (
	"time"

	"cauviec/internal/clock"
)

// The names of the format and of the edition of the mapping.
const (
	Format  = "cauviec-vieclam"
	Mapping = "03a-2021/2"
	forms   = "Mẫu 03/PLI và Mẫu 03a/PLI, Nghị định 23/2021/NĐ-CP"
	caveat  = "Ánh xạ của Cầu Việc theo từng mục của mẫu phiếu; giao diện của Sàn giao dịch việc làm quốc gia chưa được công bố."
)

// Heading is the first line of a file.
type Heading struct {
	Format  string    `json:"dinh_dang"`
	Mapping string    `json:"phien_ban_anh_xa"`
	Forms   string    `json:"mau_phieu"`
	Caveat  string    `json:"luu_y"`
	Since   clock.Day `json:"tu_ngay"`     // changes from the beginning of this day
	At      time.Time `json:"thoi_diem"`   // as of when
	Records int       `json:"so_ban_ghi"`  // lines that follow
	SHA256  string    `json:"sha256"`      // of the bytes that follow, in hexadecimal
	Sample  bool      `json:"du_lieu_mau"` // some of them are invented
}

// Words returns the forms' Vietnamese words of a code, by the key of the code.
type Words func(key string) string
