package publicity_test

import (
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/publicity"
)

// pieces enters pieces of every standing about the vacancy, which has revision
// 2, about a closed one and about none.
func (w world) pieces(t *testing.T) {
	t.Helper()
	_, err := w.db.Exec(t.Context(), `UPDATE vacancies SET revision = 2 WHERE id = $1`, w.vacancy)
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.db.Exec(t.Context(), `
		WITH closed AS (
		    INSERT INTO vacancies (code, employer_id, status, title, slug, revision, closes_on, created_at, published_at)
		    SELECT 'DEF', employer_id, 'published', 'May', 'may', 1, '2024-04-09', '2024-01-01', '2024-01-01' FROM vacancies WHERE id = @open RETURNING id)
		INSERT INTO publicity_items (partnership_id, body_id, vacancy_id, vacancy_revision, form, status, title, planned_on, created_at)
		SELECT p.id, @body, v.id, revision, 'radio', status, 'Bài', DATE '2024-04-10' + day, '2024-01-01'
		FROM (SELECT id FROM partnerships ORDER BY id LIMIT 1) p,
		     (SELECT id FROM closed UNION ALL SELECT @open UNION ALL SELECT NULL) v (id),
		     generate_series(1, 2) revision, unnest(ARRAY['planned', 'published', 'cancelled']) status, generate_series(-1, 1) day`,
		pgx.StrictNamedArgs{"open": w.vacancy, "body": w.paper.Body})
	if err != nil {
		t.Fatal(err)
	}
}

// What the pages part by is what Item.Standing says, and page by page they are
// the whole list in one order.
func TestPagesAreTheWholeListInOrder(t *testing.T) {
	t.Parallel()
	w := setup(t)
	w.pieces(t)
	scope, today := w.other.Scope(access.ReadPublicity), noon.Today()
	whole, more, err := w.store.Page(t.Context(), scope, publicity.Filter{}, publicity.Cursor{}, 100)
	if err != nil || more || len(whole) != 3*2*3*3 {
		t.Fatalf("%d pieces, more %t, %v", len(whole), more, err)
	}
	for i, item := range whole[1:] {
		a, b := whole[i].Cursor(today), item.Cursor(today)
		inOrder := a.Over == b.Over && (a.Day == b.Day && a.ID < b.ID || a.Day != b.Day && a.Day.Before(b.Day) != a.Over)
		if !inOrder && (a.Over || !b.Over) {
			t.Errorf("%v stands before %v", a, b)
		}
	}
	var walked []publicity.Item
	for after, more := (publicity.Cursor{}), true; more; {
		var page []publicity.Item
		if page, more, err = w.store.Page(t.Context(), scope, publicity.Filter{}, publicity.ParseCursor(after.String()), 7); err != nil {
			t.Fatal(err)
		}
		walked = append(walked, page...)
		after = page[len(page)-1].Cursor(today)
	}
	same := func(a, b publicity.Item) bool { return a.ID == b.ID }
	if !slices.EqualFunc(whole, walked, same) {
		t.Errorf("page by page there are %d pieces in another order", len(walked))
	}
	for _, standing := range []publicity.Standing{publicity.OnPlan, publicity.Overdue, publicity.Run, publicity.Stale, publicity.Closed, publicity.Dropped} {
		want := slices.DeleteFunc(slices.Clone(whole), func(i publicity.Item) bool { return i.Standing(today) != standing })
		got, _, err := w.store.Page(t.Context(), scope, publicity.Filter{Standing: standing}, publicity.Cursor{}, 100)
		if err != nil || len(want) == 0 || !slices.EqualFunc(got, want, same) {
			t.Errorf("%s: %d pieces, want %d (%v)", standing, len(got), len(want), err)
		}
	}
}

func TestCursorsThatAreNoneBeginTheList(t *testing.T) {
	t.Parallel()
	c := publicity.Cursor{Over: true, Day: clock.MustDay("10/04/2024"), ID: 7}
	if got := publicity.ParseCursor(c.String()); got != c {
		t.Errorf("%q became %v", c, got)
	}
	for _, words := range []string{"", "a", "a.2024-04-10", "c.2024-04-10.1", "a.2024-04-10.0", "a.2024-04-10.x", "a..1", "a.2024-04-10.1.1"} {
		if got := publicity.ParseCursor(words); got != (publicity.Cursor{}) {
			t.Errorf("%q became %v", words, got)
		}
	}
}
