package poster_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/internal/poster"
)

var sewing = poster.Sheet{
	Lang: "vi", Kicker: "TUYỂN DỤNG", From: "Trung tâm Dịch vụ việc làm tỉnh Lạng Sơn", Title: "Công nhân may công nghiệp",
	Pay: "8,5–11 triệu đồng/tháng", PayHelp: "Lương cơ bản 5.350.000 đồng; thu nhập dự kiến gồm cả phụ cấp và làm thêm",
	Place: "KCN Quang Châu, Bắc Giang", Who: "Công ty TNHH May mặc Hoàng Gia", Marks: []string{"Cần 500 người", "Ký túc xá", "Xe đưa đón", "Ăn ca"},
	Until: "Đăng ký đến hết ngày 01/06/2026", Promise: "KHÔNG THU PHÍ · KHÔNG ĐẶT CỌC · KHÔNG GIỮ GIẤY TỜ",
	Link: "https://cauviec.example/kiem-tra-tin?ma=AB2C3D4&ban=2", Scan: "Quét mã để kiểm tra tin và đăng ký", CodeIs: "Mã tin", Code: "AB2C3D4",
	Type: "Hoặc mở cauviec.example/kiem-tra-tin và nhập mã tin", Call: "Gọi 0205 3812 345",
	Origin: "In từ bản thứ 2 của tin, đăng ngày 10/04/2026. Nội dung có thể thay đổi: quét mã để biết tin còn đúng không.",
	Rest:   "Tin dài, xem tiếp tại cauviec.example/viec-lam/17",
	Made:   time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC),
}

// long is a title as long as an offer can have.
const long = "Kỹ thuật viên vận hành, bảo trì dây chuyền ép nhựa chính xác, kiểm tra chất lượng ngoại quan linh kiện điện tử xuất khẩu, làm ca xoay, ưu tiên có nghề"

func TestPosterIsOnePageOfTheSameBytes(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*poster.Sheet){
		"plain": func(*poster.Sheet) {},
		"long":  func(s *poster.Sheet) { s.Title = long },
		"longest": func(s *poster.Sheet) {
			s.Title, s.Place, s.Who = long, long+", "+long+", Bắc Giang", long+" "+long
			s.Marks = append(slices.Clone(s.Marks), "Hỗ trợ tiền thuê nhà", "Hỗ trợ đi lại", "Nhà trẻ", "Đào tạo nghề", "Bảo hiểm xã hội", "Nhận cả vợ chồng")
		},
		"many": func(s *poster.Sheet) { s.Marks = append(slices.Clone(s.Marks), "Nhận cả vợ chồng") },
		"bare": func(s *poster.Sheet) {
			s.Call, s.Who, s.Marks, s.PayHelp = "", "", nil, ""
		},
		"one endless word":            func(s *poster.Sheet) { s.Title = strings.Repeat("ỹ", 150) },
		"letters that the font lacks": func(s *poster.Sheet) { s.Title = "電子 часы ✓" },
	} {
		sheet := sewing
		change(&sheet)
		first, err := poster.Draw(sheet)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again, err := poster.Draw(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, again) {
			t.Errorf("%s: two drawings differ", name)
		}
		if n := bytes.Count(first, []byte("/Type /Page\n")); n != 1 {
			t.Errorf("%s: %d pages", name, n)
		}
		if !bytes.HasPrefix(first, []byte("%PDF-")) || len(first) > 200_000 {
			t.Errorf("%s: %d bytes beginning %.8q", name, len(first), first)
		}
		keep(t, name, first)
	}
}

// keep writes a poster where POSTER_SHOTS says, to be looked at.
func keep(t *testing.T, name string, pdf []byte) {
	t.Helper()
	dir := os.Getenv("POSTER_SHOTS")
	if dir == "" {
		return
	}
	file := filepath.Join(dir, "poster-"+strings.ReplaceAll(name, " ", "-"))
	if err := os.WriteFile(file+".pdf", pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), "pdftoppm", "-r", "70", "-png", file+".pdf", file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func TestALinkMayBeTooLong(t *testing.T) {
	t.Parallel()
	sheet := sewing
	sheet.Link = strings.Repeat("x", 5000)
	if _, err := poster.Draw(sheet); err == nil {
		t.Error("a link that no QR holds was drawn")
	}
}

// TestRunsAreTheModules puts the runs together again.
func TestRunsAreTheModules(t *testing.T) {
	t.Parallel()
	modules, err := poster.QR(sewing.Link)
	if err != nil {
		t.Fatal(err)
	}
	size := len(modules)
	if (size-2*poster.Quiet-17)%4 != 0 {
		t.Fatalf("%d modules are no QR", size)
	}
	drawn := make([][]bool, size)
	for i := range drawn {
		drawn[i] = make([]bool, size)
	}
	poster.Runs(modules, func(x, y, length int) {
		if x > 0 && modules[y][x-1] || x+length < size && modules[y][x+length] {
			t.Errorf("the run at %d, %d could be longer", x, y)
		}
		for i := range length {
			drawn[y][x+i] = true
		}
	})
	for y := range modules {
		for x := range modules[y] {
			if modules[y][x] != drawn[y][x] {
				t.Fatalf("module %d, %d is lost", x, y)
			}
			border := x < poster.Quiet || y < poster.Quiet || x >= size-poster.Quiet || y >= size-poster.Quiet
			if border && modules[y][x] {
				t.Fatalf("the border is dark at %d, %d", x, y)
			}
		}
	}
}
