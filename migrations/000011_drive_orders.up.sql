BEGIN;

-- What a drive brought each of its orders: parts of the drive's own counts.
-- Both are NULL until the drive is reported, and in reports of several orders
-- from before this was asked.
ALTER TABLE drive_vacancies
    ADD COLUMN registered int CHECK (registered >= 0),
    ADD COLUMN hired int CHECK (hired >= 0), -- on the spot
    ADD CONSTRAINT drive_vacancies_reported CHECK ((registered IS NULL) = (hired IS NULL));

-- Where a drive brought one order, its counts are that order's.
UPDATE drive_vacancies x
SET registered = COALESCE(d.registered, 0), hired = COALESCE(d.hired, 0)
FROM drives d
WHERE d.id = x.drive_id AND d.status IN ('reported', 'verified')
  AND NOT EXISTS (SELECT FROM drive_vacancies o WHERE o.drive_id = x.drive_id AND o.vacancy_id <> x.vacancy_id);

COMMIT;
