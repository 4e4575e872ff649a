package obligations

import (
	"context"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/fold"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// lead says whose obligations the list holds.
func (l listing) lead(ctx context.Context) string {
	if l.actor.Scope(access.ReadObligations).All {
		return locale.T(ctx, "obligation.lead.all")
	}
	return locale.T(ctx, "obligation.lead.own")
}

func (l listing) selection(ctx context.Context, name, label, value string, options []ui.Option) ui.Field {
	return ui.Field{Name: name, Label: locale.T(ctx, label), Value: value, Blank: locale.T(ctx, "obligation.filter.any"), Options: options}
}

// stateField offers every state that is found, those with tabs too.
func (l listing) stateField(ctx context.Context) ui.Field {
	var options []ui.Option
	for _, state := range obligation.States() {
		found := slices.ContainsFunc(l.counts, func(c obligation.Count) bool { return c.State == state })
		if found || state == l.filter.State {
			options = append(options, ui.Option{Value: string(state), Label: fold.Capital(stateWords(ctx, state))})
		}
	}
	return l.selection(ctx, paramState, "obligation.state", string(l.filter.State), options)
}

func (l listing) statusField(ctx context.Context) ui.Field {
	var options []ui.Option
	for _, status := range obligation.Statuses() {
		options = append(options, ui.Option{Value: string(status), Label: locale.T(ctx, "obligation.status."+string(status))})
	}
	return l.selection(ctx, paramStatus, "obligation.status", string(l.filter.Status), options)
}

func (l listing) kindField(ctx context.Context) ui.Field {
	var options []ui.Option
	for _, kind := range obligation.Kinds() {
		options = append(options, ui.Option{Value: string(kind), Label: locale.T(ctx, "obligation.kind."+string(kind))})
	}
	return l.selection(ctx, paramKind, "obligation.kind", string(l.filter.Kind), options)
}

func (l listing) bodyField(ctx context.Context) ui.Field {
	return l.selection(ctx, paramBody, "obligation.filter.body", chosen(l.filter.Body), bodyOptions(ctx, l.leads))
}

func (l listing) directiveField(ctx context.Context) ui.Field {
	var options []ui.Option
	for _, source := range l.sources {
		options = append(options, ui.Option{Value: itoa(source.ID), Label: fold.Brief(source.Title, 60)})
	}
	return l.selection(ctx, paramDirective, "obligation.filter.directive", chosen(l.filter.Directive), options)
}

func bodyOptions(ctx context.Context, names []obligation.Name) []ui.Option {
	var options []ui.Option
	for _, name := range names {
		options = append(options, ui.Option{Value: itoa(name.ID), Label: locale.Pick(ctx, name.ShortVi, name.ShortEn)})
	}
	return options
}

// chosen is the value of a select for an id; 0 chooses none.
func chosen(id int64) string {
	if id == 0 {
		return ""
	}
	return itoa(id)
}
