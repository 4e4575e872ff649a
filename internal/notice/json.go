package notice

import "encoding/json"

// sheet is the shape in which other programs take a notice.
type sheet struct {
	Number      *string  `json:"number"`
	Symbol      *string  `json:"symbol"`
	Date        any      `json:"date"`
	Signatory   *string  `json:"signatory"`
	Kind        *string  `json:"doc_type"`
	Province    *string  `json:"province"`
	Clauses     []string `json:"clauses"`
	Obligations []entry  `json:"obligations"`
}

// entry is one proposed obligation of a sheet.
type entry struct {
	Clause          string   `json:"clause"`
	Part            int      `json:"part"`
	Kind            Kind     `json:"kind"`
	Lead            []string `json:"lead"`
	Via             []string `json:"via"`
	Coordinate      []string `json:"coordinate"`
	Counterpart     []string `json:"counterpart"`
	Task            string   `json:"task"`
	Deadline        *string  `json:"deadline"`
	Rule            *string  `json:"deadline_rule"`
	Phrase          *string  `json:"deadline_phrase"`
	Recurrence      *string  `json:"recurrence"`
	RecurrenceOther *string  `json:"recurrence_other,omitempty"`
	FanOut          bool     `json:"fanout"`
}

// JSON writes the notice for other programs: number, date (a month when the day
// is blank) and signatory are null when the document does not give them.
func (n *Notice) JSON() ([]byte, error) {
	s := sheet{
		Number: orNull(n.Number), Symbol: orNull(n.Symbol), Date: n.Issued, Signatory: orNull(n.Signatory),
		Kind: orNull(n.Kind), Province: orNull(n.Province), Clauses: []string{}, Obligations: []entry{},
	}
	for _, c := range n.Clauses {
		s.Clauses = append(s.Clauses, c.Path)
	}
	for _, p := range n.Proposals {
		s.Obligations = append(s.Obligations, p.entry())
	}
	return json.MarshalIndent(s, "", " ")
}

func (p Proposal) entry() entry {
	e := entry{
		Clause: p.Clause, Part: p.Part, Kind: p.Kind, Lead: orEmpty(p.Leads), Via: orEmpty(p.Executing),
		Coordinate: orEmpty(p.Cooperating), Counterpart: orEmpty(p.Counterpart), Task: p.Task,
		Deadline: orNull(p.Deadline.ISO()), Rule: orNull(string(p.Rule)), Phrase: orNull(p.Phrase), FanOut: p.FanOut,
	}
	if p.Recurrence == "monthly" || p.Recurrence == "quarterly" {
		e.Recurrence = &p.Recurrence
	} else {
		e.RecurrenceOther = orNull(p.Recurrence)
	}
	return e
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
