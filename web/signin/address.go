package signin

import (
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/go-chi/httprate"
)

// localPath returns where to go after signing in: the asked path if it is one
// of this site, else the dashboard.
func localPath(asked string) string {
	const home = "/bang-dieu-khien"
	if !strings.HasPrefix(asked, "/") || strings.HasPrefix(asked, "//") || strings.ContainsAny(asked, "\\\x00\t\r\n") {
		return home
	}
	u, err := url.Parse(asked)
	if err != nil || u.IsAbs() || u.Host != "" {
		return home
	}
	switch u.Path {
	case "/", signInPath, "/dang-xuat", "/dang-xuat-moi-noi":
		return home
	}
	to := u.RequestURI()
	if strings.HasPrefix(to, "//") { // written anew, "/%2f " has two slashes
		return home
	}
	return to
}

// AddressOf returns from where a request comes, by which tries are counted. An
// IPv6 subscriber has a whole /64 and is one.
func AddressOf(r *http.Request) string { return httprate.CanonicalizeIP(sender(r)) }

// sender returns the address of who sent a request. A proxy on this machine
// says it in X-Forwarded-For, of which only the last entry is its own; from
// anybody else the header is hearsay.
func sender(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return host
	}
	entries := strings.Split(r.Header.Get("X-Forwarded-For"), ",")
	if ip := net.ParseIP(strings.TrimSpace(entries[len(entries)-1])); ip != nil {
		return ip.String()
	}
	return host
}
