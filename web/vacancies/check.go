package vacancies

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// verdict is what a check says of an offer code.
type verdict string

const (
	genuine verdict = "genuine"
	changed verdict = "changed" // open, with another wording than it began with
	ended   verdict = "ended"
	unknown verdict = "unknown" // a code that no offer has
	noCode  verdict = "no_code" // not a code at all: mistyped
)

// checked is what the page of the check shows. Without a verdict it asks.
type checked struct {
	typed   string
	code    string
	verdict verdict
	vacancy vacancy.Vacancy
	at      time.Time // of the last change, when changed
}

// longestCode is as much as is shown again of what was typed.
const longestCode = 40

func (s *Screens) check(w http.ResponseWriter, r *http.Request) error {
	c := checked{typed: clipped(r.URL.Query().Get("ma"))}
	if c.typed != "" {
		if err := s.judge(r.Context(), &c); err != nil {
			return err
		}
	}
	return route.Page(w, r, http.StatusOK, checkPage(c))
}

// judge finds the vacancy of the code and says what is true of it today.
func (s *Screens) judge(ctx context.Context, c *checked) error {
	code, ok := vacancy.CleanCode(strings.Join(strings.Fields(c.typed), ""))
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
	c.code, c.vacancy, c.verdict = code, v, verdictOf(v, v.Open(s.Now.Today()))
	if c.verdict == changed {
		c.at, err = s.Board.ChangedAt(ctx, v.ID)
	}
	return err
}

func verdictOf(v vacancy.Vacancy, open bool) verdict {
	switch {
	case !open:
		return ended
	case v.Revision > 1:
		return changed
	}
	return genuine
}

// tone is how the verdict looks.
func (v verdict) tone() ui.Tone {
	switch v {
	case genuine:
		return ui.Good
	case changed, ended:
		return ui.Soon
	}
	return ui.Late
}

// shows reports whether the vacancy itself may be shown with the verdict.
func (v verdict) shows() bool { return v == genuine || v == changed }

// echo is what was typed, not too long.
func (c checked) echo() string {
	if runes := []rune(c.typed); len(runes) > longestCode {
		return string(runes[:longestCode]) + "…"
	}
	return c.typed
}

// words is what the verdict means for who asks.
func (c checked) words(ctx context.Context) string {
	if c.verdict == changed {
		return locale.T(ctx, "jobs.check.changed.help", locale.DayTime(c.at))
	}
	return locale.T(ctx, "jobs.check."+string(c.verdict)+".help")
}
