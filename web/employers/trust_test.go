package employers_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/postgres"
)

// upload sends a form with a file.
func (w world) upload(t *testing.T, address, name, content string, words map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for field, word := range words {
		if err := form.WriteField(field, word); err != nil {
			t.Fatal(err)
		}
	}
	part, err := form.CreateFormFile("files", name)
	if err != nil {
		t.Fatal(err)
	}
	part.Write([]byte(content))
	form.Close()
	r := httptest.NewRequestWithContext(access.With(t.Context(), w.board), http.MethodPost, address, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	answer := httptest.NewRecorder()
	w.router.ServeHTTP(answer, r)
	return answer
}

func TestEvidenceIsKeptWithItsFiles(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.post(t, w.centre, base, filled())
	words := map[string]string{"version": "1", "why": "Giấy chứng nhận số 12", "looked": "registration"}
	if a := w.upload(t, address+"/xac-minh", "giay.pdf", "<html>", words); a.Code != http.StatusUnprocessableEntity || !strings.Contains(a.Body.String(), `data-test="problem-files"`) {
		t.Errorf("a page that calls itself a paper: %d", a.Code)
	}
	if a := w.upload(t, address+"/xac-minh", `C:\giấy phép.pdf`, "%PDF-1.7", words); a.Code != http.StatusSeeOther {
		t.Fatalf("with a file: %d", a.Code)
	}
	_, page := w.ask(t, w.board, http.MethodGet, address, nil)
	evidence := page.Find("[data-test=evidence]")
	link := evidence.Find("a")
	if !strings.Contains(evidence.Text(), "Giấy chứng nhận đăng ký doanh nghiệp") || link.Text() != "giấy phép.pdf" {
		t.Errorf("evidence: %q", strings.Join(strings.Fields(evidence.Text()), " "))
	}
	file := link.AttrOr("href", "")
	if response, _ := w.ask(t, w.board, http.MethodGet, file, nil); response.StatusCode != http.StatusOK || !strings.HasPrefix(response.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("the file: %d, %q", response.StatusCode, response.Header.Get("Content-Disposition"))
	}
	if response, _ := w.ask(t, w.centre, http.MethodGet, file, nil); response.StatusCode != http.StatusForbidden {
		t.Errorf("the other side's centre opens evidence: %d", response.StatusCode)
	}
	if _, page := w.ask(t, w.centre, http.MethodGet, address, nil); page.Find("[data-test=evidence]").Length() != 0 {
		t.Error("the other side's centre sees evidence")
	}
}

func TestUsersAreInvitedAndTheirAccessEnds(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.post(t, w.centre, base, filled())
	if response, _ := w.ask(t, w.board, http.MethodPost, address+"/nguoi-dung", url.Values{"full_name": {"Giáp Thị Thu"}}); response.StatusCode != http.StatusConflict {
		t.Errorf("a user of an unverified employer: %d", response.StatusCode)
	}
	w.post(t, w.board, address+"/xac-minh", url.Values{"version": {"1"}, "why": {"x"}, "looked": {"visit"}})
	response, page := w.ask(t, w.board, http.MethodPost, address+"/nguoi-dung", url.Values{"full_name": {" "}, "ends_on": {"31/2/2026"}})
	if response.StatusCode != http.StatusUnprocessableEntity || page.Find("[data-test=problem-ends_on]").Length() != 1 {
		t.Errorf("no day: %d", response.StatusCode)
	}
	response, page = w.ask(t, w.board, http.MethodPost, address+"/nguoi-dung", url.Values{"full_name": {"Giáp Thị Thu"}, "ends_on": {"12/3/2026"}})
	if code := page.Find("[data-test=code]").Text(); response.StatusCode != http.StatusOK || len(code) != 14 {
		t.Errorf("invited: %d, code %q", response.StatusCode, code)
	}
	_, page = w.ask(t, w.board, http.MethodGet, address+"/nguoi-dung", nil)
	if page.Find("[data-test=invitations] li").Length() != 1 || page.Find("[data-test=code]").Length() != 0 {
		t.Error("the invitation is not listed, or its code is shown again")
	}
	id := strings.TrimPrefix(address, base+"/")
	account, err := postgres.Value[int64](t.Context(), w.db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at, ends_on)
		SELECT 'giap.thu', '', 'Giáp Thị Thu', body_id, 'staff', '2026-01-01', '2026-03-12' FROM employers WHERE id = $1::bigint RETURNING id`, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, page := w.ask(t, w.board, http.MethodGet, base+"/sap-het-han", nil); !strings.Contains(page.Find("[data-test=ending]").Text(), "giap.thu") {
		t.Error("the list of users whose day comes misses one")
	}
	user := url.Values{"account": {strconv.FormatInt(account, 10)}, "version": {"1"}}
	user.Set("ends_on", "01/03/2026")
	if response, page := w.ask(t, w.board, http.MethodPost, address+"/nguoi-dung/ngay-cuoi", user); response.StatusCode != http.StatusUnprocessableEntity ||
		page.Find("details[open] [data-test=problem-ends_on]").Length() != 1 {
		t.Errorf("a day that is over: %d", response.StatusCode)
	}
	user.Set("ends_on", "30/06/2026")
	w.post(t, w.board, address+"/nguoi-dung/ngay-cuoi", user)
	user.Set("version", "2")
	if response, _ := w.ask(t, w.board, http.MethodPost, address+"/nguoi-dung/ket-thuc", user); response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("ended without a reason: %d", response.StatusCode)
	}
	user.Set("why", "nghỉ việc")
	w.post(t, w.board, address+"/nguoi-dung/ket-thuc", user)
	if _, page = w.ask(t, w.board, http.MethodGet, address+"/nguoi-dung", nil); page.Find("[data-test=user-giap.thu] form").Length() != 0 {
		t.Error("what has ended can be ended again")
	}
	if response, _ := w.ask(t, w.centre, http.MethodGet, address+"/nguoi-dung", nil); response.StatusCode != http.StatusForbidden {
		t.Errorf("others keep an employer's users: %d", response.StatusCode)
	}
}

func TestLivingConditionsAreAskedOneByOne(t *testing.T) {
	t.Parallel()
	w := setup(t)
	words := filled()
	words.Set("dormitory_note", "8 người một phòng")
	response, page := w.ask(t, w.centre, http.MethodPost, base, words)
	if response.StatusCode != http.StatusUnprocessableEntity || page.Find("[data-test=problem-dormitory]").Length() != 1 {
		t.Errorf("words without an answer: %d", response.StatusCode)
	}
	words.Set("dormitory", "yes")
	words.Set("nursery", "no")
	address := w.post(t, w.centre, base, words)
	_, page = w.ask(t, w.centre, http.MethodGet, address, nil)
	if got := strings.Join(strings.Fields(page.Find("[data-test=fact-dormitory] dd").Text()), " "); got != "Có: 8 người một phòng" {
		t.Errorf("the dormitory: %q", got)
	}
	if page.Find("[data-test=fact-bus]").Length() != 0 || page.Find("[data-test=fact-nursery]").Length() != 1 {
		t.Error("what is not known is shown, or what is known is not")
	}
	_, form := w.ask(t, w.centre, http.MethodGet, address+"/sua", nil)
	if form.Find("#field-nursery option[selected]").AttrOr("value", "") != "no" || form.Find("#field-dormitory_note").AttrOr("value", "") != "8 người một phòng" {
		t.Error("the form does not show what stands")
	}
}
