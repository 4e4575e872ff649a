package vacancies_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/web/sitetest"
)

// thing is a node of the data.
type thing = map[string]any

// check judges a value; the empty string means that it is right.
type check func(value any) string

// rule is what is asked of one property.
type rule struct {
	property string
	required bool
	check    check
}

// postingRules are those of schema.org/JobPosting and of Google's job search:
// what it requires and recommends, of which type, in which form.
var postingRules = []rule{
	{"@context", true, oneOf("https://schema.org")},
	{"@type", true, oneOf("JobPosting")},
	{"title", true, text(200)},
	{"description", true, html},
	{"datePosted", true, instant},
	{"validThrough", true, instant},
	{"employmentType", true, oneOf("FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER")},
	{"hiringOrganization", true, node("Organization", rule{"name", true, text(300)}, rule{"url", true, absolute})},
	{"jobLocation", true, node("Place",
		rule{"address", true, node("PostalAddress", rule{"addressCountry", true, oneOf("VN")}, rule{"addressRegion", true, text(100)},
			rule{"addressLocality", false, text(100)}, rule{"streetAddress", true, text(300)})},
		rule{"geo", false, node("GeoCoordinates", rule{"latitude", true, between(8, 24)}, rule{"longitude", true, between(102, 110)})})},
	{"baseSalary", true, amount(rule{"value", true, between(1e6, 1e9)})},
	{"estimatedSalary", true, amount(rule{"minValue", true, between(1e6, 1e9)}, rule{"maxValue", true, between(1e6, 1e9)})},
	{"identifier", true, node("PropertyValue", rule{"name", true, text(100)}, rule{"value", true, text(20)})},
	{"url", true, absolute},
	{"image", true, absolute},
	{"directApply", true, func(v any) string { return unless(v == true, "one registers here") }},
	{"totalJobOpenings", true, between(1, 1e5)},
	{"jobStartDate", false, day},
	{"jobBenefits", false, text(1000)},
	{"workHours", false, text(500)},
	{"occupationalCategory", false, text(300)},
	{"experienceRequirements", false, either(oneOf("no requirements"), node("OccupationalExperienceRequirements", rule{"monthsOfExperience", true, between(1, 600)}))},
	{"educationRequirements", false, either(oneOf("no requirements"), node("EducationalOccupationalCredential", rule{"credentialCategory", true,
		oneOf("high school", "associate degree", "bachelor degree", "professional certificate", "postgraduate degree")}))},
}

func unless(ok bool, complaint string) string {
	if ok {
		return ""
	}
	return complaint
}

func oneOf(words ...string) check {
	return func(v any) string {
		s, ok := v.(string)
		return unless(ok && slices.Contains(words, s), fmt.Sprintf("%v is none of %v", v, words))
	}
}

func text(longest int) check {
	return func(v any) string {
		s, ok := v.(string)
		return unless(ok && strings.TrimSpace(s) != "" && len([]rune(s)) <= longest, fmt.Sprintf("%v is no text of at most %d", v, longest))
	}
}

// html wants paragraphs and lists, and nothing that acts.
func html(v any) string {
	s, ok := v.(string)
	if !ok || !strings.Contains(s, "<p>") {
		return "no paragraphs"
	}
	for tag := range strings.SplitSeq(s, "<") {
		name, _, found := strings.Cut(tag, ">")
		if found && !slices.Contains([]string{"p", "/p", "br", "ul", "/ul", "li", "/li"}, name) {
			return "the tag " + name
		}
	}
	return ""
}

func instant(v any) string {
	_, err := time.Parse(time.RFC3339, fmt.Sprint(v))
	return unless(err == nil, fmt.Sprintf("%v is no instant", v))
}

func day(v any) string {
	_, err := time.Parse("2006-01-02", fmt.Sprint(v))
	return unless(err == nil, fmt.Sprintf("%v is no day", v))
}

func absolute(v any) string {
	u, err := url.Parse(fmt.Sprint(v))
	return unless(err == nil && u.Scheme == "http" && u.Host != "", fmt.Sprintf("%v is no whole address", v))
}

func between(least, most float64) check {
	return func(v any) string {
		n, ok := v.(float64)
		return unless(ok && n >= least && n <= most, fmt.Sprintf("%v is no number between %v and %v", v, least, most))
	}
}

func either(a, b check) check {
	return func(v any) string {
		if a(v) == "" {
			return ""
		}
		return b(v)
	}
}

// amount is money a month in dong.
func amount(rules ...rule) check {
	return node("MonetaryAmount", rule{"currency", true, oneOf("VND")}, rule{"name", true, text(100)},
		rule{"value", true, node("QuantitativeValue", append(rules, rule{"unitText", true, oneOf("MONTH")})...)})
}

func node(of string, rules ...rule) check {
	return func(v any) string {
		n, ok := v.(thing)
		if !ok || n["@type"] != of {
			return fmt.Sprintf("%v is no %s", v, of)
		}
		return obeys(n, append(rules, rule{"@type", true, oneOf(of)}))
	}
}

// obeys returns what is wrong with a node: a rule broken, or a property that
// no rule knows.
func obeys(n thing, rules []rule) string {
	var wrong []string
	for _, r := range rules {
		value, has := n[r.property]
		if !has && r.required {
			wrong = append(wrong, r.property+" is missing")
		}
		if has {
			if complaint := r.check(value); complaint != "" {
				wrong = append(wrong, r.property+": "+complaint)
			}
		}
	}
	for property := range n {
		if !slices.ContainsFunc(rules, func(r rule) bool { return r.property == property }) {
			wrong = append(wrong, property+" is not known")
		}
	}
	return strings.Join(wrong, "; ")
}

// TestEveryOpenOfferIsAJobPosting reads the data of every vacancy of the sample
// world that was published: the open ones obey the rules, the others have none.
func TestEveryOpenOfferIsAJobPosting(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	visitor := s.Visitor(t)
	ids := sitetest.One[[]string](t, s, `SELECT array_agg(id || '-' || slug ORDER BY id) FROM vacancies WHERE revision > 0`)
	with, without := 0, 0
	for _, id := range ids {
		answer := visitor.Get("/viec-lam/" + id)
		if answer.Code != http.StatusOK {
			t.Fatalf("%s: %d", id, answer.Code)
		}
		doc := answer.Doc(t)
		data := doc.Find(`script[type="application/ld+json"]`)
		if doc.Find(`script:not([type="application/ld+json"])`).Length() != 0 {
			t.Errorf("%s has a script", id)
		}
		if doc.Find(test("closed")).Length() > 0 {
			without++
			if data.Length() != 0 {
				t.Errorf("%s is over and still offered to search engines", id)
			}
			continue
		}
		with++
		var posting thing
		if err := json.Unmarshal([]byte(data.Text()), &posting); err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if wrong := obeys(posting, postingRules); wrong != "" {
			t.Errorf("%s: %s", id, wrong)
		}
		if posting["title"] != doc.Find("h1").Text() {
			t.Errorf("%s is called %q", id, posting["title"])
		}
	}
	if with < 50 || without < 5 {
		t.Errorf("only %d open and %d closed offers were read", with, without)
	}
}

// TestRulesOfPostingsAreSharp breaks a good posting in many ways.
func TestRulesOfPostingsAreSharp(t *testing.T) {
	t.Parallel()
	for property, bad := range map[string]any{
		"title": " ", "description": "<p>x</p><script>", "datePosted": "yesterday", "validThrough": "2026-06-01", "employmentType": "full",
		"baseSalary": thing{"@type": "MonetaryAmount", "currency": "USD"}, "hiringOrganization": "us", "totalJobOpenings": "5", "url": "/viec-lam/1",
	} {
		if wrong := obeys(thing{property: bad}, postingRules); !strings.Contains(wrong, property+": ") {
			t.Errorf("%s = %v passes", property, bad)
		}
	}
}
