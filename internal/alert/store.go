package alert

import (
	"context"
	"crypto/rand"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/code"
	"cauviec/internal/postgres"
	"cauviec/internal/queue"
	"cauviec/internal/search"
)

// Store keeps alerts and the outbox. Search and Board are asked for vacancies,
// Writer for words.
type Store struct {
	DB     *postgres.DB
	Now    clock.Clock
	Search search.Search
	Board  *board.Store
	Writer Writer
}

// personColumns are those of Person.
const personColumns = `p.id, p.channel, p.address, p.push_key, p.push_auth, p.lang, p.code, p.told_until, p.renewed_on, p.asked_on, p.ended_at`

// CleanCode returns a code as typed in its own form, and whether it can be one.
func CleanCode(words string) (string, bool) { return code.Clean(words, codeSigns) }

func newCode() (string, error) { return code.New(rand.Reader, codeSigns) }

// send puts a message into the outbox and hands its delivery over, with the
// transaction of ctx.
func (s *Store) send(ctx context.Context, person int64, d Draft) error {
	now := s.Now.Now()
	w := s.Writer.Write(d)
	id, err := postgres.Value[int64](ctx, s.DB, `
		INSERT INTO alert_messages (key, person_id, kind, day, subject, body, link, stop_link, state, created_at, expires_at, changed_at)
		VALUES (@key, @person, @kind, @day, @subject, @body, @link, @stop, 'waiting', @now, @expires, @now)
		RETURNING id`,
		pgx.StrictNamedArgs{"key": rand.Text(), "person": person, "kind": d.Kind, "day": clock.DayOf(now), "subject": w.Subject,
			"body": w.Body, "link": w.Link, "stop": w.StopLink, "now": now, "expires": expiry(d.Kind, now)})
	if err != nil {
		return err
	}
	return queue.Add(ctx, s.DB, HandArgs{Message: id})
}

// end ends a person's alerts: what they were and where to reach the person is
// forgotten, and what waited to be sent is not.
func (s *Store) end(ctx context.Context, why Reason, people ...int64) error {
	if len(people) == 0 {
		return nil
	}
	b := &pgx.Batch{}
	b.Queue(`UPDATE alert_people SET address = '', push_key = '', push_auth = '', ended_at = $2, end_reason = $3 WHERE id = ANY ($1)`,
		people, s.Now.Now(), why)
	b.Queue(`DELETE FROM alerts WHERE person_id = ANY ($1)`, people)
	b.Queue(`UPDATE alert_messages SET body = '', link = '', stop_link = '' WHERE person_id = ANY ($1)`, people)
	b.Queue(`UPDATE alert_messages SET state = 'failed', why = 'ended', changed_at = $2 WHERE person_id = ANY ($1) AND state = 'waiting'`,
		people, s.Now.Now())
	return s.DB.Batch(ctx, b)
}
