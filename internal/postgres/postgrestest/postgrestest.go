// Package postgrestest gives tests a real PostgreSQL with the newest schema
// and the reference data. It is imported by tests only.
//
// All test binaries of the machine share one server and one template database,
// made anew when the schema or the reference data change.
package postgrestest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/localpg"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
	"cauviec/migrations"
)

// server is shared by the tests of one binary.
var server = sync.OnceValues(start)

type cluster struct {
	maintenance string // URL of a database that is always there
	database    func(name string) string
	template    string
}

// DB returns a database of the test's own, a copy of the template. Commits,
// notifications and several connections work as in production.
func DB(tb testing.TB) *postgres.DB {
	tb.Helper()
	return postgres.New(Pool(tb))
}

// Pool is DB for tests that need the pool itself.
func Pool(tb testing.TB) *pgxpool.Pool {
	tb.Helper()
	return open(tb, URL(tb))
}

var copies atomic.Int64

// URL makes a copy of the template and returns where it is.
func URL(tb testing.TB) string {
	tb.Helper()
	c := running(tb)
	return c.copyOf(tb, c.template)
}

// copyOf makes a copy of a template that lives as long as the test.
func (c *cluster) copyOf(tb testing.TB, template string) string {
	tb.Helper()
	name := fmt.Sprintf("test_%d_%d_%d", os.Getpid(), time.Now().UnixNano()%1e9, copies.Add(1))
	c.admin(tb, fmt.Sprintf(`CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy`, name, template))
	tb.Cleanup(func() { c.admin(tb, fmt.Sprintf(`DROP DATABASE IF EXISTS %s WITH (FORCE)`, name)) })
	return c.database(name)
}

// Tx returns a DB inside a transaction that is rolled back after the test: the
// cheapest way for a store test that needs one connection.
func Tx(tb testing.TB) *postgres.DB {
	tb.Helper()
	c := running(tb)
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, c.database(shared(tb, c)))
	if err != nil {
		tb.Fatal(err)
	}
	tx, err := conn.Begin(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := errors.Join(tx.Rollback(ctx), conn.Close(ctx)); err != nil {
			tb.Error(err)
		}
	})
	return postgres.New(tx)
}

// Empty returns a pool on a database without any schema, for tests of the
// migrations themselves.
func Empty(tb testing.TB) *pgxpool.Pool {
	tb.Helper()
	c := running(tb)
	name := fmt.Sprintf("test_%d_empty_%d", os.Getpid(), copies.Add(1))
	c.admin(tb, `CREATE DATABASE `+name)
	tb.Cleanup(func() { c.admin(tb, fmt.Sprintf(`DROP DATABASE IF EXISTS %s WITH (FORCE)`, name)) })
	return open(tb, c.database(name))
}

func open(tb testing.TB, url string) *pgxpool.Pool {
	tb.Helper()
	_, pool, err := postgres.Open(context.Background(), url)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(pool.Close)
	return pool
}

func running(tb testing.TB) *cluster {
	tb.Helper()
	c, err := server()
	if err != nil {
		tb.Fatalf("tests need PostgreSQL: %v", err)
	}
	return c
}

var (
	sharedOnce sync.Once
	sharedName string
)

// shared is one database for all Tx tests of the binary; they never commit.
func shared(tb testing.TB, c *cluster) string {
	tb.Helper()
	sharedOnce.Do(func() {
		name := fmt.Sprintf("test_%d_shared", os.Getpid())
		c.admin(tb, fmt.Sprintf(`CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy`, name, c.template))
		sharedName = name
	})
	return sharedName
}

// start adopts or starts the test server and makes the template.
func start() (*cluster, error) {
	ctx := context.Background()
	c, err := find(ctx)
	if err != nil {
		return nil, err
	}
	c.template, err = templateName()
	if err != nil {
		return nil, err
	}
	return c, c.prepare(ctx)
}

// find uses CAUVIEC_TEST_DATABASE_URL if set, else a server of our own without
// the care for crashes that tests do not need.
func find(ctx context.Context) (*cluster, error) {
	if url := os.Getenv("CAUVIEC_TEST_DATABASE_URL"); url != "" {
		config, err := pgx.ParseConfig(url)
		if err != nil {
			return nil, err
		}
		return &cluster{maintenance: url, database: func(name string) string {
			return fmt.Sprintf("host=%s port=%d user=%s password='%s' dbname=%s", config.Host, config.Port, config.User, config.Password, name)
		}}, nil
	}
	s, err := localpg.Start(ctx, Server())
	if err != nil {
		return nil, err
	}
	return &cluster{maintenance: s.DatabaseURL("postgres"), database: s.DatabaseURL}, nil
}

// Server says where the test server keeps its data. Test binaries leave it
// running for one another; command stop ends it.
func Server() localpg.Options {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return localpg.Options{Dir: filepath.Join(cache, "cauviec", "test-postgres"), Fast: true, MaxConnections: 400}
}

// templateName names the template by what it holds.
func templateName() (string, error) {
	hash := sha256.New()
	err := fs.WalkDir(migrations.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := migrations.FS.ReadFile(path)
		hash.Write(b)
		return err
	})
	if err != nil {
		return "", err
	}
	queue, err := postgres.QueueVersion()
	fmt.Fprint(hash, reference.Checksum(), queue)
	return "template_" + hex.EncodeToString(hash.Sum(nil))[:16], err
}

// prepare makes the template unless another test binary has. The lock is the
// server's own, so binaries that start together wait for one another.
func (c *cluster) prepare(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, c.maintenance)
	if err != nil {
		return err
	}
	if err := hold(ctx, c.maintenance, c.template); err != nil {
		return err
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, `SELECT pg_advisory_lock(20240313)`); err != nil {
		return err
	}
	if err := sweep(ctx, conn); err != nil {
		return err
	}
	var made bool
	err = conn.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`, c.template).Scan(&made)
	if err != nil || made {
		return err
	}
	making := c.template + "_making"
	if _, err := conn.Exec(ctx, fmt.Sprintf(`DROP DATABASE IF EXISTS %s WITH (FORCE)`, making)); err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, `CREATE DATABASE `+making); err != nil {
		return err
	}
	if err := fillTemplate(ctx, c.database(making)); err != nil {
		return err
	}
	_, err = conn.Exec(ctx, fmt.Sprintf(`ALTER DATABASE %s RENAME TO %s`, making, c.template))
	return err
}

func fillTemplate(ctx context.Context, url string) error {
	db, pool, err := postgres.Open(ctx, url)
	if err != nil {
		return err
	}
	defer pool.Close()
	if err := postgres.Migrate(pool); err != nil {
		return err
	}
	return reference.Load(ctx, db, time.Now())
}

// admin runs a statement that cannot be in a transaction.
func (c *cluster) admin(tb testing.TB, sql string) {
	tb.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, c.maintenance)
	if err != nil {
		tb.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, sql); err != nil {
		tb.Fatalf("%s: %v", sql, err)
	}
}
