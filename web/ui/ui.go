// Package ui is the kit that every page is built from: layouts, form fields,
// facts, badges, tables, timelines and charts. It knows no domain: what it
// shows comes as words that are already in the reader's language, except the
// few words of its own ("ui.…").
//
// Nothing here needs script, an inline style or an inline script: the content
// security policy forbids all three.
//
// # Conventions for pages
//
//   - A page is ui.Public or ui.Staff around its content; its title comes from
//     PageHead, and everything below stands in Section.
//   - A list is ui.Table around thead and tbody. On a phone each row becomes a
//     card: every td carries data-label with its column's words; the cell that
//     names the thing has class "cell-title" and no label, cells with numbers
//     have class "num", one that stays on one line on a desk has class "keep", one
//     with sentences has class "cell-words", one with a few words, such as
//     the name of a body, has class "cell-name", and the cell with buttons has class
//     "cell-actions". An empty cell is not shown on a phone.
//   - A thing's page is <div class="with-aside"> around <div> (what it is) and
//     <aside> (its history): side by side on a desk, below on a phone.
//   - Cards in a list are <ul class="cards"> with <li class="card">; a link
//     with class "card-link" inside makes the whole card one target.
//   - A sum of money that decides has class "amount".
//   - A run of buttons stands in <div class="actions">, prose in <div
//     class="prose">, key figures in <ul class="stats">.
//   - Questions that belong together, such as a day and its hours, stand in
//     <div class="field-row">, many short ones in <div class="field-pairs">.
//   - Two charts or panels beside each other on a desk stand in <div
//     class="columns">.
//   - What stays at the lower edge of a phone has class "sticky-actions".
//   - What must not be printed has class "no-print"; what only paper shows has
//     class "print-only".
package ui

import (
	"context"
	"net/url"
	"strings"
)

type contextKey int

const (
	sampleKey contextKey = iota
	flashKey
	pathKey
	bodyKey
)

// WithSample returns a context whose pages say that the data is invented.
func WithSample(ctx context.Context, sample bool) context.Context {
	return context.WithValue(ctx, sampleKey, sample)
}

// Sample reports whether pages say that the data is invented.
func Sample(ctx context.Context) bool {
	sample, _ := ctx.Value(sampleKey).(bool)
	return sample
}

// WithFlash returns a context whose page shows message once on top: what the
// request before has done.
func WithFlash(ctx context.Context, message string) context.Context {
	return context.WithValue(ctx, flashKey, message)
}

// Flash returns the message to show on top, or "".
func Flash(ctx context.Context) string {
	message, _ := ctx.Value(flashKey).(string)
	return message
}

// WithPath returns a context that knows the address of the page, as path?query.
func WithPath(ctx context.Context, path string) context.Context {
	return context.WithValue(ctx, pathKey, path)
}

// Path returns the address of the page as path?query; unknown, it is "/".
func Path(ctx context.Context) string {
	if path, _ := ctx.Value(pathKey).(string); path != "" {
		return path
	}
	return "/"
}

// pathOnly is the address of the page without its query.
func pathOnly(ctx context.Context) string {
	path, _, _ := strings.Cut(Path(ctx), "?")
	return path
}

// Body is the name of the body for whom somebody is signed in, in the reader's
// language.
type Body struct {
	Short string
	Full  string
}

// WithBody returns a context whose staff pages name the body in the top bar.
func WithBody(ctx context.Context, b Body) context.Context {
	return context.WithValue(ctx, bodyKey, b)
}

// BodyOf returns the body named in the top bar; unknown, both names are empty.
func BodyOf(ctx context.Context) Body {
	b, _ := ctx.Value(bodyKey).(Body)
	return b
}

// WithQuery returns the address path?query with one parameter set to value, or
// removed when value is empty. Filters, sorting and the language switch use it.
func WithQuery(address, name, value string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	query := u.Query()
	query.Del(name)
	if value != "" {
		query.Set(name, value)
	}
	u.RawQuery = query.Encode()
	return u.String()
}
