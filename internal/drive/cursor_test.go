package drive

import (
	"testing"
	"time"
)

func TestCursorsSurviveAnAddress(t *testing.T) {
	t.Parallel()
	c := Drive{ID: 41, StartsAt: time.Date(2025, 5, 20, 1, 30, 0, 123000, time.UTC)}.Cursor()
	if got := ParseCursor(c.String()); !got.StartsAt.Equal(c.StartsAt) || got.ID != c.ID {
		t.Errorf("%v became %q and %v", c, c.String(), got)
	}
	for _, words := range []string{"", "x", "-", "1-", "-1", "1--1", "1-0", "zzzzzzzzzzzzz-1", "zzzzzzzzzzzz-1", "-5-5", "1-1-1"} {
		if got := ParseCursor(words); got != (Cursor{}) {
			t.Errorf("%q became %v", words, got)
		}
	}
}
