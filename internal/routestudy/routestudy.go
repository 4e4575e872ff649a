// Package routestudy keeps the dossier of the coach line between the two
// provinces (clause 2.2 of the founding notice): what has to be settled before
// the line can open, with the state that each side gives it. Neither side
// writes the other's.
package routestudy

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// State is how far one side has come with an item.
type State string

// The states of an item.
const (
	Open     State = "open"
	Underway State = "underway"
	Settled  State = "settled"
)

// States lists the states in order.
func States() []State { return []State{Open, Underway, Settled} }

// Item is a thing to settle, as the screens have words for it.
type Item string

// The things that a fixed coach line between two provinces has to settle, in
// the order of the work: whether there are passengers, which stations and
// road, what timetable and fare, who runs it, and the two departments'
// agreement to announce it (Decree 10/2020/NĐ-CP, Art. 20, on fixed lines).
var items = []Item{"demand", "stations", "road", "timetable", "fare", "operator", "agreement"}

// Items lists what has to be settled.
func Items() []Item { return append([]Item(nil), items...) }

// Part is one side's state of one item.
type Part struct {
	ID       int64
	Item     Item
	Side     access.Side
	State    State
	Note     string
	Version  int
	StatedAt *time.Time
}

// Line is an item with both sides' states.
type Line struct {
	Item        Item
	Source      Part
	Destination Part
}

// Settled reports whether both sides have settled it.
func (l Line) Settled() bool { return l.Source.State == Settled && l.Destination.State == Settled }

// Apart reports whether one side has settled what the other has not begun.
func (l Line) Apart() bool {
	return l.Source.State == Settled && l.Destination.State == Open || l.Source.State == Open && l.Destination.State == Settled
}

// Store keeps the dossier.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Ensure makes the dossier of every partnership that has none. It runs at
// start-up and changes nothing the second time.
func Ensure(ctx context.Context, db *postgres.DB) (err error) {
	defer errs.Wrap(&err, "routestudy.Ensure")
	names := make([]string, len(items))
	for i, item := range items {
		names[i] = string(item)
	}
	return db.InTx(ctx, func(ctx context.Context) error {
		_, err := db.Exec(ctx, `INSERT INTO route_studies (partnership_id) SELECT id FROM partnerships ON CONFLICT DO NOTHING`)
		if err != nil {
			return err
		}
		_, err = db.Exec(ctx, `
			INSERT INTO route_study_items (study_id, position, item, side)
			SELECT s.id, n.position, n.item, side
			FROM route_studies s
			CROSS JOIN unnest(@items::text[]) WITH ORDINALITY AS n (item, position)
			CROSS JOIN (VALUES ('source'), ('destination')) AS sides (side)
			ON CONFLICT DO NOTHING`, pgx.StrictNamedArgs{"items": names})
		return err
	})
}

// Lines returns the dossier of the first partnership in the order of the work.
// Whoever may read the dossier sees both sides.
func (s *Store) Lines(ctx context.Context, scope access.Scope) (lines []Line, err error) {
	defer errs.Wrap(&err, "routestudy.Lines")
	if !scope.All && scope.Body == 0 {
		return nil, errs.NotFound
	}
	parts, err := postgres.All[Part](ctx, s.DB, `
		SELECT i.id, i.item, i.side, i.state, i.note, i.version, i.stated_at
		FROM route_study_items i
		WHERE i.study_id = (SELECT id FROM route_studies ORDER BY partnership_id LIMIT 1)
		ORDER BY i.position, i.side DESC
		LIMIT 100`)
	if err != nil {
		return nil, err
	}
	return pair(parts), nil
}

func pair(parts []Part) []Line {
	var lines []Line
	for _, part := range parts {
		if len(lines) == 0 || lines[len(lines)-1].Item != part.Item {
			lines = append(lines, Line{Item: part.Item})
		}
		line := &lines[len(lines)-1]
		if part.Side == access.Source {
			line.Source = part
		} else {
			line.Destination = part
		}
	}
	return lines
}

const longestNote = 2000

// SetState writes the actor's own side of an item. A part of the other side is
// NotFound; one that a colleague has changed meanwhile is a Conflict.
func (s *Store) SetState(ctx context.Context, actor access.Actor, id int64, version int, state State, note string) (err error) {
	defer errs.Wrap(&err, "routestudy.SetState(%d)", id)
	if !actor.May(access.WriteRouteStudy) {
		return errs.Forbidden
	}
	note = strings.TrimSpace(note)
	if err := check(state, note); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		was, err := postgres.One[Part](ctx, s.DB, `
			SELECT id, item, side, state, note, version, stated_at
			FROM route_study_items WHERE id = @id AND side = @side FOR UPDATE`,
			pgx.StrictNamedArgs{"id": id, "side": string(actor.Seat.Side)})
		if err != nil {
			return err
		}
		if was.Version != version {
			return errs.Conflict
		}
		_, err = s.DB.Exec(ctx, `
			UPDATE route_study_items
			SET state = @state, note = @note, stated_at = @at, stated_by = NULLIF(@by::bigint, 0), version = version + 1
			WHERE id = @id`,
			pgx.StrictNamedArgs{"id": id, "state": string(state), "note": note, "at": s.Now.Now(), "by": actor.Account})
		if err != nil {
			return err
		}
		return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{Thing: journal.RouteStudy, ID: id,
			Action: string(was.Item), From: string(was.State), To: string(state), Why: note})
	})
}

func check(state State, note string) error {
	problems := errs.Problems{}
	if state != Open && state != Underway && state != Settled {
		problems.Add("state", "problem.choice")
	}
	if len([]rune(note)) > longestNote {
		problems.Add("note", "problem.long", longestNote)
	}
	if state == Settled && note == "" {
		problems.Add("note", "route_study.problem.note")
	}
	return problems.OrNil()
}

// History returns who stated what about any item, newest first.
func (s *Store) History(ctx context.Context, scope access.Scope) (entries []journal.Entry, err error) {
	defer errs.Wrap(&err, "routestudy.History")
	if !scope.All && scope.Body == 0 {
		return nil, errs.NotFound
	}
	return journal.OfAll(ctx, s.DB, journal.RouteStudy)
}
