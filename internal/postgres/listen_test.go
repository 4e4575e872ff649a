package postgres_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

func TestListenHearsItsChannelAndComesBack(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	woken := make(chan struct{}, 1)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		postgres.Listen(ctx, pool, "orders", woken, 10*time.Millisecond, slog.New(slog.DiscardHandler))
	}()
	hears := func(what string) {
		t.Helper()
		select {
		case <-woken:
		case <-time.After(20 * time.Second):
			t.Fatalf("not woken: %s", what)
		}
	}
	do := func(sql string) {
		t.Helper()
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	hears("for what came before it listened")
	do(`NOTIFY orders`)
	hears("by a notification")
	do(`NOTIFY others`)
	select {
	case <-woken:
		t.Error("woken by another channel")
	case <-time.After(200 * time.Millisecond):
	}
	do(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`)
	hears("by the connection that is made anew")
	do(`NOTIFY orders`)
	hears("by a notification to it")
	stop()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		t.Error("it goes on")
	}
}
