package coach

import "strings"

// heard finds by their beginnings the needs that stand in a line, in one pass;
// groups is how many groups of needs the rules have.
var heard, groups = listener()

// need is a word of some groups.
type need struct {
	word string
	of   []int // the numbers of the groups
}

// beginning is the first bytes of a need.
type beginning [shortestNeed]byte

// listener numbers the groups of all rules and lists the words of each.
func listener() (map[beginning][]need, int) {
	byWord := map[string][]int{}
	number := 0
	for r := range rules {
		for i := range rules[r].says {
			says := &rules[r].says[i]
			for _, group := range says.needs {
				says.numbers = append(says.numbers, number)
				for _, word := range group {
					byWord[word] = append(byWord[word], number)
				}
				number++
			}
		}
	}
	found := map[beginning][]need{}
	for word, of := range byWord {
		at := beginning([]byte(word[:shortestNeed]))
		found[at] = append(found[at], need{word, of})
	}
	return found, number
}

// candidates says by number which groups have a word that stands in a line.
func candidates(line string) []bool {
	may := make([]bool, groups)
	for at := 0; at+shortestNeed <= len(line); at++ {
		for _, n := range heard[beginning([]byte(line[at:at+shortestNeed]))] {
			if strings.HasPrefix(line[at:], n.word) {
				for _, group := range n.of {
					may[group] = true
				}
			}
		}
	}
	return may
}
