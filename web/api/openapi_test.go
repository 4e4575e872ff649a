package api_test

import (
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	"github.com/pb33f/libopenapi-validator/config"
	v3 "github.com/pb33f/libopenapi/datamodel/high/v3"

	"cauviec/web/api"
	"cauviec/web/sitetest"
	"cauviec/web/vacancies"
)

// spec is the served document.
type spec struct {
	model     v3.Document
	validator validator.Validator
}

func readSpec(t *testing.T) spec {
	t.Helper()
	text, err := os.ReadFile("openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	document, err := libopenapi.NewDocument(text)
	if err != nil {
		t.Fatal(err)
	}
	v, problems := validator.NewValidator(document, config.WithFormatAssertions())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if ok, problems := v.ValidateDocument(); !ok {
		t.Fatalf("the document is no OpenAPI: %v", problems)
	}
	model, err := document.BuildV3Model()
	if err != nil {
		t.Fatal(err)
	}
	return spec{model.Model, v}
}

// documented is an operation with one status that it can answer.
type documented struct{ operation, path, status string }

func (s spec) answers() (all []documented) {
	for path, item := range s.model.Paths.PathItems.FromOldest() {
		for _, op := range item.GetOperations().FromOldest() {
			for status := range op.Responses.Codes.FromOldest() {
				all = append(all, documented{op.OperationId, path, status})
			}
		}
	}
	return all
}

// TestEveryOperationIsAsDocumented calls each operation for each answer that
// the document has, and holds request and answer to it.
func TestEveryOperationIsAsDocumented(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	document, c := readSpec(t), newClient(t, s)
	ways := waysTo(t, s, c)
	tired := client{t: t, site: s, from: "203.0.113.9:4711"}
	tired.exhaust()
	for _, d := range document.answers() {
		path, known := ways[d.operation+" "+d.status]
		if !known {
			path, known = ways[d.operation+" 200"]
		}
		if !known {
			t.Errorf("say in waysTo how %s %s is come by", d.operation, d.status)
			continue
		}
		document.hold(t, d, ask(c, tired, d.status, path))
	}
}

// ask comes by an answer of a status.
func ask(c, tired client, status, path string) *http.Response {
	switch status {
	case "304":
		return c.do(http.MethodGet, path, "If-None-Match", c.get(http.StatusOK, path).Header.Get("ETag"))
	case "400":
		return c.do(http.MethodGet, path+"?khong-co=1")
	case "429":
		return tired.do(http.MethodGet, path)
	}
	return c.do(http.MethodGet, path)
}

// waysTo are paths by operation and status. What is not in it is asked for as
// for 200.
func waysTo(t *testing.T, s *sitetest.Site, c client) map[string]string {
	t.Helper()
	open := sitetest.One[string](t, s, `SELECT v.id::text FROM live_vacancies l JOIN vacancies v ON v.id = l.vacancy_id
		JOIN employers e ON e.id = v.employer_id WHERE e.state = 'verified' ORDER BY l.closes_on DESC LIMIT 1`)
	over := sitetest.One[string](t, s, `SELECT id::text FROM vacancies WHERE status IN ('filled', 'withdrawn') AND revision > 0 LIMIT 1`)
	settled(t, s.DB)
	first := decoded[struct{ Next string }](t, c.get(http.StatusOK, "/api/v1/changes?limit=1"))
	stale := strings.Split(first.Next, "-")
	stale[1] = "0" // the epoch of another database
	return map[string]string{
		"getDocument 200":     "/api/openapi.yaml",
		"listVacancies 200":   "/api/v1/vacancies?q=may&luong=5&huyen=186&sap-xep=gan-nha&limit=50",
		"listVacancies 400":   "/api/v1/vacancies",
		"getVacancy 200":      "/api/v1/vacancies/" + open,
		"getVacancy 404":      "/api/v1/vacancies/999999999",
		"getVacancy 410":      "/api/v1/vacancies/" + over,
		"listChanges 200":     "/api/v1/changes?limit=500",
		"listChanges 304":     "/api/v1/changes?after=" + first.Next,
		"listChanges 400":     "/api/v1/changes",
		"listChanges 410":     "/api/v1/changes?after=" + strings.Join(stale, "-"),
		"listDrives 200":      "/api/v1/drives?from=2020-01-01&to=2030-12-31&limit=200",
		"listDrives 400":      "/api/v1/drives",
		"listZones 200":       "/api/v1/zones",
		"listOccupations 200": "/api/v1/occupations",
	}
}

// hold compares an answer with the document.
func (s spec) hold(t *testing.T, d documented, a *http.Response) {
	t.Helper()
	if got := fmt.Sprint(a.StatusCode); got != d.status {
		t.Errorf("%s: %s, want %s", d.operation, got, d.status)
		return
	}
	if a.StatusCode != http.StatusBadRequest {
		if ok, problems := s.validator.ValidateHttpRequest(a.Request); !ok {
			t.Errorf("%s %s: the request: %v", d.operation, d.status, problems)
		}
	}
	if ok, problems := s.validator.ValidateHttpResponse(a.Request, a); !ok {
		t.Errorf("%s %s: the answer: %v", d.operation, d.status, problems)
		for _, p := range problems {
			for _, v := range p.SchemaValidationErrors {
				t.Logf("%+v", v)
			}
		}
	}
}

// TestTheDocumentHasEveryRouteAndNoOther.
func TestTheDocumentHasEveryRouteAndNoOther(t *testing.T) {
	t.Parallel()
	var routes, paths []string
	for _, r := range (&api.Screens{}).Routes() {
		if strings.HasPrefix(r.Path, api.Prefix) {
			routes = append(routes, r.Path)
		}
	}
	for path := range readSpec(t).model.Paths.PathItems.FromOldest() {
		paths = append(paths, path)
	}
	slices.Sort(routes)
	slices.Sort(paths)
	if !slices.Equal(routes, paths) {
		t.Errorf("routes %v\ndocument %v", routes, paths)
	}
}

// TestTheDocumentHasEveryParameterOfTheList: the list and its page have the
// same ones.
func TestTheDocumentHasEveryParameterOfTheList(t *testing.T) {
	t.Parallel()
	item, _ := readSpec(t).model.Paths.PathItems.Get("/api/v1/vacancies")
	var named []string
	for _, p := range item.Get.Parameters {
		if p.In == "query" {
			named = append(named, p.Name)
		}
	}
	want := append(vacancies.Parameters(), "limit")
	slices.Sort(named)
	slices.Sort(want)
	if !slices.Equal(named, want) {
		t.Errorf("document %v, list %v", named, want)
	}
}
