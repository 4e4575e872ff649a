BEGIN;

-- A digest of what a form said: somebody who goes back, writes something else
-- and sends the same form again is told so, instead of losing it.
ALTER TABLE form_keys ADD COLUMN words bytea NOT NULL DEFAULT '';

COMMIT;
