package api

import (
	"net/http"

	"cauviec/web/route"
)

// zone is an industrial zone or cluster as other programs read it.
type zone struct {
	Slug     string   `json:"slug"`
	Name     string   `json:"name"`
	URL      string   `json:"url"`
	Kind     string   `json:"kind"`   // kcn: industrial zone; ccn: cluster
	Status   string   `json:"status"` // operating, starting, planned
	Sectors  string   `json:"sectors"`
	Location location `json:"location"`
	Open     int      `json:"open_vacancies"`
}

func zoneHref(slug string) string { return "/khu-cong-nghiep/" + slug }

// zones lists the zones, those with most open vacancies first.
func (s *Screens) zones(r *http.Request) (any, error) {
	if _, err := read(r.URL.Query()); err != nil {
		return nil, err
	}
	list, err := s.Board.Zones(r.Context(), s.Now.Today())
	if err != nil {
		return nil, err
	}
	zones := make([]zone, 0, len(list))
	for _, z := range list {
		zones = append(zones, zone{Slug: z.Slug, Name: z.Name, URL: route.Base(r) + zoneHref(z.Slug), Kind: z.Kind, Status: z.Status,
			Sectors: z.Sectors, Location: location{z.Lat, z.Lon}, Open: z.Open})
	}
	return struct {
		Zones []zone `json:"zones"`
	}{zones}, nil
}

// occupation is one of the national list.
type occupation struct {
	occupationRef
	Level  int     `json:"level"`
	Parent *string `json:"parent"`
}

// occupations lists the occupations in the order of their codes.
func (s *Screens) occupations(r *http.Request) (any, error) {
	if _, err := read(r.URL.Query()); err != nil {
		return nil, err
	}
	list, err := s.Open.Occupations(r.Context())
	if err != nil {
		return nil, err
	}
	occupations := make([]occupation, 0, len(list))
	for _, o := range list {
		occupations = append(occupations, occupation{occupationRef{o.Code, o.NameVi, o.NameEn}, o.Level, text(o.Parent)})
	}
	return struct {
		Occupations []occupation `json:"occupations"`
	}{occupations}, nil
}
