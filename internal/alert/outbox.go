package alert

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Filter narrows the outbox; zero fields do not. Before is the last message of
// the page before.
type Filter struct {
	State   State
	Channel Channel
	Before  int64
	Limit   int
}

// Message is one of the outbox. Lists have its address masked and no body.
type Message struct {
	ID        int64
	Channel   Channel
	Address   string // '' once erased
	Kind      Kind
	Day       clock.Day
	Subject   string
	Body      string
	State     State
	Why       Why
	Tries     int
	CreatedAt time.Time
	ChangedAt time.Time
}

const messageColumns = `m.id, p.channel, p.address, m.kind, m.day, m.subject, m.body, m.state, m.why, m.tries, m.created_at, m.changed_at`

// Outbox returns messages, the newest first, with their addresses masked, and
// whether there are more.
func (s *Store) Outbox(ctx context.Context, scope access.Scope, f Filter) (list []Message, more bool, err error) {
	defer errs.Wrap(&err, "alert.Outbox")
	list, err = postgres.All[Message](ctx, s.DB, `
		SELECT `+messageColumns+`
		FROM alert_messages m JOIN alert_people p ON p.id = m.person_id
		WHERE @all AND (@state = '' OR m.state = @state) AND (@channel = '' OR p.channel = @channel) AND (@before = 0 OR m.id < @before)
		ORDER BY m.id DESC
		LIMIT @limit`,
		pgx.StrictNamedArgs{"all": scope.All, "state": string(f.State), "channel": string(f.Channel), "before": f.Before, "limit": f.Limit + 1})
	if len(list) > f.Limit {
		list, more = list[:f.Limit], true
	}
	for i := range list {
		list[i].Address, list[i].Body = Mask(list[i].Channel, list[i].Address), ""
	}
	return list, more, err
}

// Counts returns how many messages are in which state.
func (s *Store) Counts(ctx context.Context, scope access.Scope) (counts map[State]int, err error) {
	defer errs.Wrap(&err, "alert.Counts")
	rows, err := postgres.All[struct {
		State State
		N     int
	}](ctx, s.DB, `SELECT state, count(*) AS n FROM alert_messages WHERE @all GROUP BY state ORDER BY state LIMIT 10`,
		pgx.StrictNamedArgs{"all": scope.All})
	counts = make(map[State]int, len(rows))
	for _, row := range rows {
		counts[row.State] = row.N
	}
	return counts, err
}

// View is one look of an account at a message.
type View struct {
	At     time.Time
	Person string
	BodyVi string
	BodyEn string
}

// Open returns a message with its address, keeps that the actor has looked at
// it, and returns who did before.
func (s *Store) Open(ctx context.Context, actor access.Actor, id int64) (m Message, views []View, err error) {
	defer errs.Wrap(&err, "alert.Open(%d)", id)
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		m, err = postgres.One[Message](ctx, s.DB, `
			SELECT `+messageColumns+`
			FROM alert_messages m JOIN alert_people p ON p.id = m.person_id WHERE @all AND m.id = @id`,
			pgx.StrictNamedArgs{"all": actor.Scope(access.ReadOutbox).All, "id": id})
		if err != nil {
			return err
		}
		_, err := s.DB.Exec(ctx, `
			INSERT INTO alert_views (at, account_id, body_id, message_id) VALUES (@at, @account, @body, @message)`,
			pgx.StrictNamedArgs{"at": s.Now.Now(), "account": actor.Account, "body": actor.Body, "message": id})
		if err != nil {
			return err
		}
		views, err = postgres.All[View](ctx, s.DB, `
			SELECT w.at, a.full_name AS person, b.short_vi AS body_vi, b.short_en AS body_en
			FROM alert_views w JOIN accounts a ON a.id = w.account_id JOIN bodies b ON b.id = w.body_id
			WHERE w.message_id = @message
			ORDER BY w.at DESC, w.id DESC
			LIMIT 20`, pgx.StrictNamedArgs{"message": id})
		return err
	})
	return m, views, err
}
