package directive

import (
	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
)

// columns of directives d with their issuer, as Directive has them.
const columns = `d.id, d.issuer_body_id, issuer.short_vi AS issuer_vi, issuer.short_en AS issuer_en, d.status, d.kind,
	COALESCE(d.number, '') AS number, d.symbol, d.issued_on, COALESCE(d.issued_month, '') AS issued_month, d.meeting_on,
	d.title, d.chair, d.authority, d.signatory, d.recipients, d.words, d.province_code, d.version, d.created_at, d.confirmed_at`

// proposalColumns of proposals p with their clause c, as Proposal has them.
const proposalColumns = `p.id, p.clause_id, c.path AS clause_path, p.position, p.state, p.kind, p.task,
	p.lead_words, p.executing_words, p.cooperating_words, p.counterpart_words,
	p.lead_ids, p.executing_ids, p.cooperating_ids, p.counterpart_ids, p.lead_unmatched,
	p.due_on, p.due_phrase, p.due_rule, p.recurrence, p.source, p.version`

// inScope limits papers to those that a reader may see: a paper under review
// is seen by the body that entered it and by those above it alone.
const inScope = `(@all AND (d.status = 'confirmed' OR d.issuer_body_id = ANY (@bodies)))`

func scopeArgs(scope access.Scope, more pgx.StrictNamedArgs) pgx.StrictNamedArgs {
	args := pgx.StrictNamedArgs{"all": scope.All, "bodies": scope.Bodies}
	for name, value := range more {
		args[name] = value
	}
	return args
}

const insertDirective = `
	INSERT INTO directives (partnership_id, issuer_body_id, status, kind, number, symbol, issued_on, issued_month, meeting_on,
	                        title, chair, authority, signatory, recipients, words, sha256, province_code, created_at, created_by)
	VALUES (@partnership, @issuer, 'read', @kind, NULLIF(@number, ''), @symbol, @issued_on, NULLIF(@issued_month, ''), @meeting_on,
	        @title, @chair, @authority, @signatory, @recipients, @words, @sha256, @province, @at, NULLIF(@by, 0))
	RETURNING id`

const updateHeader = `
	UPDATE directives
	SET kind = @kind, number = NULLIF(@number, ''), symbol = @symbol, issued_on = @issued_on, issued_month = NULLIF(@issued_month, ''),
	    meeting_on = @meeting_on, title = @title, chair = @chair, authority = @authority, signatory = @signatory, recipients = @recipients
	WHERE id = @id`

const insertClauses = `
	INSERT INTO clauses (directive_id, position, path, words)
	SELECT @directive, n.position, n.path, n.words
	FROM unnest(@positions::int[], @paths::text[], @words::text[]) AS n (position, path, words)
	RETURNING id, path`

const linkClauses = `
	UPDATE clauses c
	SET parent_id = above.id
	FROM unnest(@paths::text[], @parents::text[]) AS n (path, parent)
	JOIN clauses above ON above.directive_id = @directive AND above.path = n.parent
	WHERE c.directive_id = @directive AND c.path = n.path`

const insertProposal = `
	INSERT INTO proposals (directive_id, clause_id, position, state, kind, task, lead_words, executing_words, cooperating_words,
	                       counterpart_words, lead_ids, executing_ids, cooperating_ids, counterpart_ids, lead_unmatched,
	                       due_on, due_phrase, due_rule, recurrence, source)
	VALUES (@directive, @clause, @position, 'proposed', @kind, @task, @lead_words, @executing_words, @cooperating_words,
	        @counterpart_words, @lead_ids, @executing_ids, @cooperating_ids, @counterpart_ids, @lead_unmatched,
	        @due_on, @due_phrase, @due_rule, @recurrence, @source)
	RETURNING id`

const updateProposal = `
	UPDATE proposals
	SET kind = @kind, task = @task, cooperating_words = @cooperating_words, counterpart_words = @counterpart_words,
	    lead_ids = @lead_ids, executing_ids = @executing_ids, cooperating_ids = @cooperating_ids, counterpart_ids = @counterpart_ids,
	    lead_unmatched = @lead_unmatched, due_on = @due_on, due_phrase = @due_phrase, due_rule = @due_rule, recurrence = @recurrence,
	    version = version + 1
	WHERE id = @id`

// editArgs are the arguments of updateProposal, and most of insertProposal.
func (p Proposal) editArgs() pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{
		"kind": p.Kind, "task": p.Task, "cooperating_words": p.CooperatingWords, "counterpart_words": p.CounterpartWords,
		"lead_ids": p.LeadIDs, "executing_ids": p.ExecutingIDs, "cooperating_ids": p.CooperatingIDs,
		"counterpart_ids": p.CounterpartIDs, "lead_unmatched": p.LeadUnmatched, "due_on": p.DueOn, "due_phrase": p.DuePhrase,
		"due_rule": p.DueRule, "recurrence": p.Recurrence,
	}
}

// insertArgs are the arguments of insertProposal.
func (p Proposal) insertArgs(directive int64) pgx.StrictNamedArgs {
	args := p.editArgs()
	args["directive"], args["clause"], args["position"] = directive, p.ClauseID, p.Position
	args["lead_words"], args["executing_words"], args["source"] = p.LeadWords, p.ExecutingWords, p.Source
	return args
}
