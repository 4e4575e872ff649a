package opendata_test

import (
	"testing"

	"cauviec/internal/opendata"
)

// FuzzParseCursor reads anything; what it accepts it writes the same way.
func FuzzParseCursor(f *testing.F) {
	for _, seed := range []string{"", "1-a-b-c-d-7t8-0-0-0", "1-a-b-c-d-0-0-0-0", "2-a-b-c-d-7t8-0-0-0", "1--1-b-c-d-7t8-0-0-0", "1-a-b-c-d-zzzzzzzz-0-0-0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, ok := opendata.ParseCursor(text)
		if !ok {
			return
		}
		if text == "" {
			if !c.IsZero() {
				t.Error("no text is a place")
			}
			return
		}
		again, ok := opendata.ParseCursor(c.String())
		if !ok || again != c {
			t.Errorf("%q: %+v is written %q", text, c, c.String())
		}
	})
}

func TestParseCursorRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"0", "1", "1-a", "2-a-b-c-d-7t8-0-0-0", "1-a-b-c-d-0-0-0-0", "1-a-b-c--d-7t8-0-0-0", "1-a-b-c-d-zzzzzzzz-0-0-0", "1-a-b-c-d-7t8-0-0-0-0"} {
		if c, ok := opendata.ParseCursor(text); ok {
			t.Errorf("%q is %+v", text, c)
		}
	}
}
