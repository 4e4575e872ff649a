package intake_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/intake"
	"cauviec/internal/vacancy"
)

func TestASheetBecomesDrafts(t *testing.T) {
	t.Parallel()
	w := setup(t)
	i := w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may"), full("A-2", "Thợ cắt"), with(full("A-3", "Thợ là"), 9, "")})
	if got := summary(i); got != "preview: 3 rows, 3 created, 0 updated, 0 same, 0 refused, 1 incomplete" {
		t.Fatalf("%s %+v", got, w.rows(t, i, ""))
	}
	if n := value[int](t, w.db, `SELECT count(*) FROM vacancies`); n != 0 {
		t.Fatalf("a preview made %d vacancies", n)
	}
	i = w.confirm(t, i, false)
	v := w.vacancy(t, "A-1")
	if v.Status != vacancy.Draft || v.EmployerID != w.sewing || v.Headcount != 1200 || v.BasicWage != 5_200_000 || v.IncomeTo != 11_000_000 ||
		v.ContactPhone != "+84912345678" || v.ClosesOn != clock.MustDay("10/05/2026") || v.Shift != "office" || !v.NoFee || v.CreatedBy != w.centre.Account {
		t.Errorf("%+v", v)
	}
	if !slices.Equal(v.Benefits, []string{"insurance", "dormitory"}) || v.OccupationCode != "8153" || v.ZoneName == "" || v.Version != 1 {
		t.Errorf("%v %s %s %d", v.Benefits, v.OccupationCode, v.ZoneName, v.Version)
	}
	if _, ok := vacancy.CleanCode(v.Code); !ok || v.Slug != "cong-nhan-may" {
		t.Errorf("code %q, slug %q", v.Code, v.Slug)
	}
	if i.DecidedBy == "" || i.DecidedAt == nil || value[int](t, w.db, `SELECT count(*) FROM import_files`) != 0 {
		t.Errorf("%+v", i)
	}
	why := value[string](t, w.db, `SELECT why FROM journal WHERE thing = 'vacancy' AND thing_id = $1 AND action = 'import'`, v.ID)
	if why != fmt.Sprintf("#%d dong-san-pham.xlsx", i.ID) {
		t.Errorf("the journal says %q", why)
	}
}

func TestRowsUpdateTheirOwnDrafts(t *testing.T) {
	t.Parallel()
	w := setup(t)
	w.confirm(t, w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may"), full("A-2", "Thợ cắt"), full("", "Thợ là")}), false)
	code := w.vacancy(t, "A-2").Code
	i := w.upload(t, w.centre, table{append([]any{"Mã tin"}, heads...),
		append([]any{""}, with(full("a - 1", "Công nhân may"), 6, "5,6 triệu")...), append([]any{code}, with(full("A-2", "Thợ cắt vải"), 4, "")...),
		append([]any{""}, full("", "Thợ là")...), append([]any{"ZZZZZZZ"}, full("", "Thợ là hơi")...)})
	if got := summary(i); got != "preview: 4 rows, 0 created, 2 updated, 1 same, 1 refused, 0 incomplete" {
		t.Fatalf("%s %+v", got, w.rows(t, i, ""))
	}
	if got := fmt.Sprint(w.rows(t, i, "update")[0].Changed, w.rows(t, i, "update")[1].Changed); got != "[basic_wage employer_ref] [title]" {
		t.Error(got)
	}
	w.confirm(t, i, false)
	if v := w.vacancy(t, "A-2"); v.Title != "Thợ cắt vải" || v.Headcount != 1200 || v.Version != 2 || v.Code != code {
		t.Errorf("%+v", v)
	}
}

func TestWhatIsNoDraftIsRefused(t *testing.T) {
	t.Parallel()
	w := setup(t)
	i := w.confirm(t, w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may"), full("A-2", "Thợ cắt"), full("A-3", "Thợ là")}), true)
	if i.Submitted != 3 {
		t.Fatalf("%d submitted", i.Submitted)
	}
	s := &vacancy.Store{DB: w.db, Now: clock.Fixed(noon)}
	v := w.vacancy(t, "A-1")
	if v.Status != vacancy.Submitted || v.SubmittedBy != w.centre.Account || v.SubmittedAt == nil {
		t.Fatalf("%+v", v)
	}
	if err := s.Publish(t.Context(), w.centre, v.ID, v.Version); !errors.Is(err, errs.Invalid) {
		t.Errorf("who took the sheet in publishes: %v", err)
	}
	if err := s.Publish(t.Context(), w.second, v.ID, v.Version); err != nil {
		t.Fatal(err)
	}
	gone := w.vacancy(t, "A-3")
	if err := s.Withdraw(t.Context(), w.centre, gone.ID, gone.Version, "nhầm"); err != nil {
		t.Fatal(err)
	}
	i = w.upload(t, w.centre, table{heads, full("A-1", "Công nhân"), full("A-2", "Thợ"), full("A-3", "Thợ"), with(full("B-1", "Thợ"), 0, "2300233993")})
	var keys []string
	for _, r := range w.rows(t, i, "refused") {
		keys = append(keys, strings.TrimPrefix(r.Problems[0].Key, "import.problem."))
	}
	if got := strings.Join(keys, " "); got != "published submitted ended" {
		t.Errorf("%s: %s", got, summary(i))
	}
}

// A cell can hold far more than a page has room for, or nothing but blanks.
func TestARowTellsLittleOfALongCell(t *testing.T) {
	t.Parallel()
	w := setup(t)
	long := strings.Repeat("thợ may ", 4000)
	i := w.upload(t, w.centre, table{heads, full("A-1", long), with(full("A-2", "  "), 12, "0912"), full(long, "Thợ là")})
	rows := w.rows(t, i, "refused")
	if len(rows) != 3 {
		t.Fatalf("%s %+v", summary(i), rows)
	}
	for _, r := range rows {
		for _, told := range []string{r.Title, r.Ref, r.Problems[0].Typed} {
			if len([]rune(told)) > 201 || told != strings.TrimSpace(told) {
				t.Errorf("row %d tells %d bytes: %.40q", r.RowNo, len(told), told)
			}
		}
	}
}

func TestRowsThatMeet(t *testing.T) {
	t.Parallel()
	w := setup(t)
	i := w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may"), full("a-1", "Thợ may"), full("", "Thợ là"), full("", "Thợ là"), with(full("A-1", "Thợ may"), 0, "2300233993")})
	refused := w.rows(t, i, "refused")
	if len(refused) != 2 || refused[0].RowNo != 3 || refused[0].Problems[0].Key != "import.problem.twice_ref" || fmt.Sprint(refused[0].Problems[0].Args) != "[2]" ||
		refused[1].RowNo != 5 || refused[1].Problems[0].Key != "import.problem.twice_facts" {
		t.Errorf("%+v", refused)
	}
}

func TestAnEmployerTakesInItsOwn(t *testing.T) {
	t.Parallel()
	w := setup(t)
	rows := table{{"Tên công việc", "Số hiệu", "Mã số thuế"}, {"Công nhân may", "A-1", ""}, {"Thợ cắt", "A-2", "0100233488"}, {"Thợ là", "A-3", "2300233993"}}
	i := w.upload(t, w.own, rows)
	if got := summary(i); got != "preview: 3 rows, 2 created, 0 updated, 0 same, 1 refused, 2 incomplete" {
		t.Fatal(got)
	}
	refused, _, err := w.store.Rows(t.Context(), w.own, i.ID, "refused", 0, 10)
	if err != nil || len(refused) != 1 || refused[0].Problems[0].Key != "import.problem.employer_other" || refused[0].Problems[0].Column != 2 {
		t.Errorf("another's order: %+v, %v", refused, err)
	}
	if _, err := w.store.Get(t.Context(), w.centre, i.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("another body reads it: %v", err)
	}
	if _, err := w.store.Confirm(t.Context(), w.centre, i.ID, i.Version, false); !errors.Is(err, errs.NotFound) {
		t.Errorf("another body confirms it: %v", err)
	}
	if done, err := w.store.Confirm(t.Context(), w.own, i.ID, i.Version, false); err != nil || !done {
		t.Fatal(done, err)
	}
	if n := value[int](t, w.db, `SELECT count(*) FROM vacancies WHERE employer_id = $1`, w.sewing); n != 2 {
		t.Errorf("%d vacancies of its own", n)
	}
	theirs := w.upload(t, w.centre, table{heads, with(full("B-1", "Thợ"), 0, "2300233993")})
	code := w.confirm(t, theirs, false)
	offer := value[string](t, w.db, `SELECT code FROM vacancies WHERE employer_ref = 'B-1'`)
	i = w.upload(t, w.own, table{{"Tên công việc", "Mã tin"}, {"Của người khác", offer}})
	if got := summary(i); got != "preview: 1 rows, 0 created, 0 updated, 0 same, 1 refused, 0 incomplete" {
		t.Errorf("%s beside %d", got, code.ID)
	}
	if _, err := w.store.Upload(t.Context(), as(t, w.db, "ls-bao"), "a.xlsx", sheetOf(t, rows)); !errors.Is(err, errs.Forbidden) {
		t.Errorf("a newspaper uploads: %v", err)
	}
}

func TestWhatMovedMeanwhileIsReadAgain(t *testing.T) {
	t.Parallel()
	w := setup(t)
	w.confirm(t, w.upload(t, w.centre, table{heads, full("A-1", "Công nhân may")}), false)
	i := w.upload(t, w.centre, table{heads, with(full("A-1", "Công nhân may"), 4, 300), full("A-2", "Thợ cắt")})
	v := w.vacancy(t, "A-1")
	v.Title = "Công nhân may áo"
	if err := (&vacancy.Store{DB: w.db, Now: clock.Fixed(noon)}).Update(t.Context(), w.second, v.ID, v.Version, v.Details); err != nil {
		t.Fatal(err)
	}
	done, err := w.store.Confirm(t.Context(), w.centre, i.ID, i.Version, false)
	if err != nil || done {
		t.Fatalf("confirmed %v, %v", done, err)
	}
	if err := w.store.ReadWaiting(t.Context(), access.Everything()); err != nil {
		t.Fatal(err)
	}
	again := w.get(t, w.centre, i.ID)
	if again.Moved != 1 || !again.Reread || again.Version <= i.Version || again.Updated != 1 {
		t.Errorf("%+v", again)
	}
	if got := fmt.Sprint(w.rows(t, again, "update")[0].Changed); got != "[headcount title]" {
		t.Error(got)
	}
	if _, err := w.store.Confirm(t.Context(), w.second, i.ID, i.Version, false); !errors.Is(err, errs.Conflict) {
		t.Errorf("an old preview is confirmed: %v", err)
	}
	w.confirm(t, again, false)
	if _, err := w.store.Confirm(t.Context(), w.centre, i.ID, again.Version, false); !errors.Is(err, errs.Conflict) {
		t.Errorf("confirmed twice: %v", err)
	}
}

// TestSubmittingIsJudgedOnItsDay: what was complete yesterday may be late today.
func TestSubmittingIsJudgedOnItsDay(t *testing.T) {
	t.Parallel()
	w := setup(t)
	i := w.upload(t, w.centre, table{heads, with(full("A-1", "Công nhân may"), 9, "11/03/2026"), full("A-2", "Thợ cắt")})
	if i.Ready() != 2 {
		t.Fatalf("%+v", w.rows(t, i, ""))
	}
	*w.now = noon.Add(24 * time.Hour)
	if done, err := w.store.Confirm(t.Context(), w.centre, i.ID, i.Version, true); err != nil || done {
		t.Fatal(done, err)
	}
	if err := w.store.ReadWaiting(t.Context(), access.Everything()); err != nil {
		t.Fatal(err)
	}
	i = w.get(t, w.centre, i.ID)
	if i.Ready() != 1 || !i.Reread || i.Moved != 0 {
		t.Fatalf("%+v", i)
	}
	i = w.confirm(t, i, true)
	if a, b := w.vacancy(t, "A-1"), w.vacancy(t, "A-2"); a.Status != vacancy.Draft || b.Status != vacancy.Submitted || i.Submitted != 1 {
		t.Errorf("%s %s", a.Status, b.Status)
	}
}

// TestTheLawIsAskedToo: what the coach stops is taken in as a draft and never
// submitted, even by who confirms before the coach has read it.
func TestTheLawIsAskedToo(t *testing.T) {
	t.Parallel()
	for _, early := range []bool{false, true} {
		w := setup(t)
		id, err := w.store.Upload(t.Context(), w.centre, "a.xlsx", sheetOf(t, table{heads, full("A-1", "Công nhân may"),
			with(full("A-2", "Thợ cắt"), 15, "Không tuyển Thanh Nghệ"), with(full("A-3", "Thợ là"), 15, "Thu phí giới thiệu 500.000 đồng")}))
		if err == nil && early {
			err = intake.ReadOne(t.Context(), w.store)
		} else if err == nil {
			err = w.store.ReadWaiting(t.Context(), access.Everything())
		}
		if err != nil {
			t.Fatal(err)
		}
		i := w.get(t, w.centre, id)
		if i.Reviewed == early || i.Incomplete != map[bool]int{true: 0, false: 1}[early] {
			t.Fatalf("early %v: %+v", early, i)
		}
		i = w.confirm(t, i, true)
		if !i.Reviewed || i.Submitted != 2 || i.Incomplete != 1 || w.vacancy(t, "A-2").Status != vacancy.Draft || w.vacancy(t, "A-3").Status != vacancy.Submitted {
			t.Errorf("early %v: %+v", early, i)
		}
		rows := w.rows(t, i, "")
		if rows[0].Findings != 0 || rows[1].Findings != 1 || rows[1].Missing[0].Key != "coach.problem.stops" || rows[1].Missing[0].Column != 15 || rows[2].Findings == 0 || len(rows[2].Missing) != 0 {
			t.Errorf("%+v", rows)
		}
	}
}
