package alerts

import (
	"context"
	"strings"

	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/code"
	"cauviec/web/locale"
	"cauviec/web/vacancies"
)

// Letters gives messages their words. Site is the address by which people
// reach the site, such as https://cauviec.example.vn.
type Letters struct{ Site string }

// Write writes a message as its channel needs it: a phone message is short, a
// letter names every vacancy.
func (l Letters) Write(d alert.Draft) alert.Words {
	ctx := locale.With(context.Background(), locale.Lang(d.Lang))
	switch d.Kind {
	case alert.Confirm:
		return l.confirm(ctx, d)
	case alert.Question:
		return l.question(ctx, d)
	case alert.Jobs:
	}
	return l.jobs(ctx, d)
}

func (l Letters) confirm(ctx context.Context, d alert.Draft) alert.Words {
	link := l.Site + confirmPath + "?" + paramCode + "=" + d.Code
	key := "letters.confirm"
	if d.Channel == alert.Phone {
		key = "letters.confirm.short"
	}
	return alert.Words{Subject: locale.T(ctx, "letters.confirm.subject"), Link: link, StopLink: l.stop(d),
		Body: locale.T(ctx, key, code.Grouped(d.Code), link)}
}

// stop is where all alerts end; a code to confirm with stops nothing.
func (l Letters) stop(d alert.Draft) string {
	if d.Kind == alert.Confirm {
		return l.Site + stopPath
	}
	return l.Site + stopPath + "?" + paramCode + "=" + d.Code
}

func (l Letters) jobs(ctx context.Context, d alert.Draft) alert.Words {
	w := alert.Words{Subject: subject(ctx, d), Link: l.Site + vacancies.NewestOf(first(d).Asked), StopLink: l.stop(d)}
	if d.Channel == alert.Email {
		w.Body = strings.Join([]string{locale.T(ctx, "letters.greeting"), l.list(ctx, d), l.ending(ctx, d)}, "\n\n")
		return w
	}
	w.Body = locale.T(ctx, "letters.short", w.Subject, brief(ctx, d.Jobs[0]), w.Link, code.Grouped(d.Code), l.Site+stopPath)
	return w
}

// question asks whether the person still looks for work, and names what is new
// beside it.
func (l Letters) question(ctx context.Context, d alert.Draft) alert.Words {
	link := l.Site + renewPath + "?" + paramCode + "=" + d.Code
	w := alert.Words{Subject: locale.T(ctx, "letters.question.subject"), Link: link, StopLink: l.stop(d)}
	if d.Channel != alert.Email {
		w.Body = locale.T(ctx, "letters.question.short", link, code.Grouped(d.Code), l.Site+renewPath)
		return w
	}
	parts := []string{locale.T(ctx, "letters.question", link)}
	if len(d.Jobs) > 0 {
		parts = append(parts, subject(ctx, d)+":", l.list(ctx, d))
	}
	w.Body = strings.Join(append(parts, l.ending(ctx, d)), "\n\n")
	return w
}

// subject says how many there are; more than a message names are not counted.
func subject(ctx context.Context, d alert.Draft) string {
	for _, s := range d.Searches {
		if s.More {
			return locale.T(ctx, "letters.jobs.more", len(d.Jobs))
		}
	}
	return locale.N(ctx, "letters.jobs", len(d.Jobs))
}

// list names the vacancies, and where the rest is.
func (l Letters) list(ctx context.Context, d alert.Draft) string {
	parts := make([]string, 0, len(d.Jobs)+len(d.Searches))
	for _, job := range d.Jobs {
		parts = append(parts, locale.T(ctx, "letters.job", job.Title, job.EmployerName, locale.MonthlyPay(ctx, job.IncomeFrom, job.IncomeTo),
			job.Place(), job.ClosesOn.String(), l.Site+vacancies.Href(job.ID, job.Slug)))
	}
	for _, s := range d.Searches {
		if s.More {
			parts = append(parts, locale.T(ctx, "letters.rest", l.Site+vacancies.NewestOf(s.Asked)))
		}
	}
	return strings.Join(parts, "\n\n")
}

func (l Letters) ending(ctx context.Context, d alert.Draft) string {
	return locale.T(ctx, "letters.ending", l.stop(d), code.Grouped(d.Code), l.Site+stopPath)
}

// brief is a vacancy in a line.
func brief(ctx context.Context, c board.Card) string {
	return locale.T(ctx, "letters.brief", c.Title, locale.MonthlyPay(ctx, c.IncomeFrom, c.IncomeTo), c.Place())
}

// first is the search that a message leads to.
func first(d alert.Draft) alert.Found {
	if len(d.Searches) == 0 {
		return alert.Found{}
	}
	return d.Searches[0]
}
