package candidates

import (
	"net/http"
	"strconv"
	"strings"

	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/web/route"
)

// form is a registration as typed.
type form struct {
	FullName, BirthYear, Phone, Area, Gender string
	Introduce, Keep, Statistics              string
	Vacancy, Drive, Manner, On, Version      string
}

func readForm(r *http.Request) form {
	v := r.PostFormValue
	return form{
		FullName: v("full_name"), BirthYear: v("birth_year"), Phone: v("phone"), Area: v("area"), Gender: v("gender"),
		Introduce: v("introduce"), Keep: v("keep"), Statistics: v("statistics"),
		Vacancy: v("vacancy"), Drive: v("drive"), Manner: v("manner"), On: v("on"), Version: v("version"),
	}
}

// registration reads the words as values. Whether they make sense is for the
// candidate to say.
func (f form) registration() (candidate.Registration, errs.Problems) {
	p := errs.Problems{}
	r := candidate.Registration{
		FullName: f.FullName, BirthYear: year(p, f.BirthYear), Phone: f.Phone, AreaID: route.Number(f.Area), Gender: candidate.Gender(f.Gender),
		Introduce: f.Introduce == "1", Keep: f.Keep == "1", Statistics: f.Statistics == "1",
		VacancyID: route.Number(f.Vacancy), DriveID: route.Number(f.Drive), Manner: candidate.Manner(f.Manner), On: readDay(p, f.On),
	}
	return r, p
}

func (f form) edit() (candidate.Edit, errs.Problems) {
	p := errs.Problems{}
	return candidate.Edit{
		FullName: f.FullName, BirthYear: year(p, f.BirthYear), Gender: candidate.Gender(f.Gender), Phone: f.Phone,
		AreaID: route.Number(f.Area), Version: int(route.Number(f.Version)),
	}, p
}

// year reads a year of birth. Words that are no number keep their problem;
// the year then stands at 0.
func year(p errs.Problems, words string) int {
	words = strings.TrimSpace(words)
	if words == "" {
		return 0
	}
	n, err := strconv.Atoi(words)
	if err != nil {
		p.Add("birth_year", "candidate.problem.birth_year")
	}
	return n
}

func readDay(p errs.Problems, words string) clock.Day {
	day, err := clock.ParseDay(words)
	if err != nil {
		p.Add("on", "problem.date")
	}
	return day
}

// together joins the problems of reading with those that an operation found;
// the ones of reading come first. Another failure stays what it is.
func together(p errs.Problems, err error) (errs.Problems, error) {
	found, judged := errs.ProblemsOf(err)
	if err != nil && !judged {
		return nil, err
	}
	p.Merge(found)
	return p, nil
}
