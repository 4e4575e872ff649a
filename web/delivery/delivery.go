// Package delivery carries messages out of the house: to a mail server, to the
// push services of browsers, and to a gateway of phone messages. Each calls
// once and says what came of it; who repeats a call, and when, is decided by
// package alert.
//
// No error leaves this package: those of its libraries name addresses.
package delivery

import (
	"net/http"

	"cauviec/internal/alert"
	"cauviec/internal/clock"
)

// Options say which channels there are. What is empty is not connected: its
// messages are written down only.
type Options struct {
	MailServer    string // smtp://name:password@host:port
	MailFrom      string
	PushContact   string // an address by which push services reach us
	PushKeys      alert.PushKeys
	GatewayURL    string
	GatewaySecret string
}

// Carriers returns the channels that are connected.
func Carriers(o Options, now clock.Clock) (map[alert.Channel]alert.Carrier, error) {
	carriers := map[alert.Channel]alert.Carrier{}
	if o.MailServer != "" {
		m, err := NewMail(o.MailServer, o.MailFrom)
		if err != nil {
			return nil, err
		}
		carriers[alert.Email] = m
	}
	if o.PushContact != "" {
		carriers[alert.Push] = &WebPush{Client: client(), Keys: o.PushKeys, Contact: o.PushContact}
	}
	if o.GatewayURL != "" {
		g, err := NewGateway(client(), o.GatewayURL, o.GatewaySecret, now)
		if err != nil {
			return nil, err
		}
		carriers[alert.Phone] = g
	}
	return carriers, nil
}

// client follows no redirect: a signed order goes where it was addressed.
func client() *http.Client {
	return &http.Client{Timeout: callTime, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
}
