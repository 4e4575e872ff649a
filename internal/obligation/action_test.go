package obligation

import (
	"errors"
	"slices"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Bodies of the pure tests.
const (
	officeID = iota + 1
	labourID
	centreID
	districtID
	communeID
	otherID
	bacGiangID
)

func seat(side access.Side, kind access.Kind, bodies ...int64) access.Actor {
	return access.Actor{Account: 1, Role: access.Staff, Seat: access.Seat{Side: side, Kind: kind}, Body: bodies[0], Bodies: bodies}
}

var (
	office   = seat(access.Source, access.Office, officeID, labourID, centreID, districtID, communeID)
	labour   = seat(access.Source, access.Labour, labourID, centreID)
	centre   = seat(access.Source, access.Centre, centreID)
	district = seat(access.Source, access.District, districtID, communeID)
	commune  = seat(access.Source, access.Commune, communeID)
	other    = seat(access.Source, access.Transport, otherID)
	bacGiang = seat(access.Destination, access.Office, bacGiangID)
)

func TestAllow(t *testing.T) {
	t.Parallel()
	joint := Obligation{Kind: Standing, Status: Assigned, LeadBodyID: labourID, ExecutingBodyID: centreID}
	order := Obligation{Kind: Order, Status: Reported, LeadBodyID: otherID, DueOn: clock.MustDay("30/04/2024")}
	request := Obligation{Kind: Request, Status: Assigned, LeadBodyID: bacGiangID, IssuerBodyID: officeID}
	own := Obligation{Kind: Order, Status: Reported, LeadBodyID: officeID}
	passed := Obligation{Kind: Standing, Status: Received, LeadBodyID: communeID, ParentID: 7}
	districts := Obligation{Kind: Standing, Status: Assigned, LeadBodyID: districtID}
	tests := []struct {
		name   string
		o      Obligation
		actor  access.Actor
		action Action
		want   error
	}{
		{"the lead receives", joint, labour, Receive, nil},
		{"the executing body receives", joint, centre, Receive, nil},
		{"another body does not", joint, other, Receive, errs.Forbidden},
		{"a body above does not work it", joint, office, Progress, errs.Forbidden},
		{"a reported one is not received", order, other, Receive, errs.Conflict},
		{"a better report replaces one that waits", order, other, Report, nil},
		{"no more time while a report waits", order, other, AskExtension, errs.Conflict},
		{"a standing duty has no day to move", joint, labour, AskExtension, errs.Conflict},
		{"the Office judges", order, office, Judge, nil},
		{"the lead does not judge", order, other, Judge, errs.Forbidden},
		{"nobody judges its own", own, office, Judge, errs.Forbidden},
		{"nobody returns its own", own, office, ReturnReport, errs.Forbidden},
		{"nothing to judge yet", joint, office, Judge, errs.Conflict},
		{"the asked body answers", request, bacGiang, Answer, nil},
		{"a request is not reported on", request, bacGiang, Report, errs.Conflict},
		{"the issuer does not answer itself", request, office, Answer, errs.Forbidden},
		{"the issuer follows up", request, office, Remind, nil},
		{"a district passes on", districts, district, PassOn, nil},
		{"a commune does not", passed, commune, PassOn, errs.Forbidden},
		{"what was passed on is not passed on", Obligation{Kind: Standing, Status: Received, LeadBodyID: districtID, ParentID: 7}, district, PassOn, errs.Conflict},
		{"a commune answers its district by an update", passed, commune, Progress, nil},
		{"and sends no report of its own", passed, commune, Report, errs.Conflict},
		{"a visitor may nothing", joint, access.Actor{}, Receive, errs.Forbidden},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if err := tt.o.Allow(tt.actor, tt.action); !errors.Is(err, tt.want) {
				t.Errorf("Allow(%s): got %v, want %v", tt.action, err, tt.want)
			}
		})
	}
}

// Whatever the table offers, the next table lets happen.
func TestEveryActionHasWhereToGo(t *testing.T) {
	t.Parallel()
	leadsTo := map[Action]Status{Receive: Received, Progress: InProgress, Report: Reported, Answer: Reported, Judge: Accepted,
		ReturnReport: InProgress, Reassign: Assigned, Suspend: Suspended}
	for action, to := range leadsTo {
		for _, from := range rules[action].from {
			o := Obligation{Status: from}
			if err := o.Move(to); err != nil || o.Status != to {
				t.Errorf("%s from %s: got %s, %v", action, from, o.Status, err)
			}
		}
	}
	for _, status := range Statuses() {
		if status == Accepted && len(next[status]) > 0 {
			t.Error("an accepted obligation moves on")
		}
	}
	if err := (&Obligation{Status: Assigned}).Move(Accepted); !errors.Is(err, errs.Conflict) {
		t.Errorf("accepted without a report: got %v, want Conflict", err)
	}
}

func TestEveryActionHasARule(t *testing.T) {
	t.Parallel()
	if len(Actions()) != len(rules) {
		t.Errorf("%d actions, %d rules", len(Actions()), len(rules))
	}
	for _, action := range Actions() {
		if !access.Known(rules[action].need) {
			t.Errorf("%s: no rule for %q", action, rules[action].need)
		}
	}
}

func TestOffers(t *testing.T) {
	t.Parallel()
	o := Obligation{Kind: Order, Status: Received, LeadBodyID: otherID, DueOn: clock.MustDay("30/04/2024")}
	if got, want := o.Offers(other), []Action{Report, Progress, AskExtension}; !slices.Equal(got, want) {
		t.Errorf("the lead: got %v, want %v", got, want)
	}
	if got, want := o.Offers(office), []Action{DecideExtension, Remind, Reassign, Suspend}; !slices.Equal(got, want) {
		t.Errorf("the Office: got %v, want %v", got, want)
	}
	if got := o.Offers(bacGiang); len(got) != 0 {
		t.Errorf("a stranger: got %v, want nothing", got)
	}
}
