BEGIN;
ALTER TABLE vacancies
    DROP COLUMN employer_ref, DROP COLUMN allowances, DROP COLUMN overtime_hours, DROP COLUMN turns, DROP COLUMN work_days,
    DROP COLUMN batches, DROP COLUMN couples;
COMMIT;
