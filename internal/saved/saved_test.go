package saved_test

import (
	"slices"
	"testing"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/saved"
	"cauviec/internal/search"
)

func TestAddAndRemove(t *testing.T) {
	t.Parallel()
	full := make([]int64, saved.Most)
	for i := range full {
		full[i] = int64(saved.Most - i)
	}
	tests := []struct {
		name      string
		got, want []int64
	}{
		{"the first", saved.Add(nil, 7), []int64{7}},
		{"the newest stands first", saved.Add([]int64{7}, 9), []int64{9, 7}},
		{"again changes nothing", saved.Add([]int64{9, 7}, 7), []int64{9, 7}},
		{"no number", saved.Add([]int64{9}, 0), []int64{9}},
		{"one too many", saved.Add(full, 99), append([]int64{99}, full[:saved.Most-1]...)},
		{"removed", saved.Remove([]int64{9, 7, 5}, 7), []int64{9, 5}},
		{"not there", saved.Remove([]int64{9}, 7), []int64{9}},
	}
	for _, tt := range tests {
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}

func TestWhatIsOverIsReadToo(t *testing.T) {
	t.Parallel()
	db, today := postgrestest.Tx(t), clock.MustDay("12/10/2026")
	ids := boardtest.Fill(t, db, today, boardtest.Size{Vacancies: 6, Employers: 2})
	store := &saved.Store{DB: db, Now: clock.Fixed(today.At(8, 0))}
	exec := func(sql string, args ...any) {
		t.Helper()
		if _, err := db.Exec(t.Context(), sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(`UPDATE vacancies SET employer_id = (SELECT min(id) FROM employers)`)
	exec(`UPDATE vacancies SET status = 'filled' WHERE id = $1`, ids[1])
	exec(`UPDATE vacancies SET closes_on = $2 WHERE id = $1`, ids[2], today.Add(-1))
	exec(`UPDATE vacancies SET employer_id = (SELECT max(id) FROM employers) WHERE id = $1`, ids[3])
	exec(`UPDATE employers SET state = 'suspended' WHERE id = (SELECT max(id) FROM employers)`)
	exec(`UPDATE vacancies SET revision = 0, status = 'draft' WHERE id = $1`, ids[4])
	if err := search.Remove(t.Context(), db, ids[5]); err != nil { // held back for a second look
		t.Fatal(err)
	}
	asked := []int64{ids[3], ids[0], 999999, ids[4], ids[2], ids[1], ids[5]}
	list, err := store.Read(t.Context(), asked)
	if err != nil {
		t.Fatal(err)
	}
	type facts struct {
		id          int64
		open, shown bool
	}
	var got []facts
	for _, v := range list {
		got = append(got, facts{v.ID, v.Open, v.Shown})
	}
	want := []facts{{ids[3], false, false}, {ids[0], true, true}, {ids[2], false, true}, {ids[1], false, true}, {ids[5], false, true}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if none, err := store.Read(t.Context(), nil); err != nil || none != nil {
		t.Errorf("nothing: got %v, %v", none, err)
	}
}

func TestWhatWasMergedIsReplaced(t *testing.T) {
	t.Parallel()
	db, today := postgrestest.Tx(t), clock.MustDay("12/10/2026")
	ids := boardtest.Fill(t, db, today, boardtest.Size{Vacancies: 3, Employers: 1})
	if _, err := db.Exec(t.Context(), `UPDATE vacancies SET status = 'withdrawn', merged_into = $2 WHERE id = $1`, ids[0], ids[2]); err != nil {
		t.Fatal(err)
	}
	store := &saved.Store{DB: db, Now: clock.Fixed(today.At(8, 0))}
	for name, c := range map[string]struct{ asked, want []int64 }{
		"as it was":      {[]int64{ids[1], ids[2]}, []int64{ids[1], ids[2]}},
		"merged":         {[]int64{ids[0], ids[1]}, []int64{ids[2], ids[1]}},
		"both":           {[]int64{ids[0], ids[1], ids[2]}, []int64{ids[2], ids[1]}},
		"unknown stays":  {[]int64{999999}, []int64{999999}},
		"nothing at all": {nil, nil},
	} {
		if got, err := store.Living(t.Context(), c.asked); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, %v, want %v", name, got, err, c.want)
		}
	}
}
