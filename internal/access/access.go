// Package access decides who may do what. One table (policy.go) holds every
// rule; what is not in it is refused. Routes ask it before a handler runs,
// stores ask it for the rows in reach, and pages ask it what to offer.
package access

import "context"

// Side is the province's part in a partnership: workers come from the source.
type Side string

// The two sides of a partnership.
const (
	Source      Side = "source"
	Destination Side = "destination"
)

// Kind is the kind of a body.
type Kind string

// The kinds of bodies.
const (
	Office      Kind = "office"      // provincial People's Committee and its Office
	Labour      Kind = "labour"      // department of labour
	Centre      Kind = "centre"      // employment service centre
	Transport   Kind = "transport"   // department of transport
	Paper       Kind = "paper"       // newspaper
	Broadcaster Kind = "broadcaster" // radio and television
	District    Kind = "district"
	Commune     Kind = "commune"
	ZoneBoard   Kind = "zone_board" // management board of industrial zones
	Employer    Kind = "employer"
)

// Role is what an account may do for its body.
type Role string

// The roles of accounts. An Admin also keeps the accounts of its body; a
// System administrator also keeps bodies, areas and all accounts.
const (
	Staff  Role = "staff"
	Admin  Role = "admin"
	System Role = "system"
)

// Seat is the kind of account that the policy speaks of: a kind of body on a side.
type Seat struct {
	Side Side
	Kind Kind
}

// String names the seat as in the goldens: "source.centre".
func (s Seat) String() string { return string(s.Side) + "." + string(s.Kind) }

// Actor is who acts: an account on behalf of its body. The zero Actor is a
// visitor who is not signed in.
type Actor struct {
	Account    int64
	Username   string
	Name       string
	Role       Role
	MustChange bool // the password was set by somebody else
	Body       int64
	BodySlug   string
	Seat       Seat
	Province   string  // province code
	Employer   int64   // the employer whose body this is, or 0
	Suspended  bool    // that employer is suspended: its users look, and do nothing
	Bodies     []int64 // the body and all bodies under it

	program bool
}

// Program returns the program itself acting for a body, as when it enters the
// founding notice at the first start. It has no account, so the journal names
// the body only.
func Program(body int64, slug string, seat Seat) Actor {
	return Actor{Body: body, BodySlug: slug, Seat: seat, Bodies: []int64{body}, Role: System, program: true}
}

// SignedIn reports whether somebody is signed in, or the program acts.
func (a Actor) SignedIn() bool { return a.Account != 0 || a.program }

// May reports whether the actor may do what needs n.
func (a Actor) May(n Need) bool {
	return a.reach(n) != nothing
}

// Scope returns the rows in the actor's reach for n. The scope of what one may
// not do sees nothing.
func (a Actor) Scope(n Need) Scope {
	switch a.reach(n) {
	case own:
		return Scope{Body: a.Body, Bodies: a.Bodies, Employer: a.Employer}
	case all:
		return Scope{All: true, Body: a.Body, Bodies: a.Bodies, Employer: a.Employer}
	}
	return Scope{}
}

// Scope limits what a query sees. The zero Scope sees nothing.
type Scope struct {
	All      bool    // every row
	Body     int64   // the actor's own body
	Bodies   []int64 // the body and those under it
	Employer int64   // the employer whose body it is, or 0
}

// Everything is the scope of the program itself: start-up, jobs, tests.
func Everything() Scope { return Scope{All: true} }

type actorKey struct{}

// With returns a context that carries who acts.
func With(ctx context.Context, a Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, a)
}

// From returns who acts; without one, a visitor.
func From(ctx context.Context) Actor {
	a, _ := ctx.Value(actorKey{}).(Actor)
	return a
}
