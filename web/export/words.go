package export

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/sheet"
	"cauviec/web/ui"
)

// Chosen says what the fields of a filter are set to, in their own words; those
// that are not set are left out.
func Chosen(fields ...ui.Field) []sheet.Fact {
	var facts []sheet.Fact
	for _, f := range fields {
		if value := chosen(f); value != "" {
			facts = append(facts, sheet.Fact{Label: f.Label, Value: value})
		}
	}
	return facts
}

// Tab says which tab of a list is open; label is what the tabs part it by.
func Tab(label string, tabs []ui.Tab) []sheet.Fact {
	for _, tab := range tabs {
		if tab.Current {
			return []sheet.Fact{{Label: label, Value: tab.Label}}
		}
	}
	return nil
}

// Chips says which conditions without a field of their own are set.
func Chips(label string, chips []ui.Chip) []sheet.Fact {
	var facts []sheet.Fact
	for _, chip := range chips {
		facts = append(facts, sheet.Fact{Label: label, Value: chip.Label})
	}
	return facts
}

// chosen is a field's value as the reader knows it.
func chosen(f ui.Field) string {
	for _, o := range f.Options {
		if o.Value == f.Value && f.Value != "" {
			return o.Label
		}
	}
	if f.Blank != "" && f.Value == "0" {
		return "" // a number that was not given
	}
	return f.Value
}

// One book is put together at a time for those signed in and one for visitors:
// exports share what pages leave, and visitors cannot hold up officers.
var officers, visitors = make(chan struct{}, 1), make(chan struct{}, 1)

// enter waits for its turn; leave ends it. The error is that of ctx.
func enter(ctx context.Context) (leave func(), err error) {
	turn := visitors
	if access.From(ctx).SignedIn() {
		turn = officers
	}
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
