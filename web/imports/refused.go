package imports

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/fold"
	"cauviec/internal/intake"
	"cauviec/internal/sheet"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// refused is the sheet of the rows that were refused, with the reasons in
// front: to be mended and handed in again by itself.
func (s *Screens) refused(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	ctx := r.Context()
	i, err := s.Imports.Get(ctx, access.From(ctx), id)
	if err != nil {
		return err
	}
	kept := columnsOf(i)
	head := []string{header(ctx, intake.Reasons)}
	for _, at := range kept {
		head = append(head, i.Headers[at])
	}
	var b bytes.Buffer
	if err := sheet.WriteMarked(&b, locale.T(ctx, "import.sheet.rows"), head, s.mendable(ctx, i, kept)); err != nil {
		return err
	}
	name := fmt.Sprintf("dong-bi-tu-choi-%d.xlsx", id)
	return route.Download(w, attachment.Content{Name: name, MediaType: sheet.MediaType, Bytes: b.Bytes()})
}

// columnsOf are the columns of the sheet but for reasons that it brought along.
func columnsOf(i intake.Import) []int {
	var kept []int
	for at, words := range i.Headers {
		ours := false
		for _, lang := range []locale.Lang{locale.Vi, locale.En} {
			ours = ours || fold.Fold(words) == fold.Fold(header(locale.With(context.Background(), lang), intake.Reasons))
		}
		if !ours {
			kept = append(kept, at)
		}
	}
	return kept
}

// mendable streams the refused rows, a page at a time.
func (s *Screens) mendable(ctx context.Context, i intake.Import, kept []int) iter.Seq2[sheet.Marked, error] {
	return func(yield func(sheet.Marked, error) bool) {
		for after := 0; ; {
			rows, more, err := s.Imports.Rows(ctx, access.From(ctx), i.ID, string(intake.Refuse), after, 500)
			if err != nil {
				yield(sheet.Marked{}, err)
				return
			}
			for _, r := range rows {
				after = r.RowNo
				if !yield(marked(ctx, r, kept), nil) {
					return
				}
			}
			if !more {
				return
			}
		}
	}
}

func marked(ctx context.Context, r intake.Row, kept []int) sheet.Marked {
	m := sheet.Marked{Cells: []string{reasons(ctx, r)}}
	for n, at := range kept {
		words := ""
		if at < len(r.Typed) {
			words = r.Typed[at]
		}
		m.Cells = append(m.Cells, words)
		for _, p := range r.Problems {
			if p.Column == at {
				m.Marks = append(m.Marks, n+1)
			}
		}
	}
	return m
}
