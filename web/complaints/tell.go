package complaints

import (
	"context"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/complaint"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// telling is the form of a complaint; Words are as typed.
type telling struct {
	Advert   string
	Grounds  []string
	Words    string
	Phone    string
	Key      string
	Problems errs.Problems
	Subject  complaint.Subject // what the advert turned out to be
}

// longestAdvert is as much of an advert as an address may carry along.
const longestAdvert = 500

// blank begins with the offer code (tin) or the page (trang) that the reader
// comes from.
func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	f := telling{Advert: q.Get("tin")}
	if page := q.Get("trang"); f.Advert == "" && aboutWork(page) {
		f.Advert = page
	}
	f.Advert = strings.ToValidUTF8(f.Advert[:min(len(f.Advert), longestAdvert)], "")
	return s.showForm(w, r, http.StatusOK, f)
}

// aboutWork reports whether a page of ours shows somebody's work: the link in
// the foot of other pages brings no advert along.
func aboutWork(page string) bool {
	return strings.HasPrefix(page, "/viec-lam/") || strings.HasPrefix(page, "/doanh-nghiep/")
}

func (s *Screens) showForm(w http.ResponseWriter, r *http.Request, status int, f telling) (err error) {
	if f.Subject, err = s.Complaints.About(r.Context(), f.Advert); err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, status, tellPage(f, s.Phone))
}

func (s *Screens) tell(w http.ResponseWriter, r *http.Request) error {
	f := telling{Advert: r.PostFormValue("advert"), Grounds: r.PostForm["grounds"], Words: r.PostFormValue("words"),
		Phone: r.PostFormValue("phone"), Key: r.PostFormValue(route.KeyField)}
	n := complaint.New{Advert: f.Advert, Words: f.Words, Phone: f.Phone, Address: signin.AddressOf(r)}
	for _, g := range f.Grounds {
		n.Grounds = append(n.Grounds, complaint.Ground(g))
	}
	receipt, err := s.Complaints.Receive(r.Context(), n)
	if problems, refused := errs.ProblemsOf(err); refused {
		f.Problems = problems
		return s.showForm(w, r, http.StatusUnprocessableEntity, f)
	}
	if err != nil {
		return err
	}
	return route.SeeOther(w, r, tellPath+"/"+receipt+"?moi=1")
}

// receipt shows what became of a complaint; just sent (moi), it says thanks.
func (s *Screens) receipt(w http.ResponseWriter, r *http.Request) error {
	code, ok := complaint.CleanCode(chi.URLParam(r, "receipt"))
	if !ok {
		return errs.NotFound
	}
	found, err := s.Complaints.Receipt(r.Context(), code)
	if err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, receiptPage(found, r.URL.Query().Has("moi"), s.Phone))
}

// field is a question with what was typed and what is wrong with it.
func (f telling) field(ctx context.Context, name, value string) ui.Field {
	return ui.Field{Name: name, Label: locale.T(ctx, "complaint.field."+name), Help: locale.T(ctx, "complaint.field."+name+".help"),
		Value: value, Problem: ui.ProblemOf(f.Problems, name)}
}

func (f telling) advert(ctx context.Context) ui.Field {
	q := f.field(ctx, "advert", f.Advert)
	q.MaxLength, q.Autocomplete = longestAdvert, "off"
	return q
}

func (f telling) grounds(ctx context.Context) ui.Field {
	q := f.field(ctx, "grounds", "")
	for _, g := range complaint.Grounds() {
		q.Options = append(q.Options, ui.Option{Value: string(g), Label: groundWords(ctx, g)})
	}
	return q
}

func (f telling) words(ctx context.Context) ui.Field {
	q := f.field(ctx, "words", f.Words)
	q.Optional, q.MaxLength = true, 2000
	return q
}

func (f telling) phone(ctx context.Context) ui.Field {
	q := f.field(ctx, "phone", f.Phone)
	q.Help = locale.T(ctx, "complaint.field.phone.help", complaint.KeepDays)
	q.Optional, q.Type, q.Width, q.Autocomplete = true, "tel", ui.Medium, "tel"
	return q
}

func groundWords(ctx context.Context, g complaint.Ground) string {
	return locale.T(ctx, "complaint.ground."+string(g))
}

// sentence says what became of it, for everybody.
func sentence(ctx context.Context, r complaint.Receipt) string {
	if r.Status == complaint.Settled {
		return r.Outcome
	}
	return locale.T(ctx, "complaint.receipt."+string(r.Status))
}

// tone is how a status looks.
func tone(s complaint.Status) ui.Tone {
	switch s {
	case complaint.Received:
		return ui.Soon
	case complaint.TakenUp:
		return ui.Info
	case complaint.Settled:
		return ui.Good
	}
	return ui.Calm
}

func statusWords(ctx context.Context, s complaint.Status) string {
	return locale.T(ctx, "complaint.status."+string(s))
}
