package access

import (
	"maps"
	"slices"
)

// Need is what a route or an operation asks of the actor.
type Need string

// What can be needed. Public asks nothing; SignedIn any account.
const (
	Public   Need = "public"
	SignedIn Need = "signed_in"

	ReadDirectives  Need = "read_directives"
	EnterDirectives Need = "enter_directives"

	ReadObligations    Need = "read_obligations"
	WorkObligations    Need = "work_obligations"    // receive, update, report, ask for more time, answer
	CascadeObligations Need = "cascade_obligations" // pass on to communes
	JudgeObligations   Need = "judge_obligations"   // accept, return, grant, remind, reassign, suspend
	StateCounterpart   Need = "state_counterpart"   // the other side's own state of a joint obligation

	ReadEmployers   Need = "read_employers"
	VerifyEmployers Need = "verify_employers"

	ReadComplaints   Need = "read_complaints"   // of bad adverts; without the teller's phone
	TriageComplaints Need = "triage_complaints" // see the phone, take up, settle

	ReadVacancies    Need = "read_vacancies"
	ReadDrafts       Need = "read_drafts"     // vacancies that were never published
	WriteVacancies   Need = "write_vacancies" // draft, submit, pause, end
	PublishVacancies Need = "publish_vacancies"

	ReadDrives   Need = "read_drives"
	PlanDrives   Need = "plan_drives"
	AgreeDrives  Need = "agree_drives" // the commune's answer
	RecordDrives Need = "record_drives"
	VerifyDrives Need = "verify_drives"

	ReadCandidates     Need = "read_candidates" // personal data: every view is logged
	CountCandidates    Need = "count_candidates"
	RegisterCandidates Need = "register_candidates" // for somebody else, from paper or phone
	ReferCandidates    Need = "refer_candidates"
	RecordOutcomes     Need = "record_outcomes"
	EraseCandidates    Need = "erase_candidates"

	ReadPublicity  Need = "read_publicity"
	WritePublicity Need = "write_publicity"

	ReadRouteStudy  Need = "read_route_study"
	WriteRouteStudy Need = "write_route_study"

	ReadOutbox Need = "read_outbox" // messages to people who asked for alerts: every opened address is logged

	ManageAccounts Need = "manage_accounts"
	CreateAccounts Need = "create_accounts" // not of an employer, whose users a verifier invites
	ManageBodies   Need = "manage_bodies"
)

// reach says how far an actor may go: nowhere, to the rows of its own body and
// those under it, or to every row.
type reach int

const (
	nothing reach = iota
	own
	all
)

var (
	sourceOffice      = Seat{Source, Office}
	sourceLabour      = Seat{Source, Labour}
	sourceCentre      = Seat{Source, Centre}
	sourceTransport   = Seat{Source, Transport}
	sourcePaper       = Seat{Source, Paper}
	sourceBroadcaster = Seat{Source, Broadcaster}
	sourceDistrict    = Seat{Source, District}
	sourceCommune     = Seat{Source, Commune}

	destinationOffice      = Seat{Destination, Office}
	destinationLabour      = Seat{Destination, Labour}
	destinationCentre      = Seat{Destination, Centre}
	destinationTransport   = Seat{Destination, Transport}
	destinationPaper       = Seat{Destination, Paper}
	destinationBroadcaster = Seat{Destination, Broadcaster}
	destinationZoneBoard   = Seat{Destination, ZoneBoard}
	employer               = Seat{Destination, Employer}
)

// Seats lists every kind of account, in the order of the goldens.
func Seats() []Seat {
	return []Seat{
		sourceOffice, sourceLabour, sourceCentre, sourceTransport, sourcePaper, sourceBroadcaster, sourceDistrict, sourceCommune,
		destinationOffice, destinationLabour, destinationCentre, destinationTransport, destinationPaper,
		destinationBroadcaster, destinationZoneBoard, employer,
	}
}

type rule map[Seat]reach

func give(r reach, seats ...Seat) rule {
	granted := rule{}
	for _, seat := range seats {
		granted[seat] = r
	}
	return granted
}

func (r rule) and(more rule) rule {
	maps.Copy(r, more)
	return r
}

// officials are all bodies that hold or share obligations.
func officials() []Seat {
	return slices.DeleteFunc(Seats(), func(s Seat) bool { return s == employer })
}

// policy is the whole of it: need by need, which kinds of account may, and how far.
var policy = map[Need]rule{
	ReadDirectives:  give(all, officials()...),
	EnterDirectives: give(all, sourceOffice),

	ReadObligations:    give(own, officials()...).and(give(all, sourceOffice)),
	WorkObligations:    give(own, officials()...),
	CascadeObligations: give(own, sourceDistrict),
	JudgeObligations:   give(all, sourceOffice),
	StateCounterpart: give(own, destinationOffice, destinationLabour, destinationCentre, destinationTransport,
		destinationPaper, destinationBroadcaster, destinationZoneBoard),

	ReadEmployers:   give(all, officials()...).and(give(own, employer)),
	VerifyEmployers: give(all, destinationLabour, destinationCentre, destinationZoneBoard),

	ReadComplaints:   give(all, sourceCentre, destinationLabour, destinationCentre, destinationZoneBoard),
	TriageComplaints: give(all, sourceCentre),

	ReadVacancies: give(all, officials()...).and(give(own, employer)),
	ReadDrafts: give(all, sourceLabour, sourceCentre, destinationLabour, destinationCentre, destinationZoneBoard).
		and(give(own, employer)),
	WriteVacancies:   give(all, sourceCentre, destinationLabour, destinationCentre, destinationZoneBoard).and(give(own, employer)),
	PublishVacancies: give(all, sourceCentre),

	ReadDrives: give(all, sourceOffice, sourceLabour, sourceCentre, sourcePaper, sourceBroadcaster, destinationOffice,
		destinationLabour, destinationCentre, destinationZoneBoard, destinationPaper, destinationBroadcaster).
		and(give(own, sourceDistrict, sourceCommune, employer)),
	PlanDrives:   give(own, sourceDistrict).and(give(all, sourceCentre)),
	AgreeDrives:  give(own, sourceCommune),
	RecordDrives: give(own, sourceDistrict, sourceCommune).and(give(all, sourceCentre)),
	VerifyDrives: give(own, sourceDistrict),

	ReadCandidates: give(own, sourceDistrict, sourceCommune, employer).and(give(all, sourceCentre)),
	CountCandidates: give(all, sourceOffice, sourceLabour, sourceCentre, sourceTransport, destinationOffice, destinationLabour,
		destinationCentre, destinationTransport, destinationZoneBoard).and(give(own, sourceDistrict, sourceCommune, employer)),
	RegisterCandidates: give(own, sourceDistrict, sourceCommune).and(give(all, sourceCentre)),
	ReferCandidates:    give(all, sourceCentre),
	RecordOutcomes:     give(own, employer).and(give(all, sourceCentre)),
	EraseCandidates:    give(all, sourceCentre),

	ReadPublicity: give(all, sourceOffice, sourceLabour, sourceCentre, sourcePaper, sourceBroadcaster,
		destinationPaper, destinationBroadcaster),
	WritePublicity: give(own, sourcePaper, sourceBroadcaster, destinationPaper, destinationBroadcaster),

	ReadRouteStudy:  give(all, sourceOffice, sourceTransport, destinationTransport, destinationOffice),
	WriteRouteStudy: give(own, sourceTransport, destinationTransport),

	ReadOutbox: give(all, sourceCentre),
}

// looked are the needs that a suspended employer's users keep: they see what is
// theirs, but nobody's personal data, and change nothing.
var looked = map[Need]bool{ReadEmployers: true, ReadVacancies: true, ReadDrafts: true, ReadDrives: true, CountCandidates: true}

// Known reports whether the policy has a rule for n.
func Known(n Need) bool {
	switch n {
	case Public, SignedIn, ManageAccounts, CreateAccounts, ManageBodies:
		return true
	}
	_, ok := policy[n]
	return ok
}

// reach looks n up. Accounts and bodies are kept by administrators, and the
// system's also sees whether messages go out; everything else goes by the seat.
func (a Actor) reach(n Need) reach {
	switch {
	case n == Public:
		return all
	case !a.SignedIn():
		return nothing
	case n == SignedIn:
		return own
	case a.Suspended && !looked[n]:
		return nothing
	case n == ManageBodies:
		return when(a.Role == System, all)
	case (n == ManageAccounts || n == CreateAccounts || n == ReadOutbox) && a.Role == System:
		return all
	case n == ManageAccounts:
		return when(a.Role == Admin, own)
	case n == CreateAccounts:
		return when(a.Role == Admin && a.Seat.Kind != Employer, own)
	}
	return policy[n][a.Seat]
}

func when(granted bool, r reach) reach {
	if granted {
		return r
	}
	return nothing
}
