package intake_test

import (
	"errors"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/intake"
	"cauviec/internal/vacancy"
)

func TestAnImportIsUndone(t *testing.T) {
	t.Parallel()
	w := setup(t)
	first := w.confirm(t, w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may")}), false)
	i := w.confirm(t, w.upload(t, w.centre, table{heads, with(full("A-1", "Công nhân may"), 4, 300), full("A-2", "Thợ cắt")}), true)
	if v := w.vacancy(t, "A-1"); v.Headcount != 300 || v.Status != vacancy.Submitted {
		t.Fatalf("%+v", v)
	}
	made := w.vacancy(t, "A-2").ID
	if err := w.store.Undo(t.Context(), w.second, i.ID, i.Version); err != nil {
		t.Fatal(err)
	}
	if v := w.vacancy(t, "A-1"); v.Headcount != 1200 || v.Status != vacancy.Draft || v.SubmittedBy != 0 {
		t.Errorf("%+v", v)
	}
	if n := value[int](t, w.db, `SELECT count(*) FROM vacancies`); n != 1 {
		t.Errorf("%d vacancies are left", n)
	}
	if n := value[int](t, w.db, `SELECT count(*) FROM journal WHERE action = 'import_undo' AND account_id = $1`, w.second.Account); n != 2 {
		t.Errorf("%d entries", n)
	}
	if n := value[int](t, w.db, `SELECT count(*) FROM journal WHERE thing = 'vacancy' AND thing_id = $1`, made); n != 3 {
		t.Errorf("%d entries of the one that is no more", n)
	}
	i = w.get(t, w.centre, i.ID)
	if i.State != intake.Undone || i.UndoneBy == "" {
		t.Errorf("%+v", i)
	}
	if err := w.store.Undo(t.Context(), w.centre, i.ID, i.Version); !errors.Is(err, errs.Conflict) {
		t.Errorf("undone twice: %v", err)
	}
	if err := w.store.Undo(t.Context(), w.centre, first.ID, first.Version); !errors.Is(err, errs.Invalid) {
		t.Errorf("the first is undone although the second changed its row: %v", err)
	}
}

func TestWhatWasBuiltOnStandsInTheWay(t *testing.T) {
	t.Parallel()
	w := setup(t)
	i := w.confirm(t, w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may"), full("A-2", "Thợ cắt"), full("A-3", "Thợ là"), full("A-4", "Kho")}), true)
	s := &vacancy.Store{DB: w.db, Now: clock.Fixed(noon)}
	v, edited := w.vacancy(t, "A-1"), w.vacancy(t, "A-3")
	if err := errors.Join(s.Publish(t.Context(), w.second, v.ID, v.Version), s.Return(t.Context(), w.second, edited.ID, edited.Version, "sửa")); err != nil {
		t.Fatal(err)
	}
	drive := value[int64](t, w.db, `SELECT id FROM vacancies WHERE employer_ref = 'A-4'`)
	value[int64](t, w.db, `INSERT INTO vacancy_clearances (vacancy_id, rule, field, words, passage, reason, at) VALUES ($1, 'sex', 'title', '', '', 'x', now()) RETURNING id`, drive)
	err := w.store.Undo(t.Context(), w.centre, i.ID, i.Version)
	p, _ := errs.ProblemsOf(err)
	if p["undo"].Key != "import.problem.built" {
		t.Fatal(err)
	}
	obstacles, err := w.store.Obstacles(t.Context(), w.centre, i.ID)
	if err != nil || len(obstacles) != 3 || obstacles[0].RowNo != 2 || obstacles[0].Status != vacancy.Published || obstacles[1].RowNo != 4 || obstacles[2].RowNo != 5 {
		t.Errorf("%+v, %v", obstacles, err)
	}
	if n := value[int](t, w.db, `SELECT count(*) FROM vacancies`); n != 4 {
		t.Errorf("%d vacancies are left", n)
	}
}

func TestForgetting(t *testing.T) {
	t.Parallel()
	w := setup(t)
	left := w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may")})
	done := w.confirm(t, w.upload(t, w.centre, table{heads, full("A-2", "Thợ cắt"), with(full("A-3", "Thợ"), 4, "nhiều")}), false)
	forget := func(days int) {
		*w.now = noon.Add(time.Duration(days) * 24 * time.Hour)
		if err := w.store.Forget(t.Context(), access.Everything()); err != nil {
			t.Fatal(err)
		}
	}
	forget(intake.FileDays)
	if got := w.get(t, w.centre, left.ID).State; got != intake.Preview {
		t.Errorf("too early: %s", got)
	}
	forget(intake.FileDays + 1)
	if got := w.get(t, w.centre, left.ID).State; got != intake.Expired || value[int](t, w.db, `SELECT count(*) FROM import_files`) != 0 {
		t.Errorf("%s", got)
	}
	if got := w.rows(t, done, "refused"); len(got[0].Typed) == 0 {
		t.Error("the refused row is forgotten too early")
	}
	forget(intake.DetailsDays + 1)
	if got := w.rows(t, done, ""); len(got) != 2 || got[1].Outcome != intake.Refuse || len(got[1].Typed) != 0 || got[0].Title != "Thợ cắt" {
		t.Errorf("%+v", got)
	}
	if err := w.store.Undo(t.Context(), w.centre, done.ID, done.Version); !errors.Is(err, errs.Conflict) {
		t.Errorf("undone from nothing: %v", err)
	}
}
