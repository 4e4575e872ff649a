package route

import (
	"context"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/errs"
)

// Change is what an action does to one thing, from the version that its page
// showed.
type Change func(ctx context.Context, actor access.Actor, id int64, version int) error

// Saying is a change that takes words: why it is made, or what came of it.
func Saying(words string, do func(ctx context.Context, actor access.Actor, id int64, version int, words string) error) Change {
	return func(ctx context.Context, actor access.Actor, id int64, version int) error {
		return do(ctx, actor, id, version, words)
	}
}

// Typed is what was typed into an action of a page and refused; the zero Typed
// is nothing.
type Typed struct {
	Action   string
	Words    string
	Problems errs.Problems
}

// Of returns what an action shows again, and whether it is the one refused.
func (t Typed) Of(action string) (words string, problems errs.Problems, refused bool) {
	if t.Action != action {
		return "", nil, false
	}
	return t.Words, t.Problems, true
}

// Act makes a change of the thing of the address, whose parameter is "id", and
// leads to where it is shown. Problems are shown on its page, with what was
// typed.
func Act(w http.ResponseWriter, r *http.Request, t Typed, do Change,
	page func(w http.ResponseWriter, r *http.Request, status int, t Typed) error, address func(id int64) string) error {
	id, err := ID(r, "id")
	if err != nil {
		return err
	}
	err = do(r.Context(), access.From(r.Context()), id, Version(r))
	if problems, refused := errs.ProblemsOf(err); refused {
		t.Problems = problems
		return page(w, r, http.StatusUnprocessableEntity, t)
	}
	if err != nil {
		return err
	}
	return SeeOther(w, r, address(id))
}
