// Command cauviec is the whole of Cầu Việc in one binary: the site, its
// migrations, the reader of notices, the sample world and the accounts.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "cauviec:", err)
		os.Exit(1)
	}
}

// commands is the command line. What serves and what keeps data share the
// flags of database.
type commands struct {
	Serve   serveCommand   `cmd:"" help:"Serve the site."`
	Migrate migrateCommand `cmd:"" help:"Bring the schema and the reference data to the newest version."`
	Notice  noticeCommand  `cmd:"" help:"Work with the text of notices."`
	Demo    demoCommand    `cmd:"" help:"Fill an empty database with the sample world."`
	Export  exportCommand  `cmd:"" help:"Write vacancies in the forms of other systems."`
	User    userCommand    `cmd:"" help:"Create accounts and reset passwords."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// streams are where a command writes: results and remarks.
type streams struct {
	out io.Writer
	err io.Writer
}

// run does what args say until it is done or ctx is. Tests call it as main does.
func run(ctx context.Context, args []string, out, errOut io.Writer) error {
	var c commands
	parser, err := kong.New(&c,
		kong.Name("cauviec"),
		kong.Description("Cầu Việc: obligations, vacancies, drives and placements between two provinces."),
		kong.Writers(out, errOut),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(streams{out: out, err: errOut}),
	)
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if err != nil {
		return err
	}
	return command.Run()
}
