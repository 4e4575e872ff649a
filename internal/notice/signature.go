package notice

import (
	"regexp"
	"strings"
)

var (
	personName = regexp.MustCompile(`^[a-z]{1,7}( [a-z]{1,7}){1,4}$`)
	postLine   = regexp.MustCompile(`^((tm|kt|tl|tuq|q|t/m|k/t|t/l)\.|(quyen )?(pho )?(chu tich|chanh|giam doc|cuc truong|truong ban|bi thu|bo truong|thu tuong|vien truong|hieu truong|chi cuc truong)\b)`)
	chairWords = regexp.MustCompile(`(?:dong chi|ong|ba) ([a-z]+(?: [a-z]+){1,4}?)(?:,| -|:| chu tich| pho)`)
)

// readRecipients reads the lines after "Nơi nhận".
func (d *document) readRecipients() {
	if d.signAt >= len(d.ls) || !sendLine.MatchString(d.ls[d.signAt].f) {
		return
	}
	for _, l := range d.ls[d.signAt:d.frameTail()] {
		words := d.n.Text[l.from:l.to]
		if sendLine.MatchString(l.f) {
			at := strings.IndexByte(words, ':')
			if words = strings.TrimSpace(words[at+1:]); at < 0 || words == "" || signLine.MatchString(foldString(words)) {
				continue
			}
		} else if !strings.HasPrefix(l.f, "-") {
			continue
		}
		words = strings.Trim(strings.TrimLeft(words, "-–+ "), " ;.")
		if words != "" {
			d.n.Recipients = append(d.n.Recipients, words)
		}
	}
}

// frameTail is the line after the signature: the first annex or the end.
func (d *document) frameTail() int {
	if len(d.annexes) > 0 {
		return d.annexes[0]
	}
	return len(d.ls)
}

// readSignature reads by what authority and by whom the document is signed.
func (d *document) readSignature() {
	var posts []string
	from := max(d.signAt, 0)
	for from > d.bodyAt && from > d.signAt-6 && (postLine.MatchString(d.ls[from-1].f) || d.isName(from-1)) {
		from--
	}
	for i := from; i < d.frameTail(); i++ {
		l := d.ls[i]
		switch {
		case postLine.MatchString(l.f) && isUpper(d.n.Text, l):
			posts = append(posts, d.text(i))
		case d.isName(i) && (len(posts) > 0 || i > d.signAt):
			d.n.Signatory = d.text(i)
		}
	}
	d.n.Authority = strings.Join(posts, " – ")
}

// isName reports whether a line holds nothing but a person's name.
func (d *document) isName(i int) bool {
	l := d.ls[i]
	if !personName.MatchString(l.f) || kindLine.MatchString(l.f) || postLine.MatchString(l.f) || sendLine.MatchString(l.f) {
		return false
	}
	for _, t := range viewOf(d.n.Text, l.span).tokens() {
		if !t.cap {
			return false
		}
	}
	return strings.Count(l.f, " ") > 0
}

// readMeeting reads who held the meeting that is concluded, and when.
func (d *document) readMeeting() {
	if !strings.Contains(foldString(d.n.Title), "ket luan") && !strings.Contains(foldString(d.n.Kind), "ket luan") {
		return
	}
	if v := viewOf(d.n.Text, span{0, len(d.n.Text)}); d.head >= 0 {
		from := strings.Index(v.s, foldString(d.n.Title))
		if m := chairWords.FindStringSubmatchIndex(v.s[max(from, 0):]); from >= 0 && m != nil {
			d.n.Chair = v.words(from+m[2], from+m[3])
		}
	}
	for i := d.bodyAt; i < min(d.signAt, d.bodyAt+12); i++ {
		if _, labelled := labelOf(d.n.Text, d.ls[i]); labelled && !strings.HasPrefix(d.ls[i].f, "-") {
			return
		}
		if m := meetingDay.FindStringSubmatch(d.ls[i].f); m != nil && d.n.Meeting.IsZero() {
			d.n.Meeting, _ = dayOf(number(m[3]), number(m[2]), number(m[1]))
		}
	}
}

// meetingDay is a day at the beginning of a sentence or after a comma, which is
// where a notice says when the meeting was; the day of a document follows its
// number.
var meetingDay = regexp.MustCompile(`(?:^|[,.;] |trong |vao |sang |chieu )ngay ([0-9lo]{1,2}) ?(?:/|-|\.| thang ) ?([0-9lo]{1,2}) ?(?:/|-|\.| nam ) ?([0-9lo]{4})`)
