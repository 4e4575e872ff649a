BEGIN;

-- From when on a message tells: a person whom its channel could not tell hears
-- of the same vacancies the next morning. NULL: it tells of none, or is older
-- than this.
ALTER TABLE alert_messages ADD COLUMN told_from timestamptz;

COMMIT;
