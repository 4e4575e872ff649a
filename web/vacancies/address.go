package vacancies

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/board"
	"cauviec/internal/reference"
	"cauviec/internal/search"
)

// The parameters of /viec-lam. They are stable: people share these addresses.
const (
	paramText     = "q"
	paramZone     = "khu"
	paramTrade    = "nghe"
	paramIncome   = "luong" // million VND a month
	paramShift    = "ca"
	paramBenefit  = "phuc-loi"
	paramDistrict = "huyen"
	paramCommune  = "xa" // of the district
	paramSort     = "sap-xep"
	paramAfter    = "trang"
)

// named pairs a code with the word that stands for it in addresses.
type named struct{ Code, Word string }

var (
	benefitWords = []named{
		{"dormitory", "ky-tuc-xa"}, {"shuttle_bus", "xe-dua-don"}, {search.Meals, "an-ca"}, {"housing_support", "ho-tro-nha-o"},
		{search.Transport, "di-lai"}, {"travel_support", "ho-tro-di-lai"}, {"insurance", "bao-hiem"}, {"nursery", "nha-tre"},
		{"training", "dao-tao"},
	}
	// whoWords are what makes work fit somebody; in addresses they stand among the benefits.
	whoWords   = []named{{search.NoExperience, "khong-can-kinh-nghiem"}, {search.Couples, "vo-chong"}}
	offerWords = slices.Concat(benefitWords, whoWords)
	shiftWords = []named{
		{"office", "hanh-chinh"}, {"garment", "hanh-chinh-tang-ca"}, {"two_8h", "hai-ca-8-gio"}, {"two_12h", "hai-ca-12-gio"},
		{"three", "ba-ca"}, {"night", "ca-dem"}, {"flexible", "linh-hoat"},
	}
	sortWords = []named{
		{string(search.Fit), "phu-hop"}, {string(search.Newest), "moi-nhat"}, {string(search.Income), "thu-nhap"},
		{string(search.Nearest), "gan-nha"},
	}
)

// trades are the groups of occupations that the filter offers: two signs of
// the national list (Decision 34/2020/QĐ-TTg), those that factories ask for
// first.
var trades = []string{"82", "81", "75", "93", "74", "72", "43", "31", "83", "54", "51", "91", "41", "21"}

// incomes are the lowest incomes that the filter offers, in million VND.
var incomes = []int{7, 8, 9, 10, 12, 15}

// address is what the parameters of /viec-lam say, in codes.
type address struct {
	Text     string
	Zones    []string
	Trades   []string
	Million  int // 0: any income
	Shifts   []string
	Benefits []string
	District string
	Commune  string // of the district; empty: its seat
	Sort     search.Sort
	After    string
}

// Limits of what an address may ask.
const (
	mostValues  = 20
	mostMillion = 1000
	longestText = 200
)

// readAddress reads the parameters. What it does not know is left out: an old
// or mistyped address still shows vacancies.
func readAddress(values url.Values) address {
	a := address{
		Text: clipped(values.Get(paramText)), Zones: several(values[paramZone], anyKey),
		Trades:   several(values[paramTrade], anyDigits),
		Shifts:   several(values[paramShift], codeOf(shiftWords)),
		Benefits: several(values[paramBenefit], codeOf(offerWords)),
		After:    values.Get(paramAfter),
	}
	if million, err := strconv.Atoi(strings.TrimSpace(values.Get(paramIncome))); err == nil && million > 0 && million <= mostMillion {
		a.Million = million
	}
	a.District, _ = anyDigits(values.Get(paramDistrict))
	a.readCommune(values.Get(paramCommune))
	code, _ := codeOf(sortWords)(values.Get(paramSort))
	a.Sort = search.Sort(code)
	return a
}

// readCommune takes a commune of the district, or of any where none is named.
func (a *address) readCommune(code string) {
	if a.District == "" {
		a.District = search.DistrictOf(code)
	}
	if _, ok := communeOf(a.District, code); ok {
		a.Commune = code
	}
}

// clipped returns text as it can be looked for: trimmed, valid, not endless.
func clipped(text string) string {
	text = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", ""))
	if runes := []rune(text); len(runes) > longestText {
		return string(runes[:longestText])
	}
	return text
}

// several reads a parameter that may be given more than once, or with commas.
func several(values []string, read func(string) (string, bool)) []string {
	var found []string
	for _, value := range values {
		for word := range strings.SplitSeq(value, ",") {
			code, ok := read(strings.TrimSpace(word))
			if ok && !slices.Contains(found, code) && len(found) < mostValues {
				found = append(found, code)
			}
		}
	}
	return found
}

func anyKey(word string) (string, bool) {
	return word, word != "" && len(word) <= 80 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func anyDigits(word string) (string, bool) {
	if word == "" || len(word) > 8 || strings.Trim(word, "0123456789") != "" {
		return "", false
	}
	return word, true
}

// codeOf reads the word of a list, or the code itself.
func codeOf(list []named) func(string) (string, bool) {
	return func(word string) (string, bool) {
		for _, n := range list {
			if word == n.Word || word == n.Code {
				return n.Code, true
			}
		}
		return "", false
	}
}

func wordOf(list []named, code string) string {
	for _, n := range list {
		if n.Code == code {
			return n.Word
		}
	}
	return code
}

// href writes the address in one form only: the same question is always the
// same link.
func (a address) href() string {
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+url.QueryEscape(value))
		}
	}
	add(paramText, a.Text)
	for _, zone := range a.Zones {
		add(paramZone, zone)
	}
	for _, trade := range a.Trades {
		add(paramTrade, trade)
	}
	if a.Million > 0 {
		add(paramIncome, strconv.Itoa(a.Million))
	}
	for _, shift := range a.Shifts {
		add(paramShift, wordOf(shiftWords, shift))
	}
	for _, benefit := range a.Benefits {
		add(paramBenefit, wordOf(offerWords, benefit))
	}
	add(paramDistrict, a.District)
	add(paramCommune, a.Commune)
	add(paramSort, wordOf(sortWords, string(a.Sort)))
	add(paramAfter, a.After)
	if len(parts) == 0 {
		return listPath
	}
	return listPath + "?" + strings.Join(parts, "&")
}

// query returns the question that the address asks from a home.
func (a address) query(home reference.Point) search.Query {
	return search.Query{
		Text: a.Text, Zones: a.Zones, Occupations: a.Trades, MinIncome: int64(a.Million) * 1_000_000,
		Shifts: a.Shifts, Benefits: a.Benefits, Home: home, Sort: a.Sort, After: a.After,
	}
}

// filters counts the conditions that are set in the filter sheet.
func (a address) filters() int {
	n := len(a.Zones) + len(a.Trades) + len(a.Shifts) + len(a.Benefits)
	if a.Million > 0 {
		n++
	}
	return n
}

// with returns the address changed, from the first page.
func (a address) with(change func(a *address)) address {
	a.After = ""
	change(&a)
	return a
}

// without returns a list without one value.
func without(list []string, value string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(v string) bool { return v == value })
}

// homeOf returns the district that the address names, at the place of the
// commune where one is named, too; the zero Choice is none.
func (a address) homeOf(choices []board.Choice) board.Choice {
	for _, c := range choices {
		if c.Kind != board.ChoiceDistrict || c.Key != a.District {
			continue
		}
		if home, ok := communeOf(a.District, a.Commune); ok {
			c.Name, c.Lat, c.Lon = home.Name+", "+c.Name, &home.Point.Lat, &home.Point.Lon
		}
		return c
	}
	return board.Choice{}
}

// communeOf returns a commune of a district.
func communeOf(district, code string) (home search.Home, ok bool) {
	for _, home := range search.Homes(district) {
		if home.Code == code {
			return home, true
		}
	}
	return search.Home{}, false
}
