package notice

import (
	"regexp"
	"slices"
	"strings"
)

// kindOf tells an order from a standing task and a request.
func (d *document) kindOf(r *reader, p piece, found *due) Kind {
	if p.ask && !slices.ContainsFunc(p.leads, d.under) {
		return Request
	}
	if found != nil {
		switch found.rule {
		case Recurring, Ongoing:
			return Standing
		case WhenRequested:
		default:
			return Order
		}
	}
	_, at := r.executing(p.from, p.to)
	if at = r.content(at, p.to); at >= p.to {
		return Standing
	}
	at = r.pastAdjunct(at, p.to)
	if n := lasting.at(r.toks, at); n > 0 && n >= verbs.at(r.toks, at) {
		return Standing
	}
	if r.acts(at, true) && verbs.at(r.toks, at) > 0 {
		return Order
	}
	return Standing
}

// grounds open the words that say by what right or on what basis.
var grounds = newLexicon(`theo, theo chức năng, căn cứ, trên cơ sở, dựa trên`)

// pastAdjunct skips words like "theo chức năng, nhiệm vụ được giao" to what is
// to be done.
func (r *reader) pastAdjunct(i, to int) int {
	if grounds.at(r.toks, i) == 0 {
		return i
	}
	for j := i + 1; j < to && j < i+25; j++ {
		if verbs.at(r.toks, j) > 1 && directives.at(r.toks, j) == 0 {
			return j
		}
	}
	return i
}

// notUnder are beginnings of the names of bodies that take no orders from a
// people's committee: the party, the front and unions, assemblies, courts,
// ministries, banks, firms.
var notUnder = regexp.MustCompile(`^(uy ban mat tran|uy ban mttq|mat tran|mttq|ubmttq|ub mttq|hoi |hiep hoi|lien doan|lien hiep|lien minh|doan |tinh doan|thanh doan|huyen doan|tinh uy|thanh uy|huyen uy|ban tuyen giao|ban dan van|ban to chuc|ban noi chinh|uy ban kiem tra|ban chap hanh|ban thuong (vu|truc)|dang uy|thuong truc|hoi dong|hdnd|toa an|tand|vien kiem sat|vksnd|bo |chinh phu|thu tuong|tong cuc|cuc |ngan hang|nhnn|kho bac|kbnn|bao hiem|bhxh|cong ty|tong cong ty|tap doan|cac (to chuc|hoi|doan the|doanh nghiep|cong ty|bo|co quan trung uong|hiep hoi|ngan hang|nha dau tu)|doanh nghiep|quoc hoi|doan dai bieu|cong an|van phong tinh uy|van phong doan|quan khu|quan doan|su doan|trung doan|lu doan|binh doan|hai doan|dai khi tuong|cang vu|chi nhanh|dien luc|buu dien|vien thong|truong dai hoc|dai hoc|hoc vien|to chuc)`)

// ownDivision is a part of a department or a management board.
var ownDivision = regexp.MustCompile(`^(phong|cac phong|trung tam|chi cuc|cac don vi truc thuoc|thanh tra so|van phong (so|dai dien|ban quan ly|dang ky))\b`)

var committeeName = regexp.MustCompile(`^(ubnd|uy ban nhan dan)( cac)?( tinh| huyen| quan| thi xa| thanh pho| xa| phuong| thi tran| cap [a-z]+)`)

// under reports whether a body takes orders from the issuer.
func (d *document) under(b body) bool {
	f := foldString(b.name)
	if d.outside(b) {
		return false
	}
	m := committeeName.FindStringSubmatch(f)
	switch d.level {
	case centralLevel, partyLevel:
		return !strings.HasPrefix(f, "quoc hoi")
	case departmentLevel:
		return ownDivision.MatchString(f)
	case districtLevel, communeLevel:
		if m != nil {
			return m[3] == " xa" || m[3] == " phuong" || m[3] == " thi tran" || m[3] == " cap xa"
		}
		return !notUnder.MatchString(f) && !strings.HasPrefix(f, "so ") && !strings.HasSuffix(f, " tinh")
	}
	if m != nil {
		return m[3] != " tinh"
	}
	return !notUnder.MatchString(f)
}
