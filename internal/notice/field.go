package notice

import "regexp"

// role is what a labelled field of a task tells.
type role int

const (
	noRole role = iota
	leadRole
	coopRole
	timeRole
	productRole
	otherRole
)

// fieldForms are the names of fields as plans print them: "Cơ quan chủ trì:".
var fieldForms = []struct {
	role role
	form *regexp.Regexp
}{
	{leadRole, regexp.MustCompile(`^(?:(?:cac )?(?:co quan|don vi|to chuc|bo phan|phong|ban|nganh)(?:,? (?:don vi|to chuc|dia phuong))* )?(?:chu tri|thuc hien|dau moi|tham muu|chiu trach nhiem|phu trach|duoc giao|chu tri(?:,)? (?:thuc hien|tham muu|trien khai)|chiu trach nhiem (?:chinh|thuc hien))(?: thuc hien| chinh| tham muu)?$|^(?:phan cong|giao)(?: thuc hien| nhiem vu)?$`)},
	{coopRole, regexp.MustCompile(`^(?:(?:cac )?(?:co quan|don vi|to chuc|phong|nganh)(?:,? (?:don vi|to chuc|dia phuong))* )?(?:cung )?phoi hop(?: thuc hien)?$`)},
	{timeRole, regexp.MustCompile(`^(?:thoi gian|thoi han|tien do|han|ky han|thoi diem|moc thoi gian)(?: (?:hoan thanh|thuc hien|trinh|bao cao|ban hanh|gui|to chuc|trien khai|cuoi|chot|nop|xong))*(?: truoc)?$|^hoan thanh$`)},
	{productRole, regexp.MustCompile(`^(?:san pham|ket qua)(?: (?:dau ra|hoan thanh|thuc hien|du kien|cu the|can dat))*$`)},
	{otherRole, regexp.MustCompile(`^(?:nguon )?(?:kinh phi|dia diem|lanh dao(?: ubnd [a-z]+)? (?:phu trach|chi dao)|nguoi phu trach|thanh phan|doi tuong|pham vi|so luong|ghi chu|hinh thuc|noi dung)(?: thuc hien| tham gia| du kien| tham du)?$`)},
}

// roleOf tells what a field of the given folded name holds.
func roleOf(name string) role {
	for _, f := range fieldForms {
		if f.form.MatchString(name) {
			return f.role
		}
	}
	return noRole
}

// field is a labelled value in a view.
type field struct {
	role     role
	name     int // where its name begins
	from, to int // its value
}

// fieldName finds what may be the name of a field: a few words before a colon,
// at the beginning or after a sign.
var fieldName = regexp.MustCompile(`(^|[.;,(|*+-] ?|\n)([a-z][a-z, ]{2,44}?) ?:`)

// fields finds the labelled fields of a view, in order.
func (v *view) fields() []field {
	var out []field
	for at := 0; at < len(v.s); {
		m := fieldName.FindStringSubmatchIndex(v.s[at:])
		if m == nil {
			break
		}
		from, to := at+m[4], at+m[5]
		if k := roleOf(v.s[from:to]); k != noRole {
			out = append(out, field{role: k, name: from, from: at + m[1], to: len(v.s)})
			at += m[1]
			continue
		}
		at = v.restart(from, to)
	}
	for i := range out[:max(len(out)-1, 0)] {
		out[i].to = out[i+1].name
	}
	if len(out) == 1 && out[0].name > 0 && out[0].role == leadRole && v.s[out[0].name-1] == ' ' && v.s[max(out[0].name-2, 0)] == ',' {
		return nil
	}
	return out
}

// restart returns where to look on when the words up to a colon were no field:
// after a line break among them, which may have begun one.
func (v *view) restart(from, to int) int {
	for i := from + 1; i < to; i++ {
		if v.br[i] > 0 {
			if k := roleOf(v.s[i+1 : to]); k != noRole {
				return i + 1
			}
		}
	}
	return from + 1
}
