BEGIN;

-- An import is a sheet of vacancies: read in the background, looked at, then
-- confirmed as a whole or thrown away.
CREATE TABLE imports (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   bigint NOT NULL REFERENCES accounts (id),
    body_id      bigint NOT NULL REFERENCES bodies (id),
    employer_id  bigint REFERENCES employers (id), -- whose rows it may hold; NULL: any employer's
    file_name    text NOT NULL,
    file_size    bigint NOT NULL,
    state        text NOT NULL CHECK (state IN ('waiting', 'preview', 'refused', 'confirmed', 'discarded', 'undone', 'expired')),
    problem      jsonb,                    -- why the whole file was refused
    version      int NOT NULL DEFAULT 1,
    rows         int NOT NULL DEFAULT 0,
    created      int NOT NULL DEFAULT 0,
    updated      int NOT NULL DEFAULT 0,
    same         int NOT NULL DEFAULT 0,
    refused      int NOT NULL DEFAULT 0,
    incomplete   int NOT NULL DEFAULT 0,   -- accepted, but not ready to be submitted
    moved        int NOT NULL DEFAULT 0,   -- rows that were no longer as the preview showed them
    reread       boolean NOT NULL DEFAULT false, -- because of them, or of a new day
    submitted    int NOT NULL DEFAULT 0,
    headers      text[] NOT NULL DEFAULT '{}',
    ignored      text[] NOT NULL DEFAULT '{}', -- headers that mean nothing here
    judged_on    date,
    reviewed     boolean NOT NULL DEFAULT false, -- the law's coach has read the rows that are taken
    uploaded_at  timestamptz NOT NULL,
    decided_at   timestamptz,
    decided_by   bigint REFERENCES accounts (id),
    undone_at    timestamptz,
    undone_by    bigint REFERENCES accounts (id)
);
CREATE INDEX imports_body ON imports (body_id, id);
CREATE INDEX imports_waiting ON imports (id) WHERE state = 'waiting' OR state = 'preview' AND NOT reviewed;

-- The sheet itself, until it is decided or its time is over.
CREATE TABLE import_files (
    import_id bigint PRIMARY KEY REFERENCES imports (id) ON DELETE CASCADE,
    content   bytea NOT NULL
);

-- How far the reading has come. It is written beside the transaction that reads.
CREATE TABLE import_progress (
    import_id bigint PRIMARY KEY, -- no reference: the import's own row is locked meanwhile
    done      int NOT NULL DEFAULT 0,
    total     int NOT NULL DEFAULT 0,
    attempts  int NOT NULL DEFAULT 0
);

-- What became of each row of a sheet, its facts as text that is read back as a
-- whole. The rows are written by whoever holds
-- the import's own row locked, and imports are never deleted: a reference would
-- be checked ten thousand times for nothing.
CREATE TABLE import_rows (
    import_id  bigint NOT NULL,
    row_no     int NOT NULL,             -- as in the sheet
    outcome    text NOT NULL CHECK (outcome IN ('create', 'update', 'same', 'refused')),
    title      text NOT NULL,
    employer_id bigint NOT NULL,         -- 0: not found
    employer   text NOT NULL,            -- in words
    ref        text NOT NULL,
    vacancy_id bigint,                   -- that it makes or means; an undone one is no more
    version    int NOT NULL DEFAULT 0,   -- of the vacancy that it updates
    details    json ,
    was        json ,                    -- the details before the update
    changed    text[],
    problems   json ,                    -- why it is refused, by cell
    missing    json ,                    -- what is missing before it can be submitted
    findings   int NOT NULL DEFAULT 0,   -- words that the law has something against
    typed      text[],                   -- the cells of a refused row
    facts      bigint NOT NULL DEFAULT 0, -- fingerprint of the details
    PRIMARY KEY (import_id, row_no)
);
CREATE INDEX import_rows_facts ON import_rows (facts) WHERE outcome = 'create' AND ref = '';

-- An order is known by its employer's own number, however it is written.
CREATE INDEX vacancies_ref ON vacancies (employer_id, upper(replace(employer_ref, ' ', ''))) WHERE employer_ref <> '';

COMMIT;
