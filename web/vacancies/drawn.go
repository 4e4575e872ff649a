package vacancies

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"time"

	"cauviec/internal/errs"
	"cauviec/internal/picture"
	"cauviec/internal/poster"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// What is drawn of an offer, after its own address.
const (
	posterPath  = "/ap-phich.pdf"
	picturePath = "/anh.png"
	qrPath      = "/ma-qr.svg"
)

// poster is the A4 page to print. An offer that takes nobody has none: the
// reader is sent to its page, which says why.
func (s *Screens) poster(w http.ResponseWriter, r *http.Request) error {
	o, done, err := s.toDraw(w, r, posterPath)
	if err != nil || done {
		return err
	}
	if !o.open() {
		http.Redirect(w, r, o.path(), http.StatusFound)
		return nil
	}
	at, err := s.Board.ChangedAt(r.Context(), o.ID)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Disposition", fmt.Sprintf(`inline; filename="ap-phich-%s.pdf"`, strings.ToLower(o.Code)))
	return s.serve(w, r, o, "application/pdf", posterPath, func(ctx context.Context) ([]byte, error) { return poster.Draw(o.sheet(ctx, at)) })
}

// picture is what stands beside a shared link.
func (s *Screens) picture(w http.ResponseWriter, r *http.Request) error {
	o, done, err := s.toDraw(w, r, picturePath)
	if err != nil || done {
		return err
	}
	return s.serve(w, r, o, "image/png", picturePath, func(ctx context.Context) ([]byte, error) { return picture.Draw(o.card(ctx)) })
}

// qr is the QR of the check.
func (s *Screens) qr(w http.ResponseWriter, r *http.Request) error {
	o, done, err := s.toDraw(w, r, qrPath)
	if err != nil || done {
		return err
	}
	return s.serve(w, r, o, "image/svg+xml", qrPath, func(context.Context) ([]byte, error) {
		modules, err := poster.QR(o.checkLink())
		return svgOf(modules), err
	})
}

// toDraw reads the offer that is to be drawn. What the public may not see is
// NotFound.
func (s *Screens) toDraw(w http.ResponseWriter, r *http.Request, rest string) (o offer, done bool, err error) {
	v, done, err := s.public(w, r, rest)
	o = offer{Vacancy: v, today: s.Now.Today(), site: route.Base(r), centre: s.CentrePhone}
	if err == nil && !done && o.hidden() {
		err = errs.NotFound
	}
	return o, done, err
}

// drawnFor is how long what was drawn may be shown without asking again.
const drawnFor = "public, max-age=3600"

// serve answers with a drawing that depends on the revision, the reader's
// language and the site's own name, and on nothing else.
func (s *Screens) serve(w http.ResponseWriter, r *http.Request, o offer, media, rest string, draw func(context.Context) ([]byte, error)) error {
	ctx := r.Context()
	key := fmt.Sprintf("%s %d.%d %q %s %s %q %t", rest, o.ID, o.Revision, o.site, locale.Of(ctx), o.centre, o.EmployerName, ui.Sample(ctx))
	sum := sha256.Sum256([]byte(key))
	tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", drawnFor)
	h.Set("Vary", "Cookie")
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	bytes, err := s.drawn.get(key, func() ([]byte, error) { return draw(ctx) })
	if err != nil {
		return err
	}
	h.Set("Content-Type", media)
	w.Write(bytes)
	return nil
}

// sheet is what the poster says; at is when the wording was published.
func (o offer) sheet(ctx context.Context, at time.Time) poster.Sheet {
	s := poster.Sheet{
		Lang: string(locale.Of(ctx)), Kicker: locale.T(ctx, "offer.poster.kicker"), From: locale.T(ctx, "offer.poster.from"),
		Title: o.Title, Pay: locale.MonthlyPay(ctx, o.IncomeFrom, o.IncomeTo), PayHelp: locale.T(ctx, "offer.poster.basic", locale.Money(ctx, o.BasicWage)),
		Place: locale.T(ctx, "offer.poster.province", o.place()), Who: o.EmployerName, Marks: o.marks(ctx),
		Until: locale.T(ctx, "offer.poster.until", o.ClosesOn.String()), Promise: locale.T(ctx, "offer.poster.promise"),
		Link: o.checkLink(), Scan: locale.T(ctx, "offer.poster.scan"), CodeIs: locale.T(ctx, "offer.poster.code"), Code: o.Code,
		Type: locale.T(ctx, "offer.poster.type", hostOf(o.site)+"/kiem-tra-tin"), Made: at,
		Rest:   locale.T(ctx, "offer.poster.rest", fmt.Sprintf("%s%s/%d", hostOf(o.site), listPath, o.ID)),
		Origin: locale.T(ctx, "offer.poster.origin", o.Revision, locale.DayTime(at)),
	}
	if o.centre != "" {
		s.Call = locale.T(ctx, "offer.poster.call", locale.Phone(o.centre))
	}
	if ui.Sample(ctx) {
		s.Kicker = locale.T(ctx, "offer.poster.sample")
	}
	return s
}

// card is what the picture says.
func (o offer) card(ctx context.Context) picture.Card {
	return picture.Card{
		Name: locale.T(ctx, "site.name"), Title: o.Title, Pay: locale.MonthlyPay(ctx, o.IncomeFrom, o.IncomeTo),
		Place: locale.T(ctx, "offer.poster.province", o.place()), Marks: strings.Join(o.marks(ctx), " · "), Promise: locale.T(ctx, "jobs.promise"),
	}
}

// marks are how many people are wanted, and where they sleep, how they get to
// work and what they eat.
func (o offer) marks(ctx context.Context) []string {
	words := []string{locale.T(ctx, "jobs.wanted", o.Headcount)}
	for _, m := range highlights(o.Benefits) {
		words = append(words, locale.T(ctx, "jobs.benefit."+m.benefit))
	}
	if o.Couples {
		words = append(words, locale.T(ctx, "offer.couples"))
	}
	return words
}

// hostOf is a site's address as people type it.
func hostOf(site string) string {
	_, host, _ := strings.Cut(site, "://")
	return host
}

// svgOf draws the modules of a QR as one path of lines: dark on white, also in
// the dark look of a page.
func svgOf(modules [][]bool) []byte {
	var path strings.Builder
	poster.Runs(modules, func(x, y, length int) { fmt.Fprintf(&path, "M%d %d.5h%d", x, y, length) })
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[1]d" shape-rendering="crispEdges">`+
		`<path fill="#fff" d="M0 0h%[1]dv%[1]dh-%[1]dz"/><path stroke="#000" d="%s"/></svg>`, len(modules), path.String())
}
