package accounts_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

func (s *site) bodyAt(t *testing.T, slug string) string {
	t.Helper()
	b, err := s.bodies.BySlug(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("/quan-ly/co-quan/%d", b.ID)
}

func TestTheTreeOfBodies(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	a := s.get(t, "root", "/quan-ly/co-quan")
	source := a.find("bodies-source")
	if n := source.Find("a").Length(); n != 6+11+200 {
		t.Errorf("%d bodies in the workers' province, want 217", n)
	}
	if roots := source.ChildrenFiltered("li").Length(); roots != 2 {
		t.Errorf("%d bodies on top, want the province's committee and the paper", roots)
	}
	if a.find("bodies-destination").Find("a").Length() != 7 {
		t.Errorf("%d bodies in the jobs' province, want 7", a.find("bodies-destination").Find("a").Length())
	}
	later := s.get(t, "root", "/quan-ly/co-quan?ngay=01/07/2025")
	if later.find("body-ls-huu-lung").Length() != 0 {
		t.Error("a district exists on 01/07/2025")
	}
	found := s.get(t, "root", "/quan-ly/co-quan?q=huyen+huu+lung")
	if found.find("body-ls-huu-lung").Length() != 1 {
		t.Errorf("not found: %s", found.find("bodies").Text())
	}
}

func TestTheBodysPage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	a := s.get(t, "root", s.bodyAt(t, "ls-ttdvvl"))
	if a.status != http.StatusOK || a.find("accounts").Find("tr").Length() != 2 || a.find("body-ls-sldtbxh").Length() != 1 || a.find("body-bg-ttdvvl").Length() != 1 {
		t.Errorf("%d: accounts, parent or counterpart are missing", a.status)
	}
	labour := s.get(t, "root", s.bodyAt(t, "bg-sldtbxh"))
	if lead := labour.page.Find(".lead").Text(); !strings.Contains(lead, "nay là Sở Nội vụ tỉnh Bắc Ninh") {
		t.Errorf("lead %q", lead)
	}
	if n := labour.find("successors").Find("li").Length(); n != 2 {
		t.Errorf("%d successors, want 2", n)
	}
}

func TestCreateRenameAndCloseABody(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	form := []string{"slug", "ls-snv", "kind", "labour", "province_code", "20", "name_vi", "Sở Nội vụ tỉnh Lạng Sơn", "short_vi", "Sở Nội vụ",
		"name_en", "Department of Home Affairs", "short_en", "Home Affairs", "parent", "ls-ubnd", "valid_from", "01/03/2025"}
	made := s.post(t, "root", "/quan-ly/co-quan", form...)
	if made.status != http.StatusSeeOther || made.location != s.bodyAt(t, "ls-snv") {
		t.Fatalf("created: %d to %q", made.status, made.location)
	}
	if twice := s.post(t, "root", "/quan-ly/co-quan", form...); twice.status != http.StatusUnprocessableEntity || twice.find("problem-slug").Length() != 1 {
		t.Errorf("the same code again: %d", twice.status)
	}
	at := made.location
	names := []string{"name_vi", "Sở Nội vụ Lạng Sơn", "short_vi", "SNV", "name_en", "Home Affairs", "short_en", "HA"}
	if a := s.post(t, "root", at+"/ten", names...); a.status != http.StatusSeeOther {
		t.Errorf("renamed: %d", a.status)
	}
	if a := s.post(t, "root", at+"/ket-thuc", "valid_to", "hôm nay", "why", "x"); a.status != http.StatusUnprocessableEntity || a.find("problem-valid_to").Length() != 1 {
		t.Errorf("ended on no day: %d", a.status)
	}
	if a := s.post(t, "root", at+"/ket-thuc", "valid_to", "01/07/2026", "why", "sáp nhập", "successor_name", "Sở khác"); a.status != http.StatusSeeOther {
		t.Errorf("ended: %d", a.status)
	}
	page := s.get(t, "root", at)
	if !strings.Contains(page.find("life").Text(), "01/07/2026") || page.find("timeline").Find("li").Length() != 3 ||
		!strings.Contains(page.page.Find("h1").Text(), "Sở Nội vụ Lạng Sơn") {
		t.Errorf("the page: life %q, history %d", page.find("life").Text(), page.find("timeline").Find("li").Length())
	}
	if a := s.post(t, "lan", at+"/ten", names...); a.status != http.StatusForbidden {
		t.Errorf("another administrator: %d, want 403", a.status)
	}
}
