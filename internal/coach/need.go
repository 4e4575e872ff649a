package coach

import (
	"regexp"
	"regexp/syntax"
)

// saying is a pattern with the words of which it cannot do without one: most
// adverts have none of them, and looking for these is far cheaper than for the
// pattern.
type saying struct {
	*regexp.Regexp
	needs  []string // empty: it has to be looked for in every line
	number int      // among the patterns of all rules
}

// maySay reports whether the pattern can be in a line at all.
func (p saying) maySay(may []bool) bool { return len(p.needs) == 0 || may[p.number] }

// Bounds of what is worked out of a pattern, and how long a word has to be to
// be worth looking for.
const (
	mostNeeds    = 2500
	shortestNeed = 4
)

func sayingOf(p *regexp.Regexp) saying {
	tree, err := syntax.Parse(p.String(), syntax.Perl)
	if err != nil {
		panic(err) // it compiled
	}
	return saying{Regexp: p, needs: needsOf(tree.Simplify())}
}

// needsOf returns words of which every match holds one, or nil.
func needsOf(re *syntax.Regexp) []string {
	if all := exactly(re); all != nil && long(all) {
		return all
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return needsOf(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needsOf(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			needs := needsOf(sub)
			if needs == nil || len(all)+len(needs) > mostNeeds {
				return nil
			}
			all = append(all, needs...)
		}
		return all
	case syntax.OpConcat:
		return needsOfAll(re.Sub)
	}
	return nil
}

// needsOfAll returns the rarest needs of what stands one after the other: of
// neighbours that are known exactly, what they say together.
func needsOfAll(subs []*syntax.Regexp) []string {
	var best []string
	run := []string{""}
	for _, sub := range subs {
		next := exactly(sub)
		if joined := joined(run, next); joined != nil {
			run = joined
			continue
		}
		best = rarer(best, rarer(run, needsOf(sub)))
		if run = next; run == nil {
			run = []string{""}
		}
	}
	return rarer(best, run)
}

// rarer returns which of two lists of needs tells more.
func rarer(a, b []string) []string {
	switch {
	case !long(b):
		if !long(a) {
			return nil
		}
		return a
	case !long(a) || shortest(b) > shortest(a):
		return b
	}
	return a
}

func long(all []string) bool { return len(all) > 0 && shortest(all) >= shortestNeed }

func shortest(all []string) int {
	least := len(all[0])
	for _, s := range all {
		least = min(least, len(s))
	}
	return least
}

// joined is everything that a followed by b can say, or nil when that is too
// much.
func joined(a, b []string) []string {
	if b == nil || len(a)*len(b) > mostNeeds {
		return nil
	}
	all := make([]string, 0, len(a)*len(b))
	for _, first := range a {
		for _, second := range b {
			all = append(all, first+second)
		}
	}
	return all
}

// exactly returns everything that a part of a pattern can say, or nil where
// that is not a short list.
func exactly(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpEmptyMatch:
		return []string{""}
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return []string{string(re.Rune)}
		}
	case syntax.OpCharClass:
		return letters(re.Rune)
	case syntax.OpCapture:
		return exactly(re.Sub[0])
	case syntax.OpQuest:
		if sub := exactly(re.Sub[0]); sub != nil {
			return append([]string{""}, sub...)
		}
	case syntax.OpConcat:
		run := []string{""}
		for _, sub := range re.Sub {
			if run = joined(run, exactly(sub)); run == nil {
				return nil
			}
		}
		return run
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			said := exactly(sub)
			if said == nil || len(all)+len(said) > mostNeeds {
				return nil
			}
			all = append(all, said...)
		}
		return all
	}
	return nil
}

// letters returns the letters of a class, given as pairs from and to.
func letters(pairs []rune) []string {
	var all []string
	for i := 0; i+1 < len(pairs); i += 2 {
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			if len(all) == 16 {
				return nil
			}
			all = append(all, string(r))
		}
	}
	return all
}
