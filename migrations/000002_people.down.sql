BEGIN;
DROP TABLE attachments, journal, form_keys, sign_in_attempts, sessions, accounts;
COMMIT;
