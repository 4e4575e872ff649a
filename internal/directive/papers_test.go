package directive_test

import (
	"os"
	"path/filepath"
	"testing"

	"cauviec/internal/directive"
	"cauviec/internal/notice"
	"cauviec/internal/postgres/postgrestest"
)

// TestEveryPaperTheReaderReadsCanBeEntered: whatever kind, rhythm or label the
// reader finds, the database has room for it.
func TestEveryPaperTheReaderReadsCanBeEntered(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../notice/testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no papers: %v", err)
	}
	db := postgrestest.Tx(t)
	s := &directive.Store{DB: db, Now: noon}
	actor := office(t, db)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		n, err := notice.ReadFile(file, text)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if _, err := s.Enter(t.Context(), actor, filepath.Base(file), n); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}
