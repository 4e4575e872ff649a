package vacancies

import (
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
// from. It is shown again only while that is the same.
type finished struct {
	edition    string // of the vacancy in the database
	today      clock.Day
	occupation string // by which similar vacancies are found
	similar    []card
	page       []byte // compressed
}

// mostFinished is how many pages are kept, of some eight kilobytes each.
const mostFinished = 2000

// finishedKey names the page that everybody sees who has told nothing of
// himself: neither a home nor what he put aside, and who is not signed in. It
// is empty where the page is one person's own.
func finishedKey(r *http.Request) string {
	ctx := r.Context()
	own := r.URL.RawQuery != "" || r.URL.ForceQuery || access.From(ctx).SignedIn() || len(saved.IDs(ctx)) > 0 || ui.Flash(ctx) != ""
	if own || !route.TakesZipped(r) {
		return ""
	}
	return strings.Join([]string{string(locale.Of(ctx)), site(r), ui.Path(ctx)}, " ")
}

// kept shows the page again if it would be the same, and reports whether it
// did. It asks the database for the edition alone.
func (s *Screens) kept(w http.ResponseWriter, r *http.Request, key, edition string, id int64) (shown bool, err error) {
	today := s.Now.Today()
	f, ok := s.pages.find(key)
	if !ok || f.edition != edition || f.today != today {
		return false, nil
	}
	similar, err := s.similar(r.Context(), id, f.occupation, reference.Point{}, today)
	if err != nil || !reflect.DeepEqual(similar, f.similar) {
		return false, err
	}
	route.SendZipped(w, f.page)
	return true, nil
}

// finish shows a page, and keeps it.
func (s *Screens) finish(w http.ResponseWriter, r *http.Request, key, edition string, o offer) error {
	page, err := route.Zipped(r.Context(), offerPage(o))
	if err != nil {
		return err
	}
	s.pages.put(key, finished{edition, o.today, o.OccupationCode, o.similar, page}, mostFinished)
	route.SendZipped(w, page)
	return nil
}
