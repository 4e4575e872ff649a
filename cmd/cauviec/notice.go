package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"cauviec/internal/notice"
	"cauviec/internal/reference"
	"cauviec/web/locale"
)

// noticeCommand groups what is done with the text of notices.
type noticeCommand struct {
	Read noticeReadCommand `cmd:"" help:"Read a notice (.txt or .docx) and print the obligations that it proposes."`
}

type noticeReadCommand struct {
	JSON bool   `help:"Print one JSON object."`
	File string `arg:"" help:"The notice." type:"existingfile"`
}

// Run reads the file as the site does, with the public holidays; nothing is
// stored.
func (c *noticeReadCommand) Run(s streams) error {
	data, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	known, err := reference.Read()
	if err != nil {
		return err
	}
	n, err := notice.ReadFileWith(c.File, data, notice.Options{WorkingDay: reference.Calendar(known.Holidays).Working})
	if err != nil {
		return fmt.Errorf("%s: %s", c.File, inWords(err))
	}
	if c.JSON {
		b, err := n.JSON()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(s.out, string(b))
		return err
	}
	return printNotice(s, n)
}

// inWords turns what the reader refuses into a sentence; other errors speak for
// themselves.
func inWords(err error) string {
	if english := locale.With(context.Background(), locale.En); locale.Has(err.Error()) {
		return locale.T(english, err.Error())
	}
	return err.Error()
}

func printNotice(s streams, n *notice.Notice) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", n.Kind, n.Title)
	for _, p := range n.Proposals {
		due := "-"
		if !p.Deadline.IsZero() {
			due = p.Deadline.String()
		}
		fmt.Fprintf(&b, "%-8s %-9s %-10s %s: %s\n", p.Clause, p.Kind, due, strings.Join(p.Leads, ", "), p.Task)
	}
	_, err := fmt.Fprint(s.out, b.String())
	return err
}
