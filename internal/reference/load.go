package reference

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// loader is raised when the same files come to be stored differently, so that
// databases loaded before are loaded again.
const loader = "1"

// Checksum identifies the reference data and the way they are stored.
var Checksum = sync.OnceValue(func() string {
	hash := sha256.New()
	hash.Write([]byte(loader))
	names, err := fs.Glob(embedded, "data/*.csv")
	if err != nil {
		panic(err) // the pattern is constant
	}
	for _, name := range names {
		text, err := fs.ReadFile(embedded, name)
		if err != nil {
			panic(err) // the files are part of the program
		}
		hash.Write([]byte(name))
		hash.Write(text)
	}
	return hex.EncodeToString(hash.Sum(nil))
})

// Load brings the database to the state of the embedded files, in one
// transaction, and records their checksum with the instant at. When they were
// loaded before it does nothing, in one statement. Of several processes that
// load at once the others wait and then have nothing to do.
//
// Rows that the files do not name stay, except computed holidays and the
// relations between areas, zones and bodies; a holiday that was announced and
// entered since is not overwritten by a computed one, and the working map of a
// partnership stays what it was changed to.
func Load(ctx context.Context, db *postgres.DB, at time.Time) (err error) {
	defer errs.Wrap(&err, "reference.Load")
	return db.InTx(ctx, func(ctx context.Context) error {
		changed, err := db.Exec(ctx, claim, pgx.StrictNamedArgs{"name": "reference", "checksum": Checksum(), "at": at})
		if err != nil || changed == 0 {
			return err
		}
		s, err := Read()
		if err != nil {
			return err
		}
		return db.Batch(ctx, s.batch())
	})
}

// batch returns the statements that store the set, in the order in which
// later rows refer to earlier ones.
func (s *Set) batch() *pgx.Batch {
	b := &pgx.Batch{}
	s.queuePartnerships(b)
	s.queueAreas(b)
	s.queueZones(b)
	s.queueOccupations(b)
	s.queueWages(b)
	s.queueHolidays(b)
	s.queueBodies(b)
	s.queueSuccessions(b)
	return b
}

func (s *Set) queuePartnerships(b *pgx.Batch) {
	for _, p := range s.Partnerships {
		b.Queue(insertPartnership, pgx.StrictNamedArgs{
			"slug": p.Slug, "source": p.Source, "destination": p.Destination, "map_on": p.MapOn})
	}
}

func (s *Set) queueAreas(b *pgx.Batch) {
	for _, a := range s.Areas {
		lat, lon := a.Point.nullable()
		b.Queue(upsertArea, pgx.StrictNamedArgs{
			"code": a.Code, "valid_from": a.ValidFrom, "valid_to": a.ValidTo, "name": a.Name, "kind": a.Kind,
			"parent": a.ParentCode, "province": s.Province(a.AreaKey), "folded": fold.Fold(a.Name),
			"lat": lat, "lon": lon})
	}
	b.Queue(clearAreaSuccessors)
	for _, x := range s.Successors {
		b.Queue(insertAreaSuccessor, pgx.StrictNamedArgs{
			"old_code": x.Old.Code, "old_from": x.Old.ValidFrom,
			"new_code": x.New.Code, "new_from": x.New.ValidFrom, "relation": x.Relation})
	}
}

func (s *Set) queueZones(b *pgx.Batch) {
	for _, z := range s.Zones {
		b.Queue(upsertZone, pgx.StrictNamedArgs{
			"slug": z.Slug, "name": z.Name, "kind": z.Kind, "status": z.Status,
			"province": s.Province(z.District()), "folded": fold.Fold(z.Name),
			"lat": z.Point.Lat, "lon": z.Point.Lon,
			"sectors": z.Sectors, "note": z.Note, "source": z.Source})
	}
	b.Queue(clearZoneAreas)
	for _, z := range s.Zones {
		for _, key := range z.Areas {
			b.Queue(insertZoneArea, pgx.StrictNamedArgs{"slug": z.Slug, "code": key.Code, "valid_from": key.ValidFrom})
		}
	}
}

func (s *Set) queueOccupations(b *pgx.Batch) {
	for _, o := range s.Occupations {
		b.Queue(upsertOccupation, pgx.StrictNamedArgs{
			"code": o.Code, "level": o.Level, "parent": o.Parent,
			"name_vi": o.NameVi, "name_en": o.NameEn, "folded": fold.Fold(o.NameVi)})
	}
}

func (s *Set) queueWages(b *pgx.Batch) {
	for _, w := range s.Wages {
		b.Queue(upsertWage, pgx.StrictNamedArgs{
			"effective_from": w.EffectiveFrom, "effective_to": w.EffectiveTo, "region": string(w.Region),
			"monthly": w.MonthlyVND, "hourly": w.HourlyVND, "legal_basis": w.LegalBasis})
	}
	for _, w := range s.WageRegions {
		b.Queue(upsertWageRegion, pgx.StrictNamedArgs{
			"code": w.Area.Code, "valid_from": w.Area.ValidFrom,
			"effective_from": w.EffectiveFrom, "effective_to": w.EffectiveTo,
			"region": string(w.Region), "source": w.Source})
	}
}

func (s *Set) queueHolidays(b *pgx.Batch) {
	days := make([]clock.Day, len(s.Holidays))
	for i, h := range s.Holidays {
		days[i] = h.Day
		b.Queue(upsertHoliday, pgx.StrictNamedArgs{
			"day": h.Day, "kind": h.Kind, "name_vi": h.NameVi, "name_en": h.NameEn,
			"source": h.Source, "certainty": h.Certainty})
	}
	b.Queue(clearComputedHolidays, pgx.StrictNamedArgs{"days": days})
}

func (s *Set) queueBodies(b *pgx.Batch) {
	for _, x := range s.Bodies {
		b.Queue(upsertBody, pgx.StrictNamedArgs{
			"slug": x.Slug, "kind": x.Kind, "side": s.side(x.ProvinceCode), "province": x.ProvinceCode,
			"name_vi": x.NameVi, "short_vi": x.ShortVi, "name_en": x.NameEn, "short_en": x.ShortEn,
			"folded": fold.Fold(x.NameVi + " " + x.ShortVi), "parent": x.Parent,
			"area_code": x.Area.Code, "area_from": x.Area.ValidFrom,
			"valid_from": x.ValidFrom, "valid_to": x.ValidTo})
	}
	for _, x := range s.Bodies {
		if x.Counterpart != "" {
			b.Queue(setCounterpart, pgx.StrictNamedArgs{"slug": x.Slug, "counterpart": x.Counterpart})
		}
	}
}

func (s *Set) queueSuccessions(b *pgx.Batch) {
	b.Queue(clearBodySuccessors)
	for _, x := range s.Successions {
		b.Queue(insertBodySuccessor, pgx.StrictNamedArgs{
			"slug": x.OldSlug, "new_name": x.NewName, "day": x.Day, "certainty": x.Certainty})
	}
}

// side says on which side of a partnership a province stands.
func (s *Set) side(province string) string {
	for _, p := range s.Partnerships {
		if side := p.Side(province); side != "" {
			return side
		}
	}
	return ""
}

// nullable returns the coordinates as columns: NULL for a place not known.
func (p Point) nullable() (lat, lon *float64) {
	if p.IsZero() {
		return nil, nil
	}
	return &p.Lat, &p.Lon
}
