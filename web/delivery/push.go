package delivery

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/SherClockHolmes/webpush-go"

	"cauviec/internal/alert"
)

// pushLife is how long a push service keeps a message for a device that is
// off, in seconds: twelve hours, for tomorrow there is another.
const pushLife = 12 * 3600

// WebPush hands messages to the push services of browsers (RFC 8030), sealed
// for the device (RFC 8291).
type WebPush struct {
	Client  *http.Client
	Keys    alert.PushKeys
	Contact string // an address by which a push service reaches us
}

// note is what the device is told; the service worker reads it.
type note struct {
	Title string `json:"title"`
	Body  string `json:"body"`
	Link  string `json:"link"`
}

// Hand gives a message to the push service once.
func (p *WebPush) Hand(ctx context.Context, l alert.Letter) alert.Outcome {
	words, err := json.Marshal(note{Title: l.Subject, Body: l.Body, Link: l.Link})
	if err != nil {
		return alert.Refusal
	}
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	answer, err := webpush.SendNotificationWithContext(ctx, words,
		&webpush.Subscription{Endpoint: l.To.To, Keys: webpush.Keys{Auth: l.To.Auth, P256dh: l.To.Key}},
		&webpush.Options{HTTPClient: p.Client, Subscriber: p.Contact, TTL: pushLife, Urgency: webpush.UrgencyLow,
			VAPIDPublicKey: p.Keys.PublicKey, VAPIDPrivateKey: p.Keys.PrivateKey})
	if err != nil {
		return broken(err)
	}
	defer answer.Body.Close()
	switch status := answer.StatusCode; {
	case status >= 200 && status < 300:
		return alert.Taken
	case status == http.StatusNotFound || status == http.StatusGone:
		return alert.NoSuch
	case status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable:
		return alert.Untaken
	case status >= 500:
		return alert.Unlikely
	}
	return alert.Refusal
}

// Fate is never known: a push service cannot be asked about a message.
func (p *WebPush) Fate(context.Context, string) alert.Outcome { return alert.Unlikely }
