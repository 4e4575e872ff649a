package obligations

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// form is one thing that the reader may do on the page.
type form struct {
	name      string // of the action; also what is typed is kept under
	path      string
	label     string
	icon      string
	kind      ui.Kind // of its button when it is not the next step
	help      string
	gloss     string // what a Vietnamese draft says, for those who read English
	version   int
	about     *obligation.Sent // what is judged
	questions []question
	buttons   []button // instead of one that is labelled as the form
	encoding  string
	open      bool
}

// question is a field with the component that asks it.
type question struct {
	field ui.Field
	show  func(ui.Field) templ.Component
}

// button sends the form with its own answer.
type button struct {
	kind               ui.Kind
	label, name, value string
}

const (
	plainForm = "application/x-www-form-urlencoded"
	fileForm  = "multipart/form-data"
)

// builders make the form of each action.
var builders = map[obligation.Action]func(context.Context, view) form{
	obligation.Receive:         receiveForm,
	obligation.Progress:        progressForm,
	obligation.Report:          reportForm,
	obligation.Answer:          answerForm,
	obligation.AskExtension:    askForm,
	obligation.PassOn:          passOnForm,
	obligation.Judge:           judgeForm,
	obligation.ReturnReport:    returnForm,
	obligation.DecideExtension: decideForm,
	obligation.Remind:          remindForm,
	obligation.Suspend:         suspendForm,
	obligation.Resume:          resumeForm,
	obligation.Reassign:        reassignForm,
}

// forms parts what the reader may do into the next step, if one stands out,
// and the rest.
func (v view) forms(ctx context.Context) (next *form, others []form) {
	offers := v.offers()
	first, has := v.nextStep(offers)
	for _, action := range offers {
		f := builders[action](ctx, v)
		if has && action == first {
			next = &f
			continue
		}
		others = append(others, f)
	}
	if obligation.MayState(v.actor, v.Beside) {
		f := stateForm(ctx, v)
		if next != nil {
			return next, append(others, f)
		}
		next = &f
	}
	return next, others
}

// offers are the actions that make sense now: what waits for nothing is left
// out.
func (v view) offers() []obligation.Action {
	_, asked := v.Asked()
	_, waiting := v.Waiting()
	return slices.DeleteFunc(v.Offers(v.actor), func(a obligation.Action) bool {
		switch a {
		case obligation.DecideExtension:
			return !asked
		case obligation.AskExtension:
			return asked
		case obligation.Judge, obligation.ReturnReport:
			return !waiting
		}
		return false
	})
}

// nextStep is the one action that stands out: the first in order, but a
// standing duty lives by updates, and the Office presses only where something
// is late, silent or unanswered.
func (v view) nextStep(offers []obligation.Action) (obligation.Action, bool) {
	for _, action := range offers {
		switch action {
		case obligation.Report:
			if v.Kind == obligation.Standing {
				continue
			}
		case obligation.PassOn:
			if v.Children > 0 {
				continue
			}
		case obligation.Remind:
			if !slices.Contains([]obligation.State{obligation.Overdue, obligation.Silent, obligation.AwaitingAnswer}, v.state()) {
				continue
			}
		case obligation.Reassign, obligation.Suspend:
			continue
		}
		return action, true
	}
	return "", false
}

// blank is a form of an action, ready for its questions.
func (v view) blank(ctx context.Context, name, path, label, icon string) form {
	return form{name: name, path: address(v.ID) + path, label: locale.T(ctx, label), icon: icon, kind: ui.Secondary,
		encoding: plainForm, open: v.typed.form == name}
}

// field is a field of a form with what was typed in it. Only the form that was
// sent has the plain ids that its problems link to.
func (v view) field(ctx context.Context, form, name, label, otherwise string) ui.Field {
	f := ui.Field{Name: name, Label: locale.T(ctx, label), Value: v.typed.of(form, name, otherwise), Prefix: form + "-"}
	if v.typed.form == form {
		f.Prefix, f.Problem = "", ui.ProblemOf(v.typed.problems, name)
	}
	return f
}

func (f form) ask(show func(ui.Field) templ.Component, fields ...ui.Field) form {
	for _, field := range fields {
		f.questions = append(f.questions, question{field, show})
	}
	return f
}

// fields are the fields of the form that was sent, for the summary of problems.
func (v view) fields(ctx context.Context) []ui.Field {
	next, others := v.forms(ctx)
	if next != nil {
		others = append(others, *next)
	}
	for _, f := range others {
		if f.name == v.typed.form {
			var fields []ui.Field
			for _, q := range f.questions {
				fields = append(fields, q.field)
			}
			return fields
		}
	}
	return nil
}

// kept are the words of a form that met a conflict and is no longer offered.
func (v view) kept(ctx context.Context) []string {
	if v.fields(ctx) != nil {
		return nil
	}
	var words []string
	for _, name := range []string{"words", "reason", "to", "note"} {
		if word := v.typed.values.Get(name); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// buttonClass is the class of the button that opens or sends a form that is
// not the next step.
func buttonClass(kind ui.Kind) string {
	if kind == ui.Danger {
		return "btn btn-error btn-outline"
	}
	return "btn btn-outline"
}
