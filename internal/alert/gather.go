package alert

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"runtime"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"cauviec/internal/access"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/queue"
	"cauviec/internal/search"
)

// Gather looks for new vacancies for some of the people who were not looked at
// today, writes their messages and hands them over, all in one transaction.
// It returns how many people it looked at; none is the end of the morning's
// work. Several processes may gather at once: each person is held by one, and a
// person has one message a day.
func (s *Store) Gather(ctx context.Context, scope access.Scope) (looked int, err error) {
	defer errs.Wrap(&err, "alert.Gather")
	if !scope.All {
		return 0, errs.Forbidden
	}
	now := s.Now.Now()
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		people, err := postgres.All[Person](ctx, s.DB, `
			SELECT `+personColumns+`
			FROM alert_people p
			WHERE p.confirmed_at IS NOT NULL AND p.ended_at IS NULL AND (p.looked_on IS NULL OR p.looked_on < @today)
			ORDER BY p.id
			LIMIT @batch
			FOR UPDATE SKIP LOCKED`, pgx.StrictNamedArgs{"today": clock.DayOf(now), "batch": batch})
		if looked = len(people); err != nil || looked == 0 {
			return err
		}
		m := &morning{Store: s, today: clock.DayOf(now), until: now.Add(-settleMargin), found: map[string]fresh{}}
		letters, err := m.letters(ctx, people)
		if err != nil {
			return err
		}
		if err := s.post(ctx, letters, now); err != nil {
			return err
		}
		return s.looked(ctx, people, letters, m)
	})
	return looked, err
}

// looked notes how far people were told, and who was asked whether to go on.
func (s *Store) looked(ctx context.Context, people []Person, letters []letter, m *morning) error {
	ids := make([]int64, len(people))
	for i, p := range people {
		ids[i] = p.ID
	}
	var asked []int64
	for _, l := range letters {
		if l.draft.Kind == Question {
			asked = append(asked, l.person)
		}
	}
	_, err := s.DB.Exec(ctx, `
		UPDATE alert_people SET looked_on = @today::date, told_until = @until,
			asked_on = CASE WHEN id = ANY (@asked::bigint[]) THEN @today::date ELSE asked_on END
		WHERE id = ANY (@people)`,
		pgx.StrictNamedArgs{"today": m.today, "until": m.until, "asked": asked, "people": ids})
	return err
}

// letter is a message of the morning to a person.
type letter struct {
	person int64
	draft  Draft
}

// post puts the messages of a morning into the outbox, each with how far its
// person was told before, and hands them over.
func (s *Store) post(ctx context.Context, letters []letter, now time.Time) error {
	keys, people, kinds := make([]string, len(letters)), make([]int64, len(letters)), make([]string, len(letters))
	subjects, bodies := make([]string, len(letters)), make([]string, len(letters))
	links, stops := make([]string, len(letters)), make([]string, len(letters))
	for i, l := range letters {
		w := s.Writer.Write(l.draft)
		keys[i], people[i], kinds[i] = rand.Text(), l.person, string(l.draft.Kind)
		subjects[i], bodies[i], links[i], stops[i] = w.Subject, w.Body, w.Link, w.StopLink
	}
	ids, err := postgres.Values[int64](ctx, s.DB, `
		INSERT INTO alert_messages (key, person_id, kind, day, subject, body, link, stop_link, state, created_at, expires_at, changed_at, told_from)
		SELECT m.key, m.person, m.kind, @day, m.subject, m.body, m.link, m.stop, 'waiting', @now, @expires, @now,
			(SELECT COALESCE(p.told_until, '-infinity') FROM alert_people p WHERE p.id = m.person)
		FROM unnest(@keys::text[], @people::bigint[], @kinds::text[], @subjects::text[], @bodies::text[], @links::text[], @stops::text[])
			AS m (key, person, kind, subject, body, link, stop)
		ON CONFLICT (person_id, day) WHERE kind <> 'confirm' DO NOTHING
		RETURNING id`,
		pgx.StrictNamedArgs{"keys": keys, "people": people, "kinds": kinds, "subjects": subjects, "bodies": bodies, "links": links,
			"stops": stops, "day": clock.DayOf(now), "now": now, "expires": expiry(Jobs, now)})
	if err != nil {
		return err
	}
	works := make([]river.JobArgs, len(ids))
	for i, id := range ids {
		works[i] = HandArgs{Message: id}
	}
	return queue.Add(ctx, s.DB, works...)
}

// morning is one look for many people. Searches that several of them share are
// asked once.
type morning struct {
	*Store
	today clock.Day
	until time.Time
	found map[string]fresh
}

// fresh are the new vacancies of a search, the newest first.
type fresh struct {
	jobs []board.Card
	more bool
}

// letters returns the messages for those people who have to be told something.
func (m *morning) letters(ctx context.Context, people []Person) ([]letter, error) {
	ids := make([]int64, len(people))
	for i, p := range people {
		ids[i] = p.ID
	}
	alerts, err := m.alertsOf(ctx, ids...)
	if err != nil {
		return nil, err
	}
	newest, err := postgres.Value[*time.Time](ctx, m.DB, `SELECT max(published_at) FROM live_vacancies`)
	if err != nil {
		return nil, err
	}
	of := map[int64][]Alert{}
	for _, a := range alerts {
		if newest != nil {
			of[a.PersonID] = append(of[a.PersonID], a)
		}
	}
	var letters []letter
	for _, p := range people {
		d, err := m.draft(ctx, p, of[p.ID], newest)
		if err != nil {
			return nil, err
		}
		if len(d.Jobs) > 0 || d.Kind == Question {
			letters = append(letters, letter{person: p.ID, draft: d})
		}
	}
	return letters, nil
}

// draft gathers what a person has to be told: the new vacancies of all alerts,
// each once, the newest first.
func (m *morning) draft(ctx context.Context, p Person, alerts []Alert, newest *time.Time) (Draft, error) {
	d := Draft{Kind: Jobs, Channel: p.Channel, Lang: p.Lang, Code: p.Code, Today: m.today}
	if p.Questioned(m.today) {
		d.Kind = Question
	}
	seen := map[int64]bool{}
	for _, a := range alerts {
		since := p.window(a)
		if !newest.After(since) {
			continue
		}
		found, err := m.search(ctx, a.Query, since)
		if err != nil {
			return Draft{}, err
		}
		for _, job := range found.jobs {
			if !seen[job.ID] {
				seen[job.ID] = true
				d.Jobs = append(d.Jobs, job)
			}
		}
		d.Searches = append(d.Searches, Found{Asked: a.Asked, More: found.more})
	}
	slices.SortStableFunc(d.Jobs, func(a, b board.Card) int { return b.PublishedAt.Compare(a.PublishedAt) })
	if len(d.Jobs) > mostJobs {
		d.Jobs = d.Jobs[:mostJobs]
		for i := range d.Searches {
			d.Searches[i].More = true
		}
	}
	return d, nil
}

// search returns what a search finds of the vacancies published after since
// and up to the morning's end, asked once for all who ask the same.
func (m *morning) search(ctx context.Context, q search.Query, since time.Time) (fresh, error) {
	words, err := json.Marshal(q)
	if err != nil {
		return fresh{}, err
	}
	key := since.Format(time.RFC3339Nano) + string(words)
	if known, ok := m.found[key]; ok {
		return known, nil
	}
	runtime.Gosched() // who waits for a page goes first
	f, err := m.ask(ctx, q, since)
	m.found[key] = f
	return f, err
}

// ask reads a search from the newest on until it comes to what was told.
func (m *morning) ask(ctx context.Context, q search.Query, since time.Time) (f fresh, err error) {
	q.Sort, q.Limit, q.After, q.Uncounted, q.Faceted = search.Newest, 0, "", true, false
	for range mostPages {
		page, err := m.Search.Find(ctx, q, m.today)
		if err != nil {
			return fresh{}, err
		}
		cards, err := m.Board.Cards(ctx, page.IDs)
		if err != nil {
			return fresh{}, err
		}
		for _, c := range cards {
			switch {
			case !c.PublishedAt.After(since):
				return f, nil
			case c.PublishedAt.After(m.until):
			case len(f.jobs) == mostJobs:
				f.more = true
				return f, nil
			default:
				f.jobs = append(f.jobs, c)
			}
		}
		if page.Next == "" {
			return f, nil
		}
		q.After = page.Next
	}
	return f, nil
}
