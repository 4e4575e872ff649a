package drives

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/web/route"
)

// counts names the figures of a report in the order of the paper.
var counts = []string{"attended", "women", "ethnic_minority", "poor_household", "counselled", "registered", "interviewed", "shortlisted", "hired", "leaflets"}

// resultForm keeps the words of a report as typed.
type resultForm struct {
	Key          string
	Version      int
	Orders       []drive.Order     // that the drive brings
	Count        map[string]string // by field, those of the orders by drive.ShareField
	Difficulties string
}

func readResults(r *http.Request, orders []drive.Order) resultForm {
	f := resultForm{Key: r.PostFormValue(route.KeyField), Orders: orders, Count: map[string]string{}, Difficulties: r.PostFormValue("difficulties")}
	for _, name := range slices.Concat(counts, shareFields(orders)) {
		f.Count[name] = r.PostFormValue(name)
	}
	return f
}

// details reads the words as counts. A box left empty is nobody, but how many
// came has to be said.
func (f resultForm) details() (drive.Results, []drive.Share, error) {
	problems := errs.Problems{}
	if strings.TrimSpace(f.Count["attended"]) == "" {
		problems.Add("attended", "problem.required")
	}
	number := func(name string) int { return f.number(problems, name) }
	results := drive.Results{
		Attended: number("attended"), Women: number("women"), EthnicMinority: number("ethnic_minority"), PoorHousehold: number("poor_household"),
		Counselled: number("counselled"), Registered: number("registered"), Interviewed: number("interviewed"),
		Shortlisted: number("shortlisted"), Hired: number("hired"), Leaflets: number("leaflets"), Difficulties: f.Difficulties,
	}
	shares := f.shares(problems, results)
	return results, shares, problems.OrNil()
}

func (f resultForm) number(problems errs.Problems, name string) int {
	word := strings.ReplaceAll(strings.TrimSpace(f.Count[name]), ".", "")
	if word == "" {
		return 0
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		problems.Add(name, "problem.number")
	}
	return n
}

// filled is the form of what was reported before; of a drive without a report
// it proposes how many registered by name.
func filled(d drive.Drive, orders []drive.Order) resultForm {
	f := resultForm{Version: d.Version, Orders: orders, Count: map[string]string{}}
	if r, reported := d.Results(); reported {
		for name, n := range map[string]int{"attended": r.Attended, "women": r.Women, "ethnic_minority": r.EthnicMinority,
			"poor_household": r.PoorHousehold, "counselled": r.Counselled, "registered": r.Registered, "interviewed": r.Interviewed,
			"shortlisted": r.Shortlisted, "hired": r.Hired, "leaflets": r.Leaflets} {
			f.Count[name] = strconv.Itoa(n)
		}
		f.Difficulties = r.Difficulties
		f.fillShares()
	} else if d.Named > 0 {
		f.Count["registered"] = strconv.Itoa(d.Named)
		f.proposeShares(d.Named)
	}
	return f
}

// askResults shows the form of a report where one can be made; else the drive
// says why there is none.
func (s *Screens) askResults(w http.ResponseWriter, r *http.Request) error {
	d, orders, err := s.recorded(r)
	if err != nil {
		return err
	}
	if !d.May(drive.Reported, s.Drives.Now.Now()) {
		return route.SeeOther(w, r, path(d.ID))
	}
	return route.Page(w, r, http.StatusOK, resultPage(d, filled(d, orders), nil))
}

// recorded is the drive whose results are asked, and what it brings.
func (s *Screens) recorded(r *http.Request) (d drive.Drive, orders []drive.Order, err error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return d, nil, err
	}
	scope := access.From(r.Context()).Scope(access.RecordDrives)
	if d, err = s.Drives.Get(r.Context(), scope, id); err == nil {
		orders, err = s.Drives.Orders(r.Context(), scope, id)
	}
	return d, orders, err
}

// report saves the counts. Where a colleague was faster, the page shows what
// the colleague reported beside what was typed.
func (s *Screens) report(w http.ResponseWriter, r *http.Request) error {
	d, orders, err := s.recorded(r)
	if err != nil {
		return err
	}
	f := readResults(r, orders)
	f.Version = route.Version(r)
	results, shares, err := f.details()
	if err == nil {
		err = s.Drives.Report(r.Context(), access.From(r.Context()), d.ID, f.Version, results, shares)
	}
	if problems, ok := errs.ProblemsOf(err); ok {
		return route.Page(w, r, http.StatusUnprocessableEntity, resultPage(d, f, problems))
	}
	if errors.Is(err, errs.Conflict) {
		return s.resultConflict(w, r, f)
	}
	if err != nil {
		return err
	}
	return route.SeeOther(w, r, path(d.ID))
}

// resultConflict shows the drive as it stands now. Its report can be written
// over, unless the district has verified it or it was called off.
func (s *Screens) resultConflict(w http.ResponseWriter, r *http.Request, f resultForm) error {
	d, orders, err := s.recorded(r)
	if err != nil {
		return err
	}
	f.Version, f.Orders = d.Version, orders
	may := d.May(drive.Reported, s.Drives.Now.Now())
	return route.Page(w, r, http.StatusConflict, resultConflictPage(d, orders, f, may))
}
