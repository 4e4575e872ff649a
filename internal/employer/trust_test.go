package employer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/postgres/postgrestest"
)

func TestLivingConditions(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		life  employer.Amenities
		wrong []string
	}{
		{"nothing is known", employer.Amenities{}, nil},
		{"answers with and without words", employer.Amenities{Dormitory: employer.Yes, DormitoryNote: "8 người", Bus: employer.No}, nil},
		{"words without an answer", employer.Amenities{CanteenNote: "ca đêm"}, []string{"canteen"}},
		{"an answer that is none", employer.Amenities{Nursery: "maybe"}, []string{"nursery"}},
		{"too long", employer.Amenities{Bus: employer.Yes, BusNote: strings.Repeat("ạ", 201)}, []string{"bus_note"}},
	} {
		d := garment()
		d.Amenities = tt.life
		problems := d.Check()
		if len(problems) != len(tt.wrong) {
			t.Errorf("%s: %v", tt.name, problems)
		}
		for _, field := range tt.wrong {
			if _, is := problems[field]; !is {
				t.Errorf("%s: nothing at %s", tt.name, field)
			}
		}
	}
}

func TestEvidenceStandsBehindEachState(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &employer.Store{DB: db, Now: noon}
	board := as(t, db, "bg-bqlkcn")
	d := garment()
	d.Amenities = employer.Amenities{Dormitory: employer.Yes, DormitoryNote: " 8 người ", Nursery: employer.No}
	id, err := s.Create(t.Context(), board, d)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := s.Get(t.Context(), access.Everything(), id); err != nil || e.DormitoryNote != "8 người" || e.Nursery != employer.No || e.Bus != "" {
		t.Errorf("kept %+v, %v", e.Amenities, err)
	}
	for name, looked := range map[string][]employer.Look{"nothing": nil, "something unknown": {"horoscope"}} {
		if p, _ := errs.ProblemsOf(s.Verify(t.Context(), board, id, 1, "x", looked...)); p["looked"].Key == "" {
			t.Errorf("verified after %s was looked at", name)
		}
	}
	if err := s.Verify(t.Context(), board, id, 1, "Gặp trưởng phòng nhân sự", employer.Visit, employer.Tax); err != nil {
		t.Fatal(err)
	}
	file := attachment.File{Name: `C:\ảnh` + "\n" + `.JPG`, Bytes: []byte("\xff\xd8\xff\xe0")}
	if err := s.Attach(t.Context(), board, id, []attachment.File{file}); err != nil {
		t.Fatal(err)
	}
	if err := s.Suspend(t.Context(), board, id, 2, "nợ lương"); err != nil {
		t.Fatal(err)
	}
	list, err := s.Evidence(t.Context(), board.Scope(access.VerifyEmployers), id)
	if err != nil || len(list) != 2 || list[0].State != employer.Suspended || len(list[0].Files) != 0 ||
		!slices.Equal(list[1].Looked, []employer.Look{employer.Visit, employer.Tax}) || len(list[1].Files) != 1 {
		t.Fatalf("evidence %+v, %v", list, err)
	}
	kept := list[1].Files[0]
	content, err := s.Content(t.Context(), board.Scope(access.VerifyEmployers), kept.ID)
	if err != nil || kept.Name != "ảnh.JPG" || content.MediaType != "image/jpeg" || len(content.Bytes) != 4 {
		t.Errorf("the file %+v, %v", kept, err)
	}
	centre := as(t, db, "ls-ttdvvl")
	if _, err := s.Content(t.Context(), centre.Scope(access.VerifyEmployers), kept.ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("another opens the file: %v", err)
	}
	if list, err := s.Evidence(t.Context(), centre.Scope(access.VerifyEmployers), id); err != nil || len(list) != 0 {
		t.Errorf("another reads %d statements, %v", len(list), err)
	}
	if err := s.Attach(t.Context(), centre, id, nil); !errors.Is(err, errs.Forbidden) {
		t.Errorf("another attaches: %v", err)
	}
}

func TestEvidenceIsPapersAndPictures(t *testing.T) {
	t.Parallel()
	for name, key := range map[string]string{"a.PDF": "", "a.txt": "attachment.problem.kind"} {
		file := attachment.File{Name: name, Bytes: []byte("%PDF-1.7")}
		if got := employer.EvidenceFiles.Check([]attachment.File{file})[attachment.Field].Key; got != key {
			t.Errorf("%s: %q, want %q", name, got, key)
		}
	}
}

// 2,000 random companies: the check digit admits one last digit of ten, or none.
func TestTheCheckDigitAdmitsOneOfTen(t *testing.T) {
	t.Parallel()
	for base := range 2000 {
		admitted := 0
		for last := range 10 {
			code := "01002" + string([]byte{byte('0' + base/1000%10), byte('0' + base/100%10), byte('0' + base/10%10), byte('0' + base%10), byte('0' + last)})
			if _, ok := employer.CleanTaxCode(code); ok {
				admitted++
			}
		}
		if admitted > 1 {
			t.Fatalf("%d: %d last digits fit", base, admitted)
		}
	}
}
