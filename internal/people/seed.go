package people

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Seed is an account of the sample world.
type Seed struct {
	Username string
	FullName string
	BodySlug string
	Role     access.Role
}

// BulkCreate creates the accounts that do not exist yet, all with one password
// of which hash was made by Hash and which need not be changed. It is the
// program's own way to fill the sample world. Invalid: a body is unknown.
func (s *Store) BulkCreate(ctx context.Context, seeds []Seed, hash string) (err error) {
	defer errs.Wrap(&err, "people.BulkCreate(%d)", len(seeds))
	usernames, names, slugs, roles := columnsOf(seeds)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		strangers, err := postgres.Values[string](ctx, s.DB, selectStrangers, pgx.StrictNamedArgs{"slugs": slugs})
		if err != nil {
			return err
		}
		if len(strangers) > 0 {
			return fmt.Errorf("%w: no bodies %s", errs.Invalid, strings.Join(strangers, ", "))
		}
		ids, err := postgres.Values[int64](ctx, s.DB, insertSeeds, pgx.StrictNamedArgs{
			"usernames": usernames, "full_names": names, "slugs": slugs, "roles": roles, "hash": hash, "at": s.Now.Now(),
		})
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := s.record(ctx, Program(), id, "create", "", "", ""); err != nil {
				return err
			}
		}
		return nil
	})
}

// columnsOf turns seeds into the arrays of their columns.
func columnsOf(seeds []Seed) (usernames, names, slugs, roles []string) {
	for _, seed := range seeds {
		usernames = append(usernames, normalName(seed.Username))
		names = append(names, fold.Tidy(seed.FullName))
		slugs = append(slugs, seed.BodySlug)
		roles = append(roles, string(seed.Role))
	}
	return usernames, names, slugs, roles
}
