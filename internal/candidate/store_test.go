package candidate_test

import (
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/candidate"
	"cauviec/internal/errs"
)

func TestTwoProcessesIntroduceAtOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	results := make(chan error, 2)
	for range 2 {
		go func() {
			results <- b.Introduce(t.Context(), b.centre, candidate.Introduction{CandidateID: id, VacancyID: b.vacancies[0]})
		}()
	}
	first, second := <-results, <-results
	if first == nil {
		first, second = second, first
	}
	if second != nil || !errors.Is(first, errs.Conflict) {
		t.Errorf("got %v and %v, want one success and one conflict", first, second)
	}
}

func TestAPersonIsPlacedOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	b.visitor(t, 1)
	b.to(t, id, 0, candidate.Hired)
	b.to(t, id, 1, candidate.Interviewed)
	r := b.of(t, id, 1)
	hire := candidate.Move{To: candidate.Hired, On: b.Now.Today()}
	err := b.Record(t.Context(), b.centre, r.ID, r.Version, hire)
	p, _ := errs.ProblemsOf(err)
	if p["to"].Key != "candidate.problem.placed" || p["to"].Args[0] != "Công nhân 0" {
		t.Errorf("the centre: got %v %v", err, p["to"].Args)
	}
	err = b.Record(t.Context(), b.other, r.ID, r.Version, hire)
	if p, _ := errs.ProblemsOf(err); p["to"].Key != "candidate.problem.placed_elsewhere" || len(p["to"].Args) != 0 {
		t.Errorf("the employer: got %v", err)
	}
	_, err = b.DB.Exec(t.Context(), `UPDATE referrals SET status = 'hired' WHERE id = @id`, pgx.StrictNamedArgs{"id": r.ID})
	if !errors.Is(err, errs.Conflict) {
		t.Errorf("the database: got %v, want a conflict", err)
	}
}

func TestRecordWantsTheNewestVersion(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	b.to(t, id, 0, candidate.Introduced)
	r := b.of(t, id, 0)
	m := candidate.Move{To: candidate.Interviewed, On: b.Now.Today()}
	if err := b.Record(t.Context(), b.centre, r.ID, r.Version-1, m); !errors.Is(err, errs.Conflict) {
		t.Errorf("stale: got %v", err)
	}
	if err := b.Record(t.Context(), b.district, r.ID, r.Version, m); !errors.Is(err, errs.Forbidden) {
		t.Errorf("a district: got %v", err)
	}
	if err := b.Record(t.Context(), b.other, r.ID, r.Version, m); !errors.Is(err, errs.NotFound) {
		t.Errorf("another employer: got %v", err)
	}
	if err := b.Record(t.Context(), b.employer, r.ID, r.Version, m); err != nil {
		t.Errorf("its employer: %v", err)
	}
}

func TestIntroducingNeedsConsent(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	in := candidate.Introduction{CandidateID: id, VacancyID: b.vacancies[1]}
	err := b.Introduce(t.Context(), b.centre, in)
	if p, _ := errs.ProblemsOf(err); p["agreed"].Key != "candidate.problem.no_consent" {
		t.Fatalf("without: got %v", err)
	}
	in.Agreed = candidate.ByPhone
	if err := b.Introduce(t.Context(), b.centre, in); err != nil {
		t.Fatal(err)
	}
	p := b.get(t, b.centre, id)
	if !p.Consents.ForEmployer(b.employers[1]) || p.Consents[0].Manner != candidate.ByPhone {
		t.Errorf("got %+v", p.Consents)
	}
	if err := b.Introduce(t.Context(), b.commune, in); !errors.Is(err, errs.Forbidden) {
		t.Errorf("a commune: got %v", err)
	}
	exec(t, b, `UPDATE vacancies SET status = 'filled'`, nil)
	err = b.Introduce(t.Context(), b.centre, candidate.Introduction{CandidateID: id, VacancyID: b.vacancies[0]})
	if p, _ := errs.ProblemsOf(err); p["vacancy"].Key != "candidate.problem.closed" {
		t.Errorf("closed: got %v", err)
	}
}

func TestEditing(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	e := candidate.Edit{FullName: "Hoàng Thị Mây", BirthYear: 2001, Phone: "0987654321", AreaID: b.area, Version: 1}
	if err := b.Edit(t.Context(), b.centre, id, e); err != nil {
		t.Fatal(err)
	}
	if err := b.Edit(t.Context(), b.centre, id, e); err != nil {
		t.Errorf("the same again: %v", err)
	}
	e.BirthYear = 1990
	if err := b.Edit(t.Context(), b.centre, id, e); !errors.Is(err, errs.Conflict) {
		t.Errorf("stale: got %v", err)
	}
	if err := b.Edit(t.Context(), b.district, id, e); !errors.Is(err, errs.NotFound) {
		t.Errorf("who did not enter the person: got %v", err)
	}
	page, err := b.List(t.Context(), b.centre, candidate.Filter{Query: "thi may"})
	if err != nil || len(page.Rows) != 1 || page.Rows[0].BirthYear != 2001 {
		t.Errorf("got %+v, %v", page, err)
	}
}
