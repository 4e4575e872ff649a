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
