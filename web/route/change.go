package route

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"
	"regexp"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// KeyField is the form field of the key that makes a form act once.
const KeyField = "_key"

var keyShape = regexp.MustCompile(`^[A-Za-z0-9_-]{16,64}$`)

// refused ends a transaction whose handler answered, but not with success.
var refused = errors.New("the answer is not a success")

// change runs a Post. The answer is held back until the transaction is kept,
// so nobody is told of a success that is then lost.
func (s Site) change(w http.ResponseWriter, r *http.Request, rt Route) {
	if err := readForm(w, r, rt.body); err != nil {
		s.Fail(w, r, err)
		return
	}
	if rt.each {
		s.show(w, r, rt)
		return
	}
	held := &answer{header: http.Header{}}
	err := s.transact(r, held, rt.handle)
	var repeated postgres.ErrRepeated
	switch {
	case errors.As(err, &repeated):
		s.sentBefore(w, r, repeated)
	case err != nil && !errors.Is(err, refused):
		s.Fail(w, r, err)
	default:
		held.send(w)
	}
}

func (s Site) transact(r *http.Request, held *answer, handle Handler) error {
	do := func(ctx context.Context) (string, error) {
		if err := handle(held, r.WithContext(ctx)); err != nil {
			return "", err
		}
		if held.status >= http.StatusBadRequest {
			return "", refused
		}
		return held.header.Get("Location"), nil
	}
	key := r.PostFormValue(KeyField)
	if key == "" {
		return s.DB.InTx(r.Context(), func(ctx context.Context) error {
			_, err := do(ctx)
			return err
		})
	}
	if !keyShape.MatchString(key) {
		return errs.Invalid
	}
	sent := postgres.Sending{Key: key, Path: r.URL.Path, Account: access.From(r.Context()).Account, Words: digest(r), At: s.Now.Now()}
	_, err := s.DB.Once(r.Context(), sent, do)
	return err
}

// readForm parses the form within its size, and leaves out of it what is no text.
func readForm(w http.ResponseWriter, r *http.Request, limit int64) error {
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case r.Header.Get("Content-Type") == "":
		return nil
	case err != nil:
		return errs.Invalid
	case kind == "multipart/form-data":
		err = r.ParseMultipartForm(8 << 20)
	default:
		err = r.ParseForm()
	}
	if err != nil {
		return errors.Join(errs.Invalid, err)
	}
	purge(r.Form)
	purge(r.PostForm)
	return nil
}

// answer holds a response back.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (a *answer) Header() http.Header { return a.header }

func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
}

func (a *answer) Write(b []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(b)
}

func (a *answer) send(w http.ResponseWriter) {
	for name, values := range a.header {
		w.Header()[name] = values
	}
	a.WriteHeader(http.StatusOK)
	w.WriteHeader(a.status)
	w.Write(a.body.Bytes()) // a reader who has gone is no failure of ours
}
