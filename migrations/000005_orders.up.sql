BEGIN;

-- The order behind a vacancy, as the factory states it: what the pay is made
-- of, the hours of a week, and the batches in which people are needed.
ALTER TABLE vacancies
    ADD COLUMN employer_ref   text NOT NULL DEFAULT '',    -- the employer's own number of the order
    ADD COLUMN allowances     jsonb NOT NULL DEFAULT '[]', -- kind, VND a month at most, condition
    ADD COLUMN overtime_hours int NOT NULL DEFAULT 0,      -- a month, in the expected income
    ADD COLUMN turns          jsonb NOT NULL DEFAULT '[]', -- from, to, minutes of break
    ADD COLUMN work_days      int NOT NULL DEFAULT 0,      -- a week; 0: not said
    ADD COLUMN batches        jsonb NOT NULL DEFAULT '[]', -- needed by, how many
    ADD COLUMN couples        boolean NOT NULL DEFAULT false; -- couples welcome

-- Where a vacancy comes from and where it went.
ALTER TABLE vacancies
    ADD COLUMN relisted_from bigint REFERENCES vacancies (id), -- the ended one that it takes up again
    ADD COLUMN amends        bigint REFERENCES vacancies (id), -- the published one whose facts it asks to change
    ADD COLUMN amend_why     text NOT NULL DEFAULT '',
    ADD COLUMN merged_into   bigint REFERENCES vacancies (id); -- the one that took it up

-- Publishing at a set time. A time that came while something stood in the way
-- is kept with the fields that did.
ALTER TABLE vacancies
    ADD COLUMN publish_at    timestamptz,
    ADD COLUMN publish_by    bigint REFERENCES accounts (id),
    ADD COLUMN missed_at     timestamptz,
    ADD COLUMN missed_fields text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT vacancies_publish_at CHECK (publish_at IS NULL OR status = 'submitted');
CREATE INDEX vacancies_publish_at ON vacancies (publish_at) WHERE publish_at IS NOT NULL;

-- What came of an order. short_known is how many people a filled order lacked
-- when somebody last looked: more than that is told to its poster.
ALTER TABLE vacancies
    ADD COLUMN short_known    int NOT NULL DEFAULT 0,
    ADD COLUMN outcome        text NOT NULL DEFAULT '' CHECK (outcome IN ('', 'all', 'some', 'none')),
    ADD COLUMN outcome_hired  int NOT NULL DEFAULT 0,
    ADD COLUMN outcome_reason text NOT NULL DEFAULT '',
    ADD COLUMN outcome_at     timestamptz,
    ADD COLUMN outcome_by     bigint REFERENCES accounts (id);

-- Facts that an employer's vacancies begin with.
CREATE TABLE vacancy_templates (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employer_id bigint NOT NULL REFERENCES employers (id),
    name        text NOT NULL,
    folded      text NOT NULL, -- of the name: one of a kind for an employer
    facts       jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  bigint REFERENCES accounts (id),
    UNIQUE (employer_id, folded)
);

-- Two vacancies that look like one order twice and are both kept on purpose.
CREATE TABLE vacancy_twins (
    first_id   bigint NOT NULL REFERENCES vacancies (id),
    second_id  bigint NOT NULL REFERENCES vacancies (id),
    reason     text NOT NULL,
    account_id bigint REFERENCES accounts (id),
    at         timestamptz NOT NULL,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id)
);

COMMIT;
