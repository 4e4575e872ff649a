package postgrestest

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5"
)

// holding is kept for as long as the binary runs: a connection that nothing
// refers to is closed by the garbage collector, and the template was not held.
var holding *pgx.Conn

// hold marks the template as in use by this binary until it exits.
func hold(ctx context.Context, url, template string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	holding = conn
	runtime.KeepAlive(holding)
	_, err = conn.Exec(ctx, `SELECT pg_advisory_lock_shared(hashtextextended($1, 0))`, template)
	return err
}

// sweep drops what killed test binaries left behind, and templates that no
// binary uses.
func sweep(ctx context.Context, conn *pgx.Conn) error {
	rows, err := conn.Query(ctx, `
		SELECT datname FROM pg_database
		WHERE (datname LIKE 'test\_%' OR datname LIKE 'template\_%')
		  AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = pg_database.datname)`)
	if err != nil {
		return err
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	for _, name := range names {
		used, err := inUse(ctx, conn, name)
		if err != nil {
			return err
		}
		if used {
			continue
		}
		if _, err := conn.Exec(ctx, fmt.Sprintf(`DROP DATABASE IF EXISTS %s`, pgx.Identifier{name}.Sanitize())); err != nil {
			return err
		}
	}
	return nil
}

// inUse reports whether the process that made test_<pid>_… still runs, or
// whether a binary holds the template.
func inUse(ctx context.Context, conn *pgx.Conn, name string) (bool, error) {
	if parts := strings.Split(name, "_"); parts[0] == "test" {
		pid, err := strconv.Atoi(parts[1])
		return err == nil && (pid == os.Getpid() || syscall.Kill(pid, 0) == nil), nil
	}
	var free bool
	err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock(hashtextextended($1, 0))`, name).Scan(&free)
	if err != nil || !free {
		return true, err
	}
	_, err = conn.Exec(ctx, `SELECT pg_advisory_unlock(hashtextextended($1, 0))`, name)
	return false, err
}
