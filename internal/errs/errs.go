// Package errs says how things can fail: a few kinds that somebody branches
// on, the problems of a form, and the context of an operation.
package errs

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The kinds of failure. Anything else is a fault of the program or of the
// machine.
var (
	// NotFound: there is no such thing, or not for this reader.
	NotFound = errors.New("not found")
	// Invalid: what was sent cannot be accepted as it is; see Problems.
	Invalid = errors.New("invalid")
	// Forbidden: the account may not do this.
	Forbidden = errors.New("forbidden")
	// Conflict: the thing is no longer as the sender saw it.
	Conflict = errors.New("conflict")
	// SignedOut: nobody is signed in.
	SignedOut = errors.New("signed out")
)

// Problem is a message key with what fills its placeholders.
type Problem struct {
	Key  string
	Args []any
}

// Problems tells what is wrong by field name. It is an Invalid error.
type Problems map[string]Problem

// Add records a problem of a field, unless the field already has one.
func (p Problems) Add(field, key string, args ...any) {
	if _, has := p[field]; !has {
		p[field] = Problem{Key: key, Args: args}
	}
}

// Merge takes over the problems of another set.
func (p Problems) Merge(other Problems) {
	for field, problem := range other {
		p.Add(field, problem.Key, problem.Args...)
	}
}

// OrNil returns the problems as an error, or nil when there are none.
func (p Problems) OrNil() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Error lists the fields and keys in a stable order.
func (p Problems) Error() string {
	parts := make([]string, 0, len(p))
	for _, field := range slices.Sorted(maps.Keys(p)) {
		parts = append(parts, field+": "+p[field].Key)
	}
	return "invalid: " + strings.Join(parts, ", ")
}

// Is makes errors.Is(problems, Invalid) true.
func (p Problems) Is(target error) bool { return target == Invalid }

// ProblemsOf returns the problems inside err, and whether there are any.
func ProblemsOf(err error) (Problems, bool) {
	var p Problems
	ok := errors.As(err, &p)
	return p, ok
}

// One returns Problems with a single field.
func One(field, key string, args ...any) Problems {
	return Problems{field: {Key: key, Args: args}}
}

// Wrap adds what was being done to *err, if there is one. Exported operations
// begin with it: defer errs.Wrap(&err, "vacancy.Publish(%d)", id).
func Wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), *err)
	}
}
