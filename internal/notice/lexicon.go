package notice

import "strings"

// lexicon is a set of phrases, found by their folded words. A phrase of one
// word must also agree in its marks when the text has them, because "tại" and
// "tài" fold alike.
type lexicon struct {
	phrases map[string]string // folded words -> marked words
	longest int
}

func newLexicon(list string) lexicon {
	l := lexicon{phrases: map[string]string{}}
	for phrase := range strings.SplitSeq(list, ",") {
		phrase = strings.Join(strings.Fields(phrase), " ")
		if phrase == "" {
			continue
		}
		key := foldString(phrase)
		if was, twice := l.phrases[key]; twice {
			phrase = was + "|" + phrase
		}
		l.phrases[key] = phrase
		l.longest = max(l.longest, strings.Count(key, " ")+1)
	}
	return l
}

// at returns how many of the tokens from i on make the longest phrase of the
// lexicon that begins there, 0 if none does.
func (l lexicon) at(toks []token, i int) int {
	found, key := 0, ""
	for n := 0; n < l.longest && i+n < len(toks) && !toks[i+n].mark; n++ {
		if n > 0 {
			key += " "
		}
		key += toks[i+n].f
		if marked, ok := l.phrases[key]; ok && (n > 0 || agrees(toks[i], marked)) {
			found = n + 1
		}
	}
	return found
}

// agrees reports whether a word may be one of the marked words (split by "|"):
// it has the same marks, or the whole text has lost its own.
func agrees(t token, marked string) bool {
	if t.bare {
		return true
	}
	for m := range strings.SplitSeq(marked, "|") {
		if m == t.raw {
			return true
		}
	}
	return false
}

// stopWords end a name: they begin an adjunct or a statement.
var stopWords = newLexicon(`để, đến, tới, theo, tại, trong, về, từ, khi, với, do, bằng, cho, nhằm, của, thì, là, đã, sẽ, đang,
	chưa, còn, được, vào, trên, dưới, sau, trước, nếu, như, cũng, này, đó, nêu, hiện, hiện nay, vẫn, mà, bị, ngoài, qua, thông qua,
	kể từ, căn cứ, trên cơ sở, dựa trên, ngoài ra, đồng thời, trường hợp, hoặc, cùng, cùng với, có liên quan, liên quan, nêu trên, gồm, bao gồm,
	chậm nhất, định kỳ, hằng, hàng tháng, hàng quý, hàng năm, hàng tuần, hàng ngày, thời gian, không, vì, bởi, thường xuyên, khác`)

// narrative words after a body tell what it is or did; they ask nothing.
var narrative = newLexicon(`nhận được, có tờ trình, có công văn, có báo cáo số, đã, đang, chưa, còn, là, của, vừa, vẫn, được, bị, sẽ, có công suất, gồm, bao gồm, này, đó, như, nêu, cũng, và, hoặc, mà, từng`)

// adjuncts may stand between a body and what it is to do.
var adjuncts = newLexicon(`căn cứ, trên cơ sở, dựa trên, theo, trong, ngay, tại, từ, trước, sau, trước mắt, thông qua, bằng, nhằm, để, khi, vào, định kỳ,
	hằng, hàng tháng, hàng quý, hàng năm, hàng tuần, hàng ngày, chậm nhất, đến, sau khi, ngoài, cùng, cùng với, với, qua, do, về, đối với, không, tại, theo chức năng`)

// directives ask somebody else.
var directives = newLexicon(`giao, giao cho, giao nhiệm vụ cho, tiếp tục giao, thống nhất giao, đồng ý giao, yêu cầu, đề nghị, kiến nghị, trân trọng đề nghị, kính đề nghị,
	trân trọng kính đề nghị, phân công, ủy quyền, uỷ quyền, ủy quyền cho, chỉ đạo, mời, kính mời, thống nhất đề nghị, thống nhất yêu cầu, đề nghị đồng chí, giao đồng chí, yêu cầu đồng chí`)

// asks are the directives that ask rather than order.
var asks = newLexicon(`đề nghị, kiến nghị, trân trọng đề nghị, kính đề nghị, trân trọng kính đề nghị, mời, kính mời, thống nhất đề nghị, đề nghị đồng chí`)

// thanks open what acknowledges, decides or tells, and asks nothing.
var thanks = newLexicon(`ghi nhận, biểu dương, đánh giá cao, chúc mừng, cảm ơn, trân trọng cảm ơn, cám ơn, hoan nghênh, chia sẻ, nhiệt liệt chúc mừng,
	bày tỏ, thông tin, cơ bản thống nhất, cơ bản nhất trí, thống nhất, nhất trí, đồng ý, chấp thuận, đánh giá, nhận định, nhận thấy, phê bình, khen ngợi, tiếp thu, cho phép, thống nhất chủ trương`)
