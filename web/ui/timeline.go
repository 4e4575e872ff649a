package ui

import (
	"context"

	"cauviec/internal/journal"
	"cauviec/web/locale"
)

// actionWordsOf says what was done.
func actionWordsOf(ctx context.Context, e journal.Entry) string {
	return locale.T(ctx, "journal."+string(e.Thing)+"."+e.Action)
}

// movement says from what to what a thing went, when both are kept.
func movement(ctx context.Context, e journal.Entry) string {
	from, to := valueWords(ctx, e.Thing, e.From), valueWords(ctx, e.Thing, e.To)
	switch {
	case from == "" && to == "", from == to:
		return ""
	case from == "":
		return to
	case to == "":
		return from
	}
	return from + " → " + to
}

// valueWords reads a status in words; what is no status stands as it is.
func valueWords(ctx context.Context, thing journal.Thing, value string) string {
	if key := string(thing) + ".status." + value; locale.Has(key) {
		return locale.T(ctx, key)
	}
	return value
}

// whoDid names the person and the body.
func whoDid(ctx context.Context, e journal.Entry) string {
	body := locale.Pick(ctx, e.BodyVi, e.BodyEn)
	switch {
	case e.Person == "":
		return body
	case body == "":
		return e.Person
	}
	return e.Person + ", " + body
}
