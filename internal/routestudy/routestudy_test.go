package routestudy_test

import (
	"errors"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/routestudy"
)

var (
	noon        = clock.Fixed(time.Date(2024, 4, 10, 5, 0, 0, 0, time.UTC))
	source      = access.Program(1, "ls-sgtvt", access.Seat{Side: access.Source, Kind: access.Transport})
	destination = access.Program(2, "bg-sgtvt", access.Seat{Side: access.Destination, Kind: access.Transport})
	centre      = access.Program(3, "ls-ttdvvl", access.Seat{Side: access.Source, Kind: access.Centre})
)

func setup(t *testing.T) (*routestudy.Store, []routestudy.Line) {
	t.Helper()
	s := &routestudy.Store{DB: postgrestest.Tx(t), Now: noon}
	for range 2 {
		if err := routestudy.Ensure(t.Context(), s.DB); err != nil {
			t.Fatal(err)
		}
	}
	return s, lines(t, s)
}

func lines(t *testing.T, s *routestudy.Store) []routestudy.Line {
	t.Helper()
	list, err := s.Lines(t.Context(), source.Scope(access.ReadRouteStudy))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestTheDossierHasEveryItemOnBothSides(t *testing.T) {
	t.Parallel()
	_, list := setup(t)
	if len(list) != len(routestudy.Items()) {
		t.Fatalf("got %d lines, want %d", len(list), len(routestudy.Items()))
	}
	for i, line := range list {
		if line.Item != routestudy.Items()[i] || line.Source.ID == 0 || line.Destination.ID == 0 || line.Source.State != routestudy.Open {
			t.Errorf("line %d: %+v", i, line)
		}
	}
}

func TestEachSideWritesItsOwn(t *testing.T) {
	t.Parallel()
	s, list := setup(t)
	line := list[0]
	tests := []struct {
		name  string
		actor access.Actor
		id    int64
		state routestudy.State
		note  string
		want  error
	}{
		{"the other side's part", destination, line.Source.ID, routestudy.Underway, "", errs.NotFound},
		{"a body that only reads", centre, line.Source.ID, routestudy.Underway, "", errs.Forbidden},
		{"settled without a result", source, line.Source.ID, routestudy.Settled, " ", errs.Invalid},
		{"no state at all", source, line.Source.ID, "agreed", "", errs.Invalid},
		{"settled with its result", source, line.Source.ID, routestudy.Settled, "Báo cáo 12", nil},
		{"an old version", source, line.Source.ID, routestudy.Underway, "", errs.Conflict},
	}
	for _, tt := range tests {
		if err := s.SetState(t.Context(), tt.actor, tt.id, 1, tt.state, tt.note); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
	after := lines(t, s)[0]
	if !after.Apart() || after.Settled() {
		t.Errorf("one side settled, the other not begun: %+v", after)
	}
	if err := s.SetState(t.Context(), destination, after.Destination.ID, 1, routestudy.Settled, "Công văn 7"); err != nil {
		t.Fatal(err)
	}
	if after = lines(t, s)[0]; after.Apart() || !after.Settled() {
		t.Errorf("both sides settled: %+v", after)
	}
	history, err := s.History(t.Context(), source.Scope(access.ReadRouteStudy))
	if err != nil || len(history) != 2 || history[0].Why != "Công văn 7" {
		t.Errorf("history: %+v, %v", history, err)
	}
}

func TestStrangersSeeNothing(t *testing.T) {
	t.Parallel()
	s, _ := setup(t)
	if _, err := s.Lines(t.Context(), centre.Scope(access.ReadRouteStudy)); !errors.Is(err, errs.NotFound) {
		t.Errorf("got %v, want NotFound", err)
	}
}
