package imports

import (
	"context"
	"fmt"
	"strings"

	"cauviec/internal/fold"
	"cauviec/internal/intake"
	"cauviec/internal/sheet"
	"cauviec/web/locale"
)

// read reports whether the sheet of an import was read to its end.
func read(i intake.Import) bool { return i.State != intake.Waiting && i.State != intake.Refused }

// where names the cell of a problem: "Ô D5, cột “Lương cơ bản”".
func where(ctx context.Context, i intake.Import, row int, p intake.Problem) string {
	switch {
	case p.Field == "" && p.Column < 0:
		return ""
	case p.Column < 0:
		return locale.T(ctx, "import.where.missing", fieldName(ctx, p.Field))
	}
	name := fieldName(ctx, p.Field)
	if p.Column < len(i.Headers) && i.Headers[p.Column] != "" {
		name = strings.TrimSpace(strings.TrimRight(i.Headers[p.Column], "* "))
	}
	return locale.T(ctx, "import.where.cell", sheet.CellName(p.Column, row), name)
}

// wrong says what is wrong, as the forms say it.
func wrong(ctx context.Context, p intake.Problem) string { return locale.T(ctx, p.Key, p.Args...) }

// said quotes what was typed.
func said(ctx context.Context, p intake.Problem) string {
	if p.Typed == "" {
		return ""
	}
	return locale.T(ctx, "import.said", fold.Brief(strings.Join(strings.Fields(p.Typed), " "), 60))
}

// reasons are all problems of a row in one text, for the sheet to be mended.
func reasons(ctx context.Context, r intake.Row) string {
	lines := make([]string, len(r.Problems))
	for n, p := range r.Problems {
		lines[n] = wrong(ctx, p)
		if p.Field != "" {
			lines[n] = fieldName(ctx, p.Field) + ": " + lines[n]
		}
		if typed := said(ctx, p); typed != "" {
			lines[n] += " " + typed
		}
	}
	return strings.Join(lines, "\n")
}

// changed names the fields that an update changes.
func changed(ctx context.Context, fields []string) string {
	names := make([]string, len(fields))
	for i, field := range fields {
		names[i] = fieldName(ctx, field)
	}
	return locale.T(ctx, "import.row.changed", strings.Join(names, "; "))
}

// counts says in one sentence what the rows came to.
func counts(ctx context.Context, i intake.Import) string {
	var parts []string
	for _, n := range []struct {
		key   string
		count int
	}{{"create", i.Created}, {"update", i.Updated}, {"same", i.Same}, {"refused", i.Refused}} {
		if n.count > 0 {
			parts = append(parts, locale.N(ctx, "import.count."+n.key, n.count))
		}
	}
	return strings.Join(parts, ", ")
}

// ignored names the columns that mean nothing here.
func ignored(ctx context.Context, headers []string) string {
	const most = 12
	if len(headers) > most {
		headers = append(headers[:most:most], "…")
	}
	return locale.T(ctx, "import.ignored", strings.Join(headers, "; "))
}

// orderWords say whose order a row is, and its number there.
func orderWords(ctx context.Context, r intake.Row) string {
	switch {
	case r.Ref == "":
		return r.Employer
	case r.Employer == "":
		return locale.T(ctx, "import.row.number", r.Ref)
	}
	return locale.T(ctx, "import.row.order", r.Employer, r.Ref)
}

// vacancyPage is the staff's page of a vacancy.
func vacancyPage(id int64) string { return fmt.Sprintf("/quan-ly/tin-tuyen-dung/%d", id) }
