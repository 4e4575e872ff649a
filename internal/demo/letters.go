package demo

import (
	"context"
	"net/url"
	"slices"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// asker is somebody who asks to be told of vacancies, so many days ago. The
// addresses are of the domain that is kept for examples (RFC 2606): whatever
// carries messages later, nobody gets these.
type asker struct {
	to      alert.Address
	lang    string
	words   string
	daysAgo int
	silent  bool // never gives the code back
}

func mail(name string) alert.Address {
	return alert.Address{Channel: alert.Email, To: name + "@example.com"}
}

// askers are those of the sample world, the first ones first. Who is told by
// telephone stops before today, so that no number stays.
var askers = []asker{
	{to: mail("hoang.lan"), lang: "vi", words: "may", daysAgo: 24},
	{to: mail("nong.ha"), lang: "vi", words: "điện tử", daysAgo: 20},
	{to: alert.Address{Channel: alert.Phone, To: "0900 000 000"}, lang: "vi", words: "đóng gói", daysAgo: 19},
	{to: mail("vi.thuan"), lang: "vi", words: "lắp ráp", daysAgo: 15},
	{to: mail("ly.minh"), lang: "en", words: "kho", daysAgo: 11},
	{to: mail("trieu.yen"), lang: "vi", words: "nhựa", daysAgo: 9},
	{to: mail("be.dung"), lang: "vi", words: "hàn", daysAgo: 1, silent: true},
}

// mornings are the days ago on which the sample world looked for news.
var mornings = []int{17, 14, 10, 7, 4, 2, 1}

// tellPeople plays the days of alerts: in the morning everybody is told of what
// is new, in the evening people ask. No channel was connected, so all messages
// stand in the outbox only.
func (w *world) tellPeople(ctx context.Context, writer alert.Writer) error {
	store := &alert.Store{DB: w.db, Now: w.clock, Search: search.SQL{DB: w.db}, Board: &board.Store{DB: w.db}, Writer: writer}
	desk := &alert.Desk{Store: store}
	for day := askers[0].daysAgo; day >= 1; day-- {
		if slices.Contains(mornings, day) {
			w.goTo(day, 7, 0)
			if _, err := store.Gather(ctx, access.Everything()); err != nil {
				return err
			}
			if err := w.deliver(ctx, desk); err != nil {
				return err
			}
		}
		for _, a := range askers {
			if a.daysAgo != day {
				continue
			}
			if err := w.asks(ctx, desk, a); err != nil {
				return err
			}
		}
	}
	return w.stop(ctx, store)
}

// stop ends the alerts that are reached by telephone.
func (w *world) stop(ctx context.Context, store *alert.Store) error {
	w.goTo(1, 19, 30)
	codes, err := postgres.Values[string](ctx, w.db, `SELECT code FROM alert_people WHERE channel = 'phone' ORDER BY id LIMIT 10`)
	if err != nil {
		return err
	}
	for _, code := range codes {
		if err := store.Stop(ctx, code, "", 0); err != nil {
			return err
		}
	}
	return nil
}

// deliver takes every message that waits to the desk.
func (w *world) deliver(ctx context.Context, desk *alert.Desk) error {
	w.at = w.at.Add(time.Minute)
	waiting, err := postgres.Values[int64](ctx, w.db, `SELECT id FROM alert_messages WHERE state = 'waiting' ORDER BY id LIMIT 100`)
	if err != nil {
		return err
	}
	for _, id := range waiting {
		if err := desk.Deliver(ctx, id, true); err != nil {
			return err
		}
	}
	return nil
}

// asks leaves a search and, but for the silent, gives its code back.
func (w *world) asks(ctx context.Context, desk *alert.Desk, a asker) error {
	w.goTo(a.daysAgo, 18, w.between(0, 50))
	_, err := desk.Store.Ask(ctx, alert.Request{To: a.to, Lang: a.lang, Asked: url.Values{"q": {a.words}}.Encode(),
		Query: search.Query{Text: a.words}, Consent: true})
	if err != nil {
		return err
	}
	if err := w.deliver(ctx, desk); err != nil || a.silent {
		return err
	}
	code, err := postgres.Value[string](ctx, w.db, `SELECT code FROM alerts WHERE code IS NOT NULL ORDER BY id DESC LIMIT 1`)
	if err == nil {
		_, err = desk.Store.ConfirmCode(ctx, code, "")
	}
	return err
}
