package intake

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"

	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
)

// verdict is what becomes of a row, as it is kept.
type verdict struct {
	row      int
	cells    []string
	outcome  Outcome
	code     string
	fresh    vacancy.Details  // as it would be
	target   *vacancy.Vacancy // that is there already
	changed  []string
	problems []Problem
	missing  []Problem
	lowest   wage.Finding // that the law asks for at its place
	id       int64
	facts    int64
	json     []byte
}

// target finds the vacancy that a row means.
func (in *reading) target(found *matches) *vacancy.Vacancy {
	if in.code != "" {
		return found.byCode[in.code]
	}
	if ref := vacancy.RefKey(in.words("employer_ref")); ref != "" {
		return found.byRef[order{in.employer, ref}]
	}
	return nil
}

// order is an employer's order by its own number.
type order struct {
	employer int64
	ref      string
}

// matches are the vacancies that the rows of a chunk mean.
type matches struct {
	byCode map[string]*vacancy.Vacancy
	byRef  map[order]*vacancy.Vacancy
}

// judge says what a row would become, but for what it has in common with other
// rows and for what the law says.
func (in *reading) judge(found *matches) verdict {
	v := verdict{row: in.row, cells: in.cells, outcome: Create, code: in.code, target: in.target(found)}
	if in.code != "" && v.target == nil && len(in.problems) == 0 {
		in.problems.Add(Code, "import.problem.code_unknown")
	}
	if v.target != nil {
		v.outcome, v.fresh = Update, v.target.Details
		in.mayUpdate(*v.target)
	}
	for _, set := range in.set {
		set(&v.fresh)
	}
	v.fresh = v.fresh.Normal()
	in.check(v.fresh)
	if len(in.problems) > 0 {
		v.outcome, v.problems = Refuse, in.header.listed(in.problems, in.cells)
		return v
	}
	if v.target != nil {
		v.changed = vacancy.Changed(v.target.Details, v.fresh)
		if len(v.changed) == 0 {
			v.outcome = Same
		}
	}
	v.seal()
	return v
}

// mayUpdate refuses what is not a draft of the same employer.
func (in *reading) mayUpdate(target vacancy.Vacancy) {
	field := "employer_ref"
	if in.code != "" {
		field = Code
	}
	switch {
	case in.employer != 0 && in.employer != target.EmployerID:
		in.problems.Add(field, "import.problem.other_employer")
	case target.Status == vacancy.Draft:
	case target.Status == vacancy.Submitted:
		in.problems.Add(field, "import.problem.submitted", target.Code)
	case target.Status == vacancy.Filled || target.Status == vacancy.Withdrawn:
		in.problems.Add(field, "import.problem.ended", target.Code)
	default:
		in.problems.Add(field, "import.problem.published", target.Code)
	}
}

// check adds what the vacancy itself refuses, without blaming a field for
// another that could not be read.
func (in *reading) check(d vacancy.Details) {
	found := d.CheckDraft()
	_, noCount := in.problems["headcount"]
	if noCount {
		delete(found, "batches")
	}
	for _, who := range []string{TaxCode, Employer, Code} {
		if _, lost := in.problems[who]; lost {
			delete(found, "employer_id")
		}
	}
	if in.known.employers[d.EmployerID].State == employer.Suspended {
		found.Add("employer_id", "vacancy.problem.employer_suspended")
	}
	in.problems.Merge(found)
}

// seal writes the details down and takes their fingerprint.
func (v *verdict) seal() {
	text, err := json.Marshal(v.fresh)
	if err != nil {
		panic(err) // plain fields always have a JSON form
	}
	sum := sha256.Sum256(text)
	v.json, v.facts = text, int64(binary.LittleEndian.Uint64(sum[:8]))
}

// refuse takes a row back out.
func (v *verdict) refuse(h *header, field, key string, args ...any) {
	v.outcome = Refuse
	v.problems = append(v.problems, h.problem(field, v.cells, key, args...))
}

// twins finds rows of one sheet that mean the same vacancy or say the same.
type twins struct {
	orders map[order]int
	codes  map[string]int
	facts  map[int64]int
}

func newTwins() *twins {
	return &twins{orders: map[order]int{}, codes: map[string]int{}, facts: map[int64]int{}}
}

// meet refuses a row that an earlier one has said already.
func (t *twins) meet(v *verdict, h *header) {
	if v.outcome == Refuse {
		return
	}
	ref := order{v.fresh.EmployerID, vacancy.RefKey(v.fresh.EmployerRef)}
	switch {
	case v.code != "" && t.codes[v.code] != 0:
		v.refuse(h, Code, "import.problem.twice_code", t.codes[v.code])
	case ref.ref != "" && t.orders[ref] != 0:
		v.refuse(h, "employer_ref", "import.problem.twice_ref", t.orders[ref])
	case ref.ref == "" && v.code == "" && t.facts[v.facts] != 0:
		v.refuse(h, "", "import.problem.twice_facts", t.facts[v.facts])
	default:
		t.codes[v.code], t.orders[ref], t.facts[v.facts] = v.row, v.row, v.row
	}
}
