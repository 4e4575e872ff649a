package vacancy

import "slices"

// List is a list of codes that a field chooses from. The words of a code are
// at Key(code).
type List struct {
	Name  string
	Codes []string
}

// Has reports whether the list has a code.
func (l List) Has(code string) bool { return slices.Contains(l.Codes, code) }

// HasAll reports whether the list has every one of codes.
func (l List) HasAll(codes []string) bool {
	return !slices.ContainsFunc(codes, func(code string) bool { return !l.Has(code) })
}

// Key returns where the words of a code are.
func (l List) Key(code string) string { return "vacancy." + l.Name + "." + code }

// The lists of Mẫu 03a/PLI of Decree 23/2021/NĐ-CP, one per field. "any" and
// "none" are answers too: the form asks for one.
var (
	Positions      = List{"position", []string{"staff", "manager", "leader", "other"}}
	Educations     = List{"education", []string{"any", "none", "under_primary", "primary", "lower_secondary", "upper_secondary"}}
	Qualifications = List{"qualification", []string{
		"any", "untrained", "worker", "certificate", "elementary", "intermediate", "college", "university", "master", "doctor",
	}}
	Experiences = List{"experience", []string{"none", "under_1", "from_1_to_2", "from_2_to_5", "over_5"}}
	Contracts   = List{"contract", []string{"indefinite", "under_12", "from_12_to_36"}}
	Hours       = List{"hours", []string{"full", "part"}}
	// Shifts are how the factories of the region really work; the form only
	// asks whether there are shifts.
	Shifts   = List{"shift", []string{"office", "garment", "two_8h", "two_12h", "three", "night", "flexible"}}
	Benefits = List{"benefit", []string{
		NoBenefit, "meals_1", "meals_2", "meals_3", "meal_money", "insurance", "life_insurance", "severance", "nursery",
		ShuttleBus, "travel_support", Dormitory, "housing_support", "training", "disabled_access", "promotion", "other",
	}}
	Conditions = List{"condition", append(slices.Clone(surroundings),
		"lift_under_5", "lift_5_20", "lift_over_20", "standing", "hearing", "eyesight", "fine_handwork", "both_hands",
	)}
	PriorityGroups = List{"priority", []string{"disabled", "demobilised", "poor_household", "ethnic_minority"}}
)

// Benefits that pages name on their own.
const (
	NoBenefit  = "none"
	Dormitory  = "dormitory"
	ShuttleBus = "shuttle_bus"
)

// surroundings are the conditions of which one has to be told.
var surroundings = []string{"indoor", "outdoor", "mixed"}
