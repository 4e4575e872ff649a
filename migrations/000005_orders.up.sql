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

COMMIT;
