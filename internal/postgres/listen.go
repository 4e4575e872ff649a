package postgres

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Listen leaves a call in woken at every notification on a channel until ctx is
// done, and once at first for what came before. It has a connection of its own,
// to where pool leads; one that breaks is made anew after a while, and until
// then nothing is heard.
func Listen(ctx context.Context, pool *pgxpool.Pool, channel string, woken chan<- struct{}, again time.Duration, log *slog.Logger) {
	for ctx.Err() == nil {
		err := listenOnce(ctx, pool, channel, woken)
		if ctx.Err() != nil {
			return
		}
		log.WarnContext(ctx, "notifications are not heard", "channel", channel, "error", err)
		select {
		case <-ctx.Done():
		case <-time.After(again):
		}
	}
}

func listenOnce(ctx context.Context, pool *pgxpool.Pool, channel string, woken chan<- struct{}) error {
	conn, err := pgx.ConnectConfig(ctx, pool.Config().ConnConfig.Copy())
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, `LISTEN `+channel); err != nil {
		return err
	}
	for {
		select {
		case woken <- struct{}{}:
		default: // one call that waits is enough
		}
		if _, err := conn.WaitForNotification(ctx); err != nil {
			return err
		}
	}
}
