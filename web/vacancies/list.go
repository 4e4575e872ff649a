package vacancies

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// listing is what the list shows.
type listing struct {
	address
	choices []board.Choice
	home    board.Choice // the zero Choice when no district was named
	cards   []card
	total   int
	next    string // address of the next page
	relaxed []search.Relaxed
	near    []card // where nothing was found: what is nearest to it
	facets  search.Facets
	reading search.Reading // of the text; nothing where it was not looked for
}

// card is a vacancy in a list, with how far it is from the reader's home.
type card struct {
	board.Card
	km      int    // on the road; 0 when either end is not known
	home    string // code of the reader's district, which the vacancy's page is told
	commune string // and of the commune
	today   clock.Day
}

func cardsFrom(cards []board.Card, home reference.Point, today clock.Day) []card {
	all := make([]card, len(cards))
	ways := search.WaysFrom(home)
	for i, c := range cards {
		all[i] = card{Card: c, km: ways.KM(c.Point()), today: today}
	}
	return all
}

// href is the page of the vacancy, as it looks from the reader's home.
func (c card) href() string {
	switch {
	case c.home == "":
		return href(c.ID, c.Slug)
	case c.commune == "":
		return href(c.ID, c.Slug) + "?" + paramDistrict + "=" + c.home
	}
	return href(c.ID, c.Slug) + "?" + paramDistrict + "=" + c.home + "&" + paramCommune + "=" + c.commune
}

// found returns the cards of a query, and what else was found.
func (s *Screens) found(r *http.Request, q search.Query) (cards []card, result search.Result, err error) {
	today := s.Now.Today()
	result, err = s.Search.Find(r.Context(), q, today)
	if err != nil {
		return nil, result, err
	}
	of, err := s.Board.Cards(r.Context(), result.IDs)
	return cardsFrom(of, q.Home, today), result, err
}

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := listing{address: readAddress(r.URL.Query())}
	var err error
	if l.choices, err = s.Board.Choices(ctx); err != nil {
		return err
	}
	l.home = l.homeOf(l.choices)
	q := l.query(l.home.Point())
	q.Faceted = true
	cards, found, err := s.found(r, q)
	if err != nil {
		return err
	}
	l.cards, l.total, l.facets, l.reading = l.asFrom(cards), found.Total, found.Facets, found.Reading
	if found.Next != "" {
		next := l.address
		next.After = found.Next
		l.next = next.href()
	}
	if found.Total == 0 {
		if err := s.instead(r, q, &l); err != nil {
			return err
		}
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

// asFrom tells cards the reader's district.
func (l listing) asFrom(cards []card) []card {
	for i := range cards {
		cards[i].home, cards[i].commune = l.home.Key, l.Commune
	}
	return cards
}

// nearest is how many vacancies are shown where nothing was found.
const nearest = 5

// instead looks for what there is where a question found nothing: what dropping
// a condition would find, and the first of that, or else of all work.
func (s *Screens) instead(r *http.Request, q search.Query, l *listing) (err error) {
	q.Text = l.reading.Looked
	if l.relaxed, err = search.Relax(r.Context(), s.Search, q, s.Now.Today()); err != nil {
		return err
	}
	near := search.Query{Home: q.Home}
	if len(l.relaxed) > 0 {
		near = l.relaxed[0].Query
	}
	near.Limit, near.Uncounted, near.Faceted = nearest, true, false
	cards, _, err := s.found(r, near)
	l.near = l.asFrom(cards)
	return err
}

// quoted writes words each in quotes: “a”, “b”.
func quoted(words []string) string { return "“" + strings.Join(words, "”, “") + "”" }

// title names the list in the window and to search engines.
func (l listing) title(ctx context.Context) string {
	if l.Text != "" {
		return locale.T(ctx, "jobs.title_of", l.Text)
	}
	return locale.T(ctx, "jobs.title")
}

// chips are the active conditions, each with the list without it.
func (l listing) chips(ctx context.Context) []ui.Chip {
	var chips []ui.Chip
	add := func(label string, drop func(a *address)) {
		chips = append(chips, ui.Chip{Label: label, Href: l.with(drop).href()})
	}
	for _, said := range l.said() {
		add(saidWords(ctx, said, l.reading.MinIncome), func(a *address) { a.Text = said.Rest })
	}
	for _, zone := range l.Zones {
		add(l.zoneName(zone), func(a *address) { a.Zones = without(a.Zones, zone) })
	}
	for _, trade := range l.Trades {
		add(tradeName(ctx, trade), func(a *address) { a.Trades = without(a.Trades, trade) })
	}
	if l.Million > 0 {
		add(locale.T(ctx, "jobs.income_from", l.Million), func(a *address) { a.Million = 0 })
	}
	for _, shift := range l.Shifts {
		add(locale.T(ctx, "jobs.shift."+shift), func(a *address) { a.Shifts = without(a.Shifts, shift) })
	}
	for _, benefit := range l.Benefits {
		add(locale.T(ctx, "jobs.benefit."+benefit), func(a *address) { a.Benefits = without(a.Benefits, benefit) })
	}
	if l.home.Name != "" {
		add(locale.T(ctx, "jobs.home_in", l.home.Name), func(a *address) { a.District, a.Commune = "", "" })
	}
	return chips
}

// said are the parts of the text, each with the text without it; all in one
// where they were not told apart.
func (l listing) said() []search.Said {
	if l.Text == "" || len(l.reading.Parts) > 0 {
		return l.reading.Parts
	}
	return []search.Said{{Words: l.Text}}
}

func (l listing) zoneName(slug string) string {
	for _, c := range l.choices {
		if c.Kind != board.ChoiceDistrict && c.Key == slug {
			return c.Name
		}
	}
	return slug
}

// asksFor reports whether one of the zones of a kind is chosen.
func (l listing) asksFor(kind string) bool {
	return slices.ContainsFunc(l.choices, func(c board.Choice) bool { return c.Kind == kind && slices.Contains(l.Zones, c.Key) })
}

// tradeName is the short name of a group of occupations; a code that no filter
// offers stands for itself.
func tradeName(ctx context.Context, code string) string {
	if key := "jobs.trade." + code; locale.Has(key) {
		return locale.T(ctx, key)
	}
	return locale.T(ctx, "jobs.trade_code", code)
}

// order is one way to sort, as a link.
type order struct {
	label, href string
	current     bool
}

// orders are the ways to sort that make sense here: by fit only with words,
// nearest only with a home.
func (l listing) orders(ctx context.Context) []order {
	var orders []order
	for _, sort := range search.Sorts() {
		if sort == search.Nearest && l.home.Name == "" || sort == search.Fit && l.Text == "" {
			continue
		}
		orders = append(orders, order{label: locale.T(ctx, "jobs.sort."+string(sort)), current: sort == l.reading.Order.Chosen(),
			href: l.with(func(a *address) { a.Sort = sort }).href()})
	}
	return orders
}

// relaxedAddress is the list that a proposal leads to.
func (l listing) relaxedAddress(r search.Relaxed) string {
	return l.with(func(a *address) {
		a.Text, a.Zones, a.Trades = r.Query.Text, r.Query.Zones, r.Query.Occupations
		a.Million, a.Shifts, a.Benefits = int(r.Query.MinIncome/1_000_000), r.Query.Shifts, r.Query.Benefits
	}).href()
}
