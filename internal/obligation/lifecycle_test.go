package obligation

import (
	"errors"
	"testing"

	"cauviec/internal/attachment"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

func wantErr(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// The only dated order of the notice, from hand to hand.
func TestAnOrderIsReportedReturnedAndAccepted(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sgtvt", nil)
	sgtvt, office := w.actor(t, "ls-sgtvt"), w.actor(t, "ls-ubnd")

	must(t, w.Receive(ctx, sgtvt, id))
	wantErr(t, "received twice", w.Receive(ctx, sgtvt, id), errs.Conflict)
	w.days(10)
	must(t, w.Progress(ctx, sgtvt, id, "  Đã khảo sát hai bến xe.  "))
	if d := w.get(t, id); d.Status != InProgress || d.LastHeardAt == nil || d.Sent[0].Words != "Đã khảo sát hai bến xe." {
		t.Errorf("after progress: got %s, %+v", d.Status, d.Sent)
	}

	w.days(20)
	first, err := w.Report(ctx, sgtvt, id, "Báo cáo lần 1", []attachment.File{{Name: "bao-cao.txt", Bytes: []byte("nội dung")}})
	must(t, err)
	stale := w.seen(t, id)
	if stale.Report != first {
		t.Fatalf("waiting: got %d, want %d", stale.Report, first)
	}
	wantErr(t, "the sender judges", w.Accept(ctx, sgtvt, id, stale, ""), errs.Forbidden)
	wantErr(t, "a return without a reason", w.Return(ctx, office, id, stale, " "), errs.Invalid)
	must(t, w.Return(ctx, office, id, stale, "Thiếu số liệu nhu cầu đi lại"))
	if got := w.stateOf(t, id); got != OnTime && got != DueSoon {
		t.Errorf("returned before its day: got %s", got)
	}

	w.days(12) // 25 April
	second, err := w.Report(ctx, sgtvt, id, "Báo cáo lần 2", nil)
	must(t, err)
	wantErr(t, "judging the returned report", w.Accept(ctx, office, id, Seen{first, w.get(t, id).Version}, ""), errs.Conflict)
	wantErr(t, "judging what was seen before", w.Accept(ctx, office, id, Seen{second, stale.Version}, ""), errs.Conflict)
	w.days(10) // judged in May, sent in April
	must(t, w.Accept(ctx, office, id, w.seen(t, id), "Tốt"))

	d := w.get(t, id)
	if d.Status != Accepted || w.stateOf(t, id) != DoneOnTime || clock.DayOf(*d.FinishedAt) != clock.MustDay("25/04/2024") {
		t.Errorf("accepted: got %s, %s, finished %v", d.Status, w.stateOf(t, id), d.FinishedAt)
	}
	wantErr(t, "work on a finished order", w.Progress(ctx, sgtvt, id, "thêm"), errs.Conflict)
	checkHistory(t, d)
}

// checkHistory reads who did what, when, from what to what, and why.
func checkHistory(t *testing.T, d Detail) {
	t.Helper()
	actions := ""
	for _, entry := range d.History {
		actions = entry.Action + " " + actions
	}
	if want := "assigned received progress reported returned reported accepted "; actions != want {
		t.Errorf("history: got %q, want %q", actions, want)
	}
	if newest := d.History[1]; newest.From != "in_progress" || newest.To != "reported" || newest.Person == "" || newest.BodyVi == "" {
		t.Errorf("an entry without who or what: %+v", newest)
	}
	if returned := d.History[2]; returned.Why != "Thiếu số liệu nhu cầu đi lại" {
		t.Errorf("returned: got why %q", returned.Why)
	}
}

// A report sent while another waits is the one to judge.
func TestOnlyTheNewestReportIsJudged(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sgtvt", nil)
	sgtvt, office := w.actor(t, "ls-sgtvt"), w.actor(t, "ls-ubnd")
	_, err := w.Report(ctx, sgtvt, id, "Bản đầu", nil)
	must(t, err)
	onScreen := w.seen(t, id)
	_, err = w.Report(ctx, sgtvt, id, "Bản bổ sung", nil)
	must(t, err)
	wantErr(t, "accepting the older one", w.Accept(ctx, office, id, onScreen, ""), errs.Conflict)
	must(t, w.Accept(ctx, office, id, w.seen(t, id), ""))
	if d := w.get(t, id); d.ReceivedAt == nil || d.Sent[0].Decision != "accepted" || d.Sent[1].Decision != "" {
		t.Errorf("got %+v", d.Sent)
	}
}

func TestAStandingDutyGoesOnAfterAnAcceptedReport(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sldtbxh", func(n *New) {
		n.Kind, n.DueOn, n.Executing = Standing, clock.Day{}, w.body(t, "ls-ttdvvl")
	})
	centre, office := w.actor(t, "ls-ttdvvl"), w.actor(t, "ls-ubnd")
	w.days(31)
	if got := w.stateOf(t, id); got != Silent {
		t.Errorf("after 31 days: got %s, want %s", got, Silent)
	}
	must(t, w.Receive(ctx, centre, id))
	wantErr(t, "the department receives after the centre has", w.Receive(ctx, w.actor(t, "ls-sldtbxh"), id), errs.Conflict)
	_, err := w.Report(ctx, centre, id, "Báo cáo tháng 4", nil)
	must(t, err)
	must(t, w.Accept(ctx, office, id, w.seen(t, id), ""))
	if d := w.get(t, id); d.Status != InProgress || w.stateOf(t, id) != Ongoing || d.FinishedAt != nil {
		t.Errorf("got %s, %s", d.Status, w.stateOf(t, id))
	}
	w.days(31)
	if got := w.stateOf(t, id); got != Silent {
		t.Errorf("31 days after the report: got %s, want %s", got, Silent)
	}
}

func TestARequestIsAnsweredByTheBodyItIsPutTo(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "bg-ubnd", func(n *New) { n.Kind, n.DueOn = Request, clock.Day{} })
	bacGiang, office := w.actor(t, "bg-ubnd"), w.actor(t, "ls-ubnd")
	w.days(100)
	if got := w.stateOf(t, id); got != AwaitingAnswer {
		t.Errorf("unanswered: got %s", got)
	}
	must(t, w.Remind(ctx, office, id, "Trân trọng đề nghị quan tâm"))
	wantErr(t, "a stranger answers", w.Answer(ctx, w.actor(t, "ls-sgtvt"), id, "…"), errs.NotFound)
	wantErr(t, "the issuer answers", w.Answer(ctx, office, id, "…"), errs.Forbidden)
	wantErr(t, "an empty answer", w.Answer(ctx, bacGiang, id, ""), errs.Invalid)
	must(t, w.Answer(ctx, bacGiang, id, "Đã giao các sở"))
	if got := w.stateOf(t, id); got != Answered {
		t.Errorf("answered: got %s", got)
	}
	wantErr(t, "an answer is not returned", w.Return(ctx, office, id, w.seen(t, id), "chưa rõ"), errs.Conflict)
	must(t, w.Accept(ctx, office, id, w.seen(t, id), ""))
	if got := w.stateOf(t, id); got != Settled {
		t.Errorf("settled: got %s", got)
	}
}

func TestExtension(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sgtvt", nil)
	sgtvt, office := w.actor(t, "ls-sgtvt"), w.actor(t, "ls-ubnd")
	later := clock.MustDay("15/05/2024")
	w.days(60) // 13 May: overdue
	if got := w.stateOf(t, id); got != Overdue {
		t.Errorf("before: got %s", got)
	}
	for name, day := range map[string]clock.Day{"no day": {}, "the same day": clock.MustDay("30/04/2024"), "past": clock.MustDay("12/05/2024")} {
		wantErr(t, name, w.AskExtension(ctx, sgtvt, id, day, "chờ số liệu"), errs.Invalid)
	}
	wantErr(t, "no reason", w.AskExtension(ctx, sgtvt, id, later, ""), errs.Invalid)
	must(t, w.AskExtension(ctx, sgtvt, id, later, "chờ số liệu của tỉnh bạn"))
	wantErr(t, "asked twice", w.AskExtension(ctx, sgtvt, id, later, "lần nữa"), errs.Conflict)
	asked, ok := w.get(t, id).Asked()
	if !ok || w.get(t, id).AskedTo != later {
		t.Fatal("the request is not shown")
	}
	wantErr(t, "granting oneself", w.Grant(ctx, sgtvt, id, asked.ID, ""), errs.Forbidden)
	wantErr(t, "refusing without why", w.Refuse(ctx, office, id, asked.ID, ""), errs.Invalid)
	wantErr(t, "another's extension", w.Grant(ctx, office, w.give(t, "ls-sgtvt", nil), asked.ID, ""), errs.NotFound)
	must(t, w.Refuse(ctx, office, id, asked.ID, "Đã quá lâu"))
	if w.get(t, id).DueOn != clock.MustDay("30/04/2024") {
		t.Error("a refusal moved the day")
	}
	must(t, w.AskExtension(ctx, sgtvt, id, later, "có lý do mới"))
	asked, _ = w.get(t, id).Asked()
	must(t, w.Grant(ctx, office, id, asked.ID, "Đồng ý lần cuối"))
	wantErr(t, "decided twice", w.Refuse(ctx, office, id, asked.ID, "thôi"), errs.Conflict)
	d := w.get(t, id)
	if d.DueOn != later || d.FirstDueOn != clock.MustDay("30/04/2024") || w.stateOf(t, id) != DueSoon {
		t.Errorf("granted: got %s, first %s, %s", d.DueOn, d.FirstDueOn, w.stateOf(t, id))
	}
	if len(d.Due.Extensions) != 1 || d.Due.Extensions[0].DecidedBy != "Người của ls-ubnd" {
		t.Errorf("who granted: got %+v", d.Due.Extensions)
	}
}

func TestSuspendAndResume(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sgtvt", nil)
	sgtvt, office := w.actor(t, "ls-sgtvt"), w.actor(t, "ls-ubnd")
	must(t, w.Receive(ctx, sgtvt, id))
	wantErr(t, "suspended by its lead", w.Suspend(ctx, sgtvt, id, "bận"), errs.Forbidden)
	must(t, w.Suspend(ctx, office, id, "Chờ ý kiến Bộ"))
	w.days(100)
	if got := w.stateOf(t, id); got != Paused {
		t.Errorf("suspended: got %s", got)
	}
	wantErr(t, "worked while suspended", w.Progress(ctx, sgtvt, id, "…"), errs.Conflict)
	must(t, w.Resume(ctx, office, id, "Đã có ý kiến"))
	if d := w.get(t, id); d.Status != Received || d.SuspendedFrom != "" {
		t.Errorf("resumed: got %s from %q", d.Status, d.SuspendedFrom)
	}
}

func TestReassign(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sldtbxh", func(n *New) { n.Executing = w.body(t, "ls-ttdvvl") })
	old, office := w.actor(t, "ls-sldtbxh"), w.actor(t, "ls-ubnd")
	must(t, w.Receive(ctx, old, id))
	wantErr(t, "to a commune", w.Reassign(ctx, office, id, w.body(t, "xa-05971"), "sáp nhập"), errs.Invalid)
	wantErr(t, "to itself", w.Reassign(ctx, office, id, old.Body, "sáp nhập"), errs.Invalid)
	wantErr(t, "without a reason", w.Reassign(ctx, office, id, w.body(t, "ls-sgtvt"), ""), errs.Invalid)
	must(t, w.Reassign(ctx, office, id, w.body(t, "ls-sgtvt"), "Chuyển chức năng"))
	d := w.get(t, id)
	if d.LeadSlug != "ls-sgtvt" || d.ExecutingBodyID != 0 || d.Status != Assigned || d.ReceivedAt != nil {
		t.Errorf("got %s, executing %d, %s", d.LeadSlug, d.ExecutingBodyID, d.Status)
	}
	_, err := w.Get(ctx, old.Scope("read_obligations"), id)
	wantErr(t, "the former lead reads", err, errs.NotFound)
	must(t, w.Receive(ctx, w.actor(t, "ls-sgtvt"), id))
}
