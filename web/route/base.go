package route

import (
	"context"
	"net/http"
	"net/url"
	"strings"
)

type baseKey struct{}

// At tells the pages by which address people reach the site; where it is empty,
// by the one that each of them asked.
func At(site string) func(http.Handler) http.Handler {
	site = strings.TrimSuffix(site, "/")
	return func(next http.Handler) http.Handler {
		if site == "" {
			return next
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), baseKey{}, site)))
		})
	}
}

// Base returns the scheme and host by which people reach the site, for what is
// read elsewhere: on paper, in a message, by another program.
func Base(r *http.Request) string {
	if site, ok := r.Context().Value(baseKey{}).(string); ok {
		return site
	}
	u := url.URL{Scheme: "http", Host: r.Host}
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		u.Scheme = "https"
	}
	return u.String()
}
