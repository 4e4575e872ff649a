// Command stop ends the PostgreSQL that tests share, unless some still use it.
package main

import (
	"context"
	"fmt"
	"os"

	"cauviec/internal/localpg"
	"cauviec/internal/postgres/postgrestest"
)

func main() {
	if os.Getenv("CAUVIEC_TEST_DATABASE_URL") != "" {
		return // a server that is not ours
	}
	// The last user of a server stops it, so joining and leaving is enough.
	server, err := localpg.Start(context.Background(), postgrestest.Server())
	if err == nil {
		err = server.Close()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "stop:", err)
		os.Exit(1)
	}
}
