package alerts

import (
	"context"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// rows is how many messages a page of the outbox has.
const rows = 50

// outbox is what the list of messages shows.
type outbox struct {
	filter  alert.Filter
	list    []alert.Message
	more    bool
	counts  map[alert.State]int
	missing []alert.Channel
}

// filterOf reads the filters of the address: trang-thai, kenh and truoc, the
// message that the page before ended with.
func filterOf(r *http.Request) alert.Filter {
	q := r.URL.Query()
	return alert.Filter{State: alert.State(q.Get("trang-thai")), Channel: alert.Channel(q.Get("kenh")), Before: route.Number(q.Get("truoc")), Limit: rows}
}

func (s *Screens) outbox(w http.ResponseWriter, r *http.Request) error {
	ctx, scope := r.Context(), access.From(r.Context()).Scope(access.ReadOutbox)
	o := outbox{filter: filterOf(r), missing: s.missing()}
	var err error
	if o.list, o.more, err = s.Alerts.Outbox(ctx, scope, o.filter); err != nil {
		return err
	}
	if o.counts, err = s.Alerts.Counts(ctx, scope); err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, outboxPage(o))
}

// message shows one with its address; that it was looked at is kept.
func (s *Screens) message(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	m, views, err := s.Alerts.Open(r.Context(), access.From(r.Context()), id)
	if err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, messagePage(m, views))
}

func (o outbox) tabs(ctx context.Context) []ui.Tab {
	all := 0
	for _, n := range o.counts {
		all += n
	}
	at := func(state alert.State) string {
		return ui.WithQuery(ui.WithQuery(ui.Path(ctx), "truoc", ""), "trang-thai", string(state))
	}
	tabs := []ui.Tab{{Label: locale.T(ctx, "outbox.all"), Count: locale.Number(ctx, int64(all)), Href: at(""), Current: o.filter.State == ""}}
	for _, state := range alert.States() {
		if o.counts[state] > 0 || o.filter.State == state {
			tabs = append(tabs, ui.Tab{Label: locale.T(ctx, "outbox.state."+string(state)), Count: locale.Number(ctx, int64(o.counts[state])),
				Href: at(state), Current: o.filter.State == state})
		}
	}
	return tabs
}

func (o outbox) channelField(ctx context.Context) ui.Field {
	f := ui.Field{Name: "kenh", Label: locale.T(ctx, "outbox.channel"), Value: string(o.filter.Channel), Blank: locale.T(ctx, "outbox.any")}
	for _, c := range alert.Channels() {
		f.Options = append(f.Options, ui.Option{Value: string(c), Label: channelWords(ctx, c)})
	}
	return f
}

func (o outbox) pager(ctx context.Context) ui.Pager {
	var p ui.Pager
	if o.filter.Before != 0 {
		p.First = ui.WithQuery(ui.Path(ctx), "truoc", "")
	}
	if o.more {
		p.Next = ui.WithQuery(ui.Path(ctx), "truoc", strconv.FormatInt(o.list[len(o.list)-1].ID, 10))
	}
	return p
}

func channelWords(ctx context.Context, c alert.Channel) string {
	return locale.T(ctx, "outbox.channel."+string(c))
}

// badge is how a state looks.
func badge(s alert.State) (tone ui.Tone, icon string) {
	switch s {
	case alert.Handed:
		return ui.Good, "send"
	case alert.Failed:
		return ui.Late, ""
	case alert.Recorded:
		return ui.Calm, "inbox"
	case alert.Waiting, alert.Handing:
	}
	return ui.Soon, "hourglass"
}

// whyWords says why a message is where it is; for most there is nothing to say.
func whyWords(ctx context.Context, why alert.Why) string {
	if why == alert.NoReason {
		return ""
	}
	return locale.T(ctx, "outbox.why."+string(why))
}

// addressWords is an address, or that it was erased.
func addressWords(ctx context.Context, m alert.Message) string {
	switch {
	case m.Address == "":
		return locale.T(ctx, "outbox.erased")
	case m.Channel == alert.Phone && m.Address[0] == '+':
		return locale.Phone(m.Address)
	}
	return m.Address
}

func messageHref(id int64) string { return outboxPath + "/" + strconv.FormatInt(id, 10) }

func codeField(ctx context.Context, code string, p errs.Problems) ui.Field {
	return ui.Field{Name: "code", Label: locale.T(ctx, "alerts.code"), Help: locale.T(ctx, "alerts.code.help"), Value: code, Width: ui.Medium,
		Autocomplete: "one-time-code", MaxLength: 20, Problem: ui.ProblemOf(p, "code")}
}

// triesWords says how often a channel was called.
func triesWords(ctx context.Context, tries int) string {
	if tries == 0 {
		return ""
	}
	return locale.N(ctx, "outbox.tries", tries)
}

// facts is what there is to know of a message.
func facts(ctx context.Context, m alert.Message) []ui.Fact {
	tone, icon := badge(m.State)
	return []ui.Fact{
		{Label: locale.T(ctx, "outbox.to"), Value: addressWords(ctx, m), DataTest: "address"},
		{Label: locale.T(ctx, "outbox.channel"), Value: channelWords(ctx, m.Channel)},
		{Label: locale.T(ctx, "outbox.kind"), Value: locale.T(ctx, "outbox.kind."+string(m.Kind))},
		{Label: locale.T(ctx, "outbox.state"), Body: ui.Badge(tone, icon, locale.T(ctx, "outbox.state."+string(m.State))), Help: whyWords(ctx, m.Why)},
		{Label: locale.T(ctx, "outbox.made"), Value: locale.DayTime(m.CreatedAt)},
		{Label: locale.T(ctx, "outbox.changed"), Value: locale.DayTime(m.ChangedAt), Help: triesWords(ctx, m.Tries)},
	}
}
