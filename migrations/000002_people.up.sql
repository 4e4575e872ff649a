BEGIN;

-- An account is a person's way in, on behalf of one body.
CREATE TABLE accounts (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username      text NOT NULL UNIQUE CHECK (username = lower(username)),
    password_hash text NOT NULL,
    must_change   boolean NOT NULL DEFAULT false,
    full_name     text NOT NULL,
    body_id       bigint NOT NULL REFERENCES bodies (id),
    role          text NOT NULL CHECK (role IN ('staff', 'admin', 'system')),
    active        boolean NOT NULL DEFAULT true,
    epoch         int NOT NULL DEFAULT 1, -- sessions of an older epoch are signed out
    version       int NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL,
    signed_in_at  timestamptz
);
CREATE INDEX accounts_body ON accounts (body_id);

-- The session store's own layout.
CREATE TABLE sessions (
    token  text PRIMARY KEY,
    data   bytea NOT NULL,
    expiry timestamptz NOT NULL
);
CREATE INDEX sessions_expiry ON sessions (expiry);

CREATE TABLE sign_in_attempts (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username text NOT NULL,
    address  text NOT NULL,
    at       timestamptz NOT NULL,
    ok       boolean NOT NULL
);
CREATE INDEX sign_in_attempts_username ON sign_in_attempts (username, at);
CREATE INDEX sign_in_attempts_address ON sign_in_attempts (address, at);

-- What a form's first sending answered; a repeat answers the same.
CREATE TABLE form_keys (
    key        text PRIMARY KEY,
    path       text NOT NULL,
    account_id bigint,
    location   text NOT NULL,
    at         timestamptz NOT NULL
);

-- Who did what, when, from what to what, and why.
CREATE TABLE journal (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    account_id bigint REFERENCES accounts (id),
    body_id    bigint REFERENCES bodies (id),
    thing      text NOT NULL CHECK (thing IN ('obligation', 'directive', 'vacancy', 'employer', 'drive', 'candidate', 'referral',
                   'account', 'body', 'publicity_item', 'route_study')),
    thing_id   bigint NOT NULL,
    action     text NOT NULL,
    from_value text NOT NULL DEFAULT '',
    to_value   text NOT NULL DEFAULT '',
    why        text NOT NULL DEFAULT ''
);
CREATE INDEX journal_thing ON journal (thing, thing_id, id);
CREATE INDEX journal_body ON journal (body_id, id);
CREATE INDEX journal_at ON journal (at);

-- Files kept with a thing, small enough for the database (10 MB each).
CREATE TABLE attachments (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing      text NOT NULL CHECK (thing IN ('report', 'directive', 'drive', 'route_study')),
    thing_id   bigint NOT NULL,
    name       text NOT NULL,
    media_type text NOT NULL,
    size       bigint NOT NULL,
    sha256     text NOT NULL,
    bytes      bytea NOT NULL,
    account_id bigint REFERENCES accounts (id),
    at         timestamptz NOT NULL
);
CREATE INDEX attachments_thing ON attachments (thing, thing_id);

COMMIT;
