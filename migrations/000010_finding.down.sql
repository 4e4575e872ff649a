BEGIN;

DROP TABLE live_edition;

COMMIT;
