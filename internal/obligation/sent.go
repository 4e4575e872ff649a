package obligation

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// readSent reads updates, reports and answers with their files.
func (s *Store) readSent(ctx context.Context, d *Detail) error {
	sent, err := postgres.All[Sent](ctx, s.DB, `
		SELECT r.id, r.kind, b.short_vi AS body_vi, b.short_en AS body_en, a.full_name AS person, r.words, r.sent_at,
		       r.decision, r.decided_at, COALESCE(judge.full_name, '') AS decided_by, r.reason
		FROM reports r
		JOIN bodies b ON b.id = r.body_id
		JOIN accounts a ON a.id = r.account_id
		LEFT JOIN accounts judge ON judge.id = r.decided_by
		WHERE r.obligation_id = @id
		ORDER BY r.id DESC
		LIMIT 200`,
		pgx.StrictNamedArgs{"id": d.ID})
	if err != nil {
		return err
	}
	files, err := attachment.List(ctx, s.DB, attachment.Report, `SELECT r.id FROM reports r WHERE r.obligation_id = @id`,
		pgx.StrictNamedArgs{"id": d.ID})
	for i := range sent {
		sent[i].Files = files[sent[i].ID]
	}
	d.Sent = sent
	return err
}

// Attachment returns a file of a report on an obligation in scope.
func (s *Store) Attachment(ctx context.Context, scope access.Scope, id int64) (file attachment.Content, err error) {
	defer errs.Wrap(&err, "obligation.Attachment(%d)", id)
	return attachment.Read(ctx, s.DB, attachment.Report, `
		SELECT r.id
		FROM reports r
		JOIN obligations o ON o.id = r.obligation_id
		WHERE `+inScope,
		scopeArgs(scope, pgx.StrictNamedArgs{"file": id}))
}
