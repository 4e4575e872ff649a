package poster

import "strings"

// pointMM is the size of a typographic point in millimetres, and leading the
// distance of lines in sizes of the letters.
const (
	pointMM = 25.4 / 72
	leading = 1.22
)

// firm is a space at which no line ends.
const firm = "\u00a0"

// joined are things side by side, with dots between; a line ends only between
// two of them.
func joined(things []string) string {
	kept := make([]string, len(things))
	for i, thing := range things {
		kept[i] = strings.ReplaceAll(thing, " ", firm)
	}
	return strings.Join(kept, firm+"· ")
}

// line writes words on one line from x, smaller where they do not fit in room.
func (p *paper) line(words, weight string, size, x, baseline, room float64) {
	p.SetFont(family, weight, size)
	if wide := p.GetStringWidth(words); wide > room {
		p.SetFontSize(size * room / wide)
	}
	p.Text(x, baseline, words)
}

// centred writes words in the middle of a line of the page.
func (p *paper) centred(words, weight string, size, baseline float64) {
	p.SetFont(family, weight, size)
	if wide := p.GetStringWidth(words); wide > inner-8 {
		p.SetFontSize(size * (inner - 8) / wide)
	}
	p.Text((pageWidth-p.GetStringWidth(words))/2, baseline, words)
}

// block writes words in the middle of the page, over several lines.
func (p *paper) block(words, weight string, size, least, tall float64) {
	lines, size := p.fitted(words, weight, size, least, tall, inner-8)
	for _, l := range lines {
		p.y += size * pointMM * leading
		p.Text((pageWidth-p.GetStringWidth(l))/2, p.y-size*pointMM*(leading-1), l)
	}
}

// beside writes words right of the QR, over several lines.
func (p *paper) beside(words, weight string, size, least, tall float64) {
	const left = margin + side + 7
	lines, size := p.fitted(words, weight, size, least, tall, pageWidth-margin-left)
	for _, l := range lines {
		p.y += size * pointMM * leading
		p.Text(left, p.y-size*pointMM*(leading-1), l)
	}
}

// fitting returns as many of the things, from the first on, as fit side by side
// into a room at a size, in bold letters.
func (p *paper) fitting(things []string, size, tall float64) []string {
	p.SetFont(family, bold, size)
	for n := len(things); n > 0; n-- {
		lines := p.broken(joined(things[:n]), inner-8)
		if float64(len(lines))*size*pointMM*leading <= tall && p.widest(lines) <= inner-8 {
			p.short = p.short || n < len(things)
			return things[:n]
		}
	}
	p.short = p.short || len(things) > 0
	return nil
}

// fitted breaks words into lines in letters as large as fit into a room of so
// many millimetres, between two sizes in points. At the least size, what does
// not fit is cut off with three dots.
func (p *paper) fitted(words, weight string, size, least, tall, room float64) (lines []string, fits float64) {
	if words == "" {
		return nil, size
	}
	for ; ; size-- {
		p.SetFont(family, weight, size)
		lines = p.broken(words, room)
		most := int(tall / (size * pointMM * leading))
		switch {
		case len(lines) <= most && p.widest(lines) <= room:
			return lines, size
		case size > least:
			continue
		}
		return p.cut(lines, max(1, most), room), size
	}
}

// broken parts words into lines that fit, evenly filled.
func (p *paper) broken(words string, room float64) []string {
	lines := p.wrapped(words, room)
	for narrow := room; len(lines) > 1 && narrow > room/2; narrow -= room / 40 {
		closer := p.wrapped(words, narrow)
		if len(closer) > len(lines) || p.widest(closer) > room {
			break
		}
		lines = closer
	}
	return lines
}

// wrapped parts words into lines that are as full as fits.
func (p *paper) wrapped(words string, room float64) []string {
	var lines []string
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' }) {
		last := len(lines) - 1
		if last >= 0 && p.GetStringWidth(lines[last]+" "+w) <= room {
			lines[last] += " " + w
			continue
		}
		lines = append(lines, w)
	}
	return lines
}

func (p *paper) widest(lines []string) float64 {
	wide := 0.0
	for _, l := range lines {
		wide = max(wide, p.GetStringWidth(l))
	}
	return wide
}

// cut keeps so many lines, and of each what fits.
func (p *paper) cut(lines []string, most int, room float64) []string {
	p.short = true
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += "…"
	}
	for i, l := range lines {
		runes := []rune(l)
		for len(runes) > 1 && p.GetStringWidth(string(runes)) > room {
			runes = append(runes[:len(runes)-2], '…')
		}
		lines[i] = string(runes)
	}
	return lines
}
