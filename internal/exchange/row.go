package exchange

import (
	"fmt"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

// row is a vacancy with its employer as the database keeps them.
type row struct {
	ID             int64
	Code           string
	Slug           string
	Revision       int
	Replaces       *int
	RevisedAt      time.Time
	Status         vacancy.Status
	EndReason      string
	EndedAt        *time.Time
	Sample         bool
	TaxCode        string
	EmployerName   string
	EmployerType   string
	EmployerState  employer.State
	IndustryCode   string
	Products       string
	SizeBand       string
	Address        string
	EmployerZone   string
	ContactName    string
	ContactPhone   string
	Title          string
	Headcount      int
	Description    string
	OccupationCode string
	Occupation     string
	Position       string
	Education      string
	Qualification  string
	Experience     string
	Place          string
	Contract       string
	Shift          string
	Hours          string
	BasicWage      int64
	IncomeFrom     int64
	IncomeTo       int64
	PayNote        string
	Benefits       []string
	Conditions     []string
	PriorityGroups []string
	Papers         string
	StartsOn       clock.Day
	ClosesOn       clock.Day
}

// selectRows are vacancies of which something that the public knows changed
// after @since and up to @at: a wording, a status, the state of the employer,
// or a last day that passed.
const selectRows = `
	SELECT v.id, v.code, v.slug, v.revision, v.status, v.end_reason, v.ended_at, v.sample,
		(SELECT max(r.revision) FROM vacancy_revisions r WHERE r.vacancy_id = v.id AND r.at <= @since) AS replaces,
		COALESCE((SELECT max(r.at) FROM vacancy_revisions r WHERE r.vacancy_id = v.id), v.published_at, v.created_at) AS revised_at,
		e.tax_code, e.name AS employer_name, e.type AS employer_type, e.state AS employer_state, e.industry_code, e.products,
		e.size_band, e.address, COALESCE(ez.name, '') AS employer_zone, v.contact_name, v.contact_phone, v.title, v.headcount,
		v.description, COALESCE(v.occupation_code, '') AS occupation_code, COALESCE(o.name_vi, '') AS occupation, v.position,
		v.education, v.qualification, v.experience,
		COALESCE(z.name, NULLIF(concat_ws(', ', NULLIF(v.workplace, ''), a.name), ''), '') AS place, v.contract, v.shift, v.hours,
		v.basic_wage, v.income_from, v.income_to, v.pay_note, v.benefits, v.conditions, v.priority_groups, v.papers,
		v.starts_on, v.closes_on
	FROM vacancies v
	JOIN employers e ON e.id = v.employer_id
	LEFT JOIN zones ez ON ez.id = e.zone_id
	LEFT JOIN zones z ON z.id = v.zone_id
	LEFT JOIN areas a ON a.id = v.area_id
	LEFT JOIN occupations o ON o.code = v.occupation_code
	WHERE v.revision > 0 AND v.id > @after AND (
		EXISTS (SELECT FROM vacancy_revisions r WHERE r.vacancy_id = v.id AND r.at > @since AND r.at <= @at)
		OR EXISTS (SELECT FROM journal j WHERE j.thing = 'vacancy' AND j.thing_id = v.id AND j.at > @since AND j.at <= @at
			AND j.to_value IN ('published', 'paused', 'filled', 'withdrawn'))
		OR v.ended_at > @since AND v.ended_at <= @at
		OR e.state_at > @since AND e.state_at <= @at
		OR v.closes_on >= @since_day AND v.closes_on < @today)
	ORDER BY v.id
	LIMIT @limit`

// recordOf writes a vacancy as the forms ask for it.
func recordOf(v row, at time.Time) record {
	state, end := stateOf(v, at)
	return record{
		Kind: "viec_tim_nguoi", Code: v.Code, Page: fmt.Sprintf("/viec-lam/%d-%s", v.ID, v.Slug), Revision: v.Revision, Replaces: v.Replaces,
		RevisedAt: v.RevisedAt.In(clock.Zone), State: state, End: end, Sample: v.Sample, Employer: hirerOf(v), Work: workOf(v),
	}
}

func hirerOf(v row) hirer {
	return hirer{
		TaxCode: v.TaxCode, Name: v.EmployerName, Type: words["type"][v.EmployerType], Industry: v.IndustryCode, Products: v.Products,
		Size: words["size"][v.SizeBand], Address: v.Address, Zone: v.EmployerZone, Contact: v.ContactName, Phone: v.ContactPhone,
	}
}

func workOf(v row) work {
	return work{
		Title: v.Title, Headcount: v.Headcount, Description: v.Description,
		Level1: level(v.OccupationCode, 1), Level2: level(v.OccupationCode, 2), Level3: level(v.OccupationCode, 3), Level4: level(v.OccupationCode, 4),
		Occupation: v.Occupation, Position: words["position"][v.Position], Education: words["education"][v.Education],
		Qualification: words["qualification"][v.Qualification], Experience: words["experience"][v.Experience], Place: v.Place,
		Contract: words["contract"][v.Contract], Shifts: v.Shift != "" && v.Shift != "office", Hours: words["hours"][v.Hours],
		WageBand: band(v.BasicWage), Wage: v.BasicWage, IncomeFrom: v.IncomeFrom, IncomeTo: v.IncomeTo, PayNote: v.PayNote,
		Benefits: wordsOf("benefit", v.Benefits), Conditions: wordsOf("condition", v.Conditions), Priorities: wordsOf("priority", v.PriorityGroups),
		Papers: v.Papers, StartsOn: v.StartsOn, ClosesOn: v.ClosesOn,
	}
}
