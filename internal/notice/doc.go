package notice

import (
	"regexp"
	"strconv"
	"strings"
)

// document is a notice while it is read.
type document struct {
	n       *Notice
	ls      []line
	trees   []*tree
	options Options
	asks    bool     // the letter asks its addressees: "đề nghị quý cơ quan"
	own     []string // the folded names of the issuer
	level   level
	head    int // line of the kind of document, -1 for none
	bodyAt  int // first line of the body
	signAt  int // first line after it
	annexes []int
}

var (
	kindLine   = regexp.MustCompile(`^(thong bao|chi thi|ke hoach|quyet dinh|cong dien|chuong trinh|huong dan|ket luan|phuong an|de an|bao cao|nghi quyet|to trinh|bien ban|giay moi|phieu giao viec)( ket luan| hanh dong| phoi hop| khan| hoa toc)?( so .*)?:?$`)
	sendLine   = regexp.MustCompile(`^noi nhan\b`)
	signLine   = regexp.MustCompile(`^(tm|kt|tl|tuq|t/m|k/t|t/l|q)\. ?[a-z]`)
	toLine     = regexp.MustCompile(`^kinh gui\b`)
	annexLine  = regexp.MustCompile(`^phu luc( [0-9ivx]+)?\b`)
	finalStop  = regexp.MustCompile(`\./\.?"?$`)
	closeWords = regexp.MustCompile(`^(tren day la|nhan duoc|yeu cau|de nghi (cac|thu truong|quy|giam doc)|(thua lenh|tl)|(ubnd|uy ban nhan dan|chu tich|van phong|dong chi|pho chu tich|thuong truc)[^.;]{0,110}?\b(yeu cau|de nghi|thong bao|tran trong|giao|thua lenh)|trong qua trinh|(moi )?(thong tin|chi tiet|vuong mac)[^.;]{0,20} lien he|can cu (noi dung|ket luan|ke hoach|chi thi|thong bao)|tran trong|(chi thi|thong bao|quyet dinh|ke hoach|cong dien|cong van) nay|giao (chanh )?van phong|noi dung|cac (so|co quan|don vi)[^.;]{0,80}(nghiem tuc|thuc hien|can cu)|thua lenh|van phong|giao [^.;]{5,90}(theo doi|don doc|kiem tra|tong hop))`)
)

// layOut finds the parts of the document and reads its frame.
func layOut(n *Notice) *document {
	d := &document{n: n, ls: lines(n.Text), head: -1}
	d.findBody()
	d.findEnd()
	d.readFrame()
	d.grow()
	return d
}

// findBody finds where the body begins.
func (d *document) findBody() {
	for i := range min(len(d.ls), 60) {
		l := d.ls[i]
		if d.head < 0 && kindLine.MatchString(l.f) && isUpper(d.n.Text, l) {
			d.head, d.bodyAt = i, i+1
		}
		if toLine.MatchString(l.f) {
			d.bodyAt = d.afterAddressees(i)
		}
		if d.bodyAt == 0 && d.head < 0 && dateLine.MatchString(l.f) {
			d.bodyAt = i + 1
		}
	}
}

// findEnd finds where the body ends, and the annexes.
func (d *document) findEnd() {
	d.signAt = len(d.ls)
	for i := d.bodyAt; i < len(d.ls); i++ {
		signed := signLine.MatchString(d.ls[i].f) || minutesPost.MatchString(d.ls[i].f)
		if sendLine.MatchString(d.ls[i].f) || signed && isUpper(d.n.Text, d.ls[i]) {
			d.signAt = i
			break
		}
	}
	if d.signAt == len(d.ls) {
		for i := d.bodyAt; i < len(d.ls); i++ {
			if finalStop.MatchString(d.ls[i].f) {
				d.signAt = i + 1
				break
			}
		}
	}
	for i := d.signAt; i < len(d.ls); i++ {
		if l := d.ls[i]; (annexLine.MatchString(l.f) || kindLine.MatchString(l.f)) && isUpper(d.n.Text, l) {
			d.annexes = append(d.annexes, i)
		}
	}
}

// isUpper reports whether a line is printed in capitals.
func isUpper(text string, l line) bool {
	v := viewOf(text, l.span)
	for i := range min(len(v.s), 8) {
		if v.s[i] >= 'a' && v.s[i] <= 'z' && !v.upper(i) {
			return false
		}
	}
	return true
}

// afterAddressees returns the line after the block "Kính gửi".
func (d *document) afterAddressees(i int) int {
	j := i + 1
	for j < len(d.ls) && j < i+40 {
		f := d.ls[j].f
		open := strings.HasSuffix(d.ls[j-1].f, ";") || strings.HasSuffix(d.ls[j-1].f, ":") || strings.HasSuffix(d.ls[j-1].f, ",")
		if !open && (d.ls[j].first || !strings.HasPrefix(f, "-")) {
			break
		}
		j++
	}
	return j
}

// grow builds the clause trees of the body and of the annexes.
func (d *document) grow() {
	body := d.ls[d.bodyAt:max(d.signAt, d.bodyAt)]
	t := grow(d.n.Text, "", body, false)
	if len(t.nodes) == 0 {
		t = grow(d.n.Text, "", body, true)
	}
	if len(t.nodes) == 0 {
		t.paragraphs(body)
	}
	t.closing(body)
	d.trees = []*tree{t}
	for k, from := range d.annexes {
		to := len(d.ls)
		if k+1 < len(d.annexes) {
			to = d.annexes[k+1]
		}
		prefix := "PL"
		if len(d.annexes) > 1 {
			prefix += strconv.Itoa(k + 1)
		}
		d.trees = append(d.trees, grow(d.n.Text, prefix, d.ls[from+1:to], false))
	}
}

// calendar is how the document's deadlines are worked out.
func (d *document) calendar() calendar {
	working := d.options.WorkingDay
	if working == nil {
		working = usualWorkingDay
	}
	return calendar{issued: d.n.Issued, working: working}
}
