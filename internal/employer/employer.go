// Package employer keeps the register of employers: who they are by tax code,
// what they make and where, and whether a body of their own province has
// verified them. Only a verified employer's vacancies are published.
package employer

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/phone"
)

// State says whether the employer is known to be real.
type State string

// The states. A suspended employer's vacancies are not shown.
const (
	Unverified State = "unverified"
	Verified   State = "verified"
	Suspended  State = "suspended"
)

// States lists the states in the order of pages.
func States() []State { return []State{Unverified, Verified, Suspended} }

// next says where a state may go from where it stands.
var next = map[State][]State{
	Unverified: {Verified, Suspended},
	Verified:   {Suspended},
	Suspended:  {Verified},
}

// May reports whether the state may become another.
func (s State) May(to State) bool { return slices.Contains(next[s], to) }

// Types are the kinds of ownership on Mẫu 03/PLI of Decree 23/2021/NĐ-CP:
// state, private, with foreign investment.
func Types() []string { return []string{"state", "private", "foreign"} }

// SizeBands are the bands of staff numbers on Mẫu 03/PLI.
func SizeBands() []string {
	return []string{"under_10", "10_50", "51_100", "101_200", "201_500", "501_1000", "1001_3000", "3001_10000", "over_10000"}
}

// Industries are the sections of VSIC 2018 (Decision 27/2018/QĐ-TTg), from
// which Mẫu 03/PLI asks the main one.
func Industries() []string { return strings.Split("ABCDEFGHIJKLMNOPQRSTU", "") }

// Details is what a writer says about an employer.
type Details struct {
	TaxCode      string
	Name         string
	Type         string
	IndustryCode string // a VSIC section
	Products     string
	SizeBand     string
	ZoneID       int64 // 0: in no zone
	Address      string
	ContactName  string
	ContactPhone string // E.164
	Living       string // what else is to be said of living there
	Amenities
}

// Employer is a row of the register.
type Employer struct {
	ID     int64
	BodyID int64
	Slug   string
	Details
	State       State
	StateReason string
	StateAt     *time.Time
	ZoneName    string
	Sample      bool
	Version     int
	CreatedAt   time.Time
}

// Longest texts, in characters.
const (
	shortText = 200
	longText  = 2000
)

// Normal returns the details as they are kept: trimmed, composed, the tax code
// and the phone in their own forms.
func (d Details) Normal() Details {
	for _, text := range []*string{&d.Name, &d.Products, &d.Address, &d.ContactName, &d.Living} {
		*text = fold.Tidy(*text)
	}
	d.Amenities = d.Amenities.normal()
	d.TaxCode, _ = CleanTaxCode(d.TaxCode)
	if number, err := phone.Parse(d.ContactPhone); err == nil {
		d.ContactPhone = number
	}
	return d
}

// Check judges the details: name, type and address are needed, the tax code
// must be one that can exist.
func (d Details) Check() errs.Problems {
	p := errs.Problems{}
	for field, text := range map[string]string{"name": d.Name, "tax_code": d.TaxCode, "type": d.Type, "address": d.Address} {
		if strings.TrimSpace(text) == "" {
			p.Add(field, "problem.required")
		}
	}
	if _, ok := CleanTaxCode(d.TaxCode); !ok {
		p.Add("tax_code", "employer.problem.tax_code")
	}
	d.checkChoices(p)
	d.checkTexts(p)
	d.Amenities.check(p)
	if _, err := phone.Parse(d.ContactPhone); err != nil {
		p.Add("contact_phone", "problem.phone")
	}
	return p
}

func (d Details) checkChoices(p errs.Problems) {
	if !slices.Contains(Types(), d.Type) {
		p.Add("type", "problem.choice")
	}
	if d.SizeBand != "" && !slices.Contains(SizeBands(), d.SizeBand) {
		p.Add("size_band", "problem.choice")
	}
	if d.IndustryCode != "" && !slices.Contains(Industries(), d.IndustryCode) {
		p.Add("industry_code", "problem.choice")
	}
}

func (d Details) checkTexts(p errs.Problems) {
	for field, text := range map[string]string{"name": d.Name, "address": d.Address, "contact_name": d.ContactName} {
		if utf8.RuneCountInString(text) > shortText {
			p.Add(field, "problem.long", shortText)
		}
	}
	for field, text := range map[string]string{"products": d.Products, "living": d.Living} {
		if utf8.RuneCountInString(text) > longText {
			p.Add(field, "problem.long", longText)
		}
	}
	if fold.Slug(d.Name) == "" {
		p.Add("name", "problem.required")
	}
}

// SameIdentity reports whether name and tax code are those of other: what was
// verified is that these belong to a real employer.
func (d Details) SameIdentity(other Details) bool {
	return d.Name == other.Name && d.TaxCode == other.TaxCode
}
