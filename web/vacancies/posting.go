package vacancies

import (
	"context"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// jobPosting is the offer as search engines read it: a JobPosting of
// schema.org, with what Google asks of one. The contract wage is the base
// salary, which must not be an estimate; the expected income is the estimated
// one.
type jobPosting struct {
	Context     string        `json:"@context"`
	Type        string        `json:"@type"`
	Title       string        `json:"title"`
	Description string        `json:"description"` // HTML
	Identifier  propertyValue `json:"identifier"`
	URL         string        `json:"url"`
	Image       string        `json:"image"`
	Posted      string        `json:"datePosted,omitempty"`
	Through     string        `json:"validThrough"`
	Employment  string        `json:"employmentType"`
	Starts      string        `json:"jobStartDate,omitempty"`
	Employer    organization  `json:"hiringOrganization"`
	Location    jobPlace      `json:"jobLocation"`
	Base        salary        `json:"baseSalary"`
	Estimated   salary        `json:"estimatedSalary"`
	Openings    int           `json:"totalJobOpenings"`
	Direct      bool          `json:"directApply"` // one registers on this site
	Benefits    string        `json:"jobBenefits,omitempty"`
	WorkHours   string        `json:"workHours,omitempty"`
	Occupation  string        `json:"occupationalCategory,omitempty"`
	Experience  any           `json:"experienceRequirements,omitempty"`
	Education   any           `json:"educationRequirements,omitempty"`
}

type propertyValue struct {
	Type  string `json:"@type"`
	Name  string `json:"name"`
	Value string `json:"value"`
}

type organization struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

type jobPlace struct {
	Type    string        `json:"@type"`
	Address postalAddress `json:"address"`
	Geo     *coordinates  `json:"geo,omitempty"`
}

type postalAddress struct {
	Type     string `json:"@type"`
	Street   string `json:"streetAddress,omitempty"`
	Locality string `json:"addressLocality,omitempty"`
	Region   string `json:"addressRegion"`
	Country  string `json:"addressCountry"`
}

type coordinates struct {
	Type string  `json:"@type"`
	Lat  float64 `json:"latitude"`
	Lon  float64 `json:"longitude"`
}

type salary struct {
	Type     string   `json:"@type"`
	Name     string   `json:"name"`
	Currency string   `json:"currency"`
	Value    quantity `json:"value"`
}

type quantity struct {
	Type  string `json:"@type"`
	Value int64  `json:"value,omitempty"`
	Min   int64  `json:"minValue,omitempty"`
	Max   int64  `json:"maxValue,omitempty"`
	Unit  string `json:"unitText"`
}

// region is the province of the zones on the working map.
const region = "Bắc Giang"

// posting describes an offer that is open.
func (o offer) posting(ctx context.Context) jobPosting {
	p := jobPosting{
		Context: "https://schema.org", Type: "JobPosting", Title: o.Title, Description: o.html(ctx),
		Identifier: propertyValue{"PropertyValue", locale.T(ctx, "site.name"), o.Code},
		URL:        o.site + o.path(), Image: o.site + o.picture(),
		Through: o.ClosesOn.End().Add(-time.Second).In(clock.Zone).Format(time.RFC3339), Starts: o.StartsOn.ISO(), Employment: "FULL_TIME",
		Employer:  organization{"Organization", o.EmployerName, o.site + employerHref(o.EmployerID, o.EmployerSlug)},
		Location:  o.location(),
		Base:      salaryOf(locale.T(ctx, "offer.month.basic"), quantity{Value: o.BasicWage}),
		Estimated: salaryOf(locale.T(ctx, "jobs.offer.income"), quantity{Min: o.IncomeFrom, Max: max(o.IncomeFrom, o.IncomeTo)}),
		Openings:  o.Headcount, Direct: true, WorkHours: o.workHours(ctx), Benefits: sentence(listed(ctx, vacancy.Benefits, o.Benefits)),
		Occupation: locale.Pick(ctx, o.OccupationVi, o.OccupationEn), Experience: o.experienceAsked(), Education: o.educationAsked(),
	}
	if o.PublishedAt != nil {
		p.Posted = o.PublishedAt.In(clock.Zone).Format(time.RFC3339)
	}
	if o.Hours == "part" {
		p.Employment = "PART_TIME"
	}
	return p
}

func salaryOf(name string, q quantity) salary {
	q.Type, q.Unit = "QuantitativeValue", "MONTH"
	return salary{Type: "MonetaryAmount", Name: name, Currency: "VND", Value: q}
}

// location is the gate that people go to.
func (o offer) location() jobPlace {
	p := jobPlace{Type: "Place", Address: postalAddress{Type: "PostalAddress", Street: o.ZoneName, Locality: o.AreaName, Region: region, Country: "VN"}}
	if o.Workplace != "" && o.Workplace != o.ZoneName {
		p.Address.Street = o.Workplace
		if o.ZoneName != "" {
			p.Address.Street += ", " + o.ZoneName
		}
	}
	if at := o.point(); !at.IsZero() {
		p.Geo = &coordinates{"GeoCoordinates", at.Lat, at.Lon}
	}
	return p
}
