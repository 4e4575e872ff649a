package queue_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"

	"cauviec/internal/queue"
)

// lines is a log that can be read while it is written.
type lines struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}

func TestWorkThatFailsIsTriedAgainLater(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var c counter
	var log lines
	s.runLogging(works(1, func(_ context.Context, job *river.Job[errand]) error {
		c.done(job.Args.N)
		switch {
		case job.Args.N == 1 && job.Attempt == 1:
			return errors.New("the line is busy")
		case job.Args.N == 2 && job.Attempt == 1:
			panic("a fault")
		}
		return nil
	}), slog.NewTextHandler(&log, nil))
	s.add(1, 2)
	failed := map[int]state{}
	for n := 1; n <= 2; n++ {
		s.until("failed once", func() bool { failed[n] = s.job(n); return failed[n].Errors == 1 })
		if wait := failed[n].ScheduledAt.Sub(*failed[n].AttemptedAt); failed[n].State == "completed" || wait < 800*time.Millisecond || wait > 3*time.Second {
			t.Errorf("errand %d stands at %+v, tried again after %s", n, failed[n], wait)
		}
	}
	s.until("the time for it come", func() bool { return time.Now().After(failed[2].ScheduledAt) })
	s.add(3) // what is handed over wakes the queue before it looks by itself
	for n := 1; n <= 2; n++ {
		s.until("done at last", func() bool { return s.job(n).State == "completed" })
		if again := s.job(n); again.Attempt != 2 || c.of(n) != 2 || again.AttemptedAt.Before(failed[n].ScheduledAt) {
			t.Errorf("errand %d was tried %d times and stands at %+v", n, c.of(n), again)
		}
	}
	said := log.String()
	if !strings.Contains(said, "the line is busy") || !strings.Contains(said, "a fault") || strings.Contains(said, "level=INFO") {
		t.Errorf("the log says:\n%s", said)
	}
}

// What is under way when the site stops is done to its end, what waits stays.
func TestStoppingFinishesWhatIsUnderWay(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	begun, goOn := make(chan struct{}), make(chan struct{})
	stop := s.run(works(1, func(ctx context.Context, job *river.Job[errand]) error {
		if job.Args.N == 1 {
			close(begun)
			<-goOn
		}
		return ctx.Err()
	}))
	s.add(1, 2)
	<-begun
	stopped := make(chan struct{})
	go func() { stop(); close(stopped) }()
	select {
	case <-stopped:
		t.Error("stopped in the middle of work")
	case <-time.After(300 * time.Millisecond):
	}
	close(goOn)
	<-stopped
	if first, second := s.job(1), s.job(2); first.State != "completed" || second.State != "available" || second.Attempt != 0 {
		t.Errorf("left behind: %+v, %+v", first, second)
	}
}

// Work that does not end when the site stops is told to, and taken again by
// the next start.
func TestWorkThatWasStoppedIsTakenAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	begun := make(chan struct{})
	stop := s.run(works(1, func(ctx context.Context, _ *river.Job[errand]) error {
		close(begun)
		<-ctx.Done()
		return ctx.Err()
	}))
	s.add(1)
	<-begun
	asked := time.Now()
	stop()
	if took := time.Since(asked); took > 20*time.Second {
		t.Errorf("stopping took %s", took)
	}
	if left := s.job(1); left.State != "available" && left.State != "retryable" {
		t.Fatalf("left behind as %+v", left)
	}
	var c counter
	s.run(works(1, func(_ context.Context, job *river.Job[errand]) error {
		c.done(job.Args.N)
		return nil
	}))
	s.until("done by the next start", func() bool { return s.job(1).State == "completed" })
	if c.of(1) != 1 {
		t.Errorf("done %d times", c.of(1))
	}
}

// fromOutside names the database to a process that will be killed.
const fromOutside = "CAUVIEC_TEST_QUEUE"

// TestMain is also the process that TestWorkOfAKilledProcess kills: it begins an
// errand and never ends it.
func TestMain(m *testing.M) {
	url := os.Getenv(fromOutside)
	if url == "" {
		os.Exit(m.Run())
	}
	ctx := context.Background()
	pool, err := pgxpool.New(ctx, url)
	if err == nil {
		err = queue.Run(ctx, pool, works(1, func(context.Context, *river.Job[errand]) error {
			fmt.Println("begun")
			select {}
		}), slog.New(slog.DiscardHandler))
	}
	fmt.Println(err)
	os.Exit(1)
}

func TestWorkOfAKilledProcessIsTakenAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.add(1)
	dying := exec.CommandContext(t.Context(), os.Args[0])
	dying.Env = append(os.Environ(), fromOutside+"="+s.pool.Config().ConnString())
	out, err := dying.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := dying.Start(); err != nil {
		t.Fatal(err)
	}
	said, err := bufio.NewReader(out).ReadString('\n')
	if said != "begun\n" {
		t.Fatalf("the other process said %q, %v", said, err)
	}
	if err := dying.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = dying.Wait() // it was killed
	if left := s.job(1); left.State != "running" || left.Attempt != 1 {
		t.Fatalf("left behind as %+v", left)
	}
	s.pass("14 minutes")
	var c counter
	s.run(works(1, func(_ context.Context, job *river.Job[errand]) error {
		c.done(job.Args.N)
		return nil
	}))
	s.add(2)
	s.until("another errand done", func() bool { return s.job(2).State == "completed" })
	if left := s.job(1); left.State != "running" {
		t.Fatalf("taken from a process that may still be at it: %+v", left)
	}
	s.pass("2 minutes")
	s.until("taken again", func() bool { return s.job(1).State == "completed" })
	if again := s.job(1); c.of(1) != 1 || again.Attempt != 2 {
		t.Errorf("done %d times, %+v", c.of(1), again)
	}
}

// pass lets time pass for the queue, by moving what it wrote down back.
func (s site) pass(span string) {
	s.t.Helper()
	for _, sql := range []string{
		`UPDATE river_job SET attempted_at = attempted_at - $1::interval WHERE state = 'running'`,
		`UPDATE river_leader SET elected_at = elected_at - $1::interval, expires_at = expires_at - $1::interval`,
	} {
		if _, err := s.pool.Exec(s.t.Context(), sql, span); err != nil {
			s.t.Fatal(err)
		}
	}
}
