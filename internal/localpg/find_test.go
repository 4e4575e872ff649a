package localpg

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNoBinaries(t *testing.T) {
	t.Setenv("CAUVIEC_PG_HIDE_LOCAL", "1")
	t.Setenv("PATH", folder(t))
	t.Setenv("XDG_CACHE_HOME", folder(t))
	t.Setenv("HOME", folder(t))
	dir := folder(t)
	_, err := Start(t.Context(), Options{Dir: dir})
	if err == nil {
		t.Fatal("started without PostgreSQL")
	}
	for _, way := range []string{"no PostgreSQL 15 or newer", "PG_BIN", "npm", "DATABASE_URL"} {
		if !strings.Contains(err.Error(), way) {
			t.Errorf("%q does not mention %s", err, way)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("more than a sentence: %q", err)
	}
}

func TestMissingVersionIsNamed(t *testing.T) {
	t.Setenv("PATH", folder(t))
	dir := folder(t)
	noError(t, os.Mkdir(filepath.Join(dir, "data"), 0o755))
	noError(t, os.WriteFile(filepath.Join(dir, "data", "PG_VERSION"), []byte("99\n"), 0o644))
	_, err := Start(t.Context(), Options{Dir: dir})
	if err == nil || !strings.Contains(err.Error(), "were made by PostgreSQL 99, which was not found") {
		t.Errorf("error is %v", err)
	}
}

func TestWrongBinIsPassedOver(t *testing.T) {
	t.Setenv("PG_BIN", folder(t))
	started(t, Options{Dir: folder(t), Fast: true})
}

func TestFetch(t *testing.T) {
	if os.Getenv("CAUVIEC_TEST_FETCH") != "1" {
		t.Skip("set CAUVIEC_TEST_FETCH=1 to fetch PostgreSQL by npm")
	}
	cache := folder(t)
	t.Setenv("CAUVIEC_PG_HIDE_LOCAL", "1")
	t.Setenv("XDG_CACHE_HOME", cache)
	dir := folder(t)
	s := started(t, Options{Dir: dir, Fast: true})
	if s.Version() != fetchedMajor {
		t.Errorf("version %d, want %d", s.Version(), fetchedMajor)
	}
	if got := ask(t, s, "SELECT lower('ĐẮK')"); got != "đắk" {
		t.Errorf("lower gives %q", got)
	}
	execute(t, s, "CREATE EXTENSION unaccent")
	if got := ask(t, s, "SELECT unaccent('Huế')"); got != "Hue" {
		t.Errorf("unaccent gives %q", got)
	}
	noError(t, s.Close())
	t.Setenv("PATH", folder(t))
	started(t, Options{Dir: dir, Fast: true})
}

func TestVerify(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "x.tgz")
	noError(t, os.WriteFile(file, []byte("abc"), 0o600))
	const abc = "3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=="
	noError(t, verify(file, abc))
	if verify(file, fetchedSums["linux-x64"]) == nil {
		t.Error("a changed package was accepted")
	}
}

func TestUnpack(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, file, links string
		ok                bool
	}{
		{"whole", "package/native/lib/a.so.1", `[{"source":"native/lib/a.so.1","target":"native/lib/a.so"}]`, true},
		{"file outside", "package/native/../../out", `[]`, false},
		{"link outside", "package/native/lib/a.so.1", `[{"source":"native/lib/a.so.1","target":"../out"}]`, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			work := t.TempDir()
			archive := pack(t, work, map[string]string{tt.file: "so", "package/native/pg-symlinks.json": tt.links})
			err := unpack(archive, filepath.Join(work, "in"))
			if (err == nil) != tt.ok {
				t.Fatalf("error is %v", err)
			}
			if _, err := os.Lstat(filepath.Join(work, "out")); err == nil {
				t.Error("wrote outside")
			}
			if !tt.ok {
				return
			}
			text, err := os.ReadFile(filepath.Join(work, "in/native/lib/a.so"))
			if err != nil || string(text) != "so" {
				t.Errorf("the link gives %q, %v", text, err)
			}
		})
	}
}

// pack writes an archive as npm makes them.
func pack(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	tw := tar.NewWriter(zip)
	for name, text := range files {
		noError(t, tw.WriteHeader(&tar.Header{Name: name, Mode: 0o755, Size: int64(len(text)), Typeflag: tar.TypeReg}))
		_, err := tw.Write([]byte(text))
		noError(t, err)
	}
	noError(t, tw.Close())
	noError(t, zip.Close())
	path := filepath.Join(dir, "p.tgz")
	noError(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}
