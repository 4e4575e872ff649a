package delivery

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"cauviec/internal/alert"
	"cauviec/internal/clock"
)

// The headers of a call; GATEWAY.md says what they mean.
const (
	headerKey       = "Idempotency-Key"
	headerTimestamp = "X-Cauviec-Timestamp"
	headerSignature = "X-Cauviec-Signature"
)

// Gateway hands phone messages to an HTTP gateway, as GATEWAY.md describes.
type Gateway struct {
	client *http.Client
	url    string
	secret []byte
	now    clock.Clock
}

// NewGateway returns the channel of a gateway. Its address is https, but for a
// gateway on this machine; the secret signs the calls.
func NewGateway(client *http.Client, address, secret string, now clock.Clock) (*Gateway, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && (u.Scheme != "http" || !local(u.Hostname())):
		return nil, errors.New("the gateway of phone messages is not an https address")
	case len(secret) < 16:
		return nil, errors.New("the secret of the gateway of phone messages has less than 16 signs")
	}
	return &Gateway{client: client, url: strings.TrimSuffix(address, "/"), secret: []byte(secret), now: now}, nil
}

func local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Sign returns the signature of a body sent at an instant: HMAC-SHA256 over the
// Unix seconds, a dot and the body, in hexadecimal.
func Sign(secret []byte, at time.Time, body []byte) string {
	mac := hmac.New(sha256.New, secret)
	fmt.Fprintf(mac, "%d.", at.Unix())
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

// order is what a gateway is asked to send.
type order struct {
	Key  string `json:"key"`
	To   string `json:"to"` // E.164
	Text string `json:"text"`
}

// Hand orders a message once.
func (g *Gateway) Hand(ctx context.Context, l alert.Letter) alert.Outcome {
	body, err := json.Marshal(order{Key: l.Key, To: l.To.To, Text: l.Body})
	if err != nil {
		return alert.Refusal
	}
	status, err := g.call(ctx, http.MethodPost, g.url, l.Key, body)
	switch {
	case err != nil:
		return broken(err)
	case status >= 200 && status < 300, status == http.StatusConflict:
		return alert.Taken
	case status == http.StatusTooManyRequests:
		return alert.Untaken
	case status == http.StatusGone:
		return alert.NoSuch
	case status >= 500:
		return alert.Unknown
	}
	return alert.Refusal
}

// Fate asks whether the gateway has an order. Only its own "no" is a no.
func (g *Gateway) Fate(ctx context.Context, key string) alert.Outcome {
	status, err := g.call(ctx, http.MethodGet, g.url+"/"+url.PathEscape(key), key, nil)
	switch {
	case err != nil:
		return alert.Unknown
	case status >= 200 && status < 300:
		return alert.Taken
	case status == http.StatusNotFound:
		return alert.Untaken
	}
	return alert.Unknown
}

// call sends a signed request and returns the status of the answer. What is
// signed is the body, or of a question the key.
func (g *Gateway) call(ctx context.Context, method, address, key string, body []byte) (status int, err error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	signed := body
	if body == nil {
		signed = []byte(key)
	} else {
		r.Header.Set("Content-Type", "application/json; charset=utf-8")
	}
	at := g.now.Now()
	r.Header.Set(headerKey, key)
	r.Header.Set(headerTimestamp, strconv.FormatInt(at.Unix(), 10))
	r.Header.Set(headerSignature, Sign(g.secret, at, signed))
	answer, err := g.client.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10)) // so that the connection is used again
	return answer.StatusCode, nil
}

// broken says what a call that brought no answer means: where no connection
// came about, nothing was sent.
func broken(err error) alert.Outcome {
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		return alert.Untaken
	}
	return alert.Unknown
}
