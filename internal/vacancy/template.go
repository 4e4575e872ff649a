package vacancy

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Template is the facts with which vacancies of an employer begin. Days,
// batches and the number of an order are none of them.
type Template struct {
	ID           int64
	EmployerID   int64
	EmployerName string
	Name         string
	Facts        Details
	At           time.Time
	Person       string
}

// templateName is the longest name of a template, in characters.
const templateName = 80

const selectTemplates = `
	SELECT t.id, t.employer_id, e.name AS employer_name, t.name, t.facts, t.created_at AS at, COALESCE(c.full_name, '') AS person
	FROM vacancy_templates t
	JOIN employers e ON e.id = t.employer_id
	LEFT JOIN accounts c ON c.id = t.created_by
	WHERE (@all OR t.employer_id = @own) AND (@employer::bigint = 0 OR t.employer_id = @employer) AND (@id::bigint = 0 OR t.id = @id)
	ORDER BY e.folded, t.folded, t.id
	LIMIT 200`

// Templates returns those of an employer, or all that the actor writes
// vacancies from when it is 0, by employer and name.
func (s *Store) Templates(ctx context.Context, actor access.Actor, employer int64) (list []Template, err error) {
	defer errs.Wrap(&err, "vacancy.Templates(%d)", employer)
	scope := actor.Scope(access.WriteVacancies)
	return postgres.All[Template](ctx, s.DB, selectTemplates,
		pgx.StrictNamedArgs{"all": scope.All, "own": scope.Employer, "employer": employer, "id": 0})
}

func (s *Store) template(ctx context.Context, actor access.Actor, id int64) (Template, error) {
	scope := actor.Scope(access.WriteVacancies)
	return postgres.One[Template](ctx, s.DB, selectTemplates,
		pgx.StrictNamedArgs{"all": scope.All, "own": scope.Employer, "employer": 0, "id": id})
}

// SaveTemplate keeps the facts of a vacancy as a template of its employer. One
// of the same name is replaced.
func (s *Store) SaveTemplate(ctx context.Context, actor access.Actor, id int64, name string) (err error) {
	defer errs.Wrap(&err, "vacancy.SaveTemplate(%d)", id)
	v, err := s.model(ctx, actor, id)
	if err != nil {
		return err
	}
	name, err = tidyName(name)
	if err != nil {
		return err
	}
	facts, err := json.Marshal(v.Details.another(clock.Day{}))
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `
		INSERT INTO vacancy_templates (employer_id, name, folded, facts, created_at, created_by)
		VALUES (@employer, @name, @folded, @facts, @now, NULLIF(@by::bigint, 0))
		ON CONFLICT (employer_id, folded) DO UPDATE
		SET name = excluded.name, facts = excluded.facts, created_at = excluded.created_at, created_by = excluded.created_by`,
		pgx.StrictNamedArgs{"employer": v.EmployerID, "name": name, "folded": fold.Fold(name), "facts": facts, "now": s.Now.Now(), "by": actor.Account})
	return err
}

func tidyName(name string) (string, error) {
	name = strings.Join(strings.Fields(fold.NFC(name)), " ")
	switch {
	case fold.Fold(name) == "":
		return "", errs.One("name", "problem.required")
	case utf8.RuneCountInString(name) > templateName:
		return "", errs.One("name", "problem.long", templateName)
	}
	return name, nil
}

// RenameTemplate gives a template another name. A name that another one has is
// a problem of "name".
func (s *Store) RenameTemplate(ctx context.Context, actor access.Actor, id int64, name string) (err error) {
	defer errs.Wrap(&err, "vacancy.RenameTemplate(%d)", id)
	t, err := s.template(ctx, actor, id)
	if err != nil {
		return err
	}
	if name, err = tidyName(name); err != nil {
		return err
	}
	_, err = postgres.Value[int64](ctx, s.DB, `
		UPDATE vacancy_templates t SET name = @name, folded = @folded
		WHERE id = @id AND NOT EXISTS (
		    SELECT FROM vacancy_templates o WHERE o.employer_id = @employer AND o.folded = @folded AND o.id <> @id)
		RETURNING id`,
		pgx.StrictNamedArgs{"id": t.ID, "employer": t.EmployerID, "name": name, "folded": fold.Fold(name)})
	if errors.Is(err, errs.NotFound) {
		return errs.One("name", "vacancy.problem.template_name")
	}
	return err
}

// DeleteTemplate forgets a template; vacancies made from it stay.
func (s *Store) DeleteTemplate(ctx context.Context, actor access.Actor, id int64) (err error) {
	defer errs.Wrap(&err, "vacancy.DeleteTemplate(%d)", id)
	t, err := s.template(ctx, actor, id)
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `DELETE FROM vacancy_templates WHERE id = @id`, pgx.StrictNamedArgs{"id": t.ID})
	return err
}

// FromTemplate keeps a new draft with the facts of a template and a last day,
// so that nothing need be typed.
func (s *Store) FromTemplate(ctx context.Context, actor access.Actor, id int64) (made int64, err error) {
	defer errs.Wrap(&err, "vacancy.FromTemplate(%d)", id)
	t, err := s.template(ctx, actor, id)
	if err != nil {
		return 0, err
	}
	d := t.Facts.another(s.Now.Today().Add(proposedRun)).Normal()
	d.EmployerID = t.EmployerID
	return s.insert(ctx, actor, draft{Details: d, action: "from_template", original: t.Name})
}

// LastOf returns the newest vacancy of an employer that the actor may begin
// another from; NotFound when there is none.
func (s *Store) LastOf(ctx context.Context, actor access.Actor, employer int64) (v Vacancy, err error) {
	defer errs.Wrap(&err, "vacancy.LastOf(%d)", employer)
	args := reads(actor, access.WriteVacancies).args()
	args["employer"] = employer
	return postgres.One[Vacancy](ctx, s.DB, `SELECT `+columns+from+`
		WHERE v.employer_id = @employer AND v.amends IS NULL AND `+inScope+`
		ORDER BY v.id DESC
		LIMIT 1`, args)
}
