package accounts_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"cauviec/internal/people"
	"cauviec/web/browsertest"
	"cauviec/web/static"
)

// TestOnPhoneAndDesk opens every page at the widths of phones and desks.
func TestOnPhoneAndDesk(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	binh := s.find(t, "binh")
	if err := s.people.Update(t.Context(), people.Program(), binh.ID, people.Details{FullName: "Nông Văn Bình An", Role: "admin"}, 1); err != nil {
		t.Fatal(err)
	}
	code := s.invited(t)
	mux := http.NewServeMux()
	mux.Handle(static.Prefix, static.Handler())
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		r.SetBasicAuth("root", "")
		s.ServeHTTP(w, r)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	ctx := browsertest.New(t)
	for name, path := range map[string]string{
		"accounts": "/quan-ly/tai-khoan", "account-form": "/quan-ly/tai-khoan/moi", "account": fmt.Sprintf("/quan-ly/tai-khoan/%d", binh.ID),
		"bodies": "/quan-ly/co-quan", "body-form": "/quan-ly/co-quan/moi", "body": s.bodyAt(t, "ls-huu-lung"),
		"body-english": s.bodyAt(t, "bg-sldtbxh") + "?lang=en", "bodies-found": "/quan-ly/co-quan?q=huu+lung",
		"invitation": "/loi-moi", "invitation-wrong": "/loi-moi?ma=2222", "invited": "/loi-moi?ma=" + code,
	} {
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.Open(t, ctx, server.URL+path)
			browsertest.NoSidewaysScroll(t, ctx)
			if width != 320 {
				browsertest.Axe(t, ctx)
				browsertest.Shot(t, ctx, name, width)
			}
		}
	}
}
