package directive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/notice"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
)

// Enter keeps a notice as it was read, for a clerk to review: its facts, its
// clauses and what the reader proposes, with bodies found by their names.
// Source says where the text came from, such as the name of a file. A text
// that was entered before is Known, a Conflict.
func (s *Store) Enter(ctx context.Context, actor access.Actor, source string, n *notice.Notice) (id int64, err error) {
	defer errs.Wrap(&err, "directive.Enter(%q)", source)
	if !actor.May(access.EnterDirectives) {
		return 0, errs.Forbidden
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		digest := digestOf(n.Text)
		if err := s.unknown(ctx, digest); err != nil {
			return err
		}
		m, err := s.Map(ctx)
		if err != nil {
			return err
		}
		if id, err = s.insertDirective(ctx, actor, m, digest, n); err != nil {
			return err
		}
		clauses, err := s.insertClauses(ctx, id, n.Clauses)
		if err != nil {
			return err
		}
		matcher := m.Matcher(homeOf(m, n))
		if err := s.insertProposals(ctx, id, clauses, matcher, n.Proposals); err != nil {
			return err
		}
		return s.record(ctx, actor, id, journal.Change{Action: "entered", To: string(Read), Why: fold.Tidy(source)})
	})
	return id, err
}

// digestOf is what makes a text the same as another: its words, however they
// are spaced and broken into lines.
func digestOf(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
	return hex.EncodeToString(sum[:])
}

// unknown returns Known when the text with this digest is kept already.
func (s *Store) unknown(ctx context.Context, digest string) error {
	id, err := postgres.Value[int64](ctx, s.DB, `SELECT id FROM directives WHERE sha256 = @digest`, pgx.StrictNamedArgs{"digest": digest})
	switch {
	case errors.Is(err, errs.NotFound):
		return nil
	case err != nil:
		return err
	}
	return Known{ID: id}
}

// homeOf returns the province whose departments the paper means. One that
// names no province at all is taken for a paper of the workers' province.
func homeOf(m Map, n *notice.Notice) string {
	if n.Province == "" {
		return m.Partnership.SourceProvinceCode
	}
	return HomeOf(m.Provinces, n.Province)
}

func (s *Store) insertDirective(ctx context.Context, actor access.Actor, m Map, digest string, n *notice.Notice) (int64, error) {
	day, _ := n.Issued.Day()
	header := Header{Kind: n.Kind, Number: n.Number, Symbol: n.Symbol, IssuedOn: day, IssuedMonth: n.Issued.String(), MeetingOn: n.Meeting,
		Title: n.Title, Chair: n.Chair, Authority: n.Authority, Signatory: n.Signatory, Recipients: n.Recipients}.tidy()
	args := header.args()
	args["partnership"], args["issuer"], args["province"] = m.Partnership.ID, actor.Body, homeOf(m, n)
	args["words"], args["sha256"], args["at"], args["by"] = n.Text, digest, s.Now.Now(), actor.Account
	return postgres.Value[int64](ctx, s.DB, insertDirective, args)
}

// args are the facts as arguments of a statement.
func (h Header) args() pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{
		"kind": h.Kind, "number": h.Number, "symbol": h.Symbol, "issued_on": h.IssuedOn, "issued_month": h.IssuedMonth,
		"meeting_on": h.MeetingOn, "title": h.Title, "chair": h.Chair, "authority": h.Authority, "signatory": h.Signatory,
		"recipients": h.Recipients,
	}
}

// insertClauses keeps the tree and returns the clauses' ids by path.
func (s *Store) insertClauses(ctx context.Context, id int64, clauses []notice.Clause) (map[string]int64, error) {
	var positions []int
	var paths, words, parents []string
	for i, c := range clauses {
		positions, paths = append(positions, i+1), append(paths, c.Path)
		words, parents = append(words, c.Words), append(parents, c.Parent)
	}
	type row struct {
		ID   int64
		Path string
	}
	rows, err := postgres.All[row](ctx, s.DB, insertClauses,
		pgx.StrictNamedArgs{"directive": id, "positions": positions, "paths": paths, "words": words})
	if err != nil {
		return nil, err
	}
	_, err = s.DB.Exec(ctx, linkClauses, pgx.StrictNamedArgs{"directive": id, "paths": paths, "parents": parents})
	byPath := make(map[string]int64, len(rows))
	for _, r := range rows {
		byPath[r.Path] = r.ID
	}
	return byPath, err
}

func (s *Store) insertProposals(ctx context.Context, id int64, clauses map[string]int64, m Matcher, proposals []notice.Proposal) error {
	var batch pgx.Batch
	for i, p := range proposals {
		batch.Queue(insertProposal, propose(p, clauses[p.Clause], i+1, m).insertArgs(id))
	}
	if batch.Len() == 0 {
		return nil
	}
	return s.DB.Batch(ctx, &batch)
}

// propose reads a proposal of the reader against the bodies of the working map.
func propose(p notice.Proposal, clause int64, position int, m Matcher) Proposal {
	beside := slices.DeleteFunc(slices.Clone(p.Cooperating), func(w string) bool { return slices.Contains(p.Counterpart, w) })
	out := Proposal{
		ClauseID: clause, Position: position, State: Proposed, Kind: obligation.Kind(p.Kind), Task: fold.Tidy(p.Task),
		LeadWords: tidyLines(p.Leads), ExecutingWords: tidyLines(p.Executing),
		CooperatingWords: tidyLines(beside), CounterpartWords: tidyLines(p.Counterpart),
		DueOn: p.Deadline, DuePhrase: fold.Tidy(p.Phrase), DueRule: string(p.Rule), Recurrence: p.Recurrence, Source: fromReader,
	}
	for _, side := range []struct {
		words []string
		ids   *[]int64
	}{
		{out.ExecutingWords, &out.ExecutingIDs}, {out.CooperatingWords, &out.CooperatingIDs}, {out.CounterpartWords, &out.CounterpartIDs},
	} {
		found, _ := m.MatchAll(side.words)
		*side.ids = once(found)
	}
	leads, unmatched := m.MatchAll(out.LeadWords)
	out.LeadIDs, out.LeadUnmatched = once(leads), tidyLines(unmatched)
	return out
}
