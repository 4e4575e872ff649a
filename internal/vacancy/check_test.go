package vacancy

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/wage"
)

var (
	today  = clock.MustDay("10/03/2026")
	ground = Ground{
		Employer: employer.Verified,
		Minimum:  wage.Finding{Minimum: 4_730_000, Region: "II", Basis: "Nghị định 293/2025/NĐ-CP"},
	}
)

// sewing is a vacancy that passes the gate.
func sewing() Details {
	return Details{
		EmployerID: 1, Title: "Công nhân may", OccupationCode: "8153", ZoneID: 1, Headcount: 200,
		Description: "May áo khoác theo chuyền", Position: "staff", Education: "lower_secondary", Qualification: "any",
		Hours: "full", Shift: "garment", BasicWage: 5_200_000, IncomeFrom: 8_000_000, IncomeTo: 11_000_000,
		Benefits: []string{"insurance", Dormitory}, Conditions: []string{"indoor"}, NoFee: true,
		ContactName: "Chị Hoa", ContactPhone: "+84912345678", ClosesOn: clock.MustDay("10/05/2026"),
	}
}

func TestTheGate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(d *Details, g *Ground)
		want   string // field: key
	}{
		{"as it should be", func(*Details, *Ground) {}, ""},
		{"no title", func(d *Details, _ *Ground) { d.Title = "" }, "title: problem.required"},
		{"a title of signs", func(d *Details, _ *Ground) { d.Title = "!!!" }, "title: problem.required"},
		{"a long title", func(d *Details, _ *Ground) { d.Title = strings.Repeat("ă", 151) }, "title: problem.long"},
		{"no description", func(d *Details, _ *Ground) { d.Description = "" }, "description: problem.required"},
		{"no occupation", func(d *Details, _ *Ground) { d.OccupationCode = "" }, "occupation_code: vacancy.problem.occupation"},
		{"a major group", func(d *Details, _ *Ground) { d.OccupationCode = "8" }, "occupation_code: vacancy.problem.occupation"},
		{"two digits", func(d *Details, _ *Ground) { d.OccupationCode = "81" }, ""},
		{"no place", func(d *Details, _ *Ground) { d.ZoneID = 0 }, "zone_id: problem.required"},
		{"a district instead of a zone", func(d *Details, _ *Ground) { d.ZoneID, d.AreaID = 0, 7 }, ""},
		{"nobody wanted", func(d *Details, _ *Ground) { d.Headcount = 0 }, "headcount: problem.positive"},
		{"no position", func(d *Details, _ *Ground) { d.Position = "" }, "position: problem.required"},
		{"an unknown position", func(d *Details, _ *Ground) { d.Position = "king" }, "position: problem.choice"},
		{"no education", func(d *Details, _ *Ground) { d.Education = "" }, "education: problem.required"},
		{"no qualification", func(d *Details, _ *Ground) { d.Qualification = "" }, "qualification: problem.required"},
		{"no hours", func(d *Details, _ *Ground) { d.Hours = "" }, "hours: problem.required"},
		{"no benefits told", func(d *Details, _ *Ground) { d.Benefits = nil }, "benefits: problem.required"},
		{"no benefits given", func(d *Details, _ *Ground) { d.Benefits = []string{NoBenefit} }, ""},
		{"none and some", func(d *Details, _ *Ground) { d.Benefits = []string{NoBenefit, Dormitory} }, "benefits: vacancy.problem.benefits_none"},
		{"no surroundings", func(d *Details, _ *Ground) { d.Conditions = []string{"standing"} }, "conditions: vacancy.problem.surroundings"},
		{"no basic wage", func(d *Details, _ *Ground) { d.BasicWage = 0 }, "basic_wage: problem.required"},
		{"under the minimum", func(d *Details, _ *Ground) { d.BasicWage = 4_729_999 }, "basic_wage: vacancy.problem.minimum"},
		{"at the minimum", func(d *Details, _ *Ground) { d.BasicWage = 4_730_000 }, ""},
		{"part time", func(d *Details, _ *Ground) { d.Hours, d.BasicWage = "part", 2_000_000 }, ""},
		{"minimum not known", func(_ *Details, g *Ground) { g.Minimum = wage.Finding{} }, "zone_id: vacancy.problem.minimum_unknown"},
		{"no income", func(d *Details, _ *Ground) { d.IncomeFrom, d.IncomeTo = 0, 0 }, "income_from: problem.required"},
		{"income under basic", func(d *Details, _ *Ground) { d.IncomeFrom = 5_000_000 }, "income_from: vacancy.problem.income_below_basic"},
		{"income upside down", func(d *Details, _ *Ground) { d.IncomeTo = 7_000_000 }, "income_to: vacancy.problem.income_order"},
		{"one figure", func(d *Details, _ *Ground) { d.IncomeTo = 0 }, ""},
		{"no promise", func(d *Details, _ *Ground) { d.NoFee = false }, "no_fee: vacancy.problem.no_fee"},
		{"no contact", func(d *Details, _ *Ground) { d.ContactName = "" }, "contact_name: problem.required"},
		{"no phone", func(d *Details, _ *Ground) { d.ContactPhone = "" }, "contact_phone: problem.required"},
		{"a wrong phone", func(d *Details, _ *Ground) { d.ContactPhone = "113" }, "contact_phone: problem.phone"},
		{"no last day", func(d *Details, _ *Ground) { d.ClosesOn = clock.Day{} }, "closes_on: problem.required"},
		{"closes today", func(d *Details, _ *Ground) { d.ClosesOn = today }, "closes_on: vacancy.problem.closes_past"},
		{"closes tomorrow", func(d *Details, _ *Ground) { d.ClosesOn = today.Add(1) }, ""},
		{"closes in a year", func(d *Details, _ *Ground) { d.ClosesOn = clock.MustDay("10/03/2027") }, ""},
		{"closes later", func(d *Details, _ *Ground) { d.ClosesOn = clock.MustDay("11/03/2027") }, "closes_on: vacancy.problem.closes_far"},
		{"unverified", func(_ *Details, g *Ground) { g.Employer = employer.Unverified }, "employer_id: vacancy.problem.employer_unverified"},
		{"suspended", func(_ *Details, g *Ground) { g.Employer = employer.Suspended }, "employer_id: vacancy.problem.employer_suspended"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, g := sewing(), ground
			tt.change(&d, &g)
			if got := words(d.CheckPublish(today, g)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func words(p errs.Problems) string {
	parts := []string{}
	for _, field := range slices.Sorted(maps.Keys(p)) {
		parts = append(parts, field+": "+p[field].Key)
	}
	return strings.Join(parts, "; ")
}

func TestADraftNeedsATitleAndAnEmployer(t *testing.T) {
	t.Parallel()
	if got := words(Details{Title: "Công nhân may", EmployerID: 1}.CheckDraft()); got != "" {
		t.Errorf("got %q", got)
	}
	if got := words(Details{}.CheckDraft()); got != "employer_id: problem.required; title: problem.required" {
		t.Errorf("got %q", got)
	}
}

func TestTheMinimumNamesItsDecree(t *testing.T) {
	t.Parallel()
	d := sewing()
	d.BasicWage = 4_000_000
	args := d.CheckPublish(today, ground)["basic_wage"].Args
	if !slices.Equal(args, []any{int64(4_730_000), "II", "Nghị định 293/2025/NĐ-CP"}) {
		t.Errorf("got %v", args)
	}
}

func TestWageDay(t *testing.T) {
	t.Parallel()
	for starts, want := range map[string]string{"": "10/03/2026", "01/03/2026": "10/03/2026", "01/04/2026": "01/04/2026"} {
		day, err := clock.ParseDay(starts)
		if err != nil {
			t.Fatal(err)
		}
		if got := (Details{StartsOn: day}).WageDay(today).String(); got != want {
			t.Errorf("%q: got %s, want %s", starts, got, want)
		}
	}
}

func TestNormal(t *testing.T) {
	t.Parallel()
	d := Details{
		Title: "  Công nhân may ", ContactPhone: "0912.345.678",
		Benefits: []string{Dormitory, "insurance", Dormitory}, Conditions: []string{"standing", "indoor"},
	}.Normal()
	if d.Title != "Công nhân may" || d.ContactPhone != "+84912345678" {
		t.Errorf("got %q, %q", d.Title, d.ContactPhone)
	}
	if !slices.Equal(d.Benefits, []string{"insurance", Dormitory}) || !slices.Equal(d.Conditions, []string{"indoor", "standing"}) {
		t.Errorf("got %v, %v", d.Benefits, d.Conditions)
	}
	if d.PriorityGroups == nil {
		t.Error("a list is nil")
	}
}
