package obligation

import (
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/errs"
)

// Action is something that somebody may do to an obligation.
type Action string

// The actions, in the order in which a page offers them.
const (
	Receive         Action = "receive"
	Judge           Action = "judge" // accept a report, or take an answer as the end
	ReturnReport    Action = "return"
	DecideExtension Action = "decide_extension"
	Answer          Action = "answer"
	PassOn          Action = "pass_on"
	Report          Action = "report"
	Progress        Action = "progress"
	AskExtension    Action = "ask_extension"
	Remind          Action = "remind"
	Reassign        Action = "reassign"
	Suspend         Action = "suspend"
	Resume          Action = "resume"
)

// Actions lists every action in the order of the page.
func Actions() []Action {
	return []Action{Receive, Judge, ReturnReport, DecideExtension, Answer, PassOn, Report, Progress, AskExtension,
		Remind, Reassign, Suspend, Resume}
}

// rule says who may do an action, and to which obligations.
type rule struct {
	need access.Need
	by   func(o Obligation, body int64) bool
	to   func(o Obligation) bool
	from []Status
}

var (
	open    = []Status{Assigned, Received, InProgress}
	running = []Status{Assigned, Received, InProgress, Reported}
)

var rules = map[Action]rule{
	Receive:         {access.WorkObligations, Obligation.Works, anyKind, []Status{Assigned}},
	Progress:        {access.WorkObligations, Obligation.Works, notRequest, open},
	Report:          {access.WorkObligations, Obligation.Works, reportable, running},
	Answer:          {access.WorkObligations, Obligation.Works, isRequest, running},
	AskExtension:    {access.WorkObligations, Obligation.Works, dated, open},
	PassOn:          {access.CascadeObligations, leads, passable, running},
	Judge:           {access.JudgeObligations, notOwn, anyKind, []Status{Reported}},
	ReturnReport:    {access.JudgeObligations, notOwn, notRequest, []Status{Reported}},
	DecideExtension: {access.JudgeObligations, notOwn, dated, running},
	Remind:          {access.JudgeObligations, notOwn, anyKind, open},
	Reassign:        {access.JudgeObligations, anyBody, anyKind, open},
	Suspend:         {access.JudgeObligations, anyBody, anyKind, running},
	Resume:          {access.JudgeObligations, anyBody, anyKind, []Status{Suspended}},
}

// Allow returns nil when the actor may do the action to the obligation as it
// stands, Forbidden when it is not the actor's to do, and Conflict when it is
// not the time for it.
func (o Obligation) Allow(actor access.Actor, action Action) error {
	r := rules[action]
	if !actor.May(r.need) || !r.by(o, actor.Body) {
		return errs.Forbidden
	}
	if !r.to(o) || !slices.Contains(r.from, o.Status) {
		return errs.Conflict
	}
	return nil
}

// Offers lists what the actor may do now.
func (o Obligation) Offers(actor access.Actor) []Action {
	return slices.DeleteFunc(Actions(), func(a Action) bool { return o.Allow(actor, a) != nil })
}

func leads(o Obligation, body int64) bool  { return body != 0 && body == o.LeadBodyID }
func notOwn(o Obligation, body int64) bool { return body != 0 && !o.Works(body) }
func anyBody(Obligation, int64) bool       { return true }

func anyKind(Obligation) bool      { return true }
func isRequest(o Obligation) bool  { return o.Kind == Request }
func notRequest(o Obligation) bool { return o.Kind != Request }

// dated: only an order's day can be moved.
func dated(o Obligation) bool { return o.Kind == Order && !o.DueOn.IsZero() }

// reportable: a commune answers its district by updates, and the district
// reports for all of them.
func reportable(o Obligation) bool { return o.Kind != Request && o.ParentID == 0 }

func passable(o Obligation) bool { return o.Kind != Request && o.ParentID == 0 }
