package alert

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Letter is what a channel is handed.
type Letter struct {
	Key      string // the same for every try: who knows it took the letter before
	To       Address
	Subject  string
	Body     string
	Link     string
	StopLink string
	Urgent   bool // somebody waits for it
}

// Outcome is what became of a call.
type Outcome string

// The outcomes. Only Untaken lets a letter be handed over again.
const (
	Taken    Outcome = "taken"
	Untaken  Outcome = "untaken"  // certainly not taken; later perhaps
	Refusal  Outcome = "refusal"  // not taken, and never will be
	NoSuch   Outcome = "no_such"  // there is no such address any more
	Unknown  Outcome = "unknown"  // the call broke off, or cannot be asked about now
	Unlikely Outcome = "unlikely" // nobody will ever know
)

// Carrier takes messages of one channel to their addresses.
type Carrier interface {
	// Hand calls once and says what came of it. It does not repeat a call.
	Hand(ctx context.Context, l Letter) Outcome
	// Fate says what became of a letter whose call ended Unknown, by its key:
	// Taken, Untaken, Unknown (ask again later) or Unlikely.
	Fate(ctx context.Context, key string) Outcome
}

// Desk hands over what waits in the outbox. A channel without a carrier has its
// messages written down only.
type Desk struct {
	Store    *Store
	Carriers map[Channel]Carrier
}

// step is what to do with a message now.
type step int

const (
	nothing step = iota
	fail         // for a reason
	record
	hand
	enquire // a call was made, and nobody wrote down what came of it
)

// next decides about a message: at most one call is made whose outcome nobody
// knows.
func next(state State, ended, connected bool, expires, now time.Time) (step, Why) {
	switch {
	case state != Waiting && state != Handing:
		return nothing, NoReason
	case ended:
		return fail, WhyEnded
	case state == Handing && !connected:
		return fail, WhyUnknown
	case state == Handing:
		return enquire, NoReason
	case !connected:
		return record, Unconnected
	case now.After(expires):
		return fail, WhyLate
	}
	return hand, NoReason
}

// settle turns an outcome into where a message stands then, and whether it is
// to be tried again. Last says that there will be no further try.
func settle(o Outcome, last bool) (state State, why Why, again bool) {
	switch o {
	case Taken:
		return Handed, NoReason, false
	case Refusal:
		return Failed, WhyRefused, false
	case NoSuch:
		return Failed, WhyGone, false
	case Untaken:
		if last {
			return Failed, WhyBusy, false
		}
		return Waiting, WhyBusy, true
	case Unknown:
		if !last {
			return Handing, NoReason, true
		}
	case Unlikely:
	}
	return Failed, WhyUnknown, false
}

// errAgain asks the queue to try a message again. It names no person.
type errAgain struct {
	message int64
	outcome Outcome
}

// Error says which message and why.
func (e errAgain) Error() string { return fmt.Sprintf("message %d: %s", e.message, e.outcome) }

// waiting is a message with who it is for.
type waiting struct {
	Key       string
	State     State
	Kind      Kind
	Subject   string
	Body      string
	Link      string
	StopLink  string
	ExpiresAt time.Time
	PersonID  int64
	Channel   Channel
	Address   string
	PushKey   string
	PushAuth  string
	EndedAt   *time.Time
}

func (m waiting) letter() Letter {
	return Letter{Key: m.Key, To: Address{Channel: m.Channel, To: m.Address, Key: m.PushKey, Auth: m.PushAuth},
		Subject: m.Subject, Body: m.Body, Link: m.Link, StopLink: m.StopLink, Urgent: m.Kind == Confirm}
}

// Deliver hands a message over, at most once. That a call is made is written
// down before it is, so that a program that dies in between does not call
// again without having asked. An error asks for another try; last says that
// there will be none.
func (d *Desk) Deliver(ctx context.Context, message int64, last bool) (err error) {
	defer errs.Wrap(&err, "alert.Deliver(%d)", message)
	m, do, err := d.take(ctx, message)
	if err != nil || do == nothing {
		return err
	}
	carrier := d.Carriers[m.Channel]
	outcome := Untaken
	if do == enquire {
		outcome = carrier.Fate(ctx, m.Key)
	}
	switch {
	case outcome == Untaken && d.Store.Now.Now().After(m.ExpiresAt):
		return d.put(ctx, message, Failed, WhyLate)
	case outcome == Untaken:
		outcome = carrier.Hand(ctx, m.letter())
	}
	state, why, again := settle(outcome, last)
	if err := d.finish(context.WithoutCancel(ctx), message, m, state, why); err != nil {
		return err
	}
	if again {
		return errAgain{message: message, outcome: outcome}
	}
	return nil
}

// take reads a message and writes down what is about to happen.
func (d *Desk) take(ctx context.Context, message int64) (m waiting, do step, err error) {
	s := d.Store
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		m, err = postgres.One[waiting](ctx, s.DB, `
			SELECT m.key, m.state, m.kind, m.subject, m.body, m.link, m.stop_link, m.expires_at, p.id AS person_id,
				p.channel, p.address, p.push_key, p.push_auth, p.ended_at
			FROM alert_messages m JOIN alert_people p ON p.id = m.person_id
			WHERE m.id = @id
			FOR UPDATE OF m FOR SHARE OF p`, pgx.StrictNamedArgs{"id": message})
		if err != nil {
			return err
		}
		_, connected := d.Carriers[m.Channel]
		var why Why
		do, why = next(m.State, m.EndedAt != nil, connected, m.ExpiresAt, s.Now.Now())
		switch do {
		case fail:
			do = nothing
			return d.put(ctx, message, Failed, why)
		case record:
			do = nothing
			return d.put(ctx, message, Recorded, why)
		case hand, enquire:
			return d.put(ctx, message, Handing, NoReason)
		case nothing:
		}
		return nil
	})
	return m, do, err
}

// finish writes down what came of a call. An address that is no more ends its
// person's alerts.
func (d *Desk) finish(ctx context.Context, message int64, m waiting, state State, why Why) error {
	return d.Store.DB.InTx(ctx, func(ctx context.Context) error {
		if err := d.put(ctx, message, state, why); err != nil || why != WhyGone {
			return err
		}
		return d.Store.end(ctx, Vanished, m.PersonID)
	})
}

// put writes down where a message stands. One that certainly never reached the
// person counts as not written: the next morning tells of the same vacancies,
// and asks the question again.
func (d *Desk) put(ctx context.Context, message int64, state State, why Why) error {
	_, err := d.Store.DB.Exec(ctx, `
		WITH put AS (
			UPDATE alert_messages
			SET state = @state, why = @why, changed_at = @now, tries = tries + CASE @state::text WHEN 'handing' THEN 1 ELSE 0 END
			WHERE id = @id
			RETURNING person_id, kind, day, told_from)
		UPDATE alert_people p SET
			asked_on = CASE WHEN put.kind = 'question' AND p.asked_on = put.day THEN NULL ELSE p.asked_on END,
			told_until = CASE WHEN put.told_from IS NOT NULL AND p.looked_on = put.day THEN NULLIF(put.told_from, '-infinity') ELSE p.told_until END
		FROM put
		WHERE @untold AND p.id = put.person_id`,
		pgx.StrictNamedArgs{"id": message, "state": state, "why": why, "now": d.Store.Now.Now(),
			"untold": state == Failed && (why == WhyBusy || why == WhyLate)})
	return err
}
