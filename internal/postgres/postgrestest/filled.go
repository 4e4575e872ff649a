package postgrestest

import (
	"context"
	"fmt"
	"os"
	"sync"
	"testing"
)

// filled are the templates that the tests of this binary have filled, by name.
var filled sync.Map

// Filled returns where a copy is of a database that fill has filled. It runs
// once in a test binary for each name, so that tests that look at the same
// large world pay for it once. Name is in small letters; fill leaves no
// connection open.
func Filled(tb testing.TB, name string, fill func(ctx context.Context, url string) error) string {
	tb.Helper()
	c := running(tb)
	template := fmt.Sprintf("test_%d_filled_%s", os.Getpid(), name)
	once, _ := filled.LoadOrStore(name, sync.OnceValue(func() error {
		c.admin(tb, fmt.Sprintf(`CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy`, template, c.template))
		return fill(context.Background(), c.database(template))
	}))
	if err := once.(func() error)(); err != nil {
		tb.Fatalf("filling %s: %v", name, err)
	}
	return c.copyOf(tb, template)
}
