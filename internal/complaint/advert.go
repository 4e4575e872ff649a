package complaint

import (
	"context"
	"errors"
	"regexp"
	"strconv"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// Subject is what an advert turned out to be: a vacancy of ours, or an
// employer. The zero Subject is neither.
type Subject struct {
	VacancyID    int64
	VacancyTitle string
	VacancyCode  string
	EmployerID   int64
	EmployerName string
}

// pointers is what words may point at: offer codes that can exist, and the
// numbers in links to a vacancy or an employer.
type pointers struct {
	codes    []string
	vacancy  int64
	employer int64
}

var (
	vacancyLink  = regexp.MustCompile(`/viec-lam/(\d{1,18})\b`)
	employerLink = regexp.MustCompile(`/doanh-nghiep/(\d{1,18})\b`)
)

func pointersIn(words string) pointers {
	return pointers{codes: vacancy.CodesIn(words), vacancy: numberIn(vacancyLink, words), employer: numberIn(employerLink, words)}
}

func numberIn(link *regexp.Regexp, words string) int64 {
	found := link.FindStringSubmatch(words)
	if found == nil {
		return 0
	}
	n, err := strconv.ParseInt(found[1], 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// About is public: it returns what an advert's code or link points at, among
// vacancies that were published once and employers that the public knows.
func (s *Store) About(ctx context.Context, advert string) (subject Subject, err error) {
	defer errs.Wrap(&err, "complaint.About")
	p := pointersIn(advert)
	if len(p.codes) == 0 && p.vacancy == 0 && p.employer == 0 {
		return Subject{}, nil
	}
	subject, err = postgres.One[Subject](ctx, s.DB, selectSubject,
		pgx.StrictNamedArgs{"codes": p.codes, "vacancy": p.vacancy, "employer": p.employer})
	if errors.Is(err, errs.NotFound) {
		return Subject{}, nil
	}
	return subject, err
}
