package complaint_test

import (
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
)

// Whoever is complained of does not show the vacancy again.
func TestAPausedVacancyWaitsForTheCentre(t *testing.T) {
	t.Parallel()
	w := setup(t)
	c := w.tell(t, money())
	if err := w.PauseVacancy(t.Context(), w.centre, c.ID, c.Version, "Chờ xác minh"); err != nil {
		t.Fatal(err)
	}
	maker := access.Actor{Account: w.centre.Account, Employer: c.EmployerID, Seat: access.Seat{Side: access.Destination, Kind: access.Employer}}
	vacancies := &vacancy.Store{DB: w.DB, Now: w.Now}
	resume := func(actor access.Actor) error {
		v, err := vacancies.Get(t.Context(), actor, c.VacancyID)
		if err != nil {
			t.Fatal(err)
		}
		return vacancies.Resume(t.Context(), actor, v.ID, v.Version, "")
	}
	if p, _ := errs.ProblemsOf(resume(maker)); p["publish"].Key != "vacancy.problem.held" {
		t.Errorf("the employer shows it again: %v", p)
	}
	c = w.get(t, c.ID)
	if err := w.Settle(t.Context(), w.centre, c.ID, c.Version, "Không đúng sự thật."); err != nil {
		t.Fatal(err)
	}
	if p, _ := errs.ProblemsOf(resume(maker)); p["publish"].Key == "vacancy.problem.held" {
		t.Error("it is held although the complaint is over")
	}
}
