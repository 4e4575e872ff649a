package vacancy

import "slices"

// Status is where a vacancy stands.
type Status string

// The statuses. Two are never stored: Expired is what a published or paused
// vacancy is called once its last day is over, Merged a withdrawn one that was
// given up for another.
const (
	Draft     Status = "draft"
	Submitted Status = "submitted"
	Published Status = "published"
	Paused    Status = "paused"
	Filled    Status = "filled"
	Withdrawn Status = "withdrawn"
	Expired   Status = "expired"
	Merged    Status = "merged"
)

// Statuses lists what a vacancy can be called, in the order of pages.
func Statuses() []Status {
	return []Status{Draft, Submitted, Published, Paused, Expired, Filled, Withdrawn, Merged}
}

// next says where a stored status may go from where it stands.
var next = map[Status][]Status{
	Draft:     {Submitted, Withdrawn},
	Submitted: {Published, Draft, Withdrawn},
	Published: {Paused, Filled, Withdrawn},
	Paused:    {Published, Filled, Withdrawn},
	Filled:    {Published},
}

// May reports whether the status may become another.
func (s Status) May(to Status) bool { return slices.Contains(next[s], to) }

// Action is what can be asked of a vacancy.
type Action string

// The actions; pages draw a button for each that Vacancy.Offers returns.
const (
	Submit   Action = "submit"
	Publish  Action = "publish"
	Return   Action = "return"
	Pause    Action = "pause"
	Resume   Action = "resume"
	Fill     Action = "fill"
	Withdraw Action = "withdraw"
	Extend   Action = "extend"
	Edit     Action = "edit"
	Copy     Action = "copy"

	Schedule   Action = "schedule"   // publish at a set time
	Unschedule Action = "unschedule" // no longer
	Relist     Action = "relist"     // take an ended one up again
	Amend      Action = "amend"      // ask that published facts be changed
	Keep       Action = "template"   // keep the facts as the employer's template
)
