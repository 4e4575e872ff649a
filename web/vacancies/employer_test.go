package vacancies_test

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board/boardtest"
)

func TestTheEmployersPageSaysHowOneLivesAndGetsThere(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 5, Employers: 1})
	s.exec(`UPDATE employers SET dormitory = 'yes', dormitory_note = '8 người một phòng', nursery = 'no', industry_code = 'C',
		contact_name = 'Nguyễn Văn Kín', contact_phone = '+84912345678'`, pgx.StrictNamedArgs{})
	doc := s.page(s.employerOf(s.ids[0]))
	if n := doc.Find(test("card")).Length(); n != 5 {
		t.Errorf("%d open offers", n)
	}
	words := strings.Join(strings.Fields(doc.Find("main").Text()), " ")
	for _, said := range []string{"linh kiện, bao bì", "chế biến, chế tạo", "Ký túc xá: có 8 người một phòng", "Nhà trẻ: không có", "Từ thành phố Lạng Sơn: khoảng", "Lô A1"} {
		if !strings.Contains(words, said) {
			t.Errorf("%q is not said", said)
		}
	}
	if doc.Find(test("way")+" .ways li").Length() != 11 {
		t.Errorf("%d districts", doc.Find(test("way")+" .ways li").Length())
	}
	for _, own := range []string{"Xe đưa đón:", "Nguyễn Văn Kín", "0912 345 678", "912345678"} {
		if strings.Contains(words, own) {
			t.Errorf("%q is not known, or nobody's business", own)
		}
	}
	s.exec(`INSERT INTO complaints (code, grounds, advert, employer_id, status, created_at) SELECT 'X', '{money}', 'x', id, 'received', '2026-04-01' FROM employers`, pgx.StrictNamedArgs{})
	if strings.Contains(strings.ToLower(s.page(s.employerOf(s.ids[0])).Find("main").Text()), "phản ánh") {
		t.Error("complaints are shown to everybody")
	}
}
