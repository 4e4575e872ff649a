package demo

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/candidate"
	"cauviec/internal/code"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

const (
	peopleCount = 2000
	codeLength  = 8 // of a reference code
)

// Where people come from: nearer districts send more.
var districtWeights = map[string]int{
	"ls-huu-lung": 20, "ls-chi-lang": 15, "ls-bac-son": 9, "ls-cao-loc": 11, "ls-loc-binh": 10, "ls-tp-lang-son": 9, "ls-van-quan": 7,
	"ls-van-lang": 6, "ls-binh-gia": 5, "ls-trang-dinh": 5, "ls-dinh-lap": 3,
}

// driveOf is a drive at which people registered.
type driveOf struct {
	ID        int64
	District  string
	CommuneID int64
	StartsAt  time.Time
}

// makePeople writes the job seekers and their referrals at all stages. They
// are many, so they are written at once and not one by one through the store;
// a test holds them to the store's rules.
func (w *world) makePeople(ctx context.Context) error {
	drives, err := postgres.All[driveOf](ctx, w.db, `
		SELECT d.id, b.slug AS district, d.commune_body_id AS commune_id, d.starts_at
		FROM drives d JOIN bodies b ON b.id = d.district_body_id
		WHERE d.status IN ('reported', 'verified') ORDER BY d.id`)
	if err != nil {
		return err
	}
	codes, err := w.codes(peopleCount)
	if err != nil {
		return err
	}
	var batch peopleRows
	for n := range peopleCount {
		w.addPerson(&batch, int64(n+1), codes[n], drives)
	}
	return batch.write(ctx, w.db)
}

// codes draws reference codes, each once.
func (w *world) codes(n int) ([]string, error) {
	seen := map[string]bool{}
	var codes []string
	for len(codes) < n {
		c, err := code.New(chanceOf{w.rand}, codeLength)
		if err != nil {
			return nil, err
		}
		if !seen[c] {
			seen[c] = true
			codes = append(codes, c)
		}
	}
	return codes, nil
}

func (w *world) districtOfPerson() string {
	slugs := w.districts()
	weights := make([]int, len(slugs))
	for i, slug := range slugs {
		weights[i] = districtWeights[slug]
	}
	return slugs[w.weighted(weights...)]
}

// addPerson draws one person: alone by phone, or entered at a drive; what for,
// and how far it came.
func (w *world) addPerson(b *peopleRows, n int64, code string, drives []driveOf) {
	v := pick(w, w.vacancies)
	at := w.instantBetween(v.Published, w.lastDay(v))
	c := w.communeIn(w.districtOfPerson())
	p := personRow{n: n, code: code, phone: w.phone(), birthYear: w.end.Year() - w.between(18, 42), area: c.AreaID, at: at, manner: "online"}
	var woman bool
	p.name, woman = w.person()
	p.gender = map[bool]string{true: "female", false: "male"}[woman]
	if d, ok := near(drives, c.District, v.Published, at); ok && w.chance(70) {
		p.drive, p.at, p.manner = d.ID, d.StartsAt.Add(time.Duration(w.between(20, 150))*time.Minute), "paper"
		p.enteredBody = w.actor(c.District).Body
		p.enteredBy = w.actor(c.District).Account
	} else if w.chance(25) {
		p.manner = "phone"
		p.enteredBody, p.enteredBy = w.actor("ls-ttdvvl").Body, w.actor("ls-ttdvvl").Account
	}
	p.keep = w.chance(55)
	r := w.progress(n, v, p)
	b.add(p, r, w.employers[v.Employer].ID)
}

// near finds a drive in the district within ten days before an instant, but
// after the vacancy was published.
func near(drives []driveOf, district string, published, at time.Time) (driveOf, bool) {
	for _, d := range drives {
		if d.District == district && d.StartsAt.Before(at) && d.StartsAt.After(published) && at.Sub(d.StartsAt) < 10*24*time.Hour {
			return d, true
		}
	}
	return driveOf{}, false
}

func (w *world) lastDay(v vacancyOf) time.Time {
	last := v.Closes.Start()
	if !v.Ended.IsZero() {
		last = v.Ended
	}
	if last.Before(w.end) {
		return last
	}
	return w.end
}

func (w *world) instantBetween(from, to time.Time) time.Time {
	if !to.After(from) {
		return from
	}
	return from.Add(time.Duration(w.rand.Int64N(int64(to.Sub(from))))).Truncate(time.Second)
}

// progress draws how far a referral came, stage by stage, as long as each
// stage lies before the present.
func (w *world) progress(n int64, v vacancyOf, p personRow) referralRow {
	r := referralRow{candidate: n, vacancy: v.ID, drive: p.drive, status: candidate.Registered}
	r.at[0] = &p.at
	at := p.at
	for i, stage := range waits {
		at = at.AddDate(0, stage.months, 0).Add(time.Duration(w.between(stage.low, stage.high)) * time.Hour)
		if at.After(w.end) {
			return r
		}
		if !w.chance(stage.goes) {
			w.finish(&r, at)
			return r
		}
		reached := at
		r.at[i+1] = &reached
		r.status = stages[i+1]
	}
	return r
}

// waits says how long people wait for each stage after the first, in months
// and hours, and how many in a hundred go on to it.
var waits = []struct{ months, low, high, goes int }{
	{0, 6, 72, 88}, {0, 24, 160, 80}, {0, 4, 72, 72}, {0, 48, 240, 86}, {1, 1, 120, 84}, {2, 72, 200, 86},
}

var stages = []candidate.Status{candidate.Registered, candidate.Introduced, candidate.Interviewed, candidate.Hired, candidate.Started,
	candidate.Stayed1, candidate.Stayed3}

// finish draws why a referral ended where it stands.
func (w *world) finish(r *referralRow, at time.Time) {
	to := pick(w, []candidate.Status{candidate.Declined, candidate.NotHired})
	if r.status == candidate.Started || r.status == candidate.Stayed1 {
		to = candidate.Left
	}
	r.status, r.ended = to, &at
	r.reason = string(pick(w, to.Reasons()))
}

// personRow and referralRow are rows before they are written.
type personRow struct {
	n           int64
	code        string
	name        string
	gender      string
	phone       string
	birthYear   int
	area        int64
	at          time.Time
	manner      string
	keep        bool
	drive       int64
	enteredBody int64
	enteredBy   int64
}

type referralRow struct {
	candidate int64
	vacancy   int64
	drive     int64
	status    candidate.Status
	reason    string
	at        [7]*time.Time
	ended     *time.Time
}

// peopleRows gathers the rows of three tables.
type peopleRows struct {
	people    [][]any
	consents  [][]any
	referrals [][]any
}

func orNil(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}

func (b *peopleRows) add(p personRow, r referralRow, employer int64) {
	b.people = append(b.people, []any{p.code, p.name, fold.Fold(p.name), p.birthYear, p.gender, p.phone, p.area, orNil(p.enteredBody),
		orNil(p.enteredBy), orNil(p.drive), p.at, true})
	b.consents = append(b.consents, []any{p.n, "introduce", employer, p.manner, p.at})
	if p.keep {
		b.consents = append(b.consents, []any{p.n, "keep", nil, p.manner, p.at})
	}
	b.referrals = append(b.referrals, []any{r.candidate, r.vacancy, string(r.status), r.reason, r.at[0], r.at[1], r.at[1], r.at[2], r.at[3], r.at[4],
		r.at[5], r.at[6], r.ended, orNil(r.drive)})
}

// write writes the rows. People are numbered as they were drawn, which is
// turned into their ids.
func (b *peopleRows) write(ctx context.Context, db *postgres.DB) error {
	columns := strings.Fields("code full_name folded birth_year gender phone area_id entered_by_body_id entered_by drive_id created_at sample")
	if _, err := db.CopyFrom(ctx, "candidates", columns, pgx.CopyFromRows(b.people)); err != nil {
		return err
	}
	first, err := postgres.Value[int64](ctx, db, `SELECT min(id) FROM candidates WHERE sample`)
	if err != nil {
		return err
	}
	for _, rows := range [][][]any{b.consents, b.referrals} {
		for _, row := range rows {
			row[0] = row[0].(int64) + first - 1
		}
	}
	if _, err := db.CopyFrom(ctx, "consents", strings.Fields("candidate_id purpose employer_id manner given_at"), pgx.CopyFromRows(b.consents)); err != nil {
		return err
	}
	columns = strings.Fields("candidate_id vacancy_id status reason registered_at called_at introduced_at interviewed_at hired_at started_at " +
		"stayed_1_at stayed_3_at ended_at drive_id")
	if _, err = db.CopyFrom(ctx, "referrals", columns, pgx.CopyFromRows(b.referrals)); err != nil {
		return err
	}
	_, err = db.Exec(ctx, scheduleErasure)
	return err
}

// scheduleErasure writes when the data of people go whose referral has ended
// and who did not agree to be kept for later vacancies.
const scheduleErasure = `
	UPDATE candidates c SET erase_on = (r.ended_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 30
	FROM referrals r
	WHERE r.candidate_id = c.id AND r.ended_at IS NOT NULL AND c.sample
	  AND NOT EXISTS (SELECT FROM consents k WHERE k.candidate_id = c.id AND k.purpose = 'keep')`
