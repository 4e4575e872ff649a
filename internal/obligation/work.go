package obligation

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Receive says that the body has taken note. A second time is a Conflict.
func (s *Store) Receive(ctx context.Context, actor access.Actor, id int64) (err error) {
	defer errs.Wrap(&err, "obligation.Receive(%d)", id)
	return s.change(ctx, actor, id, Receive, func(_ context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		o.ReceivedAt = &at
		return journal.Change{Action: "received"}, o.Move(Received)
	})
}

// Progress tells how the work goes. It is not judged.
func (s *Store) Progress(ctx context.Context, actor access.Actor, id int64, words string) (err error) {
	defer errs.Wrap(&err, "obligation.Progress(%d)", id)
	words, err = sentWords(words, nil)
	if err != nil {
		return err
	}
	return s.change(ctx, actor, id, Progress, func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		if _, err := s.send(ctx, actor, *o, at, KindProgress, words, nil); err != nil {
			return journal.Change{}, err
		}
		o.heard(at)
		return journal.Change{Action: "progress"}, o.work()
	})
}

// ReportFiles are the files that a report may carry.
var ReportFiles = attachment.Limits{Files: 5, Size: 10 << 20, Endings: []string{".pdf", ".docx", ".xlsx", ".jpg", ".jpeg", ".png", ".txt"}}

// Report sends a report to be judged, with files. A report sent while another
// waits takes its place: only the newest can be judged.
func (s *Store) Report(ctx context.Context, actor access.Actor, id int64, words string, files []attachment.File) (report int64, err error) {
	defer errs.Wrap(&err, "obligation.Report(%d)", id)
	return s.submit(ctx, actor, id, Report, KindReport, "reported", words, files)
}

// Answer answers a request. The answer may be given again in other words.
func (s *Store) Answer(ctx context.Context, actor access.Actor, id int64, words string) (err error) {
	defer errs.Wrap(&err, "obligation.Answer(%d)", id)
	_, err = s.submit(ctx, actor, id, Answer, KindAnswer, "answered", words, nil)
	return err
}

func (s *Store) submit(ctx context.Context, actor access.Actor, id int64, action Action, kind SentKind, entry, words string,
	files []attachment.File) (sent int64, err error) {
	words, err = sentWords(words, files)
	if err != nil {
		return 0, err
	}
	err = s.change(ctx, actor, id, action, func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		sent, err = s.send(ctx, actor, *o, at, kind, words, files)
		if err != nil {
			return journal.Change{}, err
		}
		o.heard(at)
		return journal.Change{Action: entry}, o.Move(Reported)
	})
	return sent, err
}

// sentWords tidies the words of an update and checks them with the files.
func sentWords(words string, files []attachment.File) (string, error) {
	words = fold.Tidy(words)
	p := errs.Problems{}
	required(p, "words", words)
	p.Merge(ReportFiles.Check(files))
	return words, p.OrNil()
}

// send stores an update with its files.
func (s *Store) send(ctx context.Context, actor access.Actor, o Obligation, at time.Time, kind SentKind, words string,
	files []attachment.File) (int64, error) {
	id, err := postgres.Value[int64](ctx, s.DB, `
		INSERT INTO reports (obligation_id, kind, body_id, account_id, words, sent_at)
		VALUES (@obligation, @kind, @body, @account, @words, @at)
		RETURNING id`,
		pgx.StrictNamedArgs{"obligation": o.ID, "kind": kind, "body": actor.Body, "account": actor.Account, "words": words, "at": at})
	if err != nil {
		return 0, err
	}
	return id, attachment.Keep(ctx, s.DB, attachment.Report, id, files, actor.Account, at)
}
