package directive_test

import (
	"errors"
	"strings"
	"testing"

	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
)

func TestCorrect(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	p := b.proposal(t, "2.2")
	e := p.Edit()
	e.Task, e.DueOn = " Nghiên cứu tuyến xe ", day("29/4/2024")
	e.Leads = append(e.Leads, b.body(t, "ls-sldtbxh"))
	if err := b.Correct(t.Context(), b.actor, b.paper.ID, p.ID, p.Version, e); err != nil {
		t.Fatal(err)
	}
	got := b.proposal(t, "2.2")
	if got.Task != "Nghiên cứu tuyến xe" || got.DueOn != day("29/4/2024") || got.DueRule != "clerk" || len(got.LeadIDs) != 2 {
		t.Errorf("corrected to %+v", got)
	}
	if err := b.Correct(t.Context(), b.actor, b.paper.ID, p.ID, p.Version, e); !errors.Is(err, errs.Conflict) {
		t.Errorf("a stale correction: %v", err)
	}
	if _, err := b.Confirm(t.Context(), b.actor, b.paper.ID, b.paper.Version); !errors.Is(err, errs.Conflict) {
		t.Errorf("confirmed what was no longer as seen: %v", err)
	}
}

func TestCorrectRefuses(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	p := b.proposal(t, "2.2")
	other := b.body(t, "bg-sgtvt")
	tests := []struct {
		field, key string
		spoil      func(*directive.Edit)
	}{
		{"leads", "directive.problem.no_lead", func(e *directive.Edit) { e.Leads = nil }},
		{"leads", "directive.problem.not_under", func(e *directive.Edit) { e.Leads = []int64{other} }},
		{"leads", "directive.problem.not_on_map", func(e *directive.Edit) { e.Leads = []int64{99999} }},
		{"cooperating", "directive.problem.not_on_map", func(e *directive.Edit) { e.Cooperating = []int64{99999} }},
		{"task", "problem.required", func(e *directive.Edit) { e.Task = " " }},
		{"task", "problem.long", func(e *directive.Edit) { e.Task = strings.Repeat("x", 5001) }},
		{"kind", "problem.choice", func(e *directive.Edit) { e.Kind = "wish" }},
		{"recurrence", "problem.choice", func(e *directive.Edit) { e.Recurrence = "hourly" }},
	}
	for _, tt := range tests {
		e := p.Edit()
		tt.spoil(&e)
		problems, _ := errs.ProblemsOf(b.Correct(t.Context(), b.actor, b.paper.ID, p.ID, p.Version, e))
		if problems[tt.field].Key != tt.key {
			t.Errorf("want %s: %s, got %v", tt.field, tt.key, problems)
		}
	}
	e := p.Edit()
	e.Kind, e.Leads = obligation.Request, []int64{other}
	if err := b.Correct(t.Context(), b.actor, b.paper.ID, p.ID, p.Version, e); err != nil {
		t.Errorf("a request of the other province: %v", err)
	}
}

func TestDropRestoreAndAdd(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	p := b.proposal(t, "2.4")
	if err := b.Drop(t.Context(), b.actor, b.paper.ID, p.ID, p.Version); err != nil {
		t.Fatal(err)
	}
	if err := b.Drop(t.Context(), b.actor, b.paper.ID, p.ID, p.Version+1); !errors.Is(err, errs.Conflict) {
		t.Errorf("dropped twice: %v", err)
	}
	if err := b.Restore(t.Context(), b.actor, b.paper.ID, p.ID, p.Version+1); err != nil {
		t.Fatal(err)
	}
	p = b.proposal(t, "2.2")
	if err := b.Drop(t.Context(), b.actor, b.paper.ID, p.ID, p.Version); err != nil {
		t.Fatal(err)
	}
	added := directive.Edit{Kind: obligation.Standing, Task: "theo dõi", Leads: []int64{b.body(t, "ls-ubnd")}}
	if _, err := b.Add(t.Context(), b.actor, b.paper.ID, p.ClauseID, added); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Add(t.Context(), b.actor, b.paper.ID, 99999, added); !errors.Is(err, errs.NotFound) {
		t.Errorf("added to a clause of no paper: %v", err)
	}
	made, err := b.Confirm(t.Context(), b.actor, b.paper.ID, b.now(t))
	if err != nil || len(made) != 18 {
		t.Errorf("%d obligations, %v; want 18: one dropped, one added", len(made), err)
	}
	if err := b.Drop(t.Context(), b.actor, b.paper.ID, p.ID, p.Version); !errors.Is(err, errs.Conflict) {
		t.Errorf("dropped after confirmation: %v", err)
	}
}

func TestCorrectHeaderKeepsBlanksBlank(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	h := b.paper.Header()
	h.Number, h.IssuedOn, h.Chair = "123/TB-UBND", day("18/3/2024"), ""
	if err := b.CorrectHeader(t.Context(), b.actor, b.paper.ID, b.paper.Version, h); err != nil {
		t.Fatal(err)
	}
	stored, err := postgres.Value[bool](t.Context(), b.db, `
		SELECT number = '123/TB-UBND' AND issued_on = '2024-03-18' AND issued_month IS NULL AND chair = ''
		FROM directives WHERE id = $1`, b.paper.ID)
	if err != nil || !stored {
		t.Errorf("stored %v, %v", stored, err)
	}
	if err := b.CorrectHeader(t.Context(), b.actor, b.paper.ID, b.paper.Version, h); !errors.Is(err, errs.Conflict) {
		t.Errorf("a stale correction: %v", err)
	}
	h.Title, h.IssuedOn, h.IssuedMonth = "", day(""), "tháng 3"
	problems, _ := errs.ProblemsOf(b.CorrectHeader(t.Context(), b.actor, b.paper.ID, b.paper.Version+1, h))
	if problems["title"].Key == "" || problems["issued_month"].Key == "" {
		t.Errorf("problems: %v", problems)
	}
}
