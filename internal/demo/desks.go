package demo

import (
	"context"
	"math/rand/v2"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/exchange"
	"cauviec/internal/intake"
	"cauviec/internal/postgres"
)

// Words are what the desks of the sample world say: the columns of sheets, the
// forms of the national exchange, the messages of alerts.
type Words struct {
	Imports intake.Words
	Exports exchange.Words
	Letters alert.Writer
}

// desksMarker is the row of reference_loads that says that the desks were at
// work.
const desksMarker = "sample desks"

// FillDesks lets the desks of the sample world have worked: sheets that were
// taken in, an export for the national exchange, people who asked to be told
// of vacancies and their messages. It does so once, in transactions of its own
// as the desks have them; an attempt that failed is not repeated.
func FillDesks(ctx context.Context, db *postgres.DB, now clock.Clock, words Words) (err error) {
	defer errs.Wrap(&err, "demo.FillDesks")
	begun, err := db.Exec(ctx, `INSERT INTO reference_loads (name, checksum, loaded_at) VALUES ($1, '', $2) ON CONFLICT DO NOTHING`,
		desksMarker, now.Now())
	if err != nil || begun == 0 {
		return err
	}
	w := &world{db: db, rand: rand.New(rand.NewPCG(seed, seed)), end: now.Now(), at: now.Now(), accounts: map[string]access.Actor{}}
	if err := w.load(ctx, "ls-ttdvvl", "bg-ttdvvl"); err != nil {
		return err
	}
	if err := w.takeSheetsIn(ctx, words.Imports); err != nil {
		return err
	}
	if err := w.tellPeople(ctx, words.Letters); err != nil {
		return err
	}
	return w.handOver(ctx, words.Exports)
}

// handOver makes an export of the last weeks, now: a file says what stands at
// its instant.
func (w *world) handOver(ctx context.Context, words exchange.Words) error {
	w.at = w.end
	store := &exchange.Store{DB: w.db, Now: w.clock, Words: words}
	_, err := store.Make(ctx, w.actor("ls-ttdvvl"), w.today().Add(-21))
	return err
}

// maker is an employer as a clerk knows it.
type maker struct {
	TaxCode string
	Name    string
	Zone    string
	Contact string
	Phone   string
}

// makers are the verified employers, for the rows of sheets.
func (w *world) makers(ctx context.Context) ([]maker, error) {
	return postgres.All[maker](ctx, w.db, `
		SELECT e.tax_code, e.name, z.name AS zone, e.contact_name AS contact, e.contact_phone AS phone
		FROM employers e
		JOIN zones z ON z.id = e.zone_id
		WHERE e.state = 'verified'
		ORDER BY e.id
		LIMIT 100`)
}
