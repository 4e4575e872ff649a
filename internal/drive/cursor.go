package drive

import (
	"strconv"
	"strings"
	"time"
)

// Cursor says behind which drive a list goes on; the zero Cursor begins it.
type Cursor struct {
	StartsAt time.Time
	ID       int64
}

// Cursor returns where a list goes on behind d.
func (d Drive) Cursor() Cursor { return Cursor{StartsAt: d.StartsAt, ID: d.ID} }

// String writes the cursor as an address carries it; the zero Cursor is empty.
func (c Cursor) String() string {
	if c.ID == 0 {
		return ""
	}
	return strconv.FormatInt(c.StartsAt.UnixMicro(), 36) + "-" + strconv.FormatInt(c.ID, 36)
}

// latest bounds what a cursor may name: the year 9999, as PostgreSQL's own
// timestamps reach farther than anybody plans.
const latest = 253402300799 * 1_000_000

// ParseCursor reads what String wrote; anything else begins the list.
func ParseCursor(words string) Cursor {
	at, id, _ := strings.Cut(words, "-")
	micro, err := strconv.ParseInt(at, 36, 64)
	if err != nil || micro < 0 || micro > latest {
		return Cursor{}
	}
	n, err := strconv.ParseInt(id, 36, 64)
	if err != nil || n <= 0 {
		return Cursor{}
	}
	return Cursor{StartsAt: time.UnixMicro(micro), ID: n}
}
