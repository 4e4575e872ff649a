package notice

import (
	"regexp"
	"slices"
	"strings"
)

var (
	personName = regexp.MustCompile(`^[a-z]{1,7}'?( [a-z]{1,7}'?){1,4}$`)
	postLine   = regexp.MustCompile(`^((tm|kt|tl|tuq|q|t/m|k/t|t/l)\.|(quyen )?(pho )?(chu tich|chanh|giam doc|cuc truong|truong ban|bi thu|bo truong|thu tuong|vien truong|hieu truong|chi cuc truong)\b)`)
	chairWords = regexp.MustCompile(`\b(?:dong chi|ong|ba) ([a-z]+(?: [a-z]+){1,4}?)(?:,| -|:| chu tich| pho)`)
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
	if from < len(d.ls) && minutesPost.MatchString(d.ls[from].f) {
		d.readMinutesSignature(from)
		return
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
	end := d.opening()
	if d.head >= 0 && d.head+1 < end {
		d.readChair(viewOf(d.n.Text, span{d.ls[d.head+1].from, d.ls[end-1].to}))
	}
	for i := d.bodyAt; i < end; i++ {
		if m := meetingDay.FindStringSubmatch(d.ls[i].f); m != nil && d.n.Meeting.IsZero() {
			d.n.Meeting, _ = dayOf(number(m[3]), number(m[2]), number(m[1]))
		}
	}
}

// opening is the line at which the first clause begins, or where none is
// looked for any more.
func (d *document) opening() int {
	end := min(d.signAt, d.bodyAt+12)
	for i := d.bodyAt; i < end; i++ {
		if _, labelled := labelOf(d.n.Text, d.ls[i]); labelled && !strings.HasPrefix(d.ls[i].f, "-") {
			return i
		}
	}
	return end
}

// readChair finds the first person named with a title of address.
func (d *document) readChair(v *view) {
	for _, m := range chairWords.FindAllStringSubmatchIndex(v.s, -1) {
		words := viewOf(v.src, span{v.at[m[2]], v.end(m[3])}).tokens()
		if !slices.ContainsFunc(words, func(t token) bool { return !t.cap }) {
			d.n.Chair = v.words(m[2], m[3])
			return
		}
	}
}

// meetingDay is a day at the beginning of a sentence or after a comma, which is
// where a notice says when the meeting was; the day of a document follows its
// number.
var meetingDay = regexp.MustCompile(`(?:^|[,.;] |trong |vao |sang |chieu )ngay ([0-9lo]{1,2}) ?(?:/|-|\.| thang ) ?([0-9lo]{1,2}) ?(?:/|-|\.| nam ) ?([0-9lo]{4})`)
