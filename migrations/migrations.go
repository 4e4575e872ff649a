// Package migrations carries the schema's history inside the binary.
package migrations

import "embed"

// FS holds the numbered migration files, up and down.
//
//go:embed *.sql
var FS embed.FS
