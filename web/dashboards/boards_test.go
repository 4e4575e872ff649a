package dashboards_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/postgres"
)

const home = "/bang-dieu-khien/"

// numeral is a count at the beginning of words, as Vietnamese writes it.
var numeral = regexp.MustCompile(`^[0-9.]+( |$)`)

func countOf(words string) (n int, ok bool) {
	found := numeral.FindString(strings.TrimSpace(words))
	if found == "" {
		return 0, false
	}
	n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimSpace(found), ".", ""))
	return n, err == nil
}

// thing is the address of one thing, of which a page shows more than rows.
var thing = regexp.MustCompile(`/[0-9]+(#|$)|/moi`)

// checkNumbers wants every number of a page that leads to a list to be the
// number of the list's rows.
func checkNumbers(w *world, username string, doc *goquery.Document) (checked int) {
	w.t.Helper()
	check := func(what, words, href string) {
		n, ok := countOf(words)
		if !ok || !strings.HasPrefix(href, "/") || thing.MatchString(strings.Split(href, "?")[0]) || strings.HasPrefix(href, "/quan-ly/tuyen-xe") {
			return
		}
		checked++
		if rows := w.rows(username, href); rows != n {
			w.t.Errorf("%s: %s says %d, %s has %d rows", username, what, n, href, rows)
		}
	}
	doc.Find(".stat-item").Each(func(_ int, s *goquery.Selection) {
		check(s.Find(".stat-label").Text(), plainNumber(s.Find(".stat-number").Text()), s.Find("a").AttrOr("href", ""))
	})
	doc.Find(".todo").Each(func(_ int, s *goquery.Selection) {
		check(s.Find(".todo-text").Text(), s.Find(".todo-text").Text(), s.Find("a").AttrOr("href", ""))
	})
	return checked
}

// plainNumber is a figure's value when it is a bare count, else nothing:
// "26 ngày" and "17 trên 24" are no counts of rows.
func plainNumber(value string) string {
	if strings.ContainsAny(value, " %") {
		return ""
	}
	return value
}

func TestNumbersAreTheRowsBehindThem(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, username := range w.everyKind() {
		slug := w.actor(username).BodySlug
		n := checkNumbers(w, username, w.get(username, home+slug, http.StatusOK))
		if n == 0 && !strings.HasSuffix(slug, "-sgtvt") { // the coach line's numbers lead to its one dossier
			t.Errorf("%s: no number leads to a list", username)
		}
		if slug != "ls-ubnd" {
			checkNumbers(w, "ls-ubnd", w.get("ls-ubnd", home+slug, http.StatusOK))
		}
	}
	if n := checkNumbers(w, "ls-sldtbxh", w.get("ls-sldtbxh", home+"ls-ttdvvl", http.StatusOK)); n == 0 {
		t.Error("the department sees nothing of its centre")
	}
}

// unspoken is a key that has no words in some language.
var unspoken = regexp.MustCompile(`\b(dashboard|progress|obligation|journal|drive|publicity|route_study|vacancy|format|ui)\.[a-z_]+`)

func TestEveryBoardHasTheOneAnatomy(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, username := range w.everyKind() {
		for _, lang := range []string{"vi", "en"} {
			doc := w.get(username, home+w.actor(username).BodySlug+"?lang="+lang, http.StatusOK)
			if key := unspoken.FindString(doc.Find("main").Text()); key != "" {
				t.Errorf("%s, %s: the page shows the key %q", username, lang, key)
			}
			if words := strings.TrimSpace(doc.Find(`[data-test="headline"]`).Text()); len(words) < 20 || !strings.HasSuffix(words, ".") {
				t.Errorf("%s, %s: no sentence answers the first question: %q", username, lang, words)
			}
			if n := doc.Find(".todo").Length(); n > 7 {
				t.Errorf("%s: %d things to do, at most 7", username, n)
			}
			if n := doc.Find(".todo").Length() - doc.Find(".todo a[href]").Length(); n != 0 {
				t.Errorf("%s: %d things to do without their one action", username, n)
			}
			if n := doc.Find(".stat-item").Length(); n < 3 || n > 5 {
				t.Errorf("%s: %d key figures, want three to five", username, n)
			}
			if charts, tables := doc.Find("figure.chart").Length(), doc.Find("figure.chart table").Length(); charts > 2 || tables > charts {
				t.Errorf("%s: %d charts with %d tables", username, charts, tables)
			}
			if doc.Find(`[data-test="changes"] li`).Length() == 0 {
				t.Errorf("%s: nothing changed lately", username)
			}
		}
	}
}

// Nobody is named on any dashboard, nor on the public page. A sample name can
// be that of somebody whom a directive names, so those are left out.
func TestBoardsHoldNoPersonalData(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	people, err := postgres.All[struct{ FullName, Phone, Code string }](t.Context(), w.db, `
		SELECT c.full_name, c.phone, c.code FROM candidates c
		WHERE c.erased_at IS NULL AND NOT EXISTS (SELECT FROM directives d WHERE strpos(d.title, c.full_name) > 0)
		ORDER BY c.id
		LIMIT 3000`)
	if err != nil || len(people) < 100 {
		t.Fatalf("%d people, %v", len(people), err)
	}
	pages := map[string]string{"/tien-do": w.get("", "/tien-do", http.StatusOK).Find("main").Text()}
	for _, username := range w.everyKind() {
		slug := w.actor(username).BodySlug
		pages[slug] = w.get(username, home+slug, http.StatusOK).Find("main").Text()
	}
	for where, text := range pages {
		for _, p := range people {
			if strings.Contains(text, p.FullName) || p.Phone != "" && strings.Contains(text, p.Phone[3:]) || strings.Contains(text, p.Code) {
				t.Fatalf("%s names %s, %s", where, p.Code, p.FullName)
			}
		}
	}
}

func TestDoorsOfBoards(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, tt := range []struct {
		who, path string
		want      int
	}{
		{"ls-bao", "/bang-dieu-khien", http.StatusSeeOther},
		{"", "/bang-dieu-khien", http.StatusSeeOther},
		{"ls-bao", home + "ls-dai", http.StatusNotFound},
		{"bg-sgtvt", home + "ls-sgtvt", http.StatusNotFound},
		{"bg-ubnd", home + "ls-ubnd", http.StatusNotFound},
		{"ls-ubnd", home + "bg-sgtvt", http.StatusOK},
		{"ls-ubnd", home + "khong-co", http.StatusNotFound},
		{"ls-ubnd", home + "ls-ubnd/tom-tat", http.StatusOK},
		{"ls-ubnd", home + "ls-bao/tom-tat", http.StatusNotFound},
		{"ls-bao", home + "ls-bao/tom-tat", http.StatusForbidden},
		{"", "/tien-do", http.StatusOK},
		{"", "/tien-do?lang=en", http.StatusOK},
	} {
		w.get(tt.who, tt.path, tt.want)
	}
}

func TestThePublicSeesEveryClause(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	doc := w.get("", "/tien-do", http.StatusOK)
	asked, err := postgres.Value[int](t.Context(), w.db, `SELECT count(DISTINCT (clause_id, task))::int FROM obligations WHERE parent_id IS NULL`)
	w.must(err)
	if n := doc.Find(`[data-test="clause"]`).Length(); n != asked {
		t.Errorf("%d lines, %d things are asked", n, asked)
	}
	if n := doc.Find(".tone-late").Length(); n != 0 {
		t.Errorf("%d states are told in alarm", n)
	}
}

// Complaints stand on the dashboards of those who can act on them.
func TestComplaintsAndEndingUsersAreThingsToDo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	todo := func(username, name string) *goquery.Selection {
		return w.get(username, home+username, http.StatusOK).Find("[data-test=todo-" + name + "]")
	}
	if found := todo("ls-ttdvvl", "complaints"); found.Length() != 1 || !strings.Contains(found.Text(), "đòi tiền") {
		t.Errorf("the centre: %q", found.Text())
	}
	if todo("bg-bqlkcn", "suspend").Length() != 0 || todo("bg-bqlkcn", "ending").Length() != 0 {
		t.Error("a verifier has something to do that nobody asked for")
	}
	for _, sql := range []string{
		`UPDATE complaints SET passed_on = 'x', passed_on_at = created_at WHERE id = (SELECT max(id) FROM complaints WHERE employer_id IS NOT NULL AND status = 'received')`,
		`UPDATE accounts SET ends_on = $1 WHERE id = (SELECT min(a.id) FROM accounts a JOIN employers e ON e.body_id = a.body_id)`,
	} {
		args := []any{}
		if strings.Contains(sql, "$1") {
			args = append(args, now.Today().Add(3))
		}
		_, err := w.db.Exec(t.Context(), sql, args...)
		w.must(err)
	}
	for _, name := range []string{"suspend", "ending"} {
		if found := todo("bg-bqlkcn", name); found.Length() != 1 {
			t.Errorf("%s: %d things to do", name, found.Length())
		}
	}
}
