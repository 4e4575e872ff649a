package staffvacancies

import (
	"context"
	"errors"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// paths are where the actions are posted.
var paths = map[vacancy.Action]string{
	vacancy.Submit: "gui-duyet", vacancy.Publish: "dang", vacancy.Return: "tra-lai", vacancy.Pause: "tam-dung",
	vacancy.Resume: "mo-lai", vacancy.Fill: "da-du", vacancy.Withdraw: "rut", vacancy.Extend: "gia-han",
	vacancy.Copy: "sao-chep", vacancy.Edit: "sua", vacancy.Schedule: "hen-gio", vacancy.Unschedule: "bo-hen-gio",
	vacancy.Relist: "dang-lai-don", vacancy.Amend: "xin-sua", vacancy.Keep: "luu-mau",
}

// icons are the signs on the buttons.
var icons = map[vacancy.Action]string{
	vacancy.Submit: "send", vacancy.Publish: "check", vacancy.Return: "reply", vacancy.Pause: "pause", vacancy.Resume: "play",
	vacancy.Fill: "users", vacancy.Withdraw: "undo-2", vacancy.Extend: "calendar-plus", vacancy.Copy: "copy", vacancy.Edit: "pencil",
	vacancy.Schedule: "clock", vacancy.Unschedule: "x", vacancy.Relist: "rotate-ccw", vacancy.Amend: "file-plus", vacancy.Keep: "library",
}

// asks are the actions that open for a reason first.
var asks = map[vacancy.Action]bool{
	vacancy.Return: true, vacancy.Pause: true, vacancy.Resume: true, vacancy.Fill: true, vacancy.Withdraw: true, vacancy.Extend: true,
	vacancy.Amend: true,
}

func (s *Screens) submit(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, vacancy.Submit, func(ctx context.Context, actor access.Actor, id int64, version int) error {
		return s.Vacancies.Submit(ctx, actor, id, version)
	})
}

func (s *Screens) publish(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, vacancy.Publish, func(ctx context.Context, actor access.Actor, id int64, version int) error {
		return s.Vacancies.Publish(ctx, actor, id, version)
	})
}

func (s *Screens) giveBack(w http.ResponseWriter, r *http.Request) error {
	return s.explained(w, r, vacancy.Return, s.Vacancies.Return)
}

func (s *Screens) pause(w http.ResponseWriter, r *http.Request) error {
	return s.explained(w, r, vacancy.Pause, s.Vacancies.Pause)
}

func (s *Screens) resume(w http.ResponseWriter, r *http.Request) error {
	return s.explained(w, r, vacancy.Resume, s.Vacancies.Resume)
}

func (s *Screens) fill(w http.ResponseWriter, r *http.Request) error {
	return s.explained(w, r, vacancy.Fill, s.Vacancies.Fill)
}

func (s *Screens) withdraw(w http.ResponseWriter, r *http.Request) error {
	return s.explained(w, r, vacancy.Withdraw, s.Vacancies.Withdraw)
}

func (s *Screens) extend(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, vacancy.Extend, func(ctx context.Context, actor access.Actor, id int64, version int) error {
		closes, err := clock.ParseDay(r.PostFormValue("closes_on"))
		if err != nil {
			return errs.One("closes_on", "problem.date")
		}
		return s.Vacancies.Extend(ctx, actor, id, version, closes, r.PostFormValue("why"))
	})
}

// explained is an action with a reason.
func (s *Screens) explained(w http.ResponseWriter, r *http.Request, a vacancy.Action,
	do func(ctx context.Context, actor access.Actor, id int64, version int, why string) error) error {
	return s.act(w, r, a, route.Saying(r.PostFormValue("why"), do))
}

// act does one thing and shows the vacancy again: changed, or with what is in
// the way.
func (s *Screens) act(w http.ResponseWriter, r *http.Request, a vacancy.Action, do route.Change) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	err = do(ctx, access.From(ctx), id, route.Version(r))
	refused := refusal{Action: a, Words: r.PostForm, Finding: findingOf(r)}
	if problems, is := errs.ProblemsOf(err); is {
		refused.Problems = problems
		return s.showPage(w, r, http.StatusUnprocessableEntity, refused)
	}
	if errors.Is(err, errs.Conflict) {
		refused.Conflict = true
		return s.showPage(w, r, http.StatusConflict, refused)
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "vacancy.done."+string(a)))
	return route.SeeOther(w, r, address(id))
}

// button draws an action: the first that is offered is the page's own.
func (p page) button(ctx context.Context, a vacancy.Action, kind ui.Kind) ui.ActionForm {
	b := ui.ActionForm{
		Href: address(p.V.ID) + "/" + paths[a], Label: locale.T(ctx, "vacancy.action."+string(a)), Kind: kind, Icon: icons[a],
		Version: p.V.Version, DataTest: "action-" + string(a),
	}
	if a == vacancy.Withdraw {
		b.Kind, b.Confirm = ui.Danger, locale.T(ctx, "vacancy.withdraw.confirm", p.V.Title)
	}
	if asks[a] {
		b.Reason = p.reason(ctx, a)
	}
	switch a {
	case vacancy.Extend:
		b.Fields = ui.Input(p.asked(ctx, a, "closes_on", p.V.ClosesOn.String()))
	case vacancy.Schedule:
		b.Fields = setTime(p.asked(ctx, a, "publish_at", p.Today.Add(1).String()), p.asked(ctx, a, "publish_time", "08:00"))
	case vacancy.Keep:
		b.Fields = ui.Input(p.asked(ctx, a, "name", p.V.Title))
	}
	b.Open = p.Refused.Action == a && len(p.Refused.Problems) > 0
	return b
}

func (p page) reason(ctx context.Context, a vacancy.Action) *ui.Field {
	f := &ui.Field{
		Name: "why", Label: locale.T(ctx, "vacancy.why."+string(a)), Rows: 2, Prefix: string(a) + "-",
		Optional: a == vacancy.Pause || a == vacancy.Fill || a == vacancy.Resume && p.V.Status == vacancy.Paused,
	}
	if p.Refused.Action == a {
		f.Value, f.Problem = p.Refused.Words.Get("why"), ui.ProblemOf(p.Refused.Problems, "why")
	}
	return f
}

// asked is a short question of an action, with what is proposed.
func (p page) asked(ctx context.Context, a vacancy.Action, name, value string) ui.Field {
	f := ui.Field{Name: name, Label: label(ctx, name), Value: value, Width: ui.Short, Prefix: string(a) + "-"}
	switch name {
	case "name":
		f.Width = ""
	case "publish_time":
	default:
		f.Placeholder = "dd/mm/yyyy"
	}
	if key := "vacancy.field." + name + ".help"; locale.Has(key) {
		f.Help = locale.T(ctx, key)
	}
	if p.Refused.Action == a {
		f.Value, f.Problem = p.Refused.Words.Get(name), ui.ProblemOf(p.Refused.Problems, name)
	}
	return f
}

// primary is what the page asks for most, if anything can be done.
func (p page) primary() (vacancy.Action, bool) {
	if len(p.Offers) == 0 {
		return "", false
	}
	switch first := p.Offers[0]; first {
	case vacancy.Submit, vacancy.Publish, vacancy.Resume:
		return first, p.V.PublishAt == nil
	case vacancy.Extend:
		return first, p.V.Over(p.Today)
	}
	return "", false
}

// others are the remaining actions, but for editing, which is a link.
func (p page) others() []vacancy.Action {
	first, has := p.primary()
	var rest []vacancy.Action
	for _, a := range p.Offers {
		if a != vacancy.Edit && !(has && a == first) {
			rest = append(rest, a)
		}
	}
	return rest
}
