package alerts

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"cauviec/internal/alert"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
	"cauviec/web/vacancies"
)

// asking is what the form shows.
type asking struct {
	asked    vacancies.Asked
	to       string
	consent  string
	problems errs.Problems
	key      string
	pushKey  string
	missing  []alert.Channel // that nothing carries yet
}

func (a asking) action() string {
	if a.asked.Address == "" {
		return path
	}
	return path + "?" + a.asked.Address
}

// list is the list of vacancies with the same conditions.
func (a asking) list() string { return strings.Replace(a.action(), path, "/viec-lam", 1) }

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	return s.form(w, r, http.StatusOK, asking{})
}

func (s *Screens) form(w http.ResponseWriter, r *http.Request, status int, a asking) error {
	ctx := r.Context()
	var err error
	if a.asked, err = s.Vacancies.Asked(ctx, r.URL.Query()); err != nil {
		return err
	}
	keys, err := s.Alerts.Keys(ctx)
	if err != nil {
		return err
	}
	a.pushKey, a.missing = keys.PublicKey, s.missing()
	route.Private(w)
	return route.Page(w, r, status, askPage(a))
}

// missing are the channels that nothing carries yet.
func (s *Screens) missing() (missing []alert.Channel) {
	for _, c := range alert.Channels() {
		if !s.Connected[c] {
			missing = append(missing, c)
		}
	}
	return missing
}

func (s *Screens) ask(w http.ResponseWriter, r *http.Request) error {
	asked, err := s.Vacancies.Asked(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	to := addressOf(r.PostForm)
	stop, err := s.Alerts.Ask(r.Context(), alert.Request{To: to, Lang: string(locale.Of(r.Context())), Asked: asked.Address,
		Query: asked.Query, Consent: r.PostFormValue("consent") == "1", From: signin.AddressOf(r)})
	problems, wrong := errs.ProblemsOf(err)
	switch {
	case wrong:
		return s.form(w, r, http.StatusUnprocessableEntity, asking{to: r.PostFormValue("to"), consent: r.PostFormValue("consent"),
			problems: toField(problems), key: r.PostFormValue(route.KeyField)})
	case err != nil:
		return err
	case to.Channel == alert.Push:
		return route.SeeOther(w, r, donePath+"?"+paramCode+"="+stop)
	}
	return route.SeeOther(w, r, confirmPath+"?kenh="+string(to.Channel))
}

// addressOf reads the one box for both kinds of addresses, or what the script
// of the page says of the device.
func addressOf(form url.Values) alert.Address {
	to := form.Get("to")
	switch {
	case form.Get("endpoint") != "":
		return alert.Address{Channel: alert.Push, To: form.Get("endpoint"), Key: form.Get("p256dh"), Auth: form.Get("auth")}
	case strings.Contains(to, "@"):
		return alert.Address{Channel: alert.Email, To: to}
	}
	return alert.Address{Channel: alert.Phone, To: to}
}

// toField puts the problems of an address beside the one box.
func toField(p errs.Problems) errs.Problems {
	moved := errs.Problems{}
	for field, problem := range p {
		switch {
		case field == "phone" && problem.Key == "problem.phone":
			moved.Add("to", "alerts.problem.to")
		case field == "email" || field == "phone" || field == "channel":
			moved.Add("to", problem.Key, problem.Args...)
		default:
			moved.Add(field, problem.Key, problem.Args...)
		}
	}
	return moved
}

// unsent names which of the two written channels nothing carries yet.
func (a asking) unsent() string {
	email, phone := slices.Contains(a.missing, alert.Email), slices.Contains(a.missing, alert.Phone)
	switch {
	case email && phone:
		return "both"
	case email:
		return string(alert.Email)
	case phone:
		return string(alert.Phone)
	}
	return ""
}

func (a asking) fields(ctx context.Context) (to, consent ui.Field) {
	to = ui.Field{Name: "to", Label: locale.T(ctx, "alerts.to"), Help: locale.T(ctx, "alerts.to.help"), Value: a.to, MaxLength: 254,
		Autocomplete: "email", Problem: ui.ProblemOf(a.problems, "to")}
	consent = ui.Field{Name: "consent", Label: locale.T(ctx, "alerts.consent"), Value: a.consent, Problem: ui.ProblemOf(a.problems, "consent")}
	return to, consent
}

// giving is the page on which a code is given back.
type giving struct {
	code     string
	problems errs.Problems
	channel  alert.Channel // the one the code was sent by, if told
	missing  bool          // nothing carries it yet
	phone    string
}

func (s *Screens) code(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	code, _ := alert.CleanCode(q.Get(paramCode))
	return s.codeForm(w, r, http.StatusOK, giving{code: code, channel: alert.Channel(q.Get("kenh"))})
}

func (s *Screens) codeForm(w http.ResponseWriter, r *http.Request, status int, g giving) error {
	if g.channel != alert.Email && g.channel != alert.Phone {
		g.channel = ""
	}
	g.missing, g.phone = g.channel != "" && !s.Connected[g.channel], s.Phone
	route.Private(w)
	return route.Page(w, r, status, codePage(g))
}

func (s *Screens) confirm(w http.ResponseWriter, r *http.Request) error {
	words := r.PostFormValue("code")
	c, err := s.Alerts.ConfirmCode(r.Context(), words, signin.AddressOf(r))
	if problems, wrong := errs.ProblemsOf(err); wrong {
		return s.codeForm(w, r, http.StatusUnprocessableEntity, giving{code: words, problems: problems})
	}
	if err != nil {
		return err
	}
	return route.SeeOther(w, r, donePath+"?"+paramCode+"="+c.Stop)
}

// done shows the code to stop by. It is read from the address and not looked
// up, so that the page tells nobody which codes there are.
func (s *Screens) done(w http.ResponseWriter, r *http.Request) error {
	code, ok := alert.CleanCode(r.URL.Query().Get(paramCode))
	if !ok {
		return errs.NotFound
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, donePage(code))
}
