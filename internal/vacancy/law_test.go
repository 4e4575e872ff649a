package vacancy_test

import (
	"errors"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/coach"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
)

// saying returns a submitted vacancy that says something more.
func (w world) saying(t *testing.T, words string) vacancy.Vacancy {
	t.Helper()
	d := w.sewing()
	d.Description += ". " + words
	id, err := w.store.Create(t.Context(), w.own, d)
	if err == nil {
		err = w.store.Submit(t.Context(), w.own, id, 1)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w.get(t, id)
}

// only returns the one thing that the coach has against a vacancy.
func only(t *testing.T, v vacancy.Vacancy) coach.Finding {
	t.Helper()
	found := v.Findings(today, wage.Finding{}, nil)
	if len(found) != 1 {
		t.Fatalf("found %+v", found)
	}
	return found[0].Finding
}

func TestWhatTheLawStopsIsNotSubmitted(t *testing.T) {
	t.Parallel()
	w := setup(t)
	d := w.sewing()
	d.Description = "May áo khoác. Không nhận người có đạo."
	id, err := w.store.Create(t.Context(), w.own, d)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.store.Submit(t.Context(), w.own, id, 1); problem(err, "description") != "coach.problem.stops" {
		t.Errorf("got %v", err)
	}
	d.Description = "May áo khoác. Không phân biệt tôn giáo."
	if err := errors.Join(w.store.Update(t.Context(), w.own, id, 1, d), w.store.Submit(t.Context(), w.own, id, 2)); err != nil {
		t.Errorf("once mended: %v", err)
	}
}

func TestADepositFreezesUntilASecondPersonClearsIt(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.saying(t, "Đặt cọc đồng phục 200.000 đồng")
	f := only(t, v)
	if err := w.store.Publish(t.Context(), w.centre, v.ID, v.Version); problem(err, "description") != "coach.problem.freezes" {
		t.Errorf("published: got %v", err)
	}
	for name, tt := range map[string]struct {
		actor access.Actor
		why   string
		want  error
	}{
		"by its writer":             {w.own, "đã hỏi", errs.Forbidden},
		"by one who may not":        {w.relay, "đã hỏi", errs.Forbidden},
		"without a reason":          {w.centre, " ", errs.Invalid},
		"of a version that is gone": {w.centre, "đã hỏi", errs.Conflict},
	} {
		version := v.Version
		if tt.want == errs.Conflict {
			version--
		}
		if err := w.store.Let(t.Context(), tt.actor, v.ID, version, f, tt.why); !errors.Is(err, tt.want) {
			t.Errorf("cleared %s: got %v", name, err)
		}
	}
	if err := w.store.Let(t.Context(), w.centre, v.ID, v.Version, f, "doanh nghiệp bỏ khoản này"); err != nil {
		t.Fatal(err)
	}
	if err := w.store.Let(t.Context(), w.centre, v.ID, v.Version+1, f, "lần nữa"); !errors.Is(err, errs.Conflict) {
		t.Errorf("cleared twice: got %v", err)
	}
	if err := w.store.Publish(t.Context(), w.second, v.ID, v.Version+1); err != nil {
		t.Errorf("published by a third: %v", err)
	}
	w.kept(t, v.ID, f)
}

// kept looks for the reason beside the vacancy and in its history.
func (w world) kept(t *testing.T, id int64, f coach.Finding) {
	t.Helper()
	list, err := w.store.Clearances(t.Context(), w.own, id)
	if err != nil || len(list) != 1 || list[0].Words != f.Words || list[0].Reason != "doanh nghiệp bỏ khoản này" || list[0].Person == "" {
		t.Errorf("kept: %+v, %v", list, err)
	}
	history, err := journal.Of(t.Context(), w.db, journal.Vacancy, id)
	if err != nil || len(history) < 2 || history[1].Action != "clear" || !strings.Contains(history[1].Why, f.Words) {
		t.Errorf("history: %+v, %v", history, err)
	}
}

// Whoever relays for an employer at the publishing centre is its writer too.
func TestTheWriterDoesNotClear(t *testing.T) {
	t.Parallel()
	w := setup(t)
	d := w.sewing()
	d.Title = "Công nhân may nữ"
	id, err := w.store.Create(t.Context(), w.centre, d)
	if err == nil {
		err = w.store.Submit(t.Context(), w.second, id, 1)
	}
	if err != nil {
		t.Fatal(err)
	}
	v := w.get(t, id)
	for name, actor := range map[string]access.Actor{"writer": w.centre, "submitter": w.second} {
		if err := w.store.Let(t.Context(), actor, id, v.Version, only(t, v), "đặc thù"); problem(err, "publish") != "vacancy.problem.second_person" {
			t.Errorf("by its %s: got %v", name, err)
		}
	}
	if err := w.store.Publish(t.Context(), as(t, w.db, "ls-ttdvvl"), id, v.Version); problem(err, "title") != "coach.problem.warns" {
		t.Errorf("published under a warning: got %v", err)
	}
}

// A reason holds for the sentence that it was given for, not for a new one.
func TestAChangedSentenceIsJudgedAnew(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.saying(t, "Đặt cọc thẻ 50.000 đồng")
	if err := w.store.Let(t.Context(), w.centre, v.ID, v.Version, only(t, v), "thẻ xe buýt"); err != nil {
		t.Fatal(err)
	}
	if err := w.store.Publish(t.Context(), w.centre, v.ID, v.Version+1); err != nil {
		t.Fatal(err)
	}
	v = w.get(t, v.ID)
	d := v.Details
	d.Headcount++
	if err := w.store.Revise(t.Context(), w.centre, v.ID, v.Version, d, "thêm người"); err != nil {
		t.Errorf("with the sentence as it was: %v", err)
	}
	d.Description = strings.Replace(d.Description, "50.000", "500.000", 1)
	if err := w.store.Revise(t.Context(), w.centre, v.ID, v.Version+1, d, "đổi mức"); problem(err, "description") != "coach.problem.freezes" {
		t.Errorf("with another deposit: got %v", err)
	}
}
