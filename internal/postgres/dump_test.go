package postgres_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var update = flag.Bool("update", false, "write what the tests compare with anew")

const dumpFile = "../../migrations/schema.sql"

// line is a part of a table: a column, a constraint or an index.
type line struct {
	Table string
	Words string
}

// TestSchemaDump keeps migrations/schema.sql, which is there to be read, as
// the migrations leave the schema. The tables of the queue are its library's
// and left out.
func TestSchemaDump(t *testing.T) {
	t.Parallel()
	lines, err := postgres.All[line](t.Context(), postgrestest.Tx(t), `
		SELECT c.relname AS "table", parts.words
		FROM pg_class c
		JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public',
		LATERAL (
			SELECT 1 AS kind, a.attnum AS place, format('%s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
				CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, CASE WHEN a.attidentity <> '' THEN ' IDENTITY' ELSE '' END,
				COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')) AS words
			FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			UNION ALL
			SELECT 2, row_number() OVER (ORDER BY k.contype DESC, k.conname), pg_get_constraintdef(k.oid)
			FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c')
			UNION ALL
			SELECT 3, row_number() OVER (ORDER BY i.indexrelid::regclass::text), pg_get_indexdef(i.indexrelid)
			FROM pg_index i
			WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
		) parts
		WHERE c.relkind = 'r' AND c.relname <> 'schema_migrations' AND c.relname NOT LIKE 'river%'
		ORDER BY c.relname, parts.kind, parts.place`)
	if err != nil {
		t.Fatal(err)
	}
	got := written(lines)
	if *update {
		if err := os.WriteFile(dumpFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(dumpFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not as the migrations leave the schema; make generate writes it anew", dumpFile)
	}
}

// written sets the tables one after another.
func written(lines []line) []byte {
	var b bytes.Buffer
	b.WriteString("-- The schema as the migrations leave it, to read; written by make generate.\n")
	for i, l := range lines {
		if i == 0 || l.Table != lines[i-1].Table {
			fmt.Fprintf(&b, "\nTABLE %s\n", l.Table)
		}
		fmt.Fprintf(&b, "    %s\n", l.Words)
	}
	return b.Bytes()
}
