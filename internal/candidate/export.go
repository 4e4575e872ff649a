package candidate

import (
	"context"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// exported is a person's own data as they are handed over.
type exported struct {
	Code       string             `json:"code"`
	FullName   string             `json:"full_name"`
	BirthYear  int                `json:"birth_year"`
	Gender     Gender             `json:"gender,omitempty"`
	Phone      string             `json:"phone"`
	Commune    string             `json:"home_commune"`
	District   string             `json:"home_district"`
	Notes      string             `json:"notes,omitempty"`
	Registered time.Time          `json:"registered_at"`
	EraseOn    clock.Day          `json:"erase_on"`
	Consents   []exportedConsent  `json:"consents"`
	Referrals  []exportedReferral `json:"referrals"`
	Views      []exportedView     `json:"viewed_by"`
}

type exportedConsent struct {
	Purpose   Purpose    `json:"purpose"`
	Employer  string     `json:"employer,omitempty"`
	Manner    Manner     `json:"manner"`
	Given     time.Time  `json:"given_at"`
	Withdrawn *time.Time `json:"withdrawn_at,omitempty"`
}

type exportedReferral struct {
	Vacancy  string               `json:"vacancy"`
	Employer string               `json:"employer"`
	Status   Status               `json:"status"`
	Reason   Reason               `json:"reason,omitempty"`
	Reached  map[Status]time.Time `json:"reached_at"`
}

type exportedView struct {
	At   time.Time `json:"at"`
	Body string    `json:"body"`
	Page string    `json:"page"`
}

// Export returns a person's data as JSON, for the person who asked for them.
// It is kept as a view.
func (s *Store) Export(ctx context.Context, actor access.Actor, id int64) (data []byte, err error) {
	defer errs.Wrap(&err, "candidate.Export(%d)", id)
	err = s.change(ctx, actor, access.EraseCandidates, id, func(ctx context.Context) error {
		if err := s.saw(ctx, actor, PageExport, id); err != nil {
			return err
		}
		if err := s.record(ctx, actor, s.Now.Now(), id, "exported"); err != nil {
			return err
		}
		data, err = s.export(ctx, id)
		return err
	})
	return data, err
}

func (s *Store) export(ctx context.Context, id int64) ([]byte, error) {
	everything := access.Everything()
	c, err := postgres.One[Candidate](ctx, s.DB, `SELECT `+columns+` FROM candidates c `+joins+` WHERE c.id = @id`,
		pgx.StrictNamedArgs{"all": true, "employer": 0, "id": id})
	if err != nil {
		return nil, err
	}
	consents, err := s.consents(ctx, everything, id)
	if err != nil {
		return nil, err
	}
	referrals, err := s.referrals(ctx, everything, id)
	if err != nil {
		return nil, err
	}
	views, err := s.views(ctx, id)
	if err != nil {
		return nil, err
	}
	return json.MarshalIndent(assemble(c, consents, referrals, views), "", "  ")
}

func assemble(c Candidate, consents Consents, referrals []Referral, views []View) exported {
	e := exported{
		Code: ShowCode(c.Code), FullName: c.FullName, BirthYear: c.BirthYear, Gender: c.Gender, Phone: c.Phone,
		Commune: c.Commune, District: c.District, Notes: c.Note, Registered: c.CreatedAt, EraseOn: c.EraseOn,
		Consents: []exportedConsent{}, Referrals: []exportedReferral{}, Views: []exportedView{},
	}
	for _, k := range consents {
		e.Consents = append(e.Consents, exportedConsent{k.Purpose, k.EmployerName, k.Manner, k.GivenAt, k.WithdrawnAt})
	}
	for _, r := range referrals {
		reached := map[Status]time.Time{}
		for _, status := range Statuses() {
			if at, ok := r.Reached(status); ok {
				reached[status] = at
			}
		}
		e.Referrals = append(e.Referrals, exportedReferral{r.VacancyTitle, r.EmployerName, r.Status, r.Reason, reached})
	}
	for _, v := range views {
		e.Views = append(e.Views, exportedView{v.At, v.BodyVi, v.Page})
	}
	return e
}
