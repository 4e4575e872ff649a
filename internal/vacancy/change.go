package vacancy

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// order is one change asked of one vacancy: by whom, of which version.
type order struct {
	actor   access.Actor
	need    access.Need
	id      int64
	version int
	action  Action
	why     string
	mustSay bool // a reason is required
}

// Update changes a draft that is still as the writer saw it, else Conflict.
func (s *Store) Update(ctx context.Context, actor access.Actor, id int64, version int, d Details) (err error) {
	defer errs.Wrap(&err, "vacancy.Update(%d)", id)
	d = d.Normal()
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: Edit}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		if v.Status != Draft {
			return errs.Conflict
		}
		if err := d.CheckDraft().OrNil(); err != nil {
			return err
		}
		v.Details = d
		return s.known(ctx, actor.Scope(access.WriteVacancies), d)
	})
}

// Revise changes published facts. Only those who publish do it, and say why;
// the new wording passes the gate and becomes a revision. The employer stays.
func (s *Store) Revise(ctx context.Context, actor access.Actor, id int64, version int, d Details, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Revise(%d)", id)
	d = d.Normal()
	o := order{actor: actor, need: access.PublishVacancies, id: id, version: version, action: "revise", why: why, mustSay: true}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		err := s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
			if v.Status != Published && v.Status != Paused {
				return errs.Conflict
			}
			if len(Changed(v.Details, d)) == 0 {
				return errs.One("why", "vacancy.problem.unchanged")
			}
			return s.reword(ctx, o, v, d)
		})
		if err != nil {
			return err
		}
		return s.FillItself(ctx, access.Everything(), id)
	})
}

// reword gives a public vacancy other facts, if they pass the gate. Its
// employer stays.
func (s *Store) reword(ctx context.Context, o order, v *Vacancy, d Details) error {
	if d.EmployerID != v.EmployerID {
		return errs.One("employer_id", "vacancy.problem.employer_stays")
	}
	v.Details = d
	if err := s.gate(ctx, *v); err != nil {
		return err
	}
	if err := s.known(ctx, access.Everything(), d); err != nil {
		return err
	}
	return s.revise(ctx, o, v)
}

// Extend moves the last day of a published or paused vacancy, later or
// earlier, for a reason. It is a published fact: a new revision.
func (s *Store) Extend(ctx context.Context, actor access.Actor, id int64, version int, closes clock.Day, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Extend(%d)", id)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: Extend, why: why, mustSay: true}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		if v.Status != Published && v.Status != Paused {
			return errs.Conflict
		}
		if v.ClosesOn.Sub(closes) == 0 {
			return errs.One("closes_on", "vacancy.problem.closes_same")
		}
		v.ClosesOn = closes
		if err := s.gate(ctx, *v); err != nil {
			return err
		}
		return s.revise(ctx, o, v)
	})
}

// revise keeps the new wording of published facts.
func (s *Store) revise(ctx context.Context, o order, v *Vacancy) error {
	v.Revision++
	facts, err := json.Marshal(v.Details)
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, insertRevision, pgx.StrictNamedArgs{
		"id": v.ID, "revision": v.Revision, "facts": facts, "now": s.Now.Now(), "by": o.actor.Account, "why": o.tidyWhy()})
	return err
}

func (o order) tidyWhy() string { return fold.Tidy(o.why) }

// change is how every change is made: lock, rule, write, show or hide, record.
func (s *Store) change(ctx context.Context, o order, rule func(ctx context.Context, v *Vacancy) error) error {
	if !o.actor.May(o.need) {
		return errs.Forbidden
	}
	if o.mustSay && o.tidyWhy() == "" {
		return errs.One("why", "problem.required")
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		v, err := s.lock(ctx, o)
		if err != nil {
			return err
		}
		was := v
		if err := rule(ctx, &v); err != nil {
			return err
		}
		if was.Outcome != "" && v.goesOn(was, s.Now.Today()) {
			if err := s.askAnew(ctx, v.ID); err != nil {
				return err
			}
		}
		return s.keep(ctx, o, was, v)
	})
}

// keep writes a changed vacancy, shows or hides it, and records the change.
func (s *Store) keep(ctx context.Context, o order, was, v Vacancy) error {
	if err := s.save(ctx, v); err != nil {
		return err
	}
	if err := s.show(ctx, v.ID, was.Status, v.Status); err != nil {
		return err
	}
	return s.record(ctx, o, was, v)
}

// lock reads the vacancy in the actor's reach and holds it until the
// transaction ends; one that changed since it was seen is a Conflict.
func (s *Store) lock(ctx context.Context, o order) (Vacancy, error) {
	if _, err := s.DB.Exec(ctx, holdEmployer, pgx.StrictNamedArgs{"id": o.id}); err != nil {
		return Vacancy{}, err
	}
	v, err := s.one(ctx, lockOne, reads(o.actor, o.need), o.id)
	if err == nil && v.Version != o.version {
		err = errs.Conflict
	}
	return v, err
}

func (s *Store) save(ctx context.Context, v Vacancy) error {
	args := argsOf(v.Details)
	args["id"] = v.ID
	if _, err := s.DB.Exec(ctx, updateDetails, args); err != nil {
		return err
	}
	_, err := s.DB.Exec(ctx, updateStatus, pgx.StrictNamedArgs{
		"id": v.ID, "status": string(v.Status), "return_reason": v.ReturnReason, "end_reason": v.EndReason, "revision": v.Revision,
		"submitted_at": v.SubmittedAt, "submitted_by": v.SubmittedBy, "published_at": v.PublishedAt, "published_by": v.PublishedBy,
		"ended_at": v.EndedAt, "relisted_from": v.RelistedFrom, "amends": v.Amends, "amend_why": v.AmendWhy, "merged_into": v.MergedInto,
		"publish_at": v.PublishAt, "publish_by": v.PublishBy, "missed_at": v.MissedAt, "missed_fields": v.MissedFields,
		"short_known": v.ShortKnown})
	return err
}

// show makes a published vacancy findable as it now reads, and one that no
// longer is impossible to find.
func (s *Store) show(ctx context.Context, id int64, was, now Status) error {
	switch {
	case now == Published:
		v, err := s.one(ctx, selectOne, reach{scope: access.Everything(), drafts: true}, id)
		if err != nil {
			return err
		}
		return search.Put(ctx, s.DB, entryOf(v))
	case was == Published:
		return search.Remove(ctx, s.DB, id)
	}
	return nil
}

// entryOf is what search knows of a vacancy.
func entryOf(v Vacancy) search.Entry {
	e := search.Entry{
		VacancyID: v.ID, ClosesOn: v.ClosesOn, ZoneID: v.ZoneID, EmployerID: v.EmployerID, OccupationCode: v.OccupationCode,
		IncomeFrom: v.IncomeFrom, IncomeTo: v.IncomeTo, Shift: v.Shift, Benefits: v.Benefits, Lat: v.Lat, Lon: v.Lon,
		Couples: v.Couples, NoExperience: v.Experience == "none",
		Title: v.Title, Employer: v.EmployerName, Zone: v.ZoneName, Occupation: v.OccupationVi,
		Text: strings.Join([]string{v.Description, v.PayNote, v.Workplace, v.Papers}, " "),
	}
	if v.PublishedAt != nil {
		e.PublishedAt = *v.PublishedAt
	}
	if e.Zone == "" {
		e.Zone = v.AreaName
	}
	return e
}

func (s *Store) record(ctx context.Context, o order, was, now Vacancy) error {
	c := journal.Change{Thing: journal.Vacancy, ID: o.id, Action: string(o.action), Why: o.tidyWhy()}
	if was.Status != now.Status {
		c.From, c.To = string(was.Status), string(now.Status)
	}
	switch {
	case o.action == "merge":
		c.To = string(Merged)
	case was.ClosesOn != now.ClosesOn && o.action == Extend:
		c.From, c.To = was.ClosesOn.String(), now.ClosesOn.String()
	case o.action == Schedule && now.PublishAt != nil:
		c.To = now.PublishAt.In(clock.Zone).Format("02/01/2006 15:04")
	}
	if o.action == Edit {
		if going, err := s.goesOn(ctx, o); going || err != nil {
			return err
		}
	}
	return journal.Write(ctx, s.DB, o.actor, s.Now.Now(), c)
}

// oneEdit is how long somebody who saves a draft step by step is said to have
// edited it once.
const oneEdit = time.Hour

// goesOn reports whether the newest change of a draft is the same person's
// edit of a moment ago, which this one only goes on with.
func (s *Store) goesOn(ctx context.Context, o order) (bool, error) {
	return postgres.Value[bool](ctx, s.DB, `
		SELECT COALESCE((
		    SELECT j.action = 'edit' AND j.account_id = @by AND j.at > @since
		    FROM journal j
		    WHERE j.thing = 'vacancy' AND j.thing_id = @id
		    ORDER BY j.id DESC
		    LIMIT 1), false)`,
		pgx.StrictNamedArgs{"by": o.actor.Account, "since": s.Now.Now().Add(-oneEdit), "id": o.id})
}
