// Package locale holds every word that people read, in Vietnamese and English,
// one file per subject and language, and writes money, days and numbers.
//
// It is our own rather than a library: two languages, of which Vietnamese has
// no plural forms, need a lookup with numbered placeholders and no more.
package locale

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// Lang is a language of the screen.
type Lang string

// The languages; Vietnamese is the default.
const (
	Vi Lang = "vi"
	En Lang = "en"
)

//go:embed vi/*.json en/*.json
var files embed.FS

var words = map[Lang]map[string]string{Vi: load(Vi), En: load(En)}

// load reads one language. A key that stands in two files stops the program:
// one of the two would never be seen.
func load(lang Lang) map[string]string {
	all := map[string]string{}
	names, err := fs.Glob(files, path.Join(string(lang), "*.json"))
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		b, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		part := map[string]string{}
		if err := json.Unmarshal(b, &part); err != nil {
			panic(fmt.Errorf("%s: %w", name, err))
		}
		for key, sentence := range part {
			if _, twice := all[key]; twice {
				panic(fmt.Errorf("%s: key %q stands in two files", name, key))
			}
			all[key] = sentence
		}
	}
	return all
}

type langKey struct{}

// With returns a context that speaks lang.
func With(ctx context.Context, lang Lang) context.Context {
	return context.WithValue(ctx, langKey{}, lang)
}

// Of returns the language of ctx.
func Of(ctx context.Context) Lang {
	if lang, ok := ctx.Value(langKey{}).(Lang); ok {
		return lang
	}
	return Vi
}

// T returns the sentence of key in the language of ctx, its placeholders {0},
// {1} … filled with args. A key without words shows itself, and fails a test.
func T(ctx context.Context, key string, args ...any) string {
	sentence, ok := words[Of(ctx)][key]
	if !ok {
		return key
	}
	return fill(ctx, sentence, args)
}

// N is T for a counted thing: {0} is the count, and English uses key+".one"
// when it is one.
func N(ctx context.Context, key string, n int, args ...any) string {
	if one, ok := words[Of(ctx)][key+".one"]; ok && n == 1 {
		return fill(ctx, one, append([]any{n}, args...))
	}
	return T(ctx, key, append([]any{n}, args...)...)
}

// Has reports whether key has words.
func Has(key string) bool {
	_, ok := words[Vi][key]
	return ok
}

// Pick returns the Vietnamese or the English of two names, by the language of
// ctx; names kept in the database have both.
func Pick(ctx context.Context, vi, en string) string {
	if Of(ctx) == En && en != "" {
		return en
	}
	return vi
}

// fill writes args in the places {0}, {1} … of a sentence; other braces stay.
func fill(ctx context.Context, sentence string, args []any) string {
	if len(args) == 0 {
		return sentence
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		number, after, closed := strings.Cut(rest, "}")
		if n, err := strconv.Atoi(number); closed && err == nil && n >= 0 && n < len(args) {
			b.WriteString(plain(ctx, args[n]))
			sentence = after
			continue
		}
		b.WriteByte('{')
		sentence = rest
	}
}

func plain(ctx context.Context, arg any) string {
	switch v := arg.(type) {
	case string:
		return v
	case int:
		return Number(ctx, int64(v))
	case int64:
		return Number(ctx, v)
	}
	return fmt.Sprint(arg)
}
