BEGIN;

ALTER TABLE alert_messages DROP COLUMN told_from;

COMMIT;
