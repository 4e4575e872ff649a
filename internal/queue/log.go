package queue

import (
	"context"
	"log/slog"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// warnings passes on what the queue's library warns of and leaves its chatter
// out.
type warnings struct{ slog.Handler }

// Enabled leaves out what is below a warning.
func (w warnings) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && w.Handler.Enabled(ctx, level)
}

func quiet(log *slog.Logger) *slog.Logger { return slog.New(warnings{log.Handler()}) }

// failures logs work that failed. Errors of workers name no person: the queue
// keeps them, too.
type failures struct{ log *slog.Logger }

// HandleError logs an error; the work is tried again as its worker says.
func (f failures) HandleError(ctx context.Context, job *rivertype.JobRow, err error) *river.ErrorHandlerResult {
	f.log.WarnContext(ctx, "work", "kind", job.Kind, "job", job.ID, "attempt", job.Attempt, "error", err)
	return nil
}

// HandlePanic logs a fault of the program.
func (f failures) HandlePanic(ctx context.Context, job *rivertype.JobRow, cause any, trace string) *river.ErrorHandlerResult {
	f.log.ErrorContext(ctx, "work", "kind", job.Kind, "job", job.ID, "panic", cause, "trace", trace)
	return nil
}
