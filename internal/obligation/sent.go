package obligation

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
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
	files, err := postgres.All[Attachment](ctx, s.DB, `
		SELECT f.id, f.thing_id AS report, f.name, f.media_type, f.size
		FROM attachments f
		JOIN reports r ON r.id = f.thing_id
		WHERE f.thing = 'report' AND r.obligation_id = @id
		ORDER BY f.id
		LIMIT 1000`,
		pgx.StrictNamedArgs{"id": d.ID})
	byReport := map[int64][]Attachment{}
	for _, f := range files {
		byReport[f.Report] = append(byReport[f.Report], f)
	}
	for i := range sent {
		sent[i].Files = byReport[sent[i].ID]
	}
	d.Sent = sent
	return err
}

// Download is a file kept with a report, with its bytes.
type Download struct {
	Name      string
	MediaType string
	Bytes     []byte
}

// Attachment returns a file of a report on an obligation in scope.
func (s *Store) Attachment(ctx context.Context, scope access.Scope, id int64) (file Download, err error) {
	defer errs.Wrap(&err, "obligation.Attachment(%d)", id)
	return postgres.One[Download](ctx, s.DB, `
		SELECT f.name, f.media_type, f.bytes
		FROM attachments f
		JOIN reports r ON r.id = f.thing_id
		JOIN obligations o ON o.id = r.obligation_id
		WHERE f.id = @id AND f.thing = 'report' AND `+inScope,
		scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
}
