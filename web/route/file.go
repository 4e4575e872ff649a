package route

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"

	"cauviec/internal/attachment"
	"cauviec/internal/errs"
)

// File reads the file of a form's field, up to a byte more than most, so that
// one too large can be told. Without a file the name is empty.
func File(r *http.Request, field string, most int) (attachment.File, error) {
	file, header, err := r.FormFile(field)
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return attachment.File{}, nil
	}
	if err != nil {
		return attachment.File{}, fmt.Errorf("%w: %w", errs.Invalid, err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, int64(most)+1))
	return attachment.File{Name: header.Filename, Bytes: content}, err
}

// Files reads the files of a form, each up to a byte more than is allowed, and
// one file more than is allowed: the limits say what is too much.
func Files(r *http.Request, limits attachment.Limits) ([]attachment.File, error) {
	if r.MultipartForm == nil {
		return nil, nil
	}
	var files []attachment.File
	for _, header := range r.MultipartForm.File[attachment.Field] {
		if header.Filename == "" || len(files) > limits.Files {
			continue
		}
		content, err := read(header, limits.Size)
		if err != nil {
			return nil, err
		}
		files = append(files, attachment.File{Name: header.Filename, Bytes: content})
	}
	return files, nil
}

func read(header *multipart.FileHeader, most int) ([]byte, error) {
	f, err := header.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, int64(most)+1))
}

// Download sends a file to be saved, never to be shown within the site nor to
// be kept on the way.
func Download(w http.ResponseWriter, file attachment.Content) error {
	h := w.Header()
	h.Set("Content-Type", file.MediaType)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "private, no-store")
	h.Set("Content-Length", strconv.Itoa(len(file.Bytes)))
	w.Write(file.Bytes) // a reader who has gone is no failure of ours
	return nil
}
