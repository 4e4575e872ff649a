package vacancies

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"cauviec/internal/errs"
	"cauviec/internal/limit"
	"cauviec/internal/vacancy"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// verdict is what a check says of an offer code.
type verdict string

const (
	genuine verdict = "genuine"
	changed verdict = "changed" // open, with another wording than was printed, or than it began with
	ended   verdict = "ended"
	unknown verdict = "unknown" // a code that no offer has
	noCode  verdict = "no_code" // not a code at all: mistyped
	waiting verdict = "wait"    // too many codes that are none came from here
)

// checked is what the page of the check shows. Without a verdict it asks.
type checked struct {
	typed   string
	code    string
	verdict verdict
	vacancy vacancy.Vacancy
	state   vacancy.Status  // what the vacancy is called, when ended
	printed int             // the revision that the paper names; 0: none
	forged  bool            // there never was such a revision
	merged  bool            // the vacancy took up the one that has the code
	was     vacancy.Vacancy // that one, when merged
	at      time.Time       // when what stands now was published, when changed
	edits   []edit
}

const (
	longestCode = 40 // as much as is shown again of what was typed
	checkPath   = "/kiem-tra-tin"
)

// The parameters of a check, which are printed on papers: an offer code (tin
// is the same as ma), and the revision that was printed.
const (
	paramCode  = "ma"
	paramOffer = "tin"
	paramPlain = "dang" // van-ban: one line of plain text
)

// unknownCodes is how many codes that no offer has an address may ask for.
// Beyond it the check still answers for offers that everybody can see in the
// list, so that a commune behind one address is not locked out by a guesser.
var unknownCodes = limit.Rule{Kind: "check", Most: 60, Window: 15 * time.Minute}

func (s *Screens) check(w http.ResponseWriter, r *http.Request) error {
	c, err := s.checked(r)
	if err != nil {
		return err
	}
	w.Header().Add("Vary", "Accept")
	if plain(r) {
		return c.send(w, r)
	}
	return route.Page(w, r, c.status(), checkPage(c))
}

// checkText answers in one line of plain text.
func (s *Screens) checkText(w http.ResponseWriter, r *http.Request) error {
	c, err := s.checked(r)
	if err != nil {
		return err
	}
	return c.send(w, r)
}

func (s *Screens) checked(r *http.Request) (c checked, err error) {
	q := r.URL.Query()
	c.typed = visible(q.Get(paramCode))
	if c.typed == "" {
		c.typed = visible(q.Get(paramOffer))
	}
	if n, err := strconv.Atoi(q.Get(paramRevision)); err == nil && n > 0 {
		c.printed = n
	}
	if c.typed == "" {
		return c, nil
	}
	if err := s.judge(r.Context(), &c); err != nil {
		return c, err
	}
	return c, s.slow(r, &c)
}

// visible returns what was typed without what cannot be seen: an answer in one
// line shows it again.
func visible(typed string) string {
	return clipped(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) || unicode.IsSpace(r) {
			return r
		}
		return -1
	}, typed))
}

// slow counts codes that no offer has, and answers no more of them than is
// allowed.
func (s *Screens) slow(r *http.Request, c *checked) error {
	if c.verdict != unknown && c.verdict != ended {
		return nil
	}
	tries := &limit.Store{DB: s.Vacancies.DB, Now: s.Now}
	try := tries.Left
	if c.verdict == unknown {
		try = tries.Take
	}
	within, err := try(r.Context(), signin.AddressOf(r), unknownCodes)
	if err == nil && !within {
		*c = checked{typed: c.typed, code: c.code, verdict: waiting}
	}
	return err
}

// codeIn reads what was typed as a code, or else the first one in it: people
// paste the whole link, or the line of the paper.
func codeIn(typed string) (code string, ok bool) {
	if code, ok = vacancy.CleanCode(typed); ok {
		return code, true
	}
	if codes := vacancy.CodesIn(typed); len(codes) > 0 {
		return codes[0], true
	}
	return "", false
}

// judge finds the vacancy of the code and says what is true of it today.
func (s *Screens) judge(ctx context.Context, c *checked) error {
	code, ok := codeIn(c.typed)
	if !ok {
		c.verdict = noCode
		return nil
	}
	v, err := s.Vacancies.ByCode(ctx, code)
	if errors.Is(err, errs.NotFound) {
		c.code, c.verdict = code, unknown
		return nil
	}
	if err != nil {
		return err
	}
	c.code, c.vacancy = code, v
	if v.MergedInto != 0 {
		if v, err = s.Vacancies.Public(ctx, v.MergedInto); err != nil {
			return err
		}
		c.was, c.vacancy, c.merged = c.vacancy, v, true
	}
	if today := s.Now.Today(); !v.Open(today) {
		c.verdict, c.state = ended, offer{Vacancy: v, today: today}.State(today)
		return nil
	}
	if c.merged {
		return s.compareMerged(ctx, c)
	}
	return s.compare(ctx, c)
}

// compare says whether the wording that stands now is the one that was
// printed, and what was changed since.
func (s *Screens) compare(ctx context.Context, c *checked) error {
	v := c.vacancy
	if c.printed == v.Revision || c.printed == 0 && v.Revision <= 1 {
		c.verdict = genuine
		return nil
	}
	c.verdict = changed
	now, err := s.Vacancies.Printed(ctx, v.ID, v.Revision)
	if err != nil {
		return err
	}
	c.at = now.At
	if c.printed == 0 {
		return nil
	}
	was, err := s.Vacancies.Printed(ctx, v.ID, c.printed)
	if errors.Is(err, errs.NotFound) {
		c.forged = true
		return nil
	}
	c.edits = editsOf(ctx, was.Facts, v.Details)
	return err
}

// compareMerged says what is other in the vacancy that took up the one whose
// code was checked.
func (s *Screens) compareMerged(ctx context.Context, c *checked) error {
	c.verdict = changed
	if c.was.EndedAt != nil {
		c.at = *c.was.EndedAt
	}
	printed, err := s.Vacancies.Printed(ctx, c.was.ID, c.printed)
	if errors.Is(err, errs.NotFound) {
		c.forged = true
		return nil
	}
	c.edits = editsOf(ctx, printed.Facts, c.vacancy.Details)
	return err
}

// tone is how the verdict looks.
func (v verdict) tone() ui.Tone {
	switch v {
	case genuine:
		return ui.Good
	case changed, ended, waiting:
		return ui.Soon
	}
	return ui.Late
}

// shows reports whether the vacancy itself may be shown with the verdict.
func (v verdict) shows() bool { return v == genuine || v == changed }

// status is the answer's: only waiting is no proper answer.
func (c checked) status() int {
	if c.verdict == waiting {
		return http.StatusTooManyRequests
	}
	return http.StatusOK
}

// plain reports whether one line of text is asked for: by name, or by a reader
// that takes text and no pages.
func plain(r *http.Request) bool {
	if r.URL.Query().Get(paramPlain) == "van-ban" {
		return true
	}
	accepts := strings.Split(r.Header.Get("Accept"), ",")
	is := func(kind string) func(string) bool {
		return func(accept string) bool { return strings.HasPrefix(strings.TrimSpace(accept), kind) }
	}
	return slices.ContainsFunc(accepts, is("text/plain")) && !slices.ContainsFunc(accepts, is("text/html"))
}

// send writes the verdict in one line.
func (c checked) send(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(c.status())
	w.Write([]byte(c.line(r.Context()) + "\n")) // a reader who has gone is no failure of ours
	return nil
}
