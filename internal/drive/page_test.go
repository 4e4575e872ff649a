package drive_test

import (
	"slices"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/drive"
)

// Page by page a list is what it is at once, forwards and backwards, also
// where several drives begin at the same time.
func TestPagesOfDrivesAreTheWholeList(t *testing.T) {
	t.Parallel()
	w := setup(t)
	for i := range 7 {
		p := w.plan()
		p.StartsAt, p.EndsAt = p.StartsAt.AddDate(0, 0, i/3), p.EndsAt.AddDate(0, 0, i/3)
		if _, err := w.store.Plan(t.Context(), w.centre, p); err != nil {
			t.Fatal(err)
		}
	}

	for _, newest := range []bool{false, true} {
		f := drive.Filter{Newest: newest}
		whole, err := w.store.List(t.Context(), w.centre.Scope(access.ReadDrives), f)
		if err != nil || len(whole) != 7 {
			t.Fatalf("%d drives, %v", len(whole), err)
		}
		var walked []int64
		for f.Limit = 2; ; {
			page, err := w.store.List(t.Context(), w.centre.Scope(access.ReadDrives), f)
			if err != nil {
				t.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			for _, d := range page {
				walked = append(walked, d.ID)
			}
			f.After = drive.ParseCursor(page[len(page)-1].Cursor().String())
		}
		var want []int64
		for _, d := range whole {
			want = append(want, d.ID)
		}
		if !slices.Equal(walked, want) {
			t.Errorf("newest first %t: %v by pages, %v at once", newest, walked, want)
		}
	}
}
