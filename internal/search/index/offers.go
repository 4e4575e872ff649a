package index

// offers are the combinations of benefits that vacancies offer.
type offers struct {
	names    names[string, uint16]
	combined [][]uint16 // the benefits of each combination, by number
	width    int        // words that a packed combination takes
	packed   []uint64   // the combinations as counts of each benefit, none or one
}

// Counts are packed by four in a word, so that they are added at once.
const (
	perWord    = 4
	bitsEach   = 64 / perWord
	mostPacked = 1<<bitsEach - 1
)

// place returns where the count of a benefit is packed: its word, and its first
// bit there.
func place(benefit int) (word, bit int) { return benefit / perWord, benefit % perWord * bitsEach }

// add adds a combination.
func (o *offers) add(benefits []string) {
	numbers := make([]uint16, len(benefits))
	for i, benefit := range benefits {
		numbers[i] = o.names.of(benefit)
	}
	o.combined = append(o.combined, numbers)
	if width := max((len(o.names.values)+perWord-1)/perWord, 1); width > o.width {
		o.width, o.packed = width, nil // all are packed anew
	}
	for _, numbers := range o.combined[len(o.packed)/o.width:] {
		o.packed = append(o.packed, make([]uint64, o.width)...)
		words := o.packed[len(o.packed)-o.width:]
		for _, n := range numbers {
			word, bit := place(int(n))
			words[word] += 1 << bit
		}
	}
}
