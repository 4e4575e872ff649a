package reference

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"
)

// set returns the reference data, read afresh.
func set(t testing.TB) *Set {
	t.Helper()
	s, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCounts(t *testing.T) {
	t.Parallel()
	s := set(t)
	counts := []struct {
		what      string
		got, want int
	}{
		{"areas of 2024 in Lạng Sơn", count(s.Areas, inProvince(s, "20", map2024.ISO())), 1 + 11 + 200},
		{"areas of 2024 in Bắc Giang", count(s.Areas, inProvince(s, "24", map2024.ISO())), 1 + 10 + 209},
		{"areas of 2025 in Lạng Sơn", count(s.Areas, inProvince(s, "20", map2025.ISO())), 1 + 65},
		{"areas of 2025 in Bắc Ninh", count(s.Areas, inProvince(s, "24", map2025.ISO())), 1 + 99},
		{"communes of 2024 whose successor is unknown", count(s.Areas, func(a Area) bool { return a.ValidTo.ISO() == "2025-01-01" }), 22},
		{"successors", len(s.Successors), 2 + 384 + 4 + 1},
		{"zones", count(s.Zones, func(z Zone) bool { return z.Kind == "kcn" }), 15},
		{"clusters", count(s.Zones, func(z Zone) bool { return z.Kind == "ccn" }), 8},
		{"occupations", len(s.Occupations), 122},
		{"minimum wages", len(s.Wages), 12},
		{"wage regions", len(s.WageRegions), 2*21 + 2*164},
		{"bodies", len(s.Bodies), 6 + 11 + 200 + 7},
		{"commune bodies", count(s.Bodies, func(b Body) bool { return b.Kind == "commune" }), 200},
		{"district bodies", count(s.Bodies, func(b Body) bool { return b.Kind == "district" }), 11},
	}
	for _, c := range counts {
		if c.got != c.want {
			t.Errorf("%s: got %d, want %d", c.what, c.got, c.want)
		}
	}
}

// count returns how many of the things are so.
func count[T any](things []T, so func(T) bool) (n int) {
	for _, thing := range things {
		if so(thing) {
			n++
		}
	}
	return n
}

// inProvince selects areas of a province and of one map.
func inProvince(s *Set, province, from string) func(Area) bool {
	return func(a Area) bool { return s.Province(a.AreaKey) == province && a.ValidFrom.ISO() == from }
}

// TestFilesNameTheirSource reads the files as a person would.
func TestFilesNameTheirSource(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(embedded, "data/*.csv")
	if err != nil || len(names) != 10 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "# source: ") {
			t.Errorf("%s does not begin with its source", name)
		}
		if !norm.NFC.IsNormal(text) {
			t.Errorf("%s is not NFC", name)
		}
	}
}

func TestDamagedFiles(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ name, text, want string }{
		"no rows":       {"areas.csv", "code,valid_from,valid_to,name,kind,parent_code,lat,lon\n", "areas.csv"},
		"other columns": {"occupations.csv", strings.Join(occupationColumns[1:], ",") + ",code\na,b,1,,1\n", "want the columns"},
		"short row":     {"partnerships.csv", "slug,source_province_code\na\n", "partnerships.csv"},
		"bad day":       {"partnerships.csv", strings.Join(partnershipColumns, ",") + "\na,20,24,31/02/2024\n", "map_on"},
		"no day":        {"partnerships.csv", strings.Join(partnershipColumns, ",") + "\na,20,24,\n", "empty"},
		"bad number":    {"occupations.csv", strings.Join(occupationColumns, ",") + "\n1,a,b,one,\n", "level"},
		"bad point":     {"areas.csv", strings.Join(areaColumns, ",") + "\n1,2024-03-13,,a,ward,,north,1\n", "lat"},
		"unknown kind":  {"areas.csv", strings.Join(areaColumns, ",") + "\n1,2024-03-13,,a,shire,,,\n", "shire"},
		"empty name":    {"areas.csv", strings.Join(areaColumns, ",") + "\n1,2024-03-13,,,ward,,,\n", "name"},
		"bad quotes":    {"zones.csv", "\"slug\n", "zones.csv"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := copyOf(t)
			files[tt.name] = &fstest.MapFile{Data: []byte(tt.text)}
			_, err := read(files)
			if !errors.Is(err, ErrTable) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want one that names %q", err, tt.want)
			}
		})
	}
	files := copyOf(t)
	delete(files, "bodies.csv")
	if _, err := read(files); !errors.Is(err, ErrTable) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without bodies.csv: got %v", err)
	}
}

// copyOf returns the embedded files to be changed.
func copyOf(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(embedded, "data/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimPrefix(name, "data/")] = &fstest.MapFile{Data: text}
	}
	if _, err := read(files); err != nil {
		t.Fatal(err)
	}
	return files
}
