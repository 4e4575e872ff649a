BEGIN;

DROP INDEX vacancies_ref;
DROP TABLE import_rows;
DROP TABLE import_progress;
DROP TABLE import_files;
DROP TABLE imports;

COMMIT;
