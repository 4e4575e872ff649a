package api

import (
	"context"
	"net/http"
	"strconv"

	"cauviec/web/locale"
	"cauviec/web/route"
)

// page explains the API to people.
func (s *Screens) page(w http.ResponseWriter, r *http.Request) error {
	return route.Page(w, r, http.StatusOK, explained(route.Base(r)))
}

// sample is an operation with an example to try.
type sample struct{ name, path string }

var samples = []sample{
	{"vacancies", "/api/v1/vacancies?nghe=81&luong=9&phuc-loi=ky-tuc-xa&limit=5"},
	{"changes", "/api/v1/changes?limit=100"},
	{"drives", "/api/v1/drives?huyen=186"},
	{"zones", "/api/v1/zones"},
	{"occupations", "/api/v1/occupations"},
}

// fields are the members of a vacancy, in the order of the document.
var fields = []string{
	"id", "url", "offer_code", "revision", "title", "employer", "occupation", "zone", "place", "location", "workplace",
	"headcount", "batches", "basic_wage_vnd", "income_from_vnd", "income_to_vnd", "allowances", "overtime_hours_per_month",
	"month_example", "pay_note", "shift", "turns", "work_days_per_week", "hours", "contract", "position", "education",
	"qualification", "experience", "benefits", "conditions", "priority_groups", "couples_welcome", "living_conditions",
	"description", "papers", "no_fee", "published_at", "revised_at", "starts_on", "closes_on",
}

// parts are the sections in words.
var parts = []string{"rules", "mirror", "limits", "privacy", "licence"}

// problemWords says what a problem means, without the parameters of one case.
func (p problem) words(ctx context.Context) string {
	return locale.T(ctx, p.detailKey(), locale.T(ctx, "api.these"))
}

// code is the status of the answer.
func (p problem) code() string { return strconv.Itoa(p.status) }
