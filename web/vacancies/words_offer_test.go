package vacancies

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

func TestPapersOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"": nil,
		"Căn cước, sơ yếu lý lịch; giấy khám sức khỏe.": {"Căn cước", "Sơ yếu lý lịch", "Giấy khám sức khỏe"},
		"CCCD (bản sao, 2 bản), ảnh 3,5 x 4,5 cm":       {"CCCD (bản sao, 2 bản)", "Ảnh 3,5 x 4,5 cm"},
		"- CCCD, bản sao\n- đơn xin việc\n\n":           {"CCCD, bản sao", "Đơn xin việc"},
		"), (": {")", "("},
	} {
		if got := papersOf(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestPreview shows a draft as the public would see it, and none of what only
// a public page has.
func TestPreview(t *testing.T) {
	t.Parallel()
	v := vacancy.Vacancy{Code: "AB2C3D4", EmployerName: "Công ty TNHH Sao Mai", EmployerState: employer.Unverified, Status: vacancy.Draft}
	v.Title, v.BasicWage, v.Headcount, v.Turns = "Thợ may", 5_200_000, 10, []vacancy.Turn{{From: "07:30", To: "16:30", Break: 60}}
	v.Batches = []vacancy.Batch{{NeededBy: clock.NewDay(2026, 6, 1), Headcount: 10}}
	var page strings.Builder
	if err := Preview(v, clock.NewDay(2026, 4, 10)).Render(t.Context(), &page); err != nil {
		t.Fatal(err)
	}
	for _, wanted := range []string{`data-test="preview"`, "Thợ may", "5.200.000", `data-test="week"`, "còn thiếu 10", `content="noindex"`} {
		if !strings.Contains(page.String(), wanted) {
			t.Errorf("%s is missing", wanted)
		}
	}
	for _, unwanted := range []string{"ld+json", "dang-ky", "og:", "ap-phich", "ma-qr", `data-test="closed"`, `data-test="share"`} {
		if strings.Contains(page.String(), unwanted) {
			t.Errorf("%s is on the page", unwanted)
		}
	}
}

// TestShelfKeepsWhatIsAskedForMost has somebody ask for everything once, of
// which there is more than a shelf holds.
func TestShelfKeepsWhatIsAskedForMost(t *testing.T) {
	t.Parallel()
	const bytes, known = 8 << 10, 50
	var s shelf
	drawings := 0
	get := func(what string, n int) {
		t.Helper()
		got, err := s.get(fmt.Sprint(what, n), func() ([]byte, error) { drawings++; return make([]byte, bytes), nil })
		if err != nil || len(got) != bytes {
			t.Fatalf("%s %d: %d bytes, %v", what, n, len(got), err)
		}
	}
	most := mostKept / bytes
	for n := range most * 3 / 4 {
		get("before", n)
	}
	drawings = 0
	for range 5 {
		for n := range known {
			get("known", n)
		}
	}
	if drawings != known {
		t.Errorf("%d drawings of %d things", drawings, known)
	}
	for n := range 2 * most {
		get("once", n)
	}
	s.cache.CleanUp()
	if held := s.cache.WeightedSize(); held > mostKept {
		t.Errorf("%d bytes are held, at most %d", held, mostKept)
	}
	drawings = 0
	for n := range known {
		get("known", n)
	}
	if drawings > known/10 {
		t.Errorf("%d of the %d asked for most were let go", drawings, known)
	}
	if _, err := s.get("bad", func() ([]byte, error) { return nil, errors.New("no ink") }); err == nil {
		t.Error("a failed drawing was kept")
	}
}

// TestACrowdDrawsOnce asks for one thing from many sides.
func TestACrowdDrawsOnce(t *testing.T) {
	t.Parallel()
	var s shelf
	var crowd sync.WaitGroup
	drawings := 0 // guarded by the shelf: it draws one thing at a time
	for range 50 {
		crowd.Go(func() {
			if _, err := s.get("poster", func() ([]byte, error) { drawings++; return []byte("x"), nil }); err != nil {
				t.Error(err)
			}
		})
	}
	crowd.Wait()
	if drawings != 1 {
		t.Errorf("%d drawings", drawings)
	}
}
