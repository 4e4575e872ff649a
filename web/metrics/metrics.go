// Package metrics counts requests and connections for Prometheus.
package metrics

import (
	"crypto/subtle"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Gauges is one process's measures.
type Gauges struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
}

// New returns gauges that also watch the pool, if there is one.
func New(pool *pgxpool.Pool) *Gauges {
	g := &Gauges{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "cauviec_request_seconds", Help: "Time to answer, by route pattern.",
			Buckets: []float64{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3},
		}, []string{"method", "route", "status"}),
	}
	g.registry.MustRegister(g.requests, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	if pool != nil {
		g.registry.MustRegister(
			gauge("cauviec_pool_connections", "Open database connections.", func() float64 { return float64(pool.Stat().TotalConns()) }),
			gauge("cauviec_pool_busy", "Database connections in use.", func() float64 { return float64(pool.Stat().AcquiredConns()) }),
		)
	}
	return g
}

func gauge(name, help string, value func() float64) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value)
}

// Observe counts one answered request.
func (g *Gauges) Observe(method, pattern string, status int, took time.Duration) {
	g.requests.WithLabelValues(method, pattern, strconv.Itoa(status)).Observe(took.Seconds())
}

// Guarded serves the measures to loopback, and to those who show the token as
// a bearer. An empty token opens nothing.
func (g *Gauges) Guarded(token string) http.Handler {
	page := promhttp.HandlerFor(g.registry, promhttp.HandlerOpts{})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		shown := r.Header.Get("Authorization")
		known := token != "" && subtle.ConstantTimeCompare([]byte(shown), []byte("Bearer "+token)) == 1
		if !known && !local(r) {
			http.NotFound(w, r)
			return
		}
		page.ServeHTTP(w, r)
	})
}

// local reports whether the request comes from this machine itself and not
// through a proxy on it.
func local(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil || r.Header.Get("X-Forwarded-For") != "" || r.Header.Get("Forwarded") != "" {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
