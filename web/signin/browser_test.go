package signin_test

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"

	"cauviec/web/browsertest"
)

// TestSigningInInABrowser goes through the pages as people do, without a word
// of script of ours, on a phone and on a desk.
func TestSigningInInABrowser(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ctx := browsertest.New(t)
	look(t, ctx, s.URL+"/dang-nhap?mau", "sign-in")
	send(t, ctx, s.URL+"/dang-nhap?toi=/mat-khau", "lan", "sai")
	if !browsertest.Evaluate[bool](t, ctx, `document.querySelector("[data-test=problem-password]") !== null`) {
		t.Error("a wrong password is not told")
	}
	browsertest.Axe(t, ctx)
	send(t, ctx, s.URL+"/dang-nhap?toi=/mat-khau", "lan", password)
	if at := browsertest.Evaluate[string](t, ctx, `location.pathname`); at != "/mat-khau" {
		t.Errorf("signed in at %s", at)
	}
	look(t, ctx, s.URL+"/mat-khau", "password")
	look(t, ctx, s.URL+"/mat-khau?lang=en", "password-english")
}

// send signs in through the form and waits for the page that it leads to.
func send(t *testing.T, ctx context.Context, address, username, password string) {
	t.Helper()
	browsertest.Open(t, ctx, address)
	browsertest.Do(t, ctx,
		chromedp.SendKeys(chromedp.CSS(`#field-username`), username),
		chromedp.SendKeys(chromedp.CSS(`#field-password`), password))
	if _, err := chromedp.RunResponse(ctx, chromedp.Submit(chromedp.CSS(`#field-password`))); err != nil {
		t.Fatal(err)
	}
}

// look opens a page at the widths of phones and desks.
func look(t *testing.T, ctx context.Context, address, name string) {
	t.Helper()
	for _, width := range []int{320, 360, 1280} {
		browsertest.Viewport(t, ctx, width)
		browsertest.Open(t, ctx, address)
		browsertest.NoSidewaysScroll(t, ctx)
		if width != 320 {
			browsertest.Axe(t, ctx)
			browsertest.Shot(t, ctx, name, width)
		}
	}
}
