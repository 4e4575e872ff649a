package route_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/web/route"
)

func TestAct(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, path string
		fails      error
		status     int
		answer     string // what the page shows, or where the answer leads
		asked      string
	}{
		{"done", "/viec/12/huy", nil, http.StatusSeeOther, "/viec/12", "1 12 3 rained"},
		{"refused", "/viec/12/huy", errs.One("why", "problem.required"), http.StatusUnprocessableEntity, "rained problem.required", "1 12 3 rained"},
		{"changed meanwhile", "/viec/12/huy", errs.Conflict, http.StatusConflict, "", "1 12 3 rained"},
		{"no such thing", "/viec/none/huy", nil, http.StatusNotFound, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s, asked := newSite(t), ""
			page := func(w http.ResponseWriter, _ *http.Request, status int, typed route.Typed) error {
				words, problems, refused := typed.Of("cancel")
				if _, _, other := typed.Of("publish"); other || !refused {
					t.Errorf("refused as %q", typed.Action)
				}
				w.WriteHeader(status)
				_, err := fmt.Fprint(w, words, " ", problems["why"].Key)
				return err
			}
			cancel := func(_ context.Context, actor access.Actor, id int64, version int, words string) error {
				asked = fmt.Sprint(actor.Account, id, version, " ", words)
				return tt.fails
			}
			s.mount(route.Post("/viec/{id}/huy", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
				why := r.PostFormValue("why")
				return route.Act(w, r, route.Typed{Action: "cancel", Words: why}, route.Saying(why, cancel), page,
					func(id int64) string { return fmt.Sprint("/viec/", id) })
			}))
			a := s.post(tt.path, url.Values{"why": {"rained"}, "version": {"3"}})
			if a.Code != tt.status || asked != tt.asked {
				t.Errorf("answered %d after %q, want %d after %q", a.Code, asked, tt.status, tt.asked)
			}
			if shown := a.Header().Get("Location") + a.Body.String(); tt.answer != "" && shown != tt.answer {
				t.Errorf("got %q, want %q", shown, tt.answer)
			}
		})
	}
}
