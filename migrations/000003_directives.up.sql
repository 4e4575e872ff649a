BEGIN;

CREATE TABLE directives (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partnership_id bigint NOT NULL REFERENCES partnerships (id),
    issuer_body_id bigint NOT NULL REFERENCES bodies (id),
    status         text NOT NULL CHECK (status IN ('read', 'confirmed')),
    sample         boolean NOT NULL DEFAULT false,
    kind           text NOT NULL,
    number         text,          -- as printed; NULL when the paper leaves it blank
    symbol         text NOT NULL DEFAULT '',
    issued_on      date,          -- NULL when the day is blank
    issued_month   text,          -- 'YYYY-MM' when only the month is known
    meeting_on     date,
    title          text NOT NULL,
    chair          text NOT NULL DEFAULT '',
    authority      text NOT NULL DEFAULT '',
    signatory      text NOT NULL DEFAULT '',
    recipients     text[] NOT NULL DEFAULT '{}',
    words          text NOT NULL, -- the whole text, never rewritten
    sha256         text NOT NULL UNIQUE, -- of words with single spaces: a text is entered once
    province_code  text NOT NULL DEFAULT '', -- whose paper it is, '' for a province outside the partnership
    version        int NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL,
    created_by     bigint REFERENCES accounts (id),
    confirmed_at   timestamptz,
    confirmed_by   bigint REFERENCES accounts (id)
);

CREATE TABLE clauses (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    directive_id bigint NOT NULL REFERENCES directives (id),
    parent_id    bigint REFERENCES clauses (id),
    position     int NOT NULL,
    path         text NOT NULL,
    words        text NOT NULL,
    UNIQUE (directive_id, path)
);

-- What the reader, then the clerk, makes of a clause. Bodies are kept as
-- printed and as the bodies they were matched to.
CREATE TABLE proposals (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    directive_id      bigint NOT NULL REFERENCES directives (id),
    clause_id         bigint NOT NULL REFERENCES clauses (id),
    position          int NOT NULL,
    state             text NOT NULL CHECK (state IN ('proposed', 'dropped', 'confirmed')),
    kind              text NOT NULL CHECK (kind IN ('order', 'standing', 'request')),
    task              text NOT NULL,
    lead_words        text[] NOT NULL DEFAULT '{}',
    executing_words   text[] NOT NULL DEFAULT '{}',
    cooperating_words text[] NOT NULL DEFAULT '{}',
    counterpart_words text[] NOT NULL DEFAULT '{}',
    lead_ids          bigint[] NOT NULL DEFAULT '{}',
    executing_ids     bigint[] NOT NULL DEFAULT '{}',
    cooperating_ids   bigint[] NOT NULL DEFAULT '{}',
    counterpart_ids   bigint[] NOT NULL DEFAULT '{}',
    due_on            date,
    due_phrase        text NOT NULL DEFAULT '',
    due_rule          text NOT NULL DEFAULT '',
    recurrence        text NOT NULL DEFAULT '' CHECK (recurrence IN ('', 'daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
    source            text NOT NULL CHECK (source IN ('reader', 'clerk')),
    lead_unmatched    text[] NOT NULL DEFAULT '{}', -- lead words without a body, until a clerk has chosen
    version           int NOT NULL DEFAULT 1
);
CREATE INDEX proposals_directive ON proposals (directive_id, position);

-- What one clause asks of one lead body. Lateness is computed, never stored.
CREATE TABLE obligations (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    directive_id      bigint NOT NULL REFERENCES directives (id),
    clause_id         bigint NOT NULL REFERENCES clauses (id),
    proposal_id       bigint REFERENCES proposals (id),
    parent_id         bigint REFERENCES obligations (id), -- the district's, for one passed on to a commune
    kind              text NOT NULL CHECK (kind IN ('order', 'standing', 'request')),
    status            text NOT NULL CHECK (status IN ('assigned', 'received', 'in_progress', 'reported', 'accepted', 'suspended')),
    suspended_from    text NOT NULL DEFAULT '',
    issuer_body_id    bigint NOT NULL REFERENCES bodies (id),
    lead_body_id      bigint NOT NULL REFERENCES bodies (id),
    executing_body_id bigint REFERENCES bodies (id),
    task              text NOT NULL,
    folded            text NOT NULL DEFAULT '', -- the task as search compares it
    due_on            date,       -- the day that counts now, extensions included
    first_due_on      date,       -- the day the paper gave
    due_phrase        text NOT NULL DEFAULT '',
    due_rule          text NOT NULL DEFAULT '',
    recurrence        text NOT NULL DEFAULT '',
    heartbeat_days    int NOT NULL DEFAULT 30,
    assigned_at       timestamptz NOT NULL,
    received_at       timestamptz,
    last_heard_at     timestamptz, -- last progress, report or answer
    finished_at       timestamptz, -- when the accepted report was sent
    version           int NOT NULL DEFAULT 1
);
CREATE INDEX obligations_lead ON obligations (lead_body_id, status);
CREATE INDEX obligations_executing ON obligations (executing_body_id);
CREATE INDEX obligations_parent ON obligations (parent_id);
CREATE INDEX obligations_directive ON obligations (directive_id);

-- Other bodies on an obligation. A counterpart keeps its own state; nobody
-- else writes it. body_id is NULL where the paper names a group in words only.
CREATE TABLE obligation_bodies (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    obligation_id bigint NOT NULL REFERENCES obligations (id),
    body_id       bigint REFERENCES bodies (id),
    words         text NOT NULL,
    role          text NOT NULL CHECK (role IN ('cooperating', 'counterpart')),
    state         text NOT NULL DEFAULT 'unanswered' CHECK (state IN ('unanswered', 'in_progress', 'agreed', 'done', 'disputed')),
    note          text NOT NULL DEFAULT '',
    stated_at     timestamptz,
    stated_by     bigint REFERENCES accounts (id)
);
CREATE INDEX obligation_bodies_obligation ON obligation_bodies (obligation_id);
CREATE INDEX obligation_bodies_body ON obligation_bodies (body_id, role);

-- Progress is an update; a report is judged; an answer comes from the body a
-- request was addressed to.
CREATE TABLE reports (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    obligation_id bigint NOT NULL REFERENCES obligations (id),
    kind          text NOT NULL CHECK (kind IN ('progress', 'report', 'answer')),
    body_id       bigint NOT NULL REFERENCES bodies (id),
    account_id    bigint NOT NULL REFERENCES accounts (id),
    words         text NOT NULL,
    sent_at       timestamptz NOT NULL,
    decision      text NOT NULL DEFAULT '' CHECK (decision IN ('', 'accepted', 'returned')),
    decided_at    timestamptz,
    decided_by    bigint REFERENCES accounts (id),
    reason        text NOT NULL DEFAULT ''
);
CREATE INDEX reports_obligation ON reports (obligation_id, id);

CREATE TABLE extensions (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    obligation_id bigint NOT NULL REFERENCES obligations (id),
    asked_at      timestamptz NOT NULL,
    asked_by      bigint NOT NULL REFERENCES accounts (id),
    from_day      date NOT NULL,
    to_day        date NOT NULL,
    reason        text NOT NULL,
    decision      text NOT NULL DEFAULT '' CHECK (decision IN ('', 'granted', 'refused')),
    decided_at    timestamptz,
    decided_by    bigint REFERENCES accounts (id),
    why           text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX extensions_open ON extensions (obligation_id) WHERE decision = '';

CREATE TABLE reminders (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    obligation_id bigint NOT NULL REFERENCES obligations (id),
    words         text NOT NULL,
    sent_at       timestamptz NOT NULL,
    sent_by       bigint NOT NULL REFERENCES accounts (id)
);
CREATE INDEX reminders_obligation ON reminders (obligation_id, id);

COMMIT;
