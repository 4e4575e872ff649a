package api_test

import (
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/postgres"
	"cauviec/web/sitetest"
)

// everything returns all that the API says, page after page.
func everything(c client) string {
	c.t.Helper()
	var all strings.Builder
	for _, first := range []struct{ path, cursor string }{
		{"/api/v1/vacancies?limit=100&huyen=186", "trang"}, {"/api/v1/changes?limit=500", "after"},
		{"/api/v1/drives?from=2020-01-01&limit=200", "cursor"}, {"/api/v1/zones?", ""}, {"/api/v1/occupations?", ""},
	} {
		for path := first.path; ; {
			text := body(c.t, c.get(http.StatusOK, strings.TrimSuffix(path, "?")))
			all.WriteString(text)
			next := regexp.MustCompile(`"next":"([^"]+)"`).FindStringSubmatch(text)
			if next == nil || strings.Contains(text, `"more":false`) {
				break
			}
			path = first.path + "&" + first.cursor + "=" + url.QueryEscape(next[1])
		}
	}
	return all.String()
}

func body(t testing.TB, a *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// phones are numbers as people write and as we keep them.
var phones = regexp.MustCompile(`(?:\+84|\b84|\b0)[ .-]?(?:[35789]\d|2\d\d)(?:[ .-]?\d){7}\b`)

// TestNobodyIsInTheOpenData looks for every telephone number and every name of
// the sample world in everything that the API says.
func TestNobodyIsInTheOpenData(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	sql(t, s, `UPDATE vacancies SET description = description || ' Gọi anh Tú 0987.654.321 hoặc tu@congty.vn.', title = title || ' 0912345678',
		employer_ref = 'PO-GIU-KIN-' || id, allowances = '[{"kind":"skill","amount":300000,"condition":"Hỏi 0912 345 678"}]'`)
	sql(t, s, `UPDATE employers SET living = living || ' Gọi 0987 654 321'`)
	text := everything(newClient(t, s))
	if n := strings.Count(text, "[…]"); n < 3 {
		t.Errorf("%d masks: the numbers that were typed are not in what was read", n)
	}
	for _, number := range phones.FindAllString(text, 3) {
		t.Errorf("the open data have the number %s", number)
	}
	if strings.Contains(text, "tu@congty.vn") || strings.Contains(text, "contact") {
		t.Error("the open data have an address of e-mail or a contact")
	}
	if strings.Contains(text, "PO-GIU-KIN") {
		t.Error("the open data have an employer's own number of an order")
	}
	names := namesOf(t, s)
	if len(names) < 50 {
		t.Fatalf("only %d names in the sample world", len(names))
	}
	for _, name := range names {
		if strings.Contains(text, `"`+name+`"`) || strings.Contains(name, " ") && strings.Contains(text, name) {
			t.Errorf("the open data name %s", name)
		}
	}
}

func namesOf(t *testing.T, s *sitetest.Site) []string {
	t.Helper()
	names, err := postgres.Values[string](t.Context(), s.DB, `
		SELECT full_name FROM candidates UNION SELECT full_name FROM accounts
		UNION SELECT contact_name FROM vacancies UNION SELECT contact_name FROM employers
		EXCEPT SELECT @none`, pgx.StrictNamedArgs{"none": ""})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
