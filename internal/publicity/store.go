package publicity

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Store keeps the joint media plan.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Filter narrows a list; empty fields do not.
type Filter struct {
	Body    int64
	Vacancy int64
	From    clock.Day // planned on or after
	Until   clock.Day // planned on or before
	// Standing is what the pieces mean today; List leaves it to its caller.
	Standing Standing
}

const matching = `
		AND (@body = 0 OR i.body_id = @body)
		AND (@vacancy = 0 OR i.vacancy_id = @vacancy)
		AND (@from::date IS NULL OR i.planned_on >= @from)
		AND (@until::date IS NULL OR i.planned_on <= @until)`

// List returns pieces in the order of their planned days, at most 500.
func (s *Store) List(ctx context.Context, scope access.Scope, f Filter) (items []Item, err error) {
	defer errs.Wrap(&err, "publicity.List")
	args := scoped(scope, s.Now.Today())
	args["body"], args["vacancy"], args["from"], args["until"] = f.Body, f.Vacancy, f.From, f.Until
	return postgres.All[Item](ctx, s.DB, selectItems+matching+`
		ORDER BY i.planned_on, i.id
		LIMIT 500`, args)
}

// Get returns one piece; NotFound when it is not in scope.
func (s *Store) Get(ctx context.Context, scope access.Scope, id int64) (item Item, err error) {
	defer errs.Wrap(&err, "publicity.Get(%d)", id)
	return s.get(ctx, scope, id)
}

func (s *Store) get(ctx context.Context, scope access.Scope, id int64) (Item, error) {
	args := scoped(scope, s.Now.Today())
	args["id"] = id
	return postgres.One[Item](ctx, s.DB, selectItems+` AND i.id = @id`, args)
}

// Plan adds a piece to the plan of the actor's body. The piece is made from
// the vacancy's wording of the moment; only an open vacancy can be publicised.
func (s *Store) Plan(ctx context.Context, actor access.Actor, p Plan) (id int64, err error) {
	defer errs.Wrap(&err, "publicity.Plan")
	if !actor.May(access.WritePublicity) {
		return 0, errs.Forbidden
	}
	if err := p.Check(s.Now.Today()); err != nil {
		return 0, err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		revision, err := s.revision(ctx, p.VacancyID)
		if err != nil {
			return err
		}
		id, err = postgres.Value[int64](ctx, s.DB, insertItem, pgx.StrictNamedArgs{
			"body": actor.Body, "vacancy": p.VacancyID, "revision": revision, "form": string(p.Form),
			"title": strings.TrimSpace(p.Title), "planned_on": p.PlannedOn, "at": s.Now.Now(), "by": actor.Account,
		})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, journal.Change{ID: id, Action: "planned", To: string(Planned)})
	})
	return id, err
}

// revision returns the wording that an open vacancy has now.
func (s *Store) revision(ctx context.Context, vacancy int64) (int, error) {
	if vacancy == 0 {
		return 0, nil
	}
	list, err := postgres.Values[int](ctx, s.DB, `
		SELECT revision FROM vacancies WHERE id = @id AND status = 'published' AND closes_on >= @today`,
		pgx.StrictNamedArgs{"id": vacancy, "today": s.Now.Today()})
	if err != nil {
		return 0, err
	}
	if len(list) == 0 {
		return 0, errs.One("vacancy", "publicity.problem.closed")
	}
	return list[0], nil
}

// Publish records that a piece has run, and where it can be found.
func (s *Store) Publish(ctx context.Context, actor access.Actor, id int64, version int, link string) (err error) {
	defer errs.Wrap(&err, "publicity.Publish(%d)", id)
	link = strings.TrimSpace(link)
	if err := checkLink(link); err != nil {
		return err
	}
	return s.move(ctx, actor, id, version, Published, link, "")
}

// Cancel takes a piece off the plan; why is required.
func (s *Store) Cancel(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "publicity.Cancel(%d)", id)
	if why = strings.TrimSpace(why); why == "" {
		return errs.One("why", "problem.required")
	}
	return s.move(ctx, actor, id, version, Cancelled, "", why)
}

func (s *Store) move(ctx context.Context, actor access.Actor, id int64, version int, to Status, link, why string) error {
	return s.change(ctx, actor, id, version, func(ctx context.Context, item Item) error {
		if !item.Status.May(to) {
			return errs.Conflict
		}
		_, err := s.DB.Exec(ctx, `
			UPDATE publicity_items
			SET status = @status, link = @link, published_at = CASE WHEN @status = 'published' THEN @at::timestamptz END, version = version + 1
			WHERE id = @id`,
			pgx.StrictNamedArgs{"id": id, "status": string(to), "link": link, "at": s.Now.Now()})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, journal.Change{ID: id, Action: string(to), From: string(item.Status), To: string(to), Why: why})
	})
}

// Correct records that a piece now says what the vacancy says: it was reworded
// before it ran, or corrected after.
func (s *Store) Correct(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "publicity.Correct(%d)", id)
	return s.change(ctx, actor, id, version, func(ctx context.Context, item Item) error {
		if item.VacancyRevision >= item.CurrentRevision {
			return errs.Conflict
		}
		_, err := s.DB.Exec(ctx, `UPDATE publicity_items SET vacancy_revision = @revision, version = version + 1 WHERE id = @id`,
			pgx.StrictNamedArgs{"id": id, "revision": item.CurrentRevision})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, journal.Change{ID: id, Action: "corrected", Why: strings.TrimSpace(why)})
	})
}

// change locks a piece of the actor's own body and lets do change it.
func (s *Store) change(ctx context.Context, actor access.Actor, id int64, version int, do func(ctx context.Context, item Item) error) error {
	if !actor.May(access.WritePublicity) {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		_, err := postgres.Value[int64](ctx, s.DB, `SELECT id FROM publicity_items WHERE id = @id AND body_id = @body FOR UPDATE`,
			pgx.StrictNamedArgs{"id": id, "body": actor.Body})
		if err != nil {
			return err
		}
		item, err := s.get(ctx, access.Everything(), id)
		if err != nil {
			return err
		}
		if item.Version != version {
			return errs.Conflict
		}
		return do(ctx, item)
	})
}

func (s *Store) record(ctx context.Context, actor access.Actor, c journal.Change) error {
	c.Thing = journal.PublicityItem
	return journal.Write(ctx, s.DB, actor, s.Now.Now(), c)
}

// Choice is an open vacancy that a piece can be made from.
type Choice struct {
	ID       int64
	Title    string
	Employer string
	ZoneName string
	Pieces   int // planned or published pieces of the scope's bodies
}

// Choices returns open vacancies, those without a piece first, at most 200.
func (s *Store) Choices(ctx context.Context, scope access.Scope) (list []Choice, err error) {
	defer errs.Wrap(&err, "publicity.Choices")
	return postgres.All[Choice](ctx, s.DB, selectChoices, scoped(scope, s.Now.Today()))
}

func scoped(scope access.Scope, today clock.Day) pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{"all": scope.All, "bodies": scope.Bodies, "today": today}
}
