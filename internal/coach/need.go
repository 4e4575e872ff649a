package coach

import (
	"regexp"
	"regexp/syntax"
)

// saying is a pattern with what it cannot do without, a word out of each of
// some groups: most adverts lack one, and looking for words is far cheaper than
// for the pattern.
type saying struct {
	*regexp.Regexp
	needs   [][]string // empty: it has to be looked for in every line
	numbers []int      // of the groups, among those of all rules
}

// maySay reports whether the pattern can be in a line at all, of which it is
// known what groups have a word in it.
func (p saying) maySay(may []bool) bool {
	for _, group := range p.numbers {
		if !may[group] {
			return false
		}
	}
	return true
}

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

// needsOf returns groups of words: every match holds a word of each.
func needsOf(re *syntax.Regexp) [][]string {
	if all := exactly(re); all != nil && long(all) {
		return [][]string{all}
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return needsOf(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needsOf(re.Sub[0])
		}
	case syntax.OpAlternate:
		return oneOf(re.Sub)
	case syntax.OpConcat:
		return needsOfAll(re.Sub)
	}
	return nil
}

// oneOf returns the group of what tells most of each alternative.
func oneOf(subs []*syntax.Regexp) [][]string {
	var all []string
	for _, sub := range subs {
		needs := rarest(needsOf(sub))
		if needs == nil || len(all)+len(needs) > mostNeeds {
			return nil
		}
		all = append(all, needs...)
	}
	return [][]string{all}
}

// needsOfAll returns the needs of what stands one after the other: of
// neighbours that are known exactly, what they say together.
func needsOfAll(subs []*syntax.Regexp) (all [][]string) {
	run := []string{""}
	end := func() {
		if long(run) {
			all = append(all, run)
		}
	}
	for _, sub := range subs {
		next := exactly(sub)
		if joined := joined(run, next); joined != nil {
			run = joined
			continue
		}
		end()
		if run = next; run == nil {
			all = append(all, needsOf(sub)...)
			run = []string{""}
		}
	}
	end()
	return all
}

// rarest returns the group that tells most: the one whose words are longest.
func rarest(groups [][]string) (best []string) {
	for _, group := range groups {
		if best == nil || shortest(group) > shortest(best) {
			best = group
		}
	}
	return best
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
