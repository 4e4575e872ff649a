package candidates_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/candidate"
)

func TestAVisitorRegisters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.page(t, "", w.formPath())
	if n := page.Find("form.form input[type=checkbox][checked]").Length(); n != 0 {
		t.Errorf("%d consents are ticked beforehand", n)
	}
	if n := page.Find("select[name=area] option").Length(); n != 201 {
		t.Errorf("got %d communes to choose, want 200 and the blank", n)
	}
	if page.Find("script").Length() != 0 {
		t.Error("the form needs no script")
	}
	words := w.words()
	words.Set("_key", page.Find("form.form input[name=_key]").AttrOr("value", ""))
	location := w.post(t, "", w.formPath(), words)
	if again := w.post(t, "", w.formPath(), words); again != location {
		t.Errorf("sent twice: got %s, want %s", again, location)
	}
	at, err := url.Parse(location)
	if err != nil {
		t.Fatal(err)
	}
	done := w.page(t, "", location)
	if got := test(done, "code").Text(); got != candidate.ShowCode(at.Query().Get("ma")) {
		t.Errorf("the code is shown as %q", got)
	}
	if done.Find(`a[href="tel:+842053812345"]`).Length() != 1 {
		t.Error("nobody to call")
	}
	for _, bad := range []string{"/xong", "/xong?ma=ABCDEFGH", "/xong?ma=%3Cscript%3E"} {
		if rw, _ := w.ask(t, "", w.formPath()+bad, nil); rw.Code != http.StatusNotFound {
			t.Errorf("%s: got %d", bad, rw.Code)
		}
	}
}

func TestWhatIsWrongStandsBesideTheWords(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	words := w.words()
	words.Set("phone", "0912 34")
	words.Set("birth_year", "năm 2000")
	words.Del("introduce")
	words.Set("keep", "1")
	rw, page := w.ask(t, "", w.formPath(), words)
	if rw.Code != http.StatusUnprocessableEntity {
		t.Fatalf("got %d", rw.Code)
	}
	for _, name := range []string{"phone", "birth_year"} {
		if got := page.Find("input[name="+name+"]").AttrOr("value", ""); got != words.Get(name) {
			t.Errorf("%s: the words are now %q", name, got)
		}
	}
	for _, name := range []string{"phone", "birth_year", "introduce"} {
		if test(page, "problem-"+name).Length() != 1 {
			t.Errorf("%s: no problem beside it", name)
		}
	}
	if page.Find("input[name=keep][checked]").Length() != 1 || page.Find("select[name=area] option[selected]").Length() != 1 {
		t.Error("the choices are lost")
	}
	if test(page, "problems").Find("a").Length() != 3 {
		t.Errorf("summary: %s", test(page, "problems").Text())
	}
}

func TestAClosedVacancyHasNoForm(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if _, err := w.db.Exec(t.Context(), `UPDATE vacancies SET status = 'filled'`); err != nil {
		t.Fatal(err)
	}
	for want, words := range map[int]url.Values{http.StatusGone: nil, http.StatusUnprocessableEntity: w.words()} {
		rw, page := w.ask(t, "", w.formPath(), words)
		if rw.Code != want || test(page, "closed").Length() != 1 {
			t.Errorf("got %d %s", rw.Code, page.Find("h1").Text())
		}
	}
	if rw, _ := w.ask(t, "", "/viec-lam/999999/dang-ky", nil); rw.Code != http.StatusNotFound {
		t.Errorf("no vacancy: got %d", rw.Code)
	}
}

func TestTheFormOfAMergedVacancyLeadsOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	gone := value[int64](t, w, `
		INSERT INTO vacancies (code, employer_id, status, title, slug, headcount, closes_on, revision, created_at, merged_into)
		SELECT 'V2', employer_id, 'withdrawn', title, slug, 5, closes_on, 1, created_at, id FROM vacancies
		RETURNING id`, nil)
	old := fmt.Sprintf("/viec-lam/%d-cong-nhan-may/dang-ky", gone)
	rw, _ := w.ask(t, "", old, nil)
	if to := rw.Header().Get("Location"); rw.Code != http.StatusFound || to != w.formPath() {
		t.Errorf("got %d %q", rw.Code, to)
	}
	if rw, _ := w.ask(t, "", old, w.words()); rw.Code != http.StatusUnprocessableEntity {
		t.Errorf("the old form is taken: %d", rw.Code)
	}
	if _, err := w.db.Exec(t.Context(), `UPDATE vacancies SET status = 'filled' WHERE id = @id`, pgx.StrictNamedArgs{"id": w.vacancy}); err != nil {
		t.Fatal(err)
	}
	if rw, _ := w.ask(t, "", old, nil); rw.Code != http.StatusGone {
		t.Errorf("leads on to a vacancy that is over: %d", rw.Code)
	}
}

func TestOwnStatus(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	code, _ := w.visitor(t)
	key := func(more ...string) url.Values {
		v := url.Values{"code": {strings.ToLower(candidate.ShowCode(code))}, "phone": {"+84 912 345 678"}}
		for i := 0; i < len(more); i += 2 {
			v.Set(more[i], more[i+1])
		}
		return v
	}
	rw, page := w.ask(t, "", "/ho-so", key())
	if rw.Code != http.StatusOK || rw.Header().Get("Cache-Control") != "no-store" {
		t.Fatalf("got %d, %q", rw.Code, rw.Header().Get("Cache-Control"))
	}
	if strings.Contains(page.Text(), "Hoàng Thị Mẩy") || !strings.Contains(page.Text(), "H. T. M.") {
		t.Error("the name is not initials")
	}
	if rw, page = w.ask(t, "", "/ho-so", key("phone", "0912345679")); rw.Code != http.StatusUnprocessableEntity || test(page, "problem-code").Length() != 1 {
		t.Errorf("a wrong pair: got %d", rw.Code)
	}
	_, page = w.ask(t, "", "/ho-so", key())
	referral := test(page, "decline").Find("input[name=referral]").AttrOr("value", "")
	rw, page = w.ask(t, "", "/ho-so/tu-choi", key("referral", referral))
	if rw.Code != http.StatusOK || test(page, "decline").Length() != 0 || test(page, "flash").Length() != 1 {
		t.Errorf("declining: got %d", rw.Code)
	}
	consent := test(page, "withdraw").Find("input[name=consent]").AttrOr("value", "")
	if _, page = w.ask(t, "", "/ho-so/rut-dong-y", key("consent", consent)); test(page, "withdraw").Length() != 0 {
		t.Error("the consent still holds")
	}
	if rw, _ = w.ask(t, "", "/ho-so/xuat", key()); !strings.Contains(rw.Body.String(), "Hoàng Thị Mẩy") {
		t.Errorf("export: got %s", rw.Body)
	}
	if location := w.post(t, "", "/ho-so/xoa", key()); test(w.page(t, "", location), "flash").Length() != 1 {
		t.Error("erasing is not confirmed")
	}
	if rw, _ = w.ask(t, "", "/ho-so", key()); rw.Code != http.StatusUnprocessableEntity {
		t.Errorf("after erasing: got %d", rw.Code)
	}
}

func TestTheLogOfARegistrationHoldsNothingPersonal(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	code, id := w.visitor(t)
	wrong := w.words()
	wrong.Set("phone", "0912 34")
	w.ask(t, "", w.formPath(), wrong)
	w.page(t, "", w.formPath()+"/xong?ma="+code)
	w.ask(t, "", "/ho-so", url.Values{"code": {code}, "phone": {"0912345678"}})
	w.page(t, "lan", profilePath(id))
	w.page(t, "lan", "/quan-ly/nguoi-tim-viec?q=mẩy")
	w.post(t, "lan", profilePath(id)+"/goi", url.Values{"note": {"gặp chị Mẩy"}})
	log := w.log.String()
	if strings.Count(log, "\n") < 7 {
		t.Fatalf("got %s", log)
	}
	for _, word := range []string{"Mẩy", "May", "mẩy", "345 678", "912345678", code, candidate.ShowCode(code), "q="} {
		if strings.Contains(log, word) {
			t.Errorf("%q is in the log: %s", word, log)
		}
	}
}
