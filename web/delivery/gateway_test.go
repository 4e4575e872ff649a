package delivery_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"cauviec/internal/alert"
	"cauviec/internal/clock"
	"cauviec/web/delivery"
)

const secret = "a secret of both sides"

var morning = clock.Fixed(clock.MustDay("12/10/2026").At(7, 0))

func sms(key string) alert.Letter {
	return alert.Letter{Key: key, To: alert.Address{Channel: alert.Phone, To: "+84912345678"}, Subject: "x", Body: "3 việc mới"}
}

// gateway keeps the rules of GATEWAY.md: it checks signatures, keeps orders by
// key, and can be told to misbehave.
type gateway struct {
	*httptest.Server
	t      *testing.T
	lock   sync.Mutex
	orders map[string]int // by key
	before func(w http.ResponseWriter, r *http.Request) (done bool)
	after  func(w http.ResponseWriter, r *http.Request) (done bool)
}

func newGateway(t *testing.T) *gateway {
	g := &gateway{t: t, orders: map[string]int{}}
	g.Server = httptest.NewServer(g)
	t.Cleanup(g.Close)
	return g
}

func (g *gateway) channel(timeout time.Duration) *delivery.Gateway {
	g.t.Helper()
	c, err := delivery.NewGateway(&http.Client{Timeout: timeout}, g.URL, secret, morning)
	if err != nil {
		g.t.Fatal(err)
	}
	return c
}

func (g *gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.lock.Lock()
	defer g.lock.Unlock()
	body, _ := io.ReadAll(r.Body)
	key := r.Header.Get("Idempotency-Key")
	signed := body
	if r.Method == http.MethodGet {
		signed = []byte(key)
	}
	seconds, err := strconv.ParseInt(r.Header.Get("X-Cauviec-Timestamp"), 10, 64)
	if err != nil || r.Header.Get("X-Cauviec-Signature") != delivery.Sign([]byte(secret), time.Unix(seconds, 0), signed) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if g.before != nil && g.before(w, r) {
		return
	}
	if r.Method == http.MethodGet {
		if strings.TrimPrefix(r.URL.Path, "/") != key || g.orders[key] == 0 {
			w.WriteHeader(http.StatusNotFound)
		}
		return
	}
	var order struct{ Key, To, Text string }
	if json.Unmarshal(body, &order) != nil || order.Key != key || order.To != "+84912345678" || order.Text == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	known := g.orders[key] > 0
	g.orders[key]++
	switch {
	case g.after != nil && g.after(w, r):
	case known:
		w.WriteHeader(http.StatusConflict)
	default:
		w.WriteHeader(http.StatusAccepted)
	}
}

func answer(status int) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		w.WriteHeader(status)
		return true
	}
}

// breaks ends the connection without an answer.
func breaks(http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }

// hangs answers later than anybody waits.
func hangs(_ http.ResponseWriter, r *http.Request) bool {
	<-r.Context().Done()
	return true
}

func TestAnOrderToTheGateway(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		before func(http.ResponseWriter, *http.Request) bool
		after  func(http.ResponseWriter, *http.Request) bool
		want   alert.Outcome
		fate   alert.Outcome // asked of the same gateway, well again
	}{
		{"accepted", nil, nil, alert.Taken, alert.Taken},
		{"too many", answer(429), nil, alert.Untaken, alert.Untaken},
		{"no such number", answer(410), nil, alert.NoSuch, alert.Untaken},
		{"refused", answer(400), nil, alert.Refusal, alert.Untaken},
		{"sent elsewhere", answer(302), nil, alert.Refusal, alert.Untaken},
		{"fails before it has it", answer(500), nil, alert.Unknown, alert.Untaken},
		{"fails after it has it", nil, answer(502), alert.Unknown, alert.Taken},
		{"breaks before it has it", breaks, nil, alert.Unknown, alert.Untaken},
		{"breaks after it has it", nil, breaks, alert.Unknown, alert.Taken},
		{"hangs before it has it", hangs, nil, alert.Unknown, alert.Untaken},
		{"hangs after it has it", nil, hangs, alert.Unknown, alert.Taken},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			g := newGateway(t)
			g.before, g.after = tt.before, tt.after
			c := g.channel(200 * time.Millisecond)
			if got := c.Hand(t.Context(), sms("k1")); got != tt.want {
				t.Errorf("Hand: got %s, want %s", got, tt.want)
			}
			g.lock.Lock()
			g.before, g.after = nil, nil
			g.lock.Unlock()
			if got := c.Fate(t.Context(), "k1"); got != tt.fate {
				t.Errorf("Fate: got %s, want %s", got, tt.fate)
			}
		})
	}
}

func TestTheSameOrderTwiceIsTakenOnce(t *testing.T) {
	t.Parallel()
	g := newGateway(t)
	c := g.channel(time.Second)
	for range 2 {
		if got := c.Hand(t.Context(), sms("k1")); got != alert.Taken {
			t.Errorf("got %s", got)
		}
	}
}

func TestAGatewayThatIsNotThere(t *testing.T) {
	t.Parallel()
	g := newGateway(t)
	c := g.channel(time.Second)
	g.Close()
	if got := c.Hand(t.Context(), sms("k1")); got != alert.Untaken {
		t.Errorf("Hand: got %s: without a connection nothing was sent", got)
	}
	if got := c.Fate(t.Context(), "k1"); got != alert.Unknown {
		t.Errorf("Fate: got %s: who cannot be asked has not said no", got)
	}
}

func TestAGatewayThatCannotAnswerAQuestion(t *testing.T) {
	t.Parallel()
	for _, status := range []int{401, 405, 500, 503} {
		g := newGateway(t)
		g.before = answer(status)
		if got := g.channel(time.Second).Fate(t.Context(), "k1"); got != alert.Unknown {
			t.Errorf("%d: got %s, want unknown", status, got)
		}
	}
}

func TestWhereAGatewayMayBe(t *testing.T) {
	t.Parallel()
	for address, fine := range map[string]bool{
		"https://sms.example.vn/v1": true, "http://127.0.0.1:9000": true, "http://localhost:9000/x": true,
		"http://sms.example.vn": false, "sms.example.vn": false, "ftp://127.0.0.1": false, "": false,
	} {
		if _, err := delivery.NewGateway(http.DefaultClient, address, secret, morning); (err == nil) != fine {
			t.Errorf("%q: %v", address, err)
		}
	}
	if _, err := delivery.NewGateway(http.DefaultClient, "https://sms.example.vn", "short", morning); err == nil {
		t.Error("a short secret is no secret")
	}
}
