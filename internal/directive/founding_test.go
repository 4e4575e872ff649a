package directive_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/notice"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// office is the source province's Office, acting as the program does.
func office(t *testing.T, db *postgres.DB) access.Actor {
	t.Helper()
	b, err := (&body.Store{DB: db, Now: noon}).BySlug(t.Context(), "ls-ubnd")
	if err != nil {
		t.Fatal(err)
	}
	return access.Program(b.ID, b.Slug, b.Seat())
}

func readNotice(t *testing.T, file string) *notice.Notice {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	n, err := notice.Read(string(text))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const foundingNotice = "../startup/founding-notice.txt"

func enter(t *testing.T, s *directive.Store, actor access.Actor, file string) directive.Directive {
	t.Helper()
	id, err := s.Enter(t.Context(), actor, file, readNotice(t, file))
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Get(t.Context(), actor.Scope(access.EnterDirectives), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// asked is what the founding notice asks for, but for 2.4.
var asked = []string{
	"1 request ls-ubnd → bg-ubnd via - with [] due -",
	"2.1.a standing ls-ubnd → ls-sldtbxh via ls-ttdvvl with [-/counterpart/các cơ quan, đơn vị liên quan của tỉnh Bắc Giang] due -",
	"2.1.a standing ls-ubnd → ls-sldtbxh via ls-ttdvvl with [-/counterpart/doanh nghiệp trên địa bàn tỉnh Bắc Giang] due -",
	"2.1.b standing ls-ubnd → ls-sldtbxh via - with [-/cooperating/các cơ quan, đơn vị liên quan của tỉnh] due -",
	"2.2 order ls-ubnd → ls-sgtvt via - with [bg-sgtvt/counterpart/Sở Giao thông vận tải tỉnh Bắc Giang] due 2024-04-30",
	"2.3 order ls-ubnd → ls-bao via - with [bg-bao/counterpart/Báo Bắc Giang] due -",
	"2.3 order ls-ubnd → ls-dai via - with [bg-dai/counterpart/Đài Phát thanh và Truyền hình tỉnh Bắc Giang] due -",
}

// TestFoundingNotice: what the system holds after it has read and confirmed
// the founding notice, the obligations of the paper, one for each body that leads.
func TestFoundingNotice(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &directive.Store{DB: db, Now: noon}
	actor := office(t, db)
	d := enter(t, s, actor, foundingNotice)
	checkFacts(t, d)
	made, err := s.Confirm(t.Context(), actor, d.ID, d.Version)
	if err != nil {
		t.Fatal(err)
	}
	if len(made) != 18 {
		t.Errorf("%d obligations, want 18", len(made))
	}
	got := held(t, db, d.ID)
	for _, line := range asked {
		if !slices.Contains(got, line) {
			t.Errorf("missing: %s", line)
		}
	}
	districts := 0
	for _, line := range got {
		if strings.HasPrefix(line, "2.4 standing ls-ubnd → ls-") && strings.Contains(line, "doanh nghiệp trên địa bàn tỉnh Bắc Giang] due -") {
			districts++
		} else if !slices.Contains(asked, line) {
			t.Errorf("not in the paper: %s", line)
		}
	}
	if districts != 11 {
		t.Errorf("2.4 lies on %d districts, want 11", districts)
	}
	if _, err := s.Confirm(t.Context(), actor, d.ID, d.Version+1); !errors.Is(err, errs.Conflict) {
		t.Errorf("confirmed twice: %v", err)
	}
}

// checkFacts: what the paper says of itself; what it leaves blank is blank.
func checkFacts(t *testing.T, d directive.Directive) {
	t.Helper()
	got := d.Header()
	title, recipients := got.Title, got.Recipients
	got.Title, got.Recipients = "", nil
	want := fmt.Sprintf("%+v", directive.Header{
		Kind: "Thông báo kết luận", Symbol: "TB-UBND", IssuedMonth: "2024-03", MeetingOn: day("13/3/2024"), Chair: got.Chair,
		Authority: "TL. CHỦ TỊCH – CHÁNH VĂN PHÒNG", Signatory: "Trịnh Tiến Duy"})
	if fmt.Sprintf("%+v", got) != want {
		t.Errorf("facts:\n got %+v\nwant %s", got, want)
	}
	if !strings.Contains(got.Chair, "Dương Xuân Huyền") || !strings.HasPrefix(title, "Kết luận của đồng chí Dương Xuân Huyền") {
		t.Errorf("chair %q, title %q", got.Chair, title)
	}
	if len(recipients) != 7 {
		t.Errorf("%d recipients: %q", len(recipients), recipients)
	}
}

// held lists the obligations of a paper, one line each.
func held(t *testing.T, db *postgres.DB, id int64) []string {
	t.Helper()
	lines, err := postgres.Values[string](context.Background(), db, `
		SELECT c.path || ' ' || o.kind || ' ' || issuer.slug || ' → ' || lead.slug || ' via ' || COALESCE(executing.slug, '-')
			|| ' with [' || COALESCE((SELECT string_agg(COALESCE(b.slug, '-') || '/' || p.role || '/' || p.words, '; ' ORDER BY p.id)
				FROM obligation_bodies p LEFT JOIN bodies b ON b.id = p.body_id WHERE p.obligation_id = o.id), '')
			|| '] due ' || COALESCE(o.due_on::text, '-')
		FROM obligations o
		JOIN clauses c ON c.id = o.clause_id
		JOIN bodies lead ON lead.id = o.lead_body_id
		JOIN bodies issuer ON issuer.id = o.issuer_body_id
		LEFT JOIN bodies executing ON executing.id = o.executing_body_id
		WHERE o.directive_id = $1
		ORDER BY o.id`, id)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}
