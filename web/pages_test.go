package web_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/PuerkitoBio/goquery"

	"cauviec/web/route"
)

// linksOf are the addresses that a page links to, what it loads included.
func linksOf(doc *goquery.Document) []string {
	return doc.Find("a[href]").Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") })
}

// faultsOf says what a page of ours must not have. A block of data for search
// engines is no script: nothing runs it.
func faultsOf(doc *goquery.Document) []string {
	faults := untranslated(doc)
	faults = append(faults, several(doc, `script:not([src], [type="application/ld+json"])`, "a script inside the page")...)
	faults = append(faults, several(doc, "style, [style]", "a style inside the page")...)
	faults = append(faults, handlers(doc)...)
	faults = append(faults, keyless(doc)...)
	faults = append(faults, several(doc, `form[method="get"] input[name="`+route.KeyField+`"]`, "a form key in a search")...)
	if strings.TrimSpace(doc.Find("title").Text()) == "" || doc.Find("h1").Length() != 1 {
		faults = append(faults, fmt.Sprintf("title %q and %d headings", doc.Find("title").Text(), doc.Find("h1").Length()))
	}
	return append(faults, lostAnchors(doc)...)
}

func several(doc *goquery.Document, selector, what string) []string {
	if n := doc.Find(selector).Length(); n > 0 {
		return []string{fmt.Sprintf("%s, %d times", what, n)}
	}
	return nil
}

// handlers finds attributes that hold script.
func handlers(doc *goquery.Document) (faults []string) {
	doc.Find("*").Each(func(_ int, e *goquery.Selection) {
		for _, a := range e.Get(0).Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Key, "hx-on") || strings.HasPrefix(a.Val, "javascript:") {
				faults = append(faults, "script in the attribute "+a.Key)
			}
		}
	})
	return faults
}

// actsEachTime are forms that act each time they are sent.
var actsEachTime = regexp.MustCompile(`^/(dang-nhap|dang-xuat|dang-xuat-moi-noi|mat-khau|ho-so|da-luu)(/|$)`)

func keyless(doc *goquery.Document) (faults []string) {
	doc.Find("form").Each(func(_ int, form *goquery.Selection) {
		action := form.AttrOr("action", "")
		if !strings.EqualFold(form.AttrOr("method", "get"), "post") || actsEachTime.MatchString(action) {
			return
		}
		if len(form.Find(`input[name="`+route.KeyField+`"]`).AttrOr("value", "")) < 16 {
			faults = append(faults, "a form without a key: "+action)
		}
	})
	return faults
}

// lostAnchors finds links to places on the page that are not there.
func lostAnchors(doc *goquery.Document) (faults []string) {
	ids := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, e *goquery.Selection) {
		id := e.AttrOr("id", "")
		if ids[id] {
			faults = append(faults, "two things with the id "+id)
		}
		ids[id] = true
	})
	for _, href := range linksOf(doc) {
		if id, here := strings.CutPrefix(href, "#"); here && !ids[id] {
			faults = append(faults, "a link to nowhere: "+href)
		}
	}
	doc.Find("label[for]").Each(func(_ int, label *goquery.Selection) {
		if !ids[label.AttrOr("for", "")] {
			faults = append(faults, "a label of nothing: "+label.AttrOr("for", ""))
		}
	})
	return faults
}

// spoken are attributes whose words people read or hear.
var spoken = []string{"aria-label", "title", "placeholder", "alt", "content"}

// keyShape finds what looks like the key of a sentence instead of its words.
var keyShape = sync.OnceValue(func() *regexp.Regexp {
	subjects := map[string]bool{}
	names, err := filepath.Glob("locale/vi/*.json")
	if err != nil || len(names) == 0 {
		panic("no words to learn the subjects from")
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		words := map[string]string{}
		if err := json.Unmarshal(b, &words); err != nil {
			panic(err)
		}
		for key := range words {
			subject, _, _ := strings.Cut(key, ".")
			subjects[subject] = true
		}
	}
	var list []string
	for subject := range subjects {
		list = append(list, subject)
	}
	return regexp.MustCompile(`(?:^|[\s(:])(?:` + strings.Join(list, "|") + `)\.[a-z0-9_]+(?:\.[a-z0-9_]*)*`)
})

func untranslated(doc *goquery.Document) (faults []string) {
	look := func(words string) {
		if key := keyShape().FindString(words); key != "" {
			faults = append(faults, "no words for "+strings.TrimSpace(key))
		}
		if strings.Contains(words, "%!") || strings.Contains(words, "{0}") {
			faults = append(faults, "a placeholder was left in "+words)
		}
	}
	doc.Find("*").Each(func(_ int, e *goquery.Selection) {
		for _, name := range spoken {
			look(e.AttrOr(name, ""))
		}
		for child := e.Get(0).FirstChild; child != nil; child = child.NextSibling {
			if child.FirstChild == nil && goquery.NodeName(e) != "script" && child.Data != "" && child.Type == 1 {
				look(child.Data)
			}
		}
	})
	return faults
}

// vietnamese is a letter that English does not have.
var vietnamese = regexp.MustCompile(`(?i)[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]`)

// names are the same in every language.
var names = strings.NewReplacer("Cầu Việc", "", "Lạng Sơn", "", "Bắc Giang", "")

// faultsOfEnglish looks at the frame of an English page: names and people's
// own words stay as they are, the product's words do not.
func faultsOfEnglish(doc *goquery.Document) []string {
	faults := untranslated(doc)
	if doc.Find("html").AttrOr("lang", "") != "en" {
		faults = append(faults, "not marked as English")
	}
	doc.Find("[lang=vi], .account-name, .drop-who, .topbar-body, .wordmark, .table-figures thead").Remove() // names
	doc.Find("header nav a, .rail a, .bottombar a, .drop a, footer p, thead th, main button").Each(func(_ int, e *goquery.Selection) {
		words := names.Replace(strings.Join(strings.Fields(e.Text()), " "))
		if vietnamese.MatchString(words) {
			faults = append(faults, "English with Vietnamese words: "+words)
		}
	})
	return faults
}
