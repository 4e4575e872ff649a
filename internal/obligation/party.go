package obligation

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Role is the part of another body on an obligation.
type Role string

// The roles beside the lead.
const (
	Cooperating Role = "cooperating"
	Counterpart Role = "counterpart"
)

// Stand is the state of a joint obligation as a counterpart body sees it. Only
// that body writes it; the lead's side is the obligation's own status.
type Stand string

// The stands.
const (
	Unanswered Stand = "unanswered"
	Working    Stand = "in_progress"
	Agreed     Stand = "agreed"
	DoneThere  Stand = "done"
	Disputed   Stand = "disputed"
)

// Stands lists what a counterpart may state.
func Stands() []Stand { return []Stand{Working, Agreed, DoneThere, Disputed} }

// Beside is another body on an obligation as its page shows it. The names are
// empty where the paper names a group in words only.
type Beside struct {
	BodyID   int64
	Words    string
	Role     Role
	Slug     string
	ShortVi  string
	ShortEn  string
	FullVi   string
	FullEn   string
	State    Stand
	Note     string
	StatedAt *time.Time
	StatedBy string
}

// MayState reports whether the actor's body may state its side of an
// obligation with these bodies.
func MayState(actor access.Actor, parties []Beside) bool {
	return actor.May(access.StateCounterpart) && slices.ContainsFunc(parties, func(b Beside) bool {
		return b.Role == Counterpart && b.BodyID != 0 && b.BodyID == actor.Body
	})
}

// StateCounterpart states the actor's own body's side of a joint obligation. A
// dispute needs a note that says what about. A body that is not the
// counterpart is Forbidden.
func (s *Store) StateCounterpart(ctx context.Context, actor access.Actor, id int64, stand Stand, note string) (err error) {
	defer errs.Wrap(&err, "obligation.StateCounterpart(%d)", id)
	if !actor.May(access.StateCounterpart) {
		return errs.Forbidden
	}
	note = fold.Tidy(note)
	if err := checkStand(stand, note); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.lock(ctx, actor.Scope(access.ReadObligations), id); err != nil {
			return err
		}
		return s.state(ctx, actor, id, stand, note)
	})
}

func checkStand(stand Stand, note string) error {
	p := errs.Problems{}
	if !slices.Contains(Stands(), stand) {
		p.Add("state", "problem.choice")
	}
	if stand == Disputed {
		required(p, "note", note)
	}
	limited(p, "note", note)
	return p.OrNil()
}

func (s *Store) state(ctx context.Context, actor access.Actor, id int64, stand Stand, note string) error {
	args := pgx.StrictNamedArgs{"id": id, "body": actor.Body}
	was, err := postgres.Values[Stand](ctx, s.DB, `
		SELECT state FROM obligation_bodies
		WHERE obligation_id = @id AND body_id = @body AND role = 'counterpart'
		ORDER BY id
		LIMIT 1`, args)
	if err != nil {
		return err
	}
	if len(was) == 0 {
		return errs.Forbidden
	}
	at := s.Now.Now()
	_, err = s.DB.Exec(ctx, `
		UPDATE obligation_bodies
		SET state = @state, note = @note, stated_at = @at, stated_by = @by
		WHERE obligation_id = @id AND body_id = @body AND role = 'counterpart'`,
		pgx.StrictNamedArgs{"id": id, "body": actor.Body, "state": stand, "note": note, "at": at, "by": actor.Account})
	if err != nil {
		return err
	}
	return s.record(ctx, actor, at, id,
		journal.Change{Action: "counterpart_stated", From: string(was[0]), To: string(stand), Why: note})
}
