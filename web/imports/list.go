package imports

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/intake"
	"cauviec/internal/sheet"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// pastImports are those of one page of the history.
const pastImports = 20

// desk is the page where sheets are handed in.
type desk struct {
	Problems errs.Problems
	Key      string
	Past     []intake.Import
	Next     string
	Later    bool // not the first page of the history
}

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	return s.desk(w, r, http.StatusOK, desk{})
}

func (s *Screens) desk(w http.ResponseWriter, r *http.Request, status int, d desk) error {
	before := route.Number(r.URL.Query().Get("truoc"))
	list, more, err := s.Imports.List(r.Context(), access.From(r.Context()), before, pastImports)
	if err != nil {
		return err
	}
	d.Past, d.Later = list, before > 0
	if more {
		d.Next = fmt.Sprintf("%s?truoc=%d", path, list[len(list)-1].ID)
	}
	return route.Page(w, r, status, deskPage(d))
}

// upload keeps a sheet and leads to its page, where its reading is watched.
func (s *Screens) upload(w http.ResponseWriter, r *http.Request) error {
	file, err := route.File(r, sheet.File, sheet.LargestFile)
	if file.Name == "" && err == nil {
		err = errs.One(sheet.File, "import.problem.no_file")
	}
	var id int64
	if err == nil {
		id, err = s.Imports.Upload(r.Context(), access.From(r.Context()), file.Name, file.Bytes)
	}
	if problems, ok := errs.ProblemsOf(err); ok {
		return s.desk(w, r, http.StatusUnprocessableEntity, desk{Problems: problems, Key: r.PostFormValue(route.KeyField)})
	}
	if err != nil {
		return err
	}
	return route.SeeOther(w, r, address(id))
}

func (d desk) file(ctx context.Context) ui.Field {
	return ui.Field{
		Name: sheet.File, Label: locale.T(ctx, "import.file"), Help: locale.T(ctx, "import.file.help", intake.MostRows, sheet.LargestFile>>20),
		Accept: ".xlsx", Problem: ui.ProblemOf(d.Problems, sheet.File),
	}
}

// confirm takes the sheet in.
func (s *Screens) confirm(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	done, err := s.Imports.Confirm(ctx, access.From(ctx), id, route.Version(r), r.PostFormValue("submit") == "1")
	switch {
	case errors.Is(err, errs.Conflict), errors.Is(err, errs.Invalid):
		return s.again(w, r, id)
	case err != nil:
		return err
	case done:
		signin.Flash(ctx, locale.T(ctx, "import.done.confirm"))
	default:
		signin.Flash(ctx, locale.T(ctx, "import.done.reread"))
	}
	return route.SeeOther(w, r, address(id))
}

// again shows an import as it now stands to whoever saw it otherwise.
func (s *Screens) again(w http.ResponseWriter, r *http.Request, id int64) error {
	if _, err := s.Imports.Get(r.Context(), access.From(r.Context()), id); err != nil {
		return err
	}
	return s.shown(w, r, http.StatusConflict, id, errs.One("import", "import.problem.stale"))
}

func (s *Screens) discard(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	err = s.Imports.Discard(ctx, access.From(ctx), id, route.Version(r))
	if errors.Is(err, errs.Conflict) {
		return s.again(w, r, id)
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "import.done.discard"))
	return route.SeeOther(w, r, path)
}

// undo takes an import back, or says which rows stand in the way.
func (s *Screens) undo(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	err = s.Imports.Undo(ctx, access.From(ctx), id, route.Version(r))
	problems, refused := errs.ProblemsOf(err)
	switch {
	case refused:
		return s.shown(w, r, http.StatusUnprocessableEntity, id, problems)
	case errors.Is(err, errs.Conflict):
		return s.again(w, r, id)
	case err != nil:
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "import.done.undo"))
	return route.SeeOther(w, r, address(id))
}

func (d desk) pager(ctx context.Context) ui.Pager {
	p := ui.Pager{Summary: locale.T(ctx, "import.history.count", len(d.Past)), Next: d.Next}
	if d.Later {
		p.First = path
	}
	return p
}
