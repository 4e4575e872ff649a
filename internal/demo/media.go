package demo

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/postgres"
	"cauviec/internal/publicity"
	"cauviec/internal/routestudy"
)

const publicityCount = 44

// makePublicity fills the joint media plan: what has run, what is planned, and
// what a changed vacancy has made stale.
func (w *world) makePublicity(ctx context.Context) error {
	store := &publicity.Store{DB: w.db, Now: w.clock}
	media := []struct {
		slug  string
		forms []publicity.Form
	}{
		{"ls-bao", []publicity.Form{publicity.Article, publicity.Online}},
		{"ls-dai", []publicity.Form{publicity.Radio, publicity.Television, publicity.Loudspeaker}},
		{"bg-bao", []publicity.Form{publicity.Article, publicity.Online}},
		{"bg-dai", []publicity.Form{publicity.Radio, publicity.Television}},
	}
	for n := range publicityCount {
		m := media[w.weighted(4, 4, 1, 1)]
		if err := w.makePiece(ctx, store, w.actor(m.slug), pick(w, m.forms), n); err != nil {
			return err
		}
	}
	_, err := w.db.Exec(ctx, `UPDATE publicity_items SET sample = true`)
	return err
}

// makePiece plans a piece about a vacancy that is still open, from the wording
// of the day, and lets it run when its day has passed.
func (w *world) makePiece(ctx context.Context, store *publicity.Store, media access.Actor, form publicity.Form, n int) error {
	daysAgo := 60 - n*2 // the last lie ahead
	w.goTo(max(daysAgo+6, 1), 10, w.between(0, 59))
	ids, err := w.openNow(ctx)
	if err != nil || len(ids) == 0 {
		return err
	}
	title, err := postgres.Value[string](ctx, w.db, `SELECT lower(left(v.title, 1)) || substr(v.title, 2) || ' – ' || e.name FROM vacancies v JOIN employers e ON e.id = v.employer_id WHERE v.id = $1`, ids[0])
	if err != nil {
		return err
	}
	id, err := store.Plan(ctx, media, publicity.Plan{VacancyID: ids[0], Form: form, Title: "Tuyển " + title, PlannedOn: w.today().Add(-daysAgo)})
	if err != nil {
		return err
	}
	if n%6 == 0 { // made from an older wording than the vacancy has now
		_, err := w.db.Exec(ctx, `UPDATE publicity_items SET vacancy_revision = 1 WHERE id = $1`, id)
		if err != nil {
			return err
		}
	}
	if daysAgo <= 0 || n == 27 {
		return nil
	}
	w.goTo(daysAgo, 17, 30)
	return store.Publish(ctx, media, id, 1, "")
}

// makeStudy brings the dossier of the coach line half way: the sides agree on
// some things and differ on others.
func (w *world) makeStudy(ctx context.Context) error {
	if err := routestudy.Ensure(ctx, w.db); err != nil {
		return err
	}
	store := &routestudy.Store{DB: w.db, Now: w.clock}
	lines, err := store.Lines(ctx, w.actor("ls-sgtvt").Scope(access.ReadRouteStudy))
	if err != nil {
		return err
	}
	source := []struct {
		state routestudy.State
		note  string
	}{
		{routestudy.Settled, "Đã tổng hợp nhu cầu từ 11 huyện, thành phố"},
		{routestudy.Settled, "Bến xe phía Bắc TP Lạng Sơn còn chỗ cho 6 chuyến mỗi ngày"},
		{routestudy.Underway, "Đang khảo sát hai phương án: Quốc lộ 1 và cao tốc Bắc Giang – Lạng Sơn"},
		{routestudy.Underway, "Chờ thống nhất giờ vào ca của các khu công nghiệp"},
	}
	destination := []struct {
		state routestudy.State
		note  string
	}{
		{routestudy.Underway, "Đang lấy số liệu ca kíp của các khu công nghiệp"},
		{routestudy.Settled, "Bến xe Bắc Giang đồng ý tiếp nhận"},
	}
	for i, part := range source {
		w.goTo(80-i*9, 14, 0)
		if err := store.SetState(ctx, w.actor("ls-sgtvt"), lines[i].Source.ID, 1, part.state, part.note); err != nil {
			return err
		}
	}
	for i, part := range destination {
		w.goTo(60-i*12, 15, 0)
		if err := store.SetState(ctx, w.actor("bg-sgtvt"), lines[i].Destination.ID, 1, part.state, part.note); err != nil {
			return err
		}
	}
	return nil
}
