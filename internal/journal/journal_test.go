package journal_test

import (
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var noon = time.Date(2024, 3, 13, 5, 0, 0, 0, time.UTC)

func TestAThingsHistoryIsItsOwnAndNewestFirst(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	body, err := postgres.Value[int64](t.Context(), db, `SELECT id FROM bodies WHERE slug = 'ls-ubnd'`)
	if err != nil {
		t.Fatal(err)
	}
	office := access.Program(body, "ls-ubnd", access.Seat{Side: access.Source, Kind: access.Office})
	for i, c := range []journal.Change{
		{Thing: journal.Drive, ID: 7, Action: "planned", To: "planned"},
		{Thing: journal.Drive, ID: 8, Action: "planned", To: "planned"},
		{Thing: journal.Vacancy, ID: 7, Action: "create"},
		{Thing: journal.Drive, ID: 7, Action: "cancelled", From: "planned", To: "cancelled", Why: "mưa lũ"},
	} {
		actor := office
		if i == 0 {
			actor = access.Actor{} // the public, who has neither account nor body
		}
		if err := journal.Write(t.Context(), db, actor, noon.Add(time.Duration(i)*time.Minute), c); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := journal.Of(t.Context(), db, journal.Drive, 7)
	if err != nil || len(entries) != 2 {
		t.Fatalf("got %d entries, %v; want the drive's two", len(entries), err)
	}
	newest, oldest := entries[0], entries[1]
	if newest.Why != "mưa lũ" || newest.From != "planned" || newest.BodyVi != "UBND tỉnh Lạng Sơn" || !newest.At.Equal(noon.Add(3*time.Minute)) {
		t.Errorf("newest: %+v", newest)
	}
	if oldest.BodyVi != "" || oldest.Person != "" {
		t.Errorf("what the public did names somebody: %+v", oldest)
	}
	if all, err := journal.OfAll(t.Context(), db, journal.Drive); err != nil || len(all) < 3 || all[0].Action != "cancelled" {
		t.Errorf("all drives: %d entries, %v", len(all), err)
	}
}
