// Package attachment keeps files that people send with what they state: with a
// report on an obligation, with the evidence of an employer. It knows what may
// be sent and keeps it in one table; who may read a file is for the domain of
// the thing that it belongs to, which says so in SQL.
package attachment

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/postgres"
)

// Thing is the kind of thing that files belong to.
type Thing string

// The things. The table knows others too, with which nothing is sent yet.
const (
	Report   Thing = "report"
	Evidence Thing = "evidence"
)

// Kept is a file that is kept with a thing; Of says which.
type Kept struct {
	ID   int64
	Of   int64
	Name string
	Size int64 // bytes
}

// Content is a kept file to be sent.
type Content struct {
	Name      string
	MediaType string
	Bytes     []byte
}

// Keep keeps all the files with a thing, or none. They were checked against
// the limits of the thing.
func Keep(ctx context.Context, db *postgres.DB, thing Thing, of int64, files []File, account int64, at time.Time) error {
	return db.InTx(ctx, func(ctx context.Context) error {
		for _, f := range files {
			sum := sha256.Sum256(f.Bytes)
			_, err := db.Exec(ctx, `
				INSERT INTO attachments (thing, thing_id, name, media_type, size, sha256, bytes, account_id, at)
				VALUES (@thing, @of, @name, @media, @size, @sha256, @bytes, @account, @at)`,
				pgx.StrictNamedArgs{
					"thing": thing, "of": of, "name": CleanName(f.Name), "media": f.MediaType(), "size": len(f.Bytes),
					"sha256": hex.EncodeToString(sum[:]), "bytes": f.Bytes, "account": account, "at": at,
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// List returns the files of the things whose numbers the SQL of within yields,
// by thing and in the order in which they were sent.
func List(ctx context.Context, db *postgres.DB, thing Thing, within string, args pgx.StrictNamedArgs) (map[int64][]Kept, error) {
	files, err := postgres.All[Kept](ctx, db, `
		SELECT f.id, f.thing_id AS of, f.name, f.size
		FROM attachments f
		WHERE f.thing = @thing AND f.thing_id IN (`+within+`)
		ORDER BY f.id
		LIMIT 1000`, with(args, thing))
	byThing := map[int64][]Kept{}
	for _, f := range files {
		byThing[f.Of] = append(byThing[f.Of], f)
	}
	return byThing, err
}

// Read returns the file @file of the args if it belongs to one of the things
// whose numbers the SQL of within yields, else NotFound.
func Read(ctx context.Context, db *postgres.DB, thing Thing, within string, args pgx.StrictNamedArgs) (Content, error) {
	return postgres.One[Content](ctx, db, `
		SELECT f.name, f.media_type, f.bytes
		FROM attachments f
		WHERE f.id = @file AND f.thing = @thing AND f.thing_id IN (`+within+`)`, with(args, thing))
}

func with(args pgx.StrictNamedArgs, thing Thing) pgx.StrictNamedArgs {
	args = maps.Clone(args)
	args["thing"] = thing
	return args
}
