package vacancy

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Printed is a wording that was published, as a paper made from it says.
type Printed struct {
	Revision int
	Facts    Details
	At       time.Time
}

// Printed is public: it returns a published wording of a vacancy, the newest
// for revision 0. A revision that there never was is NotFound.
func (s *Store) Printed(ctx context.Context, id int64, revision int) (p Printed, err error) {
	defer errs.Wrap(&err, "vacancy.Printed(%d, %d)", id, revision)
	return postgres.One[Printed](ctx, s.DB, `
		SELECT revision, facts, at
		FROM vacancy_revisions
		WHERE vacancy_id = @id AND (@revision::int = 0 OR revision = @revision)
		ORDER BY revision DESC
		LIMIT 1`, pgx.StrictNamedArgs{"id": id, "revision": revision})
}
