// Package migrations carries the schema's history inside the binary.
package migrations

import "embed"

// FS holds the numbered migration files, up and down. What they come to stands
// in schema.sql, to read.
//
//go:embed 0*.sql
var FS embed.FS
