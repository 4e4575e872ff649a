package candidate_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

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
	for _, word := range []string{"Mẩy", "912345678", code} {
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
