package vacancy_test

import (
	"errors"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
)

// dated is the sewing order with everything that belongs to one order only.
func (w world) dated() vacancy.Details {
	d := w.sewing()
	d.EmployerRef, d.StartsOn = "SX 17", today.Add(5)
	d.Batches = []vacancy.Batch{{NeededBy: today.Add(10), Headcount: 80}, {NeededBy: today.Add(25), Headcount: 120}}
	return d
}

func (w world) publish(t *testing.T, d vacancy.Details) vacancy.Vacancy {
	t.Helper()
	id, err := w.store.Create(t.Context(), w.own, d)
	if err == nil {
		err = w.store.Submit(t.Context(), w.own, id, 1)
	}
	if err == nil {
		err = w.store.Publish(t.Context(), w.centre, id, 2)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w.get(t, id)
}

func TestAgain(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.publish(t, w.dated())
	if _, err := w.store.Relist(t.Context(), w.own, v.ID); !errors.Is(err, errs.Conflict) {
		t.Errorf("relisted while public: %v", err)
	}
	for range 3 {
		w.referred(t, v.ID, "started")
	}
	if err := w.store.Withdraw(t.Context(), w.own, v.ID, v.Version, "dừng chuyền"); err != nil {
		t.Fatal(err)
	}
	relisted, err := w.store.Relist(t.Context(), w.own, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	if r := w.get(t, relisted); r.RelistedFrom != v.ID || r.EmployerRef != "SX 17" || r.Headcount != 197 || len(r.Batches) != 0 || r.ClosesOn != today.Add(30) {
		t.Errorf("relisted: %+v", r)
	}
	repeated, err := w.store.Repeat(t.Context(), w.own, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	r := w.get(t, repeated)
	if r.RelistedFrom != 0 || r.EmployerRef != "" || r.Headcount != 200 || len(r.Batches) != 0 || !r.StartsOn.IsZero() || r.ClosesOn != today.Add(30) {
		t.Errorf("repeated: %+v", r)
	}
	if err := w.store.Submit(t.Context(), w.own, repeated, 1); err != nil {
		t.Errorf("a repeated one needs something typed: %v", err)
	}
}

// What an employer asks to change becomes a revision when a second person
// publishes it, and nothing new is public.
func TestARequestBecomesARevision(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.publish(t, w.dated())
	if _, err := w.store.Request(t.Context(), w.own, v.ID, " "); problem(err, "why") == "" {
		t.Errorf("without a reason: %v", err)
	}
	id, err := w.store.Request(t.Context(), w.own, v.ID, "thêm một chuyền")
	if err != nil {
		t.Fatal(err)
	}
	r := w.get(t, id)
	d := r.Details
	d.Headcount, d.Batches[1].Headcount = 260, 180
	if err := errors.Join(w.store.Update(t.Context(), w.own, id, r.Version, d), w.store.Submit(t.Context(), w.own, id, r.Version+1)); err != nil {
		t.Fatal(err)
	}
	if twins, err := w.store.Twins(t.Context(), w.own, id); err != nil || len(twins) != 0 {
		t.Errorf("a request looks like a duplicate: %v, %v", twins, err)
	}
	if err := w.store.Publish(t.Context(), w.centre, id, r.Version+2); err != nil {
		t.Fatal(err)
	}
	r, v = w.get(t, id), w.get(t, v.ID)
	if v.Headcount != 260 || v.Revision != 2 || v.Status != vacancy.Published || v.EmployerRef != "SX 17" {
		t.Errorf("the public one: %+v", v)
	}
	if r.Status != vacancy.Withdrawn || r.MergedInto != v.ID || r.Revision != 0 || w.findable(t, id) {
		t.Errorf("the request: %+v", r)
	}
	revisions, err := w.store.Revisions(t.Context(), w.own, v.ID)
	if err != nil || revisions[0].Why != "thêm một chuyền" {
		t.Errorf("revisions: %+v, %v", revisions, err)
	}
}

// A request can be taken up at a set time too; the approver stands for it.
func TestARequestIsTakenUpAtItsTime(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	id, err := w.store.Request(t.Context(), w.own, v.ID, "tăng lương")
	if err == nil {
		err = w.store.Submit(t.Context(), w.own, id, 1)
	}
	if err == nil {
		err = w.store.Schedule(t.Context(), w.centre, id, 2, noon.Add(time.Hour))
	}
	if err != nil {
		t.Fatal(err)
	}
	if n, err := w.later(noon.Add(time.Hour)).PublishDue(t.Context(), access.Everything()); n != 1 || err != nil {
		t.Errorf("got %d, %v", n, err)
	}
	if v = w.get(t, v.ID); v.Revision != 2 || v.Status != vacancy.Published {
		t.Errorf("the public one: revision %d, %s", v.Revision, v.Status)
	}
	by := value(t, w.db, `SELECT account_id FROM vacancy_revisions WHERE vacancy_id = $1 AND revision = 2`, v.ID)
	if by != w.centre.Account {
		t.Errorf("the revision is by %d", by)
	}
}

// The public one has ended meanwhile: the request is refused and stays.
func TestARequestComesTooLate(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	id, err := w.store.Request(t.Context(), w.own, v.ID, "tăng lương")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.store.Submit(t.Context(), w.own, id, 1), w.store.Withdraw(t.Context(), w.own, v.ID, v.Version, "hết đơn")); err != nil {
		t.Fatal(err)
	}
	if err := w.store.Publish(t.Context(), w.centre, id, 2); problem(err, "publish") != "vacancy.problem.not_public" {
		t.Errorf("got %v", err)
	}
}

func TestTemplates(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.publish(t, w.dated())
	stranger := w.userOf(t, w.verified(t, "0100109106", "Công ty Điện tử"))
	if err := w.store.SaveTemplate(t.Context(), stranger, v.ID, "May"); !errors.Is(err, errs.NotFound) {
		t.Errorf("of another employer: %v", err)
	}
	if err := w.store.SaveTemplate(t.Context(), w.own, v.ID, "  "); problem(err, "name") == "" {
		t.Errorf("without a name: %v", err)
	}
	for _, name := range []string{"May áo khoác", "Là hơi", "may  ÁO khoác"} {
		if err := w.store.SaveTemplate(t.Context(), w.own, v.ID, name); err != nil {
			t.Fatal(err)
		}
	}
	list, err := w.store.Templates(t.Context(), w.own, w.employer)
	if err != nil || len(list) != 2 || list[1].Name != "may ÁO khoác" || list[1].Facts.EmployerRef != "" {
		t.Fatalf("got %+v, %v", list, err)
	}
	if err := w.store.RenameTemplate(t.Context(), w.own, list[0].ID, "May áo khoác"); problem(err, "name") != "vacancy.problem.template_name" {
		t.Errorf("a name that another has: %v", err)
	}
	if err := w.store.RenameTemplate(t.Context(), stranger, list[0].ID, "Của tôi"); !errors.Is(err, errs.NotFound) {
		t.Errorf("renamed by another: %v", err)
	}
	id, err := w.store.FromTemplate(t.Context(), w.own, list[1].ID)
	if err == nil {
		err = w.store.Submit(t.Context(), w.own, id, 1)
	}
	if err != nil {
		t.Errorf("from a template: %v", err)
	}
	if err := w.store.DeleteTemplate(t.Context(), w.own, list[1].ID); err != nil {
		t.Fatal(err)
	}
	if list, err = w.store.Templates(t.Context(), w.relay, 0); err != nil || len(list) != 1 {
		t.Errorf("left: %+v, %v", list, err)
	}
}
