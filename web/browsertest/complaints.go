package browsertest

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// complaints are what the browser says against a page.
type complaints struct {
	sync.Mutex
	said []string
}

// hear fails the test at its end with what the browser complained of. Answers
// with an error status are no complaint: tests ask for them.
func hear(t testing.TB, ctx context.Context) {
	t.Helper()
	heard := listen(t, ctx)
	t.Cleanup(func() {
		for _, complaint := range heard.all() {
			t.Errorf("the browser complains: %s", complaint)
		}
	})
}

func listen(t testing.TB, ctx context.Context) *complaints {
	t.Helper()
	heard := &complaints{}
	if err := chromedp.Listen(ctx, heard.note); err != nil {
		t.Fatalf("listening to the browser: %v", err)
	}
	return heard
}

func (c *complaints) all() []string {
	c.Lock()
	defer c.Unlock()
	return slices.Clone(c.said)
}

func (c *complaints) note(event any) {
	c.Lock()
	defer c.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		c.said = append(c.said, words(e.ExceptionDetails))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && e.Entry.Source != log.EntrySourceNetwork {
			c.said = append(c.said, e.Entry.URL+": "+e.Entry.Text)
		}
	}
}

func words(e *runtime.ExceptionDetails) string {
	if e.Exception != nil && e.Exception.Description != "" {
		return e.Text + " " + e.Exception.Description
	}
	return e.Text
}
