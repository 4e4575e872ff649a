package sheet

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"cauviec/internal/clock"
)

// mostMemory is what writing the largest table may take.
const mostMemory = 100 << 20

// peak is the most memory in use at any of its looks.
type peak struct {
	base, most uint64
	out        io.Writer
}

func (p *peak) look() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	p.most = max(p.most, m.HeapInuse+m.StackInuse)
}

// Write looks while the file is packed.
func (p *peak) Write(b []byte) (int, error) {
	p.look()
	return p.out.Write(b)
}

// TestTheLargestTableTakesLittleMemory writes 100,000 rows of 15 columns.
func TestTheLargestTableTakesLittleMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("writes a hundred thousand rows")
	}
	runtime.GC()
	p := &peak{out: io.Discard}
	p.look()
	p.base = p.most
	began := time.Now()
	write(t, Most, p)
	used := p.most - p.base
	t.Logf("%d rows in %v with %d MB", Most, time.Since(began).Round(time.Millisecond), used>>20)
	if used > mostMemory {
		t.Errorf("took %d MB, at most %d", used>>20, mostMemory>>20)
	}
}

func write(tb testing.TB, rows int, p *peak) {
	tb.Helper()
	kinds := []Kind{Text, Text, Text, Text, Whole, Money, Money, Date, Instant, Text, Text, Percent, Text, Text, Whole}
	var columns []Column
	for i, k := range kinds {
		columns = append(columns, Column{fmt.Sprintf("Cột %d", i), k})
	}
	b, err := New("Bảng", columns, "x", noon)
	if err != nil {
		tb.Fatal(err)
	}
	defer b.Close()
	words := strings.Repeat("công nhân may công nghiệp ", 2)
	for i := range rows {
		err := b.Add(words, "Công ty TNHH số "+fmt.Sprint(i), "0912345678", "KCN Quang Châu", i, int64(i)*1000, int64(i)*2000,
			clock.DayOf(noon).Add(i%400), noon, words, "2400000000", 0.5, "a", "", i)
		if err != nil {
			tb.Fatal(err)
		}
		if i%2000 == 0 {
			p.look()
		}
	}
	if !b.Full() != (rows < Most) {
		tb.Errorf("full at %d rows: %t", rows, b.Full())
	}
	if err := b.Save(p, Notes{Name: "Thông tin"}); err != nil {
		tb.Fatal(err)
	}
}
