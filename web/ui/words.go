package ui

import (
	"context"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"cauviec/web/locale"
)

// windowTitle is the title of the browser's window.
func windowTitle(ctx context.Context, title string) string {
	if title == "" {
		return locale.T(ctx, "site.name") + " · " + locale.T(ctx, "site.tagline")
	}
	return title + " · " + locale.T(ctx, "site.name")
}

// current is the value of aria-current for a place in the navigation.
func current(here bool) string {
	if here {
		return "page"
	}
	return "false"
}

// chosen is the value of aria-current for one of several.
func chosen(is bool) string {
	if is {
		return "true"
	}
	return "false"
}

// numeral writes a number for an attribute.
func numeral(n int) string { return strconv.Itoa(n) }

// step is the value of aria-current for a step of a form.
func step(here bool) string {
	if here {
		return "step"
	}
	return "false"
}

// Paragraphs parts exact words as the paper does; a line that goes on in small
// letters was broken by the paper's page, not by its author.
func Paragraphs(words string) []string {
	var parts []string
	for line := range strings.Lines(words) {
		line = strings.Join(strings.Fields(line), " ")
		first, _ := utf8.DecodeRuneInString(line)
		switch {
		case line == "":
		case len(parts) > 0 && unicode.IsLower(first):
			parts[len(parts)-1] += " " + line
		default:
			parts = append(parts, line)
		}
	}
	return parts
}
