package accounts_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// The body of a new account is chosen from names by kind; what was chosen, or
// named by the address, stays chosen.
func TestTheBodyIsChosenByName(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	page := s.get(t, "root", "/quan-ly/tai-khoan/moi?co-quan=ls-huu-lung").page
	field := page.Find("select#field-body")
	if n := field.Find("option").Length(); n < 200 || field.Find("option[value='']").Length() != 1 || field.Find("option[value^=dn-]").Length() != 0 {
		t.Errorf("%d bodies to choose from", n)
	}
	if chosen := field.Find("option[selected]").AttrOr("value", ""); chosen != "ls-huu-lung" {
		t.Errorf("%q is chosen", chosen)
	}
	group := field.Find("option[value=xa-06448]").Parent().AttrOr("label", "")
	kinds := map[string]bool{}
	field.Find("optgroup").Each(func(_ int, g *goquery.Selection) { kinds[g.AttrOr("label", "")] = true })
	if group != "UBND xã, phường, thị trấn: Ủy ban nhân dân huyện Hữu Lũng" || !kinds["UBND huyện, thành phố"] || len(kinds) != field.Find("optgroup").Length() {
		t.Errorf("a commune stands under %q, in %d groups of %d names", group, field.Find("optgroup").Length(), len(kinds))
	}
	refused := s.post(t, "root", "/quan-ly/tai-khoan", "username", "Có Dấu", "full_name", "Mới Vào", "role", "staff", "body", "ls-bao")
	if kept := refused.page.Find("select#field-body option[selected]").AttrOr("value", ""); refused.status != http.StatusUnprocessableEntity || kept != "ls-bao" {
		t.Errorf("refused with %d, %q is kept", refused.status, kept)
	}
	none := s.post(t, "root", "/quan-ly/tai-khoan", "username", "moi.vao", "full_name", "Mới Vào", "role", "staff", "body", "")
	if words := strings.TrimSpace(none.find("problem-body").Text()); none.status != http.StatusUnprocessableEntity || words != "Hãy chọn một mục trong danh sách" {
		t.Errorf("without a body: %d, %q", none.status, words)
	}
	if s.get(t, "lan", "/quan-ly/tai-khoan/moi").page.Find("#field-body").Length() != 0 {
		t.Error("an administrator of one body is asked which")
	}
	if a := s.post(t, "root", "/quan-ly/tai-khoan", "_key", "abcdefghijklmnop", "username", "moi.vao", "full_name", "Mới Vào", "role", "staff", "body", "ls-bao"); a.status != http.StatusOK || s.find(t, "moi.vao").BodySlug != "ls-bao" {
		t.Errorf("created: %d", a.status)
	}
}
