package notice

import "testing"

// paper prints a short notice of the given issuer, title, opening and clauses.
func paper(issuer, title, opening, clauses string) string {
	return issuer + "\nSố: 12/TB-UBND\nngày 10 tháng 6 năm 2024\n\nTHÔNG BÁO\n" + title + "\n\n" + opening + "\n\n" + clauses + "\n\nNơi nhận:\n- Lưu: VT."
}

func TestChair(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, opening, clauses, want string }{
		{"Kết luận của đồng chí Lò Văn Tiến, Chủ tịch UBND tỉnh tại cuộc họp", "", "1. Sở Y tế báo cáo.", "Lò Văn Tiến"},
		{"Kết luận tại cuộc họp về phương án vận hành hồ chứa, đập", "Cuộc họp do ông Lù A Páo - Phó Chủ tịch chủ trì.", "1. Sở Y tế báo cáo.", "Lù A Páo"},
		{"Kết luận tại cuộc họp", "Họp về phương án phân lũ, xả lũ.", "1. Giao đồng chí Vàng A Dơ, Giám đốc Sở Y tế báo cáo.", ""},
	} {
		n, err := Read(paper("UBND TỈNH SƠN LA", c.title, c.opening, c.clauses))
		if err != nil {
			t.Fatal(err)
		}
		if n.Chair != c.want {
			t.Errorf("%s: chair %q, want %q", c.title, n.Chair, c.want)
		}
	}
}

// TestMinutes reads who signed minutes as chair, wherever the secretary signed.
func TestMinutes(t *testing.T) {
	t.Parallel()
	for _, signatures := range []string{
		"CHỦ TRÌ\n\nGiàng Seo Phử\n\nTHƯ KÝ\n\nLê Thị Na", "THƯ KÝ\n\nLê Thị Na\n\nCHỦ TRÌ\n\nGiàng Seo Phử",
		"CHỦ TỌA\tTHƯ KÝ\n\nGiàng Seo Phử\tLê Thị Na", "THƯ KÝ CUỘC HỌP      CHỦ TRÌ CUỘC HỌP\nLê Thị Na      Giàng Seo Phử",
	} {
		n, err := Read("UBND HUYỆN MAI SƠN\nngày 10 tháng 6 năm 2024\n\nBIÊN BẢN\nHọp giao ban\n\nCuộc họp thống nhất:\n\n1. Phòng Y tế báo cáo kết quả.\n\n" + signatures)
		if err != nil {
			t.Fatal(err)
		}
		if n.Signatory != "Giàng Seo Phử" || n.Kind != "Biên bản" || len(n.Proposals) != 1 {
			t.Errorf("%q: %s signed by %q, %d proposals", signatures, n.Kind, n.Signatory, len(n.Proposals))
		}
	}
}

// TestAsked tells whom an issuer orders and whom it asks.
func TestAsked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		issuer, clause string
		want           Kind
	}{
		{"UBND TỈNH SƠN LA", "Đề nghị Sở Y tế rà soát thiết bị.", Order},
		{"UBND HUYỆN MAI SƠN", "Đề nghị Sở Y tế rà soát thiết bị.", Request},
		{"UBND THÀNH PHỐ BẾN TRE", "Kiến nghị Ban Dân tộc tỉnh rà soát thiết bị.", Request},
		{"UBND THÀNH PHỐ HUẾ", "Kiến nghị Sở Y tế rà soát thiết bị.", Request},
		{"UBND THÀNH PHỐ ĐÀ NẴNG", "Đề nghị Sở Y tế rà soát thiết bị.", Order},
		{"UBND THÀNH PHỐ BẾN TRE", "Đề nghị UBND phường Phú Khương rà soát thiết bị.", Order},
	} {
		n, err := Read(paper(c.issuer, "Kết luận cuộc họp", "", "1. "+c.clause))
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Proposals) != 1 || n.Proposals[0].Kind != c.want {
			t.Errorf("%s: %s: %+v, want a %s", c.issuer, c.clause, n.Proposals, c.want)
		}
	}
}

// TestDepartmentAsks reads a department's letter: who is named after its
// intro is asked, but for its own divisions.
func TestDepartmentAsks(t *testing.T) {
	t.Parallel()
	n, err := Read("UBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: 77/SYT-NVY\nSơn La, ngày 10 tháng 6 năm 2024\n\nKính gửi: UBND các huyện.\n\n" +
		"Sở Y tế đề nghị các cơ quan thực hiện:\n\n1. UBND các huyện:\n\na) Rà soát bể nước;\n\nb) Lập danh sách.\n\n2. Đối với các doanh nghiệp: cung cấp số liệu.\n\n3. Phòng Nghiệp vụ Y tổng hợp kết quả.")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Proposal{
		"1.a": {Kind: Request, Leads: []string{"UBND các huyện"}}, "1.b": {Kind: Request, Leads: []string{"UBND các huyện"}},
		"2": {Kind: Request, Leads: []string{"các doanh nghiệp"}}, "3": {Kind: Order, Leads: []string{"Phòng Nghiệp vụ Y"}},
	}
	if len(n.Proposals) != len(want) {
		t.Fatalf("%d proposals, want %d", len(n.Proposals), len(want))
	}
	for _, p := range n.Proposals {
		if w := want[p.Clause]; p.Kind != w.Kind || len(p.Leads) != 1 || p.Leads[0] != w.Leads[0] {
			t.Errorf("%s: %s of %q, want %s of %q", p.Clause, p.Kind, p.Leads, w.Kind, w.Leads)
		}
	}
}
