package people_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// refusal is why signing in was refused, and the minutes to wait.
func refusal(err error) string {
	problems, ok := errs.ProblemsOf(err)
	if !ok {
		return fmt.Sprint(err)
	}
	return fmt.Sprint(problems["password"].Key, problems["password"].Args)
}

const (
	isWrong = "account.problem.sign_in[]"
	wait1   = "account.problem.wait[1]"
	wait2   = "account.problem.wait[2]"
	wait4   = "account.problem.wait[4]"
)

func TestTheWaitGrows(t *testing.T) {
	t.Parallel()
	s, c := world(t)
	steps := []struct {
		after    time.Duration
		password string
		want     string
	}{
		{0, "sai", isWrong}, {0, "sai", isWrong}, {0, "sai", isWrong}, {0, "sai", isWrong}, {0, "sai", isWrong},
		{0, "sai", wait1},
		{0, password, wait1}, // the right one waits too
		{59 * time.Second, password, wait1},
		{time.Second, "sai", isWrong},
		{0, "sai", wait2},
		{2 * time.Minute, "sai", isWrong},
		{30 * time.Second, "sai", wait4},
		{210 * time.Second, password, "<nil>"},
		{0, "sai", isWrong}, // a success begins anew
		{0, password, "<nil>"},
	}
	for i, step := range steps {
		c.move(step.after)
		if _, _, err := s.SignIn(t.Context(), "Centre.Staff ", step.password, "10.0.0.1"); refusal(err) != step.want {
			t.Fatalf("step %d: %s, want %s", i, refusal(err), step.want)
		}
	}
}

func TestUnknownNamesWaitLikeKnownOnes(t *testing.T) {
	t.Parallel()
	s, _ := world(t)
	for i := range 5 {
		if _, _, err := s.SignIn(t.Context(), "nobody", "sai", "10.0.0.1"); refusal(err) != isWrong {
			t.Fatalf("attempt %d: %s", i, refusal(err))
		}
	}
	if _, _, err := s.SignIn(t.Context(), "nobody", "sai", "10.0.0.1"); refusal(err) != wait1 {
		t.Errorf("after five: %s, want %s", refusal(err), wait1)
	}
	if _, _, err := s.SignIn(t.Context(), "centre.staff", password, "10.0.0.1"); err != nil {
		t.Errorf("somebody else from the same address: %v", err)
	}
}

func TestTheWindowPasses(t *testing.T) {
	t.Parallel()
	s, c := world(t)
	for range 5 {
		s.SignIn(t.Context(), "centre.staff", "sai", "10.0.0.1")
	}
	c.move(15*time.Minute + time.Second)
	for i := range 5 {
		if _, _, err := s.SignIn(t.Context(), "centre.staff", "sai", "10.0.0.1"); refusal(err) != isWrong {
			t.Fatalf("attempt %d after the window: %s", i, refusal(err))
		}
	}
}

// A hundred failures from one address, whatever the names, make it wait; other
// addresses do not.
func TestTheLimitOfAnAddress(t *testing.T) {
	t.Parallel()
	s, c := world(t)
	_, err := s.DB.Exec(t.Context(), `
		INSERT INTO sign_in_attempts (username, address, at, ok)
		SELECT 'name' || n, '10.0.0.9', $1, false FROM generate_series(1, 99) n`, c.at)
	if err != nil {
		t.Fatal(err)
	}
	steps := []struct {
		address, password, want string
	}{
		{"10.0.0.9", "sai", isWrong},
		{"10.0.0.9", password, wait1},
		{"10.0.0.8", password, "<nil>"},
	}
	for i, step := range steps {
		if _, _, err := s.SignIn(t.Context(), "centre.staff", step.password, step.address); refusal(err) != step.want {
			t.Errorf("step %d: %s, want %s", i, refusal(err), step.want)
		}
	}
}

// Attempts at the same moment do not slip past the limit, and they stay
// although the request around them fails.
func TestAttemptsAtOnceAreCounted(t *testing.T) {
	t.Parallel()
	c := &ticking{at: time.Date(2024, 4, 5, 5, 0, 0, 0, time.UTC)}
	s := &people.Store{DB: postgrestest.DB(t), Now: clock.Clock(c.now)}
	var wrong sync.WaitGroup
	answers := make([]string, 12)
	for i := range answers {
		wrong.Go(func() {
			_, _, err := s.SignIn(t.Context(), "nobody", "sai", "10.0.0.1")
			answers[i] = refusal(err)
		})
	}
	wrong.Wait()
	count := map[string]int{}
	for _, answer := range answers {
		count[answer]++
	}
	if count[isWrong] != 5 || count[wait1] != 7 {
		t.Errorf("answers: %v, want 5 wrong and 7 waiting", count)
	}
	kept, err := postgres.Value[int](t.Context(), s.DB, `SELECT count(*)::int FROM sign_in_attempts WHERE NOT ok`)
	if err != nil || kept != 5 {
		t.Errorf("kept %d attempts, %v; want 5", kept, err)
	}
}

func TestAttemptsStayThoughTheRequestFails(t *testing.T) {
	t.Parallel()
	s := &people.Store{DB: postgrestest.DB(t), Now: clock.Fixed(time.Date(2024, 4, 5, 5, 0, 0, 0, time.UTC))}
	err := s.DB.InTx(t.Context(), func(ctx context.Context) error {
		_, _, err := s.SignIn(ctx, "nobody", "sai", "10.0.0.1")
		return err
	})
	kept, countErr := postgres.Value[int](t.Context(), s.DB, `SELECT count(*)::int FROM sign_in_attempts`)
	if err == nil || countErr != nil || kept != 1 {
		t.Errorf("kept %d, %v, %v; want 1", kept, err, countErr)
	}
}
