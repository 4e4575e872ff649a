// Package journal records who did what to which thing, when, and why, and
// reads it back for the thing's page. Entries are written in the transaction
// of the change and never altered.
package journal

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Thing is the kind of what was changed.
type Thing string

// The things whose changes are recorded.
const (
	Obligation     Thing = "obligation"
	Directive      Thing = "directive"
	Vacancy        Thing = "vacancy"
	Employer       Thing = "employer"
	Drive          Thing = "drive"
	Candidate      Thing = "candidate"
	Referral       Thing = "referral"
	Account        Thing = "account"
	Body           Thing = "body"
	PublicityItem  Thing = "publicity_item"
	RouteStudy     Thing = "route_study"
	Complaint      Thing = "complaint"
	ExchangeExport Thing = "exchange_export"
)

// Change is what happened to a thing. Action is a key that the page has words
// for ("journal.<thing>.<action>"); From and To are statuses or short values.
type Change struct {
	Thing  Thing
	ID     int64
	Action string
	From   string
	To     string
	Why    string
}

// Write records a change by actor at an instant. Without a signed-in actor the
// change is the program's or the public's own.
func Write(ctx context.Context, db *postgres.DB, actor access.Actor, at time.Time, c Change) (err error) {
	defer errs.Wrap(&err, "journal.Write(%s %d %s)", c.Thing, c.ID, c.Action)
	_, err = db.Exec(ctx, `
		INSERT INTO journal (at, account_id, body_id, thing, thing_id, action, from_value, to_value, why)
		VALUES (@at, NULLIF(@account, 0), NULLIF(@body, 0), @thing, @id, @action, @from, @to, @why)`,
		pgx.StrictNamedArgs{
			"at": at, "account": actor.Account, "body": actor.Body, "thing": string(c.Thing), "id": c.ID,
			"action": c.Action, "from": c.From, "to": c.To, "why": c.Why,
		})
	return err
}

// Entry is a change as its thing's page shows it. Person and the body's names
// are empty for changes by the program or the public.
type Entry struct {
	ID      int64
	At      time.Time
	Person  string
	BodyVi  string
	BodyEn  string
	Thing   Thing
	ThingID int64
	Action  string
	From    string
	To      string
	Why     string
}

const selectEntries = `
	SELECT j.id, j.at, COALESCE(a.full_name, '') AS person, COALESCE(b.short_vi, '') AS body_vi,
	       COALESCE(b.short_en, '') AS body_en, j.thing, j.thing_id, j.action, j.from_value AS "from", j.to_value AS "to", j.why
	FROM journal j
	LEFT JOIN accounts a ON a.id = j.account_id
	LEFT JOIN bodies b ON b.id = j.body_id`

// Of returns the newest changes of a thing, newest first. Whoever may see the
// thing may see its history: callers ask this after they have read the thing.
func Of(ctx context.Context, db *postgres.DB, thing Thing, id int64) (entries []Entry, err error) {
	defer errs.Wrap(&err, "journal.Of(%s %d)", thing, id)
	return postgres.All[Entry](ctx, db, selectEntries+`
		WHERE j.thing = @thing AND j.thing_id = @id
		ORDER BY j.id DESC
		LIMIT 200`,
		pgx.StrictNamedArgs{"thing": string(thing), "id": id})
}

// OfAll returns the newest changes of all things of a kind, newest first.
func OfAll(ctx context.Context, db *postgres.DB, thing Thing) (entries []Entry, err error) {
	defer errs.Wrap(&err, "journal.OfAll(%s)", thing)
	return postgres.All[Entry](ctx, db, selectEntries+`
		WHERE j.thing = @thing
		ORDER BY j.id DESC
		LIMIT 200`,
		pgx.StrictNamedArgs{"thing": string(thing)})
}
