package candidate

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// View is one look of an account at a person's data.
type View struct {
	At     time.Time
	Person string
	BodyVi string
	BodyEn string
	Page   string
}

// Profile is all that there is on a person, as far as the asker may see it.
type Profile struct {
	Candidate
	Consents  Consents
	Referrals []Referral
	Views     []View
	History   []journal.Entry
}

// The pages on which a person's data are looked at.
const (
	PageList    = "list"
	PageProfile = "profile"
	PageEdit    = "edit"
	PageExport  = "export"
)

// Get returns a person in the actor's reach, and keeps that the actor has
// looked at the data on a page. An employer sees its own referrals only.
func (s *Store) Get(ctx context.Context, actor access.Actor, id int64, page string) (p Profile, err error) {
	defer errs.Wrap(&err, "candidate.Get(%d)", id)
	scope := actor.Scope(access.ReadCandidates)
	p.Candidate, err = postgres.One[Candidate](ctx, s.DB,
		`SELECT `+columns+` FROM candidates c `+joins+` WHERE c.id = @id AND `+inScope,
		scoped(scope, pgx.StrictNamedArgs{"id": id}))
	if err != nil {
		return Profile{}, err
	}
	p.mask()
	if p.Referrals, err = s.referrals(ctx, scope, id); err != nil {
		return Profile{}, err
	}
	if p.Consents, err = s.consents(ctx, scope, id); err != nil {
		return Profile{}, err
	}
	if err := s.saw(ctx, actor, page, id); err != nil {
		return Profile{}, err
	}
	if employerOf(scope) != 0 {
		return p, nil
	}
	if p.History, err = s.journalOf(ctx, id, p.Referrals); err != nil {
		return Profile{}, err
	}
	p.Views, err = s.views(ctx, id)
	return p, err
}

// saw keeps that an account looked at the data of people.
func (s *Store) saw(ctx context.Context, actor access.Actor, page string, people ...int64) error {
	if len(people) == 0 {
		return nil
	}
	_, err := s.DB.Exec(ctx, `
		INSERT INTO personal_views (at, account_id, body_id, candidate_id, page)
		SELECT @at::timestamptz, @account::bigint, @body::bigint, unnest(@people::bigint[]), @page::text`,
		pgx.StrictNamedArgs{"at": s.Now.Now(), "account": actor.Account, "body": actor.Body, "people": people, "page": page})
	return err
}

func (s *Store) views(ctx context.Context, id int64) ([]View, error) {
	return postgres.All[View](ctx, s.DB, `
		SELECT w.at, a.full_name AS person, b.short_vi AS body_vi, b.short_en AS body_en, w.page
		FROM personal_views w
		JOIN accounts a ON a.id = w.account_id
		JOIN bodies b ON b.id = w.body_id
		WHERE w.candidate_id = @id
		ORDER BY w.at DESC, w.id DESC
		LIMIT 20`, pgx.StrictNamedArgs{"id": id})
}

// journalOf reads the changes of a person and of referrals, newest first.
func (s *Store) journalOf(ctx context.Context, candidate int64, referrals []Referral) ([]journal.Entry, error) {
	ids := make([]int64, 0, len(referrals))
	for _, r := range referrals {
		ids = append(ids, r.ID)
	}
	return postgres.All[journal.Entry](ctx, s.DB, `
		SELECT j.id, j.at, COALESCE(a.full_name, '') AS person, COALESCE(b.short_vi, '') AS body_vi,
		       COALESCE(b.short_en, '') AS body_en, j.thing, j.thing_id, j.action, j.from_value AS "from", j.to_value AS "to", j.why
		FROM journal j
		LEFT JOIN accounts a ON a.id = j.account_id
		LEFT JOIN bodies b ON b.id = j.body_id
		WHERE j.thing = 'candidate' AND j.thing_id = @candidate OR j.thing = 'referral' AND j.thing_id = ANY (@referrals)
		ORDER BY j.id DESC
		LIMIT 100`,
		pgx.StrictNamedArgs{"candidate": candidate, "referrals": ids})
}
