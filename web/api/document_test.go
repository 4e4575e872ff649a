package api_test

import (
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pb33f/go-yaml"
	"github.com/pb33f/libopenapi/datamodel/high/base"

	"cauviec/internal/opendata"
	"cauviec/internal/vacancy"
	"cauviec/web/sitetest"
)

// property returns a member of one of the document's schemas.
func (s spec) property(t *testing.T, schema, name string) *base.Schema {
	t.Helper()
	shape, ok := s.model.Components.Schemas.Get(schema)
	if !ok {
		t.Fatalf("the document has no %s", schema)
	}
	property, ok := shape.Schema().Properties.Get(name)
	if !ok {
		t.Fatalf("%s has no %s", schema, name)
	}
	return property.Schema()
}

// TestTheDocumentHasEveryCode of what is chosen from a list.
func TestTheDocumentHasEveryCode(t *testing.T) {
	t.Parallel()
	document := readSpec(t)
	for name, list := range map[string]vacancy.List{
		"shift": vacancy.Shifts, "hours": vacancy.Hours, "contract": vacancy.Contracts, "position": vacancy.Positions,
		"education": vacancy.Educations, "qualification": vacancy.Qualifications, "experience": vacancy.Experiences,
	} {
		if got := enumOf(document.property(t, "Vacancy", name).Enum); !slices.Equal(got, append([]string{""}, list.Codes...)) {
			t.Errorf("%s: document %v, list %v", name, got, list.Codes)
		}
	}
	for name, list := range map[string]vacancy.List{
		"benefits": vacancy.Benefits, "conditions": vacancy.Conditions, "priority_groups": vacancy.PriorityGroups,
	} {
		if got := enumOf(document.property(t, "Vacancy", name).Items.A.Schema().Enum); !slices.Equal(got, list.Codes) {
			t.Errorf("%s: document %v, list %v", name, got, list.Codes)
		}
	}
	if got := enumOf(document.property(t, "Allowance", "kind").Enum); !slices.Equal(got, vacancy.Allowances.Codes) {
		t.Errorf("allowances: document %v, list %v", got, vacancy.Allowances.Codes)
	}
	var reasons []string
	for _, r := range opendata.Reasons() {
		reasons = append(reasons, string(r))
	}
	if got := enumOf(document.property(t, "Removal", "reason").Enum); !slices.Equal(got, reasons) {
		t.Errorf("reasons: document %v, code %v", got, reasons)
	}
}

// TestThePageNamesEveryMemberOfAVacancy in the order of the document, in both
// languages.
func TestThePageNamesEveryMemberOfAVacancy(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	shape, _ := readSpec(t).model.Components.Schemas.Get("Vacancy")
	var members []string
	for name := range shape.Schema().Properties.FromOldest() {
		members = append(members, name)
	}
	words := map[string]bool{}
	for _, language := range []string{"vi", "en"} {
		visitor := s.Visitor(t)
		visitor.Speak(language)
		rows := visitor.Get("/api").Doc(t).Find(`[data-test="field"]`)
		var named []string
		for i := range rows.Length() {
			named = append(named, rows.Eq(i).AttrOr("data-name", ""))
			words[rows.Eq(i).Find(`[data-test="meaning"]`).Text()] = true
		}
		if !slices.Equal(named, members) {
			t.Errorf("%s: the page names %v\nthe document %v", language, named, members)
		}
	}
	if len(words) != 2*len(members) {
		t.Errorf("%d explanations of %d members in two languages", len(words), len(members))
	}
}

// TestTheDocumentExplainsEverything: each parameter and each member has words.
func TestTheDocumentExplainsEverything(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var document map[string]any
	if err := yaml.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	if n := unexplained(t, "", document); n < 120 {
		t.Errorf("only %d parameters and members in the document", n)
	}
}

// unexplained reports parameters and members without a description, and
// returns how many there are in all.
func unexplained(t *testing.T, at string, node any) (seen int) {
	t.Helper()
	switch node := node.(type) {
	case map[string]any:
		members, _ := node["properties"].(map[string]any)
		for name, member := range members {
			seen++
			if words, _ := member.(map[string]any)["description"].(string); words == "" {
				t.Errorf("%s: the member %s has no description", at, name)
			}
		}
		if _, parameter := node["in"].(string); parameter {
			seen++
			if words, _ := node["description"].(string); words == "" {
				t.Errorf("%s: the parameter %v has no description", at, node["name"])
			}
		}
		for name, part := range node {
			seen += unexplained(t, at+"/"+name, part)
		}
	case []any:
		for _, part := range node {
			seen += unexplained(t, at, part)
		}
	}
	return seen
}

// TestTheDocumentNamesEveryChoiceOfThePage: what people can tick on the page of
// the list, a program finds in the document.
func TestTheDocumentNamesEveryChoiceOfThePage(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	item, _ := readSpec(t).model.Paths.PathItems.Get("/api/v1/vacancies")
	explained := map[string]string{}
	for _, p := range item.Get.Parameters {
		explained[p.Name] = p.Description
	}
	for _, c := range choicesOf(t, s, "/viec-lam") {
		if (c.name == "ca" || c.name == "phuc-loi") && !slices.Contains(strings.FieldsFunc(explained[c.name], notOfAWord), c.value) {
			t.Errorf("the document does not name %s=%s", c.name, c.value)
		}
	}
	newClient(t, s).get(http.StatusOK, "/api/v1/vacancies?phuc-loi=vo-chong")
}

func notOfAWord(r rune) bool {
	return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-", r)
}
