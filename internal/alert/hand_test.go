package alert_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"cauviec/internal/alert"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/queue"
)

func device() alert.Address {
	return alert.Address{Channel: alert.Push, To: "https://fcm.googleapis.com/fcm/send/x",
		Key:  base64.RawURLEncoding.EncodeToString(make([]byte, alert.PushKeyBytes)),
		Auth: base64.RawURLEncoding.EncodeToString(make([]byte, alert.PushAuthBytes))}
}

// carrier is a channel that answers as told and remembers its calls.
type carrier struct {
	lock   sync.Mutex
	says   []alert.Outcome // of Hand, one after the other; then Taken
	fates  []alert.Outcome // of Fate; then Unlikely
	dies   bool            // the program ends in the middle of a call
	called map[string]int  // letters by key
	asked  int
}

func (c *carrier) Hand(_ context.Context, l alert.Letter) alert.Outcome {
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.called == nil {
		c.called = map[string]int{}
	}
	c.called[l.Key]++
	if c.dies {
		panic("the program dies")
	}
	return following(&c.says, alert.Taken)
}

func (c *carrier) Fate(context.Context, string) alert.Outcome {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.asked++
	return following(&c.fates, alert.Unlikely)
}

func following(list *[]alert.Outcome, otherwise alert.Outcome) alert.Outcome {
	if len(*list) == 0 {
		return otherwise
	}
	next := (*list)[0]
	*list = (*list)[1:]
	return next
}

func (c *carrier) calls() (n int) {
	c.lock.Lock()
	defer c.lock.Unlock()
	for _, times := range c.called {
		n += times
	}
	return n
}

// deliver tries a message as the queue does until it is settled.
func deliver(t *testing.T, d *alert.Desk, id int64) {
	t.Helper()
	for attempt := 1; attempt <= 4; attempt++ {
		if d.Deliver(t.Context(), id, attempt == 4) == nil {
			return
		}
	}
	t.Error("the last try asks for another")
}

func TestDelivery(t *testing.T) {
	t.Parallel()
	type outcomes = []alert.Outcome
	tests := []struct {
		name   string
		says   outcomes
		fates  outcomes
		want   string // state and reason
		calls  int
		ending string // of the person
	}{
		{"taken", outcomes{alert.Taken}, nil, "handed ", 1, ""},
		{"busy, then taken", outcomes{alert.Untaken, alert.Untaken, alert.Taken}, nil, "handed ", 3, ""},
		{"busy for ever", outcomes{alert.Untaken, alert.Untaken, alert.Untaken, alert.Untaken}, nil, "failed busy", 4, ""},
		{"refused", outcomes{alert.Refusal}, nil, "failed refused", 1, ""},
		{"no such address", outcomes{alert.NoSuch}, nil, "failed gone", 1, "gone"},
		{"broken off, and it had it", outcomes{alert.Unknown}, outcomes{alert.Taken}, "handed ", 1, ""},
		{"broken off, and it had it not", outcomes{alert.Unknown, alert.Taken}, outcomes{alert.Untaken}, "handed ", 2, ""},
		{"broken off, and nobody can say", outcomes{alert.Unknown}, outcomes{alert.Unlikely}, "failed unknown", 1, ""},
		{"broken off, and it cannot be asked", outcomes{alert.Unknown}, outcomes{alert.Unknown, alert.Unknown, alert.Unknown}, "failed unknown", 1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := tx(t)
			w.ask(request("lan@example.vn"))
			id := one[int64](w, `SELECT id FROM alert_messages`, nil)
			c := &carrier{says: tt.says, fates: tt.fates}
			deliver(t, &alert.Desk{Store: w.store, Carriers: map[alert.Channel]alert.Carrier{alert.Email: c}}, id)
			if got := one[string](w, `SELECT state || ' ' || why FROM alert_messages`, nil); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if c.calls() != tt.calls {
				t.Errorf("called %d times, want %d", c.calls(), tt.calls)
			}
			if got := one[string](w, `SELECT end_reason FROM alert_people`, nil); got != tt.ending {
				t.Errorf("the person ended with %q, want %q", got, tt.ending)
			}
		})
	}
}

func TestWithoutAChannelAMessageIsWrittenDownOnly(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.ask(request("lan@example.vn"))
	deliver(t, &alert.Desk{Store: w.store}, one[int64](w, `SELECT id FROM alert_messages`, nil))
	if got := one[string](w, `SELECT state || ' ' || why FROM alert_messages`, nil); got != "recorded unconnected" {
		t.Errorf("got %q", got)
	}
}

func TestALateMessageIsNotSent(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.publish(1, monday.At(6, 0))
	w.subscribe(request("lan@example.vn"))
	w.publish(1, monday.At(15, 0))
	w.morningOf(1)
	w.move(monday.Add(1).At(20, 1))
	c := &carrier{}
	id := one[int64](w, `SELECT id FROM alert_messages WHERE kind = 'jobs'`, nil)
	deliver(t, &alert.Desk{Store: w.store, Carriers: map[alert.Channel]alert.Carrier{alert.Email: c}}, id)
	if got := one[string](w, `SELECT why FROM alert_messages WHERE kind = 'jobs'`, nil); got != "late" || c.calls() != 0 {
		t.Errorf("got %q after %d calls", got, c.calls())
	}
}

// TestAProgramThatDiesInACallDoesNotRepeatIt: the call was made, what came of
// it was never written down, and the queue hands the work to another process.
func TestAProgramThatDiesInACallDoesNotRepeatIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.DB(t))
	w.ask(request("lan@example.vn"))
	id := one[int64](w, `SELECT id FROM alert_messages`, nil)
	c := &carrier{dies: true}
	desk := &alert.Desk{Store: w.store, Carriers: map[alert.Channel]alert.Carrier{alert.Email: c}}
	func() {
		defer func() { _ = recover() }()
		_ = desk.Deliver(t.Context(), id, false)
	}()
	if state := one[string](w, `SELECT state FROM alert_messages`, nil); state != "handing" {
		t.Fatalf("the call was not written down before it was made: %s", state)
	}
	c.dies = false
	deliver(t, desk, id)
	if got := one[string](w, `SELECT state || ' ' || why FROM alert_messages`, nil); got != "failed unknown" || c.calls() != 1 {
		t.Errorf("got %q after %d calls", got, c.calls())
	}
}

// TestTwoProcessesTellEverybodyOnce: two processes over one database gather and
// hand over at the same time.
func TestTwoProcessesTellEverybodyOnce(t *testing.T) {
	t.Parallel()
	const people = 250 // more than are looked at in one transaction
	url := postgrestest.URL(t)
	db, pool, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	w := newWorld(t, db)
	w.publish(2, monday.Add(-1).At(15, 0))
	w.move(monday.At(7, 0))
	w.exec(`INSERT INTO alert_people (channel, address, lang, code, created_at, confirmed_at, renewed_on)
		SELECT 'email', 'p' || n || '@example.vn', 'vi', 'C' || n, @then, @then, @day FROM generate_series(1, @people::int) AS n`,
		map[string]any{"then": monday.Add(-9).At(8, 0), "day": monday.Add(-9), "people": people})
	w.exec(`INSERT INTO alerts (person_id, asked, query, consented_at, confirmed_at)
		SELECT id, 'q=may', '{"Text": "may"}', created_at, created_at FROM alert_people`, nil)
	c := &carrier{}
	ctx, cancel := context.WithCancel(t.Context())
	var works sync.WaitGroup
	for range 2 {
		own, err := queue.Pool(t.Context(), pool)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(own.Close)
		desk := &alert.Desk{Store: storeOf(postgres.New(own), clock.Clock(w.now)), Carriers: map[alert.Channel]alert.Carrier{alert.Email: c}}
		works.Go(func() {
			if err := queue.Run(ctx, own, desk.Plan(), slog.New(slog.DiscardHandler)); err != nil {
				t.Error(err)
			}
		})
	}
	for begun := time.Now(); c.calls() < people && time.Since(begun) < time.Minute; time.Sleep(20 * time.Millisecond) {
	}
	handed := `SELECT count(*) FROM alert_messages WHERE state = 'handed'`
	for begun := time.Now(); one[int](w, handed, nil) < people && time.Since(begun) < 10*time.Second; time.Sleep(20 * time.Millisecond) {
	}
	cancel()
	works.Wait()
	if n := one[int](w, handed, nil); n != people || c.calls() != people {
		t.Errorf("handed %d over in %d calls, want %d", n, c.calls(), people)
	}
	if times := slices.Collect(values(c.called)); slices.Max(times) != 1 {
		t.Errorf("somebody was told %d times", slices.Max(times))
	}
}

func values(m map[string]int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

func TestTheKeysOfPushAreMadeOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.DB(t))
	var all sync.WaitGroup
	got := make([]alert.PushKeys, 4)
	for i := range got {
		all.Go(func() {
			var err error
			if got[i], err = w.store.Keys(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if b, err := base64.RawURLEncoding.DecodeString(got[0].PublicKey); err != nil || len(b) != alert.PushKeyBytes {
		t.Errorf("the public key: %v, %d bytes", err, len(b))
	}
	for _, k := range got {
		if k != got[0] {
			t.Errorf("two pairs: %s", fmt.Sprint(k.PublicKey, got[0].PublicKey))
		}
	}
}
