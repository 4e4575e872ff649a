package directives

import (
	"net/http"
	"strconv"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/obligation"
	"cauviec/web/route"
)

// proposalForm keeps what was typed for a proposal.
type proposalForm struct {
	on               bool
	Clause           int64 // of a new proposal
	Proposal         int64 // 0 for a new one
	Version          int
	Kind             string
	Task             string
	Leads            []string // ids, and everyDistrict
	Executing        []string
	Cooperating      []string
	Counterparts     []string
	CooperatingWords string
	CounterpartWords string
	DueOn            string
	DuePhrase        string
	Recurrence       string
	Key              string
	Problems         errs.Problems
	Stale            bool // the proposal changed after the form was opened
}

// everyDistrict stands for all districts among the leads.
const everyDistrict = "districts"

// newProposalForm is the form as it begins.
func newProposalForm(p directive.Proposal) proposalForm {
	return proposalForm{
		on: true, Clause: p.ClauseID, Proposal: p.ID, Version: p.Version, Kind: string(p.Kind), Task: p.Task,
		Leads: idWords(p.LeadIDs), Executing: idWords(p.ExecutingIDs), Cooperating: idWords(p.CooperatingIDs),
		Counterparts: idWords(p.CounterpartIDs), CooperatingWords: strings.Join(p.CooperatingWords, "\n"),
		CounterpartWords: strings.Join(p.CounterpartWords, "\n"), DueOn: p.DueOn.String(), DuePhrase: p.DuePhrase, Recurrence: p.Recurrence,
	}
}

// readProposalForm reads what was sent.
func readProposalForm(r *http.Request) proposalForm {
	return proposalForm{
		on: true, Clause: route.Number(r.PostFormValue("clause")), Version: route.Version(r), Kind: r.PostFormValue("kind"), Task: r.PostFormValue("task"),
		Leads: r.PostForm["leads"], Executing: r.PostForm["executing"], Cooperating: r.PostForm["cooperating"],
		Counterparts: r.PostForm["counterparts"], CooperatingWords: r.PostFormValue("cooperating_words"),
		CounterpartWords: r.PostFormValue("counterpart_words"), DueOn: r.PostFormValue("due_on"),
		DuePhrase: r.PostFormValue("due_phrase"), Recurrence: r.PostFormValue("recurrence"), Key: r.PostFormValue(route.KeyField),
	}
}

// edit reads the words as values. Whether they make sense is for the store to
// say.
func (f proposalForm) edit(m directive.Map) (directive.Edit, error) {
	p := errs.Problems{}
	due, err := clock.ParseDay(f.DueOn)
	if err != nil {
		p.Add("due_on", "problem.date")
	}
	return directive.Edit{
		Kind: obligation.Kind(f.Kind), Task: f.Task, Leads: ids(p, "leads", withDistricts(f.Leads, m)),
		Executing: ids(p, "executing", f.Executing), Cooperating: ids(p, "cooperating", f.Cooperating),
		Counterparts:     ids(p, "counterparts", f.Counterparts),
		CooperatingWords: lines(f.CooperatingWords), CounterpartWords: lines(f.CounterpartWords),
		DueOn: due, DuePhrase: f.DuePhrase, Recurrence: f.Recurrence,
	}, p.OrNil()
}

// withDistricts puts every district of the workers' province for the word
// that stands for them.
func withDistricts(leads []string, m directive.Map) []string {
	var words []string
	for _, word := range leads {
		if word != everyDistrict {
			words = append(words, word)
			continue
		}
		for _, b := range m.Bodies {
			if b.Kind == access.District && b.Side == access.Source {
				words = append(words, strconv.FormatInt(b.ID, 10))
			}
		}
	}
	return words
}

// ids reads the ids of chosen bodies.
func ids(p errs.Problems, field string, words []string) []int64 {
	var read []int64
	for _, word := range words {
		id, err := strconv.ParseInt(word, 10, 64)
		if err != nil {
			p.Add(field, "problem.choice")
		}
		read = append(read, id)
	}
	return read
}

func idWords(list []int64) []string {
	words := make([]string, 0, len(list))
	for _, id := range list {
		words = append(words, strconv.FormatInt(id, 10))
	}
	return words
}

// lines parts what was typed one to a line.
func lines(words string) []string { return strings.Split(words, "\n") }

// headerForm keeps what was typed for the facts of a paper.
type headerForm struct {
	on          bool
	Version     int
	Kind        string
	Number      string
	Symbol      string
	IssuedOn    string
	IssuedMonth string // "03/2024"
	MeetingOn   string
	Title       string
	Chair       string
	Authority   string
	Signatory   string
	Recipients  string
	Key         string
	Problems    errs.Problems
	Stale       bool
}

// newHeaderForm is the form as it begins.
func newHeaderForm(d directive.Directive) headerForm {
	f := headerForm{
		on: true, Version: d.Version, Kind: d.Kind, Number: d.Number, Symbol: d.Symbol, IssuedOn: d.IssuedOn.String(),
		MeetingOn: d.MeetingOn.String(), Title: d.Title, Chair: d.Chair, Authority: d.Authority, Signatory: d.Signatory,
		Recipients: strings.Join(d.Recipients, "\n"),
	}
	if year, month, found := strings.Cut(d.IssuedMonth, "-"); found {
		f.IssuedMonth = month + "/" + year
	}
	return f
}

// readHeaderForm reads what was sent.
func readHeaderForm(r *http.Request) headerForm {
	return headerForm{
		on: true, Version: route.Version(r), Kind: r.PostFormValue("kind"), Number: r.PostFormValue("number"), Symbol: r.PostFormValue("symbol"),
		IssuedOn: r.PostFormValue("issued_on"), IssuedMonth: r.PostFormValue("issued_month"), MeetingOn: r.PostFormValue("meeting_on"),
		Title: r.PostFormValue("title"), Chair: r.PostFormValue("chair"), Authority: r.PostFormValue("authority"),
		Signatory: r.PostFormValue("signatory"), Recipients: r.PostFormValue("recipients"), Key: r.PostFormValue(route.KeyField),
	}
}

// header reads the words as values.
func (f headerForm) header() (directive.Header, error) {
	p := errs.Problems{}
	h := directive.Header{
		Kind: f.Kind, Number: f.Number, Symbol: f.Symbol, Title: f.Title, Chair: f.Chair, Authority: f.Authority,
		Signatory: f.Signatory, Recipients: lines(f.Recipients), IssuedMonth: f.IssuedMonth,
	}
	for field, day := range map[string]struct {
		words string
		into  *clock.Day
	}{"issued_on": {f.IssuedOn, &h.IssuedOn}, "meeting_on": {f.MeetingOn, &h.MeetingOn}} {
		read, err := clock.ParseDay(day.words)
		if err != nil {
			p.Add(field, "problem.date")
		}
		*day.into = read
	}
	if month, year, found := strings.Cut(strings.TrimSpace(f.IssuedMonth), "/"); found && len(month) <= 2 {
		h.IssuedMonth = year + "-" + strings.Repeat("0", 2-len(month)) + month
	}
	return h, p.OrNil()
}
