package employer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Evidence is what a verifier stated of an employer, and on what it rests.
type Evidence struct {
	ID     int64
	State  State
	Looked []Look
	Why    string
	At     time.Time
	Person string
	Files  []Kept `db:"-"`
}

// Kept is a file that is kept with evidence.
type Kept struct {
	ID         int64
	EvidenceID int64
	Name       string
	Size       int64
}

// Evidence returns what verifiers stated of an employer, the newest first. It
// is read by those who verify.
func (s *Store) Evidence(ctx context.Context, scope access.Scope, id int64) (list []Evidence, err error) {
	defer errs.Wrap(&err, "employer.Evidence(%d)", id)
	args := pgx.StrictNamedArgs{"id": id, "all": scope.All}
	if list, err = postgres.All[Evidence](ctx, s.DB, selectEvidence, args); err != nil || len(list) == 0 {
		return nil, err
	}
	files, err := postgres.All[Kept](ctx, s.DB, selectFiles, args)
	for _, f := range files {
		for i := range list {
			if list[i].ID == f.EvidenceID {
				list[i].Files = append(list[i].Files, f)
			}
		}
	}
	return list, err
}

// Limits of what is kept with evidence.
const (
	MaxFiles    = 5
	MaxFileSize = 5 << 20 // bytes
	// AcceptedFiles is the list of endings for the page's file field.
	AcceptedFiles = ".pdf,.jpg,.jpeg,.png"
)

// File is a file as it was sent.
type File struct {
	Name  string
	Bytes []byte
}

// fileKinds are the kinds of files by the ending of the name; the content must
// begin as they do.
var fileKinds = map[string]struct{ media, begins string }{
	".pdf": {"application/pdf", "%PDF-"}, ".jpg": {"image/jpeg", "\xff\xd8\xff"}, ".jpeg": {"image/jpeg", "\xff\xd8\xff"},
	".png": {"image/png", "\x89PNG\r\n\x1a\n"},
}

// media returns the media type, or nothing when the file is not one of the
// kinds allowed or its content is not what its name says.
func (f File) media() string {
	kind, ok := fileKinds[strings.ToLower(path.Ext(f.Name))]
	if !ok || !bytes.HasPrefix(f.Bytes, []byte(kind.begins)) {
		return ""
	}
	return kind.media
}

// name is the last part of the file's name as it may be kept.
func (f File) name() string {
	const longest = 120
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, path.Base(strings.ReplaceAll(fold.NFC(f.Name), `\`, "/")))
	ending := path.Ext(clean)
	stem := []rune(strings.TrimSuffix(clean, ending))
	return string(stem[:min(len(stem), longest)]) + ending
}

// CheckFiles says what is wrong with files, at "files".
func CheckFiles(files []File) errs.Problems {
	p := errs.Problems{}
	if len(files) > MaxFiles {
		p.Add("files", "employer.problem.files", MaxFiles)
	}
	for _, f := range files {
		switch {
		case len(f.Bytes) > MaxFileSize:
			p.Add("files", "employer.problem.file_size", f.name(), MaxFileSize>>20)
		case f.media() == "":
			p.Add("files", "employer.problem.file_kind", f.name())
		}
	}
	return p
}

// Attach keeps files with what the actor has just stated of an employer.
func (s *Store) Attach(ctx context.Context, actor access.Actor, id int64, files []File) (err error) {
	defer errs.Wrap(&err, "employer.Attach(%d)", id)
	if !actor.May(access.VerifyEmployers) {
		return errs.Forbidden
	}
	if err := CheckFiles(files).OrNil(); err != nil {
		return err
	}
	for _, f := range files {
		sum := sha256.Sum256(f.Bytes)
		_, err := postgres.Value[int64](ctx, s.DB, insertFile, pgx.StrictNamedArgs{
			"id": id, "name": f.name(), "media": f.media(), "size": len(f.Bytes), "sha256": hex.EncodeToString(sum[:]), "bytes": f.Bytes,
			"by": actor.Account, "now": s.Now.Now()})
		if err != nil {
			return err
		}
	}
	return nil
}

// Content is a kept file to be sent.
type Content struct {
	Name      string
	MediaType string
	Bytes     []byte
}

// Content returns a file that is kept with evidence, for those who verify.
func (s *Store) Content(ctx context.Context, scope access.Scope, file int64) (c Content, err error) {
	defer errs.Wrap(&err, "employer.Content(%d)", file)
	return postgres.One[Content](ctx, s.DB, `
		SELECT name, media_type, bytes FROM attachments WHERE id = @id AND thing = 'evidence' AND @all`,
		pgx.StrictNamedArgs{"id": file, "all": scope.All})
}
