BEGIN;

-- Which vacancies changed, for mirrors outside: one row for each that was ever
-- published, moved to the transaction that changed it last. A reader goes
-- through them in the order of transactions, up to the oldest one at work.
CREATE TABLE public_changes (
    vacancy_id bigint PRIMARY KEY, -- no reference: a mirror is told of what is gone, too
    tx         bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint
);
CREATE UNIQUE INDEX public_changes_order ON public_changes (tx, vacancy_id);
INSERT INTO public_changes (vacancy_id) SELECT id FROM vacancies WHERE revision > 0;

-- What holds for all of them, in one row.
CREATE TABLE public_feed (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch     bigint NOT NULL DEFAULT (random() * 1e12)::bigint, -- drawn anew when transaction numbers begin again
    forgotten bigint NOT NULL DEFAULT 0                          -- the newest transaction of which a row was deleted
);
INSERT INTO public_feed DEFAULT VALUES;

-- What was handed to the national exchange: by whom, of which time, and each
-- line as it was written, so that a file can be made again exactly.
CREATE TABLE exchange_exports (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    since      timestamptz NOT NULL, -- changes after it, up to at
    mapping    text NOT NULL,        -- edition of our mapping
    records    int NOT NULL,
    sha256     text NOT NULL,        -- of the whole file
    account_id bigint REFERENCES accounts (id), -- NULL: from the command line
    body_id    bigint REFERENCES bodies (id)
);

CREATE TABLE exchange_lines (
    export_id bigint NOT NULL REFERENCES exchange_exports (id) ON DELETE CASCADE,
    line      int NOT NULL, -- from 0, the heading
    content   text NOT NULL,
    PRIMARY KEY (export_id, line)
);

COMMIT;
