package route

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

type requestKey struct{}

// RequestID returns the request's own number, for the log.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// Identify numbers the request.
func Identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := rand.Text()[:12]
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, id)))
	})
}

// Observer is told of every answered request.
type Observer func(method, pattern string, status int, took time.Duration)

// Record logs one line a request, with identifiers only, and tells observe.
func Record(log *slog.Logger, observe Observer) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			begun := time.Now()
			counted := &counter{ResponseWriter: w}
			body := &bodyOf{}
			next.ServeHTTP(counted, r.WithContext(context.WithValue(r.Context(), bodyKey{}, body)))
			took := time.Since(begun)
			pattern := chi.RouteContext(r.Context()).RoutePattern()
			observe(r.Method, pattern, counted.status, took)
			log.LogAttrs(r.Context(), slog.LevelInfo, "request",
				slog.String("method", r.Method), slog.String("route", pattern), slog.Int("status", counted.status),
				slog.Int64("bytes", counted.bytes), slog.String("body", body.slug),
				slog.Float64("ms", float64(took.Microseconds())/1000), slog.String("request", w.Header().Get("X-Request-Id")))
		})
	}
}

type bodyKey struct{}

// bodyOf lets the log line name the body that is known only further in.
type bodyOf struct{ slug string }

// NameBody tells the log which body acts. It follows the session's middleware.
func NameBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if body, ok := r.Context().Value(bodyKey{}).(*bodyOf); ok {
			body.slug = access.From(r.Context()).BodySlug
		}
		next.ServeHTTP(w, r)
	})
}

type counter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (c *counter) WriteHeader(status int) {
	if c.status == 0 {
		c.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *counter) Write(b []byte) (int, error) {
	if c.status == 0 {
		c.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(b)
	c.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer below.
func (c *counter) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// Recover turns a panic into the page of a server's fault.
func (s Site) Recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if cause := recover(); cause != nil {
				s.Fail(w, r, fmt.Errorf("panic: %v", cause))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// Secure sets the headers that keep pages to what the site itself serves.
func Secure(next http.Handler) http.Handler {
	const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
		"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

const langCookie = "lang"

// Speak chooses the language: ?lang= sets a cookie, the cookie is remembered,
// and Vietnamese is the default. It also lets the page know its own address.
func Speak(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lang := locale.Vi
		if cookie, err := r.Cookie(langCookie); err == nil && cookie.Value == string(locale.En) {
			lang = locale.En
		}
		if asked := locale.Lang(r.URL.Query().Get("lang")); asked == locale.Vi || asked == locale.En {
			lang = asked
			http.SetCookie(w, &http.Cookie{Name: langCookie, Value: string(lang), Path: "/", MaxAge: 365 * 24 * 3600,
				HttpOnly: true, SameSite: http.SameSiteLaxMode})
		}
		ctx := ui.WithPath(locale.With(r.Context(), lang), r.URL.RequestURI())
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
