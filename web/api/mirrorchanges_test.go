package api_test

import (
	"context"

	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

// weights say how often each change is tried. What touches all vacancies of an
// employer is rare: it would tell a mirror again what it may have missed.
var weights = map[string]int{"publish": 60, "revise": 40, "extend": 25, "pause": 25, "resume": 40, "fill": 12, "withdraw": 8,
	"suspend": 1, "distrust": 1, "verify": 12, "rename": 2, "day": 9}

// changes are what can happen to the list, by name.
func (w *mirrored) changes() map[string]func(ctx context.Context) error {
	return map[string]func(ctx context.Context) error{
		"publish": w.publish,
		"revise": w.ofOne(func(ctx context.Context, v vacancy.Vacancy) error {
			d := w.facts()
			d.EmployerID = v.EmployerID
			return w.store.Revise(ctx, w.centre, v.ID, v.Version, d, "sửa")
		}),
		"extend": w.ofOne(func(ctx context.Context, v vacancy.Vacancy) error {
			return w.store.Extend(ctx, w.relay, v.ID, v.Version, w.today().Add(1+w.draw(12)), "cần thêm")
		}),
		"pause": w.ofOne(func(ctx context.Context, v vacancy.Vacancy) error {
			return w.store.Pause(ctx, w.relay, v.ID, v.Version, "nghỉ")
		}),
		"resume": w.ofOne(func(ctx context.Context, v vacancy.Vacancy) error {
			return w.store.Resume(ctx, w.relay, v.ID, v.Version, "tiếp")
		}),
		"fill": w.ofOne(func(ctx context.Context, v vacancy.Vacancy) error {
			return w.store.Fill(ctx, w.relay, v.ID, v.Version, "đủ")
		}),
		"withdraw": w.ofOne(func(ctx context.Context, v vacancy.Vacancy) error {
			return w.store.Withdraw(ctx, w.relay, v.ID, v.Version, "thôi")
		}),
		"suspend": w.ofEmployer(func(ctx context.Context, e employer.Employer) error {
			return w.store.SuspendEmployer(ctx, w.board, e.ID, e.Version, "nghi ngờ")
		}),
		"distrust": w.ofEmployer(func(ctx context.Context, e employer.Employer) error {
			return w.firms.Suspend(ctx, w.board, e.ID, e.Version, "nghi ngờ")
		}),
		"verify": w.ofEmployer(func(ctx context.Context, e employer.Employer) error {
			return w.firms.Verify(ctx, w.board, e.ID, e.Version, "đã rõ", employer.Registration)
		}),
		"rename": w.ofEmployer(func(ctx context.Context, e employer.Employer) error {
			return w.store.UpdateEmployer(ctx, w.board, e.ID, e.Version, w.firm(e.TaxCode, "Công ty "+string(rune('A'+w.draw(26)))))
		}),
		"day": func(context.Context) error {
			w.days.Add(1)
			return nil
		},
	}
}

func (w *mirrored) publish(ctx context.Context) error {
	id, err := w.store.Create(ctx, w.relay, w.facts())
	if err == nil {
		err = w.store.Submit(ctx, w.relay, id, 1)
	}
	if err == nil {
		err = w.store.Publish(ctx, w.centre, id, 2)
	}
	if err == nil {
		w.mu.Lock()
		w.known = append(w.known, id)
		w.mu.Unlock()
	}
	return err
}

// ofOne does something to a vacancy.
func (w *mirrored) ofOne(do func(ctx context.Context, v vacancy.Vacancy) error) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		v, err := w.store.Get(ctx, w.centre, w.oneOf(&w.known))
		if err != nil {
			return err
		}
		return do(ctx, v)
	}
}

// ofEmployer does something to an employer.
func (w *mirrored) ofEmployer(do func(ctx context.Context, e employer.Employer) error) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		e, err := w.firms.Get(ctx, w.board.Scope("read_employers"), w.oneOf(&w.workers))
		if err != nil {
			return err
		}
		return do(ctx, e)
	}
}
