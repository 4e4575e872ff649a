package imports

import (
	"context"
	"iter"
	"net/http"
	"strings"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/intake"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// exportHistory hands the imports of the actor's body over.
func (s *Screens) exportHistory(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	return export.Send(w, r, s.Now, export.List[intake.Import]{
		Name: "cac-lan-nhap", Title: locale.T(ctx, "import.history"),
		Columns: historyColumns(ctx), Rows: s.historyRows(ctx, access.From(ctx)),
	})
}

func (s *Screens) historyRows(ctx context.Context, actor access.Actor) iter.Seq2[intake.Import, error] {
	return export.Batches(func(before int64) ([]intake.Import, bool, error) {
		return s.Imports.List(ctx, actor, before, export.Batch)
	}, func(i intake.Import) int64 { return i.ID })
}

func historyColumns(ctx context.Context) []export.Column[intake.Import] {
	t := func(key string) string { return locale.T(ctx, key) }
	type once = intake.Import
	return []export.Column[once]{
		export.Text(t("import.file_name"), func(i once) string { return i.FileName }),
		export.Text(t("import.state"), func(i once) string { return t("import.state." + string(i.State)) }),
		export.Whole(t("sheet.rows"), func(i once) int { return i.Rows }),
		export.Whole(t("import.outcome.create"), func(i once) int { return i.Created }),
		export.Whole(t("import.outcome.update"), func(i once) int { return i.Updated }),
		export.Whole(t("import.outcome.same"), func(i once) int { return i.Same }),
		export.Whole(t("import.outcome.refused"), func(i once) int { return i.Refused }),
		export.Text(t("import.uploaded"), func(i once) string { return i.Person }),
		export.Instant(t("sheet.uploaded_at"), func(i once) *time.Time { return &i.UploadedAt }),
		export.Text(t("sheet.decided_by"), func(i once) string { return i.DecidedBy }),
		export.Instant(t("sheet.decided_at"), func(i once) *time.Time { return i.DecidedAt }),
	}
}

// exportRows hands the rows of an import over with the page's filter, as they
// were judged.
func (s *Screens) exportRows(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	p := page{}
	if p.Import, err = s.Imports.Get(ctx, actor, id); err != nil {
		return err
	}
	show := p.filter(r.URL.Query().Get("xem"))
	list := export.List[intake.Row]{
		Name: "dong-da-nhap", Title: locale.T(ctx, "import.rows.title"), Columns: rowColumns(ctx, p.Import), Rows: export.All[intake.Row](nil),
	}
	if show != "" {
		list.Filters = export.Tab(locale.T(ctx, "import.row.outcome"), p.tabs(ctx))
	}
	if read(p.Import) {
		list.Rows = s.rowsOf(ctx, actor, id, show)
	}
	return export.Send(w, r, s.Now, list)
}

func (s *Screens) rowsOf(ctx context.Context, actor access.Actor, id int64, show string) iter.Seq2[intake.Row, error] {
	return export.Batches(func(after int) ([]intake.Row, bool, error) {
		return s.Imports.Rows(ctx, actor, id, show, after, export.Batch)
	}, func(r intake.Row) int { return r.RowNo })
}

func rowColumns(ctx context.Context, i intake.Import) []export.Column[intake.Row] {
	t := func(key string) string { return locale.T(ctx, key) }
	type row = intake.Row
	return []export.Column[row]{
		export.Whole(t("import.row"), func(r row) int { return r.RowNo }),
		export.Text(t("vacancy.field.title"), func(r row) string { return r.Title }),
		export.Text(t("sheet.employer"), func(r row) string { return r.Employer }),
		export.Text(t("vacancy.field.employer_ref"), func(r row) string { return r.Ref }),
		export.Text(t("import.row.outcome"), func(r row) string { return t("import.outcome." + string(r.Outcome)) }),
		export.Text(t("sheet.wrong"), func(r row) string { return told(ctx, i, r.RowNo, r.Problems) }),
		export.Text(t("sheet.missing"), func(r row) string {
			if r.Outcome == intake.Refuse || r.Outcome == intake.Same {
				return ""
			}
			return told(ctx, i, r.RowNo, r.Missing)
		}),
		export.Text(t("sheet.mended"), func(r row) string {
			if len(r.Changed) == 0 {
				return ""
			}
			return changed(ctx, r.Changed)
		}),
		export.Whole(t("sheet.findings"), func(r row) int { return r.Findings }),
	}
}

// told says problems of a row as the page lists them, each on its line.
func told(ctx context.Context, i intake.Import, rowNo int, problems []intake.Problem) string {
	lines := make([]string, len(problems))
	for n, p := range problems {
		lines[n] = wrong(ctx, p)
		if at := where(ctx, i, rowNo, p); at != "" {
			lines[n] = at + ": " + lines[n]
		}
		if typed := said(ctx, p); typed != "" {
			lines[n] += " " + typed
		}
	}
	return strings.Join(lines, "\n")
}
