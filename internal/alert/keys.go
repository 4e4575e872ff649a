package alert

import (
	"context"
	"crypto/ecdh"
	"crypto/rand"
	"encoding/base64"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// PushKeys are the pair by which push services know this site (VAPID, RFC
// 8292), in base64url. The public one is given to browsers.
type PushKeys struct {
	PublicKey  string
	PrivateKey string
}

const selectKeys = `SELECT public_key, private_key FROM alert_push_keys WHERE id = 1`

// Keys returns the pair, public to the program's own parts; it is made when it
// is asked for first. A pair that changed would silence every subscription.
func (s *Store) Keys(ctx context.Context) (k PushKeys, err error) {
	defer errs.Wrap(&err, "alert.Keys")
	known, err := postgres.All[PushKeys](ctx, s.DB, selectKeys)
	if err != nil || len(known) == 1 {
		return append(known, PushKeys{})[0], err
	}
	private, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		return PushKeys{}, err
	}
	_, err = s.DB.Exec(ctx, `
		INSERT INTO alert_push_keys (public_key, private_key, created_at) VALUES (@public, @private, @now) ON CONFLICT (id) DO NOTHING`,
		pgx.StrictNamedArgs{"public": base64.RawURLEncoding.EncodeToString(private.PublicKey().Bytes()),
			"private": base64.RawURLEncoding.EncodeToString(private.Bytes()), "now": s.Now.Now()})
	if err != nil {
		return PushKeys{}, err
	}
	return postgres.One[PushKeys](ctx, s.DB, selectKeys)
}
