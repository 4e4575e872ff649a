package search

import "strings"

// spoken gives the words by which job seekers ask for a benefit. Benefits
// without one are found by their filter only.
var spoken = map[string]string{
	"dormitory": "ký túc xá ktx nhà ở",
	"housing":   "nhà ở tiền nhà thuê trọ",
	"shuttle":   "xe đưa đón",
	"meals":     "ăn ca bao cơm",
	"insurance": "bảo hiểm xã hội bhxh",
	"nursery":   "nhà trẻ mẫu giáo",
}

// benefitWords returns what people call the benefits.
func benefitWords(benefits []string) string {
	all := make([]string, len(benefits))
	for i, b := range benefits {
		all[i] = spoken[b]
	}
	return strings.Join(all, " ")
}
