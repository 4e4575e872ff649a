package notice

import "cauviec/internal/errs"

// Problem says why a text could not be read; its text is a message key. Every
// problem is errs.Invalid.
type Problem string

// What can be wrong with a text or a file.
const (
	// ErrEmpty: there are no words.
	ErrEmpty Problem = "notice.empty"
	// ErrTooLarge: more than MaxText of text or MaxFile of file, or a document
	// that would unpack to far more than that.
	ErrTooLarge Problem = "notice.too_large"
	// ErrNotText: the bytes are not Vietnamese text in a known encoding.
	ErrNotText Problem = "notice.not_text"
	// ErrNoClauses: it is text, but not a notice: nothing in it is laid on anybody.
	ErrNoClauses Problem = "notice.no_clauses"
	// ErrNotDocx: the file is called .docx and is not a Word document.
	ErrNotDocx Problem = "notice.not_docx"
	// ErrKind: the file is neither .txt nor .docx.
	ErrKind Problem = "notice.unknown_kind"
)

// Error returns the message key.
func (p Problem) Error() string { return string(p) }

// Is makes errors.Is(p, errs.Invalid) true.
func (p Problem) Is(target error) bool { return target == errs.Invalid }
