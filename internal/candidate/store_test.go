package candidate_test

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

func TestAClosedVacancyIsRefusedOnTheWrite(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"paused":    `UPDATE vacancies SET status = 'paused'`,
		"over":      `UPDATE vacancies SET closes_on = '2026-06-09'`,
		"suspended": `UPDATE employers SET state = 'suspended'`,
	}
	for name, close := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := world(t)
			exec(t, b, close, nil)
			_, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(0))
			if p, _ := errs.ProblemsOf(err); p["vacancy"].Key != "candidate.problem.closed" {
				t.Errorf("got %v", err)
			}
			if n := value[int](t, b, `SELECT count(*)::int FROM candidates`, nil); n != 0 {
				t.Errorf("%d candidates are kept", n)
			}
		})
	}
}

func TestADraftIsNotFound(t *testing.T) {
	t.Parallel()
	b := world(t)
	exec(t, b, `UPDATE vacancies SET status = 'draft', revision = 0`, nil)
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(0)); !errors.Is(err, errs.NotFound) {
		t.Errorf("got %v", err)
	}
}

func TestRegisteringTwiceIsOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	again := b.registration(0)
	again.FullName, again.Phone = "hoàng thị mẩy", "+84 912345678"
	second, err := b.RegisterPublic(t.Context(), access.Actor{}, again)
	if err != nil || second != code {
		t.Fatalf("again: got %q, %v; want %q", second, err, code)
	}
	if third, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(1)); err != nil || third != code {
		t.Fatalf("another vacancy: got %q, %v; want %q", third, err, code)
	}
	p := b.get(t, b.centre, id)
	if len(p.Referrals) != 2 || len(p.Consents) != 2 {
		t.Errorf("got %d referrals and %d consents, want 2 and 2", len(p.Referrals), len(p.Consents))
	}
	other := b.registration(0)
	other.BirthYear = 1999
	if sister, err := b.RegisterPublic(t.Context(), access.Actor{}, other); err != nil || sister == code {
		t.Errorf("who shares the phone: got %q, %v", sister, err)
	}
}

func TestOnePersonFromTwoPhonesAtOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	codes := make([]string, 8)
	var all sync.WaitGroup
	for i := range codes {
		all.Go(func() {
			code, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(0))
			if err != nil {
				t.Error(err)
			}
			codes[i] = code
		})
	}
	all.Wait()
	for _, code := range codes {
		if code != codes[0] {
			t.Fatalf("got %v, want one code", codes)
		}
	}
	if n := value[int](t, b, `SELECT count(*)::int FROM referrals`, nil); n != 1 {
		t.Errorf("got %d referrals, want 1", n)
	}
}

func TestTwoProcessesIntroduceAtOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	results := make(chan error, 2)
	for range 2 {
		go func() {
			results <- b.Introduce(t.Context(), b.centre, candidate.Introduction{CandidateID: id, VacancyID: b.vacancies[0]})
		}()
	}
	first, second := <-results, <-results
	if first == nil {
		first, second = second, first
	}
	if second != nil || !errors.Is(first, errs.Conflict) {
		t.Errorf("got %v and %v, want one success and one conflict", first, second)
	}
}

func TestAPersonIsPlacedOnce(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	b.visitor(t, 1)
	b.to(t, id, 0, candidate.Hired)
	b.to(t, id, 1, candidate.Interviewed)
	r := b.of(t, id, 1)
	hire := candidate.Move{To: candidate.Hired, On: b.Now.Today()}
	err := b.Record(t.Context(), b.centre, r.ID, r.Version, hire)
	p, _ := errs.ProblemsOf(err)
	if p["to"].Key != "candidate.problem.placed" || p["to"].Args[0] != "Công nhân 0" {
		t.Errorf("the centre: got %v %v", err, p["to"].Args)
	}
	err = b.Record(t.Context(), b.other, r.ID, r.Version, hire)
	if p, _ := errs.ProblemsOf(err); p["to"].Key != "candidate.problem.placed_elsewhere" || len(p["to"].Args) != 0 {
		t.Errorf("the employer: got %v", err)
	}
	_, err = b.DB.Exec(t.Context(), `UPDATE referrals SET status = 'hired' WHERE id = @id`, pgx.StrictNamedArgs{"id": r.ID})
	if !errors.Is(err, errs.Conflict) {
		t.Errorf("the database: got %v, want a conflict", err)
	}
}

func TestRecordWantsTheNewestVersion(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	b.to(t, id, 0, candidate.Introduced)
	r := b.of(t, id, 0)
	m := candidate.Move{To: candidate.Interviewed, On: b.Now.Today()}
	if err := b.Record(t.Context(), b.centre, r.ID, r.Version-1, m); !errors.Is(err, errs.Conflict) {
		t.Errorf("stale: got %v", err)
	}
	if err := b.Record(t.Context(), b.district, r.ID, r.Version, m); !errors.Is(err, errs.Forbidden) {
		t.Errorf("a district: got %v", err)
	}
	if err := b.Record(t.Context(), b.other, r.ID, r.Version, m); !errors.Is(err, errs.NotFound) {
		t.Errorf("another employer: got %v", err)
	}
	if err := b.Record(t.Context(), b.employer, r.ID, r.Version, m); err != nil {
		t.Errorf("its employer: %v", err)
	}
}

func TestWhoSeesWhom(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, alone := b.visitor(t, 0)
	entered := b.registration(0)
	entered.FullName, entered.Manner = "Lý Văn Sáng", candidate.ByOffice
	receipt, err := b.RegisterFor(t.Context(), b.commune, entered)
	if err != nil {
		t.Fatal(err)
	}
	sees := func(actor access.Actor, want ...int64) {
		t.Helper()
		page, err := b.List(t.Context(), actor, candidate.Filter{})
		if err != nil || len(page.Rows) != len(want) || page.Total != len(want) {
			t.Fatalf("%s: got %d of %d rows, %v; want %v", actor.BodySlug, len(page.Rows), page.Total, err, want)
		}
		for i, row := range page.Rows {
			if row.ID != want[i] {
				t.Errorf("%s: row %d is %d, want %d", actor.BodySlug, i, row.ID, want[i])
			}
		}
		for _, id := range []int64{alone, receipt.ID} {
			_, err := b.Get(t.Context(), actor, id, candidate.PageProfile)
			seen := !errors.Is(err, errs.NotFound)
			if listed := len(want) == 2 || len(want) == 1 && want[0] == id; seen != listed {
				t.Errorf("%s: Get(%d): %v", actor.BodySlug, id, err)
			}
		}
	}
	sees(b.centre, receipt.ID, alone)
	sees(b.commune, receipt.ID)
	sees(b.district) // its commune's people are not its own
	sees(b.employer) // registered only
	sees(access.Actor{})
	b.to(t, alone, 0, candidate.Introduced)
	sees(b.employer, alone)
	sees(b.other)
}

func TestAnEmployerSeesOnlyWhatThePersonAgreesTo(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	b.visitor(t, 1)
	b.to(t, id, 0, candidate.Started)
	p := b.get(t, b.employer, id)
	if p.FullName != "Hoàng Thị Mẩy" || p.Phone == "" || p.Masked || len(p.Referrals) != 1 || len(p.Views) != 0 || p.Note != "" {
		t.Fatalf("agreed: got %+v", p)
	}
	if err := b.Withdraw(t.Context(), b.centre, id, p.Consents[0].ID); err != nil {
		t.Fatal(err)
	}
	p = b.get(t, b.employer, id)
	if p.FullName != "H. T. M." || p.Phone != "" || p.Commune != "" || !p.Masked || len(p.Referrals) != 1 {
		t.Errorf("withdrawn: got %+v", p.Candidate)
	}
	for _, q := range []string{"may", "345678"} {
		page, err := b.List(t.Context(), b.employer, candidate.Filter{Query: q})
		if err != nil || len(page.Rows) != 0 {
			t.Errorf("the mask is lifted by asking for %q: %+v, %v", q, page, err)
		}
	}
	page, err := b.List(t.Context(), b.employer, candidate.Filter{})
	if err != nil || len(page.Rows) != 1 || page.Rows[0].FullName != "H. T. M." || page.Rows[0].Phone != "" {
		t.Errorf("list: got %+v, %v", page, err)
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	second := b.registration(1)
	second.FullName, second.Phone = "Nông Văn Đức", "0987 654 321"
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, second); err != nil {
		t.Fatal(err)
	}
	b.to(t, id, 0, candidate.Introduced)
	tests := []struct {
		filter candidate.Filter
		want   int
	}{
		{candidate.Filter{}, 2}, {candidate.Filter{Query: "mẩy"}, 1}, {candidate.Filter{Query: "nong van duc"}, 1},
		{candidate.Filter{Query: candidate.ShowCode(code)}, 1}, {candidate.Filter{Query: "0912 345 678"}, 1},
		{candidate.Filter{Query: "678"}, 1}, {candidate.Filter{Query: "+84912345678"}, 1}, {candidate.Filter{Query: "???"}, 0},
		{candidate.Filter{Status: candidate.Introduced}, 1}, {candidate.Filter{Status: candidate.Hired}, 0},
		{candidate.Filter{Vacancy: b.vacancies[1]}, 1}, {candidate.Filter{Vacancy: b.vacancies[1], Status: candidate.Introduced}, 0},
		{candidate.Filter{Commune: b.area}, 2}, {candidate.Filter{Commune: 1}, 0}, {candidate.Filter{Drive: 9_999_999_999}, 0},
		{candidate.Filter{Before: id + 1}, 1},
	}
	for _, tt := range tests {
		page, err := b.List(t.Context(), b.centre, tt.filter)
		if err != nil || len(page.Rows) != tt.want {
			t.Errorf("%+v: got %d rows, %v; want %d", tt.filter, len(page.Rows), err, tt.want)
		}
	}
}

func TestEveryViewIsKept(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	views := func() int { return value[int](t, b, `SELECT count(*)::int FROM personal_views`, nil) }
	b.get(t, b.centre, id)
	if _, err := b.List(t.Context(), b.centre, candidate.Filter{}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Export(t.Context(), b.centre, id); err != nil {
		t.Fatal(err)
	}
	if got := views(); got != 3 {
		t.Errorf("got %d views, want 3", got)
	}
	if _, err := b.Get(t.Context(), b.district, id, candidate.PageProfile); !errors.Is(err, errs.NotFound) || views() != 3 {
		t.Errorf("who may not see has not seen: %v", err)
	}
	p := b.get(t, b.centre, id)
	if len(p.Views) != 4 || p.Views[0].Page != candidate.PageProfile || p.Views[0].BodyVi == "" {
		t.Errorf("got %+v", p.Views)
	}
}

func TestErasingKeepsTheCounts(t *testing.T) {
	t.Parallel()
	for _, statistics := range []bool{true, false} {
		b := world(t)
		r := b.registration(0)
		r.Statistics = statistics
		code, err := b.RegisterPublic(t.Context(), access.Actor{}, r)
		if err != nil {
			t.Fatal(err)
		}
		id := value[int64](t, b, `SELECT id FROM candidates WHERE code = @code`, pgx.StrictNamedArgs{"code": code})
		if err := b.Call(t.Context(), b.centre, id, "hẹn gọi lại cho chị Mẩy"); err != nil {
			t.Fatal(err)
		}
		b.to(t, id, 0, candidate.Started)
		if err := b.Erase(t.Context(), b.centre, id, candidate.Asked); err != nil {
			t.Fatal(err)
		}
		left := value[string](t, b, `SELECT row_to_json(c)::text FROM candidates c`, nil)
		for _, word := range []string{"Mẩy", "may", "912345678", code, "gọi"} {
			if strings.Contains(left, word) {
				t.Errorf("%q is left in %s", word, left)
			}
		}
		p := b.get(t, b.centre, id)
		if !p.Erased() || len(p.Referrals) != 1 || p.Referrals[0].StartedAt == nil {
			t.Errorf("the counts are gone: %+v", p)
		}
		if kept := p.BirthYear != 0 && p.Commune != ""; kept != statistics {
			t.Errorf("statistics %v: got %d, %q", statistics, p.BirthYear, p.Commune)
		}
		if err := b.Erase(t.Context(), b.centre, id, candidate.Asked); !errors.Is(err, errs.NotFound) {
			t.Errorf("a second time: got %v", err)
		}
	}
}

func TestTheJournalHoldsNothingPersonal(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	if err := b.Call(t.Context(), b.centre, id, "chị Mẩy số 0912345678"); err != nil {
		t.Fatal(err)
	}
	b.to(t, id, 0, candidate.Declined)
	words := value[string](t, b, `SELECT string_agg(row_to_json(j)::text, ' ') FROM journal j`, nil)
	for _, word := range []string{"Mẩy", "912", code} {
		if strings.Contains(words, word) {
			t.Errorf("%q is in the journal: %s", word, words)
		}
	}
	if p := b.get(t, b.centre, id); len(p.History) < 4 || !strings.Contains(p.Note, "chị Mẩy") {
		t.Errorf("history %+v, note %q", p.History, p.Note)
	}
}

func (b *bundle) pass(days int) { b.now.Add(int64(days) * 24 * int64(time.Hour/time.Microsecond)) }

func TestErasedWhenDue(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, gone := b.visitor(t, 0)
	kept := b.registration(0)
	kept.FullName, kept.Keep = "Lý Văn Sáng", true
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, kept); err != nil {
		t.Fatal(err)
	}
	b.to(t, gone, 0, candidate.NotHired)
	if got := b.get(t, b.centre, gone).EraseOn; got != clock.MustDay("10/07/2026") {
		t.Fatalf("EraseOn: got %s", got)
	}
	due := func(want int) {
		t.Helper()
		n, err := b.EraseDue(t.Context(), access.Everything())
		if err != nil || n != want {
			t.Fatalf("%s: erased %d, %v; want %d", b.Now.Today(), n, err, want)
		}
	}
	b.pass(29)
	due(0)
	b.pass(1)
	due(1)
	due(0)
	if _, err := b.EraseDue(t.Context(), b.centre.Scope(access.ReadObligations)); !errors.Is(err, errs.Forbidden) {
		t.Errorf("who is not the program: got %v", err)
	}
}

func TestNobodyIsKeptBecauseAResultWasForgotten(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0) // closes on 30 June
	b.pass(51)               // 31 July
	if n, err := b.EraseDue(t.Context(), access.Everything()); err != nil || n != 0 {
		t.Fatal(n, err)
	}
	if r := b.of(t, id, 0); r.Status != candidate.NotHired || r.Reason != candidate.VacancyOver {
		t.Fatalf("got %+v", r)
	}
	b.pass(30)
	if n, err := b.EraseDue(t.Context(), access.Everything()); err != nil || n != 1 {
		t.Errorf("erased %d, %v; want 1", n, err)
	}
}

func TestIntroducingNeedsConsent(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	in := candidate.Introduction{CandidateID: id, VacancyID: b.vacancies[1]}
	err := b.Introduce(t.Context(), b.centre, in)
	if p, _ := errs.ProblemsOf(err); p["agreed"].Key != "candidate.problem.no_consent" {
		t.Fatalf("without: got %v", err)
	}
	in.Agreed = candidate.ByPhone
	if err := b.Introduce(t.Context(), b.centre, in); err != nil {
		t.Fatal(err)
	}
	p := b.get(t, b.centre, id)
	if !p.Consents.ForEmployer(b.employers[1]) || p.Consents[0].Manner != candidate.ByPhone {
		t.Errorf("got %+v", p.Consents)
	}
	if err := b.Introduce(t.Context(), b.commune, in); !errors.Is(err, errs.Forbidden) {
		t.Errorf("a commune: got %v", err)
	}
	exec(t, b, `UPDATE vacancies SET status = 'filled'`, nil)
	err = b.Introduce(t.Context(), b.centre, candidate.Introduction{CandidateID: id, VacancyID: b.vacancies[0]})
	if p, _ := errs.ProblemsOf(err); p["vacancy"].Key != "candidate.problem.closed" {
		t.Errorf("closed: got %v", err)
	}
}

func TestEditing(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	e := candidate.Edit{FullName: "Hoàng Thị Mây", BirthYear: 2001, Phone: "0987654321", AreaID: b.area, Version: 1}
	if err := b.Edit(t.Context(), b.centre, id, e); err != nil {
		t.Fatal(err)
	}
	if err := b.Edit(t.Context(), b.centre, id, e); err != nil {
		t.Errorf("the same again: %v", err)
	}
	e.BirthYear = 1990
	if err := b.Edit(t.Context(), b.centre, id, e); !errors.Is(err, errs.Conflict) {
		t.Errorf("stale: got %v", err)
	}
	if err := b.Edit(t.Context(), b.district, id, e); !errors.Is(err, errs.NotFound) {
		t.Errorf("who did not enter the person: got %v", err)
	}
	page, err := b.List(t.Context(), b.centre, candidate.Filter{Query: "thi may"})
	if err != nil || len(page.Rows) != 1 || page.Rows[0].BirthYear != 2001 {
		t.Errorf("got %+v, %v", page, err)
	}
}

func TestExportHoldsAll(t *testing.T) {
	t.Parallel()
	b := world(t)
	code, id := b.visitor(t, 0)
	data, err := b.Export(t.Context(), b.centre, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Hoàng Thị Mẩy", "+84912345678", candidate.ShowCode(code), "Công ty 0", `"introduce"`, `"export"`} {
		if !bytes.Contains(data, []byte(word)) {
			t.Errorf("%q is missing in %s", word, data)
		}
	}
}
