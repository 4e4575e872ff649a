package delivery_test

import (
	"crypto/ecdh"
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"cauviec/internal/alert"
	"cauviec/web/delivery"
)

// toServer sends every request to a test's server, whatever host it names.
type toServer struct{ url *url.URL }

func (s toServer) RoundTrip(r *http.Request) (*http.Response, error) {
	r.URL.Scheme, r.URL.Host = s.url.Scheme, s.url.Host
	return http.DefaultTransport.RoundTrip(r)
}

func keys(t *testing.T) (public, private string) {
	t.Helper()
	k, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return base64.RawURLEncoding.EncodeToString(k.PublicKey().Bytes()), base64.RawURLEncoding.EncodeToString(k.Bytes())
}

func TestPush(t *testing.T) {
	t.Parallel()
	device, _ := keys(t)
	public, private := keys(t)
	letter := alert.Letter{Key: "k1", Subject: "3 việc mới", Body: "Công nhân may", Link: "https://cauviec.example.vn/viec-lam",
		To: alert.Address{Channel: alert.Push, To: "https://fcm.googleapis.com/fcm/send/x", Key: device,
			Auth: base64.RawURLEncoding.EncodeToString(make([]byte, 16))}}
	for status, want := range map[int]alert.Outcome{201: alert.Taken, 404: alert.NoSuch, 410: alert.NoSuch, 429: alert.Untaken,
		503: alert.Untaken, 500: alert.Unlikely, 400: alert.Refusal, 413: alert.Refusal} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasPrefix(r.Header.Get("Authorization"), "vapid t=") || r.Header.Get("Content-Encoding") != "aes128gcm" ||
				r.Header.Get("TTL") == "" || r.URL.Path != "/fcm/send/x" {
				t.Errorf("not a push message: %v", r.Header)
			}
			w.WriteHeader(status)
		}))
		at, err := url.Parse(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		p := &delivery.WebPush{Client: &http.Client{Transport: toServer{at}}, Keys: alert.PushKeys{PublicKey: public, PrivateKey: private},
			Contact: "viec@example.vn"}
		if got := p.Hand(t.Context(), letter); got != want {
			t.Errorf("%d: got %s, want %s", status, got, want)
		}
		server.Close()
		if got := p.Hand(t.Context(), letter); got != alert.Untaken {
			t.Errorf("nobody there: got %s", got)
		}
	}
}
