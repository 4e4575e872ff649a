BEGIN;
DROP TABLE reminders, extensions, reports, obligation_bodies, obligations, proposals, clauses, directives;
COMMIT;
