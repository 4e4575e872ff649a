BEGIN;

ALTER TABLE drive_vacancies
    DROP CONSTRAINT drive_vacancies_reported,
    DROP COLUMN hired,
    DROP COLUMN registered;

COMMIT;
