package obligation

import (
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

func TestScope(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sldtbxh", func(n *New) {
		n.Executing = w.body(t, "ls-ttdvvl")
		n.Counterparts = []Party{{Body: w.body(t, "bg-sldtbxh"), Words: "Sở LĐTBXH Bắc Giang"}, {Words: "các doanh nghiệp"}}
		n.Cooperating = []Party{{Body: w.body(t, "ls-bao"), Words: "Báo Lạng Sơn"}}
	})
	tests := []struct {
		slug string
		want error
	}{
		{"ls-ubnd", nil},
		{"ls-sldtbxh", nil},
		{"ls-ttdvvl", nil},
		{"bg-sldtbxh", nil},
		{"bg-ubnd", nil}, // above the counterpart
		{"ls-bao", nil},
		{"ls-dai", errs.NotFound},
		{"ls-trang-dinh", errs.NotFound},
		{"bg-sgtvt", errs.NotFound},
		{"bg-ttdvvl", errs.NotFound}, // under the counterpart
	}
	for _, tt := range tests {
		actor := w.actor(t, tt.slug)
		_, err := w.Get(ctx, actor.Scope(access.ReadObligations), id)
		wantErr(t, tt.slug, err, tt.want)
		lines, err := w.List(ctx, actor.Scope(access.ReadObligations), Filter{})
		must(t, err)
		if seen := len(lines) == 1; seen != (tt.want == nil) {
			t.Errorf("%s: %d in the list", tt.slug, len(lines))
		}
	}
	if _, err := w.Get(ctx, access.Scope{}, id); err == nil {
		t.Error("the zero scope sees an obligation")
	}
	wantErr(t, "another district receives", w.Receive(ctx, w.actor(t, "ls-trang-dinh"), id), errs.NotFound)
	wantErr(t, "a cooperating body receives", w.Receive(ctx, w.actor(t, "ls-bao"), id), errs.Forbidden)
}

func TestAssignIsTheOfficesAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.Assign(t.Context(), w.actor(t, "ls-sldtbxh"), []New{{}})
	wantErr(t, "a department assigns", err, errs.Forbidden)
	_, err = w.Assign(t.Context(), w.actor(t, "ls-ubnd"), []New{{Kind: "wish", Recurrence: "hourly"}})
	problems, _ := errs.ProblemsOf(err)
	for _, field := range []string{"kind", "issuer", "lead", "recurrence", "task"} {
		if _, has := problems[field]; !has {
			t.Errorf("no problem with %s in %v", field, err)
		}
	}
}

func TestBothSidesKeepTheirOwnState(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sgtvt", func(n *New) { n.Counterparts = []Party{{Body: w.body(t, "bg-sgtvt"), Words: "Sở GTVT Bắc Giang"}} })
	there, here := w.actor(t, "bg-sgtvt"), w.actor(t, "ls-sgtvt")
	wantErr(t, "the lead writes for the other side", w.StateCounterpart(ctx, here, id, Agreed, ""), errs.Forbidden)
	wantErr(t, "a body above writes for it", w.StateCounterpart(ctx, w.actor(t, "bg-ubnd"), id, Agreed, ""), errs.Forbidden)
	wantErr(t, "a stranger", w.StateCounterpart(ctx, w.actor(t, "bg-bao"), id, Agreed, ""), errs.NotFound)
	wantErr(t, "a dispute about nothing", w.StateCounterpart(ctx, there, id, Disputed, ""), errs.Invalid)
	wantErr(t, "no such state", w.StateCounterpart(ctx, there, id, Unanswered, ""), errs.Invalid)
	wantErr(t, "the other side reports for the lead", w.Progress(ctx, there, id, "…"), errs.Forbidden)
	must(t, w.StateCounterpart(ctx, there, id, Disputed, "Chưa thống nhất điểm dừng"))
	d := w.get(t, id)
	if !d.Disputed || d.Beside[0].State != Disputed || d.Beside[0].Note != "Chưa thống nhất điểm dừng" || d.Status != Assigned {
		t.Errorf("got %+v, own side %s", d.Beside[0], d.Status)
	}
	if e := d.History[0]; e.Action != "counterpart_stated" || e.From != "unanswered" || e.To != "disputed" {
		t.Errorf("history: got %+v", e)
	}
}

func TestPassOn(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-tp-lang-son", func(n *New) { n.Kind, n.DueOn = Standing, clock.Day{} })
	city := w.actor(t, "ls-tp-lang-son")
	living, err := postgres.Value[int](ctx, w.DB, `SELECT count(*) FROM bodies WHERE parent_id = @city AND kind = 'commune'`,
		pgx.StrictNamedArgs{"city": city.Body})
	must(t, err)
	dead := w.body(t, "xa-05971")
	_, err = w.DB.Exec(ctx, `UPDATE bodies SET valid_to = '2024-03-13' WHERE id = @id`, pgx.StrictNamedArgs{"id": dead})
	must(t, err)

	_, err = w.PassOn(ctx, w.actor(t, "ls-cao-loc"), id)
	wantErr(t, "another district passes on", err, errs.NotFound)
	_, err = w.PassOn(ctx, w.actor(t, "ls-ubnd"), id)
	wantErr(t, "the Office passes on", err, errs.Forbidden)
	for round, want := range []int{living - 1, 0} {
		given, err := w.PassOn(ctx, city, id)
		must(t, err)
		if given != want || want == 0 && round == 0 {
			t.Errorf("round %d: %d given, want %d", round, given, want)
		}
	}
	if d := w.get(t, id); d.Status != InProgress || d.Children != living-1 || d.ChildrenHeard != 0 || len(d.Passed) != living-1 {
		t.Errorf("got %s, %d children, %d heard", d.Status, d.Children, d.ChildrenHeard)
	}
}

func TestACommuneAnswersItsDistrict(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-tp-lang-son", func(n *New) { n.Kind, n.DueOn = Standing, clock.Day{} })
	city, commune := w.actor(t, "ls-tp-lang-son"), w.actor(t, "xa-05974")
	_, err := w.PassOn(ctx, city, id)
	must(t, err)
	own, err := w.List(ctx, commune.Scope(access.ReadObligations), Filter{})
	must(t, err)
	if len(own) != 1 || own[0].ParentID != id || own[0].IssuerBodyID != city.Body {
		t.Fatalf("the commune sees %+v", own)
	}
	must(t, w.Receive(ctx, commune, own[0].ID))
	must(t, w.Progress(ctx, commune, own[0].ID, "Đã thông báo trên loa"))
	wantErr(t, "another commune works it", w.Progress(ctx, w.actor(t, "xa-05977"), own[0].ID, "…"), errs.NotFound)
	wantErr(t, "the district works it", w.Progress(ctx, city, own[0].ID, "…"), errs.Forbidden)
	heard := slices.ContainsFunc(w.get(t, id).Passed, func(l Line) bool { return l.LeadSlug == "xa-05974" && l.Status == InProgress })
	if d := w.get(t, id); d.ChildrenHeard != 1 || !heard {
		t.Errorf("the district sees %d heard", d.ChildrenHeard)
	}
	listed, err := w.List(ctx, city.Scope(access.ReadObligations), Filter{})
	must(t, err)
	if len(listed) != 1 {
		t.Errorf("the district's list: %d, want its own one", len(listed))
	}
}

func TestAttachmentsStayInScope(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	id := w.give(t, "ls-sgtvt", nil)
	sgtvt := w.actor(t, "ls-sgtvt")
	_, err := w.Report(ctx, sgtvt, id, "Kèm tệp", []attachment.File{{Name: "a.exe", Bytes: []byte("MZ")}})
	wantErr(t, "a program", err, errs.Invalid)
	_, err = w.Report(ctx, sgtvt, id, "Kèm tệp", []attachment.File{{Name: `D:\hồ sơ\tuyến.pdf`, Bytes: []byte("%PDF-1.7")}})
	must(t, err)
	file := w.get(t, id).Sent[0].Files[0]
	got, err := w.Attachment(ctx, sgtvt.Scope(access.ReadObligations), file.ID)
	must(t, err)
	if got.Name != "tuyến.pdf" || got.MediaType != "application/pdf" || string(got.Bytes) != "%PDF-1.7" {
		t.Errorf("got %s, %s", got.Name, got.MediaType)
	}
	_, err = w.Attachment(ctx, w.actor(t, "ls-bao").Scope(access.ReadObligations), file.ID)
	wantErr(t, "a stranger downloads", err, errs.NotFound)
}
