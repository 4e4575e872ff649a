BEGIN;

-- What people tell the centre of an advert that is not as it should be. Words
-- and phone are the teller's own: they go when erase_on has come.
CREATE TABLE complaints (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code         text NOT NULL UNIQUE, -- the receipt by which the teller asks later
    grounds      text[] NOT NULL CHECK (cardinality(grounds) > 0 AND grounds <@ ARRAY['money', 'papers', 'minors', 'impostor',
                     'absent', 'pay', 'place', 'unfair', 'other']),
    advert       text NOT NULL,             -- code, link or words of the advert, as told
    vacancy_id   bigint REFERENCES vacancies (id),
    employer_id  bigint REFERENCES employers (id),
    words        text NOT NULL DEFAULT '',
    phone        text NOT NULL DEFAULT '',  -- E.164, to call back
    status       text NOT NULL CHECK (status IN ('received', 'taken_up', 'settled', 'dismissed', 'merged')),
    outcome      text NOT NULL DEFAULT '',  -- how it was settled, in a sentence for everybody
    merged_into  bigint REFERENCES complaints (id),
    passed_on    text NOT NULL DEFAULT '',  -- why the verifier is asked to suspend the employer
    passed_on_at timestamptz,
    paused_at    timestamptz,               -- when the vacancy was paused for it
    closed_at    timestamptz,
    erase_on     date,
    erased_at    timestamptz,
    version      int NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    sample       boolean NOT NULL DEFAULT false
);
CREATE INDEX complaints_status ON complaints (status, id);
CREATE INDEX complaints_vacancy ON complaints (vacancy_id);
CREATE INDEX complaints_employer ON complaints (employer_id);
CREATE INDEX complaints_merged ON complaints (merged_into);
CREATE INDEX complaints_erase ON complaints (erase_on) WHERE erased_at IS NULL;

-- Each view of what a teller left of himself.
CREATE TABLE complaint_views (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    account_id   bigint NOT NULL REFERENCES accounts (id),
    body_id      bigint NOT NULL REFERENCES bodies (id),
    complaint_id bigint NOT NULL REFERENCES complaints (id)
);
CREATE INDEX complaint_views_complaint ON complaint_views (complaint_id, at);

-- What addresses tried lately, where that is limited.
CREATE TABLE tries (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind    text NOT NULL,
    address text NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX tries_address ON tries (kind, address, at);
CREATE INDEX tries_at ON tries (at);

-- How people live at an employer's: whether there is such a thing, and words.
ALTER TABLE employers
    ADD COLUMN dormitory      text NOT NULL DEFAULT '' CHECK (dormitory IN ('', 'yes', 'no')),
    ADD COLUMN dormitory_note text NOT NULL DEFAULT '',
    ADD COLUMN canteen        text NOT NULL DEFAULT '' CHECK (canteen IN ('', 'yes', 'no')),
    ADD COLUMN canteen_note   text NOT NULL DEFAULT '',
    ADD COLUMN bus            text NOT NULL DEFAULT '' CHECK (bus IN ('', 'yes', 'no')),
    ADD COLUMN bus_note       text NOT NULL DEFAULT '',
    ADD COLUMN nursery        text NOT NULL DEFAULT '' CHECK (nursery IN ('', 'yes', 'no')),
    ADD COLUMN nursery_note   text NOT NULL DEFAULT '';

-- What a verifier looked at before an employer's state was moved.
CREATE TABLE employer_evidence (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employer_id bigint NOT NULL REFERENCES employers (id),
    state       text NOT NULL CHECK (state IN ('verified', 'suspended')),
    looked      text[] NOT NULL CHECK (looked <@ ARRAY['registration', 'investment', 'tax', 'visit', 'zone_board', 'labour', 'other']),
    why         text NOT NULL,
    account_id  bigint REFERENCES accounts (id),
    at          timestamptz NOT NULL
);
CREATE INDEX employer_evidence_employer ON employer_evidence (employer_id, id);

-- The access of an employer's user ends with the person's employment.
ALTER TABLE accounts ADD COLUMN ends_on date; -- the last day

-- An invitation to sign in for an employer; its code is told once and only
-- the code's hash is kept.
CREATE TABLE invitations (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employer_id bigint NOT NULL REFERENCES employers (id),
    code_hash   text NOT NULL UNIQUE,
    full_name   text NOT NULL,
    ends_on     date,
    expires_at  timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  bigint NOT NULL REFERENCES accounts (id),
    accepted_at timestamptz,
    account_id  bigint REFERENCES accounts (id),
    revoked_at  timestamptz
);
CREATE INDEX invitations_employer ON invitations (employer_id, id);

ALTER TABLE journal DROP CONSTRAINT journal_thing_check;
ALTER TABLE journal ADD CONSTRAINT journal_thing_check CHECK (thing IN ('obligation', 'directive', 'vacancy', 'employer', 'drive',
    'candidate', 'referral', 'account', 'body', 'publicity_item', 'route_study', 'complaint'));

ALTER TABLE attachments DROP CONSTRAINT attachments_thing_check;
ALTER TABLE attachments ADD CONSTRAINT attachments_thing_check CHECK (thing IN ('report', 'directive', 'drive', 'route_study',
    'evidence'));

COMMIT;
