package intake

import (
	"errors"
	"strings"

	"cauviec/internal/phone"
	"cauviec/internal/typed"
	"cauviec/internal/vacancy"
)

// readers reads the cells of each field.
var readers = map[string]func(in *reading, field, words string){
	"employer_ref":  text(func(d *vacancy.Details, s string) { d.EmployerRef = s }),
	"title":         text(func(d *vacancy.Details, s string) { d.Title = s }),
	"workplace":     text(func(d *vacancy.Details, s string) { d.Workplace = s }),
	"description":   text(func(d *vacancy.Details, s string) { d.Description = s }),
	"pay_note":      text(func(d *vacancy.Details, s string) { d.PayNote = s }),
	"papers":        text(func(d *vacancy.Details, s string) { d.Papers = s }),
	"contact_name":  text(func(d *vacancy.Details, s string) { d.ContactName = s }),
	"contact_phone": contact,

	"headcount":      count(func(d *vacancy.Details, n int) { d.Headcount = n }),
	"work_days":      count(func(d *vacancy.Details, n int) { d.WorkDays = n }),
	"overtime_hours": count(func(d *vacancy.Details, n int) { d.OvertimeHours = n }),

	"basic_wage":  money(func(d *vacancy.Details, vnd int64) { d.BasicWage = vnd }),
	"income_from": income,
	"income_to":   money(func(d *vacancy.Details, vnd int64) { d.IncomeTo = vnd }),

	"position":      choice(vacancy.Positions, func(d *vacancy.Details, s string) { d.Position = s }),
	"education":     choice(vacancy.Educations, func(d *vacancy.Details, s string) { d.Education = s }),
	"qualification": choice(vacancy.Qualifications, func(d *vacancy.Details, s string) { d.Qualification = s }),
	"experience":    choice(vacancy.Experiences, func(d *vacancy.Details, s string) { d.Experience = s }),
	"contract":      choice(vacancy.Contracts, func(d *vacancy.Details, s string) { d.Contract = s }),
	"hours":         choice(vacancy.Hours, func(d *vacancy.Details, s string) { d.Hours = s }),
	"shift":         choice(vacancy.Shifts, func(d *vacancy.Details, s string) { d.Shift = s }),

	"benefits":        several(vacancy.Benefits, func(d *vacancy.Details, s []string) { d.Benefits = s }),
	"conditions":      several(vacancy.Conditions, func(d *vacancy.Details, s []string) { d.Conditions = s }),
	"priority_groups": several(vacancy.PriorityGroups, func(d *vacancy.Details, s []string) { d.PriorityGroups = s }),

	"couples": yesNo(func(d *vacancy.Details, is bool) { d.Couples = is }),
	"no_fee":  yesNo(func(d *vacancy.Details, is bool) { d.NoFee = is }),

	"zone_id": zone, "area_id": area, "occupation_code": occupation,
	"batches": readBatches, "turns": readTurns, "allowances": readAllowances,
	"starts_on": startsOn, "closes_on": closesOn,
}

func text(set func(*vacancy.Details, string)) func(*reading, string, string) {
	return func(in *reading, _, words string) { in.put(func(d *vacancy.Details) { set(d, words) }) }
}

func contact(in *reading, field, words string) {
	number, err := phone.Parse(strings.TrimLeft(words, "'’"))
	if err != nil {
		in.problems.Add(field, "problem.phone")
		return
	}
	in.put(func(d *vacancy.Details) { d.ContactPhone = number })
}

func count(set func(*vacancy.Details, int)) func(*reading, string, string) {
	return func(in *reading, field, words string) {
		n, err := typed.Count(words)
		if err != nil {
			in.problems.Add(field, "problem.number")
			return
		}
		in.put(func(d *vacancy.Details) { set(d, n) })
	}
}

func money(set func(*vacancy.Details, int64)) func(*reading, string, string) {
	return func(in *reading, field, words string) {
		vnd, err := vacancy.ParseMoney(words)
		if err != nil {
			in.problems.Add(field, "problem.money")
			return
		}
		in.put(func(d *vacancy.Details) { set(d, vnd) })
	}
}

// income takes a range too where no other cell says how far it goes.
func income(in *reading, field, words string) {
	from, to, err := incomes(words)
	if err != nil || to != 0 && in.words("income_to") != "" {
		in.problems.Add(field, "problem.money")
		return
	}
	in.put(func(d *vacancy.Details) {
		d.IncomeFrom = from
		if to != 0 {
			d.IncomeTo = to
		}
	})
}

func choice(list vacancy.List, set func(*vacancy.Details, string)) func(*reading, string, string) {
	return func(in *reading, field, words string) {
		code, ok := in.known.lists[list.Name].Find(words)
		if !ok {
			in.problems.Add(field, "problem.choice")
			return
		}
		in.put(func(d *vacancy.Details) { set(d, code) })
	}
}

func several(list vacancy.List, set func(*vacancy.Details, []string)) func(*reading, string, string) {
	return func(in *reading, field, words string) {
		codes, unknown := in.known.lists[list.Name].FindAll(words)
		if len(unknown) > 0 {
			in.problems.Add(field, "import.problem.unknown", quoted(unknown))
			return
		}
		in.put(func(d *vacancy.Details) { set(d, codes) })
	}
}

func yesNo(set func(*vacancy.Details, bool)) func(*reading, string, string) {
	return func(in *reading, field, words string) {
		is, ok := typed.Yes(words)
		if !ok {
			in.problems.Add(field, "import.problem.yes_no")
			return
		}
		in.put(func(d *vacancy.Details) { set(d, is) })
	}
}

func zone(in *reading, field, words string) {
	id, ok := place(in.known.zones, words)
	if !ok {
		in.problems.Add(field, "import.problem.zone")
		return
	}
	in.put(func(d *vacancy.Details) { d.ZoneID = id })
}

// area is a district; beside a zone it says nothing.
func area(in *reading, field, words string) {
	id, ok := place(in.known.areas, words)
	if !ok {
		in.problems.Add(field, "import.problem.area")
		return
	}
	beside := in.words("zone_id") != ""
	in.put(func(d *vacancy.Details) {
		if !beside {
			d.ZoneID, d.AreaID = 0, id
		}
	})
}

// occupation tells what comes nearest where the words are no occupation's.
func occupation(in *reading, field, words string) {
	if code, ok := in.known.occupation(words); ok {
		in.put(func(d *vacancy.Details) { d.OccupationCode = code })
		return
	}
	var near []string
	for _, code := range in.known.occupations.Near(words, 3) {
		near = append(near, code+" "+in.known.names[code])
	}
	if len(near) == 0 {
		in.problems.Add(field, "import.problem.occupation")
		return
	}
	in.problems.Add(field, "import.problem.occupation_near", quoted(near))
}

func readBatches(in *reading, field, words string) {
	list, err := batches(words)
	switch {
	case errors.Is(err, typed.ErrYear):
		in.problems.Add(field, "import.problem.year")
	case err != nil:
		in.problems.Add(field, "import.problem.batches")
	default:
		in.put(func(d *vacancy.Details) { d.Batches = list })
	}
}

func readTurns(in *reading, field, words string) {
	list, err := turns(words)
	if err != nil {
		in.problems.Add(field, "import.problem.turns")
		return
	}
	in.put(func(d *vacancy.Details) { d.Turns = list })
}

func readAllowances(in *reading, field, words string) {
	list, err := allowances(words, in.known.lists[vacancy.Allowances.Name])
	if err != nil {
		in.problems.Add(field, "import.problem.allowances")
		return
	}
	in.put(func(d *vacancy.Details) { d.Allowances = list })
}

func startsOn(in *reading, field, words string) {
	day, err := typed.Day(words)
	if err != nil {
		in.problems.Add(field, dayProblem(err))
		return
	}
	in.put(func(d *vacancy.Details) { d.StartsOn = day })
}

func closesOn(in *reading, field, words string) {
	day, err := typed.Day(words)
	if err != nil {
		in.problems.Add(field, dayProblem(err))
		return
	}
	in.put(func(d *vacancy.Details) { d.ClosesOn = day })
}
