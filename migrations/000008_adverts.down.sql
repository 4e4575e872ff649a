BEGIN;

DELETE FROM attachments WHERE thing = 'evidence';
ALTER TABLE attachments DROP CONSTRAINT attachments_thing_check;
ALTER TABLE attachments ADD CONSTRAINT attachments_thing_check CHECK (thing IN ('report', 'directive', 'drive', 'route_study'));

DELETE FROM journal WHERE thing = 'complaint';
ALTER TABLE journal DROP CONSTRAINT journal_thing_check;
ALTER TABLE journal ADD CONSTRAINT journal_thing_check CHECK (thing IN ('obligation', 'directive', 'vacancy', 'employer', 'drive',
    'candidate', 'referral', 'account', 'body', 'publicity_item', 'route_study'));

DROP TABLE invitations;
ALTER TABLE accounts DROP COLUMN ends_on;
DROP TABLE employer_evidence;
ALTER TABLE employers
    DROP COLUMN dormitory, DROP COLUMN dormitory_note, DROP COLUMN canteen, DROP COLUMN canteen_note,
    DROP COLUMN bus, DROP COLUMN bus_note, DROP COLUMN nursery, DROP COLUMN nursery_note;
DROP TABLE tries;
DROP TABLE complaint_views;
DROP TABLE complaints;

COMMIT;
