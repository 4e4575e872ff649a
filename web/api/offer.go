package api

import (
	"cauviec/internal/opendata"
	"cauviec/web/vacancies"
)

// named is something with a page.
type named struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

// zoneRef names a zone.
type zoneRef struct {
	Slug string `json:"slug"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

// occupationRef names an occupation.
type occupationRef struct {
	Code   string `json:"code"`
	NameVi string `json:"name_vi"`
	NameEn string `json:"name_en"`
}

// location is a place on the map, in degrees (WGS 84).
type location struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// offer is a vacancy as other programs read it.
type offer struct {
	ID             int64          `json:"id"`
	URL            string         `json:"url"`
	OfferCode      string         `json:"offer_code"`
	Revision       int            `json:"revision"`
	Title          string         `json:"title"`
	Employer       named          `json:"employer"`
	Occupation     *occupationRef `json:"occupation"`
	Zone           *zoneRef       `json:"zone"`
	Place          string         `json:"place"`
	Location       *location      `json:"location"`
	Workplace      string         `json:"workplace"`
	Headcount      int            `json:"headcount"`
	Batches        []batch        `json:"batches"`
	BasicWage      int64          `json:"basic_wage_vnd"`
	IncomeFrom     int64          `json:"income_from_vnd"`
	IncomeTo       int64          `json:"income_to_vnd"`
	Allowances     []allowance    `json:"allowances"`
	OvertimeHours  int            `json:"overtime_hours_per_month"`
	Month          *month         `json:"month_example"`
	PayNote        string         `json:"pay_note"`
	Shift          string         `json:"shift"`
	Turns          []turn         `json:"turns"`
	WorkDays       int            `json:"work_days_per_week"`
	Hours          string         `json:"hours"`
	Contract       string         `json:"contract"`
	Position       string         `json:"position"`
	Education      string         `json:"education"`
	Qualification  string         `json:"qualification"`
	Experience     string         `json:"experience"`
	Benefits       []string       `json:"benefits"`
	Conditions     []string       `json:"conditions"`
	PriorityGroups []string       `json:"priority_groups"`
	Couples        bool           `json:"couples_welcome"`
	Living         string         `json:"living_conditions"`
	Description    string         `json:"description"`
	Papers         string         `json:"papers"`
	NoFee          bool           `json:"no_fee"`
	PublishedAt    string         `json:"published_at"`
	RevisedAt      string         `json:"revised_at"`
	StartsOn       *string        `json:"starts_on"`
	ClosesOn       string         `json:"closes_on"`
}

func offerOf(v opendata.Vacancy, base string) offer {
	o := offer{
		ID: v.ID, URL: base + vacancies.Href(v.ID, v.Slug), OfferCode: v.Code, Revision: v.Revision, Title: v.Title,
		Employer: named{v.EmployerID, v.EmployerName, base + vacancies.EmployerHref(v.EmployerID, v.EmployerSlug)},
		Place:    v.Place(), Location: locationOf(v.Lat, v.Lon), Workplace: v.Workplace,
		Headcount: v.Headcount, Batches: batchesOf(v.Batches),
		BasicWage: v.BasicWage, IncomeFrom: v.IncomeFrom, IncomeTo: v.IncomeTo, Allowances: allowancesOf(v.Allowances),
		OvertimeHours: v.OvertimeHours, Month: monthOf(v), PayNote: v.PayNote,
		Shift: v.Shift, Turns: turnsOf(v.Turns), WorkDays: v.WorkDays, Hours: v.Hours,
		Contract: v.Contract, Position: v.Position, Education: v.Education,
		Qualification: v.Qualification, Experience: v.Experience, Benefits: v.Benefits, Conditions: v.Conditions,
		PriorityGroups: v.PriorityGroups, Couples: v.Couples, Living: v.Living,
		Description: v.Description, Papers: v.Papers, NoFee: v.NoFee,
		PublishedAt: instant(v.PublishedAt), RevisedAt: instant(v.RevisedAt), StartsOn: day(v.StartsOn), ClosesOn: v.ClosesOn.ISO(),
	}
	if v.OccupationCode != "" {
		o.Occupation = &occupationRef{v.OccupationCode, v.OccupationVi, v.OccupationEn}
	}
	if v.ZoneSlug != "" {
		o.Zone = &zoneRef{v.ZoneSlug, v.ZoneName, base + zoneHref(v.ZoneSlug)}
	}
	return o
}

func locationOf(lat, lon *float64) *location {
	if lat == nil || lon == nil {
		return nil
	}
	return &location{*lat, *lon}
}
