package notice

// standingBody are the words for the body that works for a board.
var standingBody = newLexicon(`cơ quan thường trực, cơ quan thường trực của, đơn vị thường trực, cơ quan đầu mối, thường trực ban chỉ đạo`)

// longestSeat is how many words the name of a board that follows is looked
// through for.
const longestSeat = 20

// seat skips the name of the board for which a body works, up to its duty.
func (r *reader) seat(i int) int {
	for j := i; j < len(r.toks) && j < i+longestSeat; j++ {
		switch {
		case r.is(j, ",") && r.is(j+1, "chong"):
		case r.is(j, ":", ",", ";", ".", "("), r.toks[j].br > 0 && r.toks[j].cap, r.acts(j, true) && !r.toks[j].cap && !r.insideBoard(j):
			return j
		}
	}
	return i
}

// insideBoard reports whether the verb at token j goes on with a board's name:
// "Ban Chỉ đạo phòng, chống tội phạm".
func (r *reader) insideBoard(j int) bool {
	return r.is(j-1, "dao", "huy", ",") && r.is(j, "phong", "chong", "thuc")
}
