package intake

import (
	"context"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/employer"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
	"cauviec/internal/typed"
	"cauviec/internal/vacancy"
)

// directory knows what the cells of a sheet can point at.
type directory struct {
	own         int64 // the employer whose sheet it is, 0: any
	employers   map[int64]known
	byTaxCode   map[string]int64
	byName      map[string]int64 // folded; -1 where several have it
	zones       map[string]int64
	areas       map[string]int64
	occupations *typed.Lexicon
	names       map[string]string // of occupations, by code
	lists       map[string]*typed.Lexicon
	cells       sync.Map // meanings by what is said: sheets repeat themselves
	taxCodes    sync.Map // by the words; "" for what is none
}

// known is an employer as its row in the register says.
type known struct {
	ID      int64
	Name    string
	TaxCode string
	State   employer.State
}

// mostEmployers bounds the register that is kept in memory while a sheet is
// read.
const mostEmployers = 200_000

func (s *Store) directory(ctx context.Context, own int64) (*directory, error) {
	employers, err := postgres.All[known](ctx, s.DB, `
		SELECT e.id, e.name, e.tax_code, e.state FROM employers e
		WHERE @own::bigint = 0 OR e.id = @own ORDER BY e.id LIMIT @most`, pgx.StrictNamedArgs{"own": own, "most": mostEmployers})
	if err != nil {
		return nil, err
	}
	choices, err := s.vacancies().Choices(ctx)
	if err != nil {
		return nil, err
	}
	d := &directory{own: own, lists: s.Words.lexicons()}
	d.keepEmployers(employers)
	d.zones, d.areas = spokenPlaces(choices.Zones), spokenPlaces(choices.Districts)
	d.keepOccupations(choices.Occupations)
	return d, nil
}

func (d *directory) keepEmployers(list []known) {
	d.employers, d.byTaxCode, d.byName = map[int64]known{}, map[string]int64{}, map[string]int64{}
	for _, e := range list {
		d.employers[e.ID], d.byTaxCode[e.TaxCode] = e, e.ID
		for _, name := range []string{fold.Fold(e.Name), shortName(e.Name)} {
			if other, taken := d.byName[name]; taken && other != e.ID {
				d.byName[name] = -1
				continue
			}
			d.byName[name] = e.ID
		}
	}
}

// companyWords are what people leave out of a company's name or shorten.
var companyWords = map[string]bool{
	"cong": true, "ty": true, "cty": true, "ct": true, "tnhh": true, "mtv": true, "co": true, "phan": true, "cp": true, "trach": true,
	"nhiem": true, "huu": true, "han": true, "mot": true, "thanh": true, "vien": true, "chi": true, "nhanh": true,
}

// shortName is the name without the words in front that say what kind of
// company it is.
func shortName(name string) string {
	words := strings.Fields(fold.Fold(name))
	for len(words) > 1 && companyWords[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func (d *directory) employer(words string) (id int64, ok bool) {
	for _, name := range []string{fold.Fold(words), shortName(words)} {
		if id = d.byName[name]; id != 0 {
			return id, id > 0
		}
	}
	return 0, false
}

// isOwn reports whether words are the tax code of the employer whose sheet it
// is.
func (d *directory) isOwn(words string) bool {
	code, real := d.realTaxCode(words)
	return real && d.byTaxCode[code] == d.own
}

// placeKinds are how people begin the names of places.
var placeKinds = []string{"khu cong nghiep", "cum cong nghiep", "khu cn", "cum cn", "kcn", "ccn", "khu", "cum", "huyen", "thi xa", "thanh pho", "tx", "tp", "quan"}

// spokenPlaces finds places by their names, as they stand and without their
// kind where that leaves one place only; -1 marks what several are called.
func spokenPlaces(places []vacancy.Place) map[string]int64 {
	found := map[string]int64{}
	for _, p := range places {
		found[fold.Fold(p.Name)] = p.ID
	}
	for _, p := range places {
		bare := barePlace(fold.Fold(p.Name))
		short := map[string]string{"kcn": "kcn ", "ccn": "ccn "}[p.Kind]
		for _, name := range []string{bare, short + bare} {
			if other, taken := found[name]; taken && other != p.ID && fold.Fold(nameOf(places, other)) != name {
				found[name] = -1
				continue
			} else if !taken {
				found[name] = p.ID
			}
		}
	}
	return found
}

func nameOf(places []vacancy.Place, id int64) string {
	for _, p := range places {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

func barePlace(folded string) string {
	for _, kind := range placeKinds {
		if rest, ok := strings.CutPrefix(folded, kind+" "); ok {
			return rest
		}
	}
	return folded
}

// place finds a place by its name as spoken.
func place(known map[string]int64, words string) (id int64, ok bool) {
	folded := fold.Fold(words)
	bare := barePlace(folded)
	short := bare
	switch {
	case strings.HasPrefix(folded, "khu cong nghiep ") || strings.HasPrefix(folded, "khu cn ") || strings.HasPrefix(folded, "kcn "):
		short = "kcn " + bare
	case strings.HasPrefix(folded, "cum cong nghiep ") || strings.HasPrefix(folded, "cum cn ") || strings.HasPrefix(folded, "ccn "):
		short = "ccn " + bare
	}
	for _, name := range []string{folded, short, bare} {
		if id = known[name]; id > 0 {
			return id, true
		}
	}
	return 0, false
}

func (d *directory) keepOccupations(list []vacancy.Occupation) {
	l := &typed.Lexicon{}
	d.names = map[string]string{}
	for _, o := range list {
		l.Add(o.Code, o.NameVi, o.NameEn, o.Code, o.Code+" "+o.NameVi)
		d.names[o.Code] = o.NameVi
	}
	d.occupations = l
}

// occupation finds an occupation by its code, alone or before its name, or by
// its name.
func (d *directory) occupation(words string) (code string, ok bool) {
	first, _, _ := strings.Cut(fold.Fold(words), " ")
	if _, is := d.names[first]; is {
		return first, true
	}
	return d.occupations.Find(words)
}

// realTaxCode is typed.TaxCode, asked once for the same words.
func (d *directory) realTaxCode(words string) (code string, ok bool) {
	if kept, known := d.taxCodes.Load(words); known {
		return kept.(string), kept != ""
	}
	code, ok = typed.TaxCode(words)
	if !ok {
		code = ""
	}
	d.taxCodes.Store(words, code)
	return code, ok
}

// scopeOf is the employer to whose vacancies an account is kept, 0: none.
func scopeOf(actor access.Actor) int64 {
	scope := actor.Scope(access.WriteVacancies)
	if scope.All {
		return 0
	}
	return scope.Employer
}
