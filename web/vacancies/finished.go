package vacancies

import (
	"context"
	"net/http"
	"reflect"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/reference"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/saved"
	"cauviec/web/ui"
)

// finished is the page of a vacancy as it travels, with all that it was made
// from. It is shown again only while that is the same. One without a page was
// asked for once: only what is asked for again is kept, or who goes through all
// vacancies would push out those that many look at.
type finished struct {
	edition    string // of the vacancy in the database
	today      clock.Day
	occupation string // by which similar vacancies are found
	similar    []card
	page       []byte // compressed
}

// cardSize is how many bytes a card takes, about.
const cardSize = 400

func (f finished) size() int { return len(f.page) + len(f.similar)*cardSize }

// finishedKey names the page that everybody sees who has told nothing of
// himself: neither a home nor what he put aside, and who is not signed in. It
// is empty where the page is one person's own.
func finishedKey(r *http.Request) string {
	ctx := r.Context()
	own := r.URL.RawQuery != "" || r.URL.ForceQuery || access.From(ctx).SignedIn() || len(saved.IDs(ctx)) > 0 || ui.Flash(ctx) != ""
	if own || !route.TakesZipped(r) {
		return ""
	}
	return strings.Join([]string{string(locale.Of(ctx)), route.Base(r), ui.Path(ctx)}, " ")
}

// again shows a page that was asked for before: the same one if nothing has
// changed, for which the database is asked for the edition alone, or else a new
// one, which is kept. The edition is read before the vacancy: a page may be
// newer than the edition that it is kept under, and then it is made anew.
func (s *Screens) again(w http.ResponseWriter, r *http.Request, key string, f finished) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	edition, err := s.Board.Edition(r.Context(), id)
	if err != nil {
		return err
	}
	same, err := s.same(r.Context(), f, id, edition)
	if err != nil {
		return err
	}
	if same {
		route.SendZipped(w, f.page)
		return nil
	}
	o, done, err := s.offer(w, r)
	if err != nil || done {
		return err
	}
	page, err := route.Zipped(r.Context(), offerPage(o))
	if err != nil {
		return err
	}
	s.pages.put(key, finished{edition, o.today, o.OccupationCode, o.similar, page})
	route.SendZipped(w, page)
	return nil
}

// same reports whether a page would be made from the same today.
func (s *Screens) same(ctx context.Context, f finished, id int64, edition string) (bool, error) {
	today := s.Now.Today()
	if f.page == nil || f.edition != edition || f.today != today {
		return false, nil
	}
	similar, err := s.similar(ctx, id, f.occupation, reference.Point{}, today)
	return reflect.DeepEqual(similar, f.similar), err
}
