package alert

import (
	"encoding/base64"
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"cauviec/internal/errs"
	"cauviec/internal/phone"
)

// Address is where a channel reaches a person. Key and Auth are those of a
// device's subscription, in base64url (RFC 8291).
type Address struct {
	Channel Channel
	To      string
	Key     string
	Auth    string
}

// ParseAddress reads an address as people type it, or as a browser sends it.
// What cannot be one is a problem of the channel's field.
func ParseAddress(a Address) (Address, error) {
	a.To = strings.TrimSpace(a.To)
	switch a.Channel {
	case Email:
		return parseEmail(a.To)
	case Phone:
		return parsePhone(a.To)
	case Push:
		return parsePush(a)
	}
	return Address{}, errs.One("channel", "problem.choice")
}

// parseEmail reads a plain address: no name, nothing that needs quoting.
func parseEmail(words string) (Address, error) {
	parsed, err := mail.ParseAddress(words)
	local, domain, _ := strings.Cut(words, "@")
	switch {
	case words == "":
		return Address{}, errs.One("email", "problem.required")
	case err != nil || parsed.Address != words || len(words) > 254 || len(local) > 64 || !strings.Contains(domain, "."),
		strings.ContainsFunc(words, unusual):
		return Address{}, errs.One("email", "alerts.problem.email")
	}
	return Address{Channel: Email, To: strings.ToLower(words)}, nil
}

// unusual signs stand in no address that a header may safely carry.
func unusual(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune(`"<>()[]\,;:`, r) }

// parsePhone reads a mobile number: fixed lines get no short messages.
func parsePhone(words string) (Address, error) {
	number, err := phone.Parse(words)
	switch {
	case words == "":
		return Address{}, errs.One("phone", "problem.required")
	case err != nil || number == "" || strings.HasPrefix(number, "+842"):
		return Address{}, errs.One("phone", "problem.phone")
	}
	return Address{Channel: Phone, To: number}, nil
}

// pushHosts are the services of the browsers. The address comes from outside
// and is called by us, so that no other host is.
var pushHosts = []string{"fcm.googleapis.com", "push.services.mozilla.com", "notify.windows.com", "push.apple.com"}

// The lengths of a subscription's keys in bytes (RFC 8291, section 2).
const (
	pushKeyBytes  = 65
	pushAuthBytes = 16
	pushMost      = 1000
)

func parsePush(a Address) (Address, error) {
	u, err := url.Parse(a.To)
	known := err == nil && u.Scheme == "https" && u.User == nil && u.Port() == "" && len(a.To) <= pushMost &&
		slices.ContainsFunc(pushHosts, func(host string) bool { return u.Host == host || strings.HasSuffix(u.Host, "."+host) })
	if !known || !hasBytes(a.Key, pushKeyBytes) || !hasBytes(a.Auth, pushAuthBytes) {
		return Address{}, errs.One("channel", "alerts.problem.push")
	}
	return Address{Channel: Push, To: a.To, Key: strings.TrimRight(a.Key, "="), Auth: strings.TrimRight(a.Auth, "=")}, nil
}

func hasBytes(encoded string, n int) bool {
	b, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(encoded, "="))
	return err == nil && len(b) == n
}

// Mask hides an address so that who knows it recognises it and nobody else
// learns it.
func Mask(c Channel, address string) string {
	switch {
	case address == "":
		return ""
	case c == Email:
		local, domain, _ := strings.Cut(address, "@")
		return local[:min(1, len(local))] + "•••@" + domain
	case c == Phone && len(address) > 6:
		return "0" + address[3:5] + "• ••• " + address[len(address)-3:]
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(address, "https://"), "/")
	return host
}
