// Package internal_test keeps the rules of the house that a compiler cannot.
package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// source is one Go file of ours, tests and generated files left out.
type source struct {
	path string
	file *ast.File
	set  *token.FileSet
}

func sources(t *testing.T, roots ...string) []source {
	t.Helper()
	var all []source
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") ||
				strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "_templ.go") {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
			all = append(all, source{path, file, set})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// Knowing and keeping stay apart from showing: nothing under internal speaks
// HTTP or draws pages, and nothing there reads the wall clock.
func TestInternalKnowsNoPages(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t, ".") {
		for _, imported := range s.file.Imports {
			name := strings.Trim(imported.Path.Value, `"`)
			if name == "net/http" || strings.HasPrefix(name, "github.com/a-h/templ") || strings.HasPrefix(name, "cauviec/web") {
				t.Errorf("%s imports %s", s.path, name)
			}
		}
	}
}

// Tests of days must pass on any day: the clock is injected everywhere but
// where real time is waited for.
func TestNobodyReadsTheWallClock(t *testing.T) {
	t.Parallel()
	waits := []string{"localpg/", "postgres/postgrestest/"}
	for _, s := range sources(t, ".") {
		if slices.ContainsFunc(waits, func(dir string) bool { return strings.HasPrefix(filepath.ToSlash(s.path), dir) }) {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if selector, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := selector.X.(*ast.Ident); ok && x.Name == "time" && selector.Sel.Name == "Now" {
					t.Errorf("%s reads the wall clock", s.set.Position(selector.Pos()))
				}
			}
			return true
		})
	}
}

// nobodys are the operations on what is no one's secret: which bodies there
// are, the public board, the holidays, and who stands before the door.
var nobodys = []string{"body.Store.", "board.Store.", "obligation.Store.Calendar", "directive.Store.Map",
	"people.Store.SignIn", "people.Store.Present", "people.Store.BulkCreate"}

// A store's operation says who asks: an access.Scope or access.Actor right
// after the context. Reading what is public takes neither, and says so in its
// doc comment with the word "public".
func TestStoresAskWhoActs(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t, ".") {
		for _, decl := range s.file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() || receiver(f) != "Store" || !takesContext(f) {
				continue
			}
			name := s.file.Name.Name + ".Store." + f.Name.Name
			free := slices.ContainsFunc(nobodys, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
			if !saysWho(f) && !free && !strings.Contains(strings.ToLower(f.Doc.Text()), "public") {
				t.Errorf("%s: %s takes neither access.Scope nor access.Actor after the context", s.set.Position(f.Pos()), name)
			}
		}
	}
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	star, ok := f.Recv.List[0].Type.(*ast.StarExpr)
	if !ok {
		return ""
	}
	return typeName(star.X)
}

func takesContext(f *ast.FuncDecl) bool {
	return len(f.Type.Params.List) > 0 && typeName(f.Type.Params.List[0].Type) == "context.Context"
}

func saysWho(f *ast.FuncDecl) bool {
	if len(f.Type.Params.List) < 2 {
		return false
	}
	who := typeName(f.Type.Params.List[1].Type)
	return who == "access.Scope" || who == "access.Actor"
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	}
	return ""
}

// What is exported explains itself.
func TestWhatIsExportedIsDocumented(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t, ".", "../web", "../cmd", "../migrations") {
		for _, decl := range s.file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && d.Name.Name != "Header" && d.Name.Name != "Write" && d.Name.Name != "WriteHeader" {
					t.Errorf("%s: %s has no doc comment", s.set.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				undocumented(t, s, d)
			}
		}
	}
}

func undocumented(t *testing.T, s source, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		if named, ok := spec.(*ast.TypeSpec); ok && named.Name.IsExported() && d.Doc == nil && named.Doc == nil {
			t.Errorf("%s: %s has no doc comment", s.set.Position(named.Pos()), named.Name.Name)
		}
	}
}
