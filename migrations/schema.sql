-- The schema as the migrations leave it, to read; written by make generate.

TABLE accounts
    id bigint NOT NULL IDENTITY
    username text NOT NULL
    password_hash text NOT NULL
    must_change boolean NOT NULL DEFAULT false
    full_name text NOT NULL
    body_id bigint NOT NULL
    role text NOT NULL
    active boolean NOT NULL DEFAULT true
    epoch integer NOT NULL DEFAULT 1
    version integer NOT NULL DEFAULT 1
    created_at timestamp with time zone NOT NULL
    signed_in_at timestamp with time zone
    ends_on date
    UNIQUE (username)
    PRIMARY KEY (id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    CHECK ((role = ANY (ARRAY['staff'::text, 'admin'::text, 'system'::text])))
    CHECK ((username = lower(username)))
    CREATE INDEX accounts_body ON public.accounts USING btree (body_id)

TABLE alert_messages
    id bigint NOT NULL IDENTITY
    key text NOT NULL
    person_id bigint NOT NULL
    kind text NOT NULL
    day date NOT NULL
    subject text NOT NULL
    body text NOT NULL
    link text NOT NULL
    stop_link text NOT NULL
    state text NOT NULL
    why text NOT NULL DEFAULT ''::text
    tries integer NOT NULL DEFAULT 0
    created_at timestamp with time zone NOT NULL
    expires_at timestamp with time zone NOT NULL
    changed_at timestamp with time zone NOT NULL
    told_from timestamp with time zone
    UNIQUE (key)
    PRIMARY KEY (id)
    FOREIGN KEY (person_id) REFERENCES alert_people(id) ON DELETE CASCADE
    CHECK ((kind = ANY (ARRAY['confirm'::text, 'jobs'::text, 'question'::text])))
    CHECK ((state = ANY (ARRAY['waiting'::text, 'handing'::text, 'handed'::text, 'failed'::text, 'recorded'::text])))
    CHECK ((why = ANY (ARRAY[''::text, 'busy'::text, 'refused'::text, 'gone'::text, 'unknown'::text, 'late'::text, 'ended'::text, 'unconnected'::text])))
    CREATE UNIQUE INDEX alert_messages_daily ON public.alert_messages USING btree (person_id, day) WHERE (kind <> 'confirm'::text)
    CREATE INDEX alert_messages_state ON public.alert_messages USING btree (state, id)

TABLE alert_people
    id bigint NOT NULL IDENTITY
    channel text NOT NULL
    address text NOT NULL
    push_key text NOT NULL DEFAULT ''::text
    push_auth text NOT NULL DEFAULT ''::text
    lang text NOT NULL
    code text NOT NULL
    created_at timestamp with time zone NOT NULL
    confirmed_at timestamp with time zone
    told_until timestamp with time zone
    looked_on date
    renewed_on date
    asked_on date
    ended_at timestamp with time zone
    end_reason text NOT NULL DEFAULT ''::text
    UNIQUE (code)
    PRIMARY KEY (id)
    CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'push'::text])))
    CHECK ((end_reason = ANY (ARRAY[''::text, 'stopped'::text, 'unanswered'::text, 'unconfirmed'::text, 'gone'::text])))
    CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text])))
    CREATE UNIQUE INDEX alert_people_address ON public.alert_people USING btree (channel, address) WHERE (address <> ''::text)
    CREATE INDEX alert_people_due ON public.alert_people USING btree (looked_on, id) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL))
    CREATE INDEX alert_people_ended ON public.alert_people USING btree (ended_at) WHERE (ended_at IS NOT NULL)

TABLE alert_push_keys
    id smallint NOT NULL DEFAULT 1
    public_key text NOT NULL
    private_key text NOT NULL
    created_at timestamp with time zone NOT NULL
    PRIMARY KEY (id)
    CHECK ((id = 1))

TABLE alert_views
    id bigint NOT NULL IDENTITY
    at timestamp with time zone NOT NULL
    account_id bigint NOT NULL
    body_id bigint NOT NULL
    message_id bigint NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (message_id) REFERENCES alert_messages(id) ON DELETE CASCADE
    CREATE INDEX alert_views_message ON public.alert_views USING btree (message_id, at)

TABLE alerts
    id bigint NOT NULL IDENTITY
    person_id bigint NOT NULL
    asked text NOT NULL
    query jsonb NOT NULL
    code text
    consented_at timestamp with time zone NOT NULL
    confirmed_at timestamp with time zone
    UNIQUE (code)
    PRIMARY KEY (id)
    FOREIGN KEY (person_id) REFERENCES alert_people(id) ON DELETE CASCADE
    CREATE INDEX alerts_person ON public.alerts USING btree (person_id)

TABLE area_successors
    old_area_id bigint NOT NULL
    new_area_id bigint NOT NULL
    relation text NOT NULL
    PRIMARY KEY (old_area_id, new_area_id)
    FOREIGN KEY (new_area_id) REFERENCES areas(id)
    FOREIGN KEY (old_area_id) REFERENCES areas(id)
    CHECK ((relation = ANY (ARRAY['full'::text, 'partial'::text, 'inferred'::text])))

TABLE areas
    id bigint NOT NULL IDENTITY
    code text NOT NULL
    valid_from date NOT NULL
    valid_to date
    name text NOT NULL
    kind text NOT NULL
    parent_id bigint
    province_code text NOT NULL
    folded text NOT NULL
    lat double precision
    lon double precision
    UNIQUE (code, valid_from)
    PRIMARY KEY (id)
    FOREIGN KEY (parent_id) REFERENCES areas(id)
    CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'town'::text, 'district'::text, 'commune'::text, 'ward'::text, 'township'::text])))
    CREATE INDEX areas_parent ON public.areas USING btree (parent_id)

TABLE attachments
    id bigint NOT NULL IDENTITY
    thing text NOT NULL
    thing_id bigint NOT NULL
    name text NOT NULL
    media_type text NOT NULL
    size bigint NOT NULL
    sha256 text NOT NULL
    bytes bytea NOT NULL
    account_id bigint
    at timestamp with time zone NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    CHECK ((thing = ANY (ARRAY['report'::text, 'directive'::text, 'drive'::text, 'route_study'::text, 'evidence'::text])))
    CREATE INDEX attachments_thing ON public.attachments USING btree (thing, thing_id)

TABLE bodies
    id bigint NOT NULL IDENTITY
    slug text NOT NULL
    kind text NOT NULL
    side text NOT NULL
    province_code text NOT NULL
    name_vi text NOT NULL
    short_vi text NOT NULL
    name_en text NOT NULL
    short_en text NOT NULL
    folded text NOT NULL
    parent_id bigint
    counterpart_id bigint
    area_id bigint
    valid_from date NOT NULL
    valid_to date
    UNIQUE (slug)
    PRIMARY KEY (id)
    FOREIGN KEY (area_id) REFERENCES areas(id)
    FOREIGN KEY (counterpart_id) REFERENCES bodies(id)
    FOREIGN KEY (parent_id) REFERENCES bodies(id)
    CHECK ((kind = ANY (ARRAY['office'::text, 'labour'::text, 'centre'::text, 'transport'::text, 'paper'::text, 'broadcaster'::text, 'district'::text, 'commune'::text, 'zone_board'::text, 'employer'::text])))
    CHECK ((side = ANY (ARRAY['source'::text, 'destination'::text])))
    CREATE INDEX bodies_parent ON public.bodies USING btree (parent_id)

TABLE body_successors
    old_body_id bigint NOT NULL
    new_body_id bigint
    new_name text NOT NULL
    starts_on date NOT NULL
    certainty text NOT NULL
    PRIMARY KEY (old_body_id, new_name)
    FOREIGN KEY (new_body_id) REFERENCES bodies(id)
    FOREIGN KEY (old_body_id) REFERENCES bodies(id)
    CHECK ((certainty = ANY (ARRAY['verified'::text, 'general'::text])))

TABLE candidates
    id bigint NOT NULL IDENTITY
    code text NOT NULL
    full_name text NOT NULL
    folded text NOT NULL
    birth_year integer
    gender text NOT NULL DEFAULT ''::text
    phone text NOT NULL
    area_id bigint
    note text NOT NULL DEFAULT ''::text
    entered_by_body_id bigint
    entered_by bigint
    drive_id bigint
    created_at timestamp with time zone NOT NULL
    erase_on date
    erased_at timestamp with time zone
    version integer NOT NULL DEFAULT 1
    sample boolean NOT NULL DEFAULT false
    UNIQUE (code)
    PRIMARY KEY (id)
    FOREIGN KEY (area_id) REFERENCES areas(id)
    FOREIGN KEY (drive_id) REFERENCES drives(id)
    FOREIGN KEY (entered_by_body_id) REFERENCES bodies(id)
    FOREIGN KEY (entered_by) REFERENCES accounts(id)
    CHECK ((gender = ANY (ARRAY[''::text, 'female'::text, 'male'::text])))
    CREATE INDEX candidates_area ON public.candidates USING btree (area_id)
    CREATE INDEX candidates_drive ON public.candidates USING btree (drive_id)
    CREATE INDEX candidates_phone ON public.candidates USING btree (phone)

TABLE clauses
    id bigint NOT NULL IDENTITY
    directive_id bigint NOT NULL
    parent_id bigint
    position integer NOT NULL
    path text NOT NULL
    words text NOT NULL
    UNIQUE (directive_id, path)
    PRIMARY KEY (id)
    FOREIGN KEY (directive_id) REFERENCES directives(id)
    FOREIGN KEY (parent_id) REFERENCES clauses(id)

TABLE complaint_views
    id bigint NOT NULL IDENTITY
    at timestamp with time zone NOT NULL
    account_id bigint NOT NULL
    body_id bigint NOT NULL
    complaint_id bigint NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (complaint_id) REFERENCES complaints(id)
    CREATE INDEX complaint_views_complaint ON public.complaint_views USING btree (complaint_id, at)

TABLE complaints
    id bigint NOT NULL IDENTITY
    code text NOT NULL
    grounds text[] NOT NULL
    advert text NOT NULL
    vacancy_id bigint
    employer_id bigint
    words text NOT NULL DEFAULT ''::text
    phone text NOT NULL DEFAULT ''::text
    status text NOT NULL
    outcome text NOT NULL DEFAULT ''::text
    merged_into bigint
    passed_on text NOT NULL DEFAULT ''::text
    passed_on_at timestamp with time zone
    paused_at timestamp with time zone
    closed_at timestamp with time zone
    erase_on date
    erased_at timestamp with time zone
    version integer NOT NULL DEFAULT 1
    created_at timestamp with time zone NOT NULL
    sample boolean NOT NULL DEFAULT false
    UNIQUE (code)
    PRIMARY KEY (id)
    FOREIGN KEY (employer_id) REFERENCES employers(id)
    FOREIGN KEY (merged_into) REFERENCES complaints(id)
    FOREIGN KEY (vacancy_id) REFERENCES vacancies(id)
    CHECK (((cardinality(grounds) > 0) AND (grounds <@ ARRAY['money'::text, 'papers'::text, 'minors'::text, 'impostor'::text, 'absent'::text, 'pay'::text, 'place'::text, 'unfair'::text, 'other'::text])))
    CHECK ((status = ANY (ARRAY['received'::text, 'taken_up'::text, 'settled'::text, 'dismissed'::text, 'merged'::text])))
    CREATE INDEX complaints_employer ON public.complaints USING btree (employer_id)
    CREATE INDEX complaints_erase ON public.complaints USING btree (erase_on) WHERE (erased_at IS NULL)
    CREATE INDEX complaints_merged ON public.complaints USING btree (merged_into)
    CREATE INDEX complaints_status ON public.complaints USING btree (status, id)
    CREATE INDEX complaints_vacancy ON public.complaints USING btree (vacancy_id)

TABLE consents
    id bigint NOT NULL IDENTITY
    candidate_id bigint NOT NULL
    purpose text NOT NULL
    employer_id bigint
    manner text NOT NULL
    given_at timestamp with time zone NOT NULL
    withdrawn_at timestamp with time zone
    PRIMARY KEY (id)
    FOREIGN KEY (candidate_id) REFERENCES candidates(id)
    FOREIGN KEY (employer_id) REFERENCES employers(id)
    CHECK ((manner = ANY (ARRAY['online'::text, 'paper'::text, 'phone'::text, 'commune'::text])))
    CHECK ((purpose = ANY (ARRAY['introduce'::text, 'keep'::text, 'statistics'::text])))
    CREATE INDEX consents_candidate ON public.consents USING btree (candidate_id)

TABLE directives
    id bigint NOT NULL IDENTITY
    partnership_id bigint NOT NULL
    issuer_body_id bigint NOT NULL
    status text NOT NULL
    sample boolean NOT NULL DEFAULT false
    kind text NOT NULL
    number text
    symbol text NOT NULL DEFAULT ''::text
    issued_on date
    issued_month text
    meeting_on date
    title text NOT NULL
    chair text NOT NULL DEFAULT ''::text
    authority text NOT NULL DEFAULT ''::text
    signatory text NOT NULL DEFAULT ''::text
    recipients text[] NOT NULL DEFAULT '{}'::text[]
    words text NOT NULL
    sha256 text NOT NULL
    province_code text NOT NULL DEFAULT ''::text
    version integer NOT NULL DEFAULT 1
    created_at timestamp with time zone NOT NULL
    created_by bigint
    confirmed_at timestamp with time zone
    confirmed_by bigint
    UNIQUE (sha256)
    PRIMARY KEY (id)
    FOREIGN KEY (confirmed_by) REFERENCES accounts(id)
    FOREIGN KEY (created_by) REFERENCES accounts(id)
    FOREIGN KEY (issuer_body_id) REFERENCES bodies(id)
    FOREIGN KEY (partnership_id) REFERENCES partnerships(id)
    CHECK ((status = ANY (ARRAY['read'::text, 'confirmed'::text])))

TABLE drive_employers
    drive_id bigint NOT NULL
    employer_id bigint NOT NULL
    PRIMARY KEY (drive_id, employer_id)
    FOREIGN KEY (drive_id) REFERENCES drives(id) ON DELETE CASCADE
    FOREIGN KEY (employer_id) REFERENCES employers(id)
    CREATE INDEX drive_employers_employer ON public.drive_employers USING btree (employer_id)

TABLE drive_vacancies
    drive_id bigint NOT NULL
    vacancy_id bigint NOT NULL
    registered integer
    hired integer
    PRIMARY KEY (drive_id, vacancy_id)
    FOREIGN KEY (drive_id) REFERENCES drives(id) ON DELETE CASCADE
    FOREIGN KEY (vacancy_id) REFERENCES vacancies(id)
    CHECK ((hired >= 0))
    CHECK ((registered >= 0))
    CHECK (((registered IS NULL) = (hired IS NULL)))
    CREATE INDEX drive_vacancies_vacancy ON public.drive_vacancies USING btree (vacancy_id)

TABLE drives
    id bigint NOT NULL IDENTITY
    partnership_id bigint NOT NULL
    kind text NOT NULL
    status text NOT NULL
    status_reason text NOT NULL DEFAULT ''::text
    district_body_id bigint NOT NULL
    commune_body_id bigint NOT NULL
    planned_by bigint NOT NULL
    title text NOT NULL
    slug text NOT NULL
    venue text NOT NULL
    starts_at timestamp with time zone NOT NULL
    ends_at timestamp with time zone NOT NULL
    note text NOT NULL DEFAULT ''::text
    attended integer
    women integer
    ethnic_minority integer
    poor_household integer
    counselled integer
    registered integer
    interviewed integer
    shortlisted integer
    hired integer
    leaflets integer
    difficulties text NOT NULL DEFAULT ''::text
    held_at timestamp with time zone
    reported_at timestamp with time zone
    reported_by bigint
    verified_at timestamp with time zone
    version integer NOT NULL DEFAULT 1
    created_at timestamp with time zone NOT NULL
    created_by bigint
    sample boolean NOT NULL DEFAULT false
    PRIMARY KEY (id)
    FOREIGN KEY (commune_body_id) REFERENCES bodies(id)
    FOREIGN KEY (created_by) REFERENCES accounts(id)
    FOREIGN KEY (district_body_id) REFERENCES bodies(id)
    FOREIGN KEY (partnership_id) REFERENCES partnerships(id)
    FOREIGN KEY (planned_by) REFERENCES bodies(id)
    FOREIGN KEY (reported_by) REFERENCES accounts(id)
    CHECK ((kind = ANY (ARRAY['mobile_session'::text, 'fair'::text, 'counselling'::text])))
    CHECK ((status = ANY (ARRAY['planned'::text, 'agreed'::text, 'announced'::text, 'held'::text, 'reported'::text, 'verified'::text, 'postponed'::text, 'cancelled'::text])))
    CREATE INDEX drives_commune ON public.drives USING btree (commune_body_id, starts_at)
    CREATE INDEX drives_district ON public.drives USING btree (district_body_id, starts_at)
    CREATE INDEX drives_starts ON public.drives USING btree (starts_at)

TABLE employer_evidence
    id bigint NOT NULL IDENTITY
    employer_id bigint NOT NULL
    state text NOT NULL
    looked text[] NOT NULL
    why text NOT NULL
    account_id bigint
    at timestamp with time zone NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (employer_id) REFERENCES employers(id)
    CHECK ((looked <@ ARRAY['registration'::text, 'investment'::text, 'tax'::text, 'visit'::text, 'zone_board'::text, 'labour'::text, 'other'::text]))
    CHECK ((state = ANY (ARRAY['verified'::text, 'suspended'::text])))
    CREATE INDEX employer_evidence_employer ON public.employer_evidence USING btree (employer_id, id)

TABLE employers
    id bigint NOT NULL IDENTITY
    body_id bigint NOT NULL
    tax_code text NOT NULL
    name text NOT NULL
    slug text NOT NULL
    folded text NOT NULL
    type text NOT NULL
    industry_code text NOT NULL DEFAULT ''::text
    products text NOT NULL DEFAULT ''::text
    size_band text NOT NULL DEFAULT ''::text
    zone_id bigint
    address text NOT NULL
    contact_name text NOT NULL DEFAULT ''::text
    contact_phone text NOT NULL DEFAULT ''::text
    living text NOT NULL DEFAULT ''::text
    state text NOT NULL
    state_reason text NOT NULL DEFAULT ''::text
    state_at timestamp with time zone
    state_by bigint
    sample boolean NOT NULL DEFAULT false
    version integer NOT NULL DEFAULT 1
    created_at timestamp with time zone NOT NULL
    dormitory text NOT NULL DEFAULT ''::text
    dormitory_note text NOT NULL DEFAULT ''::text
    canteen text NOT NULL DEFAULT ''::text
    canteen_note text NOT NULL DEFAULT ''::text
    bus text NOT NULL DEFAULT ''::text
    bus_note text NOT NULL DEFAULT ''::text
    nursery text NOT NULL DEFAULT ''::text
    nursery_note text NOT NULL DEFAULT ''::text
    UNIQUE (body_id)
    UNIQUE (tax_code)
    PRIMARY KEY (id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (state_by) REFERENCES accounts(id)
    FOREIGN KEY (zone_id) REFERENCES zones(id)
    CHECK ((bus = ANY (ARRAY[''::text, 'yes'::text, 'no'::text])))
    CHECK ((canteen = ANY (ARRAY[''::text, 'yes'::text, 'no'::text])))
    CHECK ((dormitory = ANY (ARRAY[''::text, 'yes'::text, 'no'::text])))
    CHECK ((nursery = ANY (ARRAY[''::text, 'yes'::text, 'no'::text])))
    CHECK ((state = ANY (ARRAY['unverified'::text, 'verified'::text, 'suspended'::text])))
    CHECK ((type = ANY (ARRAY['state'::text, 'private'::text, 'foreign'::text])))
    CREATE INDEX employers_zone ON public.employers USING btree (zone_id)

TABLE exchange_exports
    id bigint NOT NULL IDENTITY
    at timestamp with time zone NOT NULL
    since date NOT NULL
    mapping text NOT NULL
    records integer NOT NULL
    appeared integer NOT NULL
    changed integer NOT NULL
    closed integer NOT NULL
    heading text NOT NULL
    sha256 text NOT NULL
    lines bytea NOT NULL
    account_id bigint
    body_id bigint NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)

TABLE extensions
    id bigint NOT NULL IDENTITY
    obligation_id bigint NOT NULL
    asked_at timestamp with time zone NOT NULL
    asked_by bigint NOT NULL
    from_day date NOT NULL
    to_day date NOT NULL
    reason text NOT NULL
    decision text NOT NULL DEFAULT ''::text
    decided_at timestamp with time zone
    decided_by bigint
    why text NOT NULL DEFAULT ''::text
    PRIMARY KEY (id)
    FOREIGN KEY (asked_by) REFERENCES accounts(id)
    FOREIGN KEY (decided_by) REFERENCES accounts(id)
    FOREIGN KEY (obligation_id) REFERENCES obligations(id)
    CHECK ((decision = ANY (ARRAY[''::text, 'granted'::text, 'refused'::text])))
    CREATE UNIQUE INDEX extensions_open ON public.extensions USING btree (obligation_id) WHERE (decision = ''::text)

TABLE form_keys
    key text NOT NULL
    path text NOT NULL
    account_id bigint
    location text NOT NULL
    at timestamp with time zone NOT NULL
    words bytea NOT NULL DEFAULT '\x'::bytea
    PRIMARY KEY (key)

TABLE holidays
    day date NOT NULL
    kind text NOT NULL
    name_vi text NOT NULL
    name_en text NOT NULL
    source text NOT NULL
    certainty text NOT NULL
    PRIMARY KEY (day)
    CHECK ((certainty = ANY (ARRAY['announced'::text, 'computed'::text])))
    CHECK ((kind = ANY (ARRAY['holiday'::text, 'day_off_swapped'::text, 'working_swapped'::text])))

TABLE import_files
    import_id bigint NOT NULL
    content bytea NOT NULL
    PRIMARY KEY (import_id)
    FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE

TABLE import_progress
    import_id bigint NOT NULL
    done integer NOT NULL DEFAULT 0
    total integer NOT NULL DEFAULT 0
    attempts integer NOT NULL DEFAULT 0
    PRIMARY KEY (import_id)

TABLE import_rows
    import_id bigint NOT NULL
    row_no integer NOT NULL
    outcome text NOT NULL
    title text NOT NULL
    employer_id bigint NOT NULL
    employer text NOT NULL
    ref text NOT NULL
    vacancy_id bigint
    version integer NOT NULL DEFAULT 0
    details json
    was json
    changed text[]
    problems json
    missing json
    findings integer NOT NULL DEFAULT 0
    typed text[]
    facts bigint NOT NULL DEFAULT 0
    PRIMARY KEY (import_id, row_no)
    CHECK ((outcome = ANY (ARRAY['create'::text, 'update'::text, 'same'::text, 'refused'::text])))
    CREATE INDEX import_rows_facts ON public.import_rows USING btree (facts) WHERE ((outcome = 'create'::text) AND (ref = ''::text))

TABLE imports
    id bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    body_id bigint NOT NULL
    employer_id bigint
    file_name text NOT NULL
    file_size bigint NOT NULL
    state text NOT NULL
    problem jsonb
    version integer NOT NULL DEFAULT 1
    rows integer NOT NULL DEFAULT 0
    created integer NOT NULL DEFAULT 0
    updated integer NOT NULL DEFAULT 0
    same integer NOT NULL DEFAULT 0
    refused integer NOT NULL DEFAULT 0
    incomplete integer NOT NULL DEFAULT 0
    moved integer NOT NULL DEFAULT 0
    reread boolean NOT NULL DEFAULT false
    submitted integer NOT NULL DEFAULT 0
    headers text[] NOT NULL DEFAULT '{}'::text[]
    ignored text[] NOT NULL DEFAULT '{}'::text[]
    judged_on date
    reviewed boolean NOT NULL DEFAULT false
    uploaded_at timestamp with time zone NOT NULL
    decided_at timestamp with time zone
    decided_by bigint
    undone_at timestamp with time zone
    undone_by bigint
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (decided_by) REFERENCES accounts(id)
    FOREIGN KEY (employer_id) REFERENCES employers(id)
    FOREIGN KEY (undone_by) REFERENCES accounts(id)
    CHECK ((state = ANY (ARRAY['waiting'::text, 'preview'::text, 'refused'::text, 'confirmed'::text, 'discarded'::text, 'undone'::text, 'expired'::text])))
    CREATE INDEX imports_body ON public.imports USING btree (body_id, id)
    CREATE INDEX imports_waiting ON public.imports USING btree (id) WHERE ((state = 'waiting'::text) OR ((state = 'preview'::text) AND (NOT reviewed)))

TABLE invitations
    id bigint NOT NULL IDENTITY
    employer_id bigint NOT NULL
    code_hash text NOT NULL
    full_name text NOT NULL
    ends_on date
    expires_at timestamp with time zone NOT NULL
    created_at timestamp with time zone NOT NULL
    created_by bigint NOT NULL
    accepted_at timestamp with time zone
    account_id bigint
    revoked_at timestamp with time zone
    UNIQUE (code_hash)
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (created_by) REFERENCES accounts(id)
    FOREIGN KEY (employer_id) REFERENCES employers(id)
    CREATE INDEX invitations_employer ON public.invitations USING btree (employer_id, id)

TABLE journal
    id bigint NOT NULL IDENTITY
    at timestamp with time zone NOT NULL
    account_id bigint
    body_id bigint
    thing text NOT NULL
    thing_id bigint NOT NULL
    action text NOT NULL
    from_value text NOT NULL DEFAULT ''::text
    to_value text NOT NULL DEFAULT ''::text
    why text NOT NULL DEFAULT ''::text
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    CHECK ((thing = ANY (ARRAY['obligation'::text, 'directive'::text, 'vacancy'::text, 'employer'::text, 'drive'::text, 'candidate'::text, 'referral'::text, 'account'::text, 'body'::text, 'publicity_item'::text, 'route_study'::text, 'complaint'::text, 'exchange_export'::text])))
    CREATE INDEX journal_at ON public.journal USING btree (at)
    CREATE INDEX journal_body ON public.journal USING btree (body_id, id)
    CREATE INDEX journal_thing ON public.journal USING btree (thing, thing_id, id)

TABLE live_changes
    seq bigint NOT NULL IDENTITY
    tx bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint
    vacancy_id bigint
    PRIMARY KEY (seq)
    CREATE INDEX live_changes_tx ON public.live_changes USING btree (tx)

TABLE live_edition
    only_row boolean NOT NULL DEFAULT true
    edition text NOT NULL
    PRIMARY KEY (only_row)
    CHECK (only_row)

TABLE live_vacancies
    vacancy_id bigint NOT NULL
    published_at timestamp with time zone NOT NULL
    closes_on date NOT NULL
    zone_id bigint
    employer_id bigint NOT NULL
    occupation_code text NOT NULL
    income_from bigint NOT NULL
    income_to bigint NOT NULL
    shift text NOT NULL
    benefits text[] NOT NULL
    lat double precision
    lon double precision
    terms tsvector NOT NULL
    PRIMARY KEY (vacancy_id)
    FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE
    CREATE INDEX live_vacancies_employer ON public.live_vacancies USING btree (employer_id)
    CREATE INDEX live_vacancies_newest ON public.live_vacancies USING btree (published_at DESC, vacancy_id DESC)
    CREATE INDEX live_vacancies_open ON public.live_vacancies USING btree (closes_on, employer_id)
    CREATE INDEX live_vacancies_terms ON public.live_vacancies USING gin (terms)

TABLE minimum_wages
    effective_from date NOT NULL
    effective_to date
    region text NOT NULL
    monthly_vnd bigint NOT NULL
    hourly_vnd bigint NOT NULL
    legal_basis text NOT NULL
    PRIMARY KEY (effective_from, region)
    CHECK ((region = ANY (ARRAY['I'::text, 'II'::text, 'III'::text, 'IV'::text])))

TABLE obligation_bodies
    id bigint NOT NULL IDENTITY
    obligation_id bigint NOT NULL
    body_id bigint
    words text NOT NULL
    role text NOT NULL
    state text NOT NULL DEFAULT 'unanswered'::text
    note text NOT NULL DEFAULT ''::text
    stated_at timestamp with time zone
    stated_by bigint
    PRIMARY KEY (id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (obligation_id) REFERENCES obligations(id)
    FOREIGN KEY (stated_by) REFERENCES accounts(id)
    CHECK ((role = ANY (ARRAY['cooperating'::text, 'counterpart'::text])))
    CHECK ((state = ANY (ARRAY['unanswered'::text, 'in_progress'::text, 'agreed'::text, 'done'::text, 'disputed'::text])))
    CREATE INDEX obligation_bodies_body ON public.obligation_bodies USING btree (body_id, role)
    CREATE INDEX obligation_bodies_obligation ON public.obligation_bodies USING btree (obligation_id)

TABLE obligations
    id bigint NOT NULL IDENTITY
    directive_id bigint NOT NULL
    clause_id bigint NOT NULL
    proposal_id bigint
    parent_id bigint
    kind text NOT NULL
    status text NOT NULL
    suspended_from text NOT NULL DEFAULT ''::text
    issuer_body_id bigint NOT NULL
    lead_body_id bigint NOT NULL
    executing_body_id bigint
    task text NOT NULL
    folded text NOT NULL DEFAULT ''::text
    due_on date
    first_due_on date
    due_phrase text NOT NULL DEFAULT ''::text
    due_rule text NOT NULL DEFAULT ''::text
    recurrence text NOT NULL DEFAULT ''::text
    heartbeat_days integer NOT NULL DEFAULT 30
    assigned_at timestamp with time zone NOT NULL
    received_at timestamp with time zone
    last_heard_at timestamp with time zone
    finished_at timestamp with time zone
    version integer NOT NULL DEFAULT 1
    PRIMARY KEY (id)
    FOREIGN KEY (clause_id) REFERENCES clauses(id)
    FOREIGN KEY (directive_id) REFERENCES directives(id)
    FOREIGN KEY (executing_body_id) REFERENCES bodies(id)
    FOREIGN KEY (issuer_body_id) REFERENCES bodies(id)
    FOREIGN KEY (lead_body_id) REFERENCES bodies(id)
    FOREIGN KEY (parent_id) REFERENCES obligations(id)
    FOREIGN KEY (proposal_id) REFERENCES proposals(id)
    CHECK ((kind = ANY (ARRAY['order'::text, 'standing'::text, 'request'::text])))
    CHECK ((status = ANY (ARRAY['assigned'::text, 'received'::text, 'in_progress'::text, 'reported'::text, 'accepted'::text, 'suspended'::text])))
    CREATE INDEX obligations_directive ON public.obligations USING btree (directive_id)
    CREATE INDEX obligations_executing ON public.obligations USING btree (executing_body_id)
    CREATE INDEX obligations_lead ON public.obligations USING btree (lead_body_id, status)
    CREATE INDEX obligations_parent ON public.obligations USING btree (parent_id)

TABLE occupations
    code text NOT NULL
    level integer NOT NULL
    parent_code text
    name_vi text NOT NULL
    name_en text NOT NULL
    folded text NOT NULL
    PRIMARY KEY (code)
    FOREIGN KEY (parent_code) REFERENCES occupations(code)

TABLE partnerships
    id bigint NOT NULL IDENTITY
    slug text NOT NULL
    source_province_code text NOT NULL
    destination_province_code text NOT NULL
    map_on date NOT NULL
    UNIQUE (slug)
    PRIMARY KEY (id)

TABLE personal_views
    id bigint NOT NULL IDENTITY
    at timestamp with time zone NOT NULL
    account_id bigint NOT NULL
    body_id bigint NOT NULL
    candidate_id bigint NOT NULL
    page text NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (candidate_id) REFERENCES candidates(id)
    CREATE INDEX personal_views_candidate ON public.personal_views USING btree (candidate_id, at)

TABLE proposals
    id bigint NOT NULL IDENTITY
    directive_id bigint NOT NULL
    clause_id bigint NOT NULL
    position integer NOT NULL
    state text NOT NULL
    kind text NOT NULL
    task text NOT NULL
    lead_words text[] NOT NULL DEFAULT '{}'::text[]
    executing_words text[] NOT NULL DEFAULT '{}'::text[]
    cooperating_words text[] NOT NULL DEFAULT '{}'::text[]
    counterpart_words text[] NOT NULL DEFAULT '{}'::text[]
    lead_ids bigint[] NOT NULL DEFAULT '{}'::bigint[]
    executing_ids bigint[] NOT NULL DEFAULT '{}'::bigint[]
    cooperating_ids bigint[] NOT NULL DEFAULT '{}'::bigint[]
    counterpart_ids bigint[] NOT NULL DEFAULT '{}'::bigint[]
    due_on date
    due_phrase text NOT NULL DEFAULT ''::text
    due_rule text NOT NULL DEFAULT ''::text
    recurrence text NOT NULL DEFAULT ''::text
    source text NOT NULL
    lead_unmatched text[] NOT NULL DEFAULT '{}'::text[]
    version integer NOT NULL DEFAULT 1
    PRIMARY KEY (id)
    FOREIGN KEY (clause_id) REFERENCES clauses(id)
    FOREIGN KEY (directive_id) REFERENCES directives(id)
    CHECK ((kind = ANY (ARRAY['order'::text, 'standing'::text, 'request'::text])))
    CHECK ((recurrence = ANY (ARRAY[''::text, 'daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'half-yearly'::text, 'yearly'::text])))
    CHECK ((source = ANY (ARRAY['reader'::text, 'clerk'::text])))
    CHECK ((state = ANY (ARRAY['proposed'::text, 'dropped'::text, 'confirmed'::text])))
    CREATE INDEX proposals_directive ON public.proposals USING btree (directive_id, "position")

TABLE public_changes
    vacancy_id bigint NOT NULL
    tx bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint
    PRIMARY KEY (vacancy_id)
    CREATE UNIQUE INDEX public_changes_order ON public.public_changes USING btree (tx, vacancy_id)

TABLE public_feed
    only_row boolean NOT NULL DEFAULT true
    epoch bigint NOT NULL DEFAULT ((random() * ('1000000000000'::numeric)::double precision))::bigint
    forgotten bigint NOT NULL DEFAULT 0
    PRIMARY KEY (only_row)
    CHECK (only_row)

TABLE publicity_items
    id bigint NOT NULL IDENTITY
    partnership_id bigint NOT NULL
    body_id bigint NOT NULL
    vacancy_id bigint
    vacancy_revision integer NOT NULL DEFAULT 0
    form text NOT NULL
    status text NOT NULL
    title text NOT NULL
    planned_on date NOT NULL
    published_at timestamp with time zone
    link text NOT NULL DEFAULT ''::text
    version integer NOT NULL DEFAULT 1
    created_at timestamp with time zone NOT NULL
    created_by bigint
    sample boolean NOT NULL DEFAULT false
    PRIMARY KEY (id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (created_by) REFERENCES accounts(id)
    FOREIGN KEY (partnership_id) REFERENCES partnerships(id)
    FOREIGN KEY (vacancy_id) REFERENCES vacancies(id)
    CHECK ((form = ANY (ARRAY['article'::text, 'radio'::text, 'television'::text, 'online'::text, 'loudspeaker'::text])))
    CHECK ((status = ANY (ARRAY['planned'::text, 'published'::text, 'cancelled'::text])))
    CREATE INDEX publicity_items_body ON public.publicity_items USING btree (body_id, planned_on)
    CREATE INDEX publicity_items_vacancy ON public.publicity_items USING btree (vacancy_id)

TABLE reference_loads
    name text NOT NULL
    checksum text NOT NULL
    loaded_at timestamp with time zone NOT NULL
    PRIMARY KEY (name)

TABLE referrals
    id bigint NOT NULL IDENTITY
    candidate_id bigint NOT NULL
    vacancy_id bigint NOT NULL
    status text NOT NULL
    reason text NOT NULL DEFAULT ''::text
    registered_at timestamp with time zone NOT NULL
    called_at timestamp with time zone
    introduced_at timestamp with time zone
    interviewed_at timestamp with time zone
    hired_at timestamp with time zone
    started_at timestamp with time zone
    stayed_1_at timestamp with time zone
    stayed_3_at timestamp with time zone
    ended_at timestamp with time zone
    drive_id bigint
    version integer NOT NULL DEFAULT 1
    UNIQUE (candidate_id, vacancy_id) DEFERRABLE
    PRIMARY KEY (id)
    FOREIGN KEY (candidate_id) REFERENCES candidates(id)
    FOREIGN KEY (drive_id) REFERENCES drives(id)
    FOREIGN KEY (vacancy_id) REFERENCES vacancies(id)
    CHECK ((status = ANY (ARRAY['registered'::text, 'introduced'::text, 'interviewed'::text, 'hired'::text, 'started'::text, 'stayed_1'::text, 'stayed_3'::text, 'declined'::text, 'not_hired'::text, 'left'::text])))
    CREATE UNIQUE INDEX referrals_placed ON public.referrals USING btree (candidate_id) WHERE (status = ANY (ARRAY['hired'::text, 'started'::text, 'stayed_1'::text, 'stayed_3'::text]))
    CREATE INDEX referrals_status ON public.referrals USING btree (status, registered_at)
    CREATE INDEX referrals_vacancy ON public.referrals USING btree (vacancy_id, status)

TABLE reminders
    id bigint NOT NULL IDENTITY
    obligation_id bigint NOT NULL
    words text NOT NULL
    sent_at timestamp with time zone NOT NULL
    sent_by bigint NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (obligation_id) REFERENCES obligations(id)
    FOREIGN KEY (sent_by) REFERENCES accounts(id)
    CREATE INDEX reminders_obligation ON public.reminders USING btree (obligation_id, id)

TABLE reports
    id bigint NOT NULL IDENTITY
    obligation_id bigint NOT NULL
    kind text NOT NULL
    body_id bigint NOT NULL
    account_id bigint NOT NULL
    words text NOT NULL
    sent_at timestamp with time zone NOT NULL
    decision text NOT NULL DEFAULT ''::text
    decided_at timestamp with time zone
    decided_by bigint
    reason text NOT NULL DEFAULT ''::text
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (body_id) REFERENCES bodies(id)
    FOREIGN KEY (decided_by) REFERENCES accounts(id)
    FOREIGN KEY (obligation_id) REFERENCES obligations(id)
    CHECK ((decision = ANY (ARRAY[''::text, 'accepted'::text, 'returned'::text])))
    CHECK ((kind = ANY (ARRAY['progress'::text, 'report'::text, 'answer'::text])))
    CREATE INDEX reports_obligation ON public.reports USING btree (obligation_id, id)

TABLE route_studies
    id bigint NOT NULL IDENTITY
    partnership_id bigint NOT NULL
    UNIQUE (partnership_id)
    PRIMARY KEY (id)
    FOREIGN KEY (partnership_id) REFERENCES partnerships(id)

TABLE route_study_items
    id bigint NOT NULL IDENTITY
    study_id bigint NOT NULL
    position integer NOT NULL
    item text NOT NULL
    side text NOT NULL
    state text NOT NULL DEFAULT 'open'::text
    note text NOT NULL DEFAULT ''::text
    version integer NOT NULL DEFAULT 1
    stated_at timestamp with time zone
    stated_by bigint
    UNIQUE (study_id, item, side)
    PRIMARY KEY (id)
    FOREIGN KEY (stated_by) REFERENCES accounts(id)
    FOREIGN KEY (study_id) REFERENCES route_studies(id)
    CHECK ((side = ANY (ARRAY['source'::text, 'destination'::text])))
    CHECK ((state = ANY (ARRAY['open'::text, 'underway'::text, 'settled'::text])))

TABLE sessions
    token text NOT NULL
    data bytea NOT NULL
    expiry timestamp with time zone NOT NULL
    PRIMARY KEY (token)
    CREATE INDEX sessions_expiry ON public.sessions USING btree (expiry)

TABLE sign_in_attempts
    id bigint NOT NULL IDENTITY
    username text NOT NULL
    address text NOT NULL
    at timestamp with time zone NOT NULL
    ok boolean NOT NULL
    PRIMARY KEY (id)
    CREATE INDEX sign_in_attempts_address ON public.sign_in_attempts USING btree (address, at)
    CREATE INDEX sign_in_attempts_username ON public.sign_in_attempts USING btree (username, at)

TABLE tries
    id bigint NOT NULL IDENTITY
    kind text NOT NULL
    address text NOT NULL
    at timestamp with time zone NOT NULL
    PRIMARY KEY (id)
    CREATE INDEX tries_address ON public.tries USING btree (kind, address, at)
    CREATE INDEX tries_at ON public.tries USING btree (at)

TABLE vacancies
    id bigint NOT NULL IDENTITY
    code text NOT NULL
    employer_id bigint NOT NULL
    status text NOT NULL
    return_reason text NOT NULL DEFAULT ''::text
    title text NOT NULL
    slug text NOT NULL
    occupation_code text
    zone_id bigint
    area_id bigint
    workplace text NOT NULL DEFAULT ''::text
    headcount integer NOT NULL DEFAULT 0
    description text NOT NULL DEFAULT ''::text
    position text NOT NULL DEFAULT ''::text
    education text NOT NULL DEFAULT ''::text
    qualification text NOT NULL DEFAULT ''::text
    experience text NOT NULL DEFAULT ''::text
    contract text NOT NULL DEFAULT ''::text
    hours text NOT NULL DEFAULT ''::text
    shift text NOT NULL DEFAULT ''::text
    basic_wage bigint NOT NULL DEFAULT 0
    income_from bigint NOT NULL DEFAULT 0
    income_to bigint NOT NULL DEFAULT 0
    pay_note text NOT NULL DEFAULT ''::text
    benefits text[] NOT NULL DEFAULT '{}'::text[]
    conditions text[] NOT NULL DEFAULT '{}'::text[]
    priority_groups text[] NOT NULL DEFAULT '{}'::text[]
    papers text NOT NULL DEFAULT ''::text
    no_fee boolean NOT NULL DEFAULT false
    contact_name text NOT NULL DEFAULT ''::text
    contact_phone text NOT NULL DEFAULT ''::text
    starts_on date
    closes_on date
    revision integer NOT NULL DEFAULT 0
    version integer NOT NULL DEFAULT 1
    created_at timestamp with time zone NOT NULL
    created_by bigint
    submitted_at timestamp with time zone
    submitted_by bigint
    published_at timestamp with time zone
    published_by bigint
    ended_at timestamp with time zone
    end_reason text NOT NULL DEFAULT ''::text
    sample boolean NOT NULL DEFAULT false
    employer_ref text NOT NULL DEFAULT ''::text
    allowances jsonb NOT NULL DEFAULT '[]'::jsonb
    overtime_hours integer NOT NULL DEFAULT 0
    turns jsonb NOT NULL DEFAULT '[]'::jsonb
    work_days integer NOT NULL DEFAULT 0
    batches jsonb NOT NULL DEFAULT '[]'::jsonb
    couples boolean NOT NULL DEFAULT false
    relisted_from bigint
    amends bigint
    amend_why text NOT NULL DEFAULT ''::text
    merged_into bigint
    publish_at timestamp with time zone
    publish_by bigint
    missed_at timestamp with time zone
    missed_fields text[] NOT NULL DEFAULT '{}'::text[]
    short_known integer NOT NULL DEFAULT 0
    outcome text NOT NULL DEFAULT ''::text
    outcome_hired integer NOT NULL DEFAULT 0
    outcome_reason text NOT NULL DEFAULT ''::text
    outcome_at timestamp with time zone
    outcome_by bigint
    UNIQUE (code)
    PRIMARY KEY (id)
    FOREIGN KEY (amends) REFERENCES vacancies(id)
    FOREIGN KEY (area_id) REFERENCES areas(id)
    FOREIGN KEY (created_by) REFERENCES accounts(id)
    FOREIGN KEY (employer_id) REFERENCES employers(id)
    FOREIGN KEY (merged_into) REFERENCES vacancies(id)
    FOREIGN KEY (occupation_code) REFERENCES occupations(code)
    FOREIGN KEY (outcome_by) REFERENCES accounts(id)
    FOREIGN KEY (publish_by) REFERENCES accounts(id)
    FOREIGN KEY (published_by) REFERENCES accounts(id)
    FOREIGN KEY (relisted_from) REFERENCES vacancies(id)
    FOREIGN KEY (submitted_by) REFERENCES accounts(id)
    FOREIGN KEY (zone_id) REFERENCES zones(id)
    CHECK ((outcome = ANY (ARRAY[''::text, 'all'::text, 'some'::text, 'none'::text])))
    CHECK (((publish_at IS NULL) OR (status = 'submitted'::text)))
    CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'published'::text, 'paused'::text, 'filled'::text, 'withdrawn'::text])))
    CREATE INDEX vacancies_amends ON public.vacancies USING btree (amends) WHERE (amends IS NOT NULL)
    CREATE INDEX vacancies_employer ON public.vacancies USING btree (employer_id)
    CREATE INDEX vacancies_merged ON public.vacancies USING btree (merged_into) WHERE (merged_into IS NOT NULL)
    CREATE INDEX vacancies_publish_at ON public.vacancies USING btree (publish_at) WHERE (publish_at IS NOT NULL)
    CREATE INDEX vacancies_ref ON public.vacancies USING btree (employer_id, upper(replace(employer_ref, ' '::text, ''::text))) WHERE (employer_ref <> ''::text)
    CREATE INDEX vacancies_relisted ON public.vacancies USING btree (relisted_from) WHERE (relisted_from IS NOT NULL)
    CREATE INDEX vacancies_status ON public.vacancies USING btree (status, closes_on)
    CREATE INDEX vacancies_zone ON public.vacancies USING btree (zone_id)

TABLE vacancy_clearances
    id bigint NOT NULL IDENTITY
    vacancy_id bigint NOT NULL
    rule text NOT NULL
    field text NOT NULL
    words text NOT NULL
    passage text NOT NULL
    reason text NOT NULL
    account_id bigint
    at timestamp with time zone NOT NULL
    PRIMARY KEY (id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (vacancy_id) REFERENCES vacancies(id)
    CREATE INDEX vacancy_clearances_vacancy ON public.vacancy_clearances USING btree (vacancy_id)

TABLE vacancy_revisions
    vacancy_id bigint NOT NULL
    revision integer NOT NULL
    facts jsonb NOT NULL
    at timestamp with time zone NOT NULL
    account_id bigint
    why text NOT NULL DEFAULT ''::text
    PRIMARY KEY (vacancy_id, revision)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (vacancy_id) REFERENCES vacancies(id)

TABLE vacancy_templates
    id bigint NOT NULL IDENTITY
    employer_id bigint NOT NULL
    name text NOT NULL
    folded text NOT NULL
    facts jsonb NOT NULL
    created_at timestamp with time zone NOT NULL
    created_by bigint
    UNIQUE (employer_id, folded)
    PRIMARY KEY (id)
    FOREIGN KEY (created_by) REFERENCES accounts(id)
    FOREIGN KEY (employer_id) REFERENCES employers(id)

TABLE vacancy_twins
    first_id bigint NOT NULL
    second_id bigint NOT NULL
    reason text NOT NULL
    account_id bigint
    at timestamp with time zone NOT NULL
    PRIMARY KEY (first_id, second_id)
    FOREIGN KEY (account_id) REFERENCES accounts(id)
    FOREIGN KEY (first_id) REFERENCES vacancies(id)
    FOREIGN KEY (second_id) REFERENCES vacancies(id)
    CHECK ((first_id < second_id))
    CREATE INDEX vacancy_twins_second ON public.vacancy_twins USING btree (second_id)

TABLE wage_regions
    area_id bigint NOT NULL
    effective_from date NOT NULL
    effective_to date
    region text NOT NULL
    source text NOT NULL
    PRIMARY KEY (area_id, effective_from)
    FOREIGN KEY (area_id) REFERENCES areas(id)
    CHECK ((region = ANY (ARRAY['I'::text, 'II'::text, 'III'::text, 'IV'::text])))

TABLE zone_areas
    zone_id bigint NOT NULL
    area_id bigint NOT NULL
    PRIMARY KEY (zone_id, area_id)
    FOREIGN KEY (area_id) REFERENCES areas(id)
    FOREIGN KEY (zone_id) REFERENCES zones(id)

TABLE zones
    id bigint NOT NULL IDENTITY
    slug text NOT NULL
    name text NOT NULL
    kind text NOT NULL
    status text NOT NULL
    province_code text NOT NULL
    folded text NOT NULL
    lat double precision NOT NULL
    lon double precision NOT NULL
    sectors text NOT NULL DEFAULT ''::text
    note text NOT NULL DEFAULT ''::text
    source text NOT NULL DEFAULT ''::text
    UNIQUE (slug)
    PRIMARY KEY (id)
    CHECK ((kind = ANY (ARRAY['kcn'::text, 'ccn'::text])))
    CHECK ((status = ANY (ARRAY['operating'::text, 'starting'::text, 'planned'::text])))
