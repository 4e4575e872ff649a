package index

// arena keeps lists of terms one behind the other. Where a list was dropped,
// another one of about its length may lie.
type arena struct {
	blocks [][]term
	free   map[int][]uint32 // places by their room
}

// span is where a list lies: the number of the block and the place in it.
type span struct{ at, length uint32 }

const (
	placeBits = 14 // of the place in a block
	step      = 8  // room is made for so many more at a time
)

func room(length int) int { return (length + step - 1) / step * step }

// keep copies a list.
func (a *arena) keep(list []term) span {
	at := a.place(room(len(list)))
	copy(a.blocks[at>>placeBits][at&(1<<placeBits-1):], list)
	return span{at: at, length: uint32(len(list))}
}

// place returns one of a room, of those that are free or a new one.
func (a *arena) place(room int) uint32 {
	if free := a.free[room]; len(free) > 0 {
		a.free[room] = free[:len(free)-1]
		return free[len(free)-1]
	}
	last := len(a.blocks) - 1
	if last < 0 || len(a.blocks[last])+room > cap(a.blocks[last]) {
		a.blocks = append(a.blocks, make([]term, 0, max(room, 1<<placeBits)))
		last++
	}
	block := &a.blocks[last]
	begin := len(*block)
	*block = (*block)[:begin+room]
	return uint32(last)<<placeBits | uint32(begin)
}

// read returns a list. It is not to be changed.
func (a *arena) read(s span) []term {
	return a.blocks[s.at>>placeBits][s.at&(1<<placeBits-1):][:s.length]
}

// drop lets a list go.
func (a *arena) drop(s span) {
	if a.free == nil {
		a.free = map[int][]uint32{}
	}
	r := room(int(s.length))
	a.free[r] = append(a.free[r], s.at)
}
