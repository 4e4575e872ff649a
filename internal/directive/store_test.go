package directive_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/notice"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// elsewhere is a paper of a province outside the partnership.
const elsewhere = `ỦY BAN NHÂN DÂN
TỈNH NINH BÌNH
Số: 12/TB-UBND

Ninh Bình, ngày 18 tháng 4 năm 2024

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về du lịch hè

Ngày 16/4/2024, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp và kết luận như sau:

1. Sở Giao thông vận tải xây dựng phương án phân luồng, báo cáo UBND tỉnh trước ngày 15/5/2024.

2. UBND các huyện, thành phố tăng cường tuyên truyền, vận động Nhân dân giữ gìn vệ sinh môi trường.

Nơi nhận:
- Chủ tịch, các PCT UBND tỉnh;
- Lưu: VT.

TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG

Đinh Thị Thu Hằng
`

// bench is a store with the founding notice under review.
type bench struct {
	*directive.Store
	db    *postgres.DB
	actor access.Actor
	paper directive.Directive
}

func newBench(t *testing.T) bench {
	t.Helper()
	db := postgrestest.Tx(t)
	s := &directive.Store{DB: db, Now: noon}
	actor := office(t, db)
	return bench{s, db, actor, enter(t, s, actor, foundingNotice)}
}

// proposal returns the first proposal of a clause as it now stands.
func (b bench) proposal(t *testing.T, path string) directive.Proposal {
	t.Helper()
	all, err := b.Proposals(t.Context(), b.actor.Scope(access.EnterDirectives), b.paper.ID)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(p directive.Proposal) bool { return p.ClausePath == path })
	if i < 0 {
		t.Fatalf("clause %s has no proposal", path)
	}
	return all[i]
}

// now returns the paper's present version.
func (b bench) now(t *testing.T) int {
	t.Helper()
	d, err := b.Get(t.Context(), b.actor.Scope(access.EnterDirectives), b.paper.ID)
	if err != nil {
		t.Fatal(err)
	}
	return d.Version
}

func (b bench) body(t *testing.T, slug string) int64 {
	t.Helper()
	found, err := (&body.Store{DB: b.db, Now: noon}).BySlug(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	return found.ID
}

func TestTheSameTextIsEnteredOnce(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	again := readNotice(t, foundingNotice)
	again.Text = "\n" + strings.ReplaceAll(again.Text, "\n\n", "\n \n")
	_, err := b.Enter(t.Context(), b.actor, "again", again)
	var known directive.Known
	if !errors.As(err, &known) || known.ID != b.paper.ID || !errors.Is(err, errs.Conflict) {
		t.Errorf("entered twice: %v", err)
	}
}

func TestOnlyTheOfficeEntersAndSeesWhatIsUnderReview(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	district := access.Actor{Account: 1, Body: b.body(t, "ls-chi-lang"), Seat: access.Seat{Side: access.Source, Kind: access.District}}
	district.Bodies = []int64{district.Body}
	if _, err := b.Enter(t.Context(), district, "x", readNotice(t, foundingNotice)); !errors.Is(err, errs.Forbidden) {
		t.Errorf("Enter: %v", err)
	}
	if _, err := b.Confirm(t.Context(), district, b.paper.ID, b.paper.Version); !errors.Is(err, errs.Forbidden) {
		t.Errorf("Confirm: %v", err)
	}
	if _, err := b.Get(t.Context(), district.Scope(access.ReadDirectives), b.paper.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("Get under review: %v", err)
	}
	if _, err := b.Confirm(t.Context(), b.actor, b.paper.ID, b.paper.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Get(t.Context(), district.Scope(access.ReadDirectives), b.paper.ID); err != nil {
		t.Errorf("Get confirmed: %v", err)
	}
	if _, err := b.Get(t.Context(), access.Scope{}, b.paper.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("the zero scope: %v", err)
	}
}

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

func TestNothingLeftToConfirm(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if _, err := b.db.Exec(t.Context(), `UPDATE proposals SET state = 'dropped'`); err != nil {
		t.Fatal(err)
	}
	_, err := b.Confirm(t.Context(), b.actor, b.paper.ID, b.now(t))
	if problems, _ := errs.ProblemsOf(err); problems["proposals"].Key != "directive.problem.nothing" {
		t.Errorf("confirmed nothing: %v", err)
	}
}

// TestUnknownBodiesBlockAndAreNotInvented: another province's departments are
// nobody here until a clerk says who.
func TestUnknownBodiesBlockAndAreNotInvented(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	n, err := notice.Read(elsewhere)
	if err != nil {
		t.Fatal(err)
	}
	id, err := b.Enter(t.Context(), b.actor, "elsewhere.txt", n)
	if err != nil {
		t.Fatal(err)
	}
	b.paper.ID = id
	p := b.proposal(t, "1")
	if len(p.LeadIDs) != 0 || !slices.Equal(p.LeadUnmatched, []string{"Sở Giao thông vận tải"}) {
		t.Errorf("leads %v, unmatched %q", p.LeadIDs, p.LeadUnmatched)
	}
	_, err = b.Confirm(t.Context(), b.actor, id, b.now(t))
	problems, _ := errs.ProblemsOf(err)
	if len(problems) != 2 || problems[directive.ProblemField(p.ID)].Key != "directive.problem.no_lead" {
		t.Errorf("problems: %v", err)
	}
	e := p.Edit()
	e.Leads = []int64{b.body(t, "ls-sgtvt")}
	if err := b.Correct(t.Context(), b.actor, id, p.ID, p.Version, e); err != nil {
		t.Fatal(err)
	}
	p = b.proposal(t, "2")
	if err := b.Drop(t.Context(), b.actor, id, p.ID, p.Version); err != nil {
		t.Fatal(err)
	}
	if made, err := b.Confirm(t.Context(), b.actor, id, b.now(t)); err != nil || len(made) != 1 {
		t.Errorf("%d obligations, %v", len(made), err)
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

func TestDiscard(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if err := b.Discard(t.Context(), b.actor, b.paper.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Get(t.Context(), b.actor.Scope(access.EnterDirectives), b.paper.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("after it was discarded: %v", err)
	}
	entries, err := journal.Of(t.Context(), b.db, journal.Directive, b.paper.ID)
	if err != nil || entries[0].Action != "discarded" {
		t.Errorf("journal: %v, %v", entries, err)
	}
	again := enter(t, b.Store, b.actor, foundingNotice)
	if _, err := b.Confirm(t.Context(), b.actor, again.ID, again.Version); err != nil {
		t.Fatal(err)
	}
	if err := b.Discard(t.Context(), b.actor, again.ID); !errors.Is(err, errs.Conflict) {
		t.Errorf("discarded a confirmed paper: %v", err)
	}
}

func TestListCountsWhatAPaperGave(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if _, err := b.Confirm(t.Context(), b.actor, b.paper.ID, b.paper.Version); err != nil {
		t.Fatal(err)
	}
	lines, err := b.List(t.Context(), b.actor.Scope(access.ReadDirectives))
	if err != nil || len(lines) != 1 {
		t.Fatalf("%v, %v", lines, err)
	}
	if l := lines[0]; l.Obligations != 18 || l.Bodies != 16 || l.Overdue != 0 || l.Status != directive.Confirmed {
		t.Errorf("%+v", l)
	}
}

func TestClausesKeepTheirWordsAndDepth(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	clauses, err := b.Clauses(t.Context(), b.actor.Scope(access.EnterDirectives), b.paper.ID)
	if err != nil {
		t.Fatal(err)
	}
	depths := map[string]int{}
	for _, c := range clauses {
		depths[c.Path] = c.Depth
		if !strings.Contains(b.paper.Words, c.Words) {
			t.Errorf("%s: %q is not in the paper", c.Path, c.Words)
		}
	}
	for path, depth := range map[string]int{"1": 0, "2": 0, "2.1": 1, "2.1.a": 2, "2.4": 1} {
		if got, ok := depths[path]; !ok || got != depth {
			t.Errorf("%s stands at depth %d (%v), want %d", path, got, ok, depth)
		}
	}
}
