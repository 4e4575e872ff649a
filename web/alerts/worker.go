package alerts

import (
	_ "embed" // the script of notices
	"net/http"
)

// workerScript shows notices on a device. Its address stays the same, because
// browsers look there for a newer one.
//
//go:embed worker.js
var workerScript []byte

func worker(w http.ResponseWriter, _ *http.Request) error {
	h := w.Header()
	h.Set("Content-Type", "text/javascript; charset=utf-8")
	h.Set("Cache-Control", "no-cache")
	h.Set("Service-Worker-Allowed", path)
	w.Write(workerScript) // a reader who has gone is no failure of ours
	return nil
}
