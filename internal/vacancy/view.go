package vacancy

import "cauviec/internal/clock"

// View is a group of vacancies that somebody has to look at.
type View string

// The views.
const (
	Short        View = "short"        // open, and far fewer people on the way than wanted
	Doubled      View = "doubled"      // submitted beside the employer's other order for the same work in the same place
	Unbrought    View = "unbrought"    // open, and no drive has brought it to a district
	Unpublicised View = "unpublicised" // open, and no media body has a piece about it
)

// shortAfterDays is how long an order may look for people before it can be
// called short, and shortOne the part of the headcount that should be on the
// way by then: one in shortOne.
const (
	shortAfterDays = 14
	shortOne       = "10"
)

// ShortSince returns the @settled of ShortSQL: orders published later are too
// new to be short.
func ShortSince(today clock.Day) clock.Day { return today.Add(-shortAfterDays) }

// isOpen is true for vacancies v that take people @today.
const isOpen = `v.status = 'published' AND v.closes_on >= @today::date`

// The views as conditions over vacancies v. They take @today; ShortSQL also
// @settled, the beginning of the day that ShortSince returns.
const (
	ShortSQL = `(` + isOpen + ` AND v.published_at < @settled::timestamptz AND v.headcount > ` + shortOne + ` * (
		SELECT count(*) FROM referrals going WHERE going.vacancy_id = v.id AND going.status NOT IN ('declined', 'not_hired', 'left')))`
	DoubledSQL = `(v.status = 'submitted' AND EXISTS (
		SELECT FROM vacancies twin
		WHERE twin.employer_id = v.employer_id AND twin.id <> v.id AND twin.occupation_code = v.occupation_code
		  AND twin.zone_id IS NOT DISTINCT FROM v.zone_id AND twin.status IN ('submitted', 'published') AND twin.closes_on >= @today::date))`
	UnbroughtSQL = `(` + isOpen + ` AND NOT EXISTS (
		SELECT FROM drive_vacancies b JOIN drives d ON d.id = b.drive_id
		WHERE b.vacancy_id = v.id AND d.status NOT IN ('postponed', 'cancelled')))`
	UnpublicisedSQL = `(` + isOpen + ` AND NOT EXISTS (
		SELECT FROM publicity_items p WHERE p.vacancy_id = v.id AND p.status <> 'cancelled'))`
)
