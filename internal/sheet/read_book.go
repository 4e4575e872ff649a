package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// largestList bounds the parts that are read as a whole: the list of sheets.
const largestList = 4 << 20

// listed is a sheet of the workbook and the file that holds it.
type listed struct {
	name string
	part *zip.File
}

// relation leads from the workbook to one of its parts. Kind is an address,
// whose last word says what the part is.
type relation struct {
	ID     string `xml:"Id,attr"`
	Kind   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

func (r relation) is(kind string) bool { return path.Base(r.Kind) == kind }

// list finds the sheets, and the words that they share: the workbook names its
// sheets by a relation, and a list of relations says which file that is.
func (s *Source) list() error {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		All []relation `xml:"Relationship"`
	}
	if err := errors.Join(s.parse("xl/workbook.xml", &book), s.parse("xl/_rels/workbook.xml.rels", &relations)); err != nil {
		return err
	}
	parts := map[string]*zip.File{}
	for _, r := range relations.All {
		part := s.entry(target(r.Target))
		switch {
		case r.is("sharedStrings"):
			s.shared = part
		case r.is("worksheet"):
			parts[r.ID] = part
		}
	}
	for _, named := range book.Sheets {
		if part := parts[named.ID]; part != nil {
			s.book = append(s.book, listed{named.Name, part})
		}
	}
	if len(s.book) == 0 {
		return refuse("damaged")
	}
	return nil
}

// part finds the file of a sheet.
func (s *Source) part(sheet string) (*zip.File, error) {
	for _, named := range s.book {
		if named.name == sheet {
			return named.part, nil
		}
	}
	return nil, refuse("damaged")
}

// target is where a relation of the workbook leads inside the container.
func target(to string) string {
	if strings.HasPrefix(to, "/") {
		return strings.TrimPrefix(path.Clean(to), "/")
	}
	return path.Join("xl", to)
}

// entry finds a file in the container; nil if it is not there.
func (s *Source) entry(name string) *zip.File {
	for _, f := range s.zip.File {
		if strings.EqualFold(path.Clean(strings.ReplaceAll(f.Name, `\`, "/")), name) {
			return f
		}
	}
	return nil
}

func (s *Source) parse(name string, into any) error {
	f := s.entry(name)
	if f == nil {
		return refuse("damaged")
	}
	body, err := f.Open()
	if err != nil {
		return errors.Join(refuse("damaged"), err)
	}
	defer body.Close()
	if err := xml.NewDecoder(io.LimitReader(body, largestList)).Decode(into); err != nil {
		return errors.Join(refuse("damaged"), err)
	}
	return nil
}
