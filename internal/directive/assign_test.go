package directive_test

import (
	"fmt"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/directive"
	"cauviec/internal/obligation"
)

// smallWorld has two trades in two provinces, and a centre under the first.
func smallWorld() (map[int64]body.Body, directive.Matcher) {
	list := []body.Body{
		{ID: 1, Side: access.Source, ProvinceCode: "20", NameVi: "Sở A tỉnh Lạng Sơn", CounterpartID: 11},
		{ID: 2, Side: access.Source, ProvinceCode: "20", NameVi: "Sở B tỉnh Lạng Sơn", CounterpartID: 12},
		{ID: 3, Side: access.Source, ProvinceCode: "20", NameVi: "Trung tâm C tỉnh Lạng Sơn", ParentID: 1},
		{ID: 4, Side: access.Source, ProvinceCode: "20", NameVi: "Trung tâm D tỉnh Lạng Sơn"},
		{ID: 11, Side: access.Destination, ProvinceCode: "24", NameVi: "Sở A tỉnh Bắc Giang", CounterpartID: 1},
		{ID: 12, Side: access.Destination, ProvinceCode: "24", NameVi: "Sở B tỉnh Bắc Giang", CounterpartID: 2},
		{ID: 13, Side: access.Destination, ProvinceCode: "24", NameVi: "Ban E tỉnh Bắc Giang"},
	}
	byID := map[int64]body.Body{}
	for _, b := range list {
		byID[b.ID] = b
	}
	provinces := []directive.Province{{Code: "20", Name: "Lạng Sơn"}, {Code: "24", Name: "Bắc Giang"}}
	return byID, directive.NewMatcher(list, provinces, "20")
}

func TestAssignments(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		p    directive.Proposal
		want []string
	}{
		{"each lead has the counterpart of its trade, and both the one of no trade",
			directive.Proposal{LeadIDs: []int64{1, 2}, CounterpartIDs: []int64{11, 12, 13},
				CounterpartWords: []string{"Sở A Bắc Giang", "Sở B Bắc Giang", "Ban E tỉnh Bắc Giang"}},
			[]string{"1 via 0 [] [{11 Sở A Bắc Giang} {13 Ban E tỉnh Bắc Giang}]", "2 via 0 [] [{12 Sở B Bắc Giang} {13 Ban E tỉnh Bắc Giang}]"}},
		{"the centre executes for the lead that it is under",
			directive.Proposal{LeadIDs: []int64{1, 2}, ExecutingIDs: []int64{3}}, []string{"1 via 3 [] []", "2 via 0 [] []"}},
		{"a second executing body works beside",
			directive.Proposal{LeadIDs: []int64{1}, ExecutingIDs: []int64{3, 4}},
			[]string{"1 via 3 [{4 Trung tâm D tỉnh Lạng Sơn}] []"}},
		{"words without a body stand alone, a body that was taken away leaves no words, one that was added has its name",
			directive.Proposal{LeadIDs: []int64{1}, CooperatingIDs: []int64{4}, CooperatingWords: []string{"các cơ quan liên quan", "Sở B"}},
			[]string{"1 via 0 [{0 các cơ quan liên quan} {4 Trung tâm D tỉnh Lạng Sơn}] []"}},
		{"nobody stands beside itself",
			directive.Proposal{Kind: obligation.Request, LeadIDs: []int64{11}, CounterpartIDs: []int64{11}, CounterpartWords: []string{"Sở A tỉnh Bắc Giang"}},
			[]string{"11 via 0 [] []"}},
	}
	bodies, m := smallWorld()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, n := range tt.p.Assignments(directive.Directive{ID: 5, IssuerBodyID: 9}, m, bodies) {
				if n.DirectiveID != 5 || n.Issuer != 9 {
					t.Errorf("of paper %d from %d", n.DirectiveID, n.Issuer)
				}
				got = append(got, fmt.Sprint(n.Lead, " via ", n.Executing, " ", n.Cooperating, " ", n.Counterparts))
			}
			if fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}
