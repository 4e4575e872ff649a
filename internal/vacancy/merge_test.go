package vacancy_test

import (
	"fmt"
	"testing"

	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

func TestMayJoin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		gone, kept   vacancy.Status
		public, open int // revisions
		want         bool
	}{
		{vacancy.Draft, vacancy.Draft, 0, 0, true},
		{vacancy.Submitted, vacancy.Published, 0, 1, true},
		{vacancy.Published, vacancy.Published, 1, 1, true},
		{vacancy.Paused, vacancy.Published, 2, 1, true},
		{vacancy.Published, vacancy.Draft, 1, 0, false},
		{vacancy.Filled, vacancy.Published, 1, 1, false},
		{vacancy.Withdrawn, vacancy.Published, 1, 1, false},
	} {
		gone, kept := vacancy.Vacancy{Status: c.gone, Revision: c.public}, vacancy.Vacancy{Status: c.kept, Revision: c.open}
		if got := gone.MayJoin(kept); got != c.want {
			t.Errorf("%s %d for %s %d: %t", c.gone, c.public, c.kept, c.open, got)
		}
	}
}

// twoPublic are two published orders that say the same, of 200 and 50 people.
func (w world) twoPublic(t *testing.T) (kept, gone vacancy.Vacancy) {
	t.Helper()
	return w.small(t, 200), w.small(t, 50)
}

// together gives one up for the other as the centre.
func (w world) together(t *testing.T, kept, gone vacancy.Vacancy, headcount string) {
	t.Helper()
	m := vacancy.Merging{Into: kept.ID, Version: kept.Version, Headcount: headcount, Why: "đăng hai lần"}
	if err := w.store.Merge(t.Context(), w.centre, gone.ID, gone.Version, m); err != nil {
		t.Fatal(err)
	}
}

func TestTwoThatArePublicBecomeOne(t *testing.T) {
	t.Parallel()
	w := setup(t)
	kept, gone := w.twoPublic(t)
	earlier := w.small(t, 10)
	w.together(t, gone, earlier, vacancy.HeadcountStays)
	w.together(t, kept, gone, vacancy.HeadcountSum)
	now, was := w.get(t, kept.ID), w.get(t, gone.ID)
	if now.Headcount != 250 || now.Revision != 2 || now.Status != vacancy.Published || !w.findable(t, kept.ID) {
		t.Errorf("kept: %+v", now)
	}
	if was.State(today) != vacancy.Merged || was.MergedInto != kept.ID || was.EndReason != "đăng hai lần" || was.Headcount != 50 || w.findable(t, gone.ID) {
		t.Errorf("given up: %+v", was)
	}
	if first := w.get(t, earlier.ID); first.MergedInto != kept.ID {
		t.Errorf("what was given up before leads to %d", first.MergedInto)
	}
	if told := w.actions(t, kept.ID); told[0] != "take_up" || told[1] != "revise" {
		t.Errorf("the kept one's history: %v", told)
	}
	if told := w.actions(t, gone.ID); told[0] != "merge" {
		t.Errorf("the other's: %v", told)
	}
	if was.Ended(today) {
		t.Error("what was given up can be taken up again")
	}
	list, _, err := w.store.List(t.Context(), w.centre, vacancy.Filter{Status: vacancy.Merged, Limit: 5})
	if err != nil || len(list) != 2 {
		t.Errorf("the list of merged ones: %d, %v", len(list), err)
	}
	if twins, err := w.store.Twins(t.Context(), w.centre, kept.ID); err != nil || len(twins) != 0 {
		t.Errorf("still asked: %v, %v", twins, err)
	}
}

// alsoAt refers the person of a referral to another vacancy.
func (w world) alsoAt(t *testing.T, referral, v int64, status string) int64 {
	t.Helper()
	introduced, ended := "NULL", "NULL"
	if status != "registered" {
		introduced = "'2026-03-03'"
	}
	if status == "declined" {
		ended = "'2026-03-06'"
	}
	return value(t, w.db, fmt.Sprintf(`
		INSERT INTO referrals (candidate_id, vacancy_id, status, registered_at, introduced_at, ended_at)
		SELECT candidate_id, $2, $3, '2026-03-02', %s, %s FROM referrals WHERE id = $1 RETURNING id`, introduced, ended), referral, v, status)
}

type stood struct {
	VacancyID int64
	Status    string
	Told      string
}

func (w world) stands(t *testing.T, referral int64) stood {
	t.Helper()
	got, err := postgres.One[stood](t.Context(), w.db, `
		SELECT vacancy_id, status, COALESCE((SELECT j.action FROM journal j
			WHERE j.thing = 'referral' AND j.thing_id = r.id ORDER BY j.id DESC LIMIT 1), '') AS told
		FROM referrals r WHERE id = $1`, referral)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestPeopleFollow: everybody is at the kept one once, as far as they came.
func TestPeopleFollow(t *testing.T) {
	t.Parallel()
	w := setup(t)
	kept, gone := w.twoPublic(t)
	type both struct{ atGone, atKept int64 }
	there := func(status string) int64 {
		referral := w.referred(t, gone.ID, status)
		if _, err := w.db.Exec(t.Context(), `UPDATE referrals SET introduced_at = NULL WHERE id = $1 AND status = 'registered'`, referral); err != nil {
			t.Fatal(err)
		}
		return referral
	}
	at := func(first, second string) both {
		referral := there(first)
		return both{referral, w.alsoAt(t, referral, kept.ID, second)}
	}
	alone, working := there("registered"), there("started")
	further, behind := at("started", "registered"), at("registered", "introduced")
	same, dropped := at("registered", "registered"), at("registered", "declined")
	over := at("left", "registered")
	if n, err := w.store.AtBoth(t.Context(), w.centre, gone.ID, kept.ID); err != nil || n != 5 {
		t.Errorf("%d at both, %v", n, err)
	}
	w.together(t, kept, gone, vacancy.HeadcountStays)
	for name, c := range map[string]struct {
		referral int64
		want     stood
	}{
		"registered":                      {alone, stood{kept.ID, "registered", "merged"}},
		"at work":                         {working, stood{kept.ID, "started", "merged"}},
		"came further there":              {further.atGone, stood{kept.ID, "started", "merged"}},
		"and had registered here":         {further.atKept, stood{gone.ID, "not_hired", "doubled"}},
		"came further here":               {behind.atKept, stood{kept.ID, "introduced", ""}},
		"and had registered there":        {behind.atGone, stood{gone.ID, "not_hired", "doubled"}},
		"as far at both":                  {same.atKept, stood{kept.ID, "registered", ""}},
		"declined here":                   {dropped.atKept, stood{gone.ID, "declined", "merged"}},
		"and registered there":            {dropped.atGone, stood{kept.ID, "registered", "merged"}},
		"left there, that is over":        {over.atGone, stood{gone.ID, "left", ""}},
		"and has registered here instead": {over.atKept, stood{kept.ID, "registered", ""}},
	} {
		if got := w.stands(t, c.referral); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	counts, err := w.store.Counts(t.Context(), w.centre, kept.ID, gone.ID)
	if c := counts[kept.ID]; err != nil || c.Started != 2 || c.Introduced != 3 {
		t.Errorf("the kept one counts %+v, %v", c, err)
	}
	if n := value(t, w.db, `SELECT count(*) FROM referrals WHERE vacancy_id = $1 AND status NOT IN ('declined', 'not_hired', 'left')`, gone.ID); n != 0 {
		t.Errorf("%d still wait for what was given up", n)
	}
}

func TestWhoeverFollowsFillsTheOrder(t *testing.T) {
	t.Parallel()
	w := setup(t)
	kept, gone := w.small(t, 2), w.small(t, 3)
	w.referred(t, kept.ID, "started")
	w.referred(t, gone.ID, "started")
	w.together(t, kept, gone, vacancy.HeadcountStays)
	if now := w.get(t, kept.ID); now.Status != vacancy.Filled || w.actions(t, kept.ID)[0] != "fill_itself" {
		t.Errorf("two at work of two: %s", now.Status)
	}
}

func TestDrivesAndPiecesFollow(t *testing.T) {
	t.Parallel()
	w := setup(t)
	kept, gone := w.twoPublic(t)
	drive := func(vacancies ...int64) int64 {
		id := value(t, w.db, `
			INSERT INTO drives (partnership_id, kind, status, district_body_id, commune_body_id, planned_by, title, slug, venue, starts_at, ends_at, created_at)
			SELECT (SELECT min(id) FROM partnerships), 'fair', 'announced', $1, $1, $1, 'Phiên', 'phien', 'Sân', '2026-04-01', '2026-04-01', '2026-03-01'
			RETURNING id`, w.centre.Body)
		for _, one := range vacancies {
			if _, err := w.db.Exec(t.Context(), `INSERT INTO drive_vacancies (drive_id, vacancy_id) VALUES ($1, $2)`, id, one); err != nil {
				t.Fatal(err)
			}
		}
		return id
	}
	for _, id := range []int64{drive(gone.ID), drive(gone.ID, kept.ID)} {
		defer func() {
			if n := value(t, w.db, `SELECT count(*) FROM drive_vacancies WHERE drive_id = $1 AND vacancy_id = $2`, id, kept.ID); n != 1 {
				t.Errorf("drive %d brings the kept one %d times", id, n)
			}
			if v := value(t, w.db, `SELECT version FROM drives WHERE id = $1`, id); v != 2 {
				t.Errorf("drive %d: version %d", id, v)
			}
		}()
	}
	piece := value(t, w.db, `
		INSERT INTO publicity_items (partnership_id, body_id, vacancy_id, vacancy_revision, form, status, title, planned_on, created_at)
		SELECT (SELECT min(id) FROM partnerships), $1, $2, 1, 'radio', 'published', 'Bài', '2026-04-01', '2026-03-01' RETURNING id`, w.centre.Body, gone.ID)
	w.together(t, kept, gone, vacancy.HeadcountStays)
	if n := value(t, w.db, `SELECT count(*) FROM publicity_items WHERE id = $1 AND vacancy_id = $2 AND vacancy_revision = 0`, piece, kept.ID); n != 1 {
		t.Error("the piece does not follow, or is not stale")
	}
	if n := value(t, w.db, `SELECT count(*) FROM drive_vacancies WHERE vacancy_id = $1`, gone.ID); n != 0 {
		t.Errorf("%d drives bring what was given up", n)
	}
	if n := value(t, w.db, `SELECT count(*) FROM journal WHERE action = 'merged' AND thing IN ('drive', 'publicity_item')`); n != 3 {
		t.Errorf("%d lines of history", n)
	}
}

// An employer whose advert was stopped for a complaint does not carry its
// people elsewhere.
func TestAStoppedAdvertIsNotMergedByItsEmployer(t *testing.T) {
	t.Parallel()
	w := setup(t)
	kept, gone := w.twoPublic(t)
	if _, err := w.db.Exec(t.Context(), `
		INSERT INTO complaints (code, grounds, advert, vacancy_id, status, paused_at, created_at)
		VALUES ('AAAAAAAA', '{money}', 'x', $1, 'received', '2026-03-09', '2026-03-09')`, gone.ID); err != nil {
		t.Fatal(err)
	}
	m := vacancy.Merging{Into: kept.ID, Version: kept.Version, Headcount: vacancy.HeadcountStays, Why: "trùng"}
	if err := w.store.Merge(t.Context(), w.own, gone.ID, gone.Version, m); problem(err, "publish") == "" {
		t.Errorf("got %v", err)
	}
	if err := w.store.Merge(t.Context(), w.centre, gone.ID, gone.Version, m); err != nil {
		t.Errorf("a publisher: %v", err)
	}
}
