package dashboard

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Change is something that happened to a thing in the body's reach. Title
// names the thing; the person who did it is left to the thing's own page.
type Change struct {
	At      time.Time
	Thing   journal.Thing
	ThingID int64
	Action  string
	Title   string
	BodyVi  string
	BodyEn  string
}

// How far and how many changes a dashboard looks back.
const (
	changesDays = 180
	changesMost = 6
)

// followed are the things whose changes a kind of body wants to know of.
var followed = map[access.Kind][]journal.Thing{
	access.Office:      {journal.Obligation, journal.RouteStudy},
	access.Labour:      {journal.Obligation, journal.Vacancy, journal.Drive},
	access.Centre:      {journal.Obligation, journal.Vacancy, journal.Drive},
	access.Transport:   {journal.Obligation, journal.RouteStudy},
	access.Paper:       {journal.Obligation, journal.PublicityItem},
	access.Broadcaster: {journal.Obligation, journal.PublicityItem},
	access.District:    {journal.Obligation, journal.Drive},
	access.Commune:     {journal.Obligation, journal.Drive},
	access.ZoneBoard:   {journal.Obligation, journal.Vacancy, journal.Drive},
	access.Employer:    {journal.Vacancy, journal.Drive},
}

// loadChanges reads the newest change of each thing that the body may read. The
// journal of people is left out: it would say who did what to whom.
func loadChanges(ctx context.Context, s *Store, b *Board) (err error) {
	obligations := b.self.Scope(access.ReadObligations)
	drives := b.self.Scope(access.ReadDrives)
	vacancies := b.self.Scope(access.ReadVacancies)
	media := b.self.Scope(access.ReadPublicity)
	b.Changes, err = postgres.All[Change](ctx, s.db, selectChanges, pgx.StrictNamedArgs{
		"since": b.Today.Add(-changesDays).Start(), "now": b.Now, "limit": changesMost, "things": followed[b.Body.Kind], "bodies": b.self.Bodies, "employer": b.self.Employer,
		"all_obligations": obligations.All, "all_drives": drives.All, "all_vacancies": vacancies.All,
		"drafts": b.self.May(access.WriteVacancies), "media": media.All, "study": b.self.May(access.ReadRouteStudy),
	})
	return err
}

const selectChanges = `
	WITH last AS (
	    SELECT DISTINCT ON (thing, thing_id) at, id, thing, thing_id, action, body_id
	    FROM journal
	    WHERE at >= @since AND at <= @now AND thing = ANY (@things)
	    ORDER BY thing, thing_id, at DESC, id DESC)
	SELECT j.at, j.thing, j.thing_id, j.action, COALESCE(o.task, d.title, v.title, i.title, '') AS title,
	       COALESCE(b.short_vi, '') AS body_vi, COALESCE(b.short_en, '') AS body_en
	FROM last j
	LEFT JOIN bodies b ON b.id = j.body_id
	LEFT JOIN obligations o ON j.thing = 'obligation' AND o.id = j.thing_id AND (@all_obligations OR o.lead_body_id = ANY (@bodies)
	    OR o.executing_body_id = ANY (@bodies) OR EXISTS (
	        SELECT FROM obligation_bodies p WHERE p.obligation_id = o.id AND p.body_id = ANY (@bodies)))
	LEFT JOIN drives d ON j.thing = 'drive' AND d.id = j.thing_id AND (@all_drives OR d.district_body_id = ANY (@bodies)
	    OR d.commune_body_id = ANY (@bodies) OR @employer::bigint <> 0 AND EXISTS (
	        SELECT FROM drive_employers x WHERE x.drive_id = d.id AND x.employer_id = @employer))
	LEFT JOIN vacancies v ON j.thing = 'vacancy' AND v.id = j.thing_id
	    AND (v.employer_id = @employer OR @all_vacancies AND (@drafts OR v.revision > 0))
	LEFT JOIN publicity_items i ON j.thing = 'publicity_item' AND i.id = j.thing_id AND @media
	WHERE o.id IS NOT NULL OR d.id IS NOT NULL OR v.id IS NOT NULL OR i.id IS NOT NULL OR j.thing = 'route_study' AND @study
	ORDER BY j.at DESC, j.id DESC
	LIMIT @limit`
