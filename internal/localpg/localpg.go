// Package localpg runs a PostgreSQL server of its own for one data directory,
// so that the program needs no database to be set up before its first start.
//
// Several processes may share the server: the first starts it, the others
// adopt it, the last to close stops it. It listens on a Unix socket in a
// private directory and on no port. It never deletes data.
package localpg

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// superuser is the role every connection uses. The socket directory, which
// only the account of the server (and root) can enter, is the lock.
const superuser = "postgres"

// Options says where the data live and how careful to be.
type Options struct {
	// Dir is the data directory root, such as ".data/postgres". It is created
	// if missing and never deleted.
	Dir string
	// Fast gives up safety against power failure. It is for tests only.
	Fast bool
	// Log hears where binaries and data are; nil is silence.
	Log *slog.Logger
	// Database is created if missing; "" is "cauviec".
	Database string
	// MaxConnections is the server's limit; 0 is 100. Like Fast it counts for
	// the process that starts the server, not for those that adopt it.
	MaxConnections int
}

// Server is one user's hold on a running PostgreSQL.
type Server struct {
	home     home
	socket   string
	version  int
	database string
	users    *os.File
	log      *slog.Logger
	close    func() error
}

// Start finds PostgreSQL, makes the data directory or takes the one that is
// there, starts the server or adopts the one that runs, and waits until it
// answers. The error says in one sentence what to do if there is no PostgreSQL
// of the version that the data need.
func Start(ctx context.Context, o Options) (*Server, error) {
	o = o.withDefaults()
	s, err := start(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("localpg: %w", err)
	}
	return s, nil
}

func start(ctx context.Context, o Options) (*Server, error) {
	h, err := settle(ctx, o.Dir)
	if err != nil {
		return nil, err
	}
	gate, err := lock(ctx, h.path("lock"), syscall.LOCK_EX)
	if err != nil {
		return nil, err
	}
	defer gate.Close()
	users, err := lock(ctx, h.path("users"), syscall.LOCK_SH)
	if err != nil {
		return nil, err
	}
	s := &Server{home: h, database: o.Database, users: users, log: o.Log}
	s.close = sync.OnceValue(s.leave)
	if err := s.bringUp(ctx, o); err != nil {
		_ = s.leaveLocked()
		return nil, err
	}
	return s, nil
}

func (o Options) withDefaults() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Database == "" {
		o.Database = "cauviec"
	}
	if o.MaxConnections == 0 {
		o.MaxConnections = 100
	}
	return o
}

// bringUp leaves the server answering and the database made. A server that
// dies while it is being adopted is replaced.
func (s *Server) bringUp(ctx context.Context, o Options) error {
	for {
		pm, running, err := s.home.running(ctx)
		if err != nil {
			return err
		}
		if running {
			s.socket, err = s.home.adopt(ctx, pm)
		} else {
			s.socket, err = s.home.startServer(ctx, o)
		}
		if err == nil {
			err = s.prepare(ctx)
		}
		if err == nil {
			s.log.Info("PostgreSQL answers", "version", s.version, "data", s.home.data(), "adopted", running)
			return nil
		}
		if !running || sleep(ctx) != nil || pm.serves() {
			return err
		}
	}
}

// prepare learns the version and makes the database.
func (s *Server) prepare(ctx context.Context) (err error) {
	if s.version, err = s.home.major(); err != nil {
		return err
	}
	return s.createDatabase(ctx)
}

func (s *Server) createDatabase(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, s.DatabaseURL("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var exists bool
	const query = `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`
	if err := conn.QueryRow(ctx, query, s.database).Scan(&exists); err != nil || exists {
		return err
	}
	_, err = conn.Exec(ctx, "CREATE DATABASE "+pgx.Identifier{s.database}.Sanitize())
	return err
}

// URL is the address of the database named in Options, for pgx.
func (s *Server) URL() string {
	return s.DatabaseURL(s.database)
}

// DatabaseURL is the address of another database of the same server. It does
// not create that database.
func (s *Server) DatabaseURL(name string) string {
	return databaseURL(s.socket, name)
}

func databaseURL(socket, name string) string {
	q := url.Values{"host": {socket}, "user": {superuser}}
	return (&url.URL{Scheme: "postgres", Path: "/" + name, RawQuery: q.Encode()}).String()
}

// Version is the major version of the server, such as 17.
func (s *Server) Version() int {
	return s.version
}

// Close gives up this hold. The last user, of all processes, stops the server
// and waits until it has stopped. A second call returns what the first did.
func (s *Server) Close() error {
	return s.close()
}

func (s *Server) leave() error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	gate, err := lock(ctx, s.home.path("lock"), syscall.LOCK_EX)
	if err != nil {
		return fmt.Errorf("localpg: %w", err)
	}
	defer gate.Close()
	if err := s.leaveLocked(); err != nil {
		return fmt.Errorf("localpg: %w", err)
	}
	return nil
}

// leaveLocked stops the server if nobody else uses it. The gate is held.
func (s *Server) leaveLocked() error {
	defer s.users.Close()
	fd := int(s.users.Fd())
	if alone := syscall.Flock(fd, syscall.LOCK_EX|syscall.LOCK_NB) == nil; !alone {
		return syscall.Flock(fd, syscall.LOCK_UN)
	}
	return s.home.stopServer()
}
