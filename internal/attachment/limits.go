package attachment

import (
	"slices"
	"strings"

	"cauviec/internal/errs"
)

// Field is the form field in which files are sent, and at which problems with
// them stand.
const Field = "files"

// Limits say what may be sent with a thing.
type Limits struct {
	Files   int      // in one sending
	Size    int      // of one file, in bytes
	Endings []string // of names, in small letters with their dot
}

// Accept returns the list of endings for a page's file field.
func (l Limits) Accept() string { return strings.Join(l.Endings, ",") }

// Megabytes is how large one file may be.
func (l Limits) Megabytes() int { return l.Size >> 20 }

// Check says what is wrong with files, at Field.
func (l Limits) Check(files []File) errs.Problems {
	p := errs.Problems{}
	if len(files) > l.Files {
		p.Add(Field, "attachment.problem.files", l.Files)
	}
	for _, f := range files {
		switch {
		case len(f.Bytes) > l.Size:
			p.Add(Field, "attachment.problem.size", CleanName(f.Name), l.Megabytes())
		case !slices.Contains(l.Endings, f.ending()) || f.MediaType() == "":
			p.Add(Field, "attachment.problem.kind", CleanName(f.Name))
		}
	}
	return p
}
