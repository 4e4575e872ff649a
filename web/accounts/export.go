package accounts

import (
	"context"
	"iter"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// export hands the accounts in reach over with the page's filter.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f := people.Filter{Text: r.URL.Query().Get("q"), Limit: export.Batch}
	return export.Send(w, r, s.Now, export.List[people.Account]{
		Name: "tai-khoan", Title: locale.T(ctx, "account.list.title"), Filters: export.Chosen(searchField(ctx, f.Text)),
		Columns: accountColumns(ctx), Rows: s.accountRows(ctx, access.From(ctx).Scope(access.ManageAccounts), f),
	})
}

func (s *Screens) accountRows(ctx context.Context, scope access.Scope, f people.Filter) iter.Seq2[people.Account, error] {
	return export.Batches(func(after string) ([]people.Account, bool, error) {
		f.After = after
		list, err := s.People.List(ctx, scope, f)
		return list, len(list) == export.Batch, err
	}, func(a people.Account) string { return a.Username })
}

// exportBodyAccounts hands over the accounts that the page of a body shows: those
// of the body.
func (s *Screens) exportBodyAccounts(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	b, err := s.Bodies.Get(ctx, id)
	if err != nil {
		return err
	}
	name := sheet.Fact{Label: locale.T(ctx, "account.field.body"), Value: locale.Pick(ctx, b.NameVi, b.NameEn)}
	f := people.Filter{Body: id, Limit: export.Batch}
	return export.Send(w, r, s.Now, export.List[people.Account]{
		Name: "tai-khoan", Title: locale.T(ctx, "body.accounts"), Filters: []sheet.Fact{name},
		Columns: accountColumns(ctx), Rows: s.accountRows(ctx, access.From(ctx).Scope(access.ManageAccounts), f),
	})
}

func accountColumns(ctx context.Context) []export.Column[people.Account] {
	t := func(key string) string { return locale.T(ctx, "account.field."+key) }
	return []export.Column[people.Account]{
		export.Text(t("username"), func(a people.Account) string { return a.Username }),
		export.Text(t("full_name"), func(a people.Account) string { return a.FullName }),
		export.Text(t("body"), func(a people.Account) string { return locale.Pick(ctx, a.BodyShortVi, a.BodyShortEn) }),
		export.Text(t("role"), func(a people.Account) string { return locale.T(ctx, "account.role."+string(a.Role)) }),
		export.Text(t("status"), func(a people.Account) string { return locale.T(ctx, "account.status."+standing(a)) }),
		export.Instant(t("created_at"), func(a people.Account) *time.Time { return &a.CreatedAt }),
		export.Instant(t("signed_in_at"), func(a people.Account) *time.Time { return a.SignedInAt }),
	}
}

// standing is what state an account is in, as its badge says.
func standing(a people.Account) string {
	switch {
	case !a.Active:
		return "inactive"
	case a.Over:
		return "over"
	case a.MustChange:
		return "must_change"
	}
	return "active"
}

// named is a body with what the body above it is called.
type named struct {
	body.Body
	parent string
}

// exportBodies hands the bodies of the page's day over: all but employers, or
// what a search finds.
func (s *Screens) exportBodies(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, err := s.bodyList(r)
	if err != nil {
		return err
	}
	filter := body.Filter{Except: access.Employer, Limit: export.Batch}
	if l.Search {
		filter = body.Filter{Text: l.Text, Limit: export.Batch}
	}
	return export.Send(w, r, s.Now, export.List[named]{
		Name: "co-quan", Title: locale.T(ctx, "body.list.title"), Filters: export.Chosen(l.fields(ctx)...),
		Columns: bodyColumns(ctx), Rows: s.bodyRows(ctx, l.On, filter),
	})
}

// bodyRows reads two queries a batch: the bodies, and those above them.
func (s *Screens) bodyRows(ctx context.Context, on clock.Day, f body.Filter) iter.Seq2[named, error] {
	return export.Parts(f, func(f body.Filter) ([]named, body.Filter, bool, error) {
		list, err := s.Bodies.Alive(ctx, on, f)
		if err != nil {
			return nil, f, false, err
		}
		above := make([]int64, len(list))
		for i, b := range list {
			above[i] = b.ParentID
		}
		parents, err := s.Bodies.Some(ctx, above)
		rows := make([]named, len(list))
		for i, b := range list {
			parent := parents[b.ParentID]
			rows[i] = named{b, locale.Pick(ctx, parent.NameVi, parent.NameEn)}
		}
		f.Skip += len(list)
		return rows, f, len(list) == export.Batch, err
	})
}

func bodyColumns(ctx context.Context) []export.Column[named] {
	t := func(key string) string { return locale.T(ctx, "body.field."+key) }
	return []export.Column[named]{
		export.Text(t("slug"), func(b named) string { return b.Slug }),
		export.Text(t("name_vi"), func(b named) string { return b.NameVi }),
		export.Text(t("short_vi"), func(b named) string { return b.ShortVi }),
		export.Text(t("name_en"), func(b named) string { return b.NameEn }),
		export.Text(t("kind"), func(b named) string { return locale.T(ctx, "body.kind."+string(b.Kind)) }),
		export.Text(t("province_code"), func(b named) string { return locale.T(ctx, "body.side."+string(b.Side)) }),
		export.Text(t("parent"), func(b named) string { return b.parent }),
		export.Date(t("valid_from"), func(b named) clock.Day { return b.ValidFrom }),
		export.Date(t("valid_to"), func(b named) clock.Day { return b.ValidTo }),
	}
}
