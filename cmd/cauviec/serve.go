package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/intake"
	"cauviec/internal/phone"
	"cauviec/internal/search/index"
	"cauviec/internal/startup"
	"cauviec/internal/upkeep"
	"cauviec/web"
	"cauviec/web/imports"
)

// serveCommand serves the site.
type serveCommand struct {
	databaseFlags
	channelFlags
	Listen       string `help:"Address to serve on." env:"CAUVIEC_LISTEN" default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Demo         bool   `help:"Serve the sample world, with known passwords." env:"CAUVIEC_DEMO"`
	DemoAnywhere bool   `help:"Allow the sample world on an address that others reach." env:"CAUVIEC_DEMO_ANYWHERE"`
	Secure       bool   `help:"Send cookies over https only." env:"CAUVIEC_SECURE"`
	Search       string `help:"What answers searches: an index in memory, or the database (sql)." env:"CAUVIEC_SEARCH" enum:"index,sql" default:"index"`
	CentrePhone  string `help:"The employment centre's telephone, shown to who registers." env:"CAUVIEC_CENTRE_PHONE" placeholder:"NUMBER"`
	MetricsToken string `help:"Bearer token that opens /metrics to other machines." env:"CAUVIEC_METRICS_TOKEN" placeholder:"TOKEN"`
}

// shutdownTime is how long requests under way may take when the site stops.
const shutdownTime = 10 * time.Second

// Run serves until ctx is done.
func (c *serveCommand) Run(ctx context.Context, s streams) (err error) {
	if c.Demo && !c.DemoAnywhere && !loopback(c.Listen) {
		return fmt.Errorf("the sample world has known passwords and %s is not a loopback address; add --demo-anywhere if you mean it", c.Listen)
	}
	log := slog.New(slog.NewJSONHandler(s.err, nil))
	now := clock.Clock(time.Now)
	centre, err := centrePhone(c.CentrePhone)
	if err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s (is another copy running? choose another with --listen): %w", c.Listen, err)
	}
	db, err := c.open(ctx, log, now)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := startup.Fill(ctx, db.DB, db.pool, now, c.Demo); err != nil {
		return errors.Join(err, listener.Close())
	}
	carriers, err := c.carriers(ctx, db.DB, now)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	live, address := c.index(db, now), c.site(listener.Addr())
	if c.Demo {
		if err := startup.FillDesks(ctx, db.DB, db.pool, now, sampleWords(db.DB, now, address)); err != nil {
			log.WarnContext(ctx, "the sample world is there, but not all that its desks did", "error", err)
		}
	}
	defer c.keepUp(ctx, db, live, now, log, func(ctx context.Context) { tell(ctx, db, live, address, carriers, now, log) })()
	site := web.New(web.Deps{DB: db.DB, Pool: db.pool, Now: now, Log: log, Index: live, Sample: c.Demo, Secure: c.Secure,
		CentrePhone: centre, MetricsToken: c.MetricsToken, SiteURL: c.SiteURL, LinkURL: address, Connected: connected(carriers)})
	c.greet(s, listener.Addr())
	return serve(ctx, listener, site)
}

// index returns the index that answers searches, nil where the database does.
func (c *serveCommand) index(db *database, now clock.Clock) *index.Index {
	if c.Search == "sql" {
		return nil
	}
	return index.New(db.DB, now)
}

// keepUp does the program's own work beside the pages until the function that
// it returns is called.
func (c *serveCommand) keepUp(ctx context.Context, db *database, live *index.Index, now clock.Clock, log *slog.Logger, more func(context.Context)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var works sync.WaitGroup
	works.Go(func() { upkeep.Run(ctx, db.DB, db.pool, now, log) })
	works.Go(func() { more(ctx) })
	works.Go(func() { imports.Store(db.DB, now).Follow(ctx, access.Everything(), db.pool, intake.Every, log) })
	if live != nil {
		works.Go(func() { live.Follow(ctx, db.pool, index.CatchUp, log) })
	}
	return func() {
		cancel()
		works.Wait()
	}
}

func serve(ctx context.Context, listener net.Listener, site http.Handler) error {
	server := &http.Server{Handler: site, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute,
		WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
		defer cancel()
		stopped <- server.Shutdown(ctx)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// centrePhone reads the number as people write it; none is fine.
func centrePhone(words string) (string, error) {
	if words == "" {
		return "", nil
	}
	number, err := phone.Parse(words)
	if err != nil {
		return "", fmt.Errorf("--centre-phone %q is not a telephone number: %w", words, err)
	}
	return number, nil
}

// loopback reports whether only this machine reaches the address.
func loopback(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// greet says where the site is and, in the sample world, how to get in.
func (c *serveCommand) greet(s streams, address net.Addr) {
	fmt.Fprintf(s.out, "\n  Cầu Việc: http://%s\n", address)
	if !c.Demo {
		return
	}
	fmt.Fprintf(s.out, "\n  Sample world. Password of every account: %s\n\n", startup.DemoPassword)
	for _, signIn := range startup.DemoSignIns {
		fmt.Fprintf(s.out, "    %-16s %s\n", signIn.Username, signIn.Who)
	}
	fmt.Fprintln(s.out)
}
