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

-- What was handed to the national exchange: by whom, of which time, and the
-- records as they were written, so that a file can be had again exactly.
CREATE TABLE exchange_exports (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL, -- as of when
    since      date NOT NULL,        -- changes from the beginning of this day
    mapping    text NOT NULL,        -- edition of our mapping
    records    int NOT NULL,
    appeared   int NOT NULL,         -- not closed, and first public in the range
    changed    int NOT NULL,         -- not closed, and known before
    closed     int NOT NULL,
    heading    text NOT NULL,        -- the first line of the file
    sha256     text NOT NULL,        -- of the records
    lines      bytea NOT NULL,       -- the records, gzip
    account_id bigint REFERENCES accounts (id), -- NULL: from the command line
    body_id    bigint NOT NULL REFERENCES bodies (id)
);

ALTER TABLE journal DROP CONSTRAINT journal_thing_check;
ALTER TABLE journal ADD CONSTRAINT journal_thing_check CHECK (thing IN ('obligation', 'directive', 'vacancy', 'employer', 'drive',
    'candidate', 'referral', 'account', 'body', 'publicity_item', 'route_study', 'complaint', 'exchange_export'));

COMMIT;
