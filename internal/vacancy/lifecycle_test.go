package vacancy_test

import (
	"errors"
	"slices"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/vacancy"
)

func TestFromDraftToFilled(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	if v.Revision != 1 || v.PublishedBy != w.centre.Account || !v.Open(today) || !w.findable(t, v.ID) {
		t.Errorf("published: got %+v", v)
	}
	if err := w.store.Fill(t.Context(), w.own, v.ID, v.Version, "tuyển nơi khác"); err != nil {
		t.Fatal(err)
	}
	if v = w.get(t, v.ID); v.Status != vacancy.Filled || v.EndedAt == nil || w.findable(t, v.ID) {
		t.Errorf("filled: got %+v", v)
	}
	if err := w.store.Resume(t.Context(), w.own, v.ID, v.Version, " "); problem(err, "why") == "" {
		t.Errorf("reopened without a reason: got %v", err)
	}
	if err := w.store.Resume(t.Context(), w.own, v.ID, v.Version, "mở thêm chuyền"); err != nil {
		t.Fatal(err)
	}
	if v = w.get(t, v.ID); v.Status != vacancy.Published || v.EndedAt != nil || !w.findable(t, v.ID) {
		t.Errorf("reopened: got %+v", v)
	}
	entries, err := journal.Of(t.Context(), w.db, journal.Vacancy, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	var actions []string
	for _, e := range entries {
		actions = append(actions, e.Action)
	}
	if !slices.Equal(actions, []string{"resume", "fill", "publish", "submit", "create"}) {
		t.Errorf("history: got %v", actions)
	}
}

func TestWhoSubmitsDoesNotPublish(t *testing.T) {
	t.Parallel()
	w := setup(t)
	id, err := w.store.Create(t.Context(), w.centre, w.sewing())
	if err == nil {
		err = w.store.Submit(t.Context(), w.second, id, 1)
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, actor := range map[string]access.Actor{"its writer": w.centre, "its submitter": w.second} {
		if err := w.store.Publish(t.Context(), actor, id, 2); problem(err, "publish") != "vacancy.problem.second_person" {
			t.Errorf("by %s: got %v", name, err)
		}
	}
	if err := w.store.Publish(t.Context(), w.relay, id, 2); !errors.Is(err, errs.Forbidden) {
		t.Errorf("by one who may not publish: got %v", err)
	}
	if err := w.store.Publish(t.Context(), as(t, w.db, "ls-ttdvvl"), id, 2); err != nil {
		t.Errorf("by a third: %v", err)
	}
}

func TestExpiryHoldsOnTheWrite(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	if _, err := w.store.HoldOpen(t.Context(), v.ID); err != nil {
		t.Errorf("while open: %v", err)
	}
	later := &vacancy.Store{DB: w.db, Now: clock.Fixed(v.ClosesOn.End())}
	if _, err := later.HoldOpen(t.Context(), v.ID); problem(err, "vacancy") != "vacancy.problem.not_open" {
		t.Errorf("at the midnight that ends its last day: got %v", err)
	}
	if err := later.Pause(t.Context(), w.own, v.ID, v.Version, ""); !errors.Is(err, errs.Conflict) {
		t.Errorf("paused when over: got %v", err)
	}
	counts, err := later.CountStates(t.Context(), w.centre, vacancy.Filter{})
	if err != nil || counts[vacancy.Expired] != 1 || counts[vacancy.Published] != 0 {
		t.Errorf("counts: got %v, %v", counts, err)
	}
	closes := clock.DayOf(v.ClosesOn.End()).Add(20)
	if err := later.Extend(t.Context(), w.own, v.ID, v.Version, closes, "còn thiếu 50 người"); err != nil {
		t.Fatal(err)
	}
	if v, err = later.HoldOpen(t.Context(), v.ID); err != nil || v.Revision != 2 {
		t.Errorf("extended: got revision %d, %v", v.Revision, err)
	}
}

func TestExtendingAsksWhy(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	if err := w.store.Extend(t.Context(), w.own, v.ID, v.Version, today.Add(60), ""); problem(err, "why") == "" {
		t.Errorf("without a reason: got %v", err)
	}
	if err := w.store.Extend(t.Context(), w.own, v.ID, v.Version, today, "sớm"); problem(err, "closes_on") == "" {
		t.Errorf("to today: got %v", err)
	}
	if err := w.store.Extend(t.Context(), w.own, v.ID, v.Version, today.Add(2), "đủ sớm"); err != nil {
		t.Errorf("earlier: %v", err)
	}
	if v = w.get(t, v.ID); v.ClosesOn != today.Add(2) {
		t.Errorf("got %s", v.ClosesOn)
	}
}

// What changes nothing is no revision: it would mark stale what was made from
// facts that still hold.
func TestAnUnchangedFactIsNoRevision(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	if err := w.store.Extend(t.Context(), w.own, v.ID, v.Version, v.ClosesOn, "gia hạn"); problem(err, "closes_on") != "vacancy.problem.closes_same" {
		t.Errorf("extended to the same day: got %v", err)
	}
	if err := w.store.Revise(t.Context(), w.centre, v.ID, v.Version, v.Details, "sửa"); problem(err, "why") != "vacancy.problem.unchanged" {
		t.Errorf("revised to the same: got %v", err)
	}
	if now := w.get(t, v.ID); now.Revision != v.Revision || now.Version != v.Version {
		t.Errorf("revision %d, version %d", now.Revision, now.Version)
	}
}

func TestPublishedFactsAreRevised(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	d := v.Details
	d.Title, d.Headcount = "Công nhân may mẫu", 150
	if err := w.store.Update(t.Context(), w.own, v.ID, v.Version, d); !errors.Is(err, errs.Conflict) {
		t.Errorf("as a draft: got %v", err)
	}
	if err := w.store.Revise(t.Context(), w.own, v.ID, v.Version, d, "giảm đơn hàng"); !errors.Is(err, errs.Forbidden) {
		t.Errorf("by the employer: got %v", err)
	}
	if err := w.store.Revise(t.Context(), w.centre, v.ID, v.Version, d, "giảm đơn hàng"); err != nil {
		t.Fatal(err)
	}
	revisions, err := w.store.Revisions(t.Context(), w.centre, v.ID)
	if err != nil || len(revisions) != 2 {
		t.Fatalf("got %v, %v", revisions, err)
	}
	if got := vacancy.Changed(revisions[1].Facts, revisions[0].Facts); !slices.Equal(got, []string{"headcount", "title"}) {
		t.Errorf("changed: got %v", got)
	}
	if revisions[0].Why != "giảm đơn hàng" || revisions[1].Facts.Headcount != 200 {
		t.Errorf("got %+v", revisions)
	}
}

func TestAStaleVersionIsAConflict(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Draft)
	d := v.Details
	d.Headcount = 10
	if err := w.store.Update(t.Context(), w.own, v.ID, v.Version, d); err != nil {
		t.Fatal(err)
	}
	if err := w.store.Update(t.Context(), w.relay, v.ID, v.Version, d); !errors.Is(err, errs.Conflict) {
		t.Errorf("got %v", err)
	}
}

func TestReturningSaysWhy(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Submitted)
	if err := w.store.Return(t.Context(), w.centre, v.ID, v.Version, ""); problem(err, "why") == "" {
		t.Errorf("without a reason: got %v", err)
	}
	if err := w.store.Return(t.Context(), w.centre, v.ID, v.Version, "ghi rõ ca làm"); err != nil {
		t.Fatal(err)
	}
	if v = w.get(t, v.ID); v.Status != vacancy.Draft || v.ReturnReason != "ghi rõ ca làm" || v.SubmittedBy != 0 {
		t.Errorf("got %+v", v)
	}
}

func TestSuspendingAnEmployerHidesItsVacancies(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	if err := w.store.SuspendEmployer(t.Context(), w.board, w.employer, 2, "nợ lương"); err != nil {
		t.Fatal(err)
	}
	v = w.get(t, v.ID)
	if v.Status != vacancy.Paused || w.findable(t, v.ID) {
		t.Errorf("got %s", v.Status)
	}
	if err := w.store.Resume(t.Context(), w.own, v.ID, v.Version, ""); problem(err, "employer_id") != "vacancy.problem.employer_suspended" {
		t.Errorf("resumed: got %v", err)
	}
}
