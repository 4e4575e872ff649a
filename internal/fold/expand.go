package fold

import (
	"maps"
	"slices"
	"strings"
)

// maxReadings bounds the readings of one query: a page of abbreviations must
// not become a search of thousands of words.
const maxReadings = 12

// abbreviations gives the folded words that a folded abbreviation stands for,
// the likeliest first. They are those of factory notices, job adverts and
// administrative papers; CN is a worker far oftener than a Sunday.
var abbreviations = map[string][]string{
	"bhtn":    {"bao hiem that nghiep"},
	"bhxh":    {"bao hiem xa hoi"},
	"bhyt":    {"bao hiem y te"},
	"bql":     {"ban quan ly"},
	"cccd":    {"can cuoc cong dan"},
	"ccn":     {"cum cong nghiep"},
	"cn":      {"cong nhan", "cong nghiep", "chu nhat"},
	"cty":     {"cong ty"},
	"dn":      {"doanh nghiep"},
	"dt":      {"dien thoai", "dien tu"},
	"gdvl":    {"giao dich viec lam"},
	"gplx":    {"giay phep lai xe"},
	"hc":      {"hanh chinh"},
	"hd":      {"hop dong"},
	"hdld":    {"hop dong lao dong"},
	"kcn":     {"khu cong nghiep"},
	"kcs":     {"kiem tra chat luong"},
	"ktv":     {"ky thuat vien"},
	"ktx":     {"ky tuc xa"},
	"ld":      {"lao dong"},
	"ldpt":    {"lao dong pho thong"},
	"nld":     {"nguoi lao dong"},
	"nv":      {"nhan vien"},
	"nvvp":    {"nhan vien van phong"},
	"oqc":     {"kiem tra chat luong"},
	"pt":      {"pho thong"},
	"qc":      {"kiem tra chat luong"},
	"sldtbxh": {"so lao dong thuong binh va xa hoi"},
	"sx":      {"san xuat"},
	"tb":      {"thong bao"},
	"tbxh":    {"thuong binh va xa hoi"},
	"thcs":    {"trung hoc co so"},
	"thpt":    {"trung hoc pho thong"},
	"tnhh":    {"trach nhiem huu han"},
	"tp":      {"thanh pho"},
	"tt":      {"thi tran", "trung tam"},
	"ttdvvl":  {"trung tam dich vu viec lam"},
	"tx":      {"thi xa"},
	"ubnd":    {"uy ban nhan dan"},
	"vp":      {"van phong"},
	"xkld":    {"xuat khau lao dong"},
}

// Expand returns the readings of folded words: first the words as they stand,
// then with abbreviations written out (kcn: khu cong nghiep), and with a
// phrase that has an abbreviation shortened to it. A search matches any of
// them. There are at most 12; every reading has at least one word if terms has.
func Expand(terms []string) [][]string {
	readings := [][]string{nil}
	for _, term := range terms {
		readings = spread(readings, term)
	}
	for _, short := range shortened(terms) {
		if len(readings) < maxReadings {
			readings = append(readings, short)
		}
	}
	return readings
}

// spread returns the readings followed by each meaning of the term, as many
// as there is room for. The term itself comes first.
func spread(readings [][]string, term string) [][]string {
	next := make([][]string, 0, len(readings))
	for _, r := range readings {
		next = append(next, append(r[:len(r):len(r)], term))
	}
	for _, meaning := range abbreviations[term] {
		words := strings.Fields(meaning)
		for _, r := range readings {
			if len(next) == maxReadings {
				return next
			}
			next = append(next, append(r[:len(r):len(r)], words...))
		}
	}
	return next
}

// shorts gives, for a folded phrase, its abbreviations in order.
var shorts = shortsOf(abbreviations)

// shortsOf turns abbreviation → phrases into phrase → abbreviations.
func shortsOf(abbreviations map[string][]string) map[string][]string {
	shorts := map[string][]string{}
	for _, short := range slices.Sorted(maps.Keys(abbreviations)) {
		for _, phrase := range abbreviations[short] {
			shorts[phrase] = append(shorts[phrase], short)
		}
	}
	return shorts
}

// longestPhrase is the number of words in the longest phrase of the table, that
// of the department of labour.
const longestPhrase = 8

// shortened returns the terms with one phrase at a time put as its
// abbreviation, the longest phrases first.
func shortened(terms []string) [][]string {
	var readings [][]string
	for size := min(longestPhrase, len(terms)); size > 1; size-- {
		for i := 0; i+size <= len(terms); i++ {
			for _, short := range shorts[strings.Join(terms[i:i+size], " ")] {
				readings = append(readings, slices.Concat(terms[:i], []string{short}, terms[i+size:]))
			}
		}
	}
	return readings
}

// IsAbbreviation reports whether a folded word is an abbreviation that Expand
// writes out.
func IsAbbreviation(term string) bool { return abbreviations[term] != nil }
