BEGIN;

CREATE TABLE employers (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body_id       bigint NOT NULL UNIQUE REFERENCES bodies (id),
    tax_code      text NOT NULL UNIQUE,
    name          text NOT NULL,
    slug          text NOT NULL,
    folded        text NOT NULL,
    type          text NOT NULL CHECK (type IN ('state', 'private', 'foreign')),
    industry_code text NOT NULL DEFAULT '', -- VSIC
    products      text NOT NULL DEFAULT '',
    size_band     text NOT NULL DEFAULT '',
    zone_id       bigint REFERENCES zones (id),
    address       text NOT NULL,
    contact_name  text NOT NULL DEFAULT '',
    contact_phone text NOT NULL DEFAULT '',
    living        text NOT NULL DEFAULT '', -- dormitory, canteen, bus, nursery, in words
    state         text NOT NULL CHECK (state IN ('unverified', 'verified', 'suspended')),
    state_reason  text NOT NULL DEFAULT '',
    state_at      timestamptz,
    state_by      bigint REFERENCES accounts (id),
    sample        boolean NOT NULL DEFAULT false,
    version       int NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL
);
CREATE INDEX employers_zone ON employers (zone_id);

-- A vacancy is an order for headcount. Money is VND a month.
CREATE TABLE vacancies (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code            text NOT NULL UNIQUE, -- offer code that a job seeker checks
    employer_id     bigint NOT NULL REFERENCES employers (id),
    status          text NOT NULL CHECK (status IN ('draft', 'submitted', 'published', 'paused', 'filled', 'withdrawn')),
    return_reason   text NOT NULL DEFAULT '',
    title           text NOT NULL,
    slug            text NOT NULL,
    occupation_code text REFERENCES occupations (code),
    zone_id         bigint REFERENCES zones (id),
    area_id         bigint REFERENCES areas (id), -- district of a workplace outside of all zones
    workplace       text NOT NULL DEFAULT '',
    headcount       int NOT NULL DEFAULT 0,
    description     text NOT NULL DEFAULT '',
    position        text NOT NULL DEFAULT '',
    education       text NOT NULL DEFAULT '',
    qualification   text NOT NULL DEFAULT '',
    experience      text NOT NULL DEFAULT '',
    contract        text NOT NULL DEFAULT '',
    hours           text NOT NULL DEFAULT '', -- full or part time
    shift           text NOT NULL DEFAULT '',
    basic_wage      bigint NOT NULL DEFAULT 0,
    income_from     bigint NOT NULL DEFAULT 0,
    income_to       bigint NOT NULL DEFAULT 0,
    pay_note        text NOT NULL DEFAULT '', -- allowances and what they depend on
    benefits        text[] NOT NULL DEFAULT '{}',
    conditions      text[] NOT NULL DEFAULT '{}',
    priority_groups text[] NOT NULL DEFAULT '{}',
    papers          text NOT NULL DEFAULT '',
    no_fee          boolean NOT NULL DEFAULT false,
    contact_name    text NOT NULL DEFAULT '',
    contact_phone   text NOT NULL DEFAULT '',
    starts_on       date,
    closes_on       date,
    revision        int NOT NULL DEFAULT 0, -- 0 until first published
    version         int NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    created_by      bigint REFERENCES accounts (id),
    submitted_at    timestamptz,
    submitted_by    bigint REFERENCES accounts (id),
    published_at    timestamptz,
    published_by    bigint REFERENCES accounts (id),
    ended_at        timestamptz,
    end_reason      text NOT NULL DEFAULT '',
    sample          boolean NOT NULL DEFAULT false
);
CREATE INDEX vacancies_employer ON vacancies (employer_id);
CREATE INDEX vacancies_status ON vacancies (status, closes_on);
CREATE INDEX vacancies_zone ON vacancies (zone_id);

-- Every published wording is kept.
CREATE TABLE vacancy_revisions (
    vacancy_id bigint NOT NULL REFERENCES vacancies (id),
    revision   int NOT NULL,
    facts      jsonb NOT NULL,
    at         timestamptz NOT NULL,
    account_id bigint REFERENCES accounts (id),
    why        text NOT NULL DEFAULT '',
    PRIMARY KEY (vacancy_id, revision)
);

-- Why a second person let words stand that the law coach has something against.
-- It holds as long as the sentence around them does.
CREATE TABLE vacancy_clearances (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vacancy_id bigint NOT NULL REFERENCES vacancies (id),
    rule       text NOT NULL,
    field      text NOT NULL,
    words      text NOT NULL, -- exactly as typed
    passage    text NOT NULL, -- the sentence around them
    reason     text NOT NULL,
    account_id bigint REFERENCES accounts (id),
    at         timestamptz NOT NULL
);
CREATE INDEX vacancy_clearances_vacancy ON vacancy_clearances (vacancy_id);

-- The narrow table that search reads: one row a published vacancy, its words
-- folded once. Openness is judged by closes_on when asked, not by presence.
CREATE TABLE live_vacancies (
    vacancy_id      bigint PRIMARY KEY REFERENCES vacancies (id) ON DELETE CASCADE,
    published_at    timestamptz NOT NULL,
    closes_on       date NOT NULL,
    zone_id         bigint,
    employer_id     bigint NOT NULL,
    occupation_code text NOT NULL,
    income_from     bigint NOT NULL,
    income_to       bigint NOT NULL,
    shift           text NOT NULL,
    benefits        text[] NOT NULL,
    lat             double precision,
    lon             double precision,
    terms           tsvector NOT NULL -- folded words, and '=' with the words with their marks; weight A: of the title
);
CREATE INDEX live_vacancies_newest ON live_vacancies (published_at DESC, vacancy_id DESC);
CREATE INDEX live_vacancies_open ON live_vacancies (closes_on, employer_id);
CREATE INDEX live_vacancies_employer ON live_vacancies (employer_id);
CREATE INDEX live_vacancies_terms ON live_vacancies USING gin (terms);

-- What became findable, changed or vanished, for the read indexes of running
-- processes. Rows are written in the transaction of the change; tx is its
-- number, by which a reader knows what it cannot have missed.
CREATE TABLE live_changes (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tx         bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    vacancy_id bigint -- NULL: all of them
);
CREATE INDEX live_changes_tx ON live_changes (tx);
INSERT INTO live_changes (vacancy_id) VALUES (NULL); -- readers need a row to have read up to

-- A drive is an outreach event in a district or commune.
CREATE TABLE drives (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partnership_id   bigint NOT NULL REFERENCES partnerships (id),
    kind             text NOT NULL CHECK (kind IN ('mobile_session', 'fair', 'counselling')),
    status           text NOT NULL CHECK (status IN ('planned', 'agreed', 'announced', 'held', 'reported', 'verified', 'postponed', 'cancelled')),
    status_reason    text NOT NULL DEFAULT '',
    district_body_id bigint NOT NULL REFERENCES bodies (id),
    commune_body_id  bigint NOT NULL REFERENCES bodies (id),
    planned_by       bigint NOT NULL REFERENCES bodies (id),
    title            text NOT NULL,
    slug             text NOT NULL,
    venue            text NOT NULL,
    starts_at        timestamptz NOT NULL,
    ends_at          timestamptz NOT NULL,
    note             text NOT NULL DEFAULT '',
    attended         int, women int, ethnic_minority int, poor_household int,
    counselled       int, registered int, interviewed int, shortlisted int, hired int, leaflets int,
    difficulties     text NOT NULL DEFAULT '',
    held_at          timestamptz,
    reported_at      timestamptz,
    reported_by      bigint REFERENCES accounts (id),
    verified_at      timestamptz,
    version          int NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL,
    created_by       bigint REFERENCES accounts (id),
    sample           boolean NOT NULL DEFAULT false
);
CREATE INDEX drives_district ON drives (district_body_id, starts_at);
CREATE INDEX drives_commune ON drives (commune_body_id, starts_at);
CREATE INDEX drives_starts ON drives (starts_at);

CREATE TABLE drive_employers (
    drive_id    bigint NOT NULL REFERENCES drives (id) ON DELETE CASCADE,
    employer_id bigint NOT NULL REFERENCES employers (id),
    PRIMARY KEY (drive_id, employer_id)
);
CREATE INDEX drive_employers_employer ON drive_employers (employer_id);

CREATE TABLE drive_vacancies (
    drive_id   bigint NOT NULL REFERENCES drives (id) ON DELETE CASCADE,
    vacancy_id bigint NOT NULL REFERENCES vacancies (id),
    PRIMARY KEY (drive_id, vacancy_id)
);
CREATE INDEX drive_vacancies_vacancy ON drive_vacancies (vacancy_id);

-- A candidate is a person who registered. Phones are shared in families and
-- not unique. Erased people keep their row, without anything personal.
CREATE TABLE candidates (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code        text NOT NULL UNIQUE, -- what the person keeps, on paper
    full_name   text NOT NULL,
    folded      text NOT NULL,
    birth_year  int,
    gender      text NOT NULL DEFAULT '' CHECK (gender IN ('', 'female', 'male')),
    phone       text NOT NULL,        -- E.164
    area_id     bigint REFERENCES areas (id), -- home commune on the working map
    note        text NOT NULL DEFAULT '',
    entered_by_body_id bigint REFERENCES bodies (id), -- NULL: registered alone
    entered_by  bigint REFERENCES accounts (id),
    drive_id    bigint REFERENCES drives (id),
    created_at  timestamptz NOT NULL,
    erase_on    date,
    erased_at   timestamptz,
    version     int NOT NULL DEFAULT 1,
    sample      boolean NOT NULL DEFAULT false
);
CREATE INDEX candidates_area ON candidates (area_id);
CREATE INDEX candidates_phone ON candidates (phone);
CREATE INDEX candidates_drive ON candidates (drive_id);

-- Consent is given for one purpose, in one manner, and can be withdrawn.
CREATE TABLE consents (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    candidate_id bigint NOT NULL REFERENCES candidates (id),
    purpose      text NOT NULL CHECK (purpose IN ('introduce', 'keep', 'statistics')),
    employer_id  bigint REFERENCES employers (id),
    manner       text NOT NULL CHECK (manner IN ('online', 'paper', 'phone', 'commune')),
    given_at     timestamptz NOT NULL,
    withdrawn_at timestamptz
);
CREATE INDEX consents_candidate ON consents (candidate_id);

-- A referral is candidate x vacancy. The days tell how far it came.
CREATE TABLE referrals (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    candidate_id   bigint NOT NULL REFERENCES candidates (id),
    vacancy_id     bigint NOT NULL REFERENCES vacancies (id),
    status         text NOT NULL CHECK (status IN ('registered', 'introduced', 'interviewed', 'hired', 'started',
                       'stayed_1', 'stayed_3', 'declined', 'not_hired', 'left')),
    reason         text NOT NULL DEFAULT '',
    registered_at  timestamptz NOT NULL,
    called_at      timestamptz,
    introduced_at  timestamptz,
    interviewed_at timestamptz,
    hired_at       timestamptz,
    started_at     timestamptz,
    stayed_1_at    timestamptz,
    stayed_3_at    timestamptz,
    ended_at       timestamptz,
    drive_id       bigint REFERENCES drives (id),
    version        int NOT NULL DEFAULT 1,
    UNIQUE (candidate_id, vacancy_id)
);
CREATE INDEX referrals_vacancy ON referrals (vacancy_id, status);
CREATE INDEX referrals_status ON referrals (status, registered_at);
-- A person is placed once at a time.
CREATE UNIQUE INDEX referrals_placed ON referrals (candidate_id) WHERE status IN ('hired', 'started', 'stayed_1', 'stayed_3');

-- Each view of a person's data.
CREATE TABLE personal_views (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    account_id   bigint NOT NULL REFERENCES accounts (id),
    body_id      bigint NOT NULL REFERENCES bodies (id),
    candidate_id bigint NOT NULL REFERENCES candidates (id),
    page         text NOT NULL
);
CREATE INDEX personal_views_candidate ON personal_views (candidate_id, at);

-- One planned or published piece of the joint media plan.
CREATE TABLE publicity_items (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partnership_id   bigint NOT NULL REFERENCES partnerships (id),
    body_id          bigint NOT NULL REFERENCES bodies (id),
    vacancy_id       bigint REFERENCES vacancies (id),
    vacancy_revision int NOT NULL DEFAULT 0, -- the wording it was made from; older than the vacancy's: stale
    form             text NOT NULL CHECK (form IN ('article', 'radio', 'television', 'online', 'loudspeaker')),
    status           text NOT NULL CHECK (status IN ('planned', 'published', 'cancelled')),
    title            text NOT NULL,
    planned_on       date NOT NULL,
    published_at     timestamptz,
    link             text NOT NULL DEFAULT '',
    version          int NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL,
    created_by       bigint REFERENCES accounts (id),
    sample           boolean NOT NULL DEFAULT false
);
CREATE INDEX publicity_items_body ON publicity_items (body_id, planned_on);
CREATE INDEX publicity_items_vacancy ON publicity_items (vacancy_id);

-- The dossier of the coach line: what each side has to settle. Each transport
-- department writes its own side only.
CREATE TABLE route_studies (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partnership_id bigint NOT NULL UNIQUE REFERENCES partnerships (id)
);

CREATE TABLE route_study_items (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    study_id   bigint NOT NULL REFERENCES route_studies (id),
    position   int NOT NULL,
    item       text NOT NULL, -- key of the thing to settle
    side       text NOT NULL CHECK (side IN ('source', 'destination')),
    state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'underway', 'settled')),
    note       text NOT NULL DEFAULT '',
    version    int NOT NULL DEFAULT 1,
    stated_at  timestamptz,
    stated_by  bigint REFERENCES accounts (id),
    UNIQUE (study_id, item, side)
);

COMMIT;
