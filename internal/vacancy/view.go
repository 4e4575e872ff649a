package vacancy

import "cauviec/internal/clock"

// View is a group of vacancies that somebody has to look at.
type View string

// The views.
const (
	Short        View = "short"        // open, and far fewer people on the way than wanted
	Doubled      View = "doubled"      // submitted, and looks like another order of the same employer: see Twins
	Unbrought    View = "unbrought"    // open, and no drive has brought it to a district
	Unpublicised View = "unpublicised" // open, and no media body has a piece about it
	Unasked      View = "unasked"      // the poster's, over for two weeks, and nobody said what came of it
	Thinned      View = "thinned"      // the poster's, filled, and people left since
	Missed       View = "missed"       // something stood in the way when it was to be published by itself
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

// posted is true for the vacancies that the body @poster answers for: those
// that its people wrote, and an employer's own that no account wrote. 0 is
// everybody.
const posted = `(@poster::bigint = 0 OR @poster = COALESCE(
	(SELECT w.body_id FROM accounts w WHERE w.id = v.created_by), (SELECT w.body_id FROM employers w WHERE w.id = v.employer_id)))`

// The views as conditions over vacancies v. They take @today; ShortSQL also
// @settled, the beginning of the day that ShortSince returns; UnaskedSQL and
// ThinnedSQL also @poster, the body that asks.
const (
	ShortSQL = `(` + isOpen + ` AND v.published_at < @settled::timestamptz AND v.headcount > ` + shortOne + ` * (` + SpotSQL + ` + (
		SELECT count(*) FROM referrals going WHERE going.vacancy_id = v.id AND going.status NOT IN ('declined', 'not_hired', 'left'))))`
	DoubledSQL = `(v.status = 'submitted' AND EXISTS (
		SELECT FROM vacancies twin WHERE twin.employer_id = v.employer_id AND ` + twinCause + ` IS NOT NULL AND ` + twinLives + `))`
	UnbroughtSQL = `(` + isOpen + ` AND NOT EXISTS (
		SELECT FROM drive_vacancies b JOIN drives d ON d.id = b.drive_id
		WHERE b.vacancy_id = v.id AND d.status NOT IN ('postponed', 'cancelled')))`
	UnpublicisedSQL = `(` + isOpen + ` AND NOT EXISTS (
		SELECT FROM publicity_items p WHERE p.vacancy_id = v.id AND p.status <> 'cancelled'))`
	UnaskedSQL = `(v.status IN ('published', 'paused') AND v.closes_on + 14 <= @today::date AND v.outcome = '' AND ` + posted + `)`
	ThinnedSQL = `(v.status = 'filled' AND ` + posted + ` AND v.headcount - (
		SELECT count(*) FROM referrals at WHERE at.vacancy_id = v.id AND at.started_at IS NOT NULL AND at.status <> 'left') > v.short_known)`
	MissedSQL = `(v.status = 'submitted' AND v.missed_at IS NOT NULL)`
)
