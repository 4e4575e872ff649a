BEGIN;
DROP TABLE vacancy_twins;
DROP TABLE vacancy_templates;
ALTER TABLE vacancies
    DROP COLUMN short_known, DROP COLUMN outcome, DROP COLUMN outcome_hired, DROP COLUMN outcome_reason, DROP COLUMN outcome_at,
    DROP COLUMN outcome_by, DROP COLUMN publish_at, DROP COLUMN publish_by, DROP COLUMN missed_at, DROP COLUMN missed_fields,
    DROP COLUMN relisted_from, DROP COLUMN amends, DROP COLUMN amend_why, DROP COLUMN merged_into;
ALTER TABLE vacancies
    DROP COLUMN employer_ref, DROP COLUMN allowances, DROP COLUMN overtime_hours, DROP COLUMN turns, DROP COLUMN work_days,
    DROP COLUMN batches, DROP COLUMN couples;
COMMIT;
