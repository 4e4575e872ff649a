package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The Lunar New Year of 2026 lies between the paper's day and the fifth
// working day after it: the command skips it as the site does.
func TestNoticeReadKnowsThePublicHolidays(t *testing.T) {
	t.Parallel()
	const paper = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 15/TB-UBND

Lạng Sơn, ngày 12 tháng 02 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp về việc làm

Lãnh đạo UBND tỉnh kết luận như sau:

1. Sở Nội vụ rà soát danh sách, báo cáo UBND tỉnh trong vòng 05 ngày làm việc kể từ ngày ban hành Thông báo này.
`
	file := filepath.Join(t.TempDir(), "notice.txt")
	if err := os.WriteFile(file, []byte(paper), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := ran(t, "notice", "read", file); !strings.Contains(got, "26/02/2026") {
		t.Errorf("got %q, want the deadline 26/02/2026", got)
	}
}
