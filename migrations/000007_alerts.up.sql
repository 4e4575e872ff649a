BEGIN;

-- Who asked to be told of vacancies, without an account: an address of a
-- channel. It is kept only while it is needed; '' once it was erased.
CREATE TABLE alert_people (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel      text NOT NULL CHECK (channel IN ('email', 'phone', 'push')),
    address      text NOT NULL, -- e-mail in small letters, E.164, or the push service's address
    push_key     text NOT NULL DEFAULT '',
    push_auth    text NOT NULL DEFAULT '',
    lang         text NOT NULL CHECK (lang IN ('vi', 'en')),
    code         text NOT NULL UNIQUE, -- by which the person looks, answers and stops
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    told_until   timestamptz, -- vacancies published up to here were told
    looked_on    date,        -- the last day that was looked for vacancies
    renewed_on   date,        -- last said to be looking for work
    asked_on     date,        -- asked "still looking?", and no answer yet
    ended_at     timestamptz,
    end_reason   text NOT NULL DEFAULT '' CHECK (end_reason IN ('', 'stopped', 'unanswered', 'unconfirmed', 'gone'))
);
CREATE UNIQUE INDEX alert_people_address ON alert_people (channel, address) WHERE address <> '';
CREATE INDEX alert_people_due ON alert_people (looked_on, id) WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX alert_people_ended ON alert_people (ended_at) WHERE ended_at IS NOT NULL;

-- What a person wants to be told of. It holds once its code was given back.
CREATE TABLE alerts (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id    bigint NOT NULL REFERENCES alert_people (id) ON DELETE CASCADE,
    asked        text NOT NULL,  -- the parameters of the list's address
    query        jsonb NOT NULL, -- the same as the search takes it
    code         text UNIQUE,    -- NULL once confirmed
    consented_at timestamptz NOT NULL,
    confirmed_at timestamptz
);
CREATE INDEX alerts_person ON alerts (person_id);

-- The outbox: every message, handed to a channel or only written down.
CREATE TABLE alert_messages (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key        text NOT NULL UNIQUE, -- by which a channel knows a repeated call
    person_id  bigint NOT NULL REFERENCES alert_people (id) ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('confirm', 'jobs', 'question')),
    day        date NOT NULL,
    subject    text NOT NULL,
    body       text NOT NULL, -- '' once the address was erased
    link       text NOT NULL, -- where a tap leads
    stop_link  text NOT NULL,
    state      text NOT NULL CHECK (state IN ('waiting', 'handing', 'handed', 'failed', 'recorded')),
    why        text NOT NULL DEFAULT '' CHECK (why IN ('', 'busy', 'refused', 'gone', 'unknown', 'late', 'ended', 'unconnected')),
    tries      int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, -- after it nobody wants it any more
    changed_at timestamptz NOT NULL
);
-- One message a person and day; a code is asked for by the person.
CREATE UNIQUE INDEX alert_messages_daily ON alert_messages (person_id, day) WHERE kind <> 'confirm';
CREATE INDEX alert_messages_state ON alert_messages (state, id);

-- Each look of an account at whose a message is.
CREATE TABLE alert_views (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    account_id bigint NOT NULL REFERENCES accounts (id),
    body_id    bigint NOT NULL REFERENCES bodies (id),
    message_id bigint NOT NULL REFERENCES alert_messages (id) ON DELETE CASCADE
);
CREATE INDEX alert_views_message ON alert_views (message_id, at);

-- The pair of keys by which push services know this site (RFC 8292), made once.
CREATE TABLE alert_push_keys (
    id          smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    public_key  text NOT NULL,
    private_key text NOT NULL,
    created_at  timestamptz NOT NULL
);

COMMIT;
