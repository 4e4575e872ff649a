package drives

import (
	"errors"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// planForm keeps the words of a plan as typed.
type planForm struct {
	Key       string
	ID        int64 // 0: a new drive
	Version   int
	Kind      string
	Commune   string
	Title     string
	Venue     string
	Day       string
	From      string
	Until     string
	Note      string
	Employers []string
	Vacancies []string
}

func readPlan(r *http.Request) planForm {
	return planForm{Key: r.PostFormValue(route.KeyField), Kind: r.PostFormValue("kind"), Commune: r.PostFormValue("commune"),
		Title: r.PostFormValue("title"), Venue: r.PostFormValue("venue"), Day: r.PostFormValue("day"), From: r.PostFormValue("from"),
		Until: r.PostFormValue("until"), Note: r.PostFormValue("note"), Employers: r.PostForm["employers"], Vacancies: r.PostForm["vacancies"]}
}

// details reads the words as values.
func (f planForm) details() (drive.Plan, error) {
	problems := errs.Problems{}
	day, err := clock.ParseDay(f.Day)
	if err != nil {
		problems.Add("day", "problem.date")
	}
	p := drive.Plan{Kind: drive.Kind(f.Kind), Title: f.Title, Venue: f.Venue, Note: f.Note}
	if p.StartsAt, err = drive.Instant(day, f.From, "from"); err != nil {
		problems.Add("from", "problem.time")
	}
	if p.EndsAt, err = drive.Instant(day, f.Until, "until"); err != nil {
		problems.Add("until", "problem.time")
	}
	p.Commune, _ = strconv.ParseInt(f.Commune, 10, 64) // none chosen is for the plan to say
	p.Employers, p.Vacancies = numbers(f.Employers), numbers(f.Vacancies)
	return p, problems.OrNil()
}

func numbers(words []string) []int64 {
	var list []int64
	for _, word := range words {
		if n, err := strconv.ParseInt(word, 10, 64); err == nil {
			list = append(list, n)
		}
	}
	return list
}

func words(ids []int64) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = strconv.FormatInt(id, 10)
	}
	return list
}

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	f := planForm{Kind: string(drive.MobileSession), From: "08:00", Until: "11:00"}
	if vacancy := r.URL.Query().Get("tin"); vacancy != "" {
		f.Vacancies = []string{vacancy}
	}
	return s.ask(w, r, http.StatusOK, f, nil)
}

func (s *Screens) ask(w http.ResponseWriter, r *http.Request, status int, f planForm, problems errs.Problems) error {
	actor := access.From(r.Context())
	choices, err := s.Drives.Choices(r.Context(), actor.Scope(access.PlanDrives))
	if err != nil {
		return err
	}
	return route.Page(w, r, status, planPage(f, choices, problems))
}

func (s *Screens) plan(w http.ResponseWriter, r *http.Request) error {
	f := readPlan(r)
	p, err := f.details()
	if err == nil {
		var id int64
		if id, err = s.Drives.Plan(r.Context(), access.From(r.Context()), p); err == nil {
			return route.SeeOther(w, r, path(id))
		}
	}
	return s.askAgain(w, r, f, err)
}

func (s *Screens) askAgain(w http.ResponseWriter, r *http.Request, f planForm, err error) error {
	if problems, ok := errs.ProblemsOf(err); ok {
		return s.ask(w, r, http.StatusUnprocessableEntity, f, problems)
	}
	return err
}

func (s *Screens) edit(w http.ResponseWriter, r *http.Request) error {
	f, err := s.stored(r)
	if err != nil {
		return err
	}
	return s.ask(w, r, http.StatusOK, f, nil)
}

// stored is the form filled with the drive as it stands.
func (s *Screens) stored(r *http.Request) (planForm, error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return planForm{}, err
	}
	scope := access.From(r.Context()).Scope(access.PlanDrives)
	d, err := s.Drives.Get(r.Context(), scope, id)
	if err != nil {
		return planForm{}, err
	}
	employers, vacancies, err := s.Drives.Chosen(r.Context(), scope, id)
	if err != nil {
		return planForm{}, err
	}
	return planForm{ID: id, Version: d.Version, Kind: string(d.Kind), Commune: strconv.FormatInt(d.CommuneID, 10), Title: d.Title,
		Venue: d.Venue, Day: d.Day().String(), From: locale.Time(d.StartsAt), Until: locale.Time(d.EndsAt), Note: d.Note,
		Employers: words(employers), Vacancies: words(vacancies)}, nil
}

// change saves an edited plan. Where a colleague was faster, the page shows
// the drive as it stands beside what was typed.
func (s *Screens) change(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	f := readPlan(r)
	f.ID = id
	f.Version = route.Version(r)
	p, err := f.details()
	if err == nil {
		err = s.Drives.Change(r.Context(), access.From(r.Context()), id, f.Version, p)
	}
	switch {
	case err == nil:
		return route.SeeOther(w, r, path(id))
	case errors.Is(err, errs.Conflict):
		return s.conflict(w, r, f)
	}
	return s.askAgain(w, r, f, err)
}

func (s *Screens) conflict(w http.ResponseWriter, r *http.Request, f planForm) error {
	d, err := s.Drives.Get(r.Context(), access.From(r.Context()).Scope(access.PlanDrives), f.ID)
	if err != nil {
		return err
	}
	choices, err := s.Drives.Choices(r.Context(), access.From(r.Context()).Scope(access.PlanDrives))
	if err != nil {
		return err
	}
	f.Version = d.Version
	return route.Page(w, r, http.StatusConflict, conflictPage(f, d, choices))
}
