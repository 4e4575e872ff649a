package drives

import (
	"net/http"
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
	Count        map[string]string
	Difficulties string
}

func readResults(r *http.Request) resultForm {
	f := resultForm{Key: r.PostFormValue(route.KeyField), Count: map[string]string{}, Difficulties: r.PostFormValue("difficulties")}
	for _, name := range counts {
		f.Count[name] = r.PostFormValue(name)
	}
	return f
}

// details reads the words as counts. A box left empty is nobody, but how many
// came has to be said.
func (f resultForm) details() (drive.Results, error) {
	problems := errs.Problems{}
	if strings.TrimSpace(f.Count["attended"]) == "" {
		problems.Add("attended", "problem.required")
	}
	number := func(name string) int {
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
	results := drive.Results{
		Attended: number("attended"), Women: number("women"), EthnicMinority: number("ethnic_minority"), PoorHousehold: number("poor_household"),
		Counselled: number("counselled"), Registered: number("registered"), Interviewed: number("interviewed"),
		Shortlisted: number("shortlisted"), Hired: number("hired"), Leaflets: number("leaflets"), Difficulties: f.Difficulties,
	}
	return results, problems.OrNil()
}

// filled is the form of what was reported before; of a drive without a report
// it proposes how many registered by name.
func filled(d drive.Drive) resultForm {
	f := resultForm{Version: d.Version, Count: map[string]string{}}
	if r, reported := d.Results(); reported {
		for name, n := range map[string]int{"attended": r.Attended, "women": r.Women, "ethnic_minority": r.EthnicMinority,
			"poor_household": r.PoorHousehold, "counselled": r.Counselled, "registered": r.Registered, "interviewed": r.Interviewed,
			"shortlisted": r.Shortlisted, "hired": r.Hired, "leaflets": r.Leaflets} {
			f.Count[name] = strconv.Itoa(n)
		}
		f.Difficulties = r.Difficulties
	} else if d.Named > 0 {
		f.Count["registered"] = strconv.Itoa(d.Named)
	}
	return f
}

func (s *Screens) askResults(w http.ResponseWriter, r *http.Request) error {
	d, err := s.recorded(r)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, resultPage(d, filled(d), nil))
}

func (s *Screens) recorded(r *http.Request) (drive.Drive, error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return drive.Drive{}, err
	}
	return s.Drives.Get(r.Context(), access.From(r.Context()).Scope(access.RecordDrives), id)
}

func (s *Screens) report(w http.ResponseWriter, r *http.Request) error {
	d, err := s.recorded(r)
	if err != nil {
		return err
	}
	f := readResults(r)
	if f.Version, err = strconv.Atoi(r.PostFormValue("version")); err != nil {
		return errs.Invalid
	}
	results, err := f.details()
	if err == nil {
		err = s.Drives.Report(r.Context(), access.From(r.Context()), d.ID, f.Version, results)
	}
	if problems, ok := errs.ProblemsOf(err); ok {
		return route.Page(w, r, http.StatusUnprocessableEntity, resultPage(d, f, problems))
	}
	if err != nil {
		return err
	}
	return route.SeeOther(w, r, path(d.ID))
}
