package index

import (
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
)

// TestACubeOfMoreThanArePacked counts more vacancies of one kind than there is
// room for while they are counted.
func TestACubeOfMoreThanArePacked(t *testing.T) {
	t.Parallel()
	const most = 2*mostPacked + 5
	var c columns
	for n := range uint32(most) {
		d := &doc{zone: "a", occupation: "8153", benefits: []string{"meals"}}
		if n%3 == 0 {
			d.benefits = []string{"bus", "dormitory", "insurance", "meals", "training"}
		}
		c.set(d, n)
	}
	set := roaring.New()
	set.AddRange(0, most)
	rows := c.cube(set).rows
	if len(rows) != 1 || rows[0].all != most || rows[0].zones[0] != most {
		t.Fatalf("got %+v", rows)
	}
	for benefit, number := range c.offers.names.number {
		want := uint32(most+2) / 3
		if benefit == "meals" {
			want = most
		}
		if r := rows[0]; r.offers[number] != want || r.in(0)[number] != want {
			t.Errorf("%d and %d offer %s, want %d", r.offers[number], r.in(0)[number], benefit, want)
		}
	}
}
