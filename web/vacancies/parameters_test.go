package vacancies_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cauviec/web/vacancies"
)

// TestEveryParameterOfTheListIsNamed: a filter that the page has is open to
// other programs, too.
func TestEveryParameterOfTheListIsNamed(t *testing.T) {
	t.Parallel()
	source, err := parser.ParseFile(token.NewFileSet(), "address.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(source, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(spec.Names[0].Name, "param") || len(spec.Values) != 1 {
			return true
		}
		if literal, ok := spec.Values[0].(*ast.BasicLit); ok {
			name, err := strconv.Unquote(literal.Value)
			if err != nil || !slices.Contains(vacancies.Parameters(), name) {
				t.Errorf("%s is not among Parameters", literal.Value)
			}
			found++
		}
		return true
	})
	if found < 9 {
		t.Errorf("only %d parameters in address.go", found)
	}
}
