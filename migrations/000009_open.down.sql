BEGIN;

DROP TABLE exchange_lines;
DROP TABLE exchange_exports;
DROP TABLE public_feed;
DROP TABLE public_changes;

COMMIT;
