package candidate_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var noon = clock.MustDay("10/06/2026").At(12, 0)

// bundle is a world of two employers with a vacancy each, and whoever acts.
type bundle struct {
	*candidate.Store
	now       *atomic.Int64
	centre    access.Actor
	district  access.Actor
	commune   access.Actor
	employer  access.Actor
	other     access.Actor
	employers [2]int64
	vacancies [2]int64
	area      int64
}

func setup(t *testing.T, db *postgres.DB) *bundle {
	t.Helper()
	b := &bundle{now: &atomic.Int64{}}
	b.now.Store(noon.UnixMicro())
	b.Store = &candidate.Store{DB: db, Now: func() time.Time { return time.UnixMicro(b.now.Load()) }}
	b.centre = b.actor(t, "ls-ttdvvl")
	b.district = b.actor(t, "ls-trang-dinh")
	b.commune = b.actor(t, value[string](t, b, `
		SELECT slug FROM bodies WHERE kind = 'commune' AND parent_id = (SELECT id FROM bodies WHERE slug = 'ls-trang-dinh')
		ORDER BY id LIMIT 1`, nil))
	for i := range b.employers {
		b.employers[i], b.vacancies[i] = b.order(t, i)
	}
	b.employer, b.other = b.actor(t, "dn-0"), b.actor(t, "dn-1")
	communes, err := b.Communes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.area = communes[0].ID
	return b
}

func value[T any](t *testing.T, b *bundle, sql string, args pgx.StrictNamedArgs) T {
	t.Helper()
	v, err := postgres.Value[T](t.Context(), b.DB, sql, args)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func exec(t *testing.T, b *bundle, sql string, args pgx.StrictNamedArgs) {
	t.Helper()
	if _, err := b.DB.Exec(t.Context(), sql, args); err != nil {
		t.Fatal(err)
	}
}

// actor gives the body an account and returns who acts by it.
func (b *bundle) actor(t *testing.T, slug string) access.Actor {
	t.Helper()
	a := access.Actor{Username: slug, BodySlug: slug, Role: access.Staff}
	a.Account = value[int64](t, b, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		SELECT slug, '-', 'Người dùng', id, 'staff', @at FROM bodies WHERE slug = @slug RETURNING id`,
		pgx.StrictNamedArgs{"slug": slug, "at": noon})
	type body struct {
		ID       int64
		Side     access.Side
		Kind     access.Kind
		Employer int64
	}
	is, err := postgres.One[body](t.Context(), b.DB, `
		SELECT b.id, b.side, b.kind, COALESCE(e.id, 0) AS employer
		FROM bodies b LEFT JOIN employers e ON e.body_id = b.id WHERE b.slug = @slug`, pgx.StrictNamedArgs{"slug": slug})
	if err != nil {
		t.Fatal(err)
	}
	a.Body, a.Bodies, a.Seat, a.Employer = is.ID, []int64{is.ID}, access.Seat{Side: is.Side, Kind: is.Kind}, is.Employer
	return a
}

// order makes an employer with an open vacancy.
func (b *bundle) order(t *testing.T, i int) (employer, vacancy int64) {
	t.Helper()
	name := fmt.Sprintf("Công ty %d", i)
	args := pgx.StrictNamedArgs{"slug": fmt.Sprintf("dn-%d", i), "name": name, "folded": fmt.Sprintf("cong ty %d", i)}
	body := value[int64](t, b, `
		INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded, valid_from)
		VALUES (@slug, 'employer', 'destination', '24', @name, @name, @name, @name, @folded, '2024-03-13') RETURNING id`, args)
	employer = value[int64](t, b, `
		INSERT INTO employers (body_id, tax_code, name, slug, folded, type, address, state, created_at)
		VALUES (@body, @tax, @name, 'cong-ty', @folded, 'private', 'KCN', 'verified', @at) RETURNING id`,
		pgx.StrictNamedArgs{"body": body, "tax": fmt.Sprint(i), "name": name, "folded": args["folded"], "at": noon})
	vacancy = value[int64](t, b, `
		INSERT INTO vacancies (code, employer_id, status, title, slug, headcount, closes_on, revision, created_at)
		VALUES (@code, @employer, 'published', @title, 'cong-nhan', 10, '2026-06-30', 1, @at) RETURNING id`,
		pgx.StrictNamedArgs{"code": fmt.Sprint("V", i), "employer": employer, "title": fmt.Sprintf("Công nhân %d", i), "at": noon})
	return employer, vacancy
}

func (b *bundle) registration(vacancy int) candidate.Registration {
	return candidate.Registration{VacancyID: b.vacancies[vacancy], FullName: "Hoàng Thị Mẩy", BirthYear: 2000,
		Phone: "0912 345 678", AreaID: b.area, Introduce: true}
}

// visitor registers for a vacancy and returns code and id.
func (b *bundle) visitor(t *testing.T, vacancy int) (code string, id int64) {
	t.Helper()
	code, err := b.RegisterPublic(t.Context(), access.Actor{}, b.registration(vacancy))
	if err != nil {
		t.Fatal(err)
	}
	return code, value[int64](t, b, `SELECT id FROM candidates WHERE code = @code`, pgx.StrictNamedArgs{"code": code})
}

func (b *bundle) get(t *testing.T, actor access.Actor, id int64) candidate.Profile {
	t.Helper()
	p, err := b.Get(t.Context(), actor, id, candidate.PageProfile)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// to brings the person's referral to a vacancy through all stages to a status.
func (b *bundle) to(t *testing.T, id int64, vacancy int, want candidate.Status) {
	t.Helper()
	for {
		r := b.of(t, id, vacancy)
		if r.Status == want {
			return
		}
		step, reason := r.Offers(b.centre)[0], candidate.Reason("")
		if r.Status.May(want) {
			step = want
		}
		if len(step.Reasons()) > 0 {
			reason = "other"
		}
		if err := b.step(t.Context(), r, candidate.Move{To: step, On: b.Now.Today(), Reason: reason}); err != nil {
			t.Fatalf("%s → %s: %v", r.Status, step, err)
		}
	}
}

func (b *bundle) step(ctx context.Context, r candidate.Referral, m candidate.Move) error {
	if m.To == candidate.Introduced {
		return b.Introduce(ctx, b.centre, candidate.Introduction{CandidateID: r.CandidateID, VacancyID: r.VacancyID, Agreed: candidate.ByPhone})
	}
	return b.Record(ctx, b.centre, r.ID, r.Version, m)
}

func (b *bundle) of(t *testing.T, id int64, vacancy int) candidate.Referral {
	t.Helper()
	for _, r := range b.get(t, b.centre, id).Referrals {
		if r.VacancyID == b.vacancies[vacancy] {
			return r
		}
	}
	t.Fatalf("no referral of %d to vacancy %d", id, vacancy)
	return candidate.Referral{}
}

// world has a database of its own: registering holds advisory locks until the
// transaction ends, so tests that share one would wait for each other.
func world(t *testing.T) *bundle {
	t.Helper()
	return setup(t, postgrestest.DB(t))
}
