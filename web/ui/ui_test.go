package ui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/web/locale"
)

// page renders a component and reads it back.
func page(t *testing.T, ctx context.Context, c templ.Component) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := c.Render(ctx, &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// attributesOf lists an attribute of everything a selector finds.
func attributesOf(doc *goquery.Document, selector, name string) []string {
	return doc.Find(selector).Map(func(_ int, s *goquery.Selection) string { return s.AttrOr(name, "") })
}

func TestTheRailOffersOnlyWhatTheAccountMayUse(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		actor access.Actor
		want  []string
	}{
		{"a newspaper", access.Actor{Account: 1, Seat: access.Seat{Side: access.Source, Kind: access.Paper}}, []string{
			"/bang-dieu-khien", "/nhiem-vu", "/van-ban", "/quan-ly/tin-tuyen-dung", "/quan-ly/doanh-nghiep",
			"/quan-ly/dot-tuyen-dung", "/quan-ly/truyen-thong"}},
		{"an employer", access.Actor{Account: 1, Seat: access.Seat{Side: access.Destination, Kind: access.Employer}}, []string{
			"/bang-dieu-khien", "/quan-ly/tin-tuyen-dung", "/quan-ly/doanh-nghiep", "/quan-ly/dot-tuyen-dung", "/quan-ly/nguoi-tim-viec"}},
		{"nobody", access.Actor{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := page(t, access.With(context.Background(), tt.actor), Staff(Page{Title: "x"}))
			if got := attributesOf(doc, "[data-test=rail] a", "href"); !slices.Equal(got, tt.want) {
				t.Errorf("rail: got %v, want %v", got, tt.want)
			}
			if got := attributesOf(doc, ".bottombar a", "href"); !slices.Equal(got, tt.want) {
				t.Errorf("bottom bar: got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestTheLayoutMarksWhereOneIs(t *testing.T) {
	t.Parallel()
	ctx := WithPath(locale.With(context.Background(), locale.En), "/viec-lam?q=may&trang=2")
	doc := page(t, ctx, Public(Page{Title: "Jobs", Nav: "nav.vacancies", NoIndex: true, Canonical: "/viec-lam"}))
	if got := attributesOf(doc, ".topnav [aria-current=page]", "href"); !slices.Equal(got, []string{"/viec-lam"}) {
		t.Errorf("marked: %v", got)
	}
	want := []string{"/viec-lam?lang=vi&q=may&trang=2", "/viec-lam?lang=en&q=may&trang=2"}
	if got := attributesOf(doc, ".languages a", "href"); !slices.Equal(got, want) {
		t.Errorf("languages: got %v, want %v", got, want)
	}
	if lang := doc.Find("html").AttrOr("lang", ""); lang != "en" {
		t.Errorf("lang is %q", lang)
	}
	if doc.Find("script").Length() != 0 || doc.Find("[style]").Length() != 0 {
		t.Error("a public page has a script or an inline style")
	}
}

func TestProblemsLinkToTheirFields(t *testing.T) {
	t.Parallel()
	wrong := errs.Problems{"phone": {Key: "problem.phone"}, "age": {Key: "problem.long", Args: []any{3}}, "form": {Key: "problem.past"}}
	age := Field{Name: "age", Label: "Tuổi", Problem: ProblemOf(wrong, "age"), Help: "Tròn năm"}
	shift := Field{Name: "phone", Label: "Điện thoại", Problem: ProblemOf(wrong, "phone"), Options: []Option{{Value: "a"}, {Value: "b"}}}
	doc := page(t, context.Background(), templ.Join(ProblemSummaryOf(wrong, shift, age), Input(age), Radios(shift)))
	links := attributesOf(doc, "[data-test=problems] a", "href")
	if !slices.Equal(links, []string{"#field-phone", "#field-age"}) {
		t.Errorf("links: %v", links)
	}
	for _, link := range links {
		if doc.Find(link).Length() != 1 {
			t.Errorf("%s leads to %d places", link, doc.Find(link).Length())
		}
	}
	if got := doc.Find("[data-test=problem-age]").Text(); !strings.Contains(got, "Tối đa 3 ký tự") {
		t.Errorf("beside the field stands %q", got)
	}
	if got := doc.Find("#field-age").AttrOr("aria-describedby", ""); got != "field-age-help field-age-problem" {
		t.Errorf("the field is described by %q", got)
	}
	if ProblemOf(wrong, "name") != nil {
		t.Error("a sound field has a problem")
	}
}

func TestFieldsKeepWhatWasTyped(t *testing.T) {
	t.Parallel()
	options := []Option{{Value: "1", Label: "Một", Group: "A"}, {Value: "2", Label: "Hai", Group: "A"}, {Value: "3", Label: "Ba"}}
	doc := page(t, context.Background(), templ.Join(
		Input(Field{Name: "a", Label: "A", Value: `"<b>`}), TextArea(Field{Name: "b", Label: "B", Value: "hai\ndòng"}),
		Select(Field{Name: "c", Label: "C", Value: "2", Options: options, Blank: "Chọn"}),
		Checks(Field{Name: "d", Label: "D", Options: options}, []string{"1", "3"}), Checkbox(Field{Name: "e", Label: "E", Value: "1"})))
	if got := doc.Find("[name=a]").AttrOr("value", ""); got != `"<b>` {
		t.Errorf("a: %q", got)
	}
	if got := doc.Find("[name=b]").Text(); got != "hai\ndòng" {
		t.Errorf("b: %q", got)
	}
	if got := attributesOf(doc, "[name=c] option[selected]", "value"); !slices.Equal(got, []string{"2"}) {
		t.Errorf("c: %v", got)
	}
	if got := doc.Find("[name=c] optgroup[label=A] option").Length(); got != 2 {
		t.Errorf("c: %d options in their group", got)
	}
	if got := attributesOf(doc, "[name=d][checked]", "value"); !slices.Equal(got, []string{"1", "3"}) {
		t.Errorf("d: %v", got)
	}
	if doc.Find("[name=e][checked]").Length() != 1 {
		t.Error("e is not ticked")
	}
}

func TestActionsCarryKeyAndVersion(t *testing.T) {
	t.Parallel()
	plain := page(t, context.Background(), Action(ActionForm{Href: "/x", Label: "Duyệt", Version: 3, Hidden: []Hidden{{"to", "open"}}}))
	key := plain.Find("form[method=post][action='/x'] [name=_key]").AttrOr("value", "")
	if len(key) < 20 {
		t.Errorf("key %q can be guessed", key)
	}
	if plain.Find("[name=version]").AttrOr("value", "") != "3" || plain.Find("[name=to]").AttrOr("value", "") != "open" {
		t.Error("version or hidden value is missing")
	}
	if plain.Find("details").Length() != 0 {
		t.Error("an action that asks nothing opens first")
	}
	asking := page(t, context.Background(), Action(ActionForm{Href: "/x", Label: "Trả lại", Key: "k1", Open: true, Reason: &Field{Name: "why", Label: "Lý do"}}))
	if asking.Find("details[open] [name=_key]").AttrOr("value", "") != "k1" || asking.Find("details textarea[name=why]").Length() != 1 {
		t.Error("an action shown again lost its key or its question")
	}
}

func TestTimelineSpeaksTheLanguageOfTheReader(t *testing.T) {
	t.Parallel()
	entry := journal.Entry{At: time.Date(2024, 4, 30, 17, 5, 0, 0, time.UTC), Person: "Mai", BodyVi: "Sở LĐ", BodyEn: "Labour", Thing: "none", Action: "x", From: "a", To: "b", Why: "vì"}
	doc := page(t, locale.With(context.Background(), locale.En), Timeline([]journal.Entry{entry}))
	for _, want := range []string{"a → b", "vì", "01/05/2024 00:05", "Mai, Labour"} {
		if text := doc.Find("[data-test=timeline]").Text(); !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}

func TestAnUnknownIconIsAnError(t *testing.T) {
	t.Parallel()
	if err := Icon("no-such-icon").Render(context.Background(), &strings.Builder{}); err == nil {
		t.Error("a page would go out with a hole")
	}
}

func TestWithQuery(t *testing.T) {
	t.Parallel()
	tests := []struct{ address, name, value, want string }{
		{"/viec-lam", "lang", "en", "/viec-lam?lang=en"},
		{"/viec-lam?lang=vi&q=may", "lang", "en", "/viec-lam?lang=en&q=may"},
		{"/viec-lam?q=may&khu=qc", "khu", "", "/viec-lam?q=may"},
	}
	for _, tt := range tests {
		if got := WithQuery(tt.address, tt.name, tt.value); got != tt.want {
			t.Errorf("WithQuery(%q): got %q, want %q", tt.address, got, tt.want)
		}
	}
}
