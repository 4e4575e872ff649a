// Package saved lets people put vacancies aside and compare them, without an
// account and without script. What was put aside stands in a cookie of the
// browser: numbers of vacancies and nothing of the person.
package saved

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/board"
	"cauviec/internal/saved"
	"cauviec/web/route"
)

// Screens are the pages of what was put aside.
type Screens struct {
	Saved *saved.Store
	Board *board.Store
}

const (
	path        = "/da-luu"
	removePath  = path + "/bo"
	comparePath = "/so-sanh"
	listPath    = "/viec-lam"
)

// Routes lists the pages. To put aside and to take back change the browser's
// cookie only, and may be sent twice.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(path, access.Public, s.list),
		route.Each(path, access.Public, s.change(saved.Add)),
		route.Each(removePath, access.Public, s.change(saved.Remove)),
		route.Get(comparePath, access.Public, s.compare),
	}
}

// The cookie, and how long a browser keeps it: as long as somebody may look
// for work.
const (
	cookieName = "da_luu"
	cookieDays = 180
)

type savedKey struct{}

// Remember lets pages know what the browser has put aside.
func Remember(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if cookie, err := r.Cookie(cookieName); err == nil && cookie.Value != "" {
			r = r.WithContext(context.WithValue(r.Context(), savedKey{}, numbers(strings.Split(cookie.Value, "."), saved.Most)))
		}
		next.ServeHTTP(w, r)
	})
}

// IDs returns the vacancies that were put aside, the newest first.
func IDs(ctx context.Context) []int64 {
	ids, _ := ctx.Value(savedKey{}).([]int64)
	return ids
}

// Has reports whether a vacancy was put aside.
func Has(ctx context.Context, id int64) bool { return slices.Contains(IDs(ctx), id) }

// numbers reads ids, each once, at most so many. What is none is left out.
func numbers(words []string, most int) []int64 {
	var ids []int64
	for _, word := range words {
		id, err := strconv.ParseInt(word, 10, 64)
		if err == nil && id > 0 && !slices.Contains(ids, id) && len(ids) < most {
			ids = append(ids, id)
		}
	}
	return ids
}

// change puts aside or takes back, and leads to where the reader came from.
func (s *Screens) change(do func([]int64, int64) []int64) route.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		for _, id := range numbers(r.PostForm["tin"], 1) {
			remember(w, r, do(IDs(r.Context()), id))
		}
		return route.SeeOther(w, r, back(r.PostFormValue("ve"), r.PostFormValue("tin")))
	}
}

func remember(w http.ResponseWriter, r *http.Request, ids []int64) {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = strconv.FormatInt(id, 10)
	}
	cookie := &http.Cookie{Name: cookieName, Value: strings.Join(words, "."), Path: "/", MaxAge: cookieDays * 24 * 3600, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"}
	if len(ids) == 0 {
		cookie.MaxAge = -1
	}
	http.SetCookie(w, cookie)
}

// back returns the page that the reader came from, at the button pressed. Only
// pages that have such buttons are led to.
func back(asked, id string) string {
	on := func(prefix string) bool {
		rest, found := strings.CutPrefix(asked, prefix)
		return found && (rest == "" || strings.ContainsRune("/?", rune(rest[0])))
	}
	switch {
	case strings.ContainsAny(asked, "\\#\r\n\t\x00"):
	case asked == "/" || on(listPath):
		if len(numbers([]string{id}, 1)) == 1 {
			asked += "#" + buttonID + id
		}
		return asked
	case on(comparePath), on("/khu-cong-nghiep"), on("/doanh-nghiep"):
		return asked
	}
	return path
}

// buttonID begins the id of a vacancy's button.
const buttonID = "luu-"
