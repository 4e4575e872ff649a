// Package signin is the way in and out: sessions, the sign-in page, the
// person's own password, and what the middleware knows of who acts.
package signin

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/alexedwards/scs/pgxstore"
	"github.com/alexedwards/scs/v2"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/people"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

const cookieName = "cauviec_session"

// A session lasts a clerk's long day, and a long lunch without a click.
const (
	lifetime  = 14 * time.Hour
	idle      = 4 * time.Hour
	seenEvery = 5 * time.Minute // how often being seen is written down
)

// What a session keeps.
const (
	accountKey = "account"
	epochKey   = "epoch"
	seenKey    = "seen" // Unix seconds of the last request, to seenEvery
	flashKey   = "flash"
)

// Sessions knows who acts in a request by its cookie. Sessions are kept in the
// database, so any process answers any request; only the hash of a cookie's
// token is stored. A visitor without the cookie costs no query.
type Sessions struct {
	people  *people.Store
	pool    *pgxpool.Pool
	now     clock.Clock
	fail    func(http.ResponseWriter, *http.Request, error)
	always  bool // cookies are always for https only
	plain   *scs.SessionManager
	secured *scs.SessionManager
}

// Options is what sessions need. Secure makes cookies travel over https only;
// without it that is so for requests that came by https. Fail shows an error.
type Options struct {
	Pool   *pgxpool.Pool
	People *people.Store
	Now    clock.Clock
	Secure bool
	Fail   func(http.ResponseWriter, *http.Request, error)
}

// New returns the sessions. Pool may be nil where only routes are listed.
func New(o Options) *Sessions {
	plain := scs.New()
	plain.Store = pgxstore.NewWithCleanupInterval(o.Pool, 0)
	plain.HashTokenInStore = true
	plain.Lifetime = lifetime
	plain.ErrorFunc = o.Fail
	plain.Cookie.Name = cookieName
	plain.Cookie.HttpOnly = true
	plain.Cookie.SameSite = http.SameSiteLaxMode
	secured := *plain
	secured.Cookie.Secure = true
	return &Sessions{people: o.People, pool: o.Pool, now: o.Now, fail: o.Fail, always: o.Secure, plain: plain, secured: &secured}
}

// Middleware loads the session, puts who acts, the body's names and the
// message left by the request before into the context, and saves the session
// with the answer. It follows the middleware that chooses the language.
func (s *Sessions) Middleware(next http.Handler) http.Handler {
	inner := s.recognise(next)
	plain, secured := s.plain.LoadAndSave(inner), s.secured.LoadAndSave(inner)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = r.WithContext(context.WithValue(r.Context(), sessionsKey{}, s))
		if s.always || overTLS(r) {
			secured.ServeHTTP(w, r)
			return
		}
		plain.ServeHTTP(w, r)
	})
}

// overTLS reports whether the request came by https, to us or to the proxy
// before us. Whoever lies about it only keeps his own cookie from himself.
func overTLS(r *http.Request) bool {
	return r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
}

// recognise puts who acts into the context.
func (s *Sessions) recognise(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, err := s.present(r.Context())
		switch {
		case errors.Is(err, errs.SignedOut):
			next.ServeHTTP(w, r)
			return
		case err != nil:
			s.fail(w, r, err)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		if who.MustChange && !openBeforeChange[r.URL.Path] {
			http.Redirect(w, r, passwordPath, http.StatusSeeOther)
			return
		}
		message := s.plain.GetString(r.Context(), flashKey)
		shown := &shower{ResponseWriter: w, sessions: s, ctx: r.Context(), message: message}
		next.ServeHTTP(shown, r.WithContext(contextOf(r.Context(), who, message)))
	})
}

// openBeforeChange are the only addresses for somebody whose password was set
// by another, until it is changed.
var openBeforeChange = map[string]bool{passwordPath: true, "/dang-xuat": true, "/dang-xuat-moi-noi": true}

func contextOf(ctx context.Context, who people.Present, message string) context.Context {
	ctx = access.With(ctx, who.Actor)
	ctx = ui.WithBody(ctx, ui.Body{
		Short: locale.Pick(ctx, who.Body.ShortVi, who.Body.ShortEn),
		Full:  locale.Pick(ctx, who.Body.NameVi, who.Body.NameEn),
	})
	return ui.WithFlash(ctx, message)
}

// present returns who acts, or SignedOut. A session that was idle for too
// long, whose account is closed or has signed out everywhere, is ended.
func (s *Sessions) present(ctx context.Context) (people.Present, error) {
	account := s.plain.GetInt64(ctx, accountKey)
	if account == 0 {
		return people.Present{}, errs.SignedOut
	}
	now, seen := s.now.Now().Unix(), s.plain.GetInt64(ctx, seenKey)
	if now-seen > int64(idle.Seconds()) {
		return people.Present{}, s.end(ctx)
	}
	who, err := s.people.Present(ctx, account, s.plain.GetInt(ctx, epochKey))
	switch {
	case errors.Is(err, errs.SignedOut):
		return people.Present{}, s.end(ctx)
	case err == nil && now-seen >= int64(seenEvery.Seconds()):
		s.plain.Put(ctx, seenKey, now)
	}
	return who, err
}

// begin signs an account in: with a new token, so that one known before means
// nothing, and without anything that was kept under the old one.
func (s *Sessions) begin(ctx context.Context, account int64, epoch int) error {
	if err := s.plain.RenewToken(ctx); err != nil {
		return err
	}
	if err := s.plain.Clear(ctx); err != nil {
		return err
	}
	now := s.now.Now()
	s.plain.Put(ctx, accountKey, account)
	s.plain.Put(ctx, epochKey, epoch)
	s.plain.Put(ctx, seenKey, now.Unix())
	_, err := s.pool.Exec(ctx, `DELETE FROM sessions WHERE expiry < $1`, now)
	return err
}

// end forgets the session and returns SignedOut, or why it could not.
func (s *Sessions) end(ctx context.Context) error {
	if err := s.plain.Destroy(ctx); err != nil {
		return err
	}
	return errs.SignedOut
}
