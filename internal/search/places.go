package search

import (
	"context"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/postgres"
)

// alsoCalled are names by which people know a zone and that no map has: the
// communes and wards that it lay in before they were merged, from the notes of
// the zones in the reference data.
var alsoCalled = map[string]string{
	"dinh-tram":          "Hồng Thái",
	"quang-chau":         "phường Quang Châu, phường Nếnh",
	"van-trung":          "Tăng Tiến, phường Vân Trung",
	"song-khe-noi-hoang": "Nội Hoàng, Tiền Phong, Song Khê",
	"viet-han":           "Tăng Tiến, Hồng Thái",
	"hoa-phu":            "Mai Đình, Hương Lâm, Châu Minh",
	"yen-lu":             "Nham Biền",
	"tan-hung":           "Xương Lâm",
	"ccn-gia-khe":        "Đồi Ngô",
	"ccn-dong-dinh":      "Cao Thượng",
}

// places returns the names by which people ask for places: zones, each part of
// a name that has several, and the districts and communes of their province on
// every map. Names of one word are left out where they mean something else.
func places() []string {
	set := referenceSet()
	var names []string
	provinces := map[string]bool{}
	for _, z := range set.Zones {
		provinces[set.Province(z.District())] = true
		_, name, _ := strings.Cut(z.Name, " ")
		names = append(names, strings.ReplaceAll(name, " - ", " "))
		names = append(names, strings.Split(name, " - ")...)
		names = append(names, strings.Split(alsoCalled[z.Slug], ", ")...)
	}
	for _, a := range set.Areas {
		if provinces[set.Province(a.AreaKey)] {
			names = append(names, a.Name)
		}
	}
	names = append(names, "Nếnh", "thành phố Bắc Giang")
	return slices.DeleteFunc(names, func(name string) bool { return !strings.Contains(name, " ") && name != "Nếnh" })
}

// lying are the areas that a zone lies in and those above them, on every map,
// each with its kind: people name a place as it was called before as well as by
// its present name.
const lying = `
	WITH RECURSIVE above AS (
		SELECT za.zone_id, a.id, a.name, a.kind, a.parent_id FROM zone_areas za JOIN areas a ON a.id = za.area_id
		UNION
		SELECT b.zone_id, a.id, a.name, a.kind, a.parent_id FROM above b JOIN areas a ON a.id = b.parent_id)
	SELECT z.id, z.slug, COALESCE(string_agg(CASE WHEN b.kind = 'city' THEN 'thành phố ' ELSE '' END || b.name, ', ' ORDER BY b.id), '') AS names
	FROM zones z LEFT JOIN above b ON b.zone_id = z.id`

// lyingIn is what a zone lies in.
type lyingIn struct {
	ID          int64
	Slug, Names string
}

// called returns all names of where the zone lies.
func (l lyingIn) called() string { return l.Names + ", " + alsoCalled[l.Slug] }

// placesOf returns the names of where a zone lies; none outside of all zones.
func placesOf(ctx context.Context, db *postgres.DB, zoneID int64) (string, error) {
	if zoneID == 0 {
		return "", nil
	}
	z, err := postgres.One[lyingIn](ctx, db, lying+` WHERE z.id = @zone GROUP BY z.id, z.slug`, pgx.StrictNamedArgs{"zone": zoneID})
	return z.called(), err
}

// allPlaces returns the names of where each zone lies.
func allPlaces(ctx context.Context, db *postgres.DB) (map[int64]string, error) {
	zones, err := postgres.All[lyingIn](ctx, db, lying+` GROUP BY z.id, z.slug ORDER BY z.id LIMIT 10000`)
	names := map[int64]string{}
	for _, z := range zones {
		names[z.ID] = z.called()
	}
	return names, err
}
