package errs

import (
	"errors"
	"testing"
)

func TestProblemsAreInvalid(t *testing.T) {
	t.Parallel()
	operate := func() (err error) {
		defer Wrap(&err, "vacancy.Create(%q)", "x")
		p := Problems{}
		p.Add("title", "problem.required")
		p.Add("title", "problem.long")
		return p.OrNil()
	}
	err := operate()
	if !errors.Is(err, Invalid) {
		t.Fatalf("%v is not Invalid", err)
	}
	p, ok := ProblemsOf(err)
	if !ok || p["title"].Key != "problem.required" {
		t.Errorf("ProblemsOf: got %v, want the first problem of title", p)
	}
	if got, want := err.Error(), `vacancy.Create("x"): invalid: title: problem.required`; got != want {
		t.Errorf("Error: got %q, want %q", got, want)
	}
}

func TestNoProblemsIsNil(t *testing.T) {
	t.Parallel()
	err := Problems{}.OrNil()
	Wrap(&err, "anything")
	if err != nil {
		t.Errorf("got %v, want nil", err)
	}
}
