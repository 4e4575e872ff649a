package employer

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Store keeps employers.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// MayKeep reports whether the actor may enter and change employers: bodies
// that write vacancies for any employer. An employer asks them.
func MayKeep(actor access.Actor) bool { return actor.Scope(access.WriteVacancies).All }

// Create enters an employer, unverified, together with its body, in whose name
// its users sign in.
func (s *Store) Create(ctx context.Context, actor access.Actor, d Details) (id int64, err error) {
	defer errs.Wrap(&err, "employer.Create")
	if !MayKeep(actor) {
		return 0, errs.Forbidden
	}
	d = d.Normal()
	if err := d.Check().OrNil(); err != nil {
		return 0, err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.free(ctx, 0, d); err != nil {
			return err
		}
		id, err = s.insert(ctx, d)
		if err != nil {
			return err
		}
		return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{
			Thing: journal.Employer, ID: id, Action: "create", To: string(Unverified)})
	})
	return id, err
}

func (s *Store) insert(ctx context.Context, d Details) (int64, error) {
	body, err := postgres.Value[int64](ctx, s.DB, insertBody, pgx.StrictNamedArgs{
		"slug": bodySlug(d.Name), "tax_code": d.TaxCode, "name": d.Name, "folded": fold.Fold(d.Name)})
	if err != nil {
		return 0, err
	}
	args := argsOf(d)
	args["body"], args["state"], args["now"] = body, string(Unverified), s.Now.Now()
	return postgres.Value[int64](ctx, s.DB, insertEmployer, args)
}

// bodySlug is what the body is called in addresses and sign-in names.
func bodySlug(name string) string {
	const longest = 46 // leaves room for a tax code
	slug := "dn-" + fold.Slug(name)
	return strings.TrimRight(slug[:min(len(slug), longest)], "-")
}

func argsOf(d Details) pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{
		"tax_code": d.TaxCode, "name": d.Name, "slug": fold.Slug(d.Name), "folded": fold.Fold(d.Name), "type": d.Type,
		"industry_code": d.IndustryCode, "products": d.Products, "size_band": d.SizeBand, "zone": d.ZoneID,
		"address": d.Address, "contact_name": d.ContactName, "contact_phone": d.ContactPhone, "living": d.Living,
		"dormitory": string(d.Dormitory), "dormitory_note": d.DormitoryNote, "canteen": string(d.Canteen), "canteen_note": d.CanteenNote,
		"bus": string(d.Bus), "bus_note": d.BusNote, "nursery": string(d.Nursery), "nursery_note": d.NurseryNote,
	}
}

// free refuses a tax code that another employer has, and a zone that is none.
func (s *Store) free(ctx context.Context, id int64, d Details) error {
	names, err := postgres.Values[string](ctx, s.DB,
		`SELECT name FROM employers WHERE tax_code = @tax_code AND id <> @id ORDER BY id LIMIT 1`,
		pgx.StrictNamedArgs{"tax_code": d.TaxCode, "id": id})
	if err == nil && len(names) > 0 {
		return errs.One("tax_code", "employer.problem.tax_code_taken", names[0])
	}
	if err != nil || d.ZoneID == 0 {
		return err
	}
	known, err := postgres.Value[bool](ctx, s.DB, `SELECT EXISTS (SELECT FROM zones WHERE id = @zone)`, pgx.StrictNamedArgs{"zone": d.ZoneID})
	if err == nil && !known {
		return errs.One("zone_id", "problem.choice")
	}
	return err
}

// Update changes an employer that is still as the writer saw it (version),
// else Conflict. Name and tax code of a verified employer are changed by
// those who verify.
func (s *Store) Update(ctx context.Context, actor access.Actor, id int64, version int, d Details) (err error) {
	defer errs.Wrap(&err, "employer.Update(%d)", id)
	if !MayKeep(actor) {
		return errs.Forbidden
	}
	d = d.Normal()
	if err := d.Check().OrNil(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		e, err := s.lock(ctx, actor.Scope(access.WriteVacancies), id, version)
		if err != nil {
			return err
		}
		if e.State == Verified && !e.SameIdentity(d) && !actor.May(access.VerifyEmployers) {
			return errs.One("name", "employer.problem.identity")
		}
		if err := s.free(ctx, id, d); err != nil {
			return err
		}
		return s.save(ctx, actor, e, d)
	})
}

func (s *Store) save(ctx context.Context, actor access.Actor, e Employer, d Details) error {
	args := argsOf(d)
	args["id"] = e.ID
	if _, err := s.DB.Exec(ctx, updateEmployer, args); err != nil {
		return err
	}
	if d.Name != e.Name {
		_, err := s.DB.Exec(ctx, renameBody, pgx.StrictNamedArgs{"body": e.BodyID, "name": d.Name, "folded": fold.Fold(d.Name)})
		if err != nil {
			return err
		}
	}
	change := journal.Change{Thing: journal.Employer, ID: e.ID, Action: "update"}
	if !e.SameIdentity(d) {
		change.From, change.To = identity(e.Details), identity(d)
	}
	return journal.Write(ctx, s.DB, actor, s.Now.Now(), change)
}

func identity(d Details) string { return fmt.Sprintf("%s, %s", d.Name, d.TaxCode) }

// lock reads an employer in scope, holds it until the transaction ends, and
// says Conflict when it is no longer the version that was seen.
func (s *Store) lock(ctx context.Context, scope access.Scope, id int64, version int) (Employer, error) {
	args := scopeArgs(scope)
	args["id"] = id
	e, err := postgres.One[Employer](ctx, s.DB, lockOne, args)
	if err == nil && e.Version != version {
		err = errs.Conflict
	}
	return e, err
}

func scopeArgs(scope access.Scope) pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{"all": scope.All, "own": scope.Employer}
}
