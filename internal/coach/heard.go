package coach

import "strings"

// heard finds by their beginnings the needs that stand in a line, in one pass;
// patterns is how many patterns the rules have.
var heard, patterns = listener()

// need is a word that some patterns cannot do without.
type need struct {
	word string
	of   []int // the numbers of the patterns
}

// beginning is the first bytes of a need.
type beginning [shortestNeed]byte

// listener numbers the patterns of all rules and lists what each needs.
func listener() (map[beginning][]need, int) {
	byWord := map[string][]int{}
	number := 0
	for r := range rules {
		for i := range rules[r].says {
			rules[r].says[i].number = number
			for _, word := range rules[r].says[i].needs {
				byWord[word] = append(byWord[word], number)
			}
			number++
		}
	}
	found := map[beginning][]need{}
	for word, of := range byWord {
		at := beginning([]byte(word[:shortestNeed]))
		found[at] = append(found[at], need{word, of})
	}
	return found, number
}

// candidates says by number which patterns have a need that stands in a line.
func candidates(line string) []bool {
	may := make([]bool, patterns)
	for at := 0; at+shortestNeed <= len(line); at++ {
		for _, n := range heard[beginning([]byte(line[at:at+shortestNeed]))] {
			if strings.HasPrefix(line[at:], n.word) {
				for _, pattern := range n.of {
					may[pattern] = true
				}
			}
		}
	}
	return may
}
