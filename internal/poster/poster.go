// Package poster draws an offer of work for paper: one A4 page that answers
// what work, what pay and where from two metres away, and can be checked by
// its QR and its code. It is black on white, for any copying machine.
package poster

import (
	"bytes"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"cauviec/internal/errs"
	"cauviec/internal/poster/fonts"
)

// Sheet is what a poster says, in the reader's words. Empty words are left out.
// It is always one page: each part has its room. What is too long for it is
// first written smaller; then marks are left out, the last first, and of other
// words the end. Where that happened, Rest is written below.
type Sheet struct {
	Lang    string // of the words: vi, en
	Kicker  string // the word on top
	From    string // who puts the poster up
	Title   string
	Pay     string
	PayHelp string
	Place   string
	Who     string
	Marks   []string // how many, what comes with the work
	Until   string
	Rest    string // where to read what there was no room for
	Promise string
	Link    string // what the QR says
	Scan    string
	CodeIs  string // the words before the code
	Code    string
	Type    string // where to type the code
	Call    string
	Origin  string    // which wording the poster was made from
	Made    time.Time // when that was published: the date of the file
}

// A4 in millimetres, and the margins that every printer leaves.
const (
	pageWidth, pageHeight = 210.0, 297.0
	margin                = 14.0
	inner                 = pageWidth - 2*margin
)

const (
	bold    = "B"
	regular = ""
	family  = "BeVietnamPro"
)

// Draw returns the poster as PDF. The same sheet is always the same bytes.
func Draw(s Sheet) (pdf []byte, err error) {
	defer errs.Wrap(&err, "poster.Draw")
	p := newPaper(s)
	modules, err := QR(s.Link)
	if err != nil {
		return nil, err
	}
	p.head(s)
	p.facts(s)
	p.foot(s, modules)
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// paper is a page with the place where the next words go, and whether any had
// to be left out.
type paper struct {
	*fpdf.Fpdf
	y     float64
	short bool
}

func newPaper(s Sheet) *paper {
	p := &paper{Fpdf: fpdf.New("P", "mm", "A4", "")}
	p.SetCatalogSort(true)
	p.SetCreationDate(s.Made.UTC())
	p.SetModificationDate(s.Made.UTC())
	p.SetLang(s.Lang)
	p.SetTitle(s.Title, true)
	p.SetSubject(s.Origin, true)
	p.SetAuthor(s.From, true)
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(margin, margin, margin)
	p.SetCellMargin(0)
	p.AddUTF8FontFromBytes(family, regular, fonts.Regular)
	p.AddUTF8FontFromBytes(family, bold, fonts.Bold)
	p.AddPage()
	p.y = margin
	return p
}

// head is who speaks, and the word on top.
func (p *paper) head(s Sheet) {
	p.SetFillColor(0, 0, 0)
	Mark(p, margin, p.y-1, 14)
	p.DrawPath("F")
	p.line(s.From, bold, 13, margin+18, p.y+7.5, inner-18)
	p.y += 18
	p.SetFillColor(0, 0, 0)
	p.Rect(margin, p.y, inner, 17, "F")
	p.SetTextColor(255, 255, 255)
	p.centred(s.Kicker, bold, 32, p.y+12.2)
	p.SetTextColor(0, 0, 0)
	p.y += 22
}

// facts are what one reads from two metres: work, pay, place; then the rest.
// With everything at its longest they end above the foot.
func (p *paper) facts(s Sheet) {
	p.block(s.Title, bold, 50, 20, 46)
	p.SetLineWidth(1.2)
	p.y += 4
	top := p.y
	p.y += 3
	p.block(s.Pay, bold, 46, 24, 20)
	p.block(s.PayHelp, regular, 13, 9, 11)
	p.y += 3
	p.Rect(margin, top, inner, p.y-top, "D")
	p.y += 5
	p.block(s.Place, bold, 32, 15, 15)
	p.block(s.Who, regular, 16, 9, 7)
	p.y += 3
	p.block(joined(p.fitting(s.Marks, 12, 14)), bold, 19, 12, 14)
	p.block(s.Until, bold, 19, 14, 9)
	if p.short {
		p.block(s.Rest, regular, 12, 8, 6)
	}
}

// The foot: the QR's side, the band of the promise, and the upper edge of both.
const (
	side, promise = 62.0, 13.0
	footBottom    = pageHeight - margin - 4
	footTop       = footBottom - promise - side - 3
)

// foot is how to check and where to ask; it stands at the lower edge.
func (p *paper) foot(s Sheet, modules [][]bool) {
	p.line(s.Origin, regular, 8.5, margin, pageHeight-margin+3, inner)
	p.SetFillColor(0, 0, 0)
	p.Rect(margin, footBottom-promise, inner, promise, "F")
	p.SetTextColor(255, 255, 255)
	p.centred(s.Promise, bold, 16, footBottom-promise/2+2)
	p.SetTextColor(0, 0, 0)
	p.qr(modules)
	p.y = footTop + 4
	p.beside(s.Scan, bold, 17, 11, 18)
	p.y += 2
	p.beside(s.CodeIs, regular, 12, 10, 6)
	p.beside(s.Code, bold, 34, 20, 15)
	p.beside(s.Type, regular, 12, 8, 12)
	p.y += 1
	p.beside(s.Call, bold, 20, 13, 10)
}

// qr draws the modules in the foot.
func (p *paper) qr(modules [][]bool) {
	unit := side / float64(len(modules)-2*Quiet)
	p.SetFillColor(0, 0, 0)
	Runs(modules, func(column, row, length int) {
		p.Rect(margin+float64(column-Quiet)*unit, footTop+float64(row-Quiet)*unit, float64(length)*unit, unit, "F")
	})
}
