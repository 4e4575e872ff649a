package signin

import (
	"context"
	"net/http"
	"strings"
)

type sessionsKey struct{}

// Flash leaves a message, in the reader's language, for the next page that the
// person sees. Visitors without a session get none. A change that is then
// rolled back leaves none either: its answer does not come here.
func Flash(ctx context.Context, message string) {
	s, ok := ctx.Value(sessionsKey{}).(*Sessions)
	if ok && s.plain.GetInt64(ctx, accountKey) != 0 {
		s.plain.Put(ctx, flashKey, message)
	}
}

// shower forgets the message of the request before as soon as a page shows it.
// A redirect on the way to the page keeps it.
type shower struct {
	http.ResponseWriter
	sessions *Sessions
	ctx      context.Context
	message  string
	begun    bool
}

// WriteHeader begins the answer.
func (w *shower) WriteHeader(status int) {
	if !w.begun {
		w.begun = true
		w.forget(status)
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *shower) forget(status int) {
	redirect := status >= 300 && status < 400
	page := strings.HasPrefix(w.Header().Get("Content-Type"), "text/html")
	if w.message == "" || redirect || !page {
		return
	}
	if w.sessions.plain.GetString(w.ctx, flashKey) == w.message {
		w.sessions.plain.Remove(w.ctx, flashKey)
	}
}

// Write writes the answer.
func (w *shower) Write(b []byte) (int, error) {
	if !w.begun {
		w.WriteHeader(http.StatusOK)
	}
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the writer below.
func (w *shower) Unwrap() http.ResponseWriter { return w.ResponseWriter }
