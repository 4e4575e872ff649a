package notice

import (
	"regexp"
	"strings"
)

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

// fields finds the labelled fields of a view, in order. A field's name stands
// before a colon, at the beginning, on a new line or after a sign.
func (v *view) fields() []field {
	var out []field
	for at := range len(v.s) {
		if v.s[at] != ':' {
			continue
		}
		if name, k := v.fieldName(at); k != noRole {
			out = append(out, field{role: k, name: name, from: at + 1, to: len(v.s)})
		}
	}
	for i := range out[:max(len(out)-1, 0)] {
		out[i].to = out[i+1].name
	}
	return out
}

// longestField is the length of the longest name of a field.
const longestField = 60

// fieldName finds the name of a field that ends at a colon, and its role.
func (v *view) fieldName(colon int) (int, role) {
	for i := max(0, colon-longestField); i < colon; i++ {
		begins := i == 0 || v.s[i-1] == '(' || v.s[i-1] == '|' || v.s[i-1] == ' ' && (v.br[i-1] > 0 || i > 1 && strings.IndexByte(".;:,|*+-", v.s[i-2]) >= 0)
		if !begins {
			continue
		}
		if k := roleOf(strings.TrimSpace(v.s[i:colon])); k != noRole {
			return i, k
		}
	}
	return 0, noRole
}
