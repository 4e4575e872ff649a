BEGIN;

DELETE FROM journal WHERE thing = 'exchange_export';
ALTER TABLE journal DROP CONSTRAINT journal_thing_check;
ALTER TABLE journal ADD CONSTRAINT journal_thing_check CHECK (thing IN ('obligation', 'directive', 'vacancy', 'employer', 'drive',
    'candidate', 'referral', 'account', 'body', 'publicity_item', 'route_study', 'complaint'));

DROP TABLE exchange_exports;
DROP TABLE public_feed;
DROP TABLE public_changes;

COMMIT;
