package notice

import (
	"regexp"
	"strings"
)

// level is the height of the issuer: it tells who is under it.
type level int

const (
	provinceLevel level = iota // the people's committee of a province, or its office
	departmentLevel
	districtLevel
	communeLevel
	partyLevel
	centralLevel
)

var (
	numberLine  = regexp.MustCompile(`\bs[o0] ?[:.;]? ?([0-9ol]*)(?: ?\.{2,})? ?[/-] ?([0-9]{4} ?/ ?)?([a-z][a-z0-9]*(?: ?[-/&] ?[a-z0-9&]+)+)`)
	dateLine    = regexp.MustCompile(`(?:^|, ?|\s)ngay ?([0-9ol]{0,2})(?:[ .]*thang ?| ?/ ?)([0-9ol]{1,2})(?: ?nam ?| ?/ ?)([0-9ol]{4})`)
	subjectLine = regexp.MustCompile(`^(v/v|ve viec|"v/v)`)
	motto       = regexp.MustCompile(`^(cong hoa xa hoi|doc lap|-+|_+)`)
)

// readFrame reads what stands around the body: number, date, title, addressees
// and signature.
func (d *document) readFrame() {
	top := d.ls[:min(d.frameEnd(), len(d.ls))]
	d.readNumber(top)
	d.readDate(top)
	d.readIssuer(top)
	d.readKind(top)
	d.readAddressees()
	d.readRecipients()
	d.readSignature()
	d.readMeeting()
}

// frameEnd is the line before which number and date stand.
func (d *document) frameEnd() int { return max(d.bodyAt, 12) }

func (d *document) readNumber(top []line) {
	for _, l := range top {
		v := viewOf(d.n.Text, l.span)
		m := numberLine.FindStringSubmatchIndex(v.s)
		if m == nil || m[0] > 3 && !strings.HasPrefix(v.s[m[0]:], "so:") || d.n.Symbol != "" {
			continue
		}
		d.n.Symbol = strings.ReplaceAll(v.words(m[6], m[7]), " ", "")
		number := digitsOf(v.s[m[2]:m[3]])
		if number == "" {
			continue
		}
		if m[4] >= 0 {
			number += "/" + strings.Trim(v.s[m[4]:m[5]], " /")
		}
		sep := "/"
		if v.s[m[3]:m[6]] == "-" {
			sep = "-"
		}
		d.n.Number = number + sep + d.n.Symbol
	}
}

// readDate reads "Lạng Sơn, ngày … tháng 3 năm 2024".
func (d *document) readDate(top []line) {
	for _, l := range top {
		v := viewOf(d.n.Text, l.span)
		m := dateLine.FindStringSubmatchIndex(v.s)
		if m == nil || strings.HasPrefix(v.s, "can cu") || m[0] > 45 && !strings.HasPrefix(v.s, "so") {
			continue
		}
		day, month, year := number(v.s[m[2]:m[3]]), number(v.s[m[4]:m[5]]), number(v.s[m[6]:m[7]])
		if _, ok := dayOf(year, month, max(day, 1)); !ok {
			continue
		}
		d.n.Issued = PartialDate{year, monthOf(month), day}
		toks := foldTokens(strings.TrimRight(strings.TrimSpace(v.words(0, m[0]+1)), ", "))
		for i := range toks {
			if n, name := provinces.at(toks, i); n > 0 {
				d.n.Province = name
			}
		}
		return
	}
}

// readIssuer reads the issuer's name above the number, and whose province it is.
func (d *document) readIssuer(top []line) {
	var words []string
	for _, l := range top {
		if numberLine.MatchString(l.f) || toLine.MatchString(l.f) || kindLine.MatchString(l.f) {
			break
		}
		if motto.MatchString(l.f) || dateLine.MatchString(l.f) || !isUpper(d.n.Text, l) || len(words) > 3 {
			continue
		}
		v := viewOf(d.n.Text, l.span)
		end := len(v.s)
		if at := strings.Index(v.s, "cong hoa xa hoi"); at >= 0 {
			end = at
		}
		words = append(words, v.words(0, end))
	}
	d.n.Issuer = strings.TrimSpace(strings.Join(words, " "))
	toks := foldTokens(d.n.Issuer)
	for i := range toks {
		if n, name := provinces.at(toks, i); n > 0 && (d.n.Province == "" || i > 0 && (toks[i-1].f == "tinh" || toks[i-1].f == "pho")) {
			d.n.Province = name
		}
	}
	d.readLevel()
}

var communeIssuer = regexp.MustCompile(`^(ubnd|uy ban nhan dan|van phong ubnd) (xa|phuong|thi tran|dac khu)\b`)

// cityIssuer is a city: under central rule it stands as high as a province, and
// any other as high as a district. Huế is under central rule since 2025
// (Resolution 175/2024/QH15).
var cityIssuer = regexp.MustCompile(`(?:ubnd|uy ban nhan dan) thanh pho ([a-z ]+)`)
var centralCity = regexp.MustCompile(`^(ha noi|ho chi minh|hai phong|da nang|can tho)\b`)
var districtIssuer = regexp.MustCompile(`(ubnd|uy ban nhan dan) (huyen|quan|thi xa)\b`)

// districtCity reports whether the issuer of the given folded name is a city
// under a province.
func (d *document) districtCity(f string) bool {
	m := cityIssuer.FindStringSubmatch(f)
	if m == nil || centralCity.MatchString(m[1]) {
		return false
	}
	return !strings.HasPrefix(m[1], "hue") || d.n.Issued.Year() < 2025
}

// readLevel works out the issuer's height and its own names.
func (d *document) readLevel() {
	f := foldString(d.n.Issuer)
	symbol := foldString(d.n.Symbol)
	switch {
	case communeIssuer.MatchString(f):
		d.level = communeLevel
	case districtIssuer.MatchString(f), d.districtCity(f):
		d.level = districtLevel
	case strings.HasPrefix(f, "bo ") || strings.HasPrefix(f, "chinh phu") || strings.HasPrefix(f, "thu tuong") || strings.Contains(symbol, "ttg"):
		d.level = centralLevel
	case strings.Contains(f, "tinh uy") || strings.Contains(f, "thanh uy") || strings.HasSuffix(symbol, "/tu"):
		d.level = partyLevel
	case strings.Contains(" "+f, " so ") && !strings.HasSuffix(f, "van phong") && !strings.Contains(symbol, "ubnd"), strings.Contains(f, "ban quan ly"):
		d.level = departmentLevel
	}
	own := []string{"ubnd tinh", "thuong truc ubnd tinh"}
	switch d.level {
	case districtLevel:
		own = append(own, "ubnd huyen", "ubnd thi xa", "ubnd quan", strings.Replace(f, "uy ban nhan dan", "ubnd", 1))
	case communeLevel:
		own = append(own, "ubnd huyen", "ubnd xa", "ubnd phuong", "ubnd thi tran")
	case departmentLevel:
		if _, name, ok := strings.Cut(" "+f, " so "); ok {
			own = append(own, "so "+name)
		}
	}
	if strings.Contains(f, "thanh pho") {
		own = append(own, "ubnd thanh pho")
	}
	if d.n.Province != "" {
		p := foldString(d.n.Province)
		own = append(own, "ubnd tinh "+p, "ubnd thanh pho "+p)
	}
	d.own = own
}

// readKind reads the kind of document and its title.
func (d *document) readKind(top []line) {
	if d.head >= 0 {
		d.n.Kind = documentKind(d.ls[d.head].f)
		d.n.Title = d.titleFrom(d.head + 1)
		if strings.HasPrefix(foldString(d.n.Title), "ket luan") && foldString(d.n.Kind) == "thong bao" {
			d.n.Kind += " kết luận"
		}
		return
	}
	for i, l := range top {
		if subjectLine.MatchString(l.f) {
			d.n.Kind, d.n.Title = "Công văn", d.titleFrom(i)
		} else if toLine.MatchString(l.f) && d.n.Kind == "" {
			d.n.Kind = "Công văn"
		}
	}
}

func (d *document) text(i int) string { return viewOf(d.n.Text, d.ls[i].span).words(0, len(d.ls[i].f)) }

// titleFrom joins the lines of a title up to an empty line or a sentence.
func (d *document) titleFrom(i int) string {
	var words []string
	for j := i; j < len(d.ls) && j < i+6; j++ {
		f := d.ls[j].f
		if j > i && d.ls[j].first || dateLine.MatchString(f) || toLine.MatchString(f) || numberLine.MatchString(f) && j > i || motto.MatchString(f) {
			break
		}
		words = append(words, d.text(j))
	}
	return strings.Join(words, " ")
}

// documentKinds are the kinds of document that lay tasks on bodies, of those
// named in Decree 30/2020/NĐ-CP, Art. 7.
var documentKinds = []string{"Thông báo kết luận", "Thông báo", "Chỉ thị", "Kế hoạch", "Quyết định", "Công điện", "Chương trình", "Hướng dẫn", "Kết luận", "Phương án", "Đề án", "Báo cáo", "Nghị quyết", "Tờ trình", "Biên bản", "Giấy mời", "Phiếu giao việc"}

// documentKind gives the proper name of a kind printed with or without marks.
func documentKind(folded string) string {
	for _, k := range documentKinds {
		if strings.HasPrefix(folded, foldString(k)) {
			return k
		}
	}
	return ""
}

// readAddressees reads the bodies after "Kính gửi".
func (d *document) readAddressees() {
	for i := range d.bodyAt {
		if !toLine.MatchString(d.ls[i].f) {
			continue
		}
		v := viewOf(d.n.Text, span{d.ls[i].from, d.ls[d.bodyAt-1].to})
		r := newReader(v)
		for j := 2; j < len(r.toks); j++ {
			list, next := r.bodies(j, true)
			for _, b := range list {
				d.n.Addressees = append(d.n.Addressees, b.name)
			}
			j = max(j, next-1)
		}
	}
}
